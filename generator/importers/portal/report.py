"""What an import came to, counted, and as a table for people."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.table import Table

from generator.errors import Problem, Severity
from generator.importers.portal.draft import Draft
from generator.importers.portal.parts import Parts
from generator.importers.portal.source import Skipped
from generator.rules.common import number_words
from generator.rules.law_items import LAW_ITEMS

# Keys that every draft has, or that say nothing of the procedure itself.
PLAIN_KEYS = frozenset({"code", "local_code", "status", "links", "source", "questions", "unknown"})
MOST_SKIPPED = 20


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    part: int = 0
    whole: int = 0

    def __str__(self) -> str:
        """Return ``4.727/4.807 (98,3 %)``."""
        percent = f"{100 * self.part / self.whole:.1f}".replace(".", ",") if self.whole else "–"
        return f"{number_words(self.part)}/{number_words(self.whole)} ({percent} %)"


@dataclass(frozen=True)
class Report:
    """The counts of an import; ``missing`` are characters of the source that are not in the drafts."""

    drafts: Sequence[Draft]
    skipped: Sequence[Skipped]
    shared: int
    missing: int
    problems: Sequence[Problem]

    @property
    def parts(self) -> list[Parts]:
        """The records that became drafts, taken apart."""
        return [draft.parts for draft in self.drafts]

    @property
    def loaded(self) -> Share:
        """Drafts in whose files ``check`` finds no error, of all records that were read."""
        errors = (problem for problem in self.problems if problem.severity is Severity.ERROR)
        wrong = {"/".join(problem.file.split("/")[-3:]) for problem in errors}
        sound = sum(draft.path not in wrong for draft in self.drafts)
        return Share(sound, len(self.drafts) + len(self.skipped))

    @property
    def channel_rows(self) -> Share:
        """Rows of the tables of channels whose cells were all found."""
        rows = [row for each in self.parts for row in each.channels.rows]
        lost = sum(bool(each.channels.rest) for each in self.parts)
        return Share(sum(row.is_whole for row in rows), len(rows) + lost)

    @property
    def typed_rows(self) -> Share:
        """Rows of the tables of channels whose time limit and fees all became values, or are not told."""
        rows = [row for each in self.parts for row in each.channels.rows]
        typed = (row.is_whole and not (row.limit.kept or any(price.cell.kept for price in row.prices)) for row in rows)
        return Share(sum(typed), len(rows))

    @property
    def paper_rows(self) -> Share:
        """Rows of the tables of papers whose name, forms and numbers were all found."""
        groups = [group for each in self.parts for group in each.groups]
        rows = [row for group in groups for row in group.rows]
        lost = sum(bool(group.rest) for group in groups)
        return Share(sum(row.is_whole for row in rows), len(rows) + lost)

    @property
    def law_rows(self) -> Share:
        """Legal documents whose title and number were found."""
        rest = sum(len(each.law.rest) for each in self.parts)
        rows = sum(len(each.law.rows) for each in self.parts)
        return Share(rows, rows + rest)

    @property
    def results(self) -> Share:
        """Results whose code was found."""
        rows = [row for each in self.parts for row in each.results]
        return Share(sum(bool(row.code) for row in rows), len(rows))

    @property
    def law_items(self) -> Share:
        """Contents that the law asks for and the drafts give, of thirteen a record."""
        given = sum(item.is_given(draft.record) for draft in self.drafts for item in LAW_ITEMS)
        return Share(given, len(LAW_ITEMS) * len(self.drafts))

    @property
    def fields(self) -> int:
        """How many keys of the drafts hold something that the source told."""
        return sum(len(draft.record.model_fields_set - PLAIN_KEYS) for draft in self.drafts)

    @property
    def questions(self) -> int:
        """How many questions the drafts hold."""
        return sum(len(draft.record.questions) for draft in self.drafts)

    def found(self, severity: Severity) -> Counter[str]:
        """Return how often ``check`` says each code."""
        return Counter(problem.code for problem in self.problems if problem.severity is severity)


def table_of(report: Report) -> Table:
    """Return the report as a table."""
    table = Table("Nội dung", "Số", title="Nhập từ Cổng Dịch vụ công quốc gia", title_justify="left")
    for name, value in rows_of(report):
        table.add_row(name, value if isinstance(value, str) else str(value))
    return table


def rows_of(report: Report) -> Iterable[tuple[str, str | Share]]:
    """Yield the name and the value of each line."""
    asked = sum(bool(draft.record.questions) for draft in report.drafts)
    yield "Bản ghi thành bản nháp", Share(len(report.drafts), len(report.drafts) + len(report.skipped))
    yield "Bản ghi nạp được, không lỗi", report.loaded
    yield "Bản ghi kèm theo (cơ quan, văn bản, quyết định…)", number_words(report.shared)
    yield "Khóa có nội dung", number_words(report.fields)
    yield "Nội dung luật đòi (13 mỗi thủ tục)", report.law_items
    yield "Dòng cách thức nộp tách trọn", report.channel_rows
    yield "  trong đó thời hạn và phí thành giá trị", report.typed_rows
    yield "Dòng giấy tờ tách trọn", report.paper_rows
    yield "Văn bản căn cứ tách được", report.law_rows
    yield "Kết quả có mã", report.results
    yield "Bước", number_words(sum(len(draft.record.steps) for draft in report.drafts))
    yield "Câu hỏi cho người rà soát", f"{number_words(report.questions)} ở {number_words(asked)} bản nháp"
    yield "Ký tự của nguồn không có trong bản nháp", number_words(report.missing)
    for severity, name in ((Severity.ERROR, "Lỗi"), (Severity.WARNING, "Cảnh báo")):
        found = report.found(severity)
        yield f"{name} khi kiểm tra", number_words(found.total())
        yield from ((f"  {code}", number_words(count)) for code, count in found.most_common())


def skipped_lines(skipped: Sequence[Skipped]) -> list[str]:
    """Return what was passed over, a line each; not all when there are many."""
    lines = [f"Bỏ qua {each.place}: {each.why}" for each in skipped[:MOST_SKIPPED]]
    more = len(skipped) - MOST_SKIPPED
    return [*lines, f"… và {number_words(more)} bản ghi nữa"] if more > 0 else lines

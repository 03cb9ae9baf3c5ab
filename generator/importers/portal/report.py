"""What an import came to, counted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.errors import Problem, Severity
from generator.importers.portal.channels import Row
from generator.importers.portal.draft import Draft
from generator.importers.portal.parts import Parts
from generator.importers.portal.source import Skipped
from generator.rules.common import number_words
from generator.rules.law_items import LAW_ITEMS

# Keys that every draft has, or that say nothing of the procedure itself.
PLAIN_KEYS = frozenset({"code", "local_code", "status", "links", "source", "questions", "unknown"})
# What sources get wrong, by the codes of ``check`` and the matters asked about that tell it.
FINDINGS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "fee-without-unit": (frozenset({"phi-qua-nho"}), frozenset({"fee-text"})),
    "limit-without-unit": (frozenset(), frozenset({"limit-unit"})),
    "days-or-working-days": (frozenset({"don-vi-mau-thuan"}), frozenset()),
    "number-against-words": (
        frozenset({"so-luong-mau-thuan"}),
        frozenset({"fee-differs", "fee-free", "limit-differs"}),
    ),
}


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
    def imported(self) -> Share:
        """Records that became drafts, of all that were read."""
        return Share(len(self.drafts), len(self.drafts) + sum(each.is_record for each in self.skipped))

    @property
    def loaded(self) -> Share:
        """Drafts in whose files ``check`` finds no error, of all records that were read."""
        errors = (problem for problem in self.problems if problem.severity is Severity.ERROR)
        wrong = {"/".join(problem.file.split("/")[-3:]) for problem in errors}
        sound = sum(draft.path not in wrong for draft in self.drafts)
        return Share(sound, self.imported.whole)

    @property
    def channel_rows(self) -> Share:
        """Rows of the tables of channels whose cells were all found."""
        rows = [row for each in self.parts for row in each.channels.rows]
        lost = sum(bool(each.channels.rest) for each in self.parts)
        return Share(sum(not row.trouble for row in rows), len(rows) + lost)

    @property
    def typed_rows(self) -> Share:
        """Rows of the tables of channels whose time limit and fees all became values, or are not told."""
        rows = [row for each in self.parts for row in each.channels.rows]
        return Share(sum(map(_is_typed, rows)), len(rows))

    @property
    def unit_rows(self) -> Share:
        """The same among those rows whose time limit is not a bare number: the source does not tell its unit."""
        rows = [row for each in self.parts for row in each.channels.rows if not row.limit.kept.isdecimal()]
        return Share(sum(map(_is_typed, rows)), len(rows))

    @property
    def paper_rows(self) -> Share:
        """Rows of the tables of papers whose name, forms and numbers were all found."""
        groups = [group for each in self.parts for group in each.groups]
        rows = [row for group in groups for row in group.rows]
        lost = sum(bool(group.rest) for group in groups)
        lost += sum(ask.about == "leftover" and ask.place == "documents" for each in self.parts for ask in each.asks)
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

    @property
    def asked(self) -> int:
        """How many drafts hold questions."""
        return sum(bool(draft.record.questions) for draft in self.drafts)

    @property
    def steps(self) -> int:
        """How many steps the drafts hold."""
        return sum(len(draft.record.steps) for draft in self.drafts)

    @property
    def matters(self) -> Counter[str]:
        """In how many drafts each matter is asked about."""
        return Counter(about for draft in self.drafts for about in {ask.about for ask in draft.asks})

    def found(self, severity: Severity) -> Counter[str]:
        """Return how often ``check`` says each code."""
        return Counter(problem.code for problem in self.problems if problem.severity is severity)

    @property
    def findings(self) -> dict[str, int]:
        """At how many places the sources get wrong what ``FINDINGS`` lists."""
        codes = Counter(problem.code for problem in self.problems)
        asked = Counter(ask.about for draft in self.drafts for ask in draft.asks)
        return {
            name: sum(codes[code] for code in own) + sum(asked[about] for about in abouts)
            for name, (own, abouts) in FINDINGS.items()
        }


def _is_typed(row: Row) -> bool:
    return not (row.trouble or row.limit.kept or any(price.cell.kept for price in row.prices))

"""Dates: what comes first stands first.  No rule here looks at the clock."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.errors import Problem
from generator.filed import Filed, Files, Path
from generator.model.lists import Holidays
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.times import Due, DueBefore, DueBy, DueHalfYear, DueMonth, DueQuarter, DueYear
from generator.rules.common import day_words, earliest, fees_in, procedures, records

Named = tuple[str, date | None]
DATED = DueBefore | DueBy | DueMonth | DueQuarter | DueHalfYear | DueYear
YEARS_BEFORE, YEARS_AFTER = 1, 10


def _in_order(filed: Filed[Any], path: Path, first: Named, second: Named) -> Iterator[Problem]:
    """Yield an error at ``path`` when both days are known and the second comes before the first."""
    (first_name, start), (second_name, end) = first, second
    if start and end and end < start:
        message = f"{second_name} ({day_words(end)}) đứng trước {first_name} ({day_words(start)})"
        yield filed.error(path, "ngay-nguoc", message, "đối chiếu lại nguồn rồi sửa ngày viết sai")


def effect_ends_after_it_starts(files: Files) -> Iterator[Problem]:
    """Ngày hết hiệu lực đứng sau ngày có hiệu lực."""
    for filed in records(files, "agencies", "legal", "procedures"):
        start, end = filed.record.effective_from, filed.record.effective_to
        if start and start == end:
            hint = "đối chiếu lại nguồn rồi sửa một trong hai ngày"
            yield filed.error(("effective_to",), "ngay-nguoc", "hết hiệu lực đúng ngày có hiệu lực", hint)
        yield from _in_order(filed, ("effective_to",), ("ngày có hiệu lực", start), ("ngày hết hiệu lực", end))


def effect_starts_after_issue(files: Files) -> Iterator[Problem]:
    """Văn bản có hiệu lực từ ngày ban hành trở đi; hiệu lực trở về trước là hiếm, cần xem lại."""
    for filed in records(files, "legal", "decisions"):
        issued, start = earliest(filed.record.issued_on), filed.record.effective_from
        if issued and start and start < issued:
            message = f"có hiệu lực từ {day_words(start)}, trước ngày ban hành {day_words(issued)}"
            hint = "đối chiếu lại hai ngày; nếu đúng là hiệu lực trở về trước thì ghi một ngoại lệ kèm lý do"
            yield filed.warning(("effective_from",), "hieu-luc-tro-ve-truoc", message, hint)


def changes_follow_their_documents(files: Files) -> Iterator[Problem]:
    """Thay đổi của thủ tục không đứng trước ngày ban hành văn bản làm ra nó."""
    issued = {
        (kind, str(filed.record.id)): earliest(filed.record.issued_on)
        for kind in ("legal", "decisions")
        for filed in records(files, kind)
    }
    for filed in procedures(files):
        for index, change in enumerate(filed.record.changes):
            source = ("decisions", change.decision) if change.decision else ("legal", change.legal or "")
            first: Named = ("ngày ban hành văn bản làm thay đổi", issued.get(source))
            yield from _in_order(filed, ("changes", index, "date"), first, ("ngày thay đổi", change.date))


def fee_ends_after_it_starts(files: Files) -> Iterator[Problem]:
    """Ngày hết áp dụng mức thu không đứng trước ngày thủ tục có hiệu lực."""
    for filed in procedures(files):
        first: Named = ("ngày thủ tục có hiệu lực", filed.record.effective_from)
        for path, fee in fees_in(filed.record):
            yield from _in_order(filed, (*path, "valid_until"), first, ("ngày hết áp dụng mức thu", fee.valid_until))


def process_is_configured_after_issue(files: Files) -> Iterator[Problem]:
    """Quy trình nội bộ được ban hành rồi mới cấu hình trên phần mềm."""
    for filed in procedures(files):
        for index, process in enumerate(filed.record.internal_processes):
            path = ("internal_processes", index, "configured_on")
            last: Named = ("ngày cấu hình", process.configured_on)
            yield from _in_order(filed, path, ("ngày ban hành quy trình", process.date), last)


def report_follows_its_plan(files: Files) -> Iterator[Problem]:
    """Số liệu tiến độ chốt sau ngày ban hành kế hoạch; việc báo đã xong thì xong trước ngày chốt."""
    plans = {filed.record.id: earliest(filed.record.date) for filed in files.of("plans", Plan)}
    for filed in files.of("progress", Progress):
        as_of: Named = ("ngày chốt số liệu", filed.record.as_of)
        yield from _in_order(filed, ("as_of",), ("ngày ban hành kế hoạch", plans.get(filed.record.plan)), as_of)
        for index, task in enumerate(filed.record.tasks):
            yield from _in_order(filed, ("tasks", index, "done_on"), ("ngày xong", task.done_on), as_of)


def figures_are_closed_after_the_period_starts(files: Files) -> Iterator[Problem]:
    """Số liệu của một kỳ chốt sau khi kỳ ấy bắt đầu."""
    for filed in records(files, "progress", "statistics"):
        year, month, _last_year, _last_month = filed.record.period.months
        first: Named = ("ngày đầu kỳ", date(year, month, 1))
        yield from _in_order(filed, ("as_of",), first, ("ngày chốt số liệu", filed.record.as_of))


def dues_stand_in_the_plan(files: Files) -> Iterator[Problem]:
    """Thời hạn trong kế hoạch đứng từ một năm trước đến mười năm sau thời kỳ kế hoạch."""
    for filed in files.of("plans", Plan):
        first, _month, last, _last_month = filed.record.period.months
        for path, due in _dues(filed.record):
            year = _year_of(due)
            if year and not first - YEARS_BEFORE <= year <= last + YEARS_AFTER:
                message = f"thời hạn rơi vào năm {year}, ngoài thời kỳ {filed.record.period} của kế hoạch"
                yield filed.error(path, "han-ngoai-ky", message, "đối chiếu lại năm trong văn bản")


def _dues(plan: Plan) -> Iterator[tuple[Path, Due | None]]:
    for index, target in enumerate(plan.targets):
        yield ("targets", index, "due"), target.due
    for index, task in enumerate(plan.tasks):
        yield ("tasks", index, "due"), task.due
        for place, also in enumerate(task.also_due):
            yield ("tasks", index, "also_due", place), also


def _year_of(due: Due | None) -> int | None:
    """Return the year of a due date that ends; None of one that recurs, starts or has been."""
    if not isinstance(due, DATED):
        return None
    return due.date.year if isinstance(due, DueBefore | DueBy) else due.year


def holidays_stand_in_their_year(files: Files) -> Iterator[Problem]:
    """Ngày trong lịch nghỉ thuộc đúng năm, mỗi ngày một lần."""
    for filed in files.of("holidays", Holidays):
        seen: set[date] = set()
        for row, year in enumerate(filed.record.years):
            for index, day in enumerate(year.days):
                path = ("years", row, "days", index, "date")
                if day.date.year != year.year:
                    message = f"ngày {day_words(day.date)} không thuộc năm {year.year}"
                    yield filed.error(path, "ngay-khac-nam", message, "chuyển ngày sang đúng năm")
                if day.date in seen:
                    yield filed.error(path, "ngay-trung", f"ngày {day_words(day.date)} đã ghi ở trên", "giữ một dòng")
                seen.add(day.date)


RULES = (
    effect_ends_after_it_starts,
    effect_starts_after_issue,
    changes_follow_their_documents,
    fee_ends_after_it_starts,
    process_is_configured_after_issue,
    report_follows_its_plan,
    figures_are_closed_after_the_period_starts,
    dues_stand_in_the_plan,
    holidays_stand_in_their_year,
)

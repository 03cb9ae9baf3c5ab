"""Dates: what comes first stands first.  No rule here looks at the clock."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.errors import Problem
from generator.facts import Facts
from generator.filed import Filed
from generator.model.agency import Agency
from generator.model.legal import Decision, Legal
from generator.model.lists import Holidays
from generator.model.parts import earliest
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.statistics import Statistics
from generator.model.times import Due, DueBefore, DueBy, DueHalfYear, DueMonth, DueQuarter, DueYear
from generator.nodes import Path
from generator.rules.common import CrossRules, OwnRules, day_words, fees_in

Named = tuple[str, date | None]
DATED = DueBefore | DueBy | DueMonth | DueQuarter | DueHalfYear | DueYear
YEARS_BEFORE, YEARS_AFTER = 1, 10


def _in_order(filed: Filed[Any], path: Path, first: Named, second: Named) -> Iterator[Problem]:
    """Yield an error at ``path`` when both days are known and the second comes before the first."""
    (first_name, start), (second_name, end) = first, second
    if start and end and end < start:
        message = f"{second_name} ({day_words(end)}) đứng trước {first_name} ({day_words(start)})"
        yield filed.error(path, "ngay-nguoc", message, "đối chiếu lại nguồn rồi sửa ngày viết sai")


def effect_ends_after_it_starts(filed: Filed[Agency | Legal | Procedure]) -> Iterator[Problem]:
    """Ngày hết hiệu lực đứng sau ngày có hiệu lực."""
    start, end = filed.record.effective_from, filed.record.effective_to
    if start and start == end:
        hint = "đối chiếu lại nguồn rồi sửa một trong hai ngày"
        yield filed.error(("effective_to",), "ngay-nguoc", "hết hiệu lực đúng ngày có hiệu lực", hint)
    yield from _in_order(filed, ("effective_to",), ("ngày có hiệu lực", start), ("ngày hết hiệu lực", end))


def effect_starts_after_issue(filed: Filed[Legal | Decision]) -> Iterator[Problem]:
    """Văn bản có hiệu lực từ ngày ban hành trở đi; hiệu lực trở về trước là hiếm, cần xem lại."""
    issued, start = earliest(filed.record.issued_on), filed.record.effective_from
    if issued and start and start < issued:
        message = f"có hiệu lực từ {day_words(start)}, trước ngày ban hành {day_words(issued)}"
        hint = "đối chiếu lại hai ngày; nếu đúng là hiệu lực trở về trước thì ghi một ngoại lệ kèm lý do"
        yield filed.warning(("effective_from",), "hieu-luc-tro-ve-truoc", message, hint)


def changes_follow_their_documents(filed: Filed[Procedure], facts: Facts) -> Iterator[Problem]:
    """Thay đổi của thủ tục không đứng trước ngày ban hành văn bản làm ra nó."""
    for index, change in enumerate(filed.record.changes):
        source = facts.decisions.get(change.decision) if change.decision else facts.legal.get(change.legal or "")
        first: Named = ("ngày ban hành văn bản làm thay đổi", source.issued_from if source else None)
        yield from _in_order(filed, ("changes", index, "date"), first, ("ngày thay đổi", change.date))


def fee_ends_after_it_starts(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Ngày hết áp dụng mức thu không đứng trước ngày thủ tục có hiệu lực."""
    first: Named = ("ngày thủ tục có hiệu lực", filed.record.effective_from)
    for path, fee in fees_in(filed.record):
        yield from _in_order(filed, (*path, "valid_until"), first, ("ngày hết áp dụng mức thu", fee.valid_until))


def process_is_configured_after_issue(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Quy trình nội bộ được ban hành rồi mới cấu hình trên phần mềm."""
    for index, process in enumerate(filed.record.internal_processes):
        path = ("internal_processes", index, "configured_on")
        last: Named = ("ngày cấu hình", process.configured_on)
        yield from _in_order(filed, path, ("ngày ban hành quy trình", process.date), last)


def report_follows_its_plan(filed: Filed[Progress], facts: Facts) -> Iterator[Problem]:
    """Số liệu tiến độ chốt sau ngày ban hành kế hoạch; việc báo đã xong thì xong trước ngày chốt."""
    plan = facts.plans.get(filed.record.plan)
    as_of: Named = ("ngày chốt số liệu", filed.record.as_of)
    yield from _in_order(filed, ("as_of",), ("ngày ban hành kế hoạch", plan.issued_from if plan else None), as_of)
    for index, task in enumerate(filed.record.tasks):
        yield from _in_order(filed, ("tasks", index, "done_on"), ("ngày xong", task.done_on), as_of)


def figures_are_closed_after_the_period_starts(filed: Filed[Progress | Statistics]) -> Iterator[Problem]:
    """Số liệu của một kỳ chốt sau khi kỳ ấy bắt đầu."""
    year, month, _last_year, _last_month = filed.record.period.months
    first: Named = ("ngày đầu kỳ", date(year, month, 1))
    yield from _in_order(filed, ("as_of",), first, ("ngày chốt số liệu", filed.record.as_of))


def dues_stand_in_the_plan(filed: Filed[Plan]) -> Iterator[Problem]:
    """Thời hạn trong kế hoạch đứng từ một năm trước đến mười năm sau thời kỳ kế hoạch."""
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


def holidays_stand_in_their_year(filed: Filed[Holidays]) -> Iterator[Problem]:
    """Ngày trong lịch nghỉ thuộc đúng năm, mỗi ngày một lần."""
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


OWN: OwnRules = {
    Agency: (effect_ends_after_it_starts,),
    Legal: (effect_ends_after_it_starts, effect_starts_after_issue),
    Decision: (effect_starts_after_issue,),
    Procedure: (effect_ends_after_it_starts, fee_ends_after_it_starts, process_is_configured_after_issue),
    Plan: (dues_stand_in_the_plan,),
    Progress: (figures_are_closed_after_the_period_starts,),
    Statistics: (figures_are_closed_after_the_period_starts,),
    Holidays: (holidays_stand_in_their_year,),
}
CROSS: CrossRules = {Procedure: (changes_follow_their_documents,), Progress: (report_follows_its_plan,)}

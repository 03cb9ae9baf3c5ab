"""Exceptions: warnings that people have looked at and let stand, each with a reason and a last day."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.errors import Problem, Severity
from generator.facts import Facts
from generator.filed import Filed
from generator.model.lists import Waiver, Waivers
from generator.rules.common import FiledAt, day_words, shown_at

EXCEPTIONS = "exceptions.yml"


def unwaived(facts: Facts, found: Sequence[Problem], today: date) -> Iterator[Problem]:
    """Yield the problems of ``found`` that no exception covers today; errors are never covered."""
    holding = [each for each in _waivers(facts) if each.until >= today]
    return (problem for problem in found if not any(_covers(facts, each, problem) for each in holding))


def needless(facts: Facts, filed_at: FiledAt, found: Sequence[Problem], today: date) -> Iterator[Problem]:
    """Yield an error for each exception that covers nothing, a warning for each that has run out."""
    for index, waiver in enumerate(_waivers(facts)):
        if not any(_covers(facts, waiver, problem) for problem in found):
            is_error = any(_means(facts, waiver, problem) for problem in found)
            yield _uncovering(filed_at(EXCEPTIONS), index, waiver, is_error=is_error)
        elif waiver.until < today:
            hint = "xử lý cảnh báo, hoặc xem lại lý do rồi lùi until"
            message = f"ngoại lệ hết hạn từ {day_words(waiver.until)}"
            yield filed_at(EXCEPTIONS).warning(("exceptions", index, "until"), "ngoai-le-het-han", message, hint)


def _waivers(facts: Facts) -> tuple[Waiver, ...]:
    if EXCEPTIONS not in facts.held.cards:
        return ()
    record: Waivers = facts.record(EXCEPTIONS)
    return record.exceptions


def _covers(facts: Facts, waiver: Waiver, problem: Problem) -> bool:
    return problem.severity is Severity.WARNING and _means(facts, waiver, problem)


def _means(facts: Facts, waiver: Waiver, problem: Problem) -> bool:
    """Whether an exception names the problem's file, its code and, if it has one, its field or a part above it."""
    if problem.code != waiver.code or not _is_within(problem.field, waiver.field):
        return False
    return problem.file in {waiver.file, shown_at(facts, waiver.file)}


def _is_within(field: str, part: str | None) -> bool:
    """Whether ``field`` is ``part`` or stands below it; everything stands below nothing."""
    return not part or (field.startswith(part) and field[len(part) :][:1] in {"", ".", "["})


def _uncovering(filed: Filed[Waivers], index: int, waiver: Waiver, *, is_error: bool) -> Problem:
    if is_error:
        message, hint = f"“{waiver.code}” là lỗi, không bỏ qua được", "sửa lỗi rồi xóa ngoại lệ này"
    else:
        message, hint = "ngoại lệ không còn cần: không có cảnh báo nào như vậy", "xóa ngoại lệ này"
    return filed.error(("exceptions", index), "ngoai-le-thua", message, hint)

"""Exceptions: warnings that people have looked at and let stand, each with a reason and a last day."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.errors import Problem, Severity
from generator.filed import Filed, Files
from generator.model.lists import Waiver, Waivers
from generator.rules.common import day_words


def unwaived(files: Files, found: Sequence[Problem], today: date) -> Iterator[Problem]:
    """Yield the problems of ``found`` that no exception covers today; errors are never covered."""
    holding = [each for _filed, _index, each in _all(files) if each.until >= today]
    return (problem for problem in found if not any(_covers(files, each, problem) for each in holding))


def needless(files: Files, found: Sequence[Problem], today: date) -> Iterator[Problem]:
    """Yield an error for each exception that covers nothing, a warning for each that has run out."""
    for filed, index, waiver in _all(files):
        if not any(_covers(files, waiver, problem) for problem in found):
            yield _uncovering(files, filed, index, found)
        elif waiver.until < today:
            hint = "xử lý cảnh báo, hoặc xem lại lý do rồi lùi until"
            message = f"ngoại lệ hết hạn từ {day_words(waiver.until)}"
            yield filed.warning(("exceptions", index, "until"), "ngoai-le-het-han", message, hint)


def _all(files: Files) -> Iterator[tuple[Filed[Waivers], int, Waiver]]:
    for filed in files.of("exceptions", Waivers):
        for index, waiver in enumerate(filed.record.exceptions):
            yield filed, index, waiver


def _covers(files: Files, waiver: Waiver, problem: Problem) -> bool:
    return problem.severity is Severity.WARNING and _means(files, waiver, problem)


def _means(files: Files, waiver: Waiver, problem: Problem) -> bool:
    """Whether an exception names the problem's file, its code and, if it has one, its field or a part above it."""
    named = problem.file in {waiver.file, files.shown(waiver.file)} and problem.code == waiver.code
    return named and _is_within(problem.field, waiver.field)


def _is_within(field: str, part: str | None) -> bool:
    """Whether ``field`` is ``part`` or stands below it; everything stands below nothing."""
    return not part or (field.startswith(part) and field[len(part) :][:1] in {"", ".", "["})


def _uncovering(files: Files, filed: Filed[Waivers], index: int, found: Sequence[Problem]) -> Problem:
    waiver = filed.record.exceptions[index]
    if any(_means(files, waiver, problem) for problem in found):
        message, hint = f"“{waiver.code}” là lỗi, không bỏ qua được", "sửa lỗi rồi xóa ngoại lệ này"
    else:
        message, hint = "ngoại lệ không còn cần: không có cảnh báo nào như vậy", "xóa ngoại lệ này"
    return filed.error(("exceptions", index), "ngoai-le-thua", message, hint)

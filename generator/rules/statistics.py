"""Figures of a period: the sums of form II.06a and parts that fit in their wholes.  Law: 01/2020/TT-VPCP."""

from collections.abc import Iterator

from generator.errors import Problem
from generator.facts import Facts
from generator.filed import Filed
from generator.model.statistics import DossierRow, Share, Statistics
from generator.nodes import Path
from generator.rules.common import CrossRules, OwnRules

# Each total of the form, and the columns that make it.
IDENTITIES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("received", ("received_online", "received_direct", "carried_over"), "cột 3 = 4 + 5 + 6"),
    ("resolved", ("resolved_early", "resolved_on_time", "resolved_late"), "cột 7 = 8 + 9 + 10"),
    ("pending", ("pending_in_time", "pending_late"), "cột 11 = 12 + 13"),
    ("received", ("resolved", "pending"), "cột 3 = 7 + 11"),
)


def columns_add_up(filed: Filed[Statistics]) -> Iterator[Problem]:
    """Biểu II.06a giữ bốn đẳng thức: 3 = 4 + 5 + 6; 7 = 8 + 9 + 10; 11 = 12 + 13; 3 = 7 + 11."""
    for index, row in enumerate(filed.record.rows):
        for total, parts, rule in IDENTITIES:
            whole, summed = getattr(row, total), sum(getattr(row, part) for part in parts)
            if whole != summed:
                message = f"{rule}, nhưng tổng ghi {whole} còn các cột cộng lại được {summed}"
                yield filed.error(("rows", index, total), "tong-sai", message, "đối chiếu lại các cột với báo cáo")


def rows_are_told_apart(filed: Filed[Statistics]) -> Iterator[Problem]:
    """Mỗi lĩnh vực hoặc thủ tục chỉ có một dòng trong biểu."""
    seen: set[tuple[str | None, str | None]] = set()
    for index, row in enumerate(filed.record.rows):
        if _key(row) in seen:
            message = "đã có một dòng cho lĩnh vực hoặc thủ tục này"
            yield filed.error(("rows", index), "dong-trung", message, "gộp hai dòng, hoặc sửa mã")
        seen.add(_key(row))


def _key(row: DossierRow) -> tuple[str | None, str | None]:
    return row.field, row.procedure


def part_fits_in_whole(filed: Filed[Statistics]) -> Iterator[Problem]:
    """Số đạt không quá tổng số: số hóa, kết quả điện tử, thanh toán, bưu chính, hài lòng, phản ánh."""
    for path, part, whole in _parts(filed.record):
        if part > whole:
            message = f"số đạt {part} lớn hơn tổng số {whole}"
            yield filed.error(path, "qua-tong", message, "đối chiếu lại hai số với báo cáo")


def _parts(record: Statistics) -> Iterator[tuple[Path, int, int]]:
    """Yield path, part and whole of every share."""
    for name, share in record.outcomes:
        if isinstance(share, Share):
            yield ("outcomes", name, "count"), share.count, share.total
    if survey := record.satisfaction:
        yield ("satisfaction", "satisfied"), survey.satisfied, survey.ballots
        for index, factor in enumerate(survey.factors):
            yield (
                ("satisfaction", "factors", index, "satisfied", "count"),
                factor.satisfied.count,
                factor.satisfied.total,
            )
    if (feedback := record.feedback) and feedback.satisfied is not None:
        yield ("feedback", "satisfied"), feedback.satisfied, feedback.resolved_on_time + feedback.resolved_late


def feedback_was_received(filed: Filed[Statistics]) -> Iterator[Problem]:
    """Số phản ánh đã xử lý thường không quá số tiếp nhận trong kỳ."""
    feedback = filed.record.feedback
    if feedback and (done := feedback.resolved_on_time + feedback.resolved_late) > feedback.received:
        message = f"xử lý {done} phản ánh mà chỉ tiếp nhận {feedback.received}"
        hint = "đối chiếu lại; nếu có phản ánh của kỳ trước chuyển sang thì ghi một ngoại lệ kèm lý do"
        yield filed.warning(("feedback", "received"), "xu-ly-qua-tiep-nhan", message, hint)


def carried_over_is_what_was_pending(filed: Filed[Statistics], facts: Facts) -> Iterator[Problem]:
    """Số chuyển từ kỳ trước sang bằng số đang giải quyết ở cuối kỳ trước, khi có cả hai kỳ."""
    earlier = list(_ended_before(filed.record, facts))
    for index, row in enumerate(filed.record.rows):
        left = {each.pending for record in earlier for each in record.rows if _key(each) == _key(row)}
        if left and row.carried_over not in left:
            told = " hoặc ".join(map(str, sorted(left)))
            message = f"kỳ trước chuyển sang {row.carried_over}, mà cuối kỳ trước đang giải quyết {told}"
            hint = "đối chiếu lại hai kỳ báo cáo"
            yield filed.warning(("rows", index, "carried_over"), "chuyen-ky-lech", message, hint)


def _ended_before(record: Statistics, facts: Facts) -> Iterator[Statistics]:
    """Yield the figures of the same agency for each period that ended in the month before this one began."""
    year, month, _last_year, _last_month = record.period.months
    before = (year, month - 1) if month > 1 else (year - 1, 12)
    for key in facts.pointing("statistics", "agency", record.agency):
        if facts.reports["statistics"][key].period.months[2:] == before:
            yield facts.whole("statistics", key)


OWN: OwnRules = {Statistics: (columns_add_up, rows_are_told_apart, part_fits_in_whole, feedback_was_received)}
CROSS: CrossRules = {Statistics: (carried_over_is_what_was_pending,)}

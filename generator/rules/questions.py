"""Questions that an importer left in a draft: a person answers them before the record is relied on."""

from collections.abc import Iterator

from generator.errors import Problem
from generator.filed import Filed
from generator.model.choices import ENDED
from generator.model.procedure import Procedure
from generator.rules.common import OwnRules


def questions_are_answered(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Bản nháp nhập từ nơi khác còn câu hỏi thì chưa rà soát xong (trừ thủ tục đã hết hiệu lực)."""
    count = len(filed.record.questions)
    if count and filed.record.status not in ENDED:
        hint = "đối chiếu nguồn, sửa bản ghi theo câu trả lời rồi xóa câu hỏi ấy khỏi questions"
        message = f"còn {count} câu hỏi chờ người rà soát"
        yield filed.warning(("questions",), "con-cau-hoi", message, hint)


OWN: OwnRules = {Procedure: (questions_are_answered,)}

"""Fees: the errors that the national portal itself holds."""

from collections.abc import Iterator

from generator.errors import Problem
from generator.filed import Filed
from generator.model.channel import CouncilFee, Fee
from generator.model.procedure import Procedure
from generator.rules.common import OwnRules, fee_lists, fees_in, number_words

LEAST_VND = 1000


def fee_is_large_enough(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Mức thu lớn hơn 0 mà dưới 1.000 đồng thường là ghi thiếu số 0."""
    for path, fee in fees_in(filed.record):
        if fee.amount_vnd and fee.amount_vnd < LEAST_VND:
            likely = number_words(fee.amount_vnd * LEAST_VND)
            hint = f"đối chiếu lại nguồn; nếu nguồn tính bằng nghìn đồng thì viết {likely}"
            message = f"mức thu {fee.amount_vnd} đồng nhỏ bất thường"
            yield filed.warning((*path, "amount_vnd"), "phi-qua-nho", message, hint)


def council_is_said_plainly(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Khóa set_by_council chỉ viết khi là true; khoản không do HĐND quy định thì bỏ khóa này."""
    for path, fee in fees_in(filed.record):
        if isinstance(fee, CouncilFee) and not fee.set_by_council:
            hint = "bỏ dòng set_by_council và ghi amount_vnd"
            yield filed.error((*path, "set_by_council"), "hdnd-false", "set_by_council chỉ nhận true", hint)


def free_is_not_mixed(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Trong một dòng không vừa miễn phí vừa thu cùng một khoản mà không nói rõ ai được miễn."""
    for path, fees in fee_lists(filed.record):
        charged = {(fee.kind, fee.name) for fee in fees if fee.amount_vnd}
        for index, fee in enumerate(fees):
            if fee.amount_vnd == 0 and not _explained(fee) and (fee.kind, fee.name) in charged:
                hint = "bỏ khoản 0 đồng, hoặc ghi when, exemption cho biết khi nào thu, ai được miễn"
                yield filed.warning((*path, index), "vua-mien-vua-thu", "vừa miễn phí vừa thu tiền", hint)


def _explained(fee: Fee) -> bool:
    return bool(fee.note or fee.exemption or fee.when)


def passing_fee_has_a_basis(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Mức thu chỉ áp dụng đến một ngày phải nêu văn bản quy định, hoặc nói rõ ở exemption hay note."""
    for path, fee in fees_in(filed.record):
        if fee.valid_until and not fee.legal_basis and not _explained(fee):
            hint = "thêm legal_basis, hoặc ghi ở note mức thu sau ngày ấy"
            message = "mức thu có ngày hết áp dụng mà không nêu văn bản nào quy định"
            yield filed.warning((*path, "valid_until"), "phi-thieu-can-cu", message, hint)


OWN: OwnRules = {
    Procedure: (fee_is_large_enough, council_is_said_plainly, free_is_not_mixed, passing_fee_has_a_basis),
}

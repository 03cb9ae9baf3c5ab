"""How, at what price and how far online a procedure can be done. Law: 118/2025/NĐ-CP, 224/2026/NĐ-CP."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from generator.model.base import Model
from generator.model.choices import ChannelKind, FeeKind
from generator.model.codes import CaseRef, LegalRef
from generator.model.times import TimeLimit
from generator.model.values import Bool, Date, Line, Money, Text, Url


class FixedFee(Model):
    """A fee whose amount is known; 0 means free of charge."""

    kind: FeeKind | None = Field(None, title="Loại: phí hay lệ phí")
    name: Line | None = Field(None, title="Tên khoản thu")
    amount_vnd: Money = Field(title="Mức thu (đồng)", description="0 là miễn phí. Chưa biết thì không ghi cả khoản.")
    per: Line | None = Field(None, title="Đơn vị tính", description="Ví dụ: lần, bản, thẻ.")
    when: Line | None = Field(None, title="Chỉ thu khi", description="Bỏ trống khi ai cũng phải nộp khoản này.")
    exemption: Line | None = Field(None, title="Miễn, giảm")
    valid_until: Date | None = Field(None, title="Áp dụng đến")
    legal_basis: tuple[LegalRef, ...] = Field((), title="Văn bản quy định")
    note: Line | None = Field(None, title="Ghi chú")


class CouncilFee(Model):
    """A fee that the provincial people's council sets; the amount here, if any, is one example."""

    set_by_council: Bool = Field(title="Do HĐND cấp tỉnh quy định", description="Viết true.")
    kind: FeeKind | None = Field(None, title="Loại: phí hay lệ phí")
    name: Line | None = Field(None, title="Tên khoản thu")
    amount_vnd: Money | None = Field(
        None, title="Mức nguồn ghi (đồng)", description="Mức tham khảo; mỗi tỉnh mỗi khác."
    )
    per: Line | None = Field(None, title="Đơn vị tính")
    when: Line | None = Field(None, title="Chỉ thu khi", description="Bỏ trống khi ai cũng phải nộp khoản này.")
    exemption: Line | None = Field(None, title="Miễn, giảm")
    valid_until: Date | None = Field(None, title="Áp dụng đến")
    legal_basis: tuple[LegalRef, ...] = Field((), title="Văn bản quy định")
    note: Line | None = Field(None, title="Ghi chú")


def _fee_tag(value: Any) -> str:
    return "=council" if isinstance(value, dict) and "set_by_council" in value else "=fixed"


Fee = Annotated[Annotated[FixedFee, Tag("=fixed")] | Annotated[CouncilFee, Tag("=council")], Discriminator(_fee_tag)]


class Channel(Model):
    """One row of "how to hand in": a channel, for some cases, with its time limit and fees."""

    channel: ChannelKind = Field(title="Hình thức nộp")
    cases: tuple[CaseRef, ...] = Field((), title="Chỉ cho trường hợp", description="Bỏ trống là mọi trường hợp.")
    time_limit: TimeLimit | None = Field(None, title="Thời hạn giải quyết")
    fees: tuple[Fee, ...] | None = Field(
        None,
        title="Phí, lệ phí",
        description="Không ghi là chưa biết; miễn phí ghi một khoản 0 đồng.",
        min_length=1,
    )
    note: Text | None = Field(None, title="Ghi chú")


class OnlineFull(Model):
    """Wholly online (toàn trình). Law: 224/2026/NĐ-CP, art. 14."""

    level: Literal["full"] = Field(title="Mức", description="Toàn trình.")
    since: Date | None = Field(None, title="Từ ngày")
    decision: Line | None = Field(None, title="Văn bản phê duyệt")


class OnlinePartial(Model):
    """Partly online (một phần): the reason and the special law are required. Law: 224/2026/NĐ-CP, art. 14."""

    level: Literal["partial"] = Field(title="Mức", description="Một phần.")
    reason: Line = Field(title="Lý do chưa toàn trình")
    law: Line = Field(title="Quy định chuyên ngành")
    since: Date | None = Field(None, title="Từ ngày")
    decision: Line | None = Field(None, title="Văn bản phê duyệt")


class OnlineInformation(Model):
    """Information only."""

    level: Literal["information"] = Field(title="Mức", description="Chỉ cung cấp thông tin trực tuyến.")
    since: Date | None = Field(None, title="Từ ngày")
    decision: Line | None = Field(None, title="Văn bản phê duyệt")


Online = Annotated[OnlineFull | OnlinePartial | OnlineInformation, Field(discriminator="level")]


class Boundary(Model):
    """Whether a dossier may be handed in anywhere."""

    free: Bool = Field(title="Nộp không phụ thuộc địa giới")
    scope: Line | None = Field(None, title="Phạm vi")


class Postal(Model):
    """Whether the public post takes dossiers in and results out. Law: 45/2016/QĐ-TTg."""

    receives: Bool | None = Field(None, title="Tiếp nhận hồ sơ")
    returns: Bool | None = Field(None, title="Trả kết quả")


class Links(Model):
    """Official addresses."""

    submit: Url | None = Field(None, title="Nơi nộp trực tuyến")
    national_portal: Url | None = Field(None, title="Trang trên Cổng Dịch vụ công quốc gia")

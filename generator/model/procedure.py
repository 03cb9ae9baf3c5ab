"""An administrative procedure (thủ tục hành chính): what a citizen must know. Law: 63/2010/NĐ-CP, art. 8."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from generator.model.base import Model
from generator.model.channel import Boundary, Channel, Fee, Links, Online, Postal
from generator.model.choices import Audience, Level, ProcedureKind, ProcedureStatus
from generator.model.codes import (
    AgencyRef,
    CaseRef,
    DecisionRef,
    FieldRef,
    LocalProcedureCode,
    ProcedureCode,
    ProcedureRef,
    Slug,
)
from generator.model.dossier import Form, PaperGroup, Result
from generator.model.parts import Cited, Contact, Question, Source
from generator.model.times import TimeLimit
from generator.model.upkeep import Change, Disclosure, Interlinked, InternalProcess, Iso, Simplification
from generator.model.values import Bool, Date, Line, OldLevel, Positive, Text


class Agencies(Model):
    """Which agency does what."""

    competent: tuple[AgencyRef, ...] = Field((), title="Cơ quan có thẩm quyền quyết định")
    executing: tuple[AgencyRef, ...] = Field((), title="Cơ quan thực hiện")
    receiving: tuple[AgencyRef, ...] = Field((), title="Nơi tiếp nhận hồ sơ")
    coordinating: tuple[AgencyRef, ...] = Field((), title="Cơ quan phối hợp")
    authorised: tuple[AgencyRef, ...] = Field((), title="Cơ quan được ủy quyền, phân cấp")
    address: Line | None = Field(None, title="Địa chỉ tiếp nhận")


class Case(Model):
    """A case (trường hợp) that changes papers, time or fees."""

    id: Slug = Field(title="Mã trường hợp")
    name: Line = Field(title="Tên trường hợp")
    condition: Line | None = Field(None, title="Điều kiện để thuộc trường hợp này")


def _actor_tag(value: Any) -> str:
    return "=applicant" if value == "applicant" else "=agency"


Actor = Annotated[
    Annotated[Literal["applicant"], Tag("=applicant")] | Annotated[AgencyRef, Tag("=agency")],
    Discriminator(_actor_tag),
]


class Step(Model):
    """One step, in order."""

    text: Text = Field(title="Nội dung bước")
    actor: Actor | None = Field(None, title="Ai làm", description="applicant là người nộp; hoặc mã cơ quan.")
    time_limit: TimeLimit | None = Field(None, title="Thời hạn của bước")
    cases: tuple[CaseRef, ...] = Field((), title="Chỉ cho trường hợp", description="Bỏ trống là mọi trường hợp.")


def _conditions_tag(value: Any) -> str:
    return "=none" if isinstance(value, str) else "=list"


Conditions = Annotated[
    Annotated[Literal["none"], Tag("=none")] | Annotated[tuple[Text, ...], Field(min_length=1), Tag("=list")],
    Discriminator(_conditions_tag),
]


class Procedure(Model):
    """A whole procedure; a key left out is not known, and is shown so when the law asks for it."""

    code: ProcedureCode = Field(title="Mã thủ tục", description="Bằng tên tệp.")
    provisional_code: Bool = Field(
        False, title="Mã tạm", description="true khi chưa biết mã quốc gia và mã ở đây do trang này đặt."
    )
    local_code: LocalProcedureCode | None = Field(None, title="Mã của địa phương")
    title: Line = Field(title="Tên thủ tục")
    short_title: Line | None = Field(None, title="Tên gọi ngắn")
    purpose: Line | None = Field(None, title="Thủ tục để làm gì", description="Một câu, lời thường.")
    kind: ProcedureKind | None = Field(None, title="Loại thủ tục")
    field: FieldRef = Field(title="Lĩnh vực")
    levels: tuple[Level, ...] = Field((), title="Cấp thực hiện")
    audience: tuple[Audience, ...] = Field((), title="Đối tượng thực hiện")
    audience_note: Line | None = Field(None, title="Đối tượng, nói rõ thêm")
    agencies: Agencies = Field(Agencies(), title="Cơ quan")
    status: ProcedureStatus = Field(title="Tình trạng")
    status_note: Line | None = Field(None, title="Ghi chú tình trạng")
    effective_from: Date | None = Field(None, title="Có hiệu lực từ")
    effective_to: Date | None = Field(None, title="Hết hiệu lực từ")
    replaced_by: tuple[ProcedureRef, ...] = Field((), title="Được thay bằng")
    decision: DecisionRef | None = Field(None, title="Quyết định công bố")
    cases: tuple[Case, ...] = Field((), title="Trường hợp")
    steps: tuple[Step, ...] = Field((), title="Trình tự thực hiện")
    channels: tuple[Channel, ...] = Field((), title="Cách thức thực hiện")
    fees: tuple[Fee, ...] | None = Field(
        None,
        title="Phí, lệ phí chung",
        description="Cho mọi cách nộp; dòng nào có phí riêng thì theo dòng đó.",
        min_length=1,
    )
    documents: tuple[PaperGroup, ...] = Field((), title="Thành phần hồ sơ")
    dossier_sets: Positive | None = Field(None, title="Số lượng hồ sơ (bộ)")
    forms: tuple[Form, ...] = Field((), title="Mẫu đơn, tờ khai")
    no_forms: Bool | None = Field(
        None, title="Không có mẫu đơn", description="true khi thủ tục không có mẫu đơn, tờ khai nào."
    )
    results: tuple[Result, ...] = Field((), title="Kết quả thực hiện")
    conditions: Conditions | None = Field(
        None, title="Yêu cầu, điều kiện", description="none khi luật không đặt điều kiện."
    )
    legal_basis: tuple[Cited, ...] = Field((), title="Căn cứ pháp lý")
    changes: tuple[Change, ...] = Field((), title="Lịch sử thay đổi")
    online: Online | None = Field(None, title="Dịch vụ công trực tuyến")
    legacy_online_level: OldLevel | None = Field(None, title="Mức độ cũ (1–4)", description="Chỉ cho bản lịch sử.")
    boundary_free: Boundary | None = Field(None, title="Không phụ thuộc địa giới")
    interlinked: Interlinked | None = Field(None, title="Liên thông")
    postal: Postal | None = Field(None, title="Bưu chính công ích")
    online_payment: Bool | None = Field(None, title="Thanh toán trực tuyến")
    links: Links = Field(Links(), title="Liên kết chính thức")
    internal_processes: tuple[InternalProcess, ...] = Field((), title="Quy trình nội bộ")
    disclosure: tuple[Disclosure, ...] = Field((), title="Nơi đã công khai")
    simplification: tuple[Simplification, ...] = Field((), title="Phương án đơn giản hóa")
    iso: Iso | None = Field(None, title="Quy trình ISO")
    central_time_limit: TimeLimit | None = Field(
        None, title="Thời hạn theo quy định của trung ương", description="Để tính phần địa phương rút ngắn."
    )
    contact: Contact | None = Field(None, title="Liên hệ, phản ánh")
    keywords: tuple[Line, ...] = Field((), title="Từ khóa tìm kiếm", description="Không hiện trên trang.")
    faq: tuple[Question, ...] = Field((), title="Hỏi đáp")
    gaps: tuple[Text, ...] = Field((), title="Chỗ nguồn thiếu hoặc mâu thuẫn")
    questions: tuple[Text, ...] = Field(
        (),
        title="Câu hỏi cho người rà soát",
        description="Chỗ bản nháp chưa chắc; trả lời xong thì xóa câu hỏi. Không hiện trên trang.",
    )
    unknown: tuple[Line, ...] = Field(
        (), title="Điều luật đòi mà nguồn không nêu", description="Tên khóa, ví dụ dossier_sets."
    )
    source: Source = Field(title="Nguồn và đối chiếu")

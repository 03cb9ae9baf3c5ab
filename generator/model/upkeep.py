"""How an agency runs, publishes, changes and simplifies a procedure."""

from pydantic import Field

from generator.model.base import Model
from generator.model.choices import ChangeKind, Place
from generator.model.codes import AgencyRef, CaseRef, DecisionRef, LegalRef, ProcedureRef, SheetVersion
from generator.model.times import TimeLimit
from generator.model.values import Date, Line, Text, Url


class ProcessStep(Model):
    """One step inside the agency."""

    text: Line = Field(title="Công việc")
    unit: Line | None = Field(None, title="Đơn vị, người làm")
    role: Line | None = Field(None, title="Vai trò")
    time_limit: TimeLimit | None = Field(None, title="Thời gian")
    product: Line | None = Field(None, title="Sản phẩm")
    hands_over_to: Line | None = Field(None, title="Chuyển đến")


class InternalProcess(Model):
    """How the agency works through a dossier (quy trình nội bộ)."""

    cases: tuple[CaseRef, ...] = Field((), title="Cho trường hợp")
    decision: Line | None = Field(None, title="Quyết định ban hành")
    date: Date | None = Field(None, title="Ngày ban hành")
    configured_on: Date | None = Field(None, title="Ngày cấu hình trên phần mềm một cửa")
    steps: tuple[ProcessStep, ...] = Field(title="Các bước nội bộ", min_length=1)


class Disclosure(Model):
    """One place where the procedure has been made public."""

    place: Place = Field(title="Nơi công khai")
    date: Date | None = Field(None, title="Ngày công khai")
    url: Url | None = Field(None, title="Địa chỉ")
    evidence: Line | None = Field(None, title="Minh chứng")
    sheet: SheetVersion | None = Field(
        None, title="Bản đã niêm yết", description="Mã bản in ở góc tờ niêm yết, gồm 8 chữ cái."
    )


class Simplification(Model):
    """A proposal to make the procedure simpler."""

    kind: Line = Field(title="Loại", description="Ví dụ: giảm giấy tờ, rút ngắn thời hạn.")
    proposal: Text = Field(title="Phương án")
    decision: Line | None = Field(None, title="Quyết định phê duyệt")
    before: Line | None = Field(None, title="Trước")
    after: Line | None = Field(None, title="Sau")


class Iso(Model):
    """The quality-management process. Standard: TCVN ISO 9001:2015."""

    process: Line = Field(title="Mã quy trình ISO")
    version: Line | None = Field(None, title="Phiên bản")
    date: Date | None = Field(None, title="Ngày áp dụng")


class Change(Model):
    """A change in the life of a procedure."""

    date: Date = Field(title="Ngày")
    kind: ChangeKind = Field(title="Mức độ")
    what: Text = Field(title="Thay đổi gì")
    reason: Line | None = Field(None, title="Vì sao")
    decision: DecisionRef | None = Field(None, title="Quyết định công bố")
    legal: LegalRef | None = Field(None, title="Văn bản làm thay đổi")


class Interlinked(Model):
    """Other procedures done in the same go."""

    procedures: tuple[ProcedureRef, ...] = Field((), title="Thủ tục liên thông")
    agencies: tuple[AgencyRef, ...] = Field((), title="Cơ quan liên thông")
    note: Line | None = Field(None, title="Ghi chú")

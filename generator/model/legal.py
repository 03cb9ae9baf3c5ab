"""A legal or administrative document that records cite, and a decision that announces procedures."""

from pydantic import Field

from generator.model.base import Choice, Model
from generator.model.codes import AgencyRef, LegalRef, Slug
from generator.model.parts import DateOrPart, Signer, Source
from generator.model.values import Date, DocumentNumber, Line, Text, Url


class LegalKind(Choice):
    """Kinds of documents, with the abbreviation seen in numbers. Law: 30/2020/NĐ-CP, appendix III."""

    LAW = "law", "Luật"
    ORDINANCE = "ordinance", "Pháp lệnh"
    RESOLUTION = "resolution", "Nghị quyết"
    DECREE = "decree", "Nghị định"
    DECISION = "decision", "Quyết định"
    CIRCULAR = "circular", "Thông tư"
    JOINT_CIRCULAR = "joint-circular", "Thông tư liên tịch"
    DIRECTIVE = "directive", "Chỉ thị"
    CONCLUSION = "conclusion", "Kết luận"
    PLAN = "plan", "Kế hoạch"
    PROGRAMME = "programme", "Chương trình"
    OFFICIAL_LETTER = "official-letter", "Công văn"
    STANDARD = "standard", "Tiêu chuẩn"
    OTHER = "other", "Văn bản khác"


class Force(Choice):
    """Whether a document is in force; ``unknown`` is said openly."""

    IN_FORCE = "in-force", "Còn hiệu lực"
    AMENDED = "amended", "Còn hiệu lực, đã sửa đổi"
    PARTLY_EXPIRED = "partly-expired", "Hết hiệu lực một phần"
    EXPIRED = "expired", "Hết hiệu lực"
    NOT_YET = "not-yet", "Chưa có hiệu lực"
    UNKNOWN = "unknown", "Chưa rõ hiệu lực"


class Legal(Model):
    """A document that is cited; what is not known of it is left out."""

    id: Slug = Field(title="Mã văn bản", description="Bằng tên tệp.")
    number: DocumentNumber | None = Field(None, title="Số, ký hiệu")
    kind: LegalKind = Field(title="Loại văn bản")
    title: Line | None = Field(None, title="Trích yếu", description="Bỏ trống nếu nguồn không nêu.")
    issuer: AgencyRef | None = Field(None, title="Cơ quan ban hành")
    issued_on: DateOrPart | None = Field(None, title="Ngày ban hành")
    effective_from: Date | None = Field(None, title="Có hiệu lực từ")
    effective_to: Date | None = Field(None, title="Hết hiệu lực từ")
    force: Force = Field(title="Hiệu lực")
    amended_by: tuple[LegalRef, ...] = Field((), title="Được sửa đổi bởi")
    replaced_by: tuple[LegalRef, ...] = Field((), title="Được thay thế bởi")
    url: Url | None = Field(None, title="Địa chỉ")
    gaps: tuple[Text, ...] = Field((), title="Chỗ nguồn thiếu hoặc mâu thuẫn")
    note: Text | None = Field(None, title="Ghi chú")
    source: Source | None = Field(None, title="Nguồn")


class Decision(Model):
    """A decision that announces procedures (quyết định công bố). Law: 63/2010/NĐ-CP, art. 13-15."""

    id: Slug = Field(title="Mã quyết định", description="Bằng tên tệp.")
    number: DocumentNumber = Field(title="Số, ký hiệu")
    agency: AgencyRef = Field(title="Cơ quan ban hành")
    title: Line | None = Field(None, title="Trích yếu")
    issued_on: Date | None = Field(None, title="Ngày ban hành")
    effective_from: Date | None = Field(None, title="Có hiệu lực từ")
    legal_basis: tuple[LegalRef, ...] = Field((), title="Căn cứ")
    signer: Signer | None = Field(None, title="Người ký")
    url: Url | None = Field(None, title="Địa chỉ")
    gaps: tuple[Text, ...] = Field((), title="Chỗ nguồn thiếu hoặc mâu thuẫn")
    note: Text | None = Field(None, title="Ghi chú")
    source: Source = Field(title="Nguồn")

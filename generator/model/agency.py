"""An agency, a unit of one, or a named group of agencies, with its succession in time."""

from pydantic import Field

from generator.model.base import Choice, Model
from generator.model.codes import AgencyRef, LegalRef, Slug
from generator.model.parts import Contact, Source
from generator.model.values import Bool, Date, Line, Text, Url


class AgencyKind(Choice):
    """What kind of body it is."""

    GOVERNMENT = "government", "Chính phủ, Thủ tướng"
    ASSEMBLY = "assembly", "Quốc hội"
    MINISTRY = "ministry", "Bộ, cơ quan ngang bộ"
    PARTY = "party", "Cơ quan Đảng"
    PROVINCE = "province", "Ủy ban nhân dân cấp tỉnh"
    COUNCIL = "council", "Hội đồng nhân dân"
    DEPARTMENT = "department", "Sở, ban, ngành cấp tỉnh"
    DISTRICT = "district", "Cấp huyện (đến 30/6/2025)"
    COMMUNE = "commune", "Cấp xã"
    SERVICE_CENTRE = "service-centre", "Trung tâm phục vụ hành chính công"
    UNIT = "unit", "Phòng, đơn vị trực thuộc"
    GROUP = "group", "Nhóm cơ quan, đơn vị"
    OTHER = "other", "Cơ quan, tổ chức khác"


class FormerName(Model):
    """A name that the agency had before."""

    name: Line = Field(title="Tên cũ")
    until: Date | None = Field(None, title="Đến ngày")
    legal: LegalRef | None = Field(None, title="Văn bản đổi tên")


class Agency(Model):
    """A body that issues, decides, receives or carries out."""

    id: Slug = Field(title="Mã cơ quan", description="Bằng tên tệp.")
    name: Line = Field(title="Tên đầy đủ")
    short_name: Line | None = Field(None, title="Tên viết tắt")
    kind: AgencyKind = Field(title="Loại")
    code: Line | None = Field(None, title="Mã định danh", description="Ví dụ: H17.")
    parent: AgencyRef | None = Field(None, title="Thuộc")
    province: Line | None = Field(None, title="Tỉnh, thành phố")
    members: tuple[AgencyRef, ...] = Field((), title="Gồm", description="Cho nhóm cơ quan.")
    former_names: tuple[FormerName, ...] = Field((), title="Tên cũ")
    effective_from: Date | None = Field(None, title="Thành lập từ")
    effective_to: Date | None = Field(None, title="Thôi hoạt động từ")
    succeeded_by: tuple[AgencyRef, ...] = Field((), title="Cơ quan kế thừa")
    succession_note: Text | None = Field(None, title="Ghi chú kế thừa")
    contact: Contact | None = Field(None, title="Liên hệ")
    website: Url | None = Field(None, title="Trang thông tin điện tử")
    illustration: Bool = Field(
        False, title="Cơ quan hư cấu", description="true: mọi trang của cơ quan này ghi rõ là minh họa."
    )
    note: Text | None = Field(None, title="Ghi chú")
    source: Source | None = Field(None, title="Nguồn")

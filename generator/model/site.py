"""The settings of the site itself."""

from pydantic import Field

from generator.model.base import Model
from generator.model.codes import ProcedureRef
from generator.model.parts import Contact
from generator.model.values import Line, Positive, Text, Url


class SiteSettings(Model):
    """The file ``site.yml``."""

    name: Line = Field(title="Tên trang")
    tagline: Line = Field(title="Câu giới thiệu")
    owner: Line = Field(title="Đơn vị quản lý")
    disclaimer: Text = Field(title="Lời nhắc trang phụ trợ")
    repository: Url | None = Field(None, title="Kho dữ liệu", description="Để góp ý và sửa trang.")
    portal: Url = Field(title="Cổng Dịch vụ công quốc gia")
    contact: Contact | None = Field(None, title="Liên hệ")
    checked_max_days: Positive = Field(180, title="Số ngày trước khi nhắc đối chiếu lại")
    due_soon_days: Positive = Field(30, title="Số ngày coi là sắp đến hạn")
    featured: tuple[ProcedureRef, ...] = Field((), title="Thủ tục nổi bật")
    searches: tuple[Line, ...] = Field((), title="Gợi ý tìm kiếm")

"""What goes into a dossier and what comes out: papers, forms, results."""

from pydantic import Field

from generator.model.base import Model
from generator.model.choices import CopyKind, Medium
from generator.model.codes import CaseRef, FormRef, LegalRef, Slug
from generator.model.values import Bool, Count, FileName, Line, Text, Url


class Paper(Model):
    """One paper of the dossier."""

    name: Text = Field(title="Tên giấy tờ")
    originals: Count | None = Field(None, title="Số bản chính")
    copies: Count | None = Field(None, title="Số bản sao")
    quantity: Count | None = Field(None, title="Số lượng", description="Khi nguồn không chia bản chính, bản sao.")
    copy_kind: CopyKind | None = Field(None, title="Loại bản sao")
    form: FormRef | None = Field(None, title="Biểu mẫu", description="Mã ở danh sách forms.")
    required: Bool = Field(True, title="Bắt buộc", description="false nếu chỉ nộp khi có.")
    when: Line | None = Field(None, title="Chỉ nộp khi")
    replaced_by: Line | None = Field(
        None, title="Không cần nộp nếu đã có trong", description="Tên cơ sở dữ liệu thay giấy tờ."
    )
    legal_basis: tuple[LegalRef, ...] = Field((), title="Văn bản quy định")
    note: Text | None = Field(None, title="Ghi chú")


class PaperGroup(Model):
    """The papers of some cases, or of all."""

    cases: tuple[CaseRef, ...] = Field((), title="Cho trường hợp", description="Bỏ trống là mọi trường hợp.")
    name: Line | None = Field(None, title="Tên nhóm giấy tờ")
    items: tuple[Paper, ...] = Field(title="Giấy tờ", min_length=1)


class Form(Model):
    """A form (biểu mẫu) to fill in."""

    id: Slug = Field(title="Mã biểu mẫu")
    name: Line = Field(title="Tên biểu mẫu")
    code: Line | None = Field(None, title="Ký hiệu", description="Ví dụ: Mẫu CV01.")
    file: FileName | None = Field(None, title="Tệp", description="Tên tệp nằm trong thư mục cùng tên với thủ tục.")
    url: Url | None = Field(None, title="Nơi tải chính thức")
    issued_by: LegalRef | None = Field(None, title="Văn bản ban hành mẫu")
    fields_before: Count | None = Field(None, title="Số trường khai trước khi đơn giản hóa")
    fields_after: Count | None = Field(None, title="Số trường khai sau khi đơn giản hóa")


class Result(Model):
    """What the applicant receives."""

    name: Text = Field(title="Tên kết quả")
    code: Line | None = Field(None, title="Mã kết quả", description="Ví dụ: KQ.G12.001046.")
    medium: Medium | None = Field(None, title="Hình thức")
    validity: Line | None = Field(None, title="Thời hạn hiệu lực")

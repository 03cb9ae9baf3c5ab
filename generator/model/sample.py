"""A sample dossier (hồ sơ mẫu): a form filled in, field by field, for a fictional person."""

from pydantic import Field

from generator.model.base import Model
from generator.model.codes import CaseRef, FormRef, LegalRef, ProcedureRef, Slug
from generator.model.parts import Source
from generator.model.values import Bool, Date, FileName, Line, Text


class SampleField(Model):
    """One field of a form: what to write, an example, what goes wrong."""

    label: Line = Field(title="Ô trên mẫu", description="Đúng như chữ in trên mẫu.")
    guide: Text = Field(title="Cách điền")
    example: Text | None = Field(None, title="Ví dụ (người hư cấu)")
    mistake: Text | None = Field(None, title="Lỗi hay gặp")
    required: Bool = Field(True, title="Bắt buộc")


class SampleForm(Model):
    """One form of the dossier."""

    name: Line = Field(title="Tên mẫu")
    form: FormRef | None = Field(None, title="Biểu mẫu của thủ tục", description="Mã ở danh sách forms của thủ tục.")
    code: Line | None = Field(None, title="Ký hiệu mẫu")
    issued_by: LegalRef | None = Field(None, title="Văn bản ban hành mẫu")
    note: Text | None = Field(None, title="Ghi chú")
    fields: tuple[SampleField, ...] = Field(title="Các ô", min_length=1)


class SampleFile(Model):
    """A file to download; size and format are read from the file itself."""

    name: Line = Field(title="Tên cho người đọc")
    file: FileName = Field(title="Tệp")


class Sample(Model):
    """A whole sample dossier; never of a real person."""

    id: Slug = Field(title="Mã hồ sơ mẫu", description="Bằng tên tệp.")
    procedure: ProcedureRef = Field(title="Thủ tục")
    case: CaseRef | None = Field(None, title="Trường hợp")
    title: Line = Field(title="Tên hồ sơ mẫu")
    summary: Text | None = Field(None, title="Hồ sơ này của ai, để làm gì", description="Kể ngắn về người hư cấu.")
    forms: tuple[SampleForm, ...] = Field(title="Mẫu đã điền", min_length=1)
    files: tuple[SampleFile, ...] = Field((), title="Tệp tải về")
    approved_by: Line | None = Field(None, title="Cơ quan, người duyệt")
    approved_on: Date | None = Field(None, title="Ngày duyệt")
    gaps: tuple[Text, ...] = Field((), title="Chỗ nguồn thiếu hoặc mâu thuẫn")
    source: Source = Field(title="Nguồn của mẫu")

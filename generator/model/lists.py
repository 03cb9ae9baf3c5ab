"""Lists of small records that stand in one file each: fields, life events, synonyms, holidays, exceptions."""

from pydantic import Field

from generator.model.base import Choice, Model
from generator.model.codes import AgencyRef, FieldRef, LegalRef, ProcedureRef, Slug
from generator.model.parts import Cited
from generator.model.values import Date, Line, Text, Year


class AdminField(Model):
    """A field of administration (lĩnh vực)."""

    id: Slug = Field(title="Mã lĩnh vực")
    name: Line = Field(title="Tên lĩnh vực")
    parent: FieldRef | None = Field(None, title="Thuộc lĩnh vực")
    agency: AgencyRef | None = Field(None, title="Cơ quan quản lý")
    description: Line | None = Field(None, title="Mô tả")


class LifeEvent(Model):
    """Something that happens in a life or a business, with the procedures it calls for."""

    id: Slug = Field(title="Mã")
    name: Line = Field(title="Tên")
    description: Line = Field(title="Mô tả ngắn")
    procedures: tuple[ProcedureRef, ...] = Field(title="Thủ tục", min_length=1)


class Synonym(Model):
    """Words that people use for a legal term; reviewed by a person."""

    term: Line = Field(title="Từ của luật")
    words: tuple[Line, ...] = Field(title="Cách gọi khác", min_length=1)
    approved_by: Line = Field(title="Người duyệt")
    approved_on: Date | None = Field(None, title="Ngày duyệt")


class Term(Model):
    """A legal term in plain words; reviewed by a person."""

    term: Line = Field(title="Thuật ngữ", description="Như luật viết.")
    words: tuple[Line, ...] = Field((), title="Cách viết khác")
    not_in: tuple[Line, ...] = Field((), title="Không phải nghĩa này trong cụm")
    meaning: Line = Field(title="Nghĩa, bằng lời thường", description="Một hai câu ngắn.")
    legal: Cited | None = Field(None, title="Căn cứ")
    approved_by: Line = Field(title="Người duyệt")
    approved_on: Date | None = Field(None, title="Ngày duyệt")


class DayKind(Choice):
    """What an exceptional day is."""

    OFF = "off", "Nghỉ lễ, Tết"
    SWAPPED = "swapped", "Nghỉ hoán đổi"
    MAKE_UP = "make-up", "Làm bù"


class SpecialDay(Model):
    """A day that is not what its weekday says."""

    date: Date = Field(title="Ngày")
    kind: DayKind = Field(title="Loại")
    name: Line = Field(title="Tên")


class HolidayYear(Model):
    """The official calendar of a year."""

    year: Year = Field(title="Năm")
    notice: Line | None = Field(None, title="Thông báo chính thức", description="Bỏ trống khi chưa có.")
    legal: LegalRef | None = Field(None, title="Văn bản")
    days: tuple[SpecialDay, ...] = Field(title="Các ngày")


class Waiver(Model):
    """A warning that people have looked at and let stand, until a day."""

    file: Line = Field(title="Tệp", description="Đường dẫn tính từ thư mục dữ liệu.")
    code: Line = Field(title="Mã cảnh báo")
    field: Line | None = Field(None, title="Trường", description="Ví dụ: channels[0].fees[0]. Bỏ trống là cả tệp.")
    reason: Text = Field(title="Lý do")
    until: Date = Field(title="Đến ngày")


class Fields(Model):
    """The file ``fields.yml``."""

    fields: tuple[AdminField, ...] = Field((), title="Lĩnh vực")


class LifeEvents(Model):
    """The file ``life-events.yml``."""

    events: tuple[LifeEvent, ...] = Field((), title="Sự kiện")


class Synonyms(Model):
    """The file ``synonyms.yml``."""

    synonyms: tuple[Synonym, ...] = Field((), title="Từ đồng nghĩa")


class Glossary(Model):
    """The file ``glossary.yml``."""

    terms: tuple[Term, ...] = Field((), title="Thuật ngữ")


class Holidays(Model):
    """The file ``holidays.yml``."""

    years: tuple[HolidayYear, ...] = Field((), title="Năm")


class Waivers(Model):
    """The file ``exceptions.yml``."""

    exceptions: tuple[Waiver, ...] = Field((), title="Ngoại lệ")

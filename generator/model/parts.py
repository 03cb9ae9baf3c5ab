"""Parts that several record kinds share: sources, contacts, citations, evidence, signers."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from generator.model.base import Choice, Model
from generator.model.codes import LegalRef
from generator.model.values import (
    Date,
    DocumentNumber,
    Email,
    FileName,
    Line,
    Month,
    Phone,
    Sha256,
    Text,
    Url,
    Year,
)


class Source(Model):
    """Where the facts of a record come from, and when they were last compared with it."""

    name: Line | None = Field(None, title="Tên nguồn")
    url: Url | None = Field(None, title="Địa chỉ nguồn")
    via: Line | None = Field(None, title="Lấy qua", description="Nơi chép lại, khi không đọc thẳng từ nguồn.")
    via_url: Url | None = Field(None, title="Địa chỉ nơi chép lại")
    checked_on: Date | None = Field(None, title="Ngày đối chiếu")
    checked_by: Line | None = Field(None, title="Người hoặc đơn vị đối chiếu")
    unverified: tuple[Line, ...] = Field((), title="Điểm chưa kiểm chứng", description="Mỗi dòng một điểm.")


class Contact(Model):
    """How to reach an agency about a matter."""

    name: Line | None = Field(None, title="Đầu mối")
    phone: Phone | None = Field(None, title="Điện thoại cơ quan")
    hotline: Phone | None = Field(None, title="Đường dây nóng")
    email: Email | None = Field(None, title="Thư điện tử cơ quan")
    url: Url | None = Field(None, title="Trang phản ánh, kiến nghị")
    address: Line | None = Field(None, title="Địa chỉ")
    hours: Line | None = Field(None, title="Giờ làm việc")
    note: Line | None = Field(None, title="Ghi chú")


class Citation(Model):
    """A legal document and the provisions meant; the id alone may stand for it."""

    document: LegalRef = Field(title="Văn bản")
    articles: Line | None = Field(None, title="Điều khoản", description="Ví dụ: Điều 8 khoản 2.")


def _citation(value: Any) -> Any:
    return {"document": value} if isinstance(value, str) else value


Cited = Annotated[Citation, BeforeValidator(_citation, json_schema_input_type=LegalRef | Citation)]


class PartialDate(Model):
    """A date whose day (or month) the source leaves out."""

    year: Year = Field(title="Năm")
    month: Month | None = Field(None, title="Tháng")


def earliest(day: date | PartialDate | None) -> date | None:
    """Return the first day that a date, or a month or year alone, may mean."""
    return date(day.year, day.month or 1, 1) if isinstance(day, PartialDate) else day


def _date_tag(value: Any) -> str:
    return "=partial" if isinstance(value, dict) else "=date"


DateOrPart = Annotated[
    Annotated[Date, Tag("=date")] | Annotated[PartialDate, Tag("=partial")], Discriminator(_date_tag)
]


class Authority(Choice):
    """In whose name a document is signed. Law: 30/2020/NĐ-CP, art. 13."""

    SELF = "self", ""
    TM = "tm", "TM."
    TM_KT = "tm-kt", "TM. KT."
    KT = "kt", "KT."
    TL = "tl", "TL."
    TUQ = "tuq", "TUQ."
    Q = "q", "Q."


class Signer(Model):
    """Who signed a document."""

    authority: Authority = Field(
        Authority.SELF, title="Quyền hạn ký", description="TM., KT., TL., TUQ., Q.; không viết nếu ký thẳng."
    )
    on_behalf_of: Line | None = Field(
        None, title="Ký thay cho", description="Ví dụ: Giám đốc; TM. Ủy ban nhân dân, KT. Chủ tịch."
    )
    position: Line | None = Field(None, title="Chức vụ")
    name: Line | None = Field(None, title="Họ và tên")


class EvidenceDocument(Model):
    """Evidence that is a document with a number and a date."""

    kind: Literal["document"] = Field(title="Loại", description="Văn bản.")
    number: DocumentNumber = Field(title="Số hiệu")
    date: Date = Field(title="Ngày")
    title: Line | None = Field(None, title="Tên văn bản")
    url: Url | None = Field(None, title="Địa chỉ")


class EvidenceAddress(Model):
    """Evidence that is a public address."""

    kind: Literal["address"] = Field(title="Loại", description="Địa chỉ công khai.")
    url: Url = Field(title="Địa chỉ")
    title: Line | None = Field(None, title="Tên trang")
    seen_on: Date | None = Field(None, title="Ngày xem")


class EvidenceFile(Model):
    """Evidence that is a file, fixed by its hash."""

    kind: Literal["file"] = Field(title="Loại", description="Tệp kèm mã băm.")
    file: FileName = Field(title="Tệp")
    sha256: Sha256 = Field(title="Mã băm SHA-256")
    title: Line | None = Field(None, title="Tên tệp cho người đọc")


Evidence = Annotated[EvidenceDocument | EvidenceAddress | EvidenceFile, Field(discriminator="kind")]


class Question(Model):
    """A question people ask, with its answer."""

    question: Line = Field(title="Câu hỏi")
    answer: Text = Field(title="Trả lời")

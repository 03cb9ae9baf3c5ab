"""Single values as Vietnamese officials write them: text, dates, numbers, money, addresses.

Every value arrives as text.  Each type accepts its documented forms and refuses the rest with the right
form in the hint; nothing is guessed.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, NoReturn

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
VN_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
WHOLE = re.compile(r"-?[0-9]{1,15}")
NUMBER = re.compile(r"(-?[0-9]{1,15})(?:[.,]([0-9]{1,6}))?")
MONEY = re.compile(r"([0-9]{1,15}|[0-9]{1,3}(?:\.[0-9]{3}){1,4}) ?(?:đ|đồng|VNĐ|VND)?")
WEB = re.compile(r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#][^\s<>\"'`\\]*)?")
MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
PHONE = re.compile(r"\+?\(?[0-9][0-9. ()-]{1,24}[0-9]")
FILE = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}\.(?:pdf|docx?|xlsx?|odt|ods|jpg|png)")
SHA256 = re.compile(r"[0-9a-f]{64}")
NUMBER_OF_DOCUMENT = re.compile(r"\S(?:.{0,78}\S)?")
LONGEST_TEXT = 20_000
LONGEST_QUOTE = 60
FIRST_YEAR, LAST_YEAR = 1945, 2100


def brief(value: object) -> str:
    """Return what was given as a message quotes it: on one line, not too long."""
    if value is None:
        return "chỗ trống"
    if isinstance(value, dict | list):
        return "nhóm khóa" if isinstance(value, dict) else "danh sách"
    words = " ".join(str(value).split())
    return f"“{words[:LONGEST_QUOTE]}…”" if len(words) > LONGEST_QUOTE else f"“{words}”"


def refuse(code: str, message: str, hint: str, value: object = "") -> NoReturn:
    """Raise the error that ``check`` turns into a problem; ``message`` may name ``{value}``."""
    raise PydanticCustomError(code, "{said}", {"said": message.format(value=brief(value)), "hint": hint})


def single(value: object) -> str:
    """Return a single value without outer blanks; raise when it is empty, a list or a group."""
    if not isinstance(value, str):
        refuse("kieu-sai", "cần một giá trị đơn", "viết một dòng chữ hoặc số, không viết danh sách hay nhóm khóa")
    text = value.strip()
    if not text:
        refuse("trong", "giá trị để trống", "điền nội dung, hoặc bỏ cả dòng này nếu chưa biết")
    return text


def parse_text(value: object) -> str:
    """Return the text; raise when it is over 20,000 characters."""
    if isinstance(value, str) and 0 < len(text := value.strip()) <= LONGEST_TEXT:
        return text
    single(value)
    refuse("qua-dai", "dài quá 20.000 ký tự", "chia nhỏ nội dung")


def parse_line(value: object) -> str:
    """Return a text of one line; raise when it has a line break."""
    text = parse_text(value)
    if "\n" in text:
        refuse("xuong-dong", "không được xuống dòng ở đây", "viết trên một dòng")
    return text


def parse_date(value: object) -> date:
    """Return a date written ``2024-03-14`` or ``14/3/2024`` (day first)."""
    text = single(value)
    hint = "viết 2024-03-14 hoặc 14/3/2024 (ngày/tháng/năm)"
    if match := ISO_DATE.fullmatch(text):
        year, month, day = match.groups()
    elif match := VN_DATE.fullmatch(text):
        day, month, year = match.groups()
    else:
        refuse("ngay-sai-dang", "{value} không phải ngày viết đúng dạng", hint, text)
    parse_year(year)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        refuse("ngay-khong-co", "ngày {value} không có trong lịch", f"sửa lại ngày; {hint}", text)


def parse_whole(value: object) -> int:
    """Return a whole number written with digits only."""
    text = single(value)
    if not WHOLE.fullmatch(text):
        refuse("so-sai-dang", "{value} không phải số nguyên", "viết chữ số liền nhau, ví dụ 12", text)
    return int(text)


def parse_count(value: object) -> int:
    """Return a whole number that is not negative."""
    number = parse_whole(value)
    if number < 0:
        refuse("so-am", "số {value} không được âm", "viết số từ 0 trở lên", str(number))
    return number


def parse_year(value: object) -> int:
    """Return a year between 1945 and 2100."""
    year = parse_whole(value)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        refuse("nam-la", "năm {value} không hợp lý", f"viết năm từ {FIRST_YEAR} đến {LAST_YEAR}", str(year))
    return year


def parse_number(value: object) -> Decimal:
    """Return a number written ``98,5`` or ``98.5``; ``1.200`` is refused, for it has two readings."""
    text = single(value)
    match = NUMBER.fullmatch(text)
    if not match:
        refuse(
            "so-sai-dang",
            "{value} không phải số viết đúng dạng",
            "viết chữ số liền nhau, phần lẻ sau dấu phẩy, ví dụ 98,5; ký hiệu % và đơn vị ghi ở khóa unit",
            text,
        )
    whole, fraction = match.groups()
    if "." in text and len(fraction) == 3:
        refuse(
            "so-hai-nghia",
            "{value} có thể hiểu hai cách",
            f"viết {whole}{fraction} hoặc {whole},{fraction}",
            text,
        )
    return Decimal(text.replace(",", "."))


def parse_money(value: object) -> int:
    """Return đồng from ``100000``, ``100.000``, ``174.000.000đ``; decimals and commas are refused."""
    text = single(value)
    match = MONEY.fullmatch(text)
    if not match:
        refuse(
            "tien-sai-dang",
            "{value} không phải số tiền viết đúng dạng",
            "viết đủ số đồng, ví dụ 100000, 100.000 hoặc 174.000.000đ; miễn phí viết 0",
            text,
        )
    return int(match[1].replace(".", ""))


def parse_bool(value: object) -> bool:
    """Return the truth of ``true`` or ``false``; other words are refused."""
    text = single(value)
    if text not in {"true", "false"}:
        refuse("dung-sai", "{value} không phải true hay false", "viết true (có) hoặc false (không)", text)
    return text == "true"


def _shaped(pattern: re.Pattern[str], code: str, noun: str, hint: str) -> PlainValidator:
    def parse(value: object) -> str:
        text = single(value)
        if not pattern.fullmatch(text):
            refuse(code, f"{{value}} không phải {noun}", hint, text)
        return text

    return PlainValidator(parse)


def _schema(kind: str | list[str], **more: Any) -> WithJsonSchema:
    """Describe what may be typed; what comes out is described by its own type."""
    return WithJsonSchema({"type": kind, **more}, mode="validation")


SCALAR = ["string", "number"]
WHOLE_NUMBER = ["integer", "string"]
Text = Annotated[str, PlainValidator(parse_text), _schema(SCALAR)]
Line = Annotated[str, PlainValidator(parse_line), _schema(SCALAR)]
Date = Annotated[
    date, BeforeValidator(parse_date), _schema("string", pattern=f"^({ISO_DATE.pattern}|{VN_DATE.pattern})$")
]
# Whole numbers keep their own type below, so that a field's bounds hold: a plain validator would drop them.
Count = Annotated[int, Field(ge=0), BeforeValidator(parse_count)]
Positive = Annotated[int, Field(ge=1), BeforeValidator(parse_count)]
Half = Annotated[int, Field(ge=1, le=2), BeforeValidator(parse_count)]
Quarter = Annotated[int, Field(ge=1, le=4), BeforeValidator(parse_count)]
OldLevel = Annotated[int, Field(ge=1, le=4), BeforeValidator(parse_count)]
Month = Annotated[int, Field(ge=1, le=12), BeforeValidator(parse_count)]
DayOfMonth = Annotated[int, Field(ge=1, le=31), BeforeValidator(parse_count)]
Whole = Annotated[int, BeforeValidator(parse_whole)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR), BeforeValidator(parse_year)]
Number = Annotated[
    Decimal, PlainValidator(parse_number), _schema(SCALAR), WithJsonSchema({"type": "number"}, mode="serialization")
]
Money = Annotated[int, PlainValidator(parse_money), _schema(SCALAR)]
Bool = Annotated[bool, PlainValidator(parse_bool), _schema("boolean")]
Url = Annotated[
    str,
    _shaped(WEB, "dia-chi-sai", "địa chỉ web", "viết địa chỉ đầy đủ, bắt đầu bằng https://"),
    _schema("string", format="uri"),
]
Email = Annotated[
    str,
    _shaped(MAIL, "thu-sai", "địa chỉ thư điện tử", "viết dạng ten@coquan.gov.vn"),
    _schema("string", format="email"),
]
Phone = Annotated[
    str,
    _shaped(PHONE, "dien-thoai-sai", "số điện thoại", 'viết trong nháy, ví dụ "0243.799.2309" hoặc "1022"'),
    _schema(SCALAR),
]
FileName = Annotated[
    str,
    _shaped(
        FILE,
        "tep-sai",
        "tên tệp được nhận",
        "chữ thường không dấu, đuôi pdf, doc, docx, xls, xlsx, odt, ods, jpg hoặc png",
    ),
    _schema("string"),
]
Sha256 = Annotated[str, _shaped(SHA256, "bam-sai", "mã băm SHA-256", "64 ký tự 0–9, a–f"), _schema("string")]
DocumentNumber = Annotated[
    str,
    _shaped(NUMBER_OF_DOCUMENT, "so-hieu-sai", "số hiệu văn bản", "viết như 59/2020/QH14, trên một dòng"),
    _schema(SCALAR),
]

"""Results with their codes, and the foot of the portal's page: keywords, a description, words of a form."""

import re
from dataclasses import dataclass

from generator.importers.portal.law import has_seam
from generator.importers.portal.texts import is_absent, unbulleted

LABEL = "Mã:"
LONGEST_NAME = 300
# The shapes that the portal gives codes, the usual ones first; the last takes what ends in a digit.
CODE = re.compile(
    r"(?:KQ[.-][GH]\d\d\.\d{6,7}|TP-[GH]\d\d\.\d{7}|(?:\d{3}\.){3}[GH]\d\d-KQ\d{4,6}|[0-9A-ZĐ][0-9A-ZĐ.-]*\d)(?!\d)"
)
KEYWORDS, ABOUT, CHOOSE = "Từ khóa", "Mô tả", "Chọn cơ quan thực hiện"
# What the page says around its form for choosing an office.
FORM = (
    CHOOSE,
    "Tỉnh/ Thành phố",
    "Bộ ngành",
    "-- Chọn Bộ ngành --",
    "-- Chọn Tỉnh/ Thành phố --",
    "-- Chọn Cơ sở --",
    "-- Chọn Phường/ Xã --",
    "Đơn vị",
    "Phường/ Xã",
    "Sở",
    "Hệ thống chỉ hiển thị những cơ quan đã áp dụng dịch vụ công trực tuyến",
    "Nộp hồ sơ",
)
_FORM = "|".join(map(re.escape, sorted(FORM, key=len, reverse=True)))
CHOICE = re.compile(rf"{CHOOSE}(?:{_FORM}|\s)*")


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of a page; ``labels`` are its own words, which say nothing of the procedure."""

    keywords: str = ""
    about: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One result; ``code`` is empty when it is none that we know."""

    name: str
    code: str = ""


def without_foot(text: str) -> tuple[str, Foot]:
    """Return ``text`` without the foot of the page, and the foot."""
    start = text.rfind(KEYWORDS)
    middle = text.find(ABOUT, start) if start >= 0 and not text[start - 1 : start].isspace() else -1
    if middle < 0:
        return text, Foot()
    form = _form(text, middle)
    cells = [text[start + len(KEYWORDS) : middle].strip(), text[middle + len(ABOUT) : form].strip()]
    labels = (KEYWORDS, ABOUT, text[form:].strip(), *(cell for cell in cells if is_absent(cell)))
    keywords, about = ("" if is_absent(cell) else cell for cell in cells)
    return text[:start].strip(), Foot(keywords, about, tuple(filter(None, labels)))


def _form(text: str, start: int) -> int:
    """Return where the words of the page's form begin after ``start``: the text's end when there are none."""
    at = text.find(CHOOSE, start)
    return at if at >= 0 and CHOICE.fullmatch(text, at) else len(text)


def take_apart(text: str) -> tuple[tuple[Row, ...], str]:
    """Return the results, and the text after the last code; a line without any code is one result."""
    if is_absent(text):
        return (), ""
    if LABEL not in text:
        is_one = "\n" not in text and len(text) <= LONGEST_NAME and not has_seam(text)
        return ((Row(unbulleted(text)),), "") if is_one else ((), text)
    rows, (name, *parts) = [], text.split(LABEL)
    for number, part in enumerate(parts, 1):
        code, rest = _code(part.strip(), is_last=number == len(parts))
        rows.append(Row(unbulleted(name), code))
        name = rest
    return tuple(rows), name.strip()


def _code(text: str, *, is_last: bool) -> tuple[str, str]:
    """Return the code that ``text`` begins with, and what follows; the last one may be any single word."""
    match = CODE.match(text)
    if match:
        return match[0], text[match.end() :]
    is_word = is_last and bool(re.fullmatch(r"[0-9A-ZĐ]\S{0,39}", text))
    return (text, "") if is_word else ("", text)

"""An official document as DOCX: its head, its text, its foot. Law: 30/2020/NĐ-CP, Phụ lục I."""

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from generator.export.office.archive import settled
from generator.export.office.layout import Font, columns, rule, written
from generator.export.office.sections import add_sections
from generator.export.office.styles import (
    HEADER,
    LANGUAGE,
    PLAIN,
    SUBTITLE,
    TEXT,
    TITLE,
    WIDTH,
    blank,
    element_of,
)
from generator.export.official import OfficialDocument, Signer
from generator.export.safe import line, plain

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
MADE_UP = "Văn bản minh họa, không có thật"
DOTS = "…"
HEAD_WIDTHS = Mm(65), Mm(100)
FOOT_WIDTHS = Mm(80), Mm(85)
SIGNATURE = Pt(72)  # room for it
BOLD = Font(bold=True)


def official_file(document: OfficialDocument) -> bytes:
    """Return a document as DOCX."""
    file = blank()
    _properties(file, document)
    _headers(file, document)
    _head(file, document)
    _name(file, document)
    _before(file, document)
    add_sections(file, document.sections)
    for text in document.closing:
        file.add_paragraph(plain(text), TEXT)
    _foot(file, document)
    out = BytesIO()
    file.save(out)
    return settled(out.getvalue())


def _properties(file: Document, document: OfficialDocument) -> None:
    """Say what the file is; its day is that of its facts."""
    core, moment = file.core_properties, datetime.combine(document.as_of, time())
    core.title, core.author = _fitting(f"{document.kind}: {document.about}"), _fitting(document.agency)
    core.subject = MADE_UP if document.illustration else ""
    core.comments = core.keywords = core.category = core.last_modified_by = ""
    core.created = core.modified = moment
    core.language, core.revision = LANGUAGE, 1


def _headers(file: Document, document: OfficialDocument) -> None:
    """Put numbers above the text, from the second page on; let each page say that all is made up, if it is."""
    section = file.sections[0]
    section.different_first_page_header_footer = True
    numbered = section.header.paragraphs[0]
    field = element_of("w:fldSimple", instr="PAGE")
    numbered._p.append(field)  # noqa: SLF001  python-docx knows no fields
    number = numbered.add_run("2")
    field.append(number._r)  # noqa: SLF001
    first = section.first_page_header.paragraphs[0]
    first.style = file.styles[HEADER]
    if document.illustration:
        written(first, MADE_UP, Font(13, italic=True))
        written(section.header.add_paragraph(style=HEADER), MADE_UP, Font(13, italic=True))


def _head(file: Document, document: OfficialDocument) -> None:
    """Write whose document it is beside whose country, then its number beside place and day."""
    left, right = columns(file, HEAD_WIDTHS)
    if document.over_agency:
        _centred(left.paragraphs[0], document.over_agency.upper(), Font(13))
    agency = left.add_paragraph() if document.over_agency else left.paragraphs[0]
    _centred(agency, document.agency.upper(), Font(13, bold=True))
    rule(left.add_paragraph(), HEAD_WIDTHS[0], document.agency.upper(), 13)
    _centred(right.paragraphs[0], NATION, Font(12, bold=True))
    _centred(right.add_paragraph(), MOTTO, Font(13, bold=True))
    rule(right.add_paragraph(), HEAD_WIDTHS[1], MOTTO, 13, part=1)
    left, right = columns(file, HEAD_WIDTHS, joined=True)
    _centred(left.paragraphs[0], f"Số: {_number(document)}", Font(13))
    _centred(right.paragraphs[0], _place_and_day(document), Font(13, italic=True))


def _number(document: OfficialDocument) -> str:
    """Return the number, or dots where it will be written."""
    return document.number or f"{DOTS * 3}/{document.symbol or DOTS * 2}"


def _place_and_day(document: OfficialDocument) -> str:
    """Return place and day; days below 10 and the months 1 and 2 have a 0 before them, that nobody can alter them."""
    place, day = document.place or DOTS * 2, document.day
    if day is None:
        return f"{place}, ngày {DOTS} tháng {DOTS} năm {DOTS}"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{place}, ngày {day.day:02} tháng {month} năm {day.year}"


def _name(file: Document, document: OfficialDocument) -> None:
    """Write the kind of document and what it is about, with a rule under them."""
    file.add_paragraph(line(document.kind).upper(), TITLE)
    file.add_paragraph(plain(document.about), SUBTITLE)
    rule(file.add_paragraph(style=PLAIN), WIDTH, document.about, 14)


def _before(file: Document, document: OfficialDocument) -> None:
    """Write whom it is for, what it rests on, and what comes before the sections."""
    if len(document.to) == 1:
        _centred(file.add_paragraph(style=PLAIN), f"Kính gửi: {document.to[0]}", before=Pt(12))
    elif document.to:
        paragraph = file.add_paragraph("Kính gửi:", PLAIN)
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.left_indent = Pt(12), Mm(30)
        for text in _ended(document.to):
            file.add_paragraph(f"- {text}", PLAIN).paragraph_format.left_indent = Mm(50)
    for text in _ended(document.bases):
        written(file.add_paragraph(style=TEXT), text, Font(italic=True))
    for text in document.opening:
        file.add_paragraph(plain(text), TEXT)


def _foot(file: Document, document: OfficialDocument) -> None:
    """Write who receives it beside who signs; the two stay on one page."""
    if not (document.recipients or document.signer):
        return
    file.add_paragraph(style=PLAIN).paragraph_format.keep_with_next = True
    left, right = columns(file, FOOT_WIDTHS)
    if document.recipients:
        written(left.paragraphs[0], "Nơi nhận:", Font(12, bold=True, italic=True))
        for text in _ended(document.recipients):
            written(left.add_paragraph(), f"- {text}", Font(11))
    if document.signer:
        _signer(right, document.signer)


def _signer(place: Any, signer: Signer) -> None:
    texts = [text for text in (signer.authority, signer.position) if text]
    for number, text in enumerate(texts):
        paragraph = place.add_paragraph() if number else place.paragraphs[0]
        _centred(paragraph, text.upper(), BOLD)
    _centred(place.add_paragraph(), signer.name, BOLD, before=SIGNATURE)


def _ended(texts: Sequence[str]) -> list[str]:
    """Return lines of a list with the marks that end them: a semicolon each, a full stop at last."""
    bare = [plain(text).rstrip(" ;.") for text in texts]
    return [*(f"{text};" for text in bare[:-1]), *(f"{text}." for text in bare[-1:])]


def _centred(paragraph: Paragraph, text: str, font: Font | None = None, before: Length | None = None) -> None:
    paragraph.alignment = ALIGN.CENTER
    if before is not None:
        paragraph.paragraph_format.space_before = before
    written(paragraph, text, font or Font())


def _fitting(text: str) -> str:
    """Return a property as short as Word takes it."""
    return line(text)[:255]

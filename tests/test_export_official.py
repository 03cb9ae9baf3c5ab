"""Official documents in Word: the layout that decree 30/2020 asks for, and what Word needs to open them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Mm, Pt
from docx.text.paragraph import Paragraph
from lxml import etree  # type: ignore[import-untyped]

from generator.export.official import OfficialDocument, Section, Signer, official_file
from generator.export.tables import Column, Table
from tests.exported import AS_OF, DOCUMENT, LINES

MARK = "Văn bản minh họa, không có thật"
# The order in which Word wants what it knows of paragraphs, runs, tables and rows.
ORDER = {
    "pPr": "pStyle keepNext keepLines widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
}


def opened(document: OfficialDocument) -> Document:
    """Return a document as Word reads it."""
    return docx.Document(BytesIO(official_file(document)))


def millimetres(*lengths: Length | None) -> list[int]:
    """Return lengths in whole millimetres; Word counts in twentieths of points."""
    return [round(each.mm) for each in lengths if each is not None]


@pytest.fixture(scope="module")
def file() -> Document:
    """Return the sample document."""
    return opened(DOCUMENT)


def cells(file: Document, at: int) -> list[list[Paragraph]]:
    """Return the paragraphs of each place of a table without lines."""
    return [place.paragraphs for row in file.tables[at].rows for place in row.cells]


def look(paragraph: Paragraph) -> tuple[str, float | None, bool | None, bool | None]:
    """Return what a paragraph says, and how."""
    run = paragraph.runs[0]
    return paragraph.text, run.font.size.pt if run.font.size else None, run.bold, run.italic


def test_paper_and_letters_are_as_the_decree_asks(file: Document) -> None:
    """A4, margins 20, 20, 30 and 15 mm, Times New Roman in black, sizes 13 to 14, indents of 1.27 cm, 6 pt between."""
    section = file.sections[0]
    assert millimetres(section.page_width, section.page_height) == [210, 297]
    assert millimetres(section.top_margin, section.bottom_margin) == [20, 20]
    assert millimetres(section.left_margin, section.right_margin) == [30, 15]
    for name in ("Body Text", "List Bullet", "Heading 1", "Heading 2", "Heading 3", "Title", "Subtitle"):
        style: Any = file.styles[name]
        assert (style.font.name, style.font.size, str(style.font.color.rgb)) == ("Times New Roman", Pt(14), "000000")
    text: Any = file.styles["Body Text"]
    assert text.paragraph_format.alignment == ALIGN.JUSTIFY
    assert abs(text.paragraph_format.first_line_indent - Cm(1.27)) < Mm(0.1)
    assert text.paragraph_format.space_before >= Pt(6)
    assert 1 <= text.paragraph_format.line_spacing <= 1.5


def test_no_font_or_language_of_a_template_is_left(file: Document) -> None:
    """All is Times New Roman and Vietnamese; nothing is said by themes that are not there."""
    with ZipFile(BytesIO(official_file(DOCUMENT))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    xml = "".join(parts.values())
    assert set(
        re.findall(r'w:(?:ascii|hAnsi|cs)="([^"]*)"', parts["word/document.xml"] + parts["word/styles.xml"])
    ) <= {"Times New Roman"}
    assert not re.findall(r"w:(?:ascii|hAnsi|cs|eastAsia)Theme=", xml)
    assert set(re.findall(r'<w:lang w:val="([^"]*)"', xml)) == {"vi-VN"}
    assert 'TargetMode="External"' not in xml
    assert file.core_properties.language == "vi-VN"


def test_the_head_stands_in_two_columns(file: Document) -> None:
    """Agency above agency beside country and motto, each with a rule; number beside place and day, as far as known."""
    agency, nation, number, place = cells(file, 0)
    assert [look(each) for each in agency[:2]] == [
        ("UBND TỈNH MINH HỌA", 13, False, False),
        ("SỞ NỘI VỤ MINH HỌA", 13, True, False),
    ]
    assert [look(each) for each in nation[:2]] == [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 13, True, False),
    ]
    assert look(number[0]) == ("Số: ………/BC-SNV", 13, False, False)
    assert look(place[0]) == ("Minh Họa, ngày … tháng … năm …", 13, False, True)
    assert all(each.alignment == ALIGN.CENTER for each in (*agency[:2], *nation[:2], number[0], place[0]))
    assert [bool(each._p.findall(f".//{qn('w:pBdr')}")) for each in (agency[2], nation[2])] == [True, True]


@pytest.mark.parametrize(("text", "least", "most"), [(0, 1 / 3, 1 / 2), (1, 0.9, 1.1)])
def test_rules_are_as_long_as_the_decree_says(file: Document, text: int, least: float, most: float) -> None:
    """Under the agency from a third to a half of its line, under the motto all of it; Times has known widths."""
    em = {0: (10.45, 13, Mm(65)), 1: (12.2, 13, Mm(100))}[text]  # as measured in a font of the same widths
    form = cells(file, 0)[text][2].paragraph_format
    long = em[2] - (form.left_indent or 0) - (form.right_indent or 0)
    assert least <= long / Pt(em[0] * em[1]) <= most


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"), (date(2026, 3, 15), "ngày 15 tháng 3 năm 2026")],
)
def test_known_numbers_and_days_are_written(day: date, said: str) -> None:
    """Days below 10 and the months 1 and 2 have a 0 before them."""
    made = opened(replace(DOCUMENT, number="12/BC-SNV", day=day, place=""))
    _, _, number, place = cells(made, 0)
    assert number[0].text == "Số: 12/BC-SNV"
    assert place[0].text == f"……, {said}"


def test_the_text_has_real_headings_with_numbers(file: Document) -> None:
    """Kind and subject in the middle; parts in Roman figures and capitals, then 1., then a), counted anew in each."""
    assert [each.text for each in file.paragraphs if each.style and each.style.name == "Title"] == ["BÁO CÁO"]
    headings = [
        (each.style.name, each.text) for each in file.paragraphs if each.style and "Heading" in str(each.style.name)
    ]
    assert headings == [
        ("Heading 1", "I. CÔNG TÁC CHỈ ĐẠO"),
        ("Heading 1", "II. KẾT QUẢ"),
        ("Heading 2", "1. Thủ tục hành chính"),
        ("Heading 3", "a) Công khai"),
        ("Heading 3", "b) Số hóa"),
        ("Heading 2", "2. Thể chế"),
        ("Heading 3", "a) Niêm yết"),
    ]
    levels = [file.styles[f"Heading {level}"].element.find(f".//{qn('w:outlineLvl')}") for level in (1, 2, 3)]
    assert [level.get(qn("w:val")) for level in levels] == ["0", "1", "2"]


def test_letters_of_points_are_vietnamese() -> None:
    """After d comes đ; Roman figures go on as far as they are needed."""
    made = opened(replace(DOCUMENT, sections=tuple(Section("x", level) for level in (*[3] * 6, *[1] * 14))))
    said = [each.text.split()[0] for each in made.paragraphs if each.style and "Heading" in str(each.style.name)]
    assert said[:6] == ["a)", "b)", "c)", "d)", "đ)", "e)"]
    assert said[-6:] == ["IX.", "X.", "XI.", "XII.", "XIII.", "XIV."]


def test_addressees_and_grounds_end_as_lists_do(file: Document) -> None:
    """A semicolon after each, a full stop after the last, given or not; one addressee stands in the line itself."""
    texts = [each.text for each in file.paragraphs]
    at = texts.index("Kính gửi:")
    assert texts[at + 1 : at + 5] == [
        "- Ủy ban nhân dân tỉnh;",
        "- Sở Tư pháp.",
        "Căn cứ Luật A;",
        "Căn cứ Nghị định B.",
    ]
    assert "Kính gửi: Bộ Nội vụ" in [each.text for each in opened(replace(DOCUMENT, to=("Bộ Nội vụ",))).paragraphs]


def test_recipients_and_signer_stand_side_by_side(file: Document) -> None:
    """Recipients in 12 and 11 points; authority and position in capitals, room for a signature, the name."""
    recipients, signer = cells(file, -1)
    assert [look(each) for each in recipients] == [
        ("Nơi nhận:", 12, True, True),
        ("- Như trên;", 11, False, False),
        ("- Lưu: VT.", 11, False, False),
    ]
    assert [look(each) for each in signer] == [
        ("KT. GIÁM ĐỐC", 14, True, False),
        ("PHÓ GIÁM ĐỐC", 14, True, False),
        ("Nguyễn Văn A", 14, True, False),
    ]
    assert (signer[-1].paragraph_format.space_before or 0) >= Pt(60)


def test_nobody_is_made_up() -> None:
    """Where no signer and no recipients are known, nothing stands in their place."""
    bare = OfficialDocument("Sở A", "Báo cáo", "B", AS_OF, (Section("C"),), signer=Signer("Giám đốc"))
    assert [each.text for each in cells(opened(bare), -1)[1]] == ["GIÁM ĐỐC", ""]
    assert len(opened(replace(bare, signer=None)).tables) == 1
    assert cells(opened(bare), 0)[2][0].text == "Số: ………/……"


def test_each_page_says_that_all_is_made_up(file: Document) -> None:
    """The mark stands above the first page and all others, which are numbered; without illustration it is nowhere."""
    section = file.sections[0]
    assert section.different_first_page_header_footer
    assert [each.text for each in section.first_page_header.paragraphs] == [MARK]
    number, mark = section.header.paragraphs
    (field,) = number._p.findall(qn("w:fldSimple"))
    assert field.get(qn("w:instr")) == "PAGE"
    assert (mark.text, mark.style.paragraph_format.alignment if mark.style else None) == (MARK, ALIGN.CENTER)
    real = opened(replace(DOCUMENT, illustration=False)).sections[0]
    assert [each.text for each in real.first_page_header.paragraphs] == [""]
    assert len(real.header.paragraphs) == 1


def test_tables_can_be_read_aloud_and_over_pages(file: Document) -> None:
    """The head comes again on each page, rows stay whole, the table has a name, figures stand right."""
    grid = file.tables[1]
    assert grid.style is not None
    assert grid.style.name == "Table Grid"
    assert len(grid._tbl.findall(f".//{qn('w:tblHeader')}")) == 1
    assert len(grid._tbl.findall(f".//{qn('w:cantSplit')}")) == len(grid.rows)
    caption: Any = grid._tbl.tblPr.find(qn("w:tblCaption"))
    assert caption.get(qn("w:val")) == "Kết quả thực hiện"
    first = grid.rows[1].cells
    assert [place.text for place in first] == [
        "1.1",
        "12.500",
        "98,5 %",
        "31/3/2026",
        "có",
        "https://example.org/minh-chung",
    ]
    assert [first[at].paragraphs[0].alignment for at in (0, 1, 3)] == [ALIGN.LEFT, ALIGN.RIGHT, ALIGN.CENTER]
    assert sum(place.width or 0 for place in first) <= Mm(165)


def test_a_table_of_many_columns_fits_the_page() -> None:
    """However many columns, they share the width that there is."""
    wide = Table("x", "x", tuple(Column(str(each), f"Cột {each}") for each in range(14)), (("chữ dài " * 20,) * 14,))
    grid = opened(replace(DOCUMENT, sections=(Section("x", tables=(wide,)),))).tables[1]
    assert Mm(160) < sum(place.width or 0 for place in grid.rows[0].cells) <= Mm(165)


def test_properties_tell_the_day_of_the_facts(file: Document) -> None:
    """The file has a title and an author, and no moment of a build."""
    core = file.core_properties
    assert (core.title, core.author) == ("Báo cáo: Kết quả cải cách hành chính quý III năm 2026", "Sở Nội vụ minh họa")
    assert core.created == core.modified
    assert core.created is not None
    assert core.created.replace(tzinfo=None) == datetime(2026, 9, 14)  # noqa: DTZ001  as it is in the file
    assert core.subject == MARK


def test_word_finds_its_elements_in_their_order() -> None:
    """Word refuses files in which properties stand in another order than that of the standard."""
    for element in _elements(official_file(DOCUMENT)):
        name = etree.QName(element).localname
        if name in ORDER:
            known = ORDER[name].split()
            children = [etree.QName(child).localname for child in element]
            assert children == sorted(children, key=known.index), name


def test_nothing_points_to_a_style_that_is_not_there() -> None:
    """Styles that were taken out are named nowhere."""
    content = official_file(DOCUMENT)
    used = {
        each.get(qn("w:val"))
        for each in _elements(content)
        if etree.QName(each).localname in {"pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"}
    }
    known = {each.get(qn("w:styleId")) for each in _elements(content) if etree.QName(each).localname == "style"}
    assert used <= known
    assert "BodyText" in used


def test_hostile_text_stays_text(file: Document) -> None:
    """Markup is text, refused letters are told by a sign, a line break is one."""
    texts = [each.text for each in file.paragraphs]
    assert texts.count("<b>&amp;</b>") == 1
    assert texts.count("a\ufffdb\ufffd\ufffd\ufffd") == 1
    assert texts.count("dòng một\ndòng hai") == 1
    assert LINES in texts


def _elements(content: bytes) -> Iterator[Any]:
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            yield from etree.fromstring(archive.read(name)).iter(tag=etree.Element)

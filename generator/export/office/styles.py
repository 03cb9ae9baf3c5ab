"""The styles of official documents: python-docx brings a template of Word; all but a few of its styles are taken out.

Law: 30/2020/NĐ-CP, Phụ lục I, mục I and II: A4, margins, Times New Roman in black, sizes, indents, distances.
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FACE = "Times New Roman"
LANGUAGE = "vi-VN"
TOP = BOTTOM = Mm(20)
LEFT, RIGHT = Mm(30), Mm(15)
PAPER = Mm(210), Mm(297)
WIDTH = Mm(210 - 30 - 15)  # of what is written
INDENT, NONE = Mm(12.7), Mm(0)
NEEDLESS = ("customXml", "stylesWithEffects", "theme", "webSettings", "thumbnail", "extended-properties", "fontTable")


@dataclass(frozen=True)
class Look:
    """How the paragraphs of a style look; ``level`` makes them headings."""

    name: str
    size: float = 14
    align: ALIGN = ALIGN.JUSTIFY
    bold: bool = False
    italic: bool = False
    indent: Length = NONE
    before: float = 6
    level: int = 0
    dash: bool = False


TEXT, CELL, PLAIN, ITEM = "Body Text", "No Spacing", "Normal", "List Bullet"
TITLE, SUBTITLE, CAPTION, HEADER = "Title", "Subtitle", "Caption", "Header"
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
GRID = "Table Grid"
LOOKS = (
    Look(PLAIN, align=ALIGN.LEFT, before=0),
    Look(HEADER, align=ALIGN.CENTER, before=0),
    Look(TITLE, align=ALIGN.CENTER, bold=True, before=18),
    Look(SUBTITLE, align=ALIGN.CENTER, bold=True, before=0),
    *(Look(name, bold=True, indent=INDENT, level=level) for level, name in enumerate(HEADINGS, 1)),
    Look(TEXT, indent=INDENT),
    Look(ITEM, indent=INDENT, dash=True),
    Look(CAPTION, size=13, align=ALIGN.CENTER, bold=True, before=12),
    Look(CELL, size=12, align=ALIGN.LEFT, before=2),
)
KEPT = {*(look.name for look in LOOKS), GRID, "Normal Table", "Default Paragraph Font", "No List"}


def blank() -> Document:
    """Return an empty document with the styles of official documents, and no others."""
    return docx.Document(BytesIO(_template()))


@cache
def _template() -> bytes:
    document = docx.Document()
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in NEEDLESS:
                relations.pop(key)
    _strip(document)
    for look in LOOKS:
        style = document.styles[look.name]
        if isinstance(style, ParagraphStyle):
            _dress(style, look)
            style.next_paragraph_style = document.styles[TEXT] if look.level else style
    _dash(document)
    _page(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _strip(document: Document) -> None:
    """Take out the styles that are not used, and what Word would say of fonts and languages instead of us."""
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()
    styles: Any = document.styles.element
    for name in ("w:link", "w:rsid", "w:lsdException"):
        for element in styles.findall(f".//{qn(name)}"):
            element.getparent().remove(element)
    run = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    run.clear()
    run.append(_fonts())
    run.append(element_of("w:lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"))
    spacing = styles.find(f".//{qn('w:pPrDefault')}//{qn('w:spacing')}")
    spacing.set(qn("w:after"), "0")
    spacing.set(qn("w:line"), "240")
    settings: Any = document.settings.element
    for element in [*settings.findall(qn("w:rsids")), *settings.findall(qn("w:savePreviewPicture"))]:
        settings.remove(element)
    settings.remove(settings.find(qn("w:clrSchemeMapping")))  # of the theme, which is taken out
    for element in settings.findall(qn("w:themeFontLang")):
        element.set(qn("w:val"), LANGUAGE)
    settings.find(f"{qn('w:compat')}/{qn('w:compatSetting')}").set(qn("w:val"), "15")  # no «compatibility mode»


def _dress(style: ParagraphStyle, look: Look) -> None:
    """Give a style its look, and nothing of what it had."""
    element: Any = style.element
    for name in ("w:pPr", "w:rPr"):
        for child in element.findall(qn(name)):
            element.remove(child)
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, look.italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    element.get_or_add_rPr().insert(0, _fonts())
    form = style.paragraph_format
    form.alignment, form.first_line_indent = look.align, look.indent
    form.space_before, form.space_after = Pt(look.before), Pt(0)
    form.widow_control = True
    if look.indent and not look.level:
        form.line_spacing = 1.15
    if look.level or look.name == CAPTION:
        form.keep_with_next = form.keep_together = True
    if look.level:
        element.pPr.append(element_of("w:outlineLvl", val=str(look.level - 1)))
    if look.dash:
        element.pPr._insert_numPr(element.pPr._new_numPr())  # noqa: SLF001  where the order of Word's elements wants it
        element.pPr.numPr.get_or_add_numId().val = 1


def _dash(document: Document) -> None:
    """Let lists have dashes, as official documents do; the text after a dash begins at the next letter."""
    numbering: Any = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    definition, level, look = element_of("w:abstractNum", abstractNumId="0"), element_of("w:lvl", ilvl="0"), _run_look()
    for name, value in (("start", "1"), ("numFmt", "bullet"), ("pStyle", "ListBullet"), ("suff", "space")):
        level.append(element_of(f"w:{name}", val=value))
    level.extend([element_of("w:lvlText", val="-"), element_of("w:lvlJc", val="left"), look])
    definition.extend([element_of("w:multiLevelType", val="singleLevel"), level])
    number = element_of("w:num", numId="1")
    number.append(element_of("w:abstractNumId", val="0"))
    numbering.extend([definition, number])


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAPER
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = TOP, BOTTOM, LEFT, RIGHT
    section.header_distance = section.footer_distance = Mm(10)


def _run_look() -> Any:
    look: Any = OxmlElement("w:rPr")
    look.append(_fonts())
    return look


def _fonts() -> Any:
    return element_of("w:rFonts", ascii=FACE, hAnsi=FACE, eastAsia=FACE, cs=FACE)


def element_of(tag: str, **attributes: str) -> Any:
    """Return an element of Word's XML with attributes of its own name space."""
    element: Any = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element

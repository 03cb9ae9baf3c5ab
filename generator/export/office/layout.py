"""Parts that official documents are laid out with: columns side by side, rules, runs of text."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Length, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from generator.export.office.styles import PLAIN, element_of
from generator.export.safe import plain

# How wide letters of Times New Roman are on the average, in parts of their size; the law leaves a rule from 1/3 to 1/2.
CAPITAL, SMALL = 0.6, 0.451
PART = 0.42
POINT = 12_700


@dataclass(frozen=True)
class Font:
    """How a run of text looks."""

    size: float = 14
    bold: bool = False
    italic: bool = False


def written(paragraph: Paragraph, text: str, font: Font) -> None:
    """Write a text at the end of a paragraph."""
    run = paragraph.add_run(plain(text))
    run.font.size, run.bold, run.italic = Pt(font.size), font.bold, font.italic


def columns(file: Document, widths: tuple[Length, Length], *, joined: bool = False) -> tuple[_Cell, _Cell]:
    """Return two columns side by side, without lines; ``joined`` ones are the next row of those before."""
    if joined:
        table = file.tables[-1]
        row: Any = table.add_row()  # type: ignore[no-untyped-call]
    else:
        table = file.add_table(1, len(widths))
        row = table.rows[0]
        fixed(table, widths)
    keep_whole(row)
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = width
        cell.paragraphs[0].style = file.styles[PLAIN]
    return row.cells[0], row.cells[1]


def fixed(table: Table, widths: tuple[Length, ...]) -> None:
    """Give a table columns that stay as wide as told, whatever is in them."""
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width


def keep_whole(row: Any) -> None:
    """Let no row go over the end of a page."""
    row._tr.get_or_add_trPr().append(element_of("w:cantSplit"))  # noqa: SLF001  python-docx knows no such property


def rule(paragraph: Paragraph, width: Length, text: str, size: float, part: float = PART) -> None:
    """Draw a rule in the middle of ``width``, as long as a part of the text above it (its one line, or its first)."""
    long = min(_width(text, size) * POINT, width * 0.95) * part
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Length(int((width - long) / 2))
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(8)
    form.space_before, form.space_after = Pt(2), Pt(0)  # below the marks under letters
    borders = element_of("w:pBdr")
    borders.append(element_of("w:top", val="single", sz="6", space="1", color="000000"))
    properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001  python-docx knows no borders
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc")


def _width(text: str, size: float) -> float:
    """Return about how wide a text is in bold letters, in points."""
    return sum(CAPITAL if letter.isupper() else SMALL for letter in text) * size

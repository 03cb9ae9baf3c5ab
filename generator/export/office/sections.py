"""The text of an official document: numbered headings, paragraphs, items after dashes, tables."""

from collections.abc import Iterator, Sequence
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Length

from generator.export.office.layout import Font, fixed, keep_whole, written
from generator.export.office.styles import CAPTION, CELL, GRID, HEADINGS, ITEM, TEXT, WIDTH, element_of
from generator.export.official import Section
from generator.export.safe import line, plain
from generator.export.tables import FIGURES, Cell, Column, Kind, Table, shown

ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
LETTERS = "abcdđeghiklmnopqrstuvxy"  # the points of a clause: letters of the Vietnamese alphabet without marks
MANY = 6  # columns, for which letters are smaller
LEAST, MOST = 4, 40  # letters that a column counts as
SIDES = {Kind.DATE: ALIGN.CENTER, Kind.YES: ALIGN.CENTER, **dict.fromkeys(FIGURES, ALIGN.RIGHT)}


def add_sections(file: Document, sections: Sequence[Section]) -> None:
    """Write sections one after another."""
    for number, section in zip(numbers(sections), sections, strict=True):
        title = line(section.title)
        level = _level(section)
        file.add_paragraph(f"{number} {title.upper() if level == 1 else title}", HEADINGS[level - 1])
        for text in section.paragraphs:
            file.add_paragraph(plain(text), TEXT)
        for text in section.items:
            file.add_paragraph(plain(text), ITEM)
        for table in section.tables:
            add_table(file, table)


def numbers(sections: Sequence[Section]) -> Iterator[str]:
    """Yield the number of each section: ``I.``, ``1.``, ``a)``; each level begins anew in what is above it."""
    counts = [0] * len(HEADINGS)
    for section in sections:
        level = _level(section)
        counts[level - 1] += 1
        counts[level:] = [0] * (len(counts) - level)
        yield (_roman, _arabic, _letter)[level - 1](counts[level - 1])


def add_table(file: Document, table: Table) -> None:
    """Write a table as wide as the text; its head comes again on each page, no row is torn."""
    if table.title:
        file.add_paragraph(plain(table.title), CAPTION)
    grid = file.add_table(1, len(table.columns), GRID)
    widths = _widths(table)
    fixed(grid, widths)
    _described(grid, table)
    font = Font(12 if len(table.columns) <= MANY else 10.5)
    _fill(grid.rows[0], [(column.title, ALIGN.CENTER) for column in table.columns], Font(font.size, bold=True))
    grid.rows[0]._tr.get_or_add_trPr().append(element_of("w:tblHeader"))  # noqa: SLF001  python-docx knows no heads
    for row in table.rows:
        cells = [_cell(cell, column) for cell, column in zip(row, table.columns, strict=True)]
        _fill(grid.add_row(), cells, font)
    for row in grid.rows:
        for place, width in zip(row.cells, widths, strict=True):
            place.width = width
    if table.note:
        written(file.add_paragraph(style=CELL), table.note, Font(12, italic=True))


def _fill(row: Any, cells: list[tuple[str, ALIGN]], font: Font) -> None:
    """Write the cells of a row."""
    keep_whole(row)
    for place, (text, side) in zip(row.cells, cells, strict=True):
        paragraph = place.paragraphs[0]
        paragraph.style, paragraph.alignment = CELL, side
        written(paragraph, text, font)


def _cell(cell: Cell, column: Column) -> tuple[str, ALIGN]:
    return shown(cell, column.kind), SIDES.get(column.kind, ALIGN.LEFT)


def _described(grid: Any, table: Table) -> None:
    """Tell screen readers what the table is; these come last among its properties."""
    for name, text in (("w:tblCaption", table.title), ("w:tblDescription", table.note)):
        if text:
            grid._tbl.tblPr.append(element_of(name, val=line(text)))  # noqa: SLF001  python-docx knows neither


def _widths(table: Table) -> tuple[Length, ...]:
    """Return how wide the columns are: by their longest texts, and together as wide as the page's text."""
    letters = [
        min(
            max(
                LEAST,
                *(len(part) for part in column.title.split()),
                *(len(shown(row[at], column.kind)) for row in rows),
            ),
            MOST,
        )
        for rows in [table.rows]
        for at, column in enumerate(table.columns)
    ]
    return tuple(Length(WIDTH * each // sum(letters)) for each in letters)


def _level(section: Section) -> int:
    return min(max(section.level, 1), len(HEADINGS))


def _roman(number: int) -> str:
    text = ""
    for value, sign in ROMAN:
        text += sign * (number // value)
        number %= value
    return f"{text}."


def _arabic(number: int) -> str:
    return f"{number}."


def _letter(number: int) -> str:
    """Return the letter of a point; after the last they come in twos."""
    times, at = divmod(number - 1, len(LETTERS))
    return f"{LETTERS[at] * (times + 1)})"

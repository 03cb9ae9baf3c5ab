"""Tables as the sheets of a workbook: a title, whence and of when, a head that stays, the rows, a note."""

from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator import words
from generator.export.office.cells import EDGES, MADE_UP, heading, on_paper, place_at, saved, sheet_name, write
from generator.export.tables import FIGURES, About, Cell, Column, Kind, Table, shown

NARROWEST, WIDEST = 8, 60  # letters
LINE = 15  # points
RIGHT = FIGURES | {Kind.DATE}


def workbook(tables: tuple[Table, ...], about: About) -> bytes:
    """Return a workbook with a sheet for each table."""
    book = Workbook()
    book.remove(book.worksheets[0])
    taken: set[str] = set()
    for table in tables:
        _fill(book.create_sheet(sheet_name(table.name, taken)), table, about)
    return saved(book, about)


def _fill(sheet: Worksheet, table: Table, about: About) -> None:
    """Write a table into a sheet."""
    widths = [_width(column, [row[at] for row in table.rows]) for at, column in enumerate(table.columns)]
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    for text, font in _lines(table, about):
        _across(sheet, text, font, widths)
    head = sheet.max_row + 1
    for at, column in enumerate(table.columns, 1):
        heading(place_at(sheet, head, at), column.title)
    for number, row in enumerate(table.rows, head + 1):
        for at, (cell, column) in enumerate(zip(row, table.columns, strict=True), 1):
            place = place_at(sheet, number, at)
            write(place, cell, column.kind)
            side = "right" if column.kind in RIGHT else "left"
            place.alignment, place.border = Alignment(horizontal=side, vertical="top", wrap_text=True), EDGES
    last = head + len(table.rows)
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(table.columns))}{last}"
    sheet.freeze_panes = f"A{head + 1}"
    on_paper(sheet, f"{head}:{head}")
    if table.note:
        sheet.cell(last + 1, 1)
        _across(sheet, table.note, Font(italic=True), widths)


def _lines(table: Table, about: About) -> list[tuple[str, Font]]:
    """Return the lines above the table: what it is, that it is made up, whence, of when."""
    whence = [f"Nguồn: {about.source}" if about.source else "", f"Số liệu đến ngày {words.day(about.as_of)}", about.url]
    lines = [
        (table.title, Font(bold=True, size=14)),
        (MADE_UP if about.illustration else "", Font(bold=True, color="B00020")),
        (". ".join(filter(None, whence)), Font(italic=True)),
    ]
    return [(text, font) for text, font in lines if text]


def _across(sheet: Worksheet, text: str, font: Font, widths: list[int]) -> None:
    """Write a line over all columns, below what there is, as high as its text needs."""
    number = sheet.max_row + 1 if sheet.max_row > 1 or sheet.cell(1, 1).value else 1
    place = place_at(sheet, number, 1)
    write(place, text)
    place.font, place.alignment = font, Alignment(vertical="top", wrap_text=True)
    sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=len(widths))
    letters = sum(widths) * 11 / (font.size or 11)
    lines = sum(max(1, ceil(len(part) / letters)) for part in text.split("\n"))
    sheet.row_dimensions[number].height = lines * LINE * (font.size or 11) / 11 + 3


def _width(column: Column, cells: list[Cell]) -> int:
    """Return how many letters wide a column is: its longest line, within bounds."""
    texts = [column.title[:20], *(shown(cell, column.kind) for cell in cells)]
    longest = max((len(part) for text in texts for part in text.split("\n")), default=0)
    return min(max(longest + 3, NARROWEST), WIDEST)

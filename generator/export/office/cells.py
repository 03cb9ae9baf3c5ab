"""Cells of a workbook: what is written is what was given, never a formula."""

from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import cast
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as Place
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.workbook.child import INVALID_TITLE_REGEX
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from generator.export.office.archive import settled
from generator.export.safe import escaped, line, may_compute, plain
from generator.export.tables import FIGURES, YES, About, Cell, Kind

MOST_LETTERS = 32_767  # of a cell
MOST_OF_NAME = 31  # of a sheet
MOST_OF_LINK = 2_000
DAY = "dd/mm/yyyy"
EARLIEST = date(1900, 3, 1)  # Excel counts a day before it that never was
THIN = Side(style="thin", color="808080")
EDGES = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
MADE_UP = "MINH HỌA: cơ quan, con người và số liệu ở đây không có thật."


def place_at(sheet: Worksheet, row: int, column: int) -> Place:
    """Return a place that is not hidden under a wider one."""
    return cast("Place", sheet.cell(row, column))


def write(place: Place, cell: Cell, kind: Kind = Kind.TEXT) -> None:
    """Write a cell: figures as figures, days as days, all else as text."""
    match cell:
        case bool():
            _text(place, YES[cell])
        case int() | Decimal():
            _figure(place, Decimal(cell), kind)
        case date() if cell >= EARLIEST:
            place.value, place.number_format = cell, DAY
        case date():
            _text(place, f"{cell:%d/%m}/{cell.year}")
        case str() if cell:
            _text(place, cell)
            if kind is Kind.LINK and cell.startswith(("https://", "http://")) and len(cell) <= MOST_OF_LINK:
                place.hyperlink = line(cell)


def heading(place: Place, text: str, *, size: int = 11) -> None:
    """Write the head of a column, in the middle of its cell."""
    _text(place, text)
    place.font = Font(name=place.font.name, size=size, bold=True)
    place.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    place.border = EDGES


def sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a name that spreadsheets allow and no other sheet has; it is taken then."""
    base = line(INVALID_TITLE_REGEX.sub(" ", plain(wanted))).strip(" '") or "Bảng"
    number, name = 1, _cut(base)
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        name = f"{_cut(base, len(f' {number}'))} {number}"
    taken.add(name.casefold())
    return name


def saved(book: Workbook, about: About) -> bytes:
    """Return a workbook as a file; the day of its facts is the day of the file."""
    moment = datetime.combine(about.as_of, time())
    book.properties = DocumentProperties(
        title=escaped(line(about.title)),
        creator=escaped(line(about.author)) or "Minh Bạch",
        description=MADE_UP if about.illustration else None,
        language="vi-VN",
        created=moment,
        modified=moment,
    )
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        ExcelWriter(book, archive).write_data()  # ``save`` would write the time of now
    return settled(out.getvalue())


def on_paper(sheet: Worksheet, rows: str) -> None:
    """Print a sheet on A4 sideways, as wide as the paper; ``rows`` stand on each page, with its number below."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = int(sheet.PAPERSIZE_A4)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = rows
    footer = HeaderFooterItem()
    footer.center.text = "&P/&N"
    sheet.HeaderFooter.oddFooter = footer


def _text(place: Place, text: str) -> None:
    """Write a text: one that looks like a formula or an error stays a text, also when somebody edits it."""
    shown = plain(text)
    shown = shown if len(shown) <= MOST_LETTERS else f"{shown[: MOST_LETTERS - 1]}…"
    place.value = escaped(shown)
    place.data_type = "s"
    if may_compute(text):
        place.quotePrefix = True


def _figure(place: Place, value: Decimal, kind: Kind) -> None:
    """Write a figure with as many decimals as it has; a percentage as the part that it is."""
    decimals = max(0, -int(value.normalize().as_tuple().exponent)) if value.is_finite() else 0
    form = f"0.{'0' * decimals}" if decimals else "0"
    if not value.is_finite():
        _text(place, str(value))
    elif kind is Kind.PERCENT:
        place.value, place.number_format = value / 100, f"{form}%"
    else:
        place.value, place.number_format = value, f"#,##{form}" if kind in FIGURES else form


def _cut(text: str, less: int = 0) -> str:
    """Return as much of a text as the name of a sheet may hold; letters beyond 16 bits count twice."""
    while len(text.encode("utf-16-le")) // 2 > MOST_OF_NAME - less:
        text = text[:-1]
    return text.strip(" '")

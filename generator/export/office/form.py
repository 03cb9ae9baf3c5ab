"""Form II.06a as a workbook: its head in three steps, its numbered columns, A4 sideways, Times New Roman 12."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator import words
from generator.export.form_ii06a import FormII06a, FormRow
from generator.export.office.cells import EDGES, MADE_UP, heading, on_paper, place_at, saved, write
from generator.export.tables import About, Kind

FACE, SIZE = "Times New Roman", 12
NUMBER = "Biểu số II.06a/VPCP/KSTT"
TITLE = "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH\nTẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT"
WIDTHS = (6, 38, *(11 for _ in range(11)))
# What the head says, and which cells it covers.
HEAD = (
    ("A6:A8", "STT"),
    ("B6:B8", "Lĩnh vực, công việc giải quyết"),
    ("C6:F6", "Số lượng hồ sơ tiếp nhận"),
    ("C7:C8", "Tổng số"),
    ("D7:E7", "Trong kỳ"),
    ("D8:D8", "Trực tuyến"),
    ("E8:E8", "Trực tiếp, dịch vụ bưu chính"),
    ("F7:F8", "Từ kỳ trước"),
    ("G6:J6", "Số lượng hồ sơ đã giải quyết"),
    ("G7:G8", "Tổng số"),
    ("H7:H8", "Trước hạn"),
    ("I7:I8", "Đúng hạn"),
    ("J7:J8", "Quá hạn"),
    ("K6:M6", "Số lượng hồ sơ đang giải quyết"),
    ("K7:K8", "Tổng số"),
    ("L7:L8", "Trong hạn"),
    ("M7:M8", "Quá hạn"),
)
NUMBERS, FIRST = 9, 10  # the row of column numbers, and the first of those that are filled in
LAST = "M"


def form_file(form: FormII06a) -> bytes:
    """Return the form as a workbook of one sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "II.06a"
    for at, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    _above(sheet, form)
    _head(sheet)
    end = _rows(sheet, form)
    if form.source:
        _line(sheet, f"A{end + 1}:{LAST}{end + 1}", f"Nguồn: {form.source}", Font(name=FACE, size=SIZE, italic=True))
    on_paper(sheet, f"6:{NUMBERS}")
    sheet.freeze_panes = f"C{FIRST}"
    title = f"{NUMBER}: {form.agency}, {form.period}"
    return saved(book, About(title, form.as_of, author=form.agency, illustration=form.illustration))


def _above(sheet: Worksheet, form: FormII06a) -> None:
    """Write what stands above the table: which form, whose, to whom, of which time."""
    plain, bold = Font(name=FACE, size=SIZE), Font(name=FACE, size=SIZE, bold=True)
    italic, middle = Font(name=FACE, size=SIZE, italic=True), "center"
    days = f" (từ ngày {words.day(form.first)} đến ngày {words.day(form.last)})" if form.first and form.last else ""
    _line(sheet, "A1:B1", NUMBER, bold)
    _line(sheet, "C1:I1", TITLE, Font(name=FACE, size=SIZE + 1, bold=True), middle)
    _line(sheet, "C2:I2", f"Kỳ báo cáo: {form.period}{days}", plain, middle)
    _line(sheet, "C3:I3", f"Số liệu chốt đến ngày {words.day(form.as_of)}", italic, middle)
    _line(sheet, "J1:M1", f"- Đơn vị báo cáo: {form.agency}", plain)
    _line(sheet, "J2:M3", f"- Đơn vị nhận báo cáo: {form.receiver or '…'}", plain)
    if form.illustration:
        _line(sheet, f"A4:{LAST}4", MADE_UP, Font(name=FACE, size=SIZE, bold=True, color="B00020"), middle)
    _line(sheet, f"K5:{LAST}5", "Đơn vị tính: số hồ sơ", italic, "right")
    for row, height in ((1, 50), (2, 32), (3, 18)):
        sheet.row_dimensions[row].height = height


def _head(sheet: Worksheet) -> None:
    """Write the head of the table, and the numbers of its columns."""
    for cells, text in HEAD:
        for row in sheet[cells]:
            for place in row:
                place.border = EDGES
        place = place_at(sheet, *_corner(cells))
        heading(place, text, size=SIZE)
        place.font = Font(name=FACE, size=SIZE, bold=True)
        if cells[: cells.index(":")] != cells[cells.index(":") + 1 :]:
            sheet.merge_cells(cells)
    for at in range(1, len(WIDTHS) + 1):
        place = place_at(sheet, NUMBERS, at)
        write(place, f"({at})")
        place.font, place.border = Font(name=FACE, size=SIZE, italic=True), EDGES
        place.alignment = Alignment(horizontal="center")
    for row, height in ((6, 20), (7, 20), (8, 50)):
        sheet.row_dimensions[row].height = height


def _rows(sheet: Worksheet, form: FormII06a) -> int:
    """Write the rows and the total below them; return the number of the last row."""
    for number, row in enumerate(form.rows, 1):
        _row(sheet, FIRST + number - 1, (number, row), Font(name=FACE, size=SIZE))
    end = FIRST + len(form.rows)
    _row(sheet, end, (None, form.total), Font(name=FACE, size=SIZE, bold=True))
    return end


def _row(sheet: Worksheet, at: int, numbered: tuple[int | None, FormRow], font: Font) -> None:
    number, row = numbered
    for column, cell in enumerate((number, row.name, *row.figures), 1):
        place = place_at(sheet, at, column)
        write(place, cell, Kind.NUMBER)
        side = {1: "center", 2: "left"}.get(column, "right")
        place.font, place.border = font, EDGES
        place.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)


def _line(sheet: Worksheet, cells: str, text: str, font: Font, side: str = "left") -> None:
    place = place_at(sheet, *_corner(cells))
    write(place, text)
    place.font, place.alignment = font, Alignment(horizontal=side, vertical="center", wrap_text=True)
    sheet.merge_cells(cells)


def _corner(cells: str) -> tuple[int, int]:
    """Return row and column of the first of some cells: ``C6:F6`` begins at 6, 3."""
    first = cells.partition(":")[0]
    return int(first[1:]), ord(first[0]) - ord("A") + 1

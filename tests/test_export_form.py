"""Form II.06a as a workbook: its head, its numbered columns, its figures as they were given."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.export.form_ii06a import FIGURES, FormII06a, FormRow, form_file
from generator.model.statistics import DossierRow
from tests.exported import FORM, ROW


def opened(form: FormII06a) -> Worksheet:
    """Return the one sheet of a form."""
    (sheet,) = openpyxl.load_workbook(BytesIO(form_file(form))).worksheets
    return sheet


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    """Return the sample form."""
    return opened(FORM)


def test_the_head_is_that_of_the_form(sheet: Worksheet) -> None:
    """Three groups of columns over their parts, each cell once, and the numbers of the columns under them."""
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {"A6:A8", "B6:B8", "C6:F6", "G6:J6", "K6:M6", "D7:E7", "C7:C8", "M7:M8"} <= merged
    assert [sheet.cell(6, at).value for at in (1, 3, 7, 11)] == [
        "STT",
        "Số lượng hồ sơ tiếp nhận",
        "Số lượng hồ sơ đã giải quyết",
        "Số lượng hồ sơ đang giải quyết",
    ]
    assert [sheet.cell(7, at).value for at in (3, 4, 6, 7, 8, 9, 10, 11, 12, 13)] == [
        *("Tổng số", "Trong kỳ", "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"),
        *("Tổng số", "Trong hạn", "Quá hạn"),
    ]
    assert [sheet.cell(8, at).value for at in (4, 5)] == ["Trực tuyến", "Trực tiếp, dịch vụ bưu chính"]
    assert [sheet.cell(9, at).value for at in range(1, 14)] == [f"({at})" for at in range(1, 14)]


def test_columns_are_those_of_the_records() -> None:
    """Columns (3) to (13) are the figures of a record, in its order."""
    assert tuple(name for name in DossierRow.model_fields if name not in {"field", "procedure"}) == FIGURES


def test_figures_and_totals_are_as_given(sheet: Worksheet) -> None:
    """Nothing is added up; what is not told is a text; no cell computes."""
    rows = [[place.value for place in row] for row in sheet.iter_rows(min_row=10, max_row=12)]
    assert rows[0] == [1, "=Đất đai", *ROW.figures]
    assert rows[1][0] == 2
    assert rows[2] == [None, "Tổng cộng", 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, None]
    assert {place.data_type for row in sheet.iter_rows() for place in row} <= {"s", "n"}
    assert sheet.cell(10, 2).data_type == "s"


def test_it_says_whose_and_of_when(sheet: Worksheet) -> None:
    """Number and title of the form, period, day, who reports to whom, and that all is made up."""
    said = [place.value for row in sheet.iter_rows(max_row=5) for place in row if place.value]
    assert said == [
        "Biểu số II.06a/VPCP/KSTT",
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH\nTẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT",
        "- Đơn vị báo cáo: Sở minh họa",
        "Kỳ báo cáo: quý III/2026 (từ ngày 15/6/2026 đến ngày 14/9/2026)",
        "- Đơn vị nhận báo cáo: UBND tỉnh Minh Họa",
        "Số liệu chốt đến ngày 14/9/2026",
        "MINH HỌA: cơ quan, con người và số liệu ở đây không có thật.",
        "Đơn vị tính: số hồ sơ",
    ]
    assert sheet.cell(13, 1).value == "Nguồn: Sở minh họa"


def test_what_is_not_known_is_left_open() -> None:
    """Without a receiver there are dots, without days none are told, and nothing is called made up."""
    bare = opened(replace(FORM, receiver="", first=None, source="", illustration=False, rows=()))
    assert bare["J2"].value == "- Đơn vị nhận báo cáo: …"
    assert bare["C2"].value == "Kỳ báo cáo: quý III/2026"
    assert bare["A4"].value is None
    assert bare["B10"].value == "Tổng cộng"
    assert bare["A11"].value is None


def test_it_is_printed_on_a4_sideways(sheet: Worksheet) -> None:
    """As wide as the paper, with the head on each page, in Times New Roman 12, and with edges."""
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize or 0)) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$6:$9"
    places = [place for row in sheet.iter_rows(min_row=6, max_row=12) for place in row]
    assert all(place.border.left.style and place.border.bottom.style for place in places[3 * 13 :])
    assert all(place.border.top.style for place in places[:13])
    assert all(place.border.bottom.style for place in places[2 * 13 : 3 * 13])
    assert {(place.font.name, place.font.size) for place in places if place.value is not None} == {
        ("Times New Roman", 12)
    }


def test_a_row_has_a_figure_for_each_column() -> None:
    """A figure too few would shift all others."""
    with pytest.raises(ValueError, match="10 figures for 11 columns"):
        FormRow("x", (1,) * 10)

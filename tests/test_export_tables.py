"""Tables, workbooks and open data that people take away; what holds for each file that they do."""

import csv
import json
import sys
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.export.agenda import Agenda, Deadline, agenda_file
from generator.export.atom import Entry, feed_file
from generator.export.csvw import csv_metadata
from generator.export.form_ii06a import FormII06a, FormRow, form_file
from generator.export.official import OfficialDocument, Section, Signer, official_file
from generator.export.records import json_file
from generator.export.safe import REFUSED
from generator.export.tables import About, Column, Kind, Table, csv_file, shown, workbook
from tests import exported
from tests.builds import ROOT, run
from tests.exported import ABOUT, AS_OF, FIGURES, FILES, FORMULAS, NASTY, WORDS

HEAD = 4  # the row of a sheet's head, where all is made up
PLACES = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "vi_VN.UTF-8"},
)
HEAVY = ("openpyxl", "docx", "icalendar", "zopfli")


@pytest.fixture(scope="module")
def book() -> Workbook:
    """Return the workbook as spreadsheets read it."""
    return openpyxl.load_workbook(BytesIO(workbook((FIGURES, WORDS), ABOUT)))


@pytest.fixture(scope="module")
def sheet(book: Workbook) -> Worksheet:
    """Return its first sheet."""
    return book.worksheets[0]


def test_files_are_the_same_everywhere() -> None:
    """Order of sets, time zone and language of the machine change no byte of any file."""
    printed = [run(sys.executable, "-m", "tests.exported", folder=ROOT, **place).stdout for place in PLACES]
    assert printed[0] == printed[1]
    assert len(printed[0].splitlines()) == len(FILES)


@pytest.mark.parametrize("name", ["xlsx", "form", "docx"])
def test_archives_tell_no_time_and_are_sound(name: str) -> None:
    """Parts of an archive are of one fixed moment, packed, and can be read back."""
    with ZipFile(BytesIO(FILES[name]())) as archive:
        assert archive.testzip() is None
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist().count("[Content_Types].xml") == 1
        assert not [part for part in archive.namelist() if "vba" in part.lower()]
        assert b"2026-09-14T00:00:00Z" in archive.read("docProps/core.xml")


def test_nothing_heavy_is_loaded_before_a_file_is_made() -> None:
    """Pages may import what makes files; the libraries come with the first file."""
    code = (
        f"import sys; import tests.exported, generator.check; print([each for each in {HEAVY} if each in sys.modules])"
    )
    assert run(sys.executable, "-c", code).stdout.strip() == "[]"


def test_csv_is_marked_and_holds_no_formula() -> None:
    """Excel finds Vietnamese letters; texts that begin as formulas do, heads too, get an apostrophe."""
    content = csv_file(WORDS)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    texts = [row[0] for row in rows]
    assert texts[: len(FORMULAS) + 1] == ["'=Việc", *("'" + each.replace("\r", "\n") for each in FORMULAS)]
    assert texts[-3:] == ['nháy " và , và ;', "dòng một\ndòng hai", "<b>&amp;</b>"]


def test_csv_keeps_figures_and_days() -> None:
    """Negative figures stay figures, with a point; days are written for programs."""
    lines = csv_file(FIGURES).decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Mã,Số hồ sơ,Tỷ lệ,Hạn,Đạt,Minh chứng"
    assert lines[1] == "1.1,12500,98.5,2026-03-31,có,https://example.org/minh-chung"
    assert lines[2] == "1.2,-0.25,100,1899-12-31,không,javascript:alert(1)"
    assert lines[3:] == ["1.3,chưa có,,,,", ""]


def test_what_a_csv_holds_is_described_beside_it() -> None:
    """Names, titles and kinds of columns in their order; a text among figures makes texts of them all."""
    described = json.loads(csv_metadata(FIGURES, ABOUT, "so-lieu.csv"))
    assert described["url"] == "so-lieu.csv"
    assert described["dc:description"].startswith("Minh họa: ")
    assert described["dc:modified"] == "2026-09-14"
    columns = described["tableSchema"]["columns"]
    assert [(each["name"], each["datatype"]) for each in columns] == [
        ("id", "string"),
        ("count", "string"),
        ("share", "decimal"),
        ("due", "date"),
        ("done", {"base": "boolean", "format": "có|không"}),
        ("link", "anyURI"),
    ]
    titles = next(csv.reader(StringIO(csv_file(FIGURES).decode("utf-8-sig"))))
    assert [each["titles"] for each in columns] == titles
    real = csv_metadata(WORDS, About("x", AS_OF), "x.csv")
    assert "dc:description" not in json.loads(real)


def test_no_cell_of_a_workbook_computes(book: Workbook) -> None:
    """Formulas and errors stay texts, also when somebody edits the cell; escapes are not read as letters."""
    sheet = book.worksheets[1]
    places = [sheet.cell(HEAD + 1 + number, 1) for number in range(len(NASTY))]
    assert {place.data_type for place in places} == {"s"}
    assert [place.value for place in places[: len(FORMULAS)]] == [each.replace("\r", "\n") for each in FORMULAS]
    assert all(place.quotePrefix for place in places[: len(FORMULAS)])
    assert sheet.cell(1, 1).value == "=1+1"
    assert sheet.cell(1, 1).data_type == sheet.cell(HEAD, 1).data_type == "s"
    assert [place.value for place in places[len(FORMULAS) :]][:3] == [
        "#N/A",
        "_x005F_x0041_",
        "a\ufffdb\ufffd\ufffd\ufffd",
    ]


def test_a_workbook_holds_figures_and_days(sheet: Worksheet) -> None:
    """Figures can be added up, percentages are parts, days are days; what is too early for Excel is a text."""
    first, second, third = (next(sheet.iter_rows(min_row=row, max_row=row)) for row in (5, 6, 7))
    assert [place.value for place in first] == [
        "1.1",
        12500,
        0.985,
        datetime(2026, 3, 31),  # noqa: DTZ001  spreadsheets know no zones
        "có",
        "https://example.org/minh-chung",
    ]
    assert [place.number_format for place in first[1:4]] == ["#,##0", "0.0%", "dd/mm/yyyy"]
    assert [place.value for place in second] == ["1.2", -0.25, 1, "31/12/1899", "không", "javascript:alert(1)"]
    assert [place.number_format for place in second[1:3]] == ["#,##0.00", "0%"]
    assert [place.value for place in third] == ["1.3", "chưa có", None, None, None, None]
    assert first[0].data_type == "s"
    assert first[5].hyperlink is not None
    assert second[5].hyperlink is None


def test_a_sheet_is_made_to_be_used(sheet: Worksheet) -> None:
    """Its head is bold, stays, sifts and comes again on paper; texts wrap; it says what it is, whence and of when."""
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        "Kết quả thực hiện",
        "MINH HỌA: cơ quan, con người và số liệu ở đây không có thật.",
        "Nguồn: Sở minh họa. Số liệu đến ngày 14/9/2026. https://example.org/ke-hoach/",
    ]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:F7"
    assert sheet.print_title_rows == "$4:$4"
    assert all(
        place.font.bold and place.alignment.wrap_text for place in next(sheet.iter_rows(min_row=HEAD, max_row=HEAD))
    )
    assert sheet.cell(9, 1).value == "Số liệu do cơ quan báo cáo."
    assert all(8 <= sheet.column_dimensions[letter].width <= 60 for letter in "ABCDEF")
    assert sheet.page_setup.orientation == "landscape"


def test_a_workbook_says_when_nothing_is_made_up() -> None:
    """Without illustration no line speaks of it."""
    plain = openpyxl.load_workbook(BytesIO(workbook((FIGURES,), About("Kế hoạch", AS_OF)))).worksheets[0]
    assert [plain.cell(row, 1).value for row in (1, 2, 3)] == ["Kết quả thực hiện", "Số liệu đến ngày 14/9/2026", "Mã"]


def test_names_of_sheets_are_legal_and_differ() -> None:
    """Names are cut, cleaned and counted; case does not tell two apart."""
    names = ("Chữ: [1/2]?*", "chữ   1 2", "'", "History", "x" * 40, "X" * 40, "😀" * 20, "'=a'")
    tables = tuple(Table(name, "", (Column("a", "A"),)) for name in names)
    made = openpyxl.load_workbook(BytesIO(workbook(tables, ABOUT))).sheetnames
    assert made[:4] == ["Chữ 1 2", "chữ 1 2 2", "Bảng", "History 2"]
    assert len({name.casefold() for name in made}) == len(names)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 and not set(name) & set(r"[]:*?/\\") for name in made)
    assert not any(name.startswith("'") or name.endswith("'") for name in made)


def test_what_is_shown_is_vietnamese() -> None:
    """Documents and pages write figures and days the Vietnamese way."""
    cells = (
        (12500, Kind.NUMBER),
        (Decimal("98.50"), Kind.PERCENT),
        (date(2026, 9, 4), Kind.DATE),
        (None, Kind.TEXT),
        (True, Kind.YES),
    )
    assert [shown(cell, kind) for cell, kind in cells] == ["12.500", "98,5 %", "4/9/2026", "", "có"]


def test_a_row_has_a_cell_for_each_column() -> None:
    """A table that is not one is refused where it is made."""
    with pytest.raises(ValueError, match="cells without a column"):
        Table("x", "x", (Column("a", "A"),), (("1", "2"),))


def test_open_data_keep_to_their_schema() -> None:
    """Keys stand as declared, mappings by the alphabet, decimals are numbers; the schema takes it and no other."""
    value, schema = json.loads(FILES["json"]()), json.loads(FILES["schema"]())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    validator.validate(value)
    assert next(iter(value)) == "$schema"
    assert value["figures"][0] == {"name": "Đúng hạn", "value": 98.5, "by": {"a": 1, "b": 2}}
    assert json_file(exported.RECORD).index(b'"a":1') < json_file(exported.RECORD).index(b'"b":2')
    assert not validator.is_valid({**value, "figures": [{"name": 1}]})
    assert not validator.is_valid({key: each for key, each in value.items() if key != "as_of"})
    assert schema["$id"] == value["$schema"]


ANY = st.text(max_size=30) | st.sampled_from(NASTY)


@given(ANY)
@settings(max_examples=30)
def test_any_text_makes_files_that_can_be_read(text: str) -> None:
    """Whatever a text holds, no file fails, and what comes out of it is the text without what XML refuses."""
    table = Table(text, text, (Column("a", text), Column("b", "B", Kind.LINK)), ((text, text),), text)
    rows = list(csv.reader(StringIO(csv_file(table).decode("utf-8-sig"), newline=""), strict=True))
    assert len(rows) == 2
    assert not REFUSED.search(rows[1][0])
    made = openpyxl.load_workbook(BytesIO(workbook((table, table), About(text, AS_OF, text, text, text)))).worksheets[0]
    assert {place.data_type for row in made.iter_rows() for place in row if place.value} <= {"s"}
    feed_file(text, text, [Entry(text, text, AS_OF, text, text)])
    agenda_file(Agenda(text, AS_OF, (Deadline(text, AS_OF, text, text, text),), text, text))
    form_file(
        FormII06a(text, text, AS_OF, (FormRow(text, (text,) * 11),), FormRow(text, (None,) * 11), text, source=text)
    )
    section = Section(text, 1, (text,), (text,), (table,))
    official_file(
        OfficialDocument(text, text, text, AS_OF, (section,), text, text, text, signer=Signer(text, text, text))
    )

"""The command ``notices``: sheets as PDF files, only what has changed, and the table beside them."""

import csv
import io
import re
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject
from rich.console import Console

from generator import cli, urls
from generator.derive.sheets import SheetState, version_of
from generator.errors import BuildError, MinhBachError, ToolError
from generator.facts import Facts
from generator.notices import pdf, run
from generator.notices.folder import MEMORY
from generator.notices.pdf import Paper, pdf_of
from generator.notices.run import Wish, address_of
from generator.notices.sheet import sheet_of, style
from generator.notices.table import HEAD, NAME, NOWHERE, harmless
from generator.pages.base import ILLUSTRATION
from tests.builds import NOON, ROOT, replace
from tests.records import facts, procedure

BASE = "https://thutuc.example.gov.vn/"
CHANGED = Wish((), Paper.A4)
MAU = "procedures/so-mau/MAU-01.yml"
SCALE = 72 / 25.4  # points in a millimetre
Say = Callable[..., str]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return where sheets go."""
    return tmp_path / "niem-yet"


@pytest.fixture
def make(in_project: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> Say:
    """Return what makes sheets of the project, and gives what was said."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
    add_second(in_project / "data")

    def notices(wish: Wish = CHANGED, address: str = BASE) -> str:
        said = io.StringIO()
        run.run(in_project / "data", out, address, wish, Console(file=said, width=1000))
        return said.getvalue()

    return notices


def add_second(data: Path) -> None:
    """Add a second procedure that is in force."""
    text = (data / "procedures" / "so-mau" / "MAU-03.yml").read_text("utf-8")
    second = text.replace("MAU-03", "MAU-02").replace("status: suspended", "status: in-force")
    (data / "procedures" / "so-mau" / "MAU-02.yml").write_text(second, "utf-8")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put text in the place of PDF files, which take long; return the titles of what is made, in order."""
    made: list[str] = []

    def as_text(html: str, _style: str, paper: Paper) -> bytes:
        made.append(re.findall("<title>(.*?)</title>", html)[0])
        return f"{paper} {html}".encode()

    monkeypatch.setattr(pdf, "pdf_of", as_text)
    return made


def on_paper(known: Facts, code: str, paper: Paper = Paper.A4) -> PdfReader:
    """Return the sheet of a procedure as a reader opens it."""
    known.base = BASE
    sheet = sheet_of(known.whole("procedures", code), known)
    return PdfReader(io.BytesIO(pdf_of(sheet.html, style(), paper)))


def words_of(reader: PdfReader) -> str:
    """Return the text that can be taken out of a document."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture(scope="module")
def example(real_facts: Facts) -> PdfReader:
    """Return the sheet of the fictional agency's first procedure."""
    return on_paper(real_facts, "MH-01")


def test_a_sheet_says_that_it_is_pdf_ua(example: PdfReader) -> None:
    """The document claims PDF/UA-1, is tagged, in Vietnamese, and shows its title."""
    root: Any = example.trailer["/Root"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "vi"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert example.metadata is not None
    assert example.metadata.title == "Niêm yết: Cấp Giấy xác nhận ví dụ (MH-01)"


def parts(element: Any) -> Iterator[DictionaryObject]:
    """Yield the elements of a structure, from the root."""
    element = element.get_object()
    if isinstance(element, ArrayObject):
        for each in element:
            yield from parts(each)
    elif isinstance(element, DictionaryObject):
        yield element
        if "/K" in element:
            yield from parts(element["/K"])


def test_readers_hear_the_structure(example: PdfReader) -> None:
    """Headings, tables with headers, lists and the code's description are there for who cannot see the sheet."""
    structure = list(parts(example.trailer["/Root"]["/StructTreeRoot"]))  # type: ignore[index]
    found = [str(part["/S"]) for part in structure if "/S" in part]
    assert found.count("/H1") == 1
    assert found.count("/H2") == 10
    assert {"/Table", "/TH", "/TD", "/L", "/LI", "/Figure", "/Link"} <= set(found)
    (figure,) = (part for part in structure if part.get("/S") == "/Figure")
    assert str(figure["/Alt"]).startswith(f"Mã QR dẫn đến {BASE}thu-tuc/MH-01/?ban=")


def test_a_sheet_says_what_people_must_know(example: PdfReader, real_facts: Facts) -> None:
    """Text comes out with its marks: title, papers and how many, limits, fees, law, decision, contact."""
    text = words_of(example)
    for said in (
        "Cấp Giấy xác nhận ví dụ",
        "MH-01",
        "Sở Minh họa",
        "5 ngày làm việc, từ ngày nhận đủ hồ sơ hợp lệ",
        "50.000 đ/giấy",
        "60.000 đ/giấy",
        "1 bản sao có chứng thực",
        "Theo mẫu: Tờ khai cấp Giấy xác nhận ví dụ",
        "Giấy xác nhận ví dụ (bản giấy và bản điện tử)",
        "10/2025/QĐ-UBND-MH",
        "05/QĐ-SMH",
        "Đường dây nóng 0000000000",
        "Thông tin đối chiếu ngày 21/11/2026",
        "Trang 1/3",
        version_of(real_facts.whole("procedures", "MH-01"), real_facts),
    ):
        assert said in text, said


def test_a_fictional_sheet_says_so_on_every_page(example: PdfReader) -> None:
    """Nobody takes a page of the fictional agency for real, whichever page they hold."""
    assert ILLUSTRATION in words_of(example)
    assert all("MINH HỌA, KHÔNG CÓ THẬT" in page.extract_text() for page in example.pages)


def test_what_is_not_known_is_said() -> None:
    """A procedure of which little is known has a sheet that says so at each place."""
    text = words_of(on_paper(facts(procedures=(procedure(),)), "1.000001"))
    assert text.lower().count("chưa có thông tin") >= 12
    assert "Ngày đối chiếu: chưa có thông tin" in text


def test_the_code_leads_to_the_page_with_the_version(real_facts: Facts, example: PdfReader) -> None:
    """The sheet's link and its QR code have the same address: the page, and the version on the sheet."""
    version = version_of(real_facts.whole("procedures", "MH-01"), real_facts)
    address = f"{BASE}thu-tuc/MH-01/?ban={version}"
    links = [each.get_object() for each in example.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert address in [str(link["/A"]["/URI"]) for link in links]
    assert urls.scanned(BASE, "MH-01", version) == address


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.A3, (297, 420))])
def test_sheets_have_the_size_of_the_paper(paper: Paper, size: tuple[int, int], real_facts: Facts) -> None:
    """A3 is the same sheet, larger."""
    reader = on_paper(real_facts, "MH-03", paper)
    box = reader.pages[0].mediabox
    assert (float(box.width) / SCALE, float(box.height) / SCALE) == pytest.approx(size, abs=0.3)
    assert "Trang 1/" in words_of(reader)


HOSTILE = [
    yaml.safe_load(path.read_text("utf-8"))["text"]
    for path in sorted((ROOT / "tests" / "cases" / "hostile").glob("*.yml"))
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    """Whatever people write, the sheet has the elements that it has for harmless words."""

    def elements(words: str) -> list[str]:
        line = " ".join(words.split())
        record = procedure(title=line, purpose=line, steps=[{"text": words}], results=[{"name": words}])
        known = facts(procedures=(record,))
        return re.findall(
            r"<(?!br>)[^<>]*>",
            re.sub(r'd="[^"]*"|ban=\w+|data-version="\w+"|bản \w{8}', "", sheet_of(record, known).html),
        )

    assert elements(text) == elements("vô hại")


LURES = (
    '<img src="{0}">',
    '<link rel="stylesheet" href="{0}">',
    '<style>@import "{0}"; body {{ background: url({0}) }}</style>',
    '<object data="{0}"></object>',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="{0}" width="9" height="9"/></svg>',
)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:9/x.png", "data:text/css,p{color:red}"])
@pytest.mark.parametrize("lure", LURES)
def test_nothing_is_fetched(lure: str, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if an element slipped in, no address is opened: the sheet is refused, or is made without."""
    monkeypatch.setattr(socket, "create_connection", lambda *_a, **_k: pytest.fail("asked the network"))
    opened: list[str] = []
    monkeypatch.setattr("urllib.request.OpenerDirector.open", lambda _self, request, *_a: opened.append(str(request)))
    try:
        content = pdf_of(f"<!doctype html><title>x</title>{lure.format(address)}<p>x", "p {color: red}", Paper.A4)
    except ToolError as error:
        assert address.partition(",")[0] in str(error)
    else:
        assert b"root:" not in content
    assert opened == []


def test_without_pango_people_are_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without Pango gets one sentence with the packages, and no English advice."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.setattr("builtins.__import__", _failing(__import__))
    with pytest.raises(ToolError, match=r"sudo apt install libpango-1\.0-0 libpangoft2-1\.0-0 libharfbuzz-subset0"):
        pdf.weasyprint()


def _failing(real: Callable[..., Any]) -> Callable[..., Any]:
    def load(name: str, *arguments: Any, **more: Any) -> Any:
        if name == "weasyprint":
            print("English advice")  # noqa: T201
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *arguments, **more)

    return load


def test_only_what_has_changed_is_made(make: Say, quick: list[str], out: Path, in_project: Path) -> None:
    """A first run makes all sheets, a second none, a third the one that has changed; the table is always there."""
    make()
    assert len(quick) == len(list(out.glob("*.pdf"))) == 2
    assert "Không có tờ nào thay đổi" in make()
    assert len(quick) == 2
    replace(in_project / "data" / MAU, "title: Cấp giấy xác nhận mẫu", "title: Cấp giấy lần hai")
    assert "Đã tạo 1 tờ" in make()
    assert quick[2:] == ["Niêm yết: Cấp giấy lần hai (MAU-01)"]
    replace(in_project / "data" / MAU, "keywords:", "keywords:\n  - thêm")
    make()
    assert len(quick) == 3
    (out / "MAU-01.pdf").unlink()
    make()
    assert len(quick) == 4


def test_another_address_or_paper_makes_all_anew(make: Say, quick: list[str]) -> None:
    """What is not the version but on the paper counts too; so does the wish for all."""
    make()
    for number, again in enumerate(
        (("https://b.example/", CHANGED), (BASE, Wish((), Paper.A3)), (BASE, Wish((), Paper.A4, every=True))), 2
    ):
        make(again[1], again[0])
        assert len(quick) == 2 * number


def test_named_sheets_are_made(make: Say, quick: list[str], out: Path) -> None:
    """A code names a sheet, changed or not; what is not there or has ended is said."""
    make(Wish(("MAU-01",), Paper.A4))
    make(Wish(("MAU-01",), Paper.A4))
    assert len(quick) == 2
    assert [path.name for path in out.glob("*.pdf")] == ["MAU-01.pdf"]
    with pytest.raises(ToolError, match="không có thủ tục mã 9"):
        make(Wish(("9.999999",), Paper.A4))
    with pytest.raises(ToolError, match="MAU-03 không còn hiệu lực"):
        make(Wish(("MAU-03",), Paper.A4))


def test_a_stopped_run_goes_on_where_it_was(
    make: Say, quick: list[str], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made before an interruption is not made again; nothing half written is left."""
    real, count = pdf.pdf_of, 0

    def stopping(*arguments: Any) -> bytes:
        nonlocal count
        count += 1
        if count == 2:
            raise KeyboardInterrupt
        return real(*arguments)

    monkeypatch.setattr(pdf, "pdf_of", stopping)
    with pytest.raises(KeyboardInterrupt):
        make()
    assert len(list(out.glob("*.pdf"))) == 1
    (out / "MAU-01.pdf.dang-ghi").write_text("nửa")
    make()
    assert len(quick) == 2
    assert sorted(path.name for path in out.iterdir()) == [MEMORY, "MAU-01.pdf", "MAU-02.pdf", NAME]


def test_one_sheet_that_cannot_be_made_does_not_stop_the_others(
    make: Say, quick: list[str], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are made and kept; what failed is said, and tried again next time."""
    real = pdf.pdf_of

    def failing(html: str, *more: Any) -> bytes:
        if "(MAU-01)" in html:
            raise ValueError("hỏng")
        return real(html, *more)

    monkeypatch.setattr(pdf, "pdf_of", failing)
    with pytest.raises(BuildError, match="không tạo được tờ MAU-01: hỏng"):
        make()
    assert (out / "MAU-02.pdf").is_file()
    monkeypatch.setattr(pdf, "pdf_of", real)
    make()
    assert len(quick) == 2


def test_sheets_of_ended_procedures_go_and_other_files_stay(
    make: Say, quick: list[str], out: Path, in_project: Path
) -> None:
    """Only what was made here and is as it was made is removed."""
    make()
    (out / "anh.pdf").write_bytes(b"1")
    record = in_project / "data" / MAU
    replace(record, "status: amended", "status: suspended")
    make()
    assert not (out / "MAU-01.pdf").exists()
    assert (out / "anh.pdf").read_bytes() == b"1"
    replace(record, "status: suspended", "status: amended")
    make()
    (out / "MAU-01.pdf").write_bytes(b"scan with a stamp")
    replace(record, "status: amended", "status: suspended")
    assert "Giữ lại MAU-01.pdf" in make()
    assert (out / "MAU-01.pdf").read_bytes() == b"scan with a stamp"
    assert len(quick) == 3


def test_a_folder_of_others_is_left_alone(make: Say, quick: list[str], out: Path) -> None:
    """A folder with other files, or a file, is refused and stays as it is; a torn memory is as good as none."""
    out.mkdir()
    (out / "thu.txt").write_text("x")
    with pytest.raises(ToolError, match="có sẵn tệp khác"):
        make()
    assert [path.name for path in out.iterdir()] == ["thu.txt"]
    (out / MEMORY).write_text("{nửa")
    make()
    assert len(quick) == 2
    assert msgspec.json.decode((out / MEMORY).read_bytes()).keys() == {"MAU-01.pdf", "MAU-02.pdf"}


def test_two_runs_make_the_same_bytes(real_facts: Facts) -> None:
    """A sheet made twice is the same file."""
    real_facts.base = BASE
    sheet = sheet_of(real_facts.whole("procedures", "MH-03"), real_facts)
    assert pdf_of(sheet.html, style(), Paper.A4) == pdf_of(sheet.html, style(), Paper.A4)


def rows(out: Path) -> list[dict[str, str]]:
    """Return the table as spreadsheets read it."""
    text = (out / NAME).read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    found = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    assert tuple(found[0]) == HEAD
    return found


def test_the_table_says_what_hangs_where(make: Say, quick: list[str], out: Path, in_project: Path) -> None:
    """Each place is a row with the version there and how it stands; a procedure that hangs nowhere has a row too."""
    place = "  - {place: counter, date: 2026-02-03, sheet: bkmtwxzp}\n  - {place: one-stop}\n  - place: website"
    replace(in_project / "data" / MAU, "  - place: website", place)
    make()
    counter, stop, posted, other = rows(out)
    assert (posted["Bản đang dán"], posted["Tình trạng"]) == ("bcdfghkm", SheetState.OUTDATED.label)
    assert (counter["Từ ngày"], counter["Bản đang dán"]) == ("3/2/2026", "bkmtwxzp")
    assert counter["Tình trạng"] == SheetState.OUTDATED.label
    assert (stop["Bản đang dán"], stop["Tình trạng"]) == ("", SheetState.UNKNOWN.label)
    assert (other["Mã thủ tục"], other["Tình trạng"], other["Tệp"]) == ("MAU-02", NOWHERE, "MAU-02.pdf")
    assert counter["Trang"] == f"{BASE}thu-tuc/MAU-01/"
    replace(in_project / "data" / MAU, "sheet: bkmtwxzp", f"sheet: {counter['Bản hiện hành']}")
    make()
    assert rows(out)[0]["Tình trạng"] == SheetState.CURRENT.label
    replace(in_project / "data" / MAU, "status: amended", "status: suspended")
    make()
    assert [(row["Tình trạng"], row["Tệp"]) for row in rows(out)[:3]] == [(SheetState.ENDED.label, "")] * 3


@pytest.mark.parametrize("text", ["=1+1", "+84", "-1", "@x", "\tx", "＝1"])
def test_no_spreadsheet_works_a_text_out(text: str, make: Say, quick: list[str], out: Path, in_project: Path) -> None:
    """A text that begins like a formula is marked as text."""
    assert harmless(text) == f"'{text}"
    assert harmless("Cấp giấy = 1") == "Cấp giấy = 1"
    title = text.strip()
    replace(in_project / "data" / MAU, "title: Cấp giấy xác nhận mẫu", f'title: "{title}"')
    make()
    assert rows(out)[0]["Tên thủ tục"] in {f"'{title}", title.strip("=+-@＝")}


@pytest.mark.parametrize(
    ("given", "configured", "address"),
    [
        ("", "https://a.example/kho", "https://a.example/kho/"),
        ("https://b.example/", "https://a.example/", "https://b.example/"),
        ("http://127.0.0.1:8000", "", "http://127.0.0.1:8000/"),
    ],
)
def test_the_address_is_that_of_the_site(given: str, configured: str, address: str) -> None:
    """What is given on the command line goes before ``mkdocs.yml``."""
    assert address_of(given, configured) == address


@pytest.mark.parametrize(
    ("given", "configured"), [("", ""), ("", "http://127.0.0.1:8000/"), ("a b", ""), ("javascript:1", "")]
)
def test_an_address_that_nobody_can_open_is_refused(given: str, configured: str) -> None:
    """A code that leads to this machine alone would hang there for nothing."""
    with pytest.raises(MinhBachError, match="--site-url"):
        address_of(given, configured)


def test_the_command(in_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command makes a real sheet and says where; without an address it says what is missing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
    monkeypatch.delenv("SITE_URL", raising=False)
    add_second(in_project / "data")
    arguments = ["notices", "MAU-02", "--data", "data", "--out", "to"]
    assert cli.run(cli.commands.main, arguments) == 1
    assert "--site-url" in capsys.readouterr().err
    assert cli.run(cli.commands.main, [*arguments, "--site-url", BASE]) == 0
    assert "Đã tạo 1 tờ" in capsys.readouterr().err
    assert PdfReader(in_project / "to" / "MAU-02.pdf").metadata is not None


def test_other_commands_do_not_load_it() -> None:
    """WeasyPrint and segno are loaded by those who draw; the command line alone loads neither."""
    from tests.builds import run as process  # noqa: PLC0415

    code = (
        "import sys, generator.cli, generator.check; sys.exit(any(n in sys.modules for n in ('weasyprint', 'segno')))"
    )
    assert process(sys.executable, "-c", code).returncode == 0

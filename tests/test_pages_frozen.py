"""Pages of frozen reports: nothing that changes later changes them."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from generator import urls
from generator.check import check
from generator.derive.frozen import Changed, changes, frozen_of
from generator.facts import Facts
from generator.markdown import Writer
from generator.model.report import FrozenReport
from generator.model.times import Period
from generator.pages import frozen
from generator.pages.base import Draft, Plain
from generator.read import read
from generator.render import Page, fill
from tests.builds import TODAY
from tests.living import Living

PLAN, PERIOD = "so-mau-2026", Period("2026-q3")
FIRST, SECOND = (f"{PLAN}/2026-q3-v{version}" for version in (1, 2))
SECOND_FILE = f"data/reports/{SECOND}.yml"
AGENCY, FIGURES = "data/agencies/so-mau.yml", "data/statistics/so-mau/2026-q3.yml"
PROGRESS, PLAN_FILE = f"data/progress/{PLAN}/2026-q3.yml", f"data/plans/{PLAN}.yml"


def record_of(facts: Facts, key: str) -> FrozenReport:
    """Return a frozen report."""
    found: FrozenReport = facts.whole("reports", key)
    return found


@pytest.fixture(scope="module")
def products(sample_facts: Facts) -> list[Draft | Plain]:
    """Return what is published of the sample's first version."""
    return list(frozen.page(record_of(sample_facts, FIRST), sample_facts))


def test_a_frozen_page_asks_for_nothing(sample_facts: Facts) -> None:
    """The page and its files are made without a question to any other record and without a look at the clock."""
    record = record_of(sample_facts, FIRST)
    with sample_facts.notebook.taking() as notes:
        for product in frozen.page(record, sample_facts):
            if isinstance(product, Draft):
                fill(product, sample_facts, Writer())
    assert notes.asked == set()
    assert (notes.since, notes.until) == (notes.since.min, notes.until.max)


def later(home: Living) -> None:
    """Change what a report tells of: the plan, the agency, its progress, its figures, the day."""
    home.replace(PLAN_FILE, "title: Kiểm soát", "title: Giữ gìn")
    home.replace(PLAN_FILE, "text: Lập hồ sơ mẫu", "text: Lập đủ hồ sơ mẫu")
    home.replace(AGENCY, "name: Sở Mẫu", "name: Sở Khuôn Mẫu")
    home.replace(PROGRESS, "value: 98", "value: 97,9")
    home.replace(FIGURES, "satisfied: 39", "satisfied: 38")
    home.day("2027-02-01")


def pages_of(home: Living) -> dict[str, bytes]:
    """Return Markdown, slots and files of the first version, by their paths, with the page of the site itself."""
    place = home.site / urls.address(urls.frozen(PLAN, PERIOD, 1))
    found = {path.name: path.read_bytes() for path in place.iterdir()}
    facts = check(read(home.folder / "data"), TODAY).facts
    for product in frozen.page(record_of(facts, FIRST), facts):
        if isinstance(product, Draft):
            found["markdown"] = fill(product, facts, Writer()).text.encode()
        else:
            found[f"made {product.path}"] = product.content
    return found


def test_a_frozen_page_never_changes(home: Living) -> None:
    """After edits of all that it tells of, and with a newer version, every byte of a version is as before."""
    second = (home.folder / SECOND_FILE).read_text("utf-8")
    home.remove(SECOND_FILE)
    home.build()
    before = pages_of(home)
    assert {"index.html", frozen.WORD_FILE, frozen.FORM_FILE, "markdown"} <= set(before)
    later(home)
    home.write(SECOND_FILE, second)
    home.build()
    assert pages_of(home) == before
    assert (home.site / urls.address(urls.frozen(PLAN, PERIOD, 2)) / "index.html").is_file()


@pytest.fixture(scope="module")
def page(sample_facts: Facts, products: list[Draft | Plain]) -> Page:
    """Return the page of the first version."""
    (draft,) = (each for each in products if isinstance(each, Draft))
    return fill(draft, sample_facts, Writer())


@pytest.mark.parametrize(
    "said",
    [
        "- **Số liệu tính đến** 30/9/2026",
        "Commit của dữ liệu: `0123456789abcdef0123456789abcdef01234567`",
        "(../../../thu-tuc/MAU-01.md)",
        "(../../../thong-ke/so-mau/2026-q3.md)",
        "(../../../tien-do/so-mau-2026/bien-ban.pdf)",
        "(../2026-q3.md)",
        "| Tổng cộng |",
    ],
)
def test_a_page_says_where_its_figures_come_from(said: str, page: Page) -> None:
    """Whoever looks sees of which day and data it is, which records were counted, and where the versions are."""
    assert said in page.body


def test_a_page_shows_its_seal(page: Page, sample_facts: Facts) -> None:
    """The seal and the digest of the data can be compared."""
    record = record_of(sample_facts, FIRST)
    assert record.seal in page.body
    assert record.origin.digest in page.body


def test_versions_tell_what_changed(sample_facts: Facts) -> None:
    """Between two versions the figures that differ are told, and no others."""
    first, second = record_of(sample_facts, FIRST), record_of(sample_facts, SECOND)
    told = changes(first, second)
    assert told == [Changed("Phản ánh, kiến nghị", "4/5 đúng hạn", "4/4 đúng hạn")]
    assert changes(first, first) == []


def test_the_list_of_versions_has_reasons(sample_facts: Facts) -> None:
    """Each version has its reason, the newest stands first."""
    (draft,) = frozen.versions(PLAN, PERIOD, sample_facts)
    assert isinstance(draft, Draft)
    body = fill(draft, sample_facts, Writer()).body
    assert "Một phản ánh đếm hai lần." in body
    assert body.index("[Bản 2]") < body.index("[Bản 1]")


def test_the_latest_version_stands_for_a_period(sample_facts: Facts) -> None:
    """Pages that link to the reports of a plan get the latest version of each period."""
    assert [card.version for card in frozen_of(PLAN, sample_facts)] == [2]
    assert frozen_of("ubnd-mau-2021-2026", sample_facts) == ()


def test_without_reports_the_list_says_so(project: Path) -> None:
    """The list of reports is there before there is one."""
    for path in (project / "data" / "reports").rglob("*.yml"):
        path.unlink()
    facts = check(read(project / "data"), TODAY).facts
    (draft,) = frozen.all_reports(facts)
    assert isinstance(draft, Draft)
    assert "Chưa có báo cáo nào được chốt." in fill(draft, facts, Writer()).body
    assert list(frozen.tasks(facts)) == []


@pytest.fixture(scope="module")
def file(products: list[Draft | Plain]) -> Callable[[str], io.BytesIO]:
    """Return what opens one of the files beside the page."""
    found = {each.path.rpartition("/")[2]: each.content for each in products if isinstance(each, Plain)}
    return lambda name: io.BytesIO(found[name])


def test_the_document_has_all_sections(file: Callable[[str], io.BytesIO], sample_facts: Facts) -> None:
    """The official document has the agency block, every section, item and appendix, and who signs."""
    document, record = docx.Document(file(frozen.WORD_FILE)), record_of(sample_facts, FIRST)
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    for section in record.sections:
        assert section.title.upper() in text.upper()
        assert all(each in text for each in (*section.paragraphs, *section.items))
    for words in ("SỞ MẪU", "ỦY BAN NHÂN DÂN TỈNH MẪU", "Số: 21/BC-SM", "ngày 02 tháng 10 năm 2026", "Nơi nhận:"):
        assert words in cells
    assert "KT. GIÁM ĐỐC" in cells
    assert "Nguyễn Văn Mẫu" in cells
    assert record.seal in text


def test_the_form_has_the_frozen_figures(file: Callable[[str], io.BytesIO], sample_facts: Facts) -> None:
    """The workbook holds the rows and the total of the record."""
    form = record_of(sample_facts, FIRST).form
    assert form is not None
    rows = [row[1:] for row in openpyxl.load_workbook(file(frozen.FORM_FILE)).worksheets[0].iter_rows(values_only=True)]
    for row in (*form.rows, form.total):
        assert (row.name, *row.columns) in rows

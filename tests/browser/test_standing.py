"""What is late, whose it is, what proves it: a supervisor gets there in two clicks, and each number to its records."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Opener
from tests.browser.served import served
from tests.browser.test_access import OVERFLOW, STANDARDS, tab_to, violations
from tests.browser.test_display import SIZE

pytestmark = pytest.mark.browser
STANDING = "tien-do/"
PLAN = "ke-hoach/minh-hoa-2026-kiem-soat-tthc/"
UNIT = f"{PLAN}so-minh-hoa-phong-nghiep-vu/"
TO_LATE = "a[href$='tien-do/#qua-han']"
LATE_TASK = "#qua-han + .mb-table tbody tr:first-child td:first-child a"
FROZEN = "bao-cao/so-mau-2026/2026-q3/2/"
# The rows that can be sifted, each with the value of every facet, by the facet's name in the address.
ROWS = """() => [...document.querySelectorAll(".mb-content tbody tr")].flatMap((row) => {
  const cell = (name) => row.querySelector(`[data-label="${name}"]`);
  const texts = (parts) => [...parts].map((part) => part.textContent.trim());
  if (!cell("Kế hoạch") || !cell("Tình trạng")) return [];
  return [{
    shown: row.checkVisibility(),
    "nam": texts([cell("Kế hoạch").querySelector("em")]),
    "co-quan": texts([cell("Kế hoạch").querySelector("a")]),
    "linh-vuc": texts([cell("Lĩnh vực")]),
    "don-vi": texts(cell("Chủ trì").querySelectorAll("a")),
    "tinh-trang": texts([cell("Tình trạng").querySelector("strong")]),
  }];
})"""
FACETS = {
    "nam": "năm 2026",
    "co-quan": "Sở Minh họa",
    "linh-vuc": "Cải cách thủ tục hành chính",
    "don-vi": "Văn phòng Sở Minh họa",
    "tinh-trang": "Quá hạn",
}
Row = dict[str, Any]


def rows(page: Page) -> list[Row]:
    """Return the rows of tasks and targets, each with what it can be sifted by and whether it is shown."""
    found: list[Row] = page.evaluate(ROWS)
    return found


def have(values: dict[str, str], among: list[Row]) -> list[Row]:
    """Return the rows that have all of some values."""
    return [row for row in among if all(value in row[name] for name, value in values.items())]


def sift(page: Page, values: dict[str, str]) -> None:
    """Open the form and choose."""
    if not page.locator(".mb-narrow details").evaluate("part => part.open"):
        page.locator(".mb-narrow summary").click()
    for name, value in values.items():
        page.locator(f".mb-narrow select[name='{name}']").select_option(value)


def task_of(page: Page) -> str:
    """Return what stands below the heading that the address names, up to the next heading."""
    text: str = page.evaluate(
        """() => {
          const found = [];
          let each = document.querySelector(location.hash).nextElementSibling;
          for (; each && !/^H[1-6]$/.test(each.tagName); each = each.nextElementSibling) found.push(each.textContent);
          return found.join(" ");
        }"""
    )
    return text


@pytest.mark.parametrize("width", [390, 1280])
def test_two_clicks_from_home_to_a_late_task(width: int, open_page: Opener) -> None:
    """The first leads to the list of what is overdue, with whose it is; the second to the task with its evidence."""
    page = open_page("", width)
    page.locator(TO_LATE).click()
    expect(page.get_by_role("heading", name="Quá hạn", exact=True)).to_be_in_viewport()
    task = page.locator(LATE_TASK)
    expect(task).to_be_in_viewport()
    text, whose = task.inner_text(), page.locator("#qua-han + .mb-table tbody tr:first-child td:nth-child(3) a").first
    expect(whose).to_be_visible()
    unit = whose.inner_text()
    task.click()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator("h1")).to_contain_text(unit)
    told = task_of(page)
    assert text.split(". ", 1)[1] in told
    assert "Tình trạng: Quá hạn" in told
    assert "Minh chứng: " in told


def test_the_proof_of_what_is_done_stands_at_the_task(open_page: Opener) -> None:
    """What the list shows as evidence stands at the task too, with a link where there is an address."""
    page = open_page(STANDING, 390)
    row = page.locator("#moi-xong-co-minh-chung ~ .mb-table").first.locator("tbody tr").first
    proof = row.locator("[data-label='Minh chứng']").inner_text()
    assert proof
    assert proof != "chưa có"
    row.locator("td:first-child a").click()
    expect(page.locator(":target")).to_be_in_viewport()
    assert f"Minh chứng: {proof}" in task_of(page)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_same_way_by_keyboard_alone(width: int, open_page: Opener) -> None:
    """Tab and Enter lead from the home page to the list, and on from its heading to the task."""
    page = open_page("", width)
    tab_to(page, TO_LATE, 120)
    page.keyboard.press("Enter")
    page.wait_for_url("**/tien-do/#qua-han")
    page.keyboard.press("Tab")
    expect(page.locator(LATE_TASK)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ke-hoach/**/#viec-*")
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_same_way_without_scripts(open_page: Opener) -> None:
    """The lists are whole without JavaScript, the form is not shown, and the links are the same."""
    page = open_page("", 390, java_script_enabled=False)
    page.locator(TO_LATE).click()
    expect(page.locator(".mb-narrow")).to_be_hidden()
    assert page.locator(".mb-content tbody tr:visible").count() == page.locator(".mb-content tbody tr").count() > 0
    page.locator(LATE_TASK).click()
    page.wait_for_url("**/ke-hoach/**/#viec-*")


@pytest.mark.parametrize("name", FACETS)
def test_each_facet_leaves_the_rows_that_have_it(name: str, open_page: Opener) -> None:
    """Exactly the rows with the chosen value are shown; the form says what was chosen and how many are left."""
    page = open_page(STANDING, 390)
    everything = rows(page)
    assert all(row["shown"] for row in everything)
    wanted = {name: FACETS[name]}
    sift(page, wanted)
    now = rows(page)
    assert [row for row in now if row["shown"]] == [{**row, "shown": True} for row in have(wanted, now)] != []
    expect(page.locator(".mb-narrow output")).to_contain_text(FACETS[name])
    left = len(have(wanted, now))
    expect(page.locator(".mb-narrow output")).to_contain_text(f"Còn {left} trên {len(everything)} dòng")


def test_facets_add_up_and_are_taken_back(open_page: Opener) -> None:
    """Two choices leave the rows that have both; an empty list says so; the button brings all back, and the address."""
    page = open_page(STANDING)
    both = {name: FACETS[name] for name in ("co-quan", "tinh-trang")}
    sift(page, both)
    now = rows(page)
    assert 0 < len(have(both, now)) < min(len(have({name: both[name]}, now)) for name in both)
    assert [row["shown"] for row in now] == [row in have(both, now) for row in now]
    expect(page.locator("#sap-den-han + .mb-table + p")).to_have_text("Không có dòng nào hợp điều kiện lọc.")
    page.get_by_role("button", name="Bỏ lọc").click()
    expect(page.locator(".mb-narrow output")).to_be_empty()
    assert all(row["shown"] for row in rows(page))
    expect(page.locator("#sap-den-han + .mb-table + p")).to_be_hidden()
    assert "?" not in page.url


def test_a_shared_address_shows_the_same_rows(open_page: Opener) -> None:
    """What is chosen stands in the address; opened anew the form is open and the same rows are shown."""
    page = open_page(STANDING)
    sift(page, {"don-vi": FACETS["don-vi"]})
    chosen = rows(page)
    page.goto(page.url)
    expect(page.locator(".mb-narrow details")).to_have_attribute("open", "")
    expect(page.locator("select[name='don-vi']")).to_have_value(FACETS["don-vi"])
    assert rows(page) == chosen
    assert any(row["shown"] for row in chosen)
    assert not all(row["shown"] for row in chosen)


@pytest.mark.parametrize("query", ["?don-vi=khong-co", "?tinh-trang=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "?x=1"])
def test_an_unknown_value_in_the_address_does_nothing(query: str, open_page: Opener) -> None:
    """All rows are shown, and nothing of the address is put on the page."""
    page = open_page(f"{STANDING}{query}")
    expect(page.locator(".mb-narrow select").first).to_be_attached()
    assert all(row["shown"] for row in rows(page))
    assert page.locator("article img").count() == 0
    expect(page.locator(".mb-narrow output")).to_be_empty()


def test_the_form_works_by_keyboard(open_page: Opener) -> None:
    """Enter opens the form, an arrow chooses, and the line below says it to a screen reader."""
    page = open_page(STANDING)
    tab_to(page, ".mb-narrow summary")
    page.keyboard.press("Enter")
    tab_to(page, "select[name='tinh-trang']")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("status").filter(has_text="Đang lọc theo Tình trạng")).to_be_visible()


def test_paper_has_all_rows_and_no_form(open_page: Opener) -> None:
    """On paper all lists stand whole; where something was chosen, the paper says what."""
    page = open_page(STANDING)
    whole = len(rows(page))
    page.emulate_media(media="print")
    assert len([row for row in rows(page) if row["shown"]]) == whole
    expect(page.locator(".mb-narrow details")).to_be_hidden()
    page.emulate_media(media="screen")
    sift(page, {"tinh-trang": "Quá hạn"})
    page.emulate_media(media="print")
    expect(page.locator(".mb-narrow details")).to_be_hidden()
    expect(page.locator(".mb-narrow output")).to_be_visible()


def test_what_is_folded_stands_open_on_paper(open_page: Opener) -> None:
    """Groups of tasks that the board has told are folded on the screen, open with one press, and open on paper."""
    page = open_page(PLAN, 390)
    first = page.locator(".mb-fold").first
    expect(first.locator("table")).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator("table")).to_be_visible()
    first.locator("summary").click()
    page.emulate_media(media="print")
    expect(first.locator("table")).to_be_visible()


@pytest.mark.parametrize("path", [STANDING, PLAN, UNIT, "tien-do/lich/"])
def test_the_numbers_on_top_lead_to_their_lists(path: str, open_page: Opener) -> None:
    """A press on a number brings its heading into view; how long each list is, ``test_counts`` counts."""
    page = open_page(path, 390)
    links = page.locator(".mb-counts a")
    assert links.count() > 0
    for link in links.all():
        link.click()
        expect(page.locator(":target")).to_be_in_viewport()


def test_a_figure_of_a_plan_leads_to_its_records(open_page: Opener) -> None:
    """From the list of plans to the plan, from its counted figure to the indicator, from there to a record."""
    page = open_page("ke-hoach/", 390)
    page.locator(f"article a[href$='{PLAN.split('/')[1]}/']").first.click()
    figure = page.locator("[data-label='Đếm từ bản ghi'] a").first
    value = figure.inner_text()
    figure.click()
    page.wait_for_url("**/so-lieu/**")
    expect(page.locator(".mb-intro li").first).to_contain_text(value)
    record = page.locator(".mb-content h2:has-text('Được tính') + ul a").first
    name = record.inner_text()
    record.click()
    expect(page.locator("h1")).to_contain_text(name)


@pytest.mark.parametrize(
    ("indicator", "leads"), [("Thủ tục có hồ sơ mẫu", "thu-tuc/"), ("Hồ sơ nộp trực tuyến", "thong-ke/")]
)
def test_an_indicator_leads_to_its_records_and_its_formula(indicator: str, leads: str, open_page: Opener) -> None:
    """From the list of indicators to one, to the records that it counts and to how it is counted."""
    page = open_page("so-lieu/", 390)
    page.locator("article a[href='so-minh-hoa/2026/']").click()
    page.get_by_role("row", name=indicator).get_by_role("link").first.click()
    expect(page.locator("h1")).to_contain_text(indicator)
    page.get_by_role("link", name="Cách tính các chỉ số khác").click()
    expect(page.locator(":target")).to_have_text(indicator)
    page.go_back()
    page.locator(".mb-content h2:has-text('Được tính') + ul a").first.click()
    page.wait_for_url(f"**/{leads}**")
    expect(page.locator("h1")).to_be_visible()


BEGINS = {
    "ke-hoach.xlsx": b"PK",
    "nhiem-vu.csv": b"\xef\xbb\xbf",
    "chi-tieu.csv": b"\xef\xbb\xbf",
    "lich.ics": b"BEGIN:VCALENDAR\r\n",
    "theo-doi.xml": b"<?xml",
    "ke-hoach.json": b"{",
    "so-lieu.xlsx": b"PK",
    "so-lieu.csv": b"\xef\xbb\xbf",
    "so-lieu.json": b"{",
}


@pytest.mark.parametrize(
    ("path", "files"),
    [
        (PLAN, ["ke-hoach.xlsx", "nhiem-vu.csv", "chi-tieu.csv", "lich.ics", "theo-doi.xml", "ke-hoach.json"]),
        (UNIT, ["lich.ics", "theo-doi.xml"]),
        ("so-lieu/so-minh-hoa/2026/", ["so-lieu.xlsx", "so-lieu.csv", "so-lieu.json"]),
    ],
    ids=["plan", "unit", "indicators"],
)
def test_files_to_take_away_are_what_they_say(path: str, files: list[str], open_page: Opener) -> None:
    """Each file that a page offers is there and begins as files of its kind do; JSON can be read."""
    page = open_page(path, 390)
    for file in files:
        link = page.locator(f"article a[href$='{file}']").first
        expect(link).to_be_visible()
        answer = page.request.get(link.evaluate("element => element.href"))
        assert answer.ok, file
        assert answer.body().startswith(BEGINS[file]), file
        if file.endswith(".json"):
            json.loads(answer.body())


def test_large_letters_do_not_widen_the_lists(open_page: Opener) -> None:
    """With letters half as large again, on a narrow phone, the lists and their form stay within the screen."""
    page = open_page(STANDING, 320)
    before = page.evaluate(SIZE)
    page.evaluate("localStorage.setItem('mb-display', '{\"size\":\"150\"}')")
    page.reload()
    sift(page, {"tinh-trang": "Quá hạn"})
    assert page.evaluate(SIZE) > before
    assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("path", [FROZEN, "bao-cao/so-mau-2026/2026-q3/", "bao-cao/"])
def test_frozen_reports_have_no_barrier(path: str, chromium: Browser, sample_build: Path, axe: str) -> None:
    """Reports of the sample, as the repository's own records may have none: no barrier, nothing wider than a phone."""
    context = chromium.new_context(viewport={"width": 390, "height": 800}, bypass_csp=True, service_workers="block")
    page = context.new_page()
    with served(sample_build) as home:
        assert (page.goto(home + path) or pytest.fail("no answer")).ok
        page.evaluate(axe)
        assert violations(page, STANDARDS) == []
        assert page.evaluate(OVERFLOW) == 0
        page.emulate_media(color_scheme="dark")
        page.reload()
        page.evaluate(axe)
        assert violations(page, ["color-contrast"]) == []
    context.close()

"""The search box and the page of results, as people use them."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Opener
from tests.browser.test_access import STANDARDS, open_facets, violations

pytestmark = pytest.mark.browser
WIDTHS = pytest.mark.parametrize("width", [390, 1280])


def options(page: Page) -> list[str]:
    """Return the titles in the open list, the first first."""
    page.locator("[role=option]").first.wait_for()
    return page.locator("[role=option] .mb-hit__title").all_text_contents()


def typed(open_page: Opener, query: str, path: str = "", width: int = 1280, **how: object) -> Page:
    """Return a page in whose box a query was typed."""
    page = open_page(path, width, **how)
    page.locator("[data-mb-search] input:visible").first.press_sequentially(query)
    return page


@WIDTHS
@pytest.mark.parametrize(
    "query",
    ["ho chieu", "hộ chiếu", "hochieu", "ho chieu pho thon", "lam ho chieu", "ho\u0302\u0323 chie\u0302\u0301u"],
)
def test_what_was_meant_is_found_while_typing(query: str, width: int, open_page: Opener) -> None:
    """With marks or without, with a slip, run together, with an everyday word, in either Unicode form."""
    page = typed(open_page, query, width=width)
    assert "hộ chiếu" in options(page)[0].lower()
    expect(page.locator("[role=status]:visible").first).to_contain_text("kết quả")


def test_nothing_is_fetched_before_the_box_is_used(open_page: Opener) -> None:
    """The index and the engine come with the first focus, not with the page."""
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if re.search(r"tim-kiem/|postings|worker|engine", url)]
    with page.expect_request(re.compile(r"tim-kiem/[0-9a-f]{12}\.json")):
        page.locator("[data-mb-search] input:visible").first.focus()


def test_by_keyboard_alone(open_page: Opener) -> None:
    """Slash leads to the box, arrows through the list, round its ends, Escape out of it, Enter to the page."""
    page = open_page("thu-tuc/")
    page.keyboard.press("/")
    page.keyboard.type("ho chieu")
    titles = options(page)
    chosen = page.locator("[role=option][aria-selected=true]")
    page.keyboard.press("ArrowDown")
    expect(chosen.locator(".mb-hit__title")).to_have_text(titles[0])
    field = page.locator("[role=combobox]:focus")
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowUp")
    expect(chosen.locator(".mb-hit__title")).to_have_text(titles[-1])
    page.keyboard.press("Escape")
    expect(page.locator("[role=option]")).to_have_count(0)
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.type(" ")
    options(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/thu-tuc/[\d.]+/$"))
    expect(page.locator("h1")).to_contain_text(re.compile("hộ chiếu", re.IGNORECASE))


def test_slash_can_be_typed(open_page: Opener) -> None:
    """In a box a slash is a slash."""
    page = typed(open_page, "61/2018")
    expect(page.locator("[data-mb-search] input:visible").first).to_have_value("61/2018")


def test_enter_leads_to_all_results(open_page: Opener) -> None:
    """Without choosing, Enter opens the page of results, whose address can be shared."""
    page = typed(open_page, "cong ty", path="ke-hoach/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=cong+ty")
    expect(page.locator(".mb-hit").first).to_contain_text("công ty")
    expect(page.locator("[role=status]").first).to_contain_text("kết quả")


def test_each_kind_is_named(open_page: Opener) -> None:
    """A result says what it is: a procedure with field and code, a document, an agency, a plan."""
    page = open_page("tim-kiem/?q=1.001456")
    expect(page.locator(".mb-hit__about").first).to_contain_text(re.compile("^Thủ tục · .+ · mã 1.001456$"))
    for query, kind in [
        ("45/2020", "Văn bản · 45/2020/NĐ-CP"),
        ("Sở Ngoại vụ", "Cơ quan"),
        ("ke hoach 12", "Kế hoạch"),
    ]:
        page.locator(".mb-search--page input").fill(query)
        expect(page.locator(".mb-hit__about", has_text=kind).first).to_be_visible()


def test_facets_count_and_sift_and_stand_in_the_address(open_page: Opener) -> None:
    """A value tells how many it would leave; pressing it leaves as many, and the address brings the same again."""
    page = open_page("tim-kiem/?q=doanh+nghiep")
    value = page.get_by_role("group", name="Chi phí").get_by_role("button")
    count = int(value.locator("span").text_content() or 0)
    everything = page.locator("[role=status]").first.text_content()
    value.click()
    expect(page.locator("[role=status]").first).to_have_text(f"{count} kết quả")
    assert everything != f"{count} kết quả"
    assert "mien-phi=co" in page.url
    again = open_page(page.url.partition("/kho/")[2])
    expect(again.locator("[role=status]").first).to_have_text(f"{count} kết quả")
    pressed = again.get_by_role("button", pressed=True)
    expect(pressed).to_contain_text("Miễn phí")
    pressed.click()
    expect(again.locator("[role=status]").first).to_have_text(everything or "")


def test_what_is_not_there_is_said_with_what_is_nearest(open_page: Opener) -> None:
    """Words that nothing holds: the page says so, names the nearest if any, and the lists of fields follow."""
    page = open_page("tim-kiem/?q=doanh+nghiep+vu+tru+lien+hanh+tinh")
    expect(page.locator("[role=status]").first).to_contain_text("Không tìm thấy “doanh nghiep vu tru lien hanh tinh”")
    page.locator(".mb-search--page input").fill("zzzzqqqq xxxxkkkk")
    expect(page.locator("[role=status]").first).to_have_text("Không tìm thấy “zzzzqqqq xxxxkkkk”")
    expect(page.locator("#theo-linh-vuc")).to_be_visible()


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "\\", "((((", ". *+?^$", "%00", "a" * 5000, "ho " * 500]
)
def test_odd_queries_do_no_harm(query: str, open_page: Opener) -> None:
    """Markup stays text, patterns mean nothing, long input is answered."""
    page = open_page("tim-kiem/")
    harm: list[str] = []
    page.on("pageerror", lambda error: harm.append(error.message))
    page.on("dialog", lambda dialog: harm.append(dialog.message))
    page.locator(".mb-search--page input").fill(query)
    expect(page.locator("[role=status]").first).to_have_text(re.compile("kết quả|Không tìm thấy"), timeout=10_000)
    assert harm == []
    assert page.locator(".mb-results img").count() == 0


def test_without_scripts_the_lists_serve(open_page: Opener) -> None:
    """The box is a form that leads to the page of results, and there the lists of all kinds stand."""
    page = open_page("thu-tuc/", java_script_enabled=False)
    page.locator("[data-mb-search] input").first.fill("ho chieu")
    page.locator("[data-mb-search] button").first.click()
    page.wait_for_url("**/tim-kiem/?q=ho+chieu")
    expect(page.locator("[data-mb-results]")).to_be_hidden()
    page.get_by_role("link", name="Thủ tục hành chính").click()
    expect(page.locator("h1")).to_have_text("Thủ tục hành chính")


def test_a_lost_network_is_said_and_found_again(open_page: Opener) -> None:
    """When the index cannot be had the box says so; when it can be had again, the next letter brings results."""
    page = open_page()

    def refuse(route: Route) -> None:
        route.abort()

    page.context.route("**/tim-kiem/*.json", refuse)
    page.locator("[data-mb-search] input:visible").first.press_sequentially("ho c")
    expect(page.locator("[role=status]:visible").first).to_contain_text("Chưa tải được")
    page.context.unroute("**/tim-kiem/*.json", refuse)
    page.locator("[data-mb-search] input:visible").first.press_sequentially("hieu")
    assert "hộ chiếu" in options(page)[0].lower()


@WIDTHS
def test_open_results_have_no_barrier(width: int, open_page: Opener, axe: str) -> None:
    """The open list, and the page of results with a facet pressed, hold WCAG 2.2 AA."""
    page = typed(open_page, "ho chieu", "thu-tuc/", width, bypass_csp=True)
    options(page)
    page.keyboard.press("ArrowDown")
    page.evaluate(axe)
    assert violations(page, STANDARDS) == []
    page = open_page("tim-kiem/?q=doanh+nghiep", width, bypass_csp=True)
    open_facets(page)
    page.locator(".mb-facet__value").first.click()
    page.locator(".mb-facet__value[aria-pressed=true]").wait_for()
    page.evaluate(axe)
    assert violations(page, STANDARDS) == []

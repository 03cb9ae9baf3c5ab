"""Pages can be used by everyone: no barrier that axe finds, by keyboard, at any width, without scripts, in the dark."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.pages import KINDS

pytestmark = pytest.mark.browser

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
# Rows of a long table are alike: the first of them stand for all.  What an open list covers in part is not to be hit.
RUN_AXE = """only => axe.run({exclude: [["tbody tr:nth-child(n + 8)"]]},
  {runOnly: only, rules: {"target-size": {enabled: !document.querySelector("[data-mb-open]")}},
   resultTypes: ["violations"], preload: false})"""
ZOOMED = 640  # what is left of 1280 at 200 %
WIDTHS = (320, 360, 390, ZOOMED, 768, 1280)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
each_kind = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)


def open_facets(page: Page) -> None:
    """Open what sifts the results, which waits behind a button on phones."""
    page.locator(".mb-facet").first.wait_for(state="attached")
    page.locator(".mb-sift").evaluate("part => (part.open = true)")


def violations(page: Page, rules: list[str]) -> list[str]:
    """Return each barrier that axe finds by some rules or standards, with where it stands."""
    found: dict[str, Any] = page.evaluate(RUN_AXE, rules)
    return [f"{each['id']}: {json.dumps(node['target'])}" for each in found["violations"] for node in each["nodes"]]


@each_kind
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_barrier(path: str, width: int, open_page: Opener, axe: str) -> None:
    """WCAG 2.2 AA and axe's best practices hold on a phone and on a desk; in the dark, colours are apart enough too."""
    page = open_page(path, width, color_scheme="light", bypass_csp=True)
    page.evaluate(axe)
    assert violations(page, STANDARDS) == []
    page.emulate_media(color_scheme="dark")
    page.reload()
    page.evaluate(axe)
    assert violations(page, RULES_OF_COLOUR) == []


def _open(name: str) -> Callable[[Page], None]:
    return lambda page: page.locator("summary", has_text=name).click()


def _find(page: Page) -> None:
    page.locator("[data-mb-search] input:visible").first.press_sequentially("ho chieu")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")


def _sift(page: Page) -> None:
    open_facets(page)
    page.locator(".mb-facet__value").first.click()
    page.locator(".mb-facet__value[aria-pressed=true]").wait_for()


def _prepare(page: Page) -> None:
    page.locator(".mb-cases input").nth(1).check()
    page.locator(".mb-tick:visible input").first.check()
    page.locator(".mb-term input").fill("2026-11-20")
    expect(page.locator(".mb-term .mb-box__answer")).to_contain_text("Chậm nhất")


def _narrow(page: Page) -> None:
    page.locator(".mb-narrow summary").click()
    page.get_by_label("Tình trạng").select_option("Quá hạn")
    expect(page.locator(".mb-narrow output")).to_contain_text("Quá hạn")


def _look(kept: str) -> Callable[[Page], None]:
    def look(page: Page) -> None:
        page.evaluate("text => localStorage.setItem('mb-display', text)", kept)
        page.reload()

    return look


# What people bring a page to: its path, and how it comes there.
STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "menu open": ("thu-tuc/", _open("Mục lục")),
    "panel open": ("thu-tuc/", _open("Hiển thị")),
    "results open": ("ke-hoach/", _find),
    "results open on the home page": ("", _find),
    "list filtered": ("thu-tuc/", lambda page: page.locator("#mb-filter").fill("ho chieu")),
    "results sifted": ("tim-kiem/?q=doanh+nghiep", _sift),
    "nothing found": ("tim-kiem/?q=zzzzqqqq", lambda _page: None),
    "tasks narrowed": ("tien-do/", _narrow),
    "case, ticks and day": ("thu-tuc/2.001583/", _prepare),
    "more contrast": ("thu-tuc/2.001583/", _look('{"contrast":"more"}')),
    "more contrast on a plan": ("ke-hoach/minh-hoa-2026-kiem-soat-tthc/", _look('{"contrast":"more"}')),
    "more contrast on tasks": ("tien-do/", _look('{"contrast":"more"}')),
    "large letters": ("thu-tuc/2.001583/", _look('{"size":"150"}')),
    "large letters on a plan": ("ke-hoach/minh-hoa-2026-kiem-soat-tthc/", _look('{"size":"150"}')),
    "large letters on tasks": ("tien-do/", _look('{"size":"150"}')),
}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("path", "bring"), STATES.values(), ids=STATES)
def test_axe_finds_no_barrier_in_any_state(
    path: str, bring: Callable[[Page], None], width: int, open_page: Opener, axe: str
) -> None:
    """What opens, is chosen, ticked or counted has no barrier either, nor in the dark."""
    page = open_page(path, width, color_scheme="light", bypass_csp=True, reduced_motion="reduce")
    bring(page)
    page.evaluate(axe)
    assert violations(page, STANDARDS) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    expect(page.locator("html[data-mb-colours=dark]")).to_be_attached()
    assert violations(page, RULES_OF_COLOUR) == []


@each_kind
def test_nothing_is_wider_than_the_screen(path: str, open_page: Opener) -> None:
    """No page scrolls sideways: from a small phone to a desk, zoomed to 200 %, and with letters twice as large."""
    page = open_page(path)
    wide = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        wide[width] = page.evaluate(OVERFLOW)
    assert wide == dict.fromkeys(WIDTHS, 0)
    page.set_viewport_size({"width": ZOOMED, "height": 400})
    page.evaluate("document.documentElement.style.fontSize = '212.5%'")
    assert page.evaluate(OVERFLOW) == 0


FILLED = (
    *("mb-term", "mb-costs", "mb-report", "mb-cases", "mb-ticks", "mb-results"),
    *("mb-narrow", "mb-narrow__none"),
)


def words_of(page: Page) -> list[str]:
    """Return the words of a page without those of the parts that scripts fill."""
    article = lxml_html.fromstring(page.content()).find(".//article")
    for name in FILLED:
        for part in article.find_class(name):
            part.drop_tree()
    return "".join(article.itertext()).split()


@each_kind
def test_pages_are_whole_without_scripts(path: str, open_page: Opener) -> None:
    """Every word of the page is there without JavaScript; scripts only add what they work out themselves."""
    bare, full = (words_of(open_page(path, java_script_enabled=on)) for on in (False, True))
    assert bare
    assert bare == full


MENU = ".mb-menu:not(.mb-display) > summary"


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until an element has the focus."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


def test_the_menu_works_by_keyboard(open_page: Opener) -> None:
    """On a phone Tab reaches the menu, Enter opens it, Tab goes into it, Escape closes it and gives the focus back."""
    page = open_page("thu-tuc/", 390)
    menu = page.get_by_role("navigation", name="Mọi mục")
    expect(menu).to_be_hidden()
    tab_to(page, MENU)
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('nav') !== null")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator(MENU)).to_be_focused()


def test_the_menu_closes_on_a_click_beside_it(open_page: Opener) -> None:
    """A click elsewhere closes the menu."""
    page = open_page("thu-tuc/", 390)
    menu = page.get_by_role("navigation", name="Mọi mục")
    page.get_by_text("Mục lục").click()
    expect(menu).to_be_visible()
    page.mouse.click(5, 790)
    expect(menu).to_be_hidden()


def test_the_menu_opens_without_scripts(open_page: Opener) -> None:
    """Without JavaScript a tap opens the menu, and its links lead on."""
    page = open_page("", 390, java_script_enabled=False)
    page.get_by_text("Mục lục").click()
    page.get_by_role("navigation", name="Mọi mục").get_by_role("link", name="Kế hoạch").click()
    expect(page).to_have_url(page.url.split("/kho/")[0] + "/kho/ke-hoach/")


def test_the_first_tab_leads_past_the_header(open_page: Opener) -> None:
    """The first stop of the keyboard is a link to the content, and it works."""
    page = open_page("thu-tuc/2.001583/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Bỏ qua"
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(location.hash).matches('h1, main, article')")


LUMINANCE = """element => {
  const [red, green, blue] = getComputedStyle(element).backgroundColor.match(/[0-9.]+/g).map(Number);
  return (red * 0.2126 + green * 0.7152 + blue * 0.0722) / 255;
}"""
LETTERS = LUMINANCE.replace("backgroundColor", "color")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_device(scheme: str, scripts: bool, open_page: Opener) -> None:  # noqa: FBT001
    """In the dark the page is dark with light letters, with and without JavaScript."""
    page = open_page("thu-tuc/2.001583/", color_scheme=scheme, java_script_enabled=scripts)
    paper, letters = page.locator("body").evaluate(LUMINANCE), page.locator("h1").evaluate(LETTERS)
    darker, lighter = (paper, letters) if scheme == "dark" else (letters, paper)
    assert darker < 0.2
    assert lighter > 0.6


@pytest.mark.parametrize("path", ["thu-tuc/2.001583/", "ke-hoach/minh-hoa-2026-kiem-soat-tthc/"])
def test_paper_has_no_buttons(path: str, open_page: Opener) -> None:
    """On paper the header, the menu and the buttons are gone; the content is there, dark on white."""
    page = open_page(path, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="light")
    for selector in ("header", "summary", ".mb-rail"):
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("h1").evaluate(LETTERS) < 0.4


def test_papers_can_be_ticked_off(open_page: Opener) -> None:
    """Each paper is a box with its own name that can be ticked by keyboard."""
    page = open_page("thu-tuc/2.001583/", 390)
    boxes = page.get_by_role("checkbox", name="Đã chuẩn bị: ")
    names = [box.get_attribute("aria-label") for box in boxes.all()]
    assert len(names) > 1
    assert all(name and len(name) > len("Đã chuẩn bị: ") for name in names)
    boxes.first.focus()
    page.keyboard.press("Space")
    expect(boxes.first).to_be_checked()

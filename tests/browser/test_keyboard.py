"""Everything can be done by keyboard alone, and one always sees where one is."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.test_access import MENU, tab_to

pytestmark = pytest.mark.browser
CASES = "thu-tuc/2.001583/"
# What has the focus: its outline, and whether some of it can be seen where it stands (WCAG 2.4.7, 2.4.11).
FOCUSED = """() => {
  const element = document.activeElement;
  const marked = [element, ...(element.labels ?? []), element.nextElementSibling].filter(Boolean);
  const outline = Math.max(...marked.map((each) => {
    const style = getComputedStyle(each);
    return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  }), element.closest("form")?.matches(":focus-within") ? 2 : 0);
  const box = [...element.getClientRects()].find((each) => each.width > 0 && each.height > 0)
    ?? element.getBoundingClientRect();
  const parts = [0.1, 0.5, 0.9];
  const places = parts.flatMap((x) => parts.map((y) => [box.x + box.width * x, box.y + box.height * y]));
  const ours = (found) => found && (element.contains(found) || found.contains(element) && !found.matches("html, body"));
  const seen = places.filter(([x, y]) => ours(document.elementFromPoint(x, y))).length;
  return { outline, seen, what: element.outerHTML.slice(0, 90) };
}"""


def check_focus(page: Page) -> None:
    """Check that what has the focus shows it, and is not hidden behind anything."""
    found: dict[str, Any] = page.evaluate(FOCUSED)
    assert found["outline"] >= 2, found
    assert found["seen"] > 0, found


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path", ["", "thu-tuc/", CASES, "ke-hoach/minh-hoa-2026-kiem-soat-tthc/", "tim-kiem/?q=doanh+nghiep"]
)
def test_the_focus_is_seen_all_the_way(path: str, width: int, open_page: Opener) -> None:
    """Tab goes through the page and back by Shift+Tab; each stop shows itself, and no stop is a trap."""
    page = open_page(path, width, reduced_motion="reduce")
    if "tim-kiem" in path:
        page.locator(".mb-hit").first.wait_for()
    stops = []
    for key in ("Tab",) * 45 + ("Shift+Tab",) * 20:
        page.keyboard.press(key)
        if page.evaluate("document.activeElement === document.body"):
            break
        check_focus(page)
        stops.append(page.evaluate("(window.mbStops ??= new Map()).set(document.activeElement).size"))
    assert stops[-1] > 15


def test_a_citizen_prepares_by_keyboard(open_page: Opener) -> None:
    """From the home page by search to a procedure, past its header, to a case, a paper and the day of the result."""
    page = open_page("")
    page.keyboard.press("/")
    page.keyboard.insert_text("công ty tnhh một thành viên")
    page.locator("[role=option][href*='/thu-tuc/2.001583/']").wait_for()
    chosen = page.locator("[role=option][aria-selected=true]")
    for _option in range(7):
        page.keyboard.press("ArrowDown")
        if "2.001583" in (chosen.get_attribute("href") or ""):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(CASES)))
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    check_focus(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('header')") is None
    tab_to(page, ".mb-cases input")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".mb-cases [role=status]")).to_contain_text("Đang xem riêng")
    check_focus(page)
    tab_to(page, "#mb-term-day")
    check_focus(page)
    page.keyboard.type("11202026")
    expect(page.locator(".mb-term .mb-box__answer")).to_contain_text("Chậm nhất")
    tab_to(page, ".mb-tick input")
    page.keyboard.press("Space")
    check_focus(page)
    expect(page.locator(".mb-ticks [role=status]")).to_contain_text("Đã có 1/")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("menu", [MENU, ".mb-display > summary"], ids=["menu", "panel"])
def test_an_open_menu_hides_no_focus(menu: str, width: int, open_page: Opener) -> None:
    """Tab goes through an open menu and out of it; then it is closed, and what has the focus is seen."""
    page = open_page(CASES, width)
    tab_to(page, menu)
    page.keyboard.press("Enter")
    for _press in range(20):
        page.keyboard.press("Tab")
        check_focus(page)
        if page.evaluate("!document.activeElement.closest('.mb-menu')"):
            break
    expect(page.locator("details.mb-menu[open]")).to_have_count(0)

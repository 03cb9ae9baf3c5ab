"""Nothing moves under the reader's eyes when scripts begin their work: what they bring has its place before."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Opener
from tests.browser.pages import KINDS

pytestmark = pytest.mark.browser
MOST = 0.01  # of what Chromium counts as layout shift; up to 0.1 is held to be good
PATHS = {
    **{
        kind: KINDS[kind]
        for kind in ("home", "catalogue", "procedure", "made-up procedure", "plan with reports", "standing", "search")
    },
    "time limit": "thu-tuc/1.001456/",
    "case chosen": "thu-tuc/2.001583/?truong-hop=chuyen-tu-ho-kinh-doanh",
}
NOTE_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map(({ node }) => (node?.outerHTML ?? node?.data ?? "").slice(0, 80));
    window.shifts.push([entry.value, moved]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))"


def load_slowly(page: Page) -> None:
    """Load the page anew; its scripts come only when it has been painted without them."""
    held: list[Route] = []
    painted: list[bool] = []
    page.route("**/*.js*", lambda route: route.continue_() if painted else held.append(route))
    page.reload(wait_until="commit")
    expect(page.locator("footer")).to_be_attached()
    page.evaluate(PAINTED)
    painted.append(True)
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.evaluate(PAINTED)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_nothing_moves_when_scripts_come_late(path: str, width: int, open_page: Opener) -> None:
    """On a slow network too: the page is painted before its scripts, and stays where it is when they run."""
    page = open_page(path, width)
    page.add_init_script(NOTE_SHIFTS)
    page.evaluate("text => localStorage.setItem('mb-display', text)", json.dumps({"size": "115", "colours": "dark"}))
    load_slowly(page)
    shifts = page.evaluate("window.shifts")
    assert sum(value for value, _moved in shifts) < MOST, shifts


def test_the_measure_sees_what_moves(open_page: Opener) -> None:
    """A part put in above the others is counted: the test above can fail."""
    page = open_page("thu-tuc/")
    page.add_init_script(NOTE_SHIFTS)
    page.reload()
    page.evaluate(
        "document.querySelector('.mb-content').prepend(Object.assign(document.createElement('h2'), {textContent: 'x'}))"
    )
    page.evaluate(PAINTED)
    assert sum(value for value, _moved in page.evaluate("window.shifts")) > MOST


def test_scripts_that_do_not_come_leave_the_page_as_without_any(open_page: Opener) -> None:
    """Where a script cannot be had, forms that it would work are not shown, and what they hide is."""
    page = open_page("thu-tuc/2.001583/")
    page.route("**/*.js*", lambda route: route.abort())
    page.reload()
    for part in (".mb-cases", ".mb-term", ".mb-ticks", ".mb-display"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("h2#ban-thuoc-truong-hop-nao")).to_be_visible()

"""Charts of every kind in a browser: no barrier, no scrolling sideways, known without colours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import Opener
from tests.browser.served import served
from tests.browser.test_access import OVERFLOW, RULES_OF_COLOUR, STANDARDS, WIDTHS, ZOOMED, violations
from tests.gallery import PAGE

pytestmark = pytest.mark.browser
PATH = f"{PAGE}/"
FILL, STROKE = (f"each => getComputedStyle(each).{name}" for name in ("fill", "stroke"))
# How wide a shape is drawn, of the width of its row.
PART = """each => {
  const [part, row] = [each, each.closest("svg")].map(one => one.getBoundingClientRect().width);
  return Math.round(100 * part / row);
}"""


@pytest.fixture(scope="module")
def home(gallery_build: Path) -> Iterator[str]:
    """Return the address of the site that has the page of charts."""
    with served(gallery_build) as address:
        yield address


@pytest.mark.parametrize("contrast", ["no-preference", "more"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_barrier(width: int, contrast: str, open_page: Opener, axe: str) -> None:
    """On a phone and on a desk, light and dark, with the usual contrast and with more."""
    page = open_page(PATH, width, color_scheme="light", contrast=contrast, bypass_csp=True)
    page.evaluate("document.querySelectorAll('figure details').forEach(each => (each.open = true))")
    page.evaluate(axe)
    assert violations(page, STANDARDS) == []
    page.emulate_media(color_scheme="dark")
    page.reload()
    page.evaluate(axe)
    assert violations(page, RULES_OF_COLOUR) == []


def test_nothing_is_wider_than_the_screen(open_page: Opener) -> None:
    """From a small phone to a desk, and with letters twice as large."""
    page = open_page(PATH)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOW) == 0, width
    page.set_viewport_size({"width": ZOOMED, "height": 400})
    page.evaluate("document.documentElement.style.fontSize = '212.5%'")
    assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_letters_in_drawings_can_be_read(width: int, open_page: Opener) -> None:
    """None is smaller than 11 px on the screen, on a phone as on a desk."""
    page = open_page(PATH, width)
    sizes = page.locator(".mb-chart text").evaluate_all(
        "all => all.map(each => parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a)"
    )
    assert len(sizes) > 20
    assert min(sizes) >= 11


def test_bars_are_as_long_as_their_values(open_page: Opener) -> None:
    """The policy of the page lets nothing of a drawing fall away: bars have their lengths, textures their lines."""
    page = open_page(PATH, 390)
    rows = page.locator(".mb-chart--bullet .mb-chart__row")
    assert rows.nth(1).locator(".mb-chart__counted").evaluate(PART) == 7
    assert rows.nth(6).locator(".mb-chart__track").count() == 0
    texture = page.locator(".mb-chart__bar .mb-chart__texture").first.evaluate(FILL)
    name = texture.removeprefix('url("#').removesuffix('")')
    assert page.locator(f"#{name} path").count() == 1


def test_the_grid_stands_in_every_row(open_page: Opener) -> None:
    """Today's line, drawn once and used in each row, stands at the same place in all of them."""
    page = open_page(PATH, 390)
    places = (
        page.locator(".mb-chart--timeline")
        .nth(1)
        .locator(".mb-chart__bar > use[href$=grid]")
        .evaluate_all("all => all.map(each => Math.round(each.getBoundingClientRect().right))")
    )
    assert len(places) == 6
    assert len(set(places)) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_draw_everything_in_the_device_s_colours(scheme: str, open_page: Opener) -> None:
    """Goals, bars, lines and letters have the colour of text, and what they lie on that of the page."""
    page = open_page(PATH, forced_colors="active", color_scheme=scheme)
    ink, paper = ("rgb(0, 0, 0)", "rgb(255, 255, 255)") if scheme == "light" else ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
    strokes = [".mb-chart__goal", ".mb-chart__reported", ".mb-chart__path", ".mb-chart__now", ".mb-chart__aim"]
    assert {each: page.locator(each).first.evaluate(STROKE) for each in strokes} == dict.fromkeys(strokes, ink)
    fills = [".mb-chart__counted", ".mb-chart__part", ".mb-chart__last", ".mb-chart__axis text"]
    assert {each: page.locator(each).first.evaluate(FILL) for each in fills} == dict.fromkeys(fills, ink)
    empty = [".mb-chart__track", ".mb-chart__reported", ".mb-chart__marks"]
    assert {each: page.locator(each).first.evaluate(FILL) for each in empty} == dict.fromkeys(empty, paper)


def test_folded_groups_open_without_scripts(open_page: Opener) -> None:
    """The first group of many rows is open; the others open by a tap, each with the axis above it."""
    page = open_page(PATH, 390, java_script_enabled=False)
    groups = page.locator("details.mb-chart__group")
    assert groups.count() == 5
    assert groups.nth(0).locator(".mb-chart__row").first.is_visible()
    assert not groups.nth(1).locator(".mb-chart__row").first.is_visible()
    groups.nth(1).locator("summary").click()
    assert groups.nth(1).locator(".mb-chart__row").first.is_visible()
    assert groups.nth(1).locator(".mb-chart__axis").is_visible()

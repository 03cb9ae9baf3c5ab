"""Readers choose how pages look: size of letters, contrast, colours; the device's own wishes hold until they do."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.test_access import LETTERS, LUMINANCE, OVERFLOW
from tests.builds import ROOT

pytestmark = pytest.mark.browser
PROCEDURE = "thu-tuc/2.001583/"
PLAN = "ke-hoach/minh-hoa-2026-kiem-soat-tthc/"
SIZE = "() => parseFloat(getComputedStyle(document.documentElement).fontSize)"
SPACED = """*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p{margin-bottom:2em!important}"""
# Letters and what lies behind them, of everything on the page that has words of its own.
FAINTEST = """() => {
  const light = (colour) => {
    const parts = colour.match(/[0-9.]+/g).map(Number);
    const [red, green, blue] = parts.map((part) => ((part / 255 + 0.055) / 1.055) ** 2.4);
    return { share: parts[3] ?? 1, light: 0.2126 * red + 0.7152 * green + 0.0722 * blue };
  };
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const found = light(getComputedStyle(each).backgroundColor);
      if (found.share === 1) return found.light;
    }
    return 1;
  };
  const worded = [...document.querySelectorAll("body *")].filter((each) => each.checkVisibility()
    && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const ratios = worded.map((each) => {
    const [one, other] = [light(getComputedStyle(each).color).light, behind(each)].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  });
  return Math.min(...ratios);
}"""


def chosen(open_page: Opener, path: str, width: int = 1280, /, *, kept: dict[str, str], **options: object) -> Page:
    """Return a page as it looks to somebody who has chosen before."""
    page = open_page(path, width, **options)
    page.evaluate("text => localStorage.setItem('mb-display', text)", json.dumps(kept))
    page.reload()
    return page


def panel(page: Page) -> Page:
    """Open the panel."""
    page.get_by_text("Hiển thị", exact=True).dispatch_event("click")
    return page


@pytest.mark.parametrize("width", [390, 1280])
def test_letters_grow_by_keyboard_and_stay_so(width: int, open_page: Opener) -> None:
    """Each press makes letters larger, up to half as large again, says how large, and the next page keeps it."""
    page = open_page("thu-tuc/", width)
    usual = page.evaluate(SIZE)
    page.locator(".mb-display > summary").focus()
    page.keyboard.press("Enter")
    group = page.get_by_role("group", name="Cỡ chữ")
    group.get_by_role("button", name="A+").focus()
    for size in (115, 130, 150, 150):
        page.keyboard.press("Enter")
        expect(group.get_by_role("status")).to_have_text(f"{size} %")
        assert page.evaluate(SIZE) / usual == pytest.approx(size / 100, abs=0.005)
    assert group.get_by_role("button", name="A+").get_attribute("aria-disabled") == "true"
    page.goto(page.url.replace("thu-tuc/", "ke-hoach/"))
    assert page.evaluate(SIZE) / usual == pytest.approx(1.5, abs=0.005)
    group = panel(page).get_by_role("group", name="Cỡ chữ")
    group.get_by_role("button", name="A−").click()
    expect(group.get_by_role("status")).to_have_text("130 %")
    group.get_by_role("button", name="A chữ thường").click()
    assert page.evaluate(SIZE) == usual
    assert page.evaluate("localStorage.getItem('mb-display')") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [PROCEDURE, PLAN])
def test_more_contrast_is_seven_to_one(scheme: str, path: str, open_page: Opener) -> None:
    """With more contrast all words stand out at least 7 to 1 (WCAG 1.4.6); pressing again gives it back."""
    page = panel(open_page(path, color_scheme=scheme, bypass_csp=True))
    button = page.get_by_role("button", name="Tăng tương phản")
    assert page.evaluate(FAINTEST) < 7
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.mouse.move(0, 0)
    page.wait_for_function(f"({FAINTEST})() >= 7")
    page.reload()
    assert page.evaluate(FAINTEST) >= 7
    panel(page).get_by_role("button", name="Tăng tương phản", pressed=True).click()
    page.wait_for_function(f"({FAINTEST})() < 7")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_devices_wish_for_contrast_is_met(scripts: bool, open_page: Opener) -> None:  # noqa: FBT001
    """Whoever has asked the device for more contrast gets it, without scripts too."""
    page = open_page(PROCEDURE, contrast="more", java_script_enabled=scripts)
    assert page.locator("h1").evaluate(LETTERS) == 0
    assert page.locator("body").evaluate(LUMINANCE) > 0.999


def test_the_reader_overrules_the_device(open_page: Opener) -> None:
    """More contrast than the device asks for, or less, is a choice; it is forgotten where it is the device's own."""
    page = panel(open_page(PROCEDURE, contrast="more"))
    button = page.get_by_role("button", name="Tăng tương phản")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    assert page.locator("h1").evaluate(LETTERS) > 0
    assert page.evaluate("localStorage.getItem('mb-display')") == '{"contrast":"usual"}'
    button.click()
    assert page.evaluate("localStorage.getItem('mb-display')") is None


def test_the_reader_chooses_colours(open_page: Opener) -> None:
    """Dark stays dark on the next page and in other windows; as the device has it follows the device at once."""
    page = panel(open_page("", color_scheme="light", bypass_csp=True))
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_role("button", name="Tối").click()
    expect(page.get_by_role("button", name="Tối")).to_have_attribute("aria-pressed", "true")
    for each in (page, other):
        each.wait_for_function(f"({LUMINANCE})(document.body) < 0.2")
    page.goto(page.url + "thu-tuc/")
    assert page.locator("body").evaluate(LUMINANCE) < 0.2
    panel(page).get_by_role("button", name="Theo máy").click()
    page.wait_for_function(f"({LUMINANCE})(document.body) > 0.9")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"({LUMINANCE})(document.body) < 0.2")


def test_the_choice_is_there_before_the_first_paint(open_page: Opener) -> None:
    """It is applied in the head, before any style or letter: when the body begins, it holds."""
    page = open_page(PROCEDURE, color_scheme="light")
    page.evaluate('localStorage.setItem(\'mb-display\', \'{"size":"130","contrast":"more","colours":"dark"}\')')
    page.add_init_script("""new MutationObserver((_changes, watch) => {
      if (!document.body) return;
      window.atBody = {...document.documentElement.dataset};
      watch.disconnect();
    }).observe(document, {childList: true, subtree: true})""")
    page.reload()
    seen = page.evaluate("window.atBody")
    assert seen == {"mbLive": "", "mbSize": "130", "mbContrast": "more", "mbColours": "dark"}
    head = page.evaluate("document.head.innerHTML")
    assert head.index("mb-display") < head.index('rel="stylesheet"')


@pytest.mark.parametrize("kept", ["[]", "7", "{", '{"size":"9999","contrast":"<b>","colours":[1]}', "null", '"x"'])
def test_what_is_kept_may_be_anything(kept: str, open_page: Opener) -> None:
    """What stands in the storage may come from anywhere: it breaks nothing and becomes no markup."""
    page = open_page(PROCEDURE, color_scheme="light")
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(error.message))
    page.evaluate("text => localStorage.setItem('mb-display', text)", kept)
    page.reload()
    panel(page).get_by_role("button", name="A+").click()
    expect(page.get_by_role("group", name="Cỡ chữ").get_by_role("status")).to_have_text("115 %")
    assert said == []


def test_without_storage_the_choice_lasts_as_long_as_the_page(open_page: Opener) -> None:
    """Where the browser keeps nothing, choosing still works."""
    page = open_page(bypass_csp=True)
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }})")
    page.reload()
    panel(page).get_by_role("button", name="Tối").click()
    page.wait_for_function(f"({LUMINANCE})(document.body) < 0.2")


def test_without_scripts_there_is_nothing_to_choose(open_page: Opener) -> None:
    """Buttons that would do nothing are not shown."""
    page = open_page(PROCEDURE, java_script_enabled=False)
    expect(page.locator(".mb-display")).to_be_hidden()
    expect(page.get_by_text("Mục lục")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_panel_opens_closes_and_gives_the_focus_back(width: int, open_page: Opener) -> None:
    """Escape closes it and leads back to its button; only one menu is open; whoever tabs out leaves it closed."""
    page = open_page(PROCEDURE, width)
    sign, inside = page.locator(".mb-display > summary"), page.get_by_role("region", name="Cách hiển thị")
    sign.focus()
    page.keyboard.press("Enter")
    expect(inside).to_be_visible()
    box = inside.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(inside).to_be_hidden()
    expect(sign).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_text("Mục lục").click()
    expect(inside).to_be_hidden()
    expect(page.get_by_role("navigation", name="Mọi mục")).to_be_visible()


@pytest.mark.parametrize("path", [PROCEDURE, PLAN, "", "thu-tuc/", "tim-kiem/?q=ho+chieu"])
def test_large_letters_fit_the_smallest_screen(path: str, open_page: Opener) -> None:
    """At 320 px with the largest letters, and with the spaces of WCAG 1.4.12, nothing scrolls sideways or is cut."""
    page = chosen(open_page, path, 320, kept={"size": "150"}, bypass_csp=True)
    assert page.evaluate(OVERFLOW) == 0
    page.add_style_tag(content=SPACED)
    assert page.evaluate(OVERFLOW) == 0
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.evaluate(OVERFLOW) == 0


def test_forced_colours_leave_what_is_chosen_visible(open_page: Opener) -> None:
    """Where the device forces its colours, labels have edges, charts are drawn, and what is pressed differs."""
    page = panel(open_page(PLAN, forced_colors="active"))
    edge = "each => getComputedStyle(each).borderTopWidth"
    assert page.locator(".mb-tag").first.evaluate(edge) == "1px"
    pressed, other = (
        page.get_by_role("button", name=name).evaluate("each => getComputedStyle(each).backgroundColor")
        for name in ("Theo máy", "Sáng")
    )
    assert pressed != other
    fills = [
        page.locator(f".mb-chart__bar .mb-chart__{part}").first.evaluate("e => getComputedStyle(e).stroke")
        for part in ("goal", "reported")
    ]
    assert fills == ["rgb(0, 0, 0)"] * 2


def test_paper_knows_no_choice(open_page: Opener) -> None:
    """On paper letters are dark on white and of the usual size, whatever was chosen."""
    page, plain = chosen(open_page, PROCEDURE, kept={"size": "150", "colours": "dark"}), open_page(PROCEDURE)
    for each in (page, plain):
        each.emulate_media(media="print")
    assert page.locator("h1").evaluate(LETTERS) < 0.4
    assert page.evaluate(SIZE) == plain.evaluate(SIZE)


def blocks(css: str, *selectors: str) -> list[list[str]]:
    """Return the lines of the rules with these selectors."""
    found = [re.search(re.escape(selector) + r" \{(.*?)\}", css, re.DOTALL) for selector in selectors]
    return [match[1].split() for match in found if match]


def test_colours_said_twice_are_the_same() -> None:
    """CSS cannot join a choice and a wish of the device in one rule; both are the same, word for word."""
    css = Path(ROOT / "docs/assets/css/tokens.css").read_text("utf-8")
    dark = blocks(css, ':root[data-mb-colours="dark"]', ":root:not([data-mb-live])")
    strong = blocks(css, ':root[data-mb-contrast="more"]', ':root:not([data-mb-contrast="usual"])')
    assert dark[0] == dark[1]
    assert strong[0] == strong[1]

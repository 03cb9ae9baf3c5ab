"""A legal term is explained where it stands, by touch, by keyboard and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.test_access import STANDARDS, violations

pytestmark = pytest.mark.browser
PROCEDURE = "thu-tuc/2.001583/"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_term_is_explained_in_place(width: int, open_page: Opener, axe: str) -> None:
    """Its meaning stands within the window, nothing of the page moves, and a press elsewhere or Escape closes it."""
    page = open_page(PROCEDURE, width, bypass_csp=True)
    page.evaluate(axe)
    word = page.locator(".mb-explain").nth(1)
    meaning = page.locator(f"#{word.get_attribute('popovertarget')}")
    expect(meaning).to_be_hidden()
    word.scroll_into_view_if_needed()
    before = word.bounding_box()
    word.click()
    expect(meaning).to_be_visible()
    assert word.bounding_box() == before
    box = meaning.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 800
    assert violations(page, STANDARDS) == []
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def test_the_keyboard_opens_and_closes(open_page: Opener) -> None:
    """Focus stays on the word, so that reading goes on from there."""
    page = open_page(PROCEDURE)
    word = page.locator(".mb-explain").first
    meaning = page.locator(f"#{word.get_attribute('popovertarget')}")
    word.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    page.keyboard.press("Enter")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()


def test_each_term_is_explained_once(open_page: Opener) -> None:
    """No word has two explanations and each explanation has its word."""
    page = open_page(PROCEDURE)
    expect(page.locator(".mb-explain").first).to_be_visible()
    targets = [each.get_attribute("popovertarget") for each in page.locator(".mb-explain").all()]
    assert len(targets) > 2
    assert sorted(filter(None, targets)) == sorted(
        each.get_attribute("id") or "" for each in page.locator(".mb-word").all()
    )


def test_without_scripts_a_term_leads_to_its_meaning(open_page: Opener) -> None:
    """The link goes to the entry on the page of terms."""
    page = open_page(PROCEDURE, java_script_enabled=False)
    link = page.locator('a[href*="thuat-ngu/#"]').first
    words = link.inner_text()
    link.click()
    entry = page.locator("h3:target")
    expect(entry).to_be_visible()
    below = page.locator("h3:target + p, h3:target + p + p")
    assert words.lower() in " ".join([entry.inner_text(), *below.all_inner_texts()]).lower()

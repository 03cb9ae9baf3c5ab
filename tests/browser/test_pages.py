"""Pages run as they should: the policy holds, nothing leaves the host, the catalogue is found in."""

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Opener
from tests.browser.pages import KINDS
from tests.builds import ROOT

pytestmark = pytest.mark.browser

NOTE_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_pages_keep_to_the_policy_and_the_host(path: str, chromium: Browser, home: str) -> None:
    """No page breaks its own policy, says an error, or asks any other host; also while colours are switched."""
    context = chromium.new_context()
    context.add_init_script(NOTE_VIOLATIONS)
    said: list[str] = []
    asked: list[str] = []
    context.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    context.on("weberror", lambda error: said.append(str(error.error)))
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(home + path)
    page.get_by_text("Hiển thị", exact=True).click()
    for colours in ("Tối", "Sáng"):
        page.get_by_role("button", name=colours).click()
    page.evaluate("new Promise(requestAnimationFrame)")
    context.close()
    lost = "Failed to load resource: the server responded with a status of 404"
    assert [each for each in said if not (each.startswith(lost) and path == KINDS["lost"])] == []
    assert [url for url in asked if not url.startswith((home, "data:"))] == []


def test_a_lost_address_leads_back(open_page: Opener) -> None:
    """At any depth, a lost address shows our page with our styles and links that lead back."""
    page = open_page("thu-tuc/khong/co/trang-nay")
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang này")
    assert page.locator("h1").evaluate("element => getComputedStyle(element).fontFamily") != "Times New Roman"
    page.get_by_role("link", name="Tất cả thủ tục").click()
    expect(page.locator("h1")).to_have_text("Thủ tục hành chính")


def shown(page: Page) -> list[str]:
    """Return the links of the lists that a catalogue page shows now."""
    return page.locator(".mb-content li:visible > :is(a, p > a):first-child").all_text_contents()


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("ho chieu", "hộ chiếu"),
        ("hộ chiếu", "hộ chiếu"),
        ("HO CHIEU pho thong", "hộ chiếu"),
        ("ho\u0302\u0323 chie\u0302\u0301u", "hộ chiếu"),
        ("  doanh   nghiep ", "doanh nghiệp"),
    ],
    ids=["no marks", "marks", "capitals", "decomposed", "blanks"],
)
def test_the_catalogue_is_found_in(query: str, finds: str, open_page: Opener) -> None:
    """Typing, with or without marks, leaves only the entries that have every word, and says how many."""
    page = open_page("thu-tuc/")
    everything = len(shown(page))
    page.get_by_role("searchbox").fill(query)
    expect(page.locator("[data-mb-filter-count]")).not_to_be_empty()  # the script comes when it comes
    found = shown(page)
    assert 0 < len(found) < everything
    assert any(finds in each.lower() for each in found)
    expect(page.locator(".mb-filter output")).to_contain_text(str(len(found)))


def test_what_is_not_there_leaves_nothing_and_clearing_all(open_page: Opener) -> None:
    """A word that no entry has leaves no entry and no empty heading; an empty box brings all back."""
    page = open_page("thu-tuc/")
    everything = shown(page)
    box = page.get_by_role("searchbox")
    box.fill("khongcochunay")
    expect(page.locator("[data-mb-filter-count]")).not_to_be_empty()
    assert shown(page) == []
    assert page.locator(".mb-content h2:visible").count() == 0
    box.fill("")
    assert shown(page) == everything


def test_home_leads_to_what_was_asked_for(open_page: Opener) -> None:
    """The search box of the home page opens the page of results with the question in its address, and answers it."""
    page = open_page("", 390)
    page.get_by_role("combobox").fill("ho chieu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kho/tim-kiem/?q=ho+chieu")
    expect(page.get_by_role("searchbox")).to_have_value("ho chieu")
    expect(page.locator(".mb-hit").first).to_contain_text("hộ chiếu")


def test_home_leads_on_without_scripts(open_page: Opener) -> None:
    """Without JavaScript the search box leads to the lists of everything."""
    page = open_page("", 390, java_script_enabled=False)
    page.get_by_role("searchbox").fill("ho chieu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kho/tim-kiem/?q=ho+chieu")
    page.get_by_role("link", name="Thủ tục hành chính").click()
    assert len(shown(page)) > 29


def test_a_question_in_the_address_is_only_a_question(open_page: Opener) -> None:
    """Whatever stands after ?q= is searched for as text, never run or put on the page."""
    page = open_page("thu-tuc/?q=%3Cimg%20src%3Dx%20onerror%3D%22window.__pwned%3D1%22%3E")
    expect(page.get_by_role("searchbox")).to_have_value('<img src=x onerror="window.__pwned=1">')
    assert page.locator("article img").count() == 0
    assert page.evaluate("window.__pwned") is None


def test_text_folds_in_the_browser_as_in_the_generator(open_page: Opener) -> None:
    """The browser folds the same cases to the same letters."""
    cases: list[dict[str, Any]] = json.loads((ROOT / "tests" / "cases" / "fold.json").read_text("utf-8"))
    page = open_page()
    folded = page.evaluate(
        """async (texts) => {
          const { fold } = await import(new URL("assets/js/fold.js", location.href).href);
          return texts.map(fold);
        }""",
        [case["text"] for case in cases],
    )
    assert folded == [case["folded"] for case in cases]


def test_a_form_can_be_downloaded(open_page: Opener, home: str) -> None:
    """A file beside a page is there, and has the size that the page says."""
    page = open_page("ho-so-mau/MH-01/mh-01-cap-moi/")
    link = page.locator("article a[href$='.docx']").first
    answer = page.request.get(link.evaluate("element => element.href"))
    assert answer.ok
    assert answer.url.startswith(home)
    assert len(answer.body()) > 1000

"""Whatever people write into records, readers see it as text: nothing of it becomes an element, a handler or a link."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.engine.build import build
from tests.browser.served import served
from tests.builds import NOON, ROOT, SAMPLE, once
from tests.hostile import LONGEST_NUMBER, plant

pytestmark = pytest.mark.browser

CASES = sorted((ROOT / "tests" / "cases" / "hostile").glob("*.yml"))
HARMLESS = "Vô hại"
# The pages that gather most of what people write are opened as readers open them; all pages are read and compared.
OPENED = ("", "thu-tuc/", "thu-tuc/MAU-01/", "ke-hoach/so-mau-2026/", "ho-so-mau/MAU-01/cap-moi/", "co-quan/so-mau/")
READ = """async (addresses) => {
  const leads = (each) => each.getAttribute("href") ?? each.getAttribute("src") ?? each.getAttribute("action");
  const pages = {};
  for (const address of addresses) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const all = [...page.querySelectorAll("*")];
    pages[address] = {
      elements: all.map((each) => [each.tagName, ...each.getAttributeNames().sort()].join(" ")),
      schemes: [...new Set(all.filter(leads).map((each) => new URL(leads(each), location.href).protocol))],
      text: page.body.textContent.replace(/\\s+/g, " "),
    };
  }
  return pages;
}"""
TOUCH = """() => {
  for (const each of document.querySelectorAll("*")) {
    for (const name of ["mouseover", "focus", "click", "toggle", "load", "error"]) each.dispatchEvent(new Event(name));
  }
  return window.__pwned ?? null;
}"""
Pages = dict[str, dict[str, Any]]
Maker = Callable[[str], Callable[[Path], None]]


@pytest.fixture
def with_text(monkeypatch: pytest.MonkeyPatch) -> Maker:
    """Return what makes a site of the sample with one text in every place for words."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
    monkeypatch.setenv("MINHBACH_DATA", "")

    def maker(text: str) -> Callable[[Path], None]:
        def make(out: Path) -> None:
            data = out.with_name(f"{out.name}-data")
            plant(lambda _place: text, SAMPLE, data)
            build(data, out)

        return make

    return maker


def read_all(page: Page, site: Path, address: str) -> Pages:
    """Return what a browser reads on each page of a site, by the page's path."""
    paths = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    page.goto(address)
    found: Pages = page.evaluate(READ, [address + path for path in paths])
    return {key.removeprefix(address): value for key, value in found.items()}


@pytest.fixture(scope="module")
def kept() -> dict[Path, Pages]:
    """Return where the pages of a site are kept, once read."""
    return {}


@pytest.fixture
def harmless(run_folder: Path, with_text: Maker, chromium: Browser, kept: dict[Path, Pages]) -> Pages:
    """Return the pages of the sample with a harmless text in every place for words."""
    site = once(run_folder / "harmless", with_text(HARMLESS))
    if site not in kept:
        with served(site) as address:
            page = chromium.new_page()
            kept[site] = read_all(page, site, address)
            page.close()
    return kept[site]


def counted(pages: Pages, text: str) -> dict[str, int]:
    """Return how often a text stands on each page; a sentence may begin with it in capitals."""
    return {path: page["text"].casefold().count(text.casefold()) for path, page in pages.items()}


def elements(pages: Pages) -> dict[str, list[str]]:
    """Return the elements of each page with the names of their attributes, in order."""
    return {path: page["elements"] for path, page in pages.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_text_stays_text(case: Path, harmless: Pages, with_text: Maker, tmp_path: Path, chromium: Browser) -> None:
    """With hostile text in every place for words, pages have the elements they had, run nothing, and show the text."""
    text = yaml.safe_load(case.read_text("utf-8"))["text"]
    site = tmp_path / "site"
    with_text(text)(site)
    context = chromium.new_context(bypass_csp=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    with served(site) as address:
        pages = read_all(page, site, address)
        for path in OPENED:
            page.goto(address + path)
            assert page.evaluate(TOUCH) is None, path
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    context.close()
    assert {scheme for each in pages.values() for scheme in each["schemes"]} <= {"http:", "https:", "mailto:", "tel:"}
    if "\n" in text or text.startswith("- "):
        compare_lines(pages, harmless, text)
    else:
        assert elements(pages) == elements(harmless)
        # Numbers of documents are cut at 80 letters, so a longer text is counted without them.
        assert len(text) > LONGEST_NUMBER or counted(pages, text) == counted(harmless, HARMLESS)
    for feed in site.rglob("*.xml"):
        ET.parse(feed)  # noqa: S314  (our own file)


def compare_lines(pages: Pages, harmless: Pages, text: str) -> None:
    """Check that text of several lines makes paragraphs and lists at most, and that every line of it is shown."""
    known = {element for page in harmless.values() for element in page["elements"]} | {"P", "UL", "LI"}
    assert {element for page in pages.values() for element in page["elements"]} <= known
    shown = pages["thu-tuc/MAU-01/index.html"]["text"]
    for line in text.split("\n"):
        assert re.sub(r"^[-+•] ", "", " ".join(line.split())).casefold() in shown.casefold()


def test_the_text_reaches_most_pages(harmless: Pages) -> None:
    """The text is planted widely: nearly all pages show it, and the fullest many times over."""
    counts = counted(harmless, HARMLESS)
    assert sum(count > 0 for count in counts.values()) > 0.8 * len(counts)
    assert counts["thu-tuc/MAU-01/index.html"] > 60
    assert counts["ke-hoach/so-mau-2026/index.html"] > 60

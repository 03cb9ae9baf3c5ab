"""A Chromium for all browser tests, and pages of the repository's own records opened in it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from tests.browser.served import served
from tests.builds import ROOT, missing

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return Debian's Chromium, or Playwright's own."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        except Error as error:
            missing(f"no Chromium starts ({str(error).splitlines()[0]})", "get one: apt-get install chromium")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def home(real_build: Path) -> Iterator[str]:
    """Return the address of the home page of the repository's own records."""
    with served(real_build) as address:
        yield address


@pytest.fixture(scope="session")
def axe() -> str:
    """Return axe-core, which looks for barriers."""
    if not AXE.is_file():
        missing("axe-core is not here", "get it: npm ci")
    return AXE.read_text("utf-8")


@pytest.fixture
def open_page(chromium: Browser, home: str) -> Iterator[Opener]:
    """Return what opens a page by its path, at a width, in a context with the options given."""
    contexts: list[BrowserContext] = []

    def open_one(path: str = "", width: int = 1280, **options: object) -> Page:
        size = {"width": width, "height": 800}
        choices = {"viewport": size, "service_workers": "block", **options}  # what is kept has tests of its own
        contexts.append(chromium.new_context(**choices))  # type: ignore[arg-type]
        page = contexts[-1].new_page()
        page.goto(home + path)
        return page

    yield open_one
    for context in contexts:
        context.close()

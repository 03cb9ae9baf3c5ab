"""What a screen reader is told of the main pages, as last agreed in review (MINHBACH_GOLDEN=write renews it).

The pages are those of ``tests/sample``, on the tests' day, so that neither records nor days change them.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.served import served
from tests.builds import NOON, ROOT

pytestmark = pytest.mark.browser
GOLDEN = ROOT / "tests" / "golden" / "tree"
PAGES = {
    "home": "",
    "catalogue": "thu-tuc/",
    "field": "thu-tuc/linh-vuc/xac-nhan/",
    "procedure": "thu-tuc/MAU-01/",
    "sample": "ho-so-mau/MAU-01/cap-moi/",
    "plan": "ke-hoach/so-mau-2026/",
    "unit": "ke-hoach/so-mau-2026/phong-mau/",
    "standing": "tien-do/",
    "agency": "co-quan/so-mau/",
    "results": "tim-kiem/?q=mau",
}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Return a page on the tests' day, on a phone."""
    context = chromium.new_context(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.clock.set_fixed_time(NOON)
    yield page
    context.close()


@pytest.mark.parametrize(("name", "path"), PAGES.items(), ids=PAGES)
def test_what_a_screen_reader_is_told(name: str, path: str, page: Page, sample_build: Path) -> None:
    """Roles, names, states and their order are those that were agreed; the menus are opened, to be seen too."""
    with served(sample_build) as home:
        page.goto(home + path)
        page.wait_for_load_state("networkidle")
        assert page.locator("h1").count() == 1
        tree = page.locator("body").aria_snapshot()
        for menu in page.locator("details.mb-menu").all() if name == "home" else []:
            menu.locator("summary").click()
            tree += "\n" + menu.aria_snapshot()
    golden = GOLDEN / f"{name}.yml"
    told = re.sub(r"(blob:)?http://127\.0\.0\.1:\d+/(?(1)\S+)", "http://host/", tree) + "\n"
    if os.environ.get("MINHBACH_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")

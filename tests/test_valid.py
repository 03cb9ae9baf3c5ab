"""Every page is HTML as the living standard has it: html-validate finds nothing, on any kind of page.

Rules that are off (``html-validate.json``): tables say their roles again, as phones show them as blocks, which else
takes the roles away; a list of results is no <select>; and forms that send nothing need no button.
"""

import json
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.browser.pages import KINDS
from tests.builds import ROOT, missing, node_program

PROGRAM = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
CONFIG = ROOT / "tests" / "html-validate.json"
# The theme's own: boxes that our pages do not use, with an attribute that boxes to tick may not have.
OF_THE_THEME = {("valid-autocomplete", "#__drawer"), ("valid-autocomplete", "#__search")}


def mistakes(*places: Path) -> tuple[int, list[str]]:
    """Return how many pages were looked at, and what is wrong with them."""
    if not PROGRAM.is_file():
        missing("html-validate is not here", "get it: npm ci")
    command = [node_program(), str(PROGRAM), "--config", str(CONFIG), "--formatter", "json", *map(str, places)]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:  # it does not wait for a pipe to be read
        subprocess.run(command, cwd=ROOT, stdout=said, timeout=120, check=False)  # noqa: S603  (our own command)
        said.seek(0)
        pages = json.load(said)
    found = [
        f"{page['filePath']}:{each['line']}: {each['ruleId']}: {each['message']} ({each['selector']})"
        for page in pages
        for each in page["messages"]
        if (each["ruleId"], each["selector"]) not in OF_THE_THEME
    ]
    return len(pages), found


def test_every_kind_of_page_is_valid(real_build: Path) -> None:
    """One page of each kind of the repository's own records, and the page for lost addresses."""
    pages = [real_build / path.partition("?")[0] / "index.html" for kind, path in KINDS.items() if kind != "lost"]
    assert mistakes(*pages, real_build / "404.html") == (len(pages) + 1, [])


def test_pages_with_everything_are_valid(sample_build: Path) -> None:
    """All pages of the sample, whose records have every key that there is."""
    count, found = mistakes(sample_build)
    assert count > 20
    assert found == []


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ('<p id="a">Một</p><p id="a">Hai</p>', "no-dup-id"),
        ("<p><div>Một</div></p>", "close-order"),
        ('<img src="a.png">', "wcag/h37"),
    ],
)
def test_mistakes_are_found(html: str, rule: str, tmp_path: Path) -> None:
    """The tests above can fail."""
    page = tmp_path / "index.html"
    page.write_text(
        f"<!doctype html><html lang='vi'><head><title>Thử</title></head><body>{html}</body></html>", "utf-8"
    )
    assert any(f" {rule}: " in each for each in mistakes(page)[1])

"""The numbers on top of pages count what stands below: each leads to its list, which is as long as it says."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

HEADINGS = ("h2", "h3", "h4")
UNLISTED = {"Chỉ tiêu có con số"}  # counts what a column of a table says, not a list
Element = Any  # of lxml, which has no types


def pages(site: Path, *below: str) -> Iterator[tuple[str, Element]]:
    """Yield each page below some folders with its address."""
    for folder in below:
        for file in sorted((site / folder).rglob("index.html")):
            yield str(file.parent.relative_to(site)), lxml_html.parse(str(file)).getroot()


@cache
def parsed(file: Path) -> Element:
    """Return a page; many tasks stand on one."""
    return lxml_html.parse(str(file)).getroot()


def content(page: Element) -> list[Element]:
    """Return the headings, rows, entries and links of a page in their order, without its charts."""
    for figure in list(page.iter("figure")):
        figure.drop_tree()
    return list(page.find_class("mb-content")[0].iter(*HEADINGS, "tr", "li", "a"))


def below(heading: Element, among: list[Element]) -> list[Element]:
    """Return what stands between a heading and the next one that is not under it."""
    rest = among[among.index(heading) + 1 :]
    return list(takewhile(lambda each: each.tag not in HEADINGS or each.tag > heading.tag, rest))


def listed(heading: Element, among: list[Element]) -> int:
    """Return how many tasks, rows or entries stand below a heading."""
    found = below(heading, among)
    tasks = [each for each in found if each.tag in HEADINGS and each.get("id", "").startswith("viec-")]
    rows = [each for each in found if each.tag == "tr" and each.getparent().tag == "tbody"]
    entries = [each for each in found if each.tag == "li" and each.getparent().getparent().tag != "li"]
    return len(tasks or rows or entries)


def mistakes(address: str, page: Element) -> Iterator[str]:
    """Yield each number on top of a page that leads nowhere, or to a list of another length."""
    among = content(page)
    for box in page.find_class("mb-counts__one"):
        label, value = box.findtext("dt"), box.find("dd")
        number, link = int(value.text_content()), value.find("a")
        if link is None:
            if number and label not in UNLISTED:
                yield f"{address}: {label}: {number}, without a list"
            continue
        target = page.get_element_by_id(link.get("href").removeprefix("#"), None)
        if target is None:
            yield f"{address}: {label}: no {link.get('href')}"
        elif (found := listed(target, among)) != number:
            yield f"{address}: {label}: {number}, not {found}"


@pytest.mark.parametrize("build", ["real_build", "sample_build"])
def test_each_number_on_top_leads_to_a_list_of_that_length(build: str, request: pytest.FixtureRequest) -> None:
    """On the page of where reform stands, of each plan, of each unit and of the reports that are due."""
    site = request.getfixturevalue(build)
    found = dict(pages(site, "tien-do", "ke-hoach"))
    counted = {address: page for address, page in found.items() if page.find_class("mb-counts")}
    assert {"tien-do", "tien-do/lich"} < counted.keys()
    assert len(counted) > 4
    assert [each for address, page in counted.items() for each in mistakes(address, page)] == []


@pytest.mark.parametrize("build", ["real_build", "sample_build"])
def test_each_task_that_is_listed_stands_at_its_anchor(build: str, request: pytest.FixtureRequest) -> None:
    """Also one of which the text names no unit: its link leads to a heading, below which its state is told."""
    site = request.getfixturevalue(build)
    page = lxml_html.parse(str(site / "tien-do" / "index.html")).getroot()
    links = [cell.find("a").get("href") for cell in page.iter("td") if cell.get("data-label") == "Việc" and len(cell)]
    assert links
    for link in links:
        path, _mark, anchor = link.partition("#")
        there = parsed(site / "tien-do" / path / "index.html")
        heading = there.get_element_by_id(anchor)
        assert heading.text_content().startswith("Việc "), link
        assert any("Tình trạng: " in each.text_content() for each in below(heading, content(there))), link


def test_each_part_of_an_indicator_has_as_many_records_as_it_says(real_build: Path) -> None:
    """A heading with a number at its end stands above so many links to records."""
    said, found = [], []
    for address, page in pages(real_build, "so-lieu"):
        among = content(page)
        for heading in page.iter(*HEADINGS):
            number = re.search(r": (\d+)$", heading.text_content())
            if number:
                said.append((address, heading.text_content(), int(number[1])))
                links = [each for each in below(heading, among) if each.tag == "a"]
                found.append((address, heading.text_content(), len(links)))
    assert len(said) > 100
    assert found == said


@pytest.mark.parametrize(
    ("box", "content"),
    [
        ('<a href="#a">2</a>', '<h2 id="a">A</h2><ul><li>1</li></ul><h2 id="b">B</h2><ul><li>2</li></ul>'),
        ('<a href="#c">1</a>', '<h2 id="a">A</h2><ul><li>1</li></ul>'),
        ("1", '<h2 id="a">A</h2><ul><li>1</li></ul>'),
    ],
    ids=["other length", "no list", "no link"],
)
def test_mistakes_are_found(box: str, content: str) -> None:
    """The tests above can fail."""
    page = lxml_html.fromstring(
        f'<div><dl class="mb-counts"><div class="mb-counts__one"><dt>A</dt><dd>{box}</dd></div></dl>'
        f'<div class="mb-content">{content}</div></div>'
    )
    assert len(list(mistakes("x", page))) == 1

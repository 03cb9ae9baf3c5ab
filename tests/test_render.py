import json
import os
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from cmarkgfm.cmark import Options, markdown_to_html_with_extensions

from generator import urls
from generator.check import check
from generator.derive.scorecard import periods_compared
from generator.errors import BuildError
from generator.facts import Facts
from generator.html import EXTENSIONS
from generator.pages.base import Draft, Plain
from generator.pages.everything import ALWAYS
from generator.read import read
from generator.render import Page, published_files, render, write_tree
from tests.builds import SAMPLE, TODAY
from tests.hostile import plant

GOLDEN = Path(__file__).parent / "golden"
PLACES: dict[str, Callable[[Facts], list[str]]] = {
    "procedures": lambda facts: [urls.procedure(code) for code in facts.procedures],
    "fields in use": lambda facts: [urls.by_field(card.field) for card in facts.procedures.values()],
    "life events": lambda facts: [urls.by_event(each) for each in facts.events],
    "agencies": lambda facts: [urls.agency(each) for each in facts.agencies],
    "agencies that act": lambda facts: [
        urls.by_agency(each) for each in facts.agencies if facts.pointing("procedures", "agency", each)
    ],
    "samples": lambda facts: [urls.sample(card.procedure, card.sample) for card in facts.samples.values()],
    "plans": lambda facts: [urls.plan(each) for each in facts.plans],
    "reports": lambda facts: [urls.progress(card.owner, card.period) for card in facts.reports["progress"].values()],
    "assessments": lambda facts: [urls.assessment(each) for each in facts.reports["assessments"]],
    "statistics": lambda facts: [
        urls.statistics(card.owner, card.period) for card in facts.reports["statistics"].values()
    ],
    "agencies' statistics": lambda facts: [
        urls.statistics_of(card.owner) for card in facts.reports["statistics"].values()
    ],
    "comparisons": lambda facts: [
        urls.comparison(each, period) for each in facts.agencies for period in periods_compared(each, facts)
    ],
    "legal documents": lambda facts: [urls.legal(each) for each in facts.legal],
    "decisions": lambda facts: [urls.decision(each) for each in facts.decisions],
    "lists": lambda _facts: [
        urls.HOME, urls.PROCEDURES, urls.SAMPLES, urls.PLANS, urls.PROGRESS, urls.ASSESSMENTS, urls.LEGAL,
        urls.DECISIONS, urls.AGENCIES, urls.STATISTICS, urls.COMPARISONS, urls.CHANGES, urls.DICTIONARY,
    ],
}  # fmt: skip


def pages_of(facts: Facts) -> dict[str, Page]:
    """Return the pages of some records by path; feeds are left out."""
    return {page.path: page for page in render(facts) if isinstance(page, Page)}


@pytest.fixture(scope="module")
def sample_pages(sample_facts: Facts) -> dict[str, Page]:
    """Return the pages of ``tests/sample`` by path."""
    return pages_of(sample_facts)


@pytest.fixture(scope="module")
def real_pages(real_facts: Facts) -> dict[str, Page]:
    """Return the pages of the repository's own records by path."""
    return pages_of(real_facts)


@pytest.fixture(scope="module", params=["sample", "real"])
def pages(request: pytest.FixtureRequest) -> list[Page]:
    """Return all pages, of the sample and of the repository in turn."""
    found: dict[str, Page] = request.getfixturevalue(f"{request.param}_pages")
    return list(found.values())


@pytest.mark.parametrize("place", PLACES)
def test_every_record_has_its_page(place: str, sample_facts: Facts, sample_pages: dict[str, Page]) -> None:
    """Each record and each list stands at the address that is promised for it."""
    expected = PLACES[place](sample_facts)
    assert expected
    assert set(expected) <= set(sample_pages)


def test_every_page_has_a_shape_that_the_theme_frames(pages: list[Page]) -> None:
    """Each page has the section and the depth of one of the addresses that stand for all."""
    assert {urls.shape_of(page.path) for page in pages} <= {urls.shape_of(each) for each in urls.SHAPES}


def test_pages_whose_states_change_by_the_day_say_the_day(pages: list[Page]) -> None:
    """Plans, where reform stands, the calendar of reports and the home page say their day; no other page does."""
    said = {page.path: page.meta["as_of"] for page in pages if "as_of" in page.meta}
    plans = [page.path for page in pages if page.meta["kind"] == "plan"]
    assert plans
    assert said == dict.fromkeys([urls.HOME, urls.PROGRESS, urls.ROUTINES, *plans], "21/11/2026")


def test_front_matter_is_yaml_and_json(pages: list[Page]) -> None:
    """Any engine can read a page's front matter: plain YAML, equal to what the theme gets, and JSON all through."""
    for page in pages:
        _, head, body = page.text.split("---\n", 2)
        assert yaml.safe_load(head) == page.meta == json.loads(json.dumps(page.meta)), page.path
        assert body.strip() == page.body.strip(), page.path


def test_front_matter_says_what_every_page_needs(pages: list[Page]) -> None:
    """Each page has a title, a description of one line that fits a search result, and a kind."""
    for page in pages:
        assert page.meta["title"].strip(), page.path
        assert 0 < len(page.meta["description"]) <= 155, page.path
        assert "\n" not in page.meta["description"], page.path
        assert page.meta["kind"], page.path


@pytest.mark.parametrize("key", ["title", "description"])
def test_no_two_pages_are_called_the_same(key: str, pages: list[Page]) -> None:
    """Titles and descriptions tell pages apart in a tab, a bookmark and a search result."""
    counts = Counter(page.meta[key] for page in pages)
    assert [each for each, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("raw HTML", re.compile(r"<")),
        ("a list of attributes", re.compile(r"(?<!\\)\{")),
        ("an admonition", re.compile(r"^!!!", re.MULTILINE)),
        ("a picture", re.compile(r"(?<!\\)!\[")),
        ("a tab", re.compile(r"\t")),
        ("two empty lines", re.compile(r"\n\n\n")),
        ("odd indentation", re.compile(r"^(?! {4}| {8})( +)\S", re.MULTILINE)),
        ("a paragraph glued to a list", re.compile(r"^(?:- |\d+\. )[^\n]*\n(?!- | {4}|\d+\. |\n|\Z)", re.MULTILINE)),
        ("a list that a number began", re.compile(r"^\s*(?:- |\d+\. )\d+[.)] ", re.MULTILINE)),
        ("a heading glued to what is above", re.compile(r"[^\n]\n#")),
        ("a value of the program", re.compile(r"\b(?:None|True|False|Undefined)\b")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_markdown_is_plain(what: str, pattern: re.Pattern[str], pages: list[Page]) -> None:
    """A page is GitHub-flavoured Markdown that every engine reads alike, and nothing else."""
    found = {page.path: match[0] for page in pages if (match := pattern.search(page.body))}
    assert found == {}, what


def test_pages_have_one_title_and_ordered_headings(pages: list[Page]) -> None:
    """A page has one heading of level 1, first, and no level is jumped over on the way down."""
    for page in pages:
        levels = [len(mark) for mark in re.findall(r"^(#+) ", page.body, re.MULTILINE)]
        assert levels[0] == 1, page.path
        assert levels.count(1) == 1, page.path
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.path


def test_no_table_or_section_is_empty(pages: list[Page]) -> None:
    """A table has rows, and a heading has something below it."""
    for page in pages:
        assert not re.search(r"^\|[-:|]+\|\n(?!\|)", page.body, re.MULTILINE), page.path
        assert not re.search(r"^(#+) [^\n]+\n+(?:\1 |(?!\1)#{1,2} |\Z)", page.body, re.MULTILINE), page.path


def test_no_raw_html_reaches_the_reader(pages: list[Page]) -> None:
    """A reader that lets raw HTML through makes the same of a page as one that does not."""
    for page in pages:
        strict, lax = (
            markdown_to_html_with_extensions(page.body, options=options, extensions=EXTENSIONS)
            for options in (0, Options.CMARK_OPT_UNSAFE)
        )
        assert strict == lax, page.path


@pytest.mark.parametrize("path", [urls.procedure("MAU-01"), urls.plan("so-mau-2026")])
def test_golden_pages(path: str, sample_pages: dict[str, Page]) -> None:
    """The two pages that people read most look as last agreed in review (MINHBACH_GOLDEN=write renews them)."""
    golden = GOLDEN / path.replace("/", "-")
    if os.environ.get("MINHBACH_GOLDEN") == "write":
        golden.write_text(sample_pages[path].text, "utf-8")
    assert sample_pages[path].text == golden.read_text("utf-8")


def test_two_pages_at_one_address_stop_the_build(sample_facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page silently takes the place of another."""
    draft = Draft(urls.HOME, "procedure-list.md", {}, {"title": "A", "lead": "", "cards": []})
    monkeypatch.setattr("generator.pages.everything.ALWAYS", (*ALWAYS, lambda _facts: iter([draft])))
    with pytest.raises(BuildError, match=r"hai trang cùng địa chỉ index\.md"):
        list(render(sample_facts))


def test_files_are_published_beside_their_pages(sample_facts: Facts) -> None:
    """Forms, sample files and evidence stand in the folder named after their page."""
    assert published_files(sample_facts) == {
        "thu-tuc/MAU-01/don-de-nghi.pdf": "procedures/so-mau/MAU-01/don-de-nghi.pdf",
        "ho-so-mau/MAU-01/don-da-dien.pdf": "samples/MAU-01/don-da-dien.pdf",
        "tien-do/so-mau-2026/bien-ban.pdf": "progress/so-mau-2026/bien-ban.pdf",
    }


def test_the_tree_has_all_pages_and_files(sample_facts: Facts, sample_pages: dict[str, Page], tmp_path: Path) -> None:
    """What is written to disk is the pages, which are counted, and the files that they link to, byte for byte."""
    files = published_files(sample_facts)
    made = {each.path: each.content for each in render(sample_facts) if isinstance(each, Plain)}
    count = write_tree(render(sample_facts), files, SAMPLE, tmp_path)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {*sample_pages, *files, *made}
    assert all((tmp_path / path).read_bytes() == content for path, content in made.items())
    assert count == len(sample_pages)
    assert (tmp_path / "index.md").read_text("utf-8") == sample_pages["index.md"].text
    for published, source in files.items():
        assert (tmp_path / published).read_bytes() == (SAMPLE / source).read_bytes()


# What people may write and no page's Markdown shows: it serves search, calendar, review or theme.
NOT_FOR_PAGES = {
    "HolidayYear.notice", "SpecialDay.name", "SiteSettings.disclaimer", "SiteSettings.owner",
    "Procedure.questions", "Procedure.keywords", "Synonym.approved_by", "Synonym.term", "Synonym.words",
    "Term.approved_by", "Term.not_in",
}  # fmt: skip
# What pages show with another first letter.
SHOWN_CHANGED = {"CouncilFee.note", "FixedFee.note"}


def test_what_people_write_is_shown(tmp_path: Path) -> None:
    """Each place for words of each record comes out on some page, but for a few that are named here."""
    places: set[str] = set()

    def say(place: str) -> str:
        places.add(place)
        return place

    plant(say, SAMPLE, tmp_path / "data")
    pages = pages_of(check(read(tmp_path / "data"), TODAY).facts)
    shown = "\n".join(page.text for page in pages.values()).replace("\\", "")
    hidden = {place for place in places if not re.search(rf"\b{re.escape(place)}\b", shown)}
    assert len(places) > 100
    assert hidden - NOT_FOR_PAGES - SHOWN_CHANGED == set()

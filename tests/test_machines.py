"""What machines read of the pages: titles and descriptions that tell pages apart, and linked data that is true."""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

from generator.engine.graph import linked_data
from generator.pages.base import Draft
from generator.pages.procedures import procedure as pages_of
from tests import records
from tests.builds import SUBPATH

HOSTILE = "</script><script>alert(1)</script><!-- ]]> \u2028 \"'\\"
KEYS = {
    "BreadcrumbList": {"itemListElement"},
    "GovernmentService": {"@id", "name", "serviceType"},
    "GovernmentOrganization": {"@id", "name"},
    "Organization": {"@id", "name"},
    "WebSite": {"@id", "name", "potentialAction"},
}
REQUIRED = ("og:title", "og:description", "og:url", "og:site_name", "og:type")


@pytest.fixture(scope="module")
def pages(real_build: Path) -> dict[str, Any]:
    """Return every page of the repository's own records, as parsed, by its address."""
    files = real_build.rglob("index.html")
    return {
        file.relative_to(real_build).as_posix().removesuffix("index.html"): lxml_html.fromstring(
            file.read_text("utf-8")
        )
        for file in files
    }


def data_of(page: Any) -> list[dict[str, Any]]:
    """Return the linked data of a page."""
    found = page.xpath("//script[@type='application/ld+json']/text()")
    return json.loads(found[0])["@graph"] if found else []


def named(page: Any, key: str) -> str:
    """Return the content of a meta element, which is there once."""
    (found,) = page.xpath(f"//meta[@name='{key}' or @property='{key}']/@content")
    return str(found)


def test_no_two_pages_have_one_title_or_description(pages: dict[str, Any]) -> None:
    """In a list of results each page can be told from the others."""
    seen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, page in pages.items():
        seen["title", page.findtext(".//title")].append(path)
        seen["description", named(page, "description")].append(path)
    assert {key: paths for key, paths in seen.items() if len(paths) > 1} == {}
    assert all(30 <= len(text) <= 160 for kind, text in seen if kind == "description")


def test_records_of_one_name_make_pages_of_different_titles() -> None:
    """Procedures of the same long name are told apart by their codes, also in the descriptions."""
    twins = tuple(records.procedure(code=code, title="Cấp giấy phép " * 20) for code in ("1.000001", "1.000002"))
    facts = records.facts(procedures=twins)
    drafts = [next(pages_of(each, facts)) for each in twins]
    metas = [draft.meta for draft in drafts if isinstance(draft, Draft)]
    for key in ("tag", "description"):
        assert len({meta[key] for meta in metas}) == 2


def test_every_page_says_what_and_where_it_is(pages: dict[str, Any]) -> None:
    """Language, address, and what a link to it shows when shared."""
    for path, page in pages.items():
        assert page.get("lang") == "vi", path
        assert page.xpath("//link[@rel='canonical']/@href") == [SUBPATH + path]
        assert named(page, "og:url") == SUBPATH + path
        assert all(named(page, key) for key in REQUIRED), path


def addresses(value: Any, key: str = "") -> list[str]:
    """Return all addresses in linked data."""
    if isinstance(value, dict):
        return [each for inner, part in value.items() for each in addresses(part, inner)]
    if isinstance(value, list):
        return [each for part in value for each in addresses(part, key)]
    return [value] if key in {"@id", "url", "serviceUrl", "sameAs", "urlTemplate"} else []


def test_linked_data_is_whole(pages: dict[str, Any]) -> None:
    """Each part has what its type needs, addresses are whole, and those of our pages lead to pages."""
    for path, page in pages.items():
        for part in data_of(page):
            assert part.keys() >= KEYS[part["@type"]], path
            for address in addresses(part):
                assert re.match(r"https?://\S+$", address), (path, address)
                if address.startswith(SUBPATH):
                    assert address.removeprefix(SUBPATH).partition("?")[0] in pages, (path, address)


def test_the_way_in_linked_data_is_the_way_that_is_shown(pages: dict[str, Any]) -> None:
    """Machines are told the same steps as people, and the page itself last."""
    shown = {path: page.xpath("//nav[@class='mb-crumbs']/a/text()") for path, page in pages.items()}
    assert sum(map(bool, shown.values())) > len(pages) / 2
    for path, page in pages.items():
        ways = [part["itemListElement"] for part in data_of(page) if part["@type"] == "BreadcrumbList"]
        assert bool(ways) == bool(shown[path]), path
        for way in ways:
            assert [each["name"] for each in way[:-1]] == shown[path]
            assert way[-1]["item"]["@id"] == SUBPATH + path
            assert [each["position"] for each in way] == list(range(1, len(way) + 1))


def types(page: Any) -> set[str]:
    """Return the types of a page's linked data, without the way to it."""
    return {part["@type"] for part in data_of(page)} - {"BreadcrumbList"}


def test_what_is_made_up_is_not_told_as_real(pages: dict[str, Any]) -> None:
    """Illustrations ask not to be indexed and claim no service and no agency; real procedures do."""
    made_up = {path for path, page in pages.items() if page.find_class("mb-notice")}
    assert made_up
    for path, page in pages.items():
        assert bool(page.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")) == (path in made_up), path
        assert not (path in made_up and types(page)), path
    services = [path for path, page in pages.items() if "GovernmentService" in types(page)]
    assert len(services) > 10
    assert types(pages["co-quan/bo-cong-an/"]) == {"GovernmentOrganization"}
    assert types(pages[""]) == {"WebSite"}


def about(**keys: Any) -> dict[str, Any]:
    """Return what is told of a procedure with these keys."""
    record = records.procedure(**keys)
    draft = next(pages_of(record, records.facts(procedures=(record,))))
    assert isinstance(draft, Draft)
    found: dict[str, Any] = draft.meta.get("about", {})
    return found


def test_only_what_is_known_is_told() -> None:
    """A price only where there is but one; an address only where it was given; nothing of what is abolished."""
    row = {"channel": "online", "fees": [{"amount_vnd": "0"}]}
    free = about(channels=[row], links={"submit": "https://nop.example/a"})
    assert free["offers"] == {"@type": "Offer", "price": "0", "priceCurrency": "VND"}
    assert free["availableChannel"] == [
        {"@type": "ServiceChannel", "name": "Trực tuyến", "serviceUrl": "https://nop.example/a"}
    ]
    assert "offers" not in about(channels=[row, {"channel": "in-person", "fees": [{"amount_vnd": "5000"}]}])
    assert "offers" not in about(channels=[{"channel": "online"}])
    assert "offers" not in about(channels=[{"channel": "online", "fees": [{"amount_vnd": "1"}, {"amount_vnd": "1"}]}])
    assert about().keys() == {"@type", "name", "identifier", "serviceType"}
    assert about(status="abolished") == {}


@pytest.mark.parametrize("status", ["abolished", "replaced", "suspended", "unknown"])
def test_nobody_is_sent_to_what_has_ended(status: str) -> None:
    """A procedure under which nobody can hand in is no service."""
    assert about(status=status) == {}


def test_words_cannot_leave_the_element() -> None:
    """Whatever a title holds, the element ends where it should, and the title comes out as it went in."""
    meta = {
        "title": HOSTILE,
        "crumbs": [{"text": HOSTILE, "to": "thu-tuc/"}],
        "about": {"@type": "Thing", "name": HOSTILE},
    }
    text = linked_data(meta, "a/", "https://org.example/")
    assert "<" not in text
    way, thing = json.loads(text)["@graph"]
    assert [each["name"] for each in way["itemListElement"]][1:] == [HOSTILE, HOSTILE]
    assert thing["name"] == HOSTILE
    assert linked_data(meta, "a/", None) == ""

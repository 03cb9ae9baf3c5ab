from datetime import date, timedelta

import pytest

from generator import urls
from generator.model.parts import Source
from generator.model.procedure import Procedure
from generator.pages.base import checked
from generator.pages.catalogue import MOST_LINES
from generator.pages.registers import MOST_PROCEDURES
from generator.render import Page, render
from tests.records import facts, procedure


def procedures(count: int) -> tuple[Procedure, ...]:
    """Return procedures of one agency."""
    agencies = {"executing": ["so-thu"]}
    return tuple(
        procedure(code=f"1.{number:06}", title=f"Cấp thẻ số {number}", agencies=agencies)
        for number in range(1, count + 1)
    )


def pages_with(count: int) -> dict[str, Page]:
    """Return the pages of so many procedures of one agency."""
    found = render(facts(procedures=procedures(count)))
    return {page.path: page for page in found if isinstance(page, Page)}


def leads_to(page: Page, target: str) -> bool:
    """Tell whether a page has a link to another."""
    return f"]({urls.relative(target, page.path)})" in page.body


@pytest.fixture(scope="module")
def many() -> dict[str, Page]:
    """Return the pages of the shortest catalogue that is too long for one page."""
    return pages_with(MOST_LINES + 1)


def codes_on(page: Page, count: int) -> list[str]:
    """Return the procedures that a page leads to."""
    return [each.code for each in procedures(count) if leads_to(page, urls.procedure(each.code))]


def test_a_long_catalogue_names_its_fields_only(many: dict[str, Page]) -> None:
    """With more than 300 procedures the catalogue counts those of each field, and the field's page has them all."""
    page = many[urls.PROCEDURES]
    assert MOST_LINES == 300
    assert codes_on(page, MOST_LINES + 1) == []
    assert leads_to(page, urls.by_field("linh-vuc"))
    assert "301 thủ tục" in page.meta["description"]
    assert page.body.count("301 thủ tục") == 3  # all, in the one field, of the one agency
    assert len(codes_on(many[urls.by_field("linh-vuc")], MOST_LINES + 1)) == MOST_LINES + 1


def test_an_agency_with_a_long_list_gets_a_page_for_each_field(many: dict[str, Page]) -> None:
    """With more than 300 procedures an agency's list counts its fields, and a page of each field has them all."""
    page, part = many[urls.by_agency("so-thu")], many[urls.by_agency_and_field("so-thu", "linh-vuc")]
    assert codes_on(page, MOST_LINES + 1) == []
    assert leads_to(page, part.path)
    assert page.body.count("301 thủ tục") == 2  # all, and in the one field
    assert len(codes_on(part, MOST_LINES + 1)) == MOST_LINES + 1
    assert urls.by_agency_and_field("so-thu", "linh-vuc") not in pages_with(MOST_LINES)


def test_a_catalogue_that_fits_names_every_procedure() -> None:
    """With 300 procedures the catalogue still has a line for each."""
    assert len(codes_on(pages_with(MOST_LINES)[urls.PROCEDURES], MOST_LINES)) == MOST_LINES


@pytest.mark.parametrize(("count", "shown"), [(49, 49), (50, 50), (51, 50)])
def test_an_agency_shows_fifty_procedures_and_leads_to_the_rest(count: int, shown: int) -> None:
    """An agency's page has at most 50 procedures; with more it leads to the page that has all of them."""
    pages = pages_with(count)
    page, rest = pages[urls.agency("so-thu")], urls.by_agency("so-thu")
    assert MOST_PROCEDURES == 50
    assert len(codes_on(page, count)) == shown
    assert leads_to(page, rest) is (count > shown)
    assert (f"Xem cả {count} thủ tục" in page.body) is (count > shown)
    assert len(codes_on(pages[rest], count)) == count


@pytest.mark.parametrize(("days", "old"), [(0, False), (30, False), (180, False), (181, True), (999, True)])
def test_a_check_gets_old(days: int, old: bool) -> None:  # noqa: FBT001
    """Pages say when a record was compared with its source, and that this was more than 180 days ago."""
    source = Source.model_validate({"name": "a", "checked_on": "2/5/2024"})
    now = facts(today=date(2024, 5, 2) + timedelta(days=days))
    assert now.site.checked_max_days == 180
    assert checked(source, now) == {"on": "2/5/2024", "old": old, "name": "a", "url": ""}


def test_what_was_never_checked_is_not_old() -> None:
    """A record that was never compared has no day of it and is not called old; one without a source says nothing."""
    source = Source.model_validate({"name": "a", "url": "https://a.example"})
    assert checked(source, facts()) == {"on": "", "old": False, "name": "a", "url": "https://a.example"}
    assert checked(None, facts()) == {}

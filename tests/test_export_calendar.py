"""The table of days off that the browser counts with."""

import json
from datetime import date

import pytest

from generator import urls
from generator.cards import AnyCard
from generator.export.calendar import days_off, with_next_year
from generator.facts import Facts, Held
from generator.model.lists import Holidays
from generator.pages.base import Plain
from tests.builds import TODAY

OFFICIAL = {
    "years": [
        {
            "year": "2026",
            "notice": "Thông báo thử",
            "days": [
                {"date": "2026-08-31", "kind": "swapped", "name": "Nghỉ hoán đổi"},
                {"date": "2026-08-22", "kind": "make-up", "name": "Làm bù"},
            ],
        }
    ]
}


def published(record: Holidays | None) -> list[Plain]:
    """Return what is published of a table."""
    cards: dict[str, tuple[AnyCard, ...]] = {"holidays.yml": ()} if record else {}
    facts = Facts(Held(cards), lambda _path: record, TODAY)
    return [each for each in days_off(facts) if isinstance(each, Plain)]


def test_official_days_and_a_projected_year() -> None:
    """What the notice says stands as it is; the year after is projected and said to be so."""
    (file,) = published(Holidays.model_validate(OFFICIAL))
    table = json.loads(file.content)
    assert file.path == urls.DAYS_OFF
    assert table["years"] == {"2026": "official", "2027": "projected"}
    assert (table["off"]["2026-08-31"], table["make_up"]) == ("Nghỉ hoán đổi", {"2026-08-22": "Làm bù"})
    assert table["off"]["2027-02-06"].startswith("Tết")
    assert {"2027-01-01", "2027-04-30", "2027-09-02"} <= table["off"].keys()


def test_the_projection_never_reaches_into_official_years() -> None:
    """Only the year after the last one is added, whatever order the years stand in."""
    years = with_next_year(Holidays.model_validate(OFFICIAL)).years
    assert [each.year for each in years] == [2026, 2027]
    assert [day.date.year for day in years[0].days] == [2026, 2026]
    assert {day.date.year for day in years[1].days} == {2027}
    assert min(day.date for day in years[1].days) == date(2027, 1, 1)


@pytest.mark.parametrize("record", [None, Holidays()], ids=["no file", "no years"])
def test_without_a_calendar_no_year_is_known(record: Holidays | None) -> None:
    """The table is there all the same, so that pages can say that they cannot count."""
    (file,) = published(record)
    assert json.loads(file.content)["years"] == {}

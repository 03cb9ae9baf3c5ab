"""The days off that the browser counts with: the official ones, and the year after them as the law lets expect it."""

from holidays.countries.vietnam import Vietnam

from generator import urls
from generator.deadlines import table
from generator.export.compact import compact
from generator.facts import Facts
from generator.model.lists import Holidays, HolidayYear
from generator.pages.base import Plain, Products

FILE = "holidays.yml"


def days_off(facts: Facts) -> Products:
    """Yield the table of days off; without a calendar it knows no year, and pages say so."""
    yield Plain(urls.DAYS_OFF, compact(table(with_next_year(facts.single(FILE) or Holidays()))))


def with_next_year(official: Holidays) -> Holidays:
    """Return the table with the year after its last one, projected from the law; days may still be swapped."""
    if not official.years:
        return official
    year = max(each.year for each in official.years) + 1
    projected = Vietnam(years=year, language="vi")  # type: ignore[no-untyped-call]
    days = [{"date": day.isoformat(), "kind": "off", "name": name} for day, name in sorted(projected.items())]
    return Holidays(years=(*official.years, HolidayYear.model_validate({"year": str(year), "days": days})))

"""The day by which a result is due: working days, days off, and the law's way of counting.

The same as docs/assets/js/deadlines.js; tests/cases/deadlines.json holds both to it.  Only days are counted: at what
hour somebody hands in is not known, so a part of a day that has begun is a whole day, and the answer is the latest day.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import Self

from generator.model.lists import DayKind, Holidays
from generator.model.times import Span, TimeUnit

DAY = timedelta(days=1)
SATURDAY = 5
DAYS_IN_MONTH, MONTHS_IN_YEAR = 30, 12
PARTS_OF_DAY = {TimeUnit.WORKING_DAY: 1, TimeUnit.WORKING_HOUR: 8, TimeUnit.DAY: 1, TimeUnit.HOUR: 24}
MONTHS = {TimeUnit.MONTH: 1, TimeUnit.YEAR: MONTHS_IN_YEAR}
WORKING = {TimeUnit.WORKING_DAY, TimeUnit.WORKING_HOUR}
MOST = Decimal(10**8)  # in any unit, beyond every year that a table can have


class Status(StrEnum):
    """How well the days off of a year are known."""

    OFFICIAL = "official"
    PROJECTED = "projected"
    ABSENT = "absent"


@dataclass(frozen=True)
class DayOff:
    """A day off that has a name; other Saturdays and Sundays have none."""

    date: date
    name: str


@dataclass(frozen=True)
class Calendar:
    """Which days are worked, in the years of a table: the names of its days off and of its make-up days.

    Law: 45/2019/QH14, art. 111-112; 188/1999/QĐ-TTg (Saturday and Sunday are off).
    """

    years: Mapping[int, Status]
    off: Mapping[date, str]
    make_up: Mapping[date, str]

    @classmethod
    def of(cls, holidays: Holidays) -> Self:
        """Return the calendar of the official table; a year without a notice is projected."""
        years = sorted(holidays.years, key=lambda each: each.year)
        days = sorted((day for each in years for day in each.days), key=lambda day: day.date)
        return cls(
            years={each.year: Status.OFFICIAL if each.notice else Status.PROJECTED for each in years},
            off={day.date: day.name for day in days if day.kind is not DayKind.MAKE_UP},
            make_up={day.date: day.name for day in days if day.kind is DayKind.MAKE_UP},
        )

    def status(self, year: int) -> Status:
        """Return how well the days off of ``year`` are known."""
        return self.years.get(year, Status.ABSENT)

    def works(self, day: date) -> bool | None:
        """Return whether ``day`` is a working day; None in a year that the table does not have."""
        if day.year not in self.years:
            return None
        return day in self.make_up or (day.weekday() < SATURDAY and day not in self.off)

    def working_from(self, day: date) -> date | None:
        """Return ``day`` or else the next working day; None when that runs out of the known years."""
        while (works := self.works(day)) is False:
            day += DAY
        return day if works else None


@dataclass(frozen=True)
class Answer:
    """The last day of a term, and what it rests on.

    ``received`` is the working day on which the papers count as handed in, ``days_off`` how many days that are not
    worked put the last day off, ``passed`` those among them that have a name, ``projected`` the years without an
    official notice whose days off mattered.  When ``unknown`` names a year, the term runs into it, the table does not
    have it, and there is no last day.
    """

    received: date | None = None
    last_day: date | None = None
    days_off: int = 0
    passed: tuple[DayOff, ...] = ()
    projected: tuple[int, ...] = ()
    unknown: int | None = None


def last_day(start: date, limit: Span, calendar: Calendar) -> Answer:
    """Return the last day of a term for papers handed in on ``start``.

    A ``start`` on a day off counts as the next working day.  A term in calendar days, months or years that would end
    on a day off ends with the next working day; the days off inside it count like others.
    Law: 91/2015/QH13, art. 147-148.
    """
    received = calendar.working_from(start)
    end = received and _end(received, limit, calendar)
    last = end and calendar.working_from(end)
    if not (received and end and last):
        return Answer(unknown=_first_absent(start.year, calendar))
    counted_from = received if limit.unit in WORKING else end
    waits = ((start, received), (counted_from, last))
    off = [day for wait in waits for day in _days(*wait) if not calendar.works(day)]
    years = sorted({year for first, until in waits for year in range(first.year, until.year + 1)})
    return Answer(
        received=received,
        last_day=last,
        days_off=len(off),
        passed=tuple(DayOff(day, calendar.off[day]) for day in off if day in calendar.off),
        projected=tuple(year for year in years if calendar.status(year) is Status.PROJECTED),
    )


def table(holidays: Holidays) -> dict[str, dict[str, str]]:
    """Return what ``deadlines.js`` reads: statuses by year, names of days off and of make-up days by ISO date."""
    calendar = Calendar.of(holidays)
    return {
        "years": {str(year): status.value for year, status in calendar.years.items()},
        "off": {day.isoformat(): name for day, name in calendar.off.items()},
        "make_up": {day.isoformat(): name for day, name in calendar.make_up.items()},
    }


def _end(received: date, limit: Span, calendar: Calendar) -> date | None:
    """Return where the term ends before days off put it off; None when that is after the known years."""
    value = Fraction(min(max(limit.value, Decimal()), MOST) if limit.value.is_finite() else MOST)
    if limit.unit in MONTHS:
        return _months_on(received, value * MONTHS[limit.unit], calendar)
    days = ceil(value / PARTS_OF_DAY[limit.unit])
    return (_working_days_on if limit.unit in WORKING else _days_on)(received, days, calendar)


def _working_days_on(day: date, count: int, calendar: Calendar) -> date | None:
    """Return the ``count``-th working day after ``day``."""
    found: date | None = day
    while count and found:
        found = calendar.working_from(found + DAY)
        count -= 1
    return found


def _days_on(day: date, count: int, calendar: Calendar) -> date | None:
    """Return the day ``count`` calendar days after ``day``."""
    return day + timedelta(days=count) if count <= (_last_known(calendar) - day).days else None


def _months_on(day: date, months: Fraction, calendar: Calendar) -> date | None:
    """Return the same day of a later month, or the last one of a shorter month; half a month is 15 days.

    Law: 91/2015/QH13, art. 146(1), 148(3)-(4).
    """
    whole, part = divmod(months, 1)
    years, month = divmod(day.month - 1 + whole, MONTHS_IN_YEAR)
    year, month = day.year + years, month + 1
    if year > _last_known(calendar).year:
        return None
    same = date(year, month, min(day.day, monthrange(year, month)[1]))
    return _days_on(same, ceil(part * DAYS_IN_MONTH), calendar)


def _last_known(calendar: Calendar) -> date:
    return date(max(calendar.years), 12, 31)


def _first_absent(year: int, calendar: Calendar) -> int:
    """Return the first year from ``year`` on that the table does not have."""
    while calendar.status(year) is not Status.ABSENT:
        year += 1
    return year


def _days(first: date, until: date) -> Iterator[date]:
    """Yield the days from ``first`` to the one before ``until``."""
    return (first + n * DAY for n in range((until - first).days))

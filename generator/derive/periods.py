"""Periods of one rhythm in order: which comes next, which of them should be there, which are missing."""

from collections.abc import Callable
from enum import Enum

from generator.derive.due import MONTHS_IN_HALF, MONTHS_IN_QUARTER, span_of
from generator.model.times import Period
from generator.notes import Clock


class Rhythm(Enum):
    """How long a period is: (sign in its code, word); several years have no rhythm of their own."""

    MONTH = ("m", "tháng")
    QUARTER = ("q", "quý")
    HALF_YEAR = ("h", "nửa năm")
    NINE_MONTHS = ("9", "9 tháng")
    YEAR = ("", "năm")
    YEARS = ("-", "nhiều năm")

    def __init__(self, sign: str, label: str) -> None:
        self.sign, self.label = sign, label


_BY_SIGN = {each.sign: each for each in Rhythm}
_CODES: dict[Rhythm, Callable[[int, int], str]] = {
    Rhythm.MONTH: lambda year, month: f"{year}-m{month:02}",
    Rhythm.QUARTER: lambda year, month: f"{year}-q{(month - 1) // MONTHS_IN_QUARTER + 1}",
    Rhythm.HALF_YEAR: lambda year, month: f"{year}-h{(month - 1) // MONTHS_IN_HALF + 1}",
    Rhythm.NINE_MONTHS: lambda year, _month: f"{year}-9m",
    Rhythm.YEAR: lambda year, _month: f"{year}",
}


def rhythm_of(period: Period) -> Rhythm:
    """Return how long a period is."""
    part = period.partition("-")[2]
    return Rhythm.YEARS if len(part) == 4 else _BY_SIGN[part[:1]]


def containing(rhythm: Rhythm, year: int, month: int) -> Period:
    """Return the period of a rhythm in which a month lies."""
    return Period(_CODES[rhythm](year, month))


def after(period: Period) -> Period:
    """Return the next period of the same rhythm."""
    rhythm = rhythm_of(period)
    _year, _month, year, month = period.months
    if rhythm is Rhythm.NINE_MONTHS or month == 12:
        return containing(rhythm, year + 1, 1)
    return containing(rhythm, year, month + 1)


def run_of(first: Period, last: Period, clock: Clock) -> tuple[Period, ...]:
    """Return the periods from the first to the last, and those after it that are over by today."""
    found = [first]
    while found[-1] < last or clock.is_after(span_of(after(found[-1]))[1]):
        found.append(after(found[-1]))
    return tuple(found)


def quarters_until(period: Period) -> tuple[Period, ...]:
    """Return the quarters from the beginning of the year in which a period begins to its end."""
    year, _first, last_year, last = period.months
    return tuple(
        containing(Rhythm.QUARTER, each, month)
        for each in range(year, last_year + 1)
        for month in range(1, 13, MONTHS_IN_QUARTER)
        if (each, month + MONTHS_IN_QUARTER - 1) <= (last_year, last)
    )


def months_of(period: Period) -> frozenset[tuple[int, int]]:
    """Return the months of a period, as year and month."""
    year, first, last_year, last = period.months
    count = 12 * (last_year - year) + last - first + 1
    return frozenset((year + (first + step - 1) // 12, (first + step - 1) % 12 + 1) for step in range(count))


def around(period: Period) -> list[Period]:
    """Return the quarter, half-year, nine months and year in which the whole of a period lies."""
    year, first, _last_year, last = period.months
    if rhythm_of(period) is Rhythm.YEARS:
        return []
    wider = [
        containing(each, year, first) for each in (Rhythm.QUARTER, Rhythm.HALF_YEAR, Rhythm.NINE_MONTHS, Rhythm.YEAR)
    ]
    return [each for each in wider if each.months[1] <= first and last <= each.months[3]]

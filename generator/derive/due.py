"""When something is due: the last day, where there is one, and how the days stand to today."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from generator.model import times
from generator.model.times import Due, Period

MONTHS_IN_QUARTER, MONTHS_IN_HALF = 3, 6


def end_of(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


LAST_DAY: dict[type, Callable[[Any], date]] = {
    times.DueBefore: lambda due: due.date - timedelta(days=1),
    times.DueBy: lambda due: due.date,
    times.DueMonth: lambda due: end_of(due.year, due.month),
    times.DueQuarter: lambda due: end_of(due.year, MONTHS_IN_QUARTER * due.quarter),
    times.DueHalfYear: lambda due: end_of(due.year, MONTHS_IN_HALF * due.half),
    times.DueYear: lambda due: date(due.year, 12, 31),
}


def last_day(due: Due | None) -> date | None:
    """Return the last day on which ``due`` is kept; None when it has none (recurring, on condition, continuous)."""
    find = LAST_DAY.get(type(due))
    return find(due) if find else None


def span_of(period: Period) -> tuple[date, date]:
    """Return the first and the last day of a period."""
    first_year, first_month, last_year, last_month = period.months
    return date(first_year, first_month, 1), end_of(last_year, last_month)

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.derive.due import end_of, last_day, span_of
from generator.model.times import Due, Period

DUE: TypeAdapter[Any] = TypeAdapter(Due)


@pytest.mark.parametrize(
    ("due", "last"),
    [
        ({"kind": "before", "date": "14/3/2024"}, date(2024, 3, 13)),
        ({"kind": "before", "date": "1/3/2024"}, date(2024, 2, 29)),
        ({"kind": "before", "date": "1/1/2025"}, date(2024, 12, 31)),
        ({"kind": "by", "date": "14/3/2024"}, date(2024, 3, 14)),
        ({"kind": "month", "year": "2024", "month": "2"}, date(2024, 2, 29)),
        ({"kind": "month", "year": "2019", "month": "12"}, date(2019, 12, 31)),
        ({"kind": "quarter", "year": "2024", "quarter": "1"}, date(2024, 3, 31)),
        ({"kind": "quarter", "year": "2024", "quarter": "3"}, date(2024, 9, 30)),
        ({"kind": "quarter", "year": "2024", "quarter": "4"}, date(2024, 12, 31)),
        ({"kind": "half-year", "year": "2024", "half": "1"}, date(2024, 6, 30)),
        ({"kind": "half-year", "year": "2024", "half": "2"}, date(2024, 12, 31)),
        ({"kind": "year", "year": "2019"}, date(2019, 12, 31)),
        ({"kind": "from", "date": "1/1/2019"}, None),
        ({"kind": "every", "periods": ["quarter", "year"]}, None),
        ({"kind": "continuous"}, None),
        ({"kind": "when", "condition": "có hướng dẫn"}, None),
        ({"kind": "issued", "date": "1/1/2019"}, None),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else str(value),
)
def test_the_last_day_is_what_the_words_mean(due: dict[str, Any], last: date | None) -> None:
    """Before a day ends the day before, a period ends on its last day, what recurs or waits has no last day."""
    assert last_day(DUE.validate_python(due)) == last


def test_no_due_has_no_last_day() -> None:
    """A task whose document names no date has no last day."""
    assert last_day(None) is None


@given(st.dates(date(1945, 1, 1), date(2100, 12, 31)))
def test_the_end_of_a_month_is_in_it_and_the_next_day_is_not(day: date) -> None:
    """The last day of a month is not before any of its days, and the day after is the first of the next."""
    last = end_of(day.year, day.month)
    assert day <= last
    assert (last.year, last.month) == (day.year, day.month)
    assert date.fromordinal(last.toordinal() + 1).day == 1


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-q3", date(2024, 7, 1), date(2024, 9, 30)),
        ("2024-h1", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024-h2", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-9m", date(2024, 1, 1), date(2024, 9, 30)),
        ("2024-m02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-m12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2021-2025", date(2021, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_is_whole_months(period: str, first: date, last: date) -> None:
    """A period runs from the first day of its first month to the last day of its last."""
    assert span_of(Period.parse(period)) == (first, last)

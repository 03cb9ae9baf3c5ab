"""Periods in order: what comes next, what is missing, what lies in what."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.due import span_of
from generator.derive.periods import after, around, months_of, quarters_until, rhythm_of, run_of
from generator.model.times import Period
from generator.notes import Clock

PARTS = ("", "-q1", "-q4", "-h1", "-h2", "-9m", "-m01", "-m12")
PERIODS = st.builds(lambda year, part: Period(f"{year}{part}"), st.integers(2000, 2090), st.sampled_from(PARTS))


@pytest.mark.parametrize(
    ("period", "following"),
    [
        ("2024-q3", "2024-q4"),
        ("2024-q4", "2025-q1"),
        ("2024-h1", "2024-h2"),
        ("2024-m12", "2025-m01"),
        ("2024-m09", "2024-m10"),
        ("2024-9m", "2025-9m"),
        ("2024", "2025"),
    ],
)
def test_what_comes_next(period: str, following: str) -> None:
    """A period is followed by the next of its own length."""
    assert after(Period(period)) == following


@given(PERIODS)
def test_the_next_period_is_later_and_as_long(period: Period) -> None:
    """What comes next has the same rhythm, and begins after this one ends; nine months leave the last quarter out."""
    following = after(period)
    assert rhythm_of(following) is rhythm_of(period)
    assert span_of(following)[0] > span_of(period)[1]
    assert len(months_of(following)) == len(months_of(period))


def test_a_run_goes_on_to_the_last_period_that_is_over() -> None:
    """From the first quarter known to the last known, and on while quarters end; the running one is not missing yet."""
    run = run_of(Period("2025-q4"), Period("2026-q1"), Clock(date(2026, 9, 30)))
    assert run == ("2025-q4", "2026-q1", "2026-q2")
    run = run_of(Period("2025-q4"), Period("2026-q1"), Clock(date(2026, 10, 1)))
    assert run[-1] == "2026-q3"


def test_what_lies_in_what() -> None:
    """A quarter lies in a half-year, in nine months and in a year; the last quarter is not in the nine months."""
    assert around(Period("2026-q2")) == ["2026-q2", "2026-h1", "2026-9m", "2026"]
    assert around(Period("2026-q4")) == ["2026-q4", "2026-h2", "2026"]
    assert around(Period("2026")) == ["2026"]
    assert around(Period("2021-2025")) == []


def test_the_quarters_that_should_be_there() -> None:
    """Completeness counts from the beginning of the year: nine months have three quarters, so has the third of them."""
    assert quarters_until(Period("2026-q3")) == quarters_until(Period("2026-9m")) == ("2026-q1", "2026-q2", "2026-q3")
    assert len(quarters_until(Period("2026"))) == 4

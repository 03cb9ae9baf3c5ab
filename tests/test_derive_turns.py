"""Turns: what each kind of due asks for within a plan's time, and where each turn stands on the days around it."""

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.derive.turns import Delivered, Turn, TurnState, turns_of
from generator.model.times import Due, Frequency, Period
from generator.notes import Clock

DUE: TypeAdapter[Any] = TypeAdapter(Due)
NEW_YEAR = date(2024, 1, 1)
WEEKLY: dict[str, Any] = {"kind": "every", "periods": ["week"]}
TWICE: dict[str, Any] = {"kind": "every", "periods": ["year"], "times": "2"}
JULY_10: dict[str, Any] = {"kind": "by", "date": "10/7/2024"}
JULY_25: dict[str, Any] = {"kind": "before", "date": "26/7/2024"}
DELIVERED, DECLARED, MISSED = TurnState.DELIVERED, TurnState.DECLARED, TurnState.MISSED
RUNNING, TO_COME = TurnState.RUNNING, TurnState.TO_COME


def every(*periods: str, **keys: Any) -> dict[str, Any]:
    """Return a due that recurs."""
    return {"kind": "every", "periods": [*periods], **keys}


def turns(
    *dues: dict[str, Any],
    plan: str = "2024",
    proven: tuple[str, ...] = (),
    declared: tuple[str, ...] = (),
    today: date = NEW_YEAR,
) -> tuple[Turn, ...]:
    """Return the turns of ``dues`` within a plan, as of a day."""
    asked = [DUE.validate_python(due) for due in dues]
    delivered = Delivered(frozenset(proven), frozenset(declared))
    return turns_of(asked, Period.parse(plan), delivered, Clock(today))


def names(*dues: dict[str, Any], **keys: Any) -> list[str]:
    """Return the periods of the turns, in their order."""
    return [str(turn.period) for turn in turns(*dues, **keys)]


MONTHS = [f"2024-m{month:02}" for month in range(1, 13)]
QUARTERS = [f"2024-q{quarter}" for quarter in range(1, 5)]


@pytest.mark.parametrize(
    ("periods", "plan", "found"),
    [
        (["week"], "2024", []),
        (["month"], "2024", MONTHS),
        (["quarter"], "2024", QUARTERS),
        (["half-year"], "2024", ["2024-h1", "2024-h2"]),
        (["half-year", "year"], "2024", ["2024-h1", "2024"]),
        (["year", "half-year"], "2024", ["2024-h1", "2024"]),
        (["nine-months"], "2024", ["2024-9m"]),
        (["year"], "2024", ["2024"]),
        (["quarter", "year"], "2024", ["2024-q1", "2024-q2", "2024-q3", "2024", "2024-q4"]),
        (["half-year", "nine-months", "year"], "2024", ["2024-h1", "2024-9m", "2024"]),
        (["quarter", "half-year", "year"], "2024", ["2024-q1", "2024-h1", "2024-q2", "2024-q3", "2024", "2024-q4"]),
        (["week", "year"], "2024", ["2024"]),
        (["quarter", "quarter"], "2024", QUARTERS),
        (["year"], "2021-2023", ["2021", "2022", "2023"]),
        (["half-year", "year"], "2023-2024", ["2023-h1", "2023", "2024-h1", "2024"]),
        (["half-year"], "2023-2024", ["2023-h1", "2023-h2", "2024-h1", "2024-h2"]),
        (["month"], "2024-q3", ["2024-m07", "2024-m08", "2024-m09"]),
        (["quarter", "year"], "2024-h2", ["2024-q3", "2024-q4"]),
        (["half-year", "year"], "2024-h2", ["2024-h2"]),
        (["half-year", "nine-months"], "2024-9m", ["2024-h1", "2024-9m"]),
        (["year"], "2024-q1", []),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_what_recurs_has_a_turn_for_each_period_in_the_plan(periods: list[str], plan: str, found: list[str]) -> None:
    """Whole periods within the plan's, by the day on which each ends; the year's report is that of its second half."""
    assert names(every(*periods), plan=plan) == found


def test_every_frequency_is_tested() -> None:
    """A new frequency needs a row above."""
    assert {each.value for each in Frequency} == {"week", "month", "quarter", "half-year", "nine-months", "year"}


@pytest.mark.parametrize(
    ("due", "name", "last"),
    [
        ({"kind": "before", "date": "14/3/2024"}, "2024-m03", date(2024, 3, 13)),
        ({"kind": "before", "date": "1/3/2024"}, "2024-m02", date(2024, 2, 29)),
        ({"kind": "before", "date": "1/1/2024"}, "2023-m12", date(2023, 12, 31)),
        ({"kind": "by", "date": "14/3/2024"}, "2024-m03", date(2024, 3, 14)),
        ({"kind": "month", "year": "2024", "month": "2"}, "2024-m02", date(2024, 2, 29)),
        ({"kind": "quarter", "year": "2024", "quarter": "3"}, "2024-q3", date(2024, 9, 30)),
        ({"kind": "half-year", "year": "2024", "half": "1"}, "2024-h1", date(2024, 6, 30)),
        ({"kind": "half-year", "year": "2024", "half": "2"}, "2024-h2", date(2024, 12, 31)),
        ({"kind": "year", "year": "2024"}, "2024", date(2024, 12, 31)),
        ({"kind": "quarter", "year": "2025", "quarter": "1"}, "2025-q1", date(2025, 3, 31)),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else str(value),
)
def test_what_is_due_once_has_one_turn(due: dict[str, Any], name: str, last: date) -> None:
    """It is named by its own period, or the month of its last day; also when that lies outside the plan's time."""
    assert [(str(turn.period), turn.last_day) for turn in turns(due)] == [(name, last)]


@pytest.mark.parametrize(
    "due",
    [
        {"kind": "from", "date": "1/1/2024", "text": "từ đầu năm"},
        {"kind": "continuous"},
        {"kind": "when", "condition": "có hướng dẫn"},
        {"kind": "issued", "date": "1/1/2024"},
        WEEKLY,
    ],
    ids=lambda due: due["kind"],
)
def test_what_has_no_days_has_no_turns(due: dict[str, Any]) -> None:
    """What goes on, waits or is issued has no turn; of weeks there are too many to tell."""
    assert turns(due) == ()


@pytest.mark.parametrize(
    ("dues", "found"),
    [
        ([{"kind": "month", "year": "2024", "month": "11"}, {"kind": "month", "year": "2024", "month": "4"}],
         ["2024-m04", "2024-m11"]),
        ([{"kind": "before", "date": "1/6/2024"}, {"kind": "by", "date": "1/6/2024"}], ["2024-m05", "2024-m06"]),
        ([{"kind": "quarter", "year": "2024", "quarter": "2"}, {"kind": "half-year", "year": "2024", "half": "2"},
          {"kind": "year", "year": "2024"}], ["2024-q2", "2024", "2024-h2"]),
        ([{"kind": "month", "year": "2024", "month": "7"}, JULY_10, JULY_25], ["2024-m07"] * 3),
        ([every("quarter"), {"kind": "quarter", "year": "2024", "quarter": "2"}], QUARTERS),
        ([{"kind": "continuous"}, TWICE], ["2024", "2024"]),
        ([every("half-year"), {"kind": "by", "date": "15/3/2024"}], ["2024-m03", "2024-h1", "2024-h2"]),
    ],
    ids=["months", "before-by", "quarter-half-year", "one-month", "alike", "continuous-twice", "every-by"],
)  # fmt: skip
def test_several_dues_give_the_turns_of_all(dues: list[dict[str, Any]], found: list[str]) -> None:
    """The turns of all dues stand in the order of their last days; what two of them ask for alike is one turn."""
    assert names(*dues) == found


def test_two_days_in_one_month_are_both_kept() -> None:
    """The first is missed before the second: neither day takes the place of the other."""
    found = turns(JULY_25, JULY_10, today=date(2024, 7, 11))
    assert [(turn.last_day, turn.state) for turn in found] == [
        (date(2024, 7, 10), MISSED),
        (date(2024, 7, 25), RUNNING),
    ]


Q3 = (date(2024, 7, 1), date(2024, 9, 30))


@pytest.mark.parametrize(
    ("due", "first", "last"),
    [
        ({"kind": "quarter", "year": "2024", "quarter": "3"}, *Q3),
        ({"kind": "month", "year": "2024", "month": "2"}, date(2024, 2, 1), date(2024, 2, 29)),
        ({"kind": "half-year", "year": "2024", "half": "1"}, date(2024, 1, 1), date(2024, 6, 30)),
        ({"kind": "year", "year": "2024"}, date(2024, 1, 1), date(2024, 12, 31)),
        ({"kind": "before", "date": "14/3/2024"}, date(2024, 3, 1), date(2024, 3, 13)),
        ({"kind": "by", "date": "14/3/2024"}, date(2024, 3, 1), date(2024, 3, 14)),
        (every("nine-months"), date(2024, 1, 1), date(2024, 9, 30)),
        (every("year", times="1"), date(2024, 1, 1), date(2024, 12, 31)),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else str(value),
)
def test_a_turn_is_to_come_then_running_then_missed(due: dict[str, Any], first: date, last: date) -> None:
    """It runs from the first day of its period to its last day, that day included."""
    days = [first - timedelta(days=1), first, last, last + timedelta(days=1)]
    assert [turns(due, today=day)[0].state for day in days] == [TO_COME, RUNNING, RUNNING, MISSED]


@pytest.mark.parametrize("day", [date(2023, 12, 1), date(2024, 8, 15), date(2025, 6, 1)])
def test_what_was_delivered_is_so_on_every_day(day: date) -> None:
    """A delivered quarter is delivered or declared before, in and after its time; the others go by the day."""
    found = turns(every("quarter"), proven=("2024-q3",), declared=("2024-q2",), today=day)
    states = {str(turn.period): turn.state for turn in found}
    assert (states["2024-q3"], states["2024-q2"]) == (DELIVERED, DECLARED)
    assert {states["2024-q1"], states["2024-q4"]} <= {TO_COME, RUNNING, MISSED}


def test_quarters_of_a_year_on_a_day() -> None:
    """On 15/8/2024: the first quarter proven, the second only declared, the third under way, the fourth to come."""
    found = turns(every("quarter"), proven=("2024-q1",), declared=("2024-q2",), today=date(2024, 8, 15))
    assert [turn.state for turn in found] == [DELIVERED, DECLARED, RUNNING, TO_COME]
    later = turns(every("quarter"), proven=("2024-q1",), today=date(2024, 8, 15))
    assert [turn.state for turn in later] == [DELIVERED, MISSED, RUNNING, TO_COME]


@pytest.mark.parametrize(
    ("proven", "declared", "in_year", "after"),
    [
        ((), (), [RUNNING, RUNNING], [MISSED, MISSED]),
        (("2024-m06",), (), [DELIVERED, RUNNING], [DELIVERED, MISSED]),
        ((), ("2024-q2",), [DECLARED, RUNNING], [DECLARED, MISSED]),
        (("2024-m06",), ("2024-q4",), [DELIVERED, DECLARED], [DELIVERED, DECLARED]),
        (("2024-h1", "2024-h2"), (), [DELIVERED, DELIVERED], [DELIVERED, DELIVERED]),
        (("2024-m06", "2024-m07", "2024-m11"), (), [DELIVERED, DELIVERED], [DELIVERED, DELIVERED]),
        (("2024-m06", "2024-m07"), ("2024-m11",), [DELIVERED, DELIVERED], [DELIVERED, DELIVERED]),
        (("2024",), (), [DELIVERED, RUNNING], [DELIVERED, MISSED]),
        (("2023-m12", "2025-m01"), (), [RUNNING, RUNNING], [MISSED, MISSED]),
        (("2023-2025",), (), [RUNNING, RUNNING], [MISSED, MISSED]),
    ],
    ids=["none", "one", "one-declared", "one-of-each", "halves", "three", "two-and-one", "year", "others", "around"],
)
def test_twice_a_year_takes_any_deliveries_of_the_year(
    proven: tuple[str, ...], declared: tuple[str, ...], in_year: list[TurnState], after: list[TurnState]
) -> None:
    """Two turns, numbered; each delivery within the year counts, proven ones first; late when the year is over."""
    for day, states in ((date(2024, 6, 30), in_year), (date(2024, 12, 31), in_year), (date(2025, 1, 1), after)):
        found = turns(TWICE, proven=proven, declared=declared, today=day)
        assert [turn.number for turn in found] == [1, 2]
        assert {(str(turn.period), turn.last_day) for turn in found} == {("2024", date(2024, 12, 31))}
        assert [turn.state for turn in found] == states


def test_once_a_year_takes_any_delivery_of_the_year_too() -> None:
    """A dialogue "1 lần/năm" held in June is that of the year; a report of each year is named by the year."""
    once = turns(every("year", times="1"), proven=("2024-m06",), today=date(2025, 1, 1))
    assert [turn.state for turn in once] == [DELIVERED]
    report = turns(every("year"), proven=("2024-m06",), today=date(2025, 1, 1))
    assert [turn.state for turn in report] == [MISSED]


def test_twice_a_year_is_asked_for_in_each_year_of_a_plan() -> None:
    """Two deliveries of 2022 do not make up for 2021 or 2023."""
    found = turns(TWICE, plan="2021-2023", proven=("2022-m03", "2022-m04", "2022-m05"), today=date(2023, 6, 1))
    assert [(str(turn.period), turn.number, turn.state) for turn in found] == [
        ("2021", 1, MISSED),
        ("2021", 2, MISSED),
        ("2022", 1, DELIVERED),
        ("2022", 2, DELIVERED),
        ("2023", 1, RUNNING),
        ("2023", 2, RUNNING),
    ]


def test_a_delivery_counts_once_where_quarters_and_the_year_are_asked_for() -> None:
    """Once a quarter and once a year: that of May is the second quarter's, that of the year is the year's own."""
    asked = every("quarter", "year", times="1")
    found = {str(turn.period): turn.state for turn in turns(asked, proven=("2024-m05",), today=date(2025, 1, 1))}
    assert found == {"2024-q1": MISSED, "2024-q2": DELIVERED, "2024-q3": MISSED, "2024-q4": MISSED, "2024": MISSED}
    found = {str(turn.period): turn.state for turn in turns(asked, proven=("2024",), today=date(2025, 1, 1))}
    assert found["2024"] is DELIVERED
    assert list(found.values()).count(MISSED) == 4

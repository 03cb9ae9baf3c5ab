"""Periodic reports: the day on which each is due, and whether it was sent."""

from datetime import date
from typing import Any

import pytest

from generator.derive.plans import plan_view
from generator.derive.routines import Routine, RoutineState, due_day
from generator.model.plan import ReportDay
from generator.model.progress import Progress
from generator.model.times import Period
from tests.records import facts, plan, progress

PROOF = {"kind": "document", "number": "12/BC-ST", "date": "1/7/2024"}
QUARTERLY = {
    "id": "quy",
    "title": "Báo cáo quý",
    "every": {"kind": "every", "periods": ["quarter"]},
    "due_on": {"month": "last", "day": "22"},
}
EARLY = progress(date(2024, 1, 1), reports=[{"report": "quy", "period": "2024-q4", "sent_on": "1/1/2024"}])


def routines(today: date, *reports: Progress, **keys: Any) -> dict[str, Routine]:
    """Return the quarterly reports of a plan for 2024 by period, as of a day."""
    record = plan(reporting=[{**QUARTERLY, **keys}])
    view = plan_view(record, facts(plans=(record,), progress=reports, today=today))
    return {str(each.period): each for each in view.routines}


def sent(**keys: Any) -> Progress:
    """Return a report of progress that tells of the report of the second quarter."""
    return progress(date(2024, 7, 1), reports=[{"report": "quy", "period": "2024-q2", **keys}])


@pytest.mark.parametrize(
    ("month", "day", "period", "expected"),
    [
        ("last", "22", "2024-q1", date(2024, 3, 22)),
        ("last", "31", "2024-q2", date(2024, 6, 30)),
        ("last", "30", "2023-m02", date(2023, 2, 28)),
        ("next", "10", "2024-q4", date(2025, 1, 10)),
        ("next", "31", "2024-m01", date(2024, 2, 29)),
        ("next", "5", "2024-9m", date(2024, 10, 5)),
        ("last", "15", "2024", date(2024, 12, 15)),
    ],
)
def test_a_report_is_due_on_its_day(month: str, day: str, period: str, expected: date) -> None:
    """The day is one of the last month of the period or of the month after; a short month ends it."""
    assert due_day(ReportDay.model_validate({"month": month, "day": day}), Period(period)) == expected


def test_a_report_of_each_period_is_expected() -> None:
    """A quarterly report is due four times in a year, in order of its days."""
    assert list(routines(date(2024, 1, 2), EARLY)) == ["2024-q1", "2024-q2", "2024-q3", "2024-q4"]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2024, 5, 22), RoutineState.TO_COME),
        (date(2024, 5, 23), RoutineState.SOON),
        (date(2024, 6, 22), RoutineState.SOON),
        (date(2024, 6, 23), RoutineState.MISSING),
    ],
)
def test_a_report_that_was_not_sent_is_soon_due_then_missing(day: date, state: RoutineState) -> None:
    """30 days before its day it is soon due, the day after it is missing."""
    assert routines(day, EARLY)["2024-q2"].state is state


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        ({"sent_on": "22/6/2024", "evidence": [PROOF]}, RoutineState.SENT),
        ({"sent_on": "23/6/2024", "evidence": [PROOF]}, RoutineState.SENT_LATE),
        ({"evidence": [PROOF]}, RoutineState.SENT),
        ({"sent_on": "20/6/2024"}, RoutineState.UNPROVEN),
    ],
)
def test_a_report_that_was_sent_needs_evidence(keys: dict[str, Any], state: RoutineState) -> None:
    """Sent in time or late is told of what is proven; without evidence it was only said to be sent."""
    assert routines(date(2024, 8, 1), sent(**keys))["2024-q2"].state is state


def test_nothing_is_missing_where_nothing_was_ever_told() -> None:
    """A plan whose reports are never told of, or a report without an id, is not called late."""
    assert {each.state for each in routines(date(2025, 1, 1)).values()} == {RoutineState.UNKNOWN}
    assert {each.state for each in routines(date(2025, 1, 1), EARLY, id=None).values()} == {RoutineState.UNKNOWN}


def test_without_a_day_it_is_not_called_late() -> None:
    """Where the plan names no day, a report of a past period was not seen, of a running one is to come."""
    found = routines(date(2024, 7, 1), EARLY, due_on=None)
    assert [found[each].state for each in ("2024-q2", "2024-q3")] == [RoutineState.UNDATED, RoutineState.TO_COME]

from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any

import pytest

from generator.derive.plans import plan_view
from generator.derive.targets import is_met, value_of
from generator.derive.turns import TurnState
from generator.derive.views import PlanView, TargetState, TaskState
from generator.model.plan import Comparator, Measure
from generator.model.progress import Progress, TargetProgress
from tests.records import facts, plan, progress, target, task

PROOF = {"kind": "document", "number": "12/BC-ST", "date": "1/7/2024"}
JULY = {"kind": "by", "date": "31/7/2024"}
DAYS = [date(2024, 1, 1) + timedelta(days=days) for days in range(366)]


def seen(today: date, *reports: Progress, **keys: Any) -> PlanView:
    """Return the plan with ``keys`` and its reports, as of ``today``."""
    record = plan(**keys)
    return plan_view(record, facts(plans=(record,), progress=reports, today=today))


def state_of(today: date, due: dict[str, Any] | None, *reports: Progress) -> TaskState:
    """Return the state of the one task of a plan."""
    return seen(today, *reports, tasks=[task(due=due)]).tasks[0].state


def said(as_of: date, state: str, **keys: Any) -> Progress:
    """Return a report that says one thing of task 1."""
    return progress(as_of, tasks=[{"task": "1", "state": state, **keys}])


EARLY = progress(date(2024, 1, 1))


@pytest.mark.parametrize(
    ("due", "last"),
    [
        (JULY, date(2024, 7, 31)),
        ({"kind": "before", "date": "14/3/2024"}, date(2024, 3, 13)),
        ({"kind": "month", "year": "2024", "month": "2"}, date(2024, 2, 29)),
        ({"kind": "quarter", "year": "2024", "quarter": "3"}, date(2024, 9, 30)),
        ({"kind": "half-year", "year": "2024", "half": "1"}, date(2024, 6, 30)),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else "",
)
def test_a_task_is_open_then_due_soon_then_overdue_and_never_back(due: dict[str, Any], last: date) -> None:
    """Day by day through a year: open, due soon for the last 30 days and the last day itself, overdue from then on."""
    states = [state_of(day, due, EARLY) for day in DAYS]
    assert [state for state, _days in groupby(states)] == [TaskState.OPEN, TaskState.DUE_SOON, TaskState.OVERDUE]
    assert DAYS[states.index(TaskState.DUE_SOON)] == last - timedelta(days=30)
    assert DAYS[states.index(TaskState.OVERDUE)] == last + timedelta(days=1)


def test_days_count_from_the_last_day() -> None:
    """Days are negative before the last day, 0 on it, positive when late."""
    days = [seen(date(2024, 7, day), EARLY, tasks=[task(due=JULY)]).tasks[0].days for day in (1, 31)]
    assert days == [-30, 0]
    assert seen(date(2024, 8, 20), EARLY, tasks=[task(due=JULY)]).tasks[0].days == 20


@pytest.mark.parametrize(
    ("due", "states"),
    [
        ({"kind": "every", "periods": ["week"]}, {TaskState.RECURRING}),
        ({"kind": "continuous"}, {TaskState.RECURRING}),
        ({"kind": "from", "date": "1/2/2024"}, {TaskState.RECURRING}),
        ({"kind": "when", "condition": "có hướng dẫn"}, {TaskState.WAITING}),
        ({"kind": "issued"}, {TaskState.DECLARED}),
        (None, {TaskState.OPEN}),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else "",
)
def test_what_has_no_last_day_is_never_late(due: dict[str, Any] | None, states: set[TaskState]) -> None:
    """Recurring, conditional, issued and undated tasks are never due soon or overdue."""
    assert {state_of(day, due, EARLY) for day in DAYS} == states


def test_a_plan_without_a_report_is_not_called_late() -> None:
    """Where nothing was ever reported, nothing is said of lateness."""
    assert {state_of(day, JULY) for day in DAYS} == {TaskState.NO_REPORT}


def test_a_report_counts_from_its_day_on() -> None:
    """A report of a later day does not change what was true before."""
    done = said(date(2024, 6, 1), "done", evidence=[PROOF])
    assert state_of(date(2024, 5, 31), JULY, EARLY, done) is TaskState.OPEN
    assert state_of(date(2024, 6, 1), JULY, EARLY, done) is TaskState.PROVEN


@pytest.mark.parametrize(
    ("state", "keys", "expected"),
    [
        ("done", {"evidence": [PROOF]}, TaskState.PROVEN),
        ("done", {}, TaskState.DECLARED),
        ("dropped", {}, TaskState.DROPPED),
        ("in-progress", {}, TaskState.OVERDUE),
        ("not-started", {}, TaskState.OVERDUE),
    ],
)
def test_after_the_last_day_only_done_or_dropped_is_not_late(
    state: str, keys: dict[str, Any], expected: TaskState
) -> None:
    """What is done needs evidence to count as proven; what is under way past its last day is overdue."""
    assert state_of(date(2024, 12, 1), JULY, said(date(2024, 2, 1), state, **keys)) is expected


def test_work_under_way_is_in_progress_until_it_is_due_soon() -> None:
    """A task reported as under way is in progress, then due soon, then overdue."""
    report = said(date(2024, 1, 1), "in-progress")
    states = [state for state, _days in groupby(state_of(day, JULY, report) for day in DAYS)]
    assert states == [TaskState.IN_PROGRESS, TaskState.DUE_SOON, TaskState.OVERDUE]


def test_the_latest_report_counts_and_evidence_adds_up() -> None:
    """The last word on a task holds; evidence and delivered periods of all reports stand together, each once."""
    other = {"kind": "address", "url": "https://a.example/b"}
    view = seen(
        date(2024, 12, 1),
        said(date(2024, 6, 1), "in-progress", evidence=[PROOF], delivered=["2024-q1"]),
        said(date(2024, 9, 1), "done", evidence=[PROOF, other], delivered=["2024-q1", "2024-q2"]),
        tasks=[task(due=JULY)],
    )
    (one,) = view.tasks
    assert one.state is TaskState.PROVEN
    assert len(one.evidence) == 2
    assert one.report is not None
    assert one.report.delivered == ("2024-q1", "2024-q2")
    assert view.count(TaskState.PROVEN, TaskState.DECLARED) == 1


@pytest.mark.parametrize(
    ("first", "then", "state"),
    [
        ({"state": "in-progress", "evidence": [PROOF]}, {"state": "done"}, TaskState.DECLARED),
        ({"state": "done", "evidence": [PROOF]}, {"state": "done"}, TaskState.PROVEN),
        ({"state": "done"}, {"state": "done", "evidence": [PROOF]}, TaskState.PROVEN),
        ({"state": "done", "evidence": [PROOF]}, {"state": "in-progress"}, TaskState.OVERDUE),
    ],
    ids=["of-work-under-way", "not-repeated", "later", "taken-back"],
)
def test_evidence_proves_what_it_came_with(first: dict[str, Any], then: dict[str, Any], state: TaskState) -> None:
    """Evidence of work under way proves no "done"; that of "done" need not be repeated."""
    reports = (said(date(2024, 6, 1), **first), said(date(2024, 7, 1), **then))
    assert state_of(date(2024, 12, 1), JULY, *reports) is state


QUARTERS = ["2024-q1", "2024-q2", "2024-q3", "2024-q4"]
EVERY_QUARTER = {"kind": "every", "periods": ["quarter"]}


@pytest.mark.parametrize(
    ("proven", "declared", "in_june", "in_december"),
    [
        (QUARTERS[:1], [], TaskState.RECURRING, TaskState.LAGGING),
        (QUARTERS, [], TaskState.PROVEN, TaskState.PROVEN),
        (QUARTERS[:3], QUARTERS[3:], TaskState.DECLARED, TaskState.DECLARED),
    ],
    ids=["one", "all", "all-but-one-proven"],
)
def test_what_recurs_is_done_when_all_is_delivered(
    proven: list[str], declared: list[str], in_june: TaskState, in_december: TaskState
) -> None:
    """A quarterly report called "done" after one quarter is not; its periods prove it, not the word."""
    reports = (
        said(date(2024, 3, 1), "in-progress", delivered=declared),
        said(date(2024, 4, 2), "done", delivered=proven, evidence=[PROOF]),
    )
    states = [state_of(day, EVERY_QUARTER, *reports) for day in (date(2024, 6, 30), date(2024, 12, 31))]
    assert states == [in_june, in_december]


@pytest.mark.parametrize(
    ("delivered", "keys", "state"),
    [
        (["2024-m04"], {"evidence": [PROOF]}, TaskState.OVERDUE),
        (["2024-m04", "2024-m07"], {"evidence": [PROOF]}, TaskState.PROVEN),
        (["2024-m04", "2024-m07"], {}, TaskState.DECLARED),
    ],
)
def test_a_task_delivered_on_each_of_its_days_is_done(
    delivered: list[str], keys: dict[str, Any], state: TaskState
) -> None:
    """Two classes, in April and July: when both were held the task is done, though nobody wrote the word."""
    two = task(due=JULY, also_due=[{"kind": "month", "year": "2024", "month": "4"}])
    report = said(date(2024, 8, 1), "in-progress", delivered=delivered, **keys)
    assert seen(date(2024, 12, 1), report, tasks=[two]).tasks[0].state is state


def test_a_task_that_is_done_misses_nothing() -> None:
    """None of its turns is called missing, on whatever day it is looked at."""
    (done,) = seen(date(2024, 12, 1), said(date(2024, 6, 1), "done", evidence=[PROOF]), tasks=[task(due=JULY)]).tasks
    assert ([turn.state for turn in done.turns], done.missed) == ([TurnState.DELIVERED], ())
    (dropped,) = seen(date(2024, 12, 1), said(date(2024, 6, 1), "dropped"), tasks=[task(due=JULY)]).tasks
    assert [turn.state for turn in dropped.missed] == [TurnState.MISSED]


def test_of_two_reports_of_one_day_that_of_the_later_period_counts() -> None:
    """The report of half a year and that of its second quarter, both of 30/6: the quarter is told last."""
    keys = {"2024-h1": "in-progress", "2024-q2": "done"}
    reports = [
        progress(date(2024, 6, 30), period=period, tasks=[{"task": "1", "state": state}])
        for period, state in keys.items()
    ]
    assert state_of(date(2024, 7, 1), JULY, *reports) is TaskState.DECLARED
    assert state_of(date(2024, 7, 1), JULY, *reports[::-1]) is TaskState.DECLARED


@pytest.mark.parametrize(
    ("comparator", "below", "at", "above"),
    [
        ("at-least", False, True, True),
        ("more-than", False, False, True),
        ("at-most", True, True, False),
        ("less-than", True, False, False),
        ("equal", False, True, False),
    ],
)
def test_a_comparator_holds_at_its_bound(comparator: str, below: bool, at: bool, above: bool) -> None:  # noqa: FBT001
    """Below, at and above the goal, each comparator says what its sign says."""
    measure = Measure.model_validate({"comparator": comparator, "value": "97", "unit": "percent"})
    assert [is_met(measure, Decimal(value)) for value in ("96.99", "97.0", "97.01")] == [below, at, above]


@pytest.mark.parametrize(
    ("low", "high", "inside", "outside"),
    [("5", "10", ("5", "7.5", "10"), ("4.99", "10.01")), ("-5", "0", ("-5", "-1", "0"), ("-5.1", "0.1"))],
)
def test_between_includes_both_ends(low: str, high: str, inside: tuple[str, ...], outside: tuple[str, ...]) -> None:
    """A goal "from … to" is met at both ends, also where an end is 0."""
    keys = {"comparator": "between", "value": low, "value_to": high, "unit": "procedure"}
    measure = Measure.model_validate(keys)
    assert all(is_met(measure, Decimal(value)) for value in inside)
    assert not any(is_met(measure, Decimal(value)) for value in outside)


def test_every_comparator_is_tested() -> None:
    """A new comparator needs a row above."""
    assert {each.value for each in Comparator} == {"at-least", "more-than", "at-most", "less-than", "equal", "between"}


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ({"value": "98,5"}, Decimal("98.5")),
        ({"numerator": "2", "denominator": "3"}, Decimal("66.7")),
        ({"numerator": "0", "denominator": "3"}, Decimal(0)),
        ({"numerator": "0", "denominator": "0"}, None),
        ({"value": "0"}, Decimal(0)),
        ({}, None),
    ],
)
def test_a_value_is_reported_or_a_share(keys: dict[str, str], value: Decimal | None) -> None:
    """A share of nothing is no value: neither 0 % nor 100 %."""
    assert value_of(TargetProgress.model_validate({"target": "1", **keys})) == value


@pytest.mark.parametrize(
    ("value", "day", "state"),
    [
        (None, date(2024, 6, 1), TargetState.NO_DATA),
        ("97", date(2024, 6, 1), TargetState.MET),
        ("96,9", date(2024, 6, 1), TargetState.NOT_YET),
        ("96,9", date(2024, 12, 31), TargetState.NOT_YET),
        ("96,9", date(2025, 1, 1), TargetState.MISSED),
        ("98", date(2025, 1, 1), TargetState.MET),
    ],
)
def test_a_target_is_missed_only_when_its_time_is_over(value: str | None, day: date, state: TargetState) -> None:
    """Until its last day a target is not yet met; after it, it is missed; without a figure there is no data."""
    targets = [{"target": "1", "value": value}] if value else []
    report = progress(date(2024, 5, 1), targets=targets)
    view = seen(day, report, targets=[target(due={"kind": "year", "year": "2024"})])
    assert view.targets[0].state is state


def test_a_target_in_words_has_no_state_of_figures() -> None:
    """A target without a measure is neither met nor behind."""
    view = seen(date(2024, 6, 1), EARLY, targets=[target(measure=None)])
    assert view.targets[0].state is TargetState.WORDS_ONLY


def test_what_was_spent_is_what_was_said_last() -> None:
    """Amounts are cumulative: the last told counts, also below an earlier one; silence changes nothing."""
    told = [
        said(date(2024, 3, 1), "in-progress", spent_vnd="5000000"),
        said(date(2024, 6, 1), "in-progress", spent_vnd="3000000"),
        said(date(2024, 9, 1), "in-progress"),
    ]
    view = seen(date(2024, 10, 1), *told, tasks=[task(due=JULY)])
    assert (view.tasks[0].spent_vnd, view.spent_vnd) == (3_000_000, 3_000_000)

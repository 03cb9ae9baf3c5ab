"""Targets: the way from the baseline, the counted value beside the reported one, and whose word decides."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.derive.plans import plan_view
from generator.derive.targets import expected_at
from generator.derive.views import TargetState, TargetView
from generator.model.plan import Comparator, Target
from generator.model.statistics import Statistics
from generator.model.times import Period
from tests.records import Keys, facts, period_figures, plan, procedure, progress, target
from tests.test_metrics_dossiers import row

YEAR_END = {"kind": "year", "year": "2024"}
MET, MISSED, NOT_YET = TargetState.MET, TargetState.MISSED, TargetState.NOT_YET
BEHIND, ON_TRACK, NO_DATA = TargetState.BEHIND, TargetState.ON_TRACK, TargetState.NO_DATA


def measure(comparator: str, value: str, unit: str = "percent", **keys: Any) -> Keys:
    """Return a measure."""
    return {"comparator": comparator, "value": value, "unit": unit, **keys}


def goal(measured: Keys, base: str | None = None, day: Any = None, due: Keys | None = YEAR_END) -> Keys:
    """Return a target with a baseline, if any, and the last day of 2024."""
    baseline = {"value": base, **({"date": day} if day else {})}
    return target(measure=measured, due=due, **({"baseline": baseline} if base else {}))


def seen(keys: Keys, today: date, value: Keys | None = None, as_of: date | None = None, **more: Any) -> TargetView:
    """Return a target of a plan for 2024 as of a day, with a value reported on that day or another."""
    record = plan(targets=[keys])
    told = [progress(as_of or today, targets=[{"target": "1", **value}])] if value is not None else []
    known = facts(plans=(record,), progress=tuple(told), today=today, **more)
    return plan_view(record, known).targets[0]


EVE = "31/12/2023"
# From 31/12/2023 to 31/12/2024 are 366 days: 183 of them, one half, have passed on 1/7/2024.
HALF = date(2024, 7, 1)


@pytest.mark.parametrize(
    ("keys", "day", "expected"),
    [
        (goal(measure("at-least", "90"), "50", EVE), HALF, "70"),
        (goal(measure("at-least", "90"), "50", EVE), date(2023, 12, 31), "50"),
        (goal(measure("at-least", "90"), "50", EVE), date(2023, 6, 1), "50"),
        (goal(measure("at-least", "90"), "50", EVE), date(2024, 12, 31), "90"),
        (goal(measure("at-least", "90"), "50", EVE), date(2025, 6, 1), "90"),
        (goal(measure("less-than", "29"), "35", EVE), HALF, "32"),
        (goal(measure("equal", "100"), "60", EVE), HALF, "80"),
        # 122 days (31 + 29 + 31 + 30 + 1) have passed on 1/5/2024: 50 + 30 x 122/366.
        (goal(measure("at-least", "80"), "50", EVE), date(2024, 5, 1), "60"),
        # A baseline without a day is of the eve of the plan; a year or a month means its last day.
        (goal(measure("at-least", "90"), "50"), HALF, "70"),
        (goal(measure("at-least", "90"), "50", {"year": "2023"}), HALF, "70"),
        (goal(measure("at-least", "90"), "50", {"year": "2023", "month": "12"}), HALF, "70"),
        # From 30/6/2024 to 31/12/2024 are 184 days, 92 of them on 30/9/2024.
        (goal(measure("at-least", "90"), "50", {"year": "2024", "month": "6"}), date(2024, 9, 30), "70"),
        # From 31/12/2023 to 30/9/2024 are 274 days, 137 of them on 16/5/2024.
        (goal(measure("at-least", "90"), "50", EVE, {"kind": "quarter", "year": "2024", "quarter": "3"}),
         date(2024, 5, 16), "70"),
    ],
)  # fmt: skip
def test_the_way_is_straight_from_the_baseline_to_the_last_day(keys: Keys, day: date, expected: str) -> None:
    """Worked out by hand; before the baseline it is the baseline, after the last day the goal."""
    assert expected_at(Target.model_validate(keys), Period("2024"), day) == Decimal(expected)


@pytest.mark.parametrize(
    "keys",
    [
        goal(measure("at-least", "90")),
        goal(measure("at-least", "90"), "50", EVE, None),
        goal(measure("at-least", "90"), "50", EVE, {"kind": "continuous"}),
        goal(measure("at-least", "90"), "50", EVE, {"kind": "when", "condition": "có hướng dẫn"}),
        goal(measure("between", "5", "procedure", value_to="10"), "0", EVE),
        goal(measure("at-least", "90"), "50", {"year": "2024"}),
        goal(measure("at-least", "90"), "50", "31/12/2024"),
        target(measure=None, due=YEAR_END),
    ],
    ids=["no-baseline", "no-due", "continuous", "when", "between", "year-of-plan", "last-day", "words"],
)
def test_without_two_ends_there_is_no_way(keys: Keys) -> None:
    """No baseline, no last day, a range, or a baseline that is not before the last day: nothing is expected."""
    assert expected_at(Target.model_validate(keys), Period("2024"), HALF) is None


# comparator, goal, baseline; then on 1/7/2024: a value that is met, one on the way, one behind it.
WAYS = [
    ("at-least", "90", "50", "90", "70", "69.9"),
    ("more-than", "90", "50", "90.1", "70", "69.9"),
    ("at-most", "10", "30", "10", "20", "20.1"),
    ("less-than", "29", "35", "28.9", "32", "32.1"),
    ("equal", "100", "60", "100", "80", "79.9"),
    ("equal", "0", "40", "0", "20", "20.1"),
]


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_each_comparator_knows_which_way_is_good(way: tuple[str, str, str, str, str, str]) -> None:
    """On the straight way or ahead of it is on track, short of it behind; a goal downwards falls."""
    comparator, value, base, *values = way
    keys = goal(measure(comparator, value), base, EVE)
    assert [seen(keys, HALF, {"value": each}).state for each in values] == [MET, ON_TRACK, BEHIND]
    after = [seen(keys, date(2025, 1, 1), {"value": each}, HALF).state for each in values]
    assert after == [MET, MISSED, MISSED]


def test_every_comparator_has_a_way_or_none() -> None:
    """A new comparator needs a row above; a range has no way."""
    assert {way[0] for way in WAYS} | {"between"} == {each.value for each in Comparator}


@pytest.mark.parametrize(
    ("value", "day", "state"),
    [
        ("4", HALF, NOT_YET),
        ("5", HALF, MET),
        ("10", HALF, MET),
        ("11", HALF, NOT_YET),
        ("4", date(2025, 1, 1), MISSED),
        ("11", date(2025, 1, 1), MISSED),
    ],
)
def test_a_range_is_met_within_its_ends(value: str, day: date, state: TargetState) -> None:
    """5 to 10 procedures, from none: never on track or behind, for a range has no straight way."""
    keys = goal(measure("between", "5", "procedure", value_to="10"), "0", EVE)
    assert seen(keys, day, {"value": value}, HALF).state is state


def test_an_old_value_is_held_against_its_own_day() -> None:
    """70 % told for 1/7 is on the way of 1/7, also when it is read on 1/12; 70 % told on 1/12 is behind."""
    keys = goal(measure("at-least", "90"), "50", EVE)
    assert seen(keys, date(2024, 12, 1), {"value": "70"}, HALF).state is ON_TRACK
    assert seen(keys, date(2024, 12, 1), {"value": "70"}).state is BEHIND


@pytest.mark.parametrize("due", [None, {"kind": "continuous"}, {"kind": "every", "periods": ["year"]}])
def test_a_target_without_a_day_has_time_until_its_plan_ends(due: Keys | None) -> None:
    """The plan is for 2024: 96 % of 97 are not yet met on 31/12, and missed on 1/1."""
    keys = target(due=due)
    days = (date(2024, 12, 31), date(2025, 1, 1))
    assert [seen(keys, day, {"value": "96"}, HALF).state for day in days] == [NOT_YET, MISSED]


def test_a_target_on_a_condition_is_never_missed() -> None:
    """Whether its condition has come, nobody told."""
    keys = target(due={"kind": "when", "condition": "có hướng dẫn"})
    assert seen(keys, date(2026, 1, 1), {"value": "96"}, HALF).state is NOT_YET


@pytest.mark.parametrize(
    ("part", "whole", "shown", "state"),
    [
        ("9696", "10000", "97.0", NOT_YET),
        ("97", "100", "97", MET),
        ("9704", "10000", "97.0", MET),
        ("0", "10", "0", NOT_YET),
        ("0", "0", None, NO_DATA),
    ],
)
def test_a_reported_share_is_judged_before_it_is_rounded(
    part: str, whole: str, shown: str | None, state: TargetState
) -> None:
    """96,96 % is shown as 97,0 % and is not 97 %; nothing of nothing is no value."""
    view = seen(target(due=YEAR_END), HALF, {"numerator": part, "denominator": whole})
    assert (view.value, view.state) == (Decimal(shown) if shown else None, state)


def test_all_but_one_is_not_all() -> None:
    """1.999 of 2.000 are 99,95 %: shown as 99,9 %, and not the 100 % asked for."""
    view = seen(goal(measure("equal", "100")), HALF, {"numerator": "1999", "denominator": "2000"})
    assert (view.value, view.state) == (Decimal("99.9"), NOT_YET)


ON_TIME = goal(measure("at-least", "97", metric="resolved-on-time"))


def figures(early: int, late: int, day: date = date(2024, 6, 30), period: str = "2024-h1") -> Statistics:
    """Return the figures of half a year: so many resolved early, so many late."""
    done = early + late
    return period_figures(period, day, rows=[row(done, done, 0, 0, done, early, 0, late, 0, 0, 0)])


def test_what_is_counted_goes_before_what_is_reported() -> None:
    """The unit reports 98 %, its own figures make 96 %: both are shown, the counted one decides, it is 2 less."""
    view = seen(ON_TIME, date(2024, 7, 15), {"value": "98"}, statistics=(figures(96, 4),))
    assert (view.counted, view.reported, view.value, view.is_counted) == (Decimal(96), Decimal(98), Decimal(96), True)
    assert (view.difference, view.state) == (Decimal(-2), NOT_YET)


def test_a_counted_share_is_judged_before_it_is_rounded() -> None:
    """9.696 of 10.000: shown as 97,0 %, not met."""
    view = seen(ON_TIME, date(2024, 7, 15), None, statistics=(figures(9696, 304),))
    assert (view.value, view.state, view.difference) == (Decimal("97.0"), NOT_YET, None)


@pytest.mark.parametrize("records", [(), (figures(0, 0),), (figures(99, 1, date(2024, 7, 16)),)])
def test_what_cannot_be_counted_is_as_reported(records: tuple[Statistics, ...]) -> None:
    """Without figures, with none that arose, or with those of a later day, the report decides."""
    view = seen(ON_TIME, date(2024, 7, 15), {"value": "98"}, statistics=records)
    assert (view.counted, view.value, view.is_counted, view.difference) == (None, Decimal(98), False, None)
    assert view.state is MET


def test_the_counted_value_is_held_against_the_day_of_its_figures() -> None:
    """From 50 to 90 in 2024: 70 % of the first half year is behind, though little, on 15/7 no more than on 30/6."""
    keys = goal(measure("at-least", "90", metric="resolved-on-time"), "50", EVE)
    # 50 + 40 x 182/366 = 69,89 on 30/6/2024.
    assert seen(keys, date(2024, 12, 1), statistics=(figures(699, 301),)).state is ON_TRACK
    assert seen(keys, date(2024, 12, 1), statistics=(figures(698, 302),)).state is BEHIND


CUT: Keys = {
    "agencies": {"executing": ["so-thu"]},
    "central_time_limit": {"value": "10", "unit": "working-day"},
    "channels": [{"channel": "online", "time_limit": {"value": "7", "unit": "working-day"}}],
}


@pytest.mark.parametrize(("count", "state"), [(4, NOT_YET), (5, MET), (10, MET)])
def test_a_number_is_counted_where_the_unit_is_no_share(count: int, state: TargetState) -> None:
    """A range of procedures counts procedures: 5 that were cut are 5, not 100 %."""
    keys = goal(measure("between", "5", "procedure", value_to="10", metric="time-cut"))
    records = tuple(procedure(**CUT, code=f"1.{number:06}") for number in range(1, count + 1))
    view = seen(keys, HALF, {"value": "3"}, procedures=records)
    assert (view.value, view.difference, view.state) == (Decimal(count), Decimal(count - 3), state)


def test_a_plan_whose_time_is_over_is_not_judged_by_todays_records() -> None:
    """On 31/12/2024 the procedures of today decide; on 1/1/2025 they are shown, and the last report decides."""
    keys = goal(measure("at-least", "90", metric="iso-process"))
    records = (procedure(agencies={"executing": ["so-thu"]}, iso={"process": "QT-01"}),)
    last, after = (
        seen(keys, day, {"value": "80"}, HALF, procedures=records) for day in (date(2024, 12, 31), date(2025, 1, 1))
    )
    assert (last.value, last.is_counted, last.state) == (Decimal(100), True, MET)
    assert (after.value, after.is_counted, after.state) == (Decimal(80), False, MISSED)
    assert (after.counted, after.difference) == (Decimal(100), Decimal(20))


def test_figures_of_the_plans_time_judge_it_when_it_is_over() -> None:
    """What was counted in the year speaks for the year; what was counted after it does not."""
    records = (figures(98, 2), figures(1, 99, date(2025, 3, 31), "2025-q1"))
    view = seen(ON_TIME, date(2025, 6, 1), {"value": "90"}, HALF, statistics=records)
    assert (view.value, view.is_counted, view.state) == (Decimal(98), True, MET)


def test_completion_is_that_of_the_plan_itself() -> None:
    """One task of two whose time is over is proven: 50 %; without any report nothing is said."""
    proof = {"kind": "document", "number": "12/BC-ST", "date": "1/3/2024"}
    tasks = [
        {"id": key, "area": "procedures", "text": "Việc", "due": {"kind": "by", "date": "31/3/2024"}} for key in "ab"
    ]
    record = plan(tasks=tasks, targets=[goal(measure("at-least", "90", metric="plan-completion"))])
    report = progress(date(2024, 3, 1), tasks=[{"task": "a", "state": "done", "evidence": [proof]}])
    told = plan_view(record, facts(plans=(record,), progress=(report,), today=date(2024, 4, 1))).targets[0]
    silent = plan_view(record, facts(plans=(record,), today=date(2024, 4, 1))).targets[0]
    assert (told.value, told.is_counted, told.state) == (Decimal(50), True, NOT_YET)
    assert (silent.value, silent.is_counted, silent.state) == (None, False, NO_DATA)

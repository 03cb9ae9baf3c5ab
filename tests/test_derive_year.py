"""All days of 2026 over the plan of the illustration agency: each state comes when it should, and nothing is lost.

Of the reports only those of the second and the third quarter are laid beside the plan, so that more records may come.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from generator.derive.due import span_of
from generator.derive.metrics import FORMULAS, Scope, figure_of
from generator.derive.metrics.formula import procedures_of
from generator.derive.plans import view_at
from generator.derive.views import PlanView, TaskState
from generator.facts import Facts, Held
from generator.model.times import Period
from tests.test_derive_always import LATER

AGENCY, PLAN = "so-minh-hoa", "minh-hoa-2026-kiem-soat-tthc"
YEAR = span_of(Period("2026"))
DAYS = [YEAR[0] + timedelta(days=each) for each in range(365)]
REPORTED = (date(2026, 6, 30), date(2026, 9, 30))
REPORTS = {f"progress/{PLAN}/2026-q2.yml", f"progress/{PLAN}/2026-q3.yml"}
Year = dict[date, tuple[Facts, PlanView]]
S = TaskState


def facts_of(real: Facts) -> Iterator[Facts]:
    """Yield the facts of the illustration as of each day of the year."""
    kinds = ("agencies/", f"plans/{PLAN}", f"procedures/{AGENCY}", "samples/", f"statistics/{AGENCY}", "site")
    held = Held({path: each for path, each in real.held.cards.items() if path.startswith(kinds) or path in REPORTS})
    return (Facts(held, real.record, day) for day in DAYS)


@pytest.fixture(scope="module")
def year(real_facts: Facts) -> Year:
    """Return the facts and the plan as of each day."""
    known = zip(DAYS, facts_of(real_facts), strict=True)
    return {day: (each, view_at(PLAN, each)) for day, each in known}


def on(year: Year, month: int, day: int, task: str) -> tuple[TaskState, int | None]:
    """Return the state of a task on a day of 2026, and how many days it is past its last one."""
    (found,) = [each for each in year[date(2026, month, day)][1].tasks if each.record.id == task]
    return found.state, found.days


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        # Issued with the plan; said so by the plan alone.
        ("1.1", {(1, 1): (S.DECLARED, None), (12, 31): (S.DECLARED, None)}),
        # Every week: there is no period to miss.
        ("1.2", {(6, 29): (S.NO_REPORT, None), (6, 30): (S.RECURRING, None), (12, 31): (S.RECURRING, None)}),
        # Every quarter and year; the three quarters were sent.
        ("1.3", {(6, 30): (S.RECURRING, -92), (9, 30): (S.RECURRING, -92), (12, 31): (S.RECURRING, 0)}),
        # Twice a year; once until now.
        ("1.5", {(6, 30): (S.RECURRING, -184), (12, 31): (S.RECURRING, 0)}),
        # Every month: July comes late, with the report of 30/9; August never came.
        ("1.6", {(7, 31): (S.RECURRING, 0), (8, 1): (S.LAGGING, 1), (9, 29): (S.LAGGING, 60),
                 (9, 30): (S.LAGGING, 30), (12, 31): (S.LAGGING, 122)}),
        # Before 10/2, done with evidence.
        ("2.1", {(2, 9): (S.NO_REPORT, 0), (6, 29): (S.NO_REPORT, 140), (6, 30): (S.PROVEN, 141)}),
        ("2.2", {(6, 30): (S.WAITING, None), (12, 31): (S.WAITING, None)}),
        # In May, said to be done without evidence.
        ("2.3", {(6, 30): (S.DECLARED, 30), (12, 31): (S.DECLARED, 214)}),
        # In the third quarter, reported as done on its last day.
        ("3.4", {(6, 30): (S.IN_PROGRESS, -92), (8, 30): (S.IN_PROGRESS, -31), (8, 31): (S.DUE_SOON, -30),
                 (9, 29): (S.DUE_SOON, -1), (9, 30): (S.PROVEN, 0)}),
        # By 15/10, never done.
        ("3.5", {(9, 14): (S.OPEN, -31), (9, 15): (S.DUE_SOON, -30), (10, 15): (S.DUE_SOON, 0),
                 (10, 16): (S.OVERDUE, 1), (12, 31): (S.OVERDUE, 77)}),
        ("4.2", {(6, 30): (S.RECURRING, None), (12, 31): (S.RECURRING, None)}),
        ("4.3", {(6, 30): (S.RECURRING, None), (12, 31): (S.RECURRING, None)}),
        # In the second half of the year; begun between the two reports.
        ("5.1", {(9, 29): (S.OPEN, -93), (9, 30): (S.IN_PROGRESS, -92), (12, 1): (S.DUE_SOON, -30),
                 (12, 31): (S.DUE_SOON, 0)}),
        ("6.2", {(11, 9): (S.OPEN, -31), (11, 10): (S.DUE_SOON, -30), (12, 11): (S.OVERDUE, 1)}),
        ("8.1", {(8, 30): (S.IN_PROGRESS, -31), (9, 30): (S.DUE_SOON, 0), (10, 1): (S.OVERDUE, 1)}),
        # On a condition, asked for meanwhile.
        ("8.2", {(9, 29): (S.WAITING, None), (9, 30): (S.IN_PROGRESS, None), (12, 31): (S.IN_PROGRESS, None)}),
        ("8.3", {(9, 29): (S.IN_PROGRESS, -93), (9, 30): (S.DROPPED, -92)}),
        # Every quarter; the first was left out for want of forms.
        ("9.1", {(6, 30): (S.LAGGING, 91), (9, 30): (S.LAGGING, 183)}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_task_is_on_each_day_where_it_should_be(
    task: str, expected: dict[tuple[int, int], tuple[TaskState, int | None]], year: Year
) -> None:
    """Worked out by hand from the plan and the two reports."""
    assert {day: on(year, *day, task) for day in expected} == expected


def test_each_state_comes_up_in_the_year(year: Year) -> None:
    """The illustration shows every state there is."""
    assert {task.state for _facts, view in year.values() for task in view.tasks} == {*TaskState}


def test_without_a_new_report_tasks_only_become_later(year: Year) -> None:
    """From a day to the next no task moves but as the calendar moves it, except on the two days of reports."""
    for before, after in pairwise(DAYS):
        pairs = zip(year[before][1].tasks, year[after][1].tasks, strict=True)
        if after not in REPORTED:
            assert all(b.state in LATER.get(a.state, {S.NO_REPORT}) for a, b in pairs), after


def test_every_task_is_counted_on_every_day(year: Year) -> None:
    """States add up to all tasks; completion names each task once, with what counts or why it does not."""
    for _facts, view in year.values():
        everyone = sorted(task.record.id for task in view.tasks)
        assert sum(view.count(state) for state in TaskState) == len(everyone)
        named = [each.id for each in view.completion.entries] + [each.id for each in view.completion.left]
        assert sorted(named) == everyone
        assert view.completion.numerator == sum(
            each.part for each in view.completion.entries
        ) <= view.count(TaskState.PROVEN)  # fmt: skip


def test_every_figure_accounts_for_every_record_in_scope(year: Year) -> None:
    """Each day and indicator: every procedure of the agency is in it once, or left out once; shares keep in bounds."""
    for known, _view in year.values():
        codes = sorted(card.id for card in procedures_of(AGENCY, known))
        for formula in FORMULAS.values():
            figure = figure_of(formula.metric, Scope(AGENCY, YEAR), known)
            named = [each.id for each in figure.entries] + [each.id for each in figure.left]
            assert len(named) == len({*named})
            if formula.source == "bản ghi thủ tục":
                assert sorted(named) == codes
            assert figure.share is None or 0 <= figure.share <= 100


def test_a_target_says_how_far_apart_its_two_values_are(year: Year) -> None:
    """On every day: the value shown is one of the two, and the difference is told where there are both."""
    for _facts, view in year.values():
        for target in view.targets:
            assert target.value == (target.counted if target.is_counted else target.reported)
            both = target.counted is not None and target.reported is not None
            assert (target.difference is not None) == both

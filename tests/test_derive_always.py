"""What holds of all plans, reports and days: no day undoes lateness, no evidence makes anything worse."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.due import span_of
from generator.derive.figure import Entry, Figure, share
from generator.derive.metrics import Scope, figure_of
from generator.derive.plans import plan_view
from generator.derive.views import PlanView, TargetState, TaskState
from generator.model.plan import Comparator, Metric
from generator.model.times import Period
from tests.records import Keys, facts, period_figures, plan, progress, target
from tests.test_metrics_dossiers import CASES, row

PROOF = {"kind": "document", "number": "12/BC-ST", "date": "1/7/2024"}
FIRST, LAST = date(2023, 12, 1), date(2025, 2, 28)
PERIODS = ["2024", "2024-h1", "2024-h2", "2024-9m", *(f"2024-q{n}" for n in range(1, 5))]
PERIODS += [f"2024-m{n:02}" for n in range(1, 13)]
FREQUENCIES = ["week", "month", "quarter", "half-year", "nine-months", "year"]

days = st.dates(FIRST, LAST)
texts = days.map(date.isoformat)
dues: st.SearchStrategy[Keys] = st.one_of(
    st.builds(lambda kind, day: {"kind": kind, "date": day}, st.sampled_from(["before", "by", "from"]), texts),
    st.builds(lambda month: {"kind": "month", "year": "2024", "month": str(month)}, st.integers(1, 12)),
    st.builds(lambda quarter: {"kind": "quarter", "year": "2024", "quarter": str(quarter)}, st.integers(1, 4)),
    st.builds(lambda half: {"kind": "half-year", "year": "2024", "half": str(half)}, st.integers(1, 2)),
    st.sampled_from([
        {"kind": "year", "year": "2024"},
        {"kind": "continuous"},
        {"kind": "when", "condition": "có hướng dẫn"},
        {"kind": "issued"},
    ]),
    st.builds(
        lambda periods, times: {"kind": "every", "periods": periods, **({"times": str(times)} if times else {})},
        st.lists(st.sampled_from(FREQUENCIES), min_size=1, max_size=3, unique=True),
        st.sampled_from([None, None, 1, 2]),
    ),
)  # fmt: skip
entries: st.SearchStrategy[Keys] = st.builds(
    lambda state, delivered, proven: {"state": state, "delivered": delivered, "evidence": [PROOF] * proven},
    st.sampled_from(["not-started", "in-progress", "in-progress", "done", "dropped"]),
    st.lists(st.sampled_from(PERIODS), max_size=4, unique=True),
    st.booleans(),
)
tasks: st.SearchStrategy[Keys] = st.builds(
    lambda due, more, told: {"due": due, "also_due": more, "told": told},
    st.none() | dues,
    st.lists(dues, max_size=2),
    st.lists(entries, max_size=3),
)
plans = st.lists(tasks, min_size=1, max_size=4)
TOLD = date(2024, 2, 1)  # from this day on nothing new is reported


def view_on(day: date, made: Sequence[Keys], *, turned: bool = False) -> PlanView:
    """Return the plan of the ``made`` tasks as of a day; all that is told of them was told by 1/2/2024."""
    keys = [
        {"id": str(n), "area": "procedures", "text": "Việc", "due": each["due"], "also_due": each["also_due"]}
        for n, each in enumerate(made)
    ]
    record = plan(tasks=keys)
    reports = [progress(TOLD, period="2023")]
    for number in range(max(len(each["told"]) for each in made)):
        said = [{"task": str(n), **each["told"][number]} for n, each in enumerate(made) if number < len(each["told"])]
        period = f"2024-q{number + 1}"
        reports.append(progress(TOLD, period=period, tasks=said[::-1] if turned else said))
    return plan_view(record, facts(plans=(record,), progress=tuple(reports[::-1] if turned else reports), today=day))


S = TaskState
# Where a task may stand on a later day when nothing new was reported.
LATER = {
    S.OPEN: {S.OPEN, S.DUE_SOON, S.OVERDUE},
    S.IN_PROGRESS: {S.IN_PROGRESS, S.DUE_SOON, S.OVERDUE},
    S.DUE_SOON: {S.DUE_SOON, S.OVERDUE},
    S.RECURRING: {S.RECURRING, S.LAGGING},
    **{state: {state} for state in (S.OVERDUE, S.LAGGING, S.PROVEN, S.DECLARED, S.DROPPED)},
    S.WAITING: {S.WAITING, S.DUE_SOON, S.OVERDUE},  # for a condition, and with a day besides
}
# How good a state is; one that is given up is not better than one that is late.
RANK = {S.DROPPED: 0, S.OVERDUE: 0, S.LAGGING: 0, S.DUE_SOON: 1, S.DECLARED: 3, S.PROVEN: 4}


def test_every_state_has_its_ways() -> None:
    """A new state needs a place above; without any report there is no other state."""
    assert {*LATER} | {S.NO_REPORT} == {*TaskState}


@settings(max_examples=400)
@given(plans, st.dates(TOLD, LAST), st.integers(0, 400))
def test_a_later_day_only_makes_things_later(made: list[Keys], day: date, more: int) -> None:
    """Overdue and lagging stay so, done stays done, and each day that passes is one day more."""
    before, after = view_on(day, made), view_on(day + timedelta(days=more), made)
    for early, late in zip(before.tasks, after.tasks, strict=True):
        assert late.state in LATER[early.state]
        if early.state in {S.OVERDUE, S.LAGGING}:
            assert early.days is not None
            assert early.days > 0
            assert late.days == early.days + more


@settings(max_examples=400)
@given(plans, st.dates(TOLD, LAST))
def test_a_state_says_what_its_days_say(made: list[Keys], day: date) -> None:
    """Overdue is past its last day, due soon is within 30 days of it, open and under way are further off or undated."""
    for task in view_on(day, made).tasks:
        if task.state in {S.OVERDUE, S.LAGGING}:
            assert task.missed
        elif task.state is S.DUE_SOON:
            assert task.days is not None
            assert -30 <= task.days <= 0
        elif task.state in {S.OPEN, S.IN_PROGRESS, S.PROVEN, S.DECLARED}:
            assert not task.missed


def added(made: list[Keys], data: st.DataObject) -> list[Keys]:
    """Return the tasks with evidence or a delivered period added to an entry of one of them, or a report "done"."""
    number = data.draw(st.integers(0, len(made) - 1))
    told = [dict(each) for each in made[number]["told"]]
    ways = ["done", "proven"] + ["evidence", "delivered"] * bool(told)
    way, index = data.draw(st.sampled_from(ways)), data.draw(st.integers(0, max(len(told) - 1, 0)))
    if way in {"done", "proven"}:
        told.append({"state": "done", "evidence": [PROOF] * (way == "proven")})
    elif way == "evidence":
        told[index]["evidence"] = [PROOF]
    else:
        told[index]["delivered"] = [*{*told[index]["delivered"], data.draw(st.sampled_from(PERIODS))}]
    return [*made[:number], {**made[number], "told": told}, *made[number + 1 :]]


def fraction(figure: Figure) -> Fraction | None:
    """Return a share that is not rounded."""
    return Fraction(figure.numerator, figure.denominator) if figure.denominator else None


@settings(max_examples=400)
@given(plans, st.dates(TOLD, LAST), st.data())
def test_more_evidence_never_makes_anything_worse(made: list[Keys], day: date, data: st.DataObject) -> None:
    """Evidence, a delivered period or a report "done" lowers no state and no share of tasks that are done."""
    before, after = view_on(day, made), view_on(day, added(made, data))
    for less, more in zip(before.tasks, after.tasks, strict=True):
        assert RANK.get(more.state, 2) >= RANK.get(less.state, 2)
        assert len(more.missed) <= len(less.missed)
    old, new = fraction(before.completion), fraction(after.completion)
    assert after.completion.numerator >= before.completion.numerator
    assert not old or (new is not None and new >= old)


@given(plans, st.dates(TOLD, LAST))
def test_the_order_of_files_does_not_matter(made: list[Keys], day: date) -> None:
    """Reports of one day come in the order of their periods, however they and their entries are read."""
    one, other = view_on(day, made), view_on(day, made, turned=True)
    assert one.tasks == other.tasks
    assert one.completion == other.completion


@given(plans, st.dates(TOLD, LAST))
def test_each_task_is_counted_once_or_left_out_once(made: list[Keys], day: date) -> None:
    """Completion names every task once, and its share lies within 0 and 100."""
    view = view_on(day, made)
    named = [each.id for each in view.completion.entries] + [each.id for each in view.completion.left]
    assert sorted(named) == sorted(task.record.id for task in view.tasks)
    assert view.completion.share is None or 0 <= view.completion.share <= 100
    assert sum(view.count(state) for state in TaskState) == len(view.tasks)


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_only_all_is_a_hundred_and_only_none_is_nought(part: int, rest: int) -> None:
    """A share lies within 0 and 100; less than all is never rounded up to all, more than none never down to none."""
    found = share(part, part + rest)
    if part + rest == 0:
        assert found is None
        return
    assert found is not None
    assert 0 <= found <= 100
    assert (found == 100) == (rest == 0)
    assert (found == 0) == (part == 0)


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 199)), min_size=1))
def test_entries_dropped_and_added_make_a_share_within_bounds(forms: list[tuple[int, int]]) -> None:
    """However many forms grew: 0 to 100 %."""
    figure = Figure(Metric.DECLARED_FIELDS_REDUCED, tuple(Entry("", "", a - b, a) for a, b in forms if a))
    assert figure.share is None or 0 <= figure.share <= 100


counts = st.integers(0, 300)


@st.composite
def rows(draw: st.DrawFn) -> Keys:
    """Draw a row of form II.06a that keeps its four sums."""
    early, on_time, late, in_time, overdue, carried, online = (draw(counts) for _column in range(7))
    done, pending = early + on_time + late, in_time + overdue
    carried = min(carried, done + pending)
    online = min(online, done + pending - carried)
    direct = done + pending - carried - online
    return row(done + pending, online, direct, carried, done, early, on_time, late, pending, in_time, overdue)


@st.composite
def quarters(draw: st.DrawFn) -> Keys:
    """Draw the figures of a quarter that the rules let through."""
    outcomes = {}
    for name in draw(st.lists(st.sampled_from(["digitised", "electronic_results", "paid_online", "by_post"]))):
        total = draw(counts)
        outcomes[name] = {"count": str(draw(st.integers(0, total))), "total": str(total)}
    ballots, on_time, late = draw(counts), draw(counts), draw(counts)
    satisfied = draw(st.none() | st.integers(0, on_time + late))
    told = {"received": draw(counts), "resolved_on_time": on_time, "resolved_late": late, "satisfied": satisfied}
    return {
        "rows": draw(st.lists(rows(), max_size=2)),
        "outcomes": outcomes,
        "satisfaction": {"ballots": str(ballots), "satisfied": str(draw(st.integers(0, ballots)))},
        "feedback": {key: str(value) for key, value in told.items() if value is not None},
    }


@given(st.lists(quarters(), min_size=1, max_size=3))
def test_shares_of_valid_figures_lie_within_bounds(made: list[Keys]) -> None:
    """Of one quarter and of several together, every indicator is a share within 0 and 100, or none."""
    told = (f"2024-q{n}" for n in range(1, 4))
    records = tuple(period_figures(period, TOLD, **keys) for period, keys in zip(told, made, strict=False))
    known = facts(statistics=records, today=LAST)
    for metric in (*(case.metric for case in CASES), Metric.OVERDUE_PENDING):
        figure = figure_of(metric, Scope("so-thu", span_of(Period("2024"))), known)
        assert figure.share is None or 0 <= figure.share <= 100
        assert 0 <= figure.numerator <= figure.denominator


T = TargetState
LATER_TARGET = {
    state: {state, T.MISSED} if state in {T.ON_TRACK, T.BEHIND, T.NOT_YET} else {state} for state in TargetState
}
numbers = st.integers(0, 120).map(str)


comparators = st.sampled_from([each.value for each in Comparator])
goals = st.tuples(comparators, numbers, st.none() | numbers, st.none() | dues)


@given(goals, numbers, st.dates(TOLD, LAST), st.integers(0, 400))
def test_a_later_day_never_mends_a_target(asked: tuple[Any, ...], value: str, day: date, more: int) -> None:
    """With the same report, met stays met and missed stays missed; the rest stays or is missed."""
    comparator, goal, base, due = asked
    measure = {"comparator": comparator, "value": goal, "unit": "other"}
    if comparator == "between":
        measure["value_to"] = str(int(goal) + 5)
    record = plan(targets=[target(measure=measure, due=due, baseline={"value": base} if base else None)])
    report = progress(TOLD, targets=[{"target": "1", "value": value}])
    states = [
        plan_view(record, facts(plans=(record,), progress=(report,), today=each)).targets[0].state
        for each in (day, day + timedelta(days=more))
    ]
    assert states[1] in LATER_TARGET[states[0]]

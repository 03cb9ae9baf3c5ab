"""Indicators counted from the figures of periods, by hand, and how many of a plan's tasks are done."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.derive.due import span_of
from generator.derive.figure import Why
from generator.derive.metrics import Figure, Scope, figure_of
from generator.derive.plans import plan_view
from generator.model.agency import Agency
from generator.model.plan import Metric
from generator.model.statistics import DossierRow, Statistics
from generator.model.times import Period
from tests.records import Keys, facts, period_figures, plan, progress

TODAY = date(2024, 10, 15)
PROOF = {"kind": "document", "number": "12/BC-ST", "date": "1/7/2024"}
COLUMNS = tuple(name for name in DossierRow.model_fields if name not in {"field", "procedure"})


def row(*columns: int) -> Keys:
    """Return a row of form II.06a by its columns 3 to 13."""
    return dict(zip(COLUMNS, map(str, columns), strict=True))


# Columns 3 (received: online, direct, carried over), 7 (resolved: early, on time, late) and 11 (pending) of the form.
FIRST = row(150, 80, 50, 20, 120, 70, 40, 10, 30, 24, 6)
SECOND = row(60, 30, 20, 10, 40, 0, 39, 1, 20, 20, 0)
THIRD = row(100, 40, 40, 20, 90, 45, 45, 0, 10, 7, 3)
QUIET = row(5, 0, 0, 5, 0, 0, 0, 0, 5, 5, 0)
SURVEY = {"satisfaction": {"ballots": "200", "satisfied": "188"}}


@dataclass(frozen=True)
class Case:
    """Figures of the first and the second quarter, and what each adds; None where it does not tell."""

    metric: Metric
    periods: tuple[Keys, Keys]
    told: tuple[tuple[int, int] | None, tuple[int, int] | None]
    share: str


def outcome(name: str, count: int, total: int) -> Keys:
    """Return one of the outcomes of a period."""
    return {"outcomes": {name: {"count": str(count), "total": str(total)}}}


def feedback(received: int, on_time: int, late: int, satisfied: int | None = None) -> Keys:
    """Return what is told of feedback."""
    told = {"received": received, "resolved_on_time": on_time, "resolved_late": late, "satisfied": satisfied}
    return {"feedback": {key: str(value) for key, value in told.items() if value is not None}}


CASES = (
    # (70 + 40 + 0 + 39) / (120 + 40) and 90 / 90: 239 of 250.
    Case(Metric.RESOLVED_ON_TIME, ({"rows": [FIRST, SECOND]}, {"rows": [THIRD]}), ((149, 160), (90, 90)), "95.6"),
    # 80 + 30 online of 130 + 50, what was carried over aside; then 40 of 80: 150 of 260.
    Case(Metric.ONLINE_SHARE, ({"rows": [FIRST, SECOND]}, {"rows": [THIRD]}), ((110, 180), (40, 80)), "57.7"),
    Case(Metric.DIGITISED, (outcome("digitised", 70, 120), {"rows": [THIRD]}), ((70, 120), None), "58.3"),
    Case(
        Metric.ELECTRONIC_RESULTS,
        (outcome("electronic_results", 80, 120), outcome("electronic_results", 90, 90)),
        ((80, 120), (90, 90)),
        "81.0",
    ),
    Case(Metric.PAID_ONLINE, (outcome("paid_online", 0, 0), outcome("paid_online", 1, 3)), ((0, 0), (1, 3)), "33.3"),
    Case(Metric.BY_POST, (SURVEY, outcome("by_post", 1999, 2000)), (None, (1999, 2000)), "99.9"),
    Case(
        Metric.SATISFACTION,
        (SURVEY, {"satisfaction": {"ballots": "100", "satisfied": "99"}}),
        ((188, 200), (99, 100)),
        "95.7",
    ),
    # Handled late, and not handled yet, are in the whole; handled of the period before makes the whole larger.
    Case(Metric.FEEDBACK_ON_TIME, (feedback(10, 7, 1), feedback(3, 5, 0)), ((7, 10), (5, 5)), "80.0"),
    Case(Metric.FEEDBACK_SATISFIED, (feedback(10, 7, 1, 6), feedback(3, 2, 0)), ((6, 8), None), "75.0"),
)


def known(*records: Statistics, today: date = TODAY, agencies: tuple[Agency, ...] = ()) -> Any:
    """Return facts with the figures of periods."""
    return facts(statistics=records, agencies=agencies, today=today)


def counted(metric: Metric, *records: Statistics, today: date = TODAY, span: str = "2024", **more: Any) -> Figure:
    """Return the figure of an agency, ``so-thu`` if no other is named."""
    agency = more.pop("agency", "so-thu")
    return figure_of(metric, Scope(agency, span_of(Period(span))), known(*records, today=today, **more))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.metric.value)
def test_a_figure_adds_up_periods_and_names_those_that_do_not_tell(case: Case) -> None:
    """Parts and wholes of two quarters are summed, not their percentages; a quarter without the figure is left out."""
    names = ("2024-q1", "2024-q2")
    days = (date(2024, 3, 31), date(2024, 6, 30))
    records = [period_figures(name, day, **keys) for name, day, keys in zip(names, days, case.periods, strict=True)]
    figure = counted(case.metric, *records)
    told = dict(zip((f"so-thu/{name}" for name in names), case.told, strict=True))
    assert {each.id: (each.part, each.whole) for each in figure.entries} == {
        key: each for key, each in told.items() if each
    }
    assert {each.id: each.why for each in figure.left} == {
        key: Why.NOT_TOLD for key, each in told.items() if each is None
    }
    assert figure.share == Decimal(case.share)
    assert figure.as_of == max(day for day, each in zip(days, case.told, strict=True) if each)
    assert figure.decides


def figures(period: str, *rows: Keys, **keys: Any) -> Statistics:
    """Return the figures of a period, closed on its last day."""
    return period_figures(period, span_of(Period(period))[1], rows=list(rows), **keys)


def used(figure: Figure) -> list[str]:
    """Return the periods that a figure counts."""
    return [each.id.removeprefix("so-thu/") for each in figure.entries]


def test_what_is_pending_is_that_of_the_last_period() -> None:
    """Columns 13 / 11 at the end of the last period that tells: 3 of 10, not 9 of 60."""
    quarters = (figures("2024-q1", FIRST, SECOND), figures("2024-q2", THIRD), figures("2024-q3"))
    figure = counted(Metric.OVERDUE_PENDING, *quarters)
    assert [(each.id, each.part, each.whole) for each in figure.entries] == [("so-thu/2024-q2", 3, 10)]
    assert (figure.share, [each.id for each in figure.left]) == (Decimal("30.0"), ["so-thu/2024-q3"])


@pytest.mark.parametrize(
    ("periods", "chosen"),
    [
        (["q1", "q2", "h1"], ["h1"]),
        (["q1", "q2", "q3", "h1", "9m"], ["9m"]),
        (["q1", "q2", "q3", "q4", "h1", "h2", "9m", ""], [""]),
        (["h1", "q2", "q3"], ["h1", "q3"]),
        (["h1", "9m", "q4"], ["9m", "q4"]),
        (["h1", "9m", "h2"], ["h1", "h2"]),
        (["m01", "m02", "m03", "q1"], ["q1"]),
        (["m01", "m02", "q1", "m04"], ["q1", "m04"]),
        (["q1", "m02", "q3"], ["q1", "q3"]),
    ],
    ids=" ".join,
)
def test_no_month_is_counted_twice_and_none_is_lost(periods: list[str], chosen: list[str]) -> None:
    """Of periods that overlap those count that together are the longest; of equals the fewest."""
    ids = {part: f"2024-{part}" if part else "2024" for part in periods}
    figure = counted(Metric.RESOLVED_ON_TIME, *(figures(ids[part], THIRD) for part in periods), today=date(2025, 1, 1))
    assert used(figure) == [ids[part] for part in chosen]
    assert (figure.numerator, figure.denominator) == (90 * len(chosen), 90 * len(chosen))


def test_a_period_that_does_not_tell_hides_no_other() -> None:
    """A survey of half a year stands beside the dossiers of its quarters: each figure counts what tells it."""
    half = period_figures("2024-h1", date(2024, 6, 30), **SURVEY)
    records = (figures("2024-q1", FIRST), figures("2024-q2", THIRD), half)
    assert used(counted(Metric.RESOLVED_ON_TIME, *records)) == ["2024-q1", "2024-q2"]
    assert used(counted(Metric.SATISFACTION, *records)) == ["2024-h1"]


def test_a_record_of_a_later_day_is_not_counted() -> None:
    """Figures closed after today, or of another year, do not count, and do not push aside those that do."""
    later = period_figures("2024", date(2024, 10, 16), rows=[FIRST])
    records = (figures("2024-q1", THIRD), figures("2023-q4", FIRST), figures("2025-q1", FIRST), later)
    assert used(counted(Metric.RESOLVED_ON_TIME, *records)) == ["2024-q1"]
    assert used(counted(Metric.RESOLVED_ON_TIME, *records, today=date(2024, 10, 16))) == ["2024"]


def body(key: str, parent: str | None = None) -> Agency:
    """Return an agency."""
    return Agency.model_validate(
        {"id": key, "name": key, "kind": "department", **({"parent": parent} if parent else {})}
    )


TREE = (body("tinh"), body("so-thu", "tinh"), body("so-hai", "tinh"), body("phong", "so-hai"), body("la"))


def test_a_province_counts_its_departments() -> None:
    """It has no figures of its own: those of both departments count, of one by its unit; others' do not."""
    records = (
        figures("2024-h1", FIRST),
        figures("2024-q1", SECOND, agency="phong"),
        figures("2024-q2", THIRD, agency="phong"),
        figures("2024-q1", FIRST, agency="la"),
    )
    figure = counted(Metric.RESOLVED_ON_TIME, *records, agencies=TREE, agency="tinh")
    assert [each.id for each in figure.entries] == ["phong/2024-q1", "phong/2024-q2", "so-thu/2024-h1"]
    assert (figure.numerator, figure.denominator) == (39 + 90 + 110, 40 + 90 + 120)
    pending = counted(Metric.OVERDUE_PENDING, *records, agencies=TREE, agency="tinh")
    assert [(each.id, each.part, each.whole) for each in pending.entries] == [
        ("phong/2024-q2", 3, 10),
        ("so-thu/2024-h1", 6, 30),
    ]


def test_a_province_with_figures_of_its_own_counts_those_alone() -> None:
    """What it tells itself is not added to what its departments tell; what it does not tell is theirs."""
    own = figures("2024-h1", THIRD, agency="tinh")
    records = (own, figures("2024-h1", FIRST, **SURVEY))
    figure = counted(Metric.RESOLVED_ON_TIME, *records, agencies=TREE, agency="tinh")
    assert [each.id for each in figure.entries] == ["tinh/2024-h1"]
    survey = counted(Metric.SATISFACTION, *records, agencies=TREE, agency="tinh")
    assert [each.id for each in survey.entries] == ["so-thu/2024-h1"]
    assert [(each.id, each.why) for each in survey.left] == [("tinh/2024-h1", Why.NOT_TOLD)]


MARCH, JUNE, SEPTEMBER = ({"kind": "by", "date": day} for day in ("31/3/2024", "30/6/2024", "30/9/2024"))
EVERY = {"kind": "every", "periods": ["quarter"]}
PROVEN, SAID = {"state": "done", "evidence": [PROOF]}, {"state": "done"}
STARTED = {"state": "in-progress"}
TASKS: tuple[tuple[Keys | None, Keys, tuple[int, int] | Why], ...] = (
    (MARCH, PROVEN, (1, 1)),
    (MARCH, SAID, (0, 1)),
    (MARCH, STARTED, (0, 1)),
    (MARCH, {"state": "dropped"}, (0, 1)),
    (JUNE, STARTED, Why.NOT_DUE),
    (SEPTEMBER, PROVEN, (1, 1)),
    (SEPTEMBER, SAID, Why.NOT_DUE),
    (SEPTEMBER, {"state": "dropped"}, Why.NOT_DUE),
    (EVERY, STARTED, Why.ENDLESS),
    (EVERY, {**STARTED, "delivered": ["2024-q1", "2024-q2"], "evidence": [PROOF]}, Why.ENDLESS),
    ({"kind": "continuous"}, PROVEN, Why.ENDLESS),
    ({"kind": "from", "date": "1/1/2024"}, STARTED, Why.ENDLESS),
    ({"kind": "when", "condition": "có hướng dẫn"}, PROVEN, Why.UNDATED),
    ({"kind": "issued"}, SAID, Why.UNDATED),
    (None, PROVEN, Why.UNDATED),
)


def completion(day: date, tasks: tuple[tuple[Keys | None, Keys, Any], ...], *, told: bool = True) -> Figure:
    """Return the completion of a plan, each task of which was reported on 1/2/2024."""
    asked = [{"id": str(n), "area": "procedures", "text": "Việc", "due": due} for n, (due, _, _) in enumerate(tasks)]
    said = [{"task": str(number), **report} for number, (_due, report, _told) in enumerate(tasks)]
    record, report = plan(tasks=asked), progress(date(2024, 2, 1), tasks=said)
    return plan_view(record, facts(plans=(record,), progress=(report,) if told else (), today=day)).completion


def test_completion_counts_proven_tasks_of_those_whose_time_is_over() -> None:
    """On 30/6/2024, that day still in time: 2 of 5; what recurs, has no day or is not due is left out, and says why."""
    figure = completion(date(2024, 6, 30), TASKS)
    found = {each.id: (each.part, each.whole) for each in figure.entries} | {each.id: each.why for each in figure.left}
    assert [found[str(number)] for number in range(len(TASKS))] == [told for _due, _report, told in TASKS]
    assert figure.share == Decimal("40.0")


def test_completion_of_later_days_and_of_a_plan_that_never_reported() -> None:
    """On 1/10/2024 the tasks of June and September are over, too: 2 of 8; without a report there is no share."""
    assert completion(date(2024, 10, 1), TASKS).share == Decimal("25.0")
    silent = completion(date(2024, 10, 1), TASKS, told=False)
    assert (silent.share, [each.why for each in silent.left[:8]]) == (None, [Why.NO_REPORT] * 8)


def test_one_undated_task_done_does_not_make_a_plan_complete() -> None:
    """Of ten tasks without a day one is done: no share, rather than 100 %."""
    figure = completion(date(2024, 12, 31), ((None, PROVEN, None), *((None, STARTED, None),) * 9))
    assert (figure.share, len(figure.left)) == (None, 10)

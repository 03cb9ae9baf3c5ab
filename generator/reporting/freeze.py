"""From the facts of one day to the content of a report: no clock, no version, no trace of where the data came from."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from generator import words
from generator.derive.due import span_of
from generator.derive.metrics import Scope
from generator.derive.metrics.formula import statistics_of
from generator.derive.plans import plan_view
from generator.derive.views import PlanView, TargetState, TaskState
from generator.facts import Facts
from generator.model.codes import Slug
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.report import FrozenBudget, FrozenReport, FrozenTarget, PlanNamed, StateCount
from generator.model.times import Period
from generator.reporting.figures import Figures, figures_of
from generator.reporting.items import targets_of, tasks_of
from generator.reporting.letterhead import Paper, letterhead
from generator.reporting.outline import outlined
from generator.reporting.parts import made
from generator.reporting.workings import Desk

S = TypeVar("S", TaskState, TargetState)
LATE = (TaskState.OVERDUE, TaskState.LAGGING)


def frozen(plan: Plan, period: Period, facts: Facts, paper: Paper) -> FrozenReport:
    """Return the content of the report on ``plan`` for ``period``, as of the day of ``facts``."""
    day = facts.clock.today
    view, desk = plan_view(plan, facts), Desk(plan, facts)
    scope = Scope(str(plan.agency), span_of(period))
    progress = next((each for each in view.reports if each.period == period), None)
    figures = figures_of(statistics_of(scope, facts), facts)
    indicators = desk.indicators(scope, words.period(period))
    targets = targets_of(view, day, desk)
    bare = made(
        FrozenReport,
        plan=plan.id,
        period=period,
        as_of=day,
        illustration=view.illustration or None,
        letterhead=letterhead(plan, period, paper, facts),
        about=_about(plan),
        missing=tuple(_missing(view, targets, period, progress, figures)),
        task_counts=_counts(TaskState, [each.state for each in view.tasks]),
        target_counts=_counts(TargetState, [each.state for each in view.targets]),
        targets=targets,
        tasks=tasks_of(view, day, facts),
        indicators=indicators,
        form=figures.form,
        outcomes=figures.outcomes,
        satisfaction=figures.satisfaction,
        feedback=figures.feedback,
        budget=_budget(view),
        workings=tuple(desk.workings.values()),
        records=tuple(desk.records.values()),
    )
    return outlined(bare, progress)


def _about(plan: Plan) -> PlanNamed:
    return made(
        PlanNamed,
        title=plan.title,
        kind=plan.kind,
        number=plan.number,
        date=words.day(plan.date) or None,
        period=plan.period,
    )


def _counts(states: Iterable[S], found: list[S]) -> tuple[StateCount, ...]:
    """Return how many are in each state that occurs, in the order of the states."""
    return tuple(
        made(StateCount, state=Slug(each.key), words=each.label, count=found.count(each))
        for each in states
        if each in found
    )


def _budget(view: PlanView) -> FrozenBudget | None:
    """Return the money: what the plan sets, else what its tasks add up to."""
    budget = view.record.budget
    for_tasks = [task.budget_vnd for task in view.record.tasks if task.budget_vnd is not None]
    planned = budget.total_vnd if budget and budget.total_vnd is not None else sum(for_tasks) if for_tasks else None
    found = made(FrozenBudget, total_vnd=planned, spent_vnd=view.spent_vnd, source=budget.source if budget else None)
    return found if found.model_fields_set else None


def _missing(
    view: PlanView, targets: Iterable[FrozenTarget], period: Period, progress: Progress | None, figures: Figures
) -> Iterator[str]:
    """Yield what the report would tell if somebody gave it, and who would."""
    agency, of_period = view.agency.name, words.period(period)
    if progress is None:
        yield f"Chưa có báo cáo tiến độ {of_period}; {agency} cung cấp."
    for name, figure in (
        ("số hồ sơ theo biểu II.06a", figures.form),
        ("kết quả khảo sát hài lòng", figures.satisfaction),
        ("số phản ánh, kiến nghị", figures.feedback),
    ):
        if figure is None:
            yield f"Chưa có {name} {of_period}; {agency} cung cấp."
    for target in targets:
        if target.state == TargetState.NO_DATA.key and not (target.counted or target.reported):
            yield f"Chưa có số liệu của chỉ tiêu {target.target}; {words.listed(target.units) or agency} cung cấp."
    silent = [task.record.id for task in view.tasks if task.report is None and task.state in LATE]
    if silent:
        yield f"Chưa có báo cáo về nhiệm vụ {words.listed(silent)}; đơn vị chủ trì cung cấp."
    if view.spent_vnd is None:
        yield f"Chưa có số tiền đã chi; {agency} cung cấp."

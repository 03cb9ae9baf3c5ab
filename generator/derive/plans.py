"""Plans as of today: the state of each task and target, from what was promised and what was reported."""

from datetime import date
from decimal import Decimal
from functools import partial

from generator.cards import AgencyCard
from generator.derive.due import last_day
from generator.derive.views import PlanView, TargetState, TargetView, TaskState, TaskView
from generator.facts import Facts
from generator.model import times
from generator.model.parts import Evidence
from generator.model.plan import Comparator, Measure, Plan, Target, Task, Unit
from generator.model.progress import Progress, ReportedState, TargetProgress, TaskProgress

ENDED = {ReportedState.DONE: TaskState.DECLARED, ReportedState.DROPPED: TaskState.DROPPED}
RECURRING = (times.DueEvery, times.DueContinuous, times.DueFrom)


def plan_view(plan: Plan, facts: Facts) -> PlanView:
    """Return ``plan`` with states as of today, from all its progress reports up to that day."""
    today = facts.clock.today
    found = (facts.whole("progress", each) for each in facts.pointing("progress", "plan", str(plan.id)))
    reports = tuple(sorted((each for each in found if each.as_of <= today), key=lambda each: each.as_of))
    return PlanView(
        record=plan,
        agency=facts.agencies[plan.agency],
        illustration=facts.is_illustration(plan.agency),
        tasks=tuple(_task(task, reports, facts) for task in plan.tasks),
        targets=tuple(_target(target, reports, today) for target in plan.targets),
        reports=reports,
        children=tuple(facts.plans[each] for each in facts.pointing("plans", "parent", str(plan.id))),
    )


def plan_views(facts: Facts) -> list[PlanView]:
    """Return every plan with its states, the latest period first."""
    views = [facts.notebook.once(("plan-view", key), partial(_view_at, key, facts)) for key in facts.plans]
    return sorted(views, key=lambda view: (view.record.period, view.record.id), reverse=True)


def _view_at(key: str, facts: Facts) -> PlanView:
    return plan_view(facts.whole("plans", key), facts)


def _task(task: Task, reports: tuple[Progress, ...], facts: Facts) -> TaskView:
    report = _merged([entry for each in reports for entry in each.tasks if entry.task == task.id])
    last = last_day(task.due)
    days = (facts.clock.today - last).days if last else None
    return TaskView(
        record=task,
        state=_task_state(task, report, reported=bool(reports), days=days, facts=facts),
        last_day=last,
        days=days,
        report=report,
        leads=_agencies(task.lead, facts),
        coordinators=_agencies(task.coordinate, facts),
    )


def _merged(entries: list[TaskProgress]) -> TaskProgress | None:
    """Return the latest entry with the evidence and delivered periods of all of them."""
    if not entries:
        return None
    evidence: dict[str, Evidence] = {repr(each): each for entry in entries for each in entry.evidence}
    delivered = dict.fromkeys(each for entry in entries for each in entry.delivered)
    return entries[-1].model_copy(update={"evidence": tuple(evidence.values()), "delivered": tuple(delivered)})


def _task_state(
    task: Task, report: TaskProgress | None, *, reported: bool, days: int | None, facts: Facts
) -> TaskState:
    """Return the state; a plan without any report says so and is not called late."""
    if isinstance(task.due, times.DueIssued) and not report:
        return TaskState.DECLARED
    if not reported:
        return TaskState.NO_REPORT
    if report and report.state in ENDED:
        return TaskState.PROVEN if report.evidence and report.state is ReportedState.DONE else ENDED[report.state]
    if days is not None and days > 0:
        return TaskState.OVERDUE
    if days is not None and -days <= facts.site.due_soon_days:
        return TaskState.DUE_SOON
    return _unhurried(task, report)


def _unhurried(task: Task, report: TaskProgress | None) -> TaskState:
    if isinstance(task.due, RECURRING):
        return TaskState.RECURRING
    if report and report.state is ReportedState.IN_PROGRESS:
        return TaskState.IN_PROGRESS
    return TaskState.WAITING if isinstance(task.due, times.DueWhen) else TaskState.OPEN


def _agencies(ids: tuple[str, ...], facts: Facts) -> tuple[AgencyCard, ...]:
    return tuple(facts.agencies[each] for each in ids)


def _target(target: Target, reports: tuple[Progress, ...], today: date) -> TargetView:
    entries = [entry for each in reports for entry in each.targets if entry.target == target.id]
    report = entries[-1] if entries else None
    value = value_of(report)
    measure = target.measure
    top = _scale(measure, value)
    return TargetView(
        record=target,
        state=_target_state(target, value, today),
        value=value,
        report=report,
        share=_percent(value, top),
        mark=_percent(measure.value, top) if measure else None,
    )


def value_of(report: TargetProgress | None) -> Decimal | None:
    """Return the reported value, or the percentage of its numerator and denominator; None when nothing arose."""
    if report is None:
        return None
    if report.value is not None:
        return report.value
    if report.numerator is None or not report.denominator:
        return None
    return round(Decimal(100 * report.numerator) / report.denominator, 1)


def _target_state(target: Target, value: Decimal | None, today: date) -> TargetState:
    if target.measure is None:
        return TargetState.WORDS_ONLY
    if value is None:
        return TargetState.NO_DATA
    if is_met(target.measure, value):
        return TargetState.MET
    last = last_day(target.due)
    return TargetState.MISSED if last and last < today else TargetState.BEHIND


def is_met(measure: Measure, value: Decimal) -> bool:
    """Return whether ``value`` is what the measure asks for."""
    match measure.comparator:
        case Comparator.AT_LEAST:
            return value >= measure.value
        case Comparator.MORE_THAN:
            return value > measure.value
        case Comparator.AT_MOST:
            return value <= measure.value
        case Comparator.LESS_THAN:
            return value < measure.value
        case Comparator.BETWEEN:
            return measure.value <= value <= (measure.value if measure.value_to is None else measure.value_to)
    return value == measure.value


def _scale(measure: Measure | None, value: Decimal | None) -> Decimal:
    """Return what a full bar means: 100 for percentages, else a quarter more than the largest figure."""
    if measure is None or measure.unit is Unit.PERCENT:
        return Decimal(100)
    largest = max(abs(each) for each in (measure.value, measure.value_to or Decimal(0), value or Decimal(0)))
    return largest * Decimal("1.25") or Decimal(1)


def _percent(value: Decimal | None, top: Decimal) -> float:
    if value is None:
        return 0.0
    return round(float(min(max(value / top, Decimal(0)), Decimal(1)) * 100), 1)

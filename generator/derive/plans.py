"""Plans as of today: what was promised, what was reported, and what the records say of it."""

from functools import partial

from generator.derive.due import span_of
from generator.derive.metrics import Scope, completion_of
from generator.derive.routines import routines_of
from generator.derive.targets import target_view
from generator.derive.tasks import task_view
from generator.derive.views import PlanView, TaskView
from generator.facts import Facts
from generator.model.plan import Plan
from generator.model.progress import Progress


def plan_view(plan: Plan, facts: Facts) -> PlanView:
    """Return ``plan`` with states as of today, from all its progress reports up to that day."""
    reports = reports_of(str(plan.id), facts)
    tasks = tuple(task_view(task, plan, reports, facts) for task in plan.tasks)
    done = completion_of(tasks, facts)
    scope = Scope(str(plan.agency), span_of(plan.period), done if reports else None)
    return PlanView(
        record=plan,
        agency=facts.agencies[plan.agency],
        illustration=facts.is_illustration(plan.agency),
        tasks=tasks,
        targets=tuple(target_view(target, plan, reports, scope, facts) for target in plan.targets),
        reports=reports,
        children=tuple(facts.plans[each] for each in facts.pointing("plans", "parent", str(plan.id))),
        completion=done,
        routines=routines_of(plan, reports, facts),
        spent_vnd=_spent(plan, tasks),
    )


def reports_of(plan: str, facts: Facts) -> tuple[Progress, ...]:
    """Return the progress reports on a plan up to today, the earliest first."""
    found = (facts.whole("progress", each) for each in facts.pointing("progress", "plan", plan))
    return tuple(sorted((each for each in found if facts.clock.has_come(each.as_of)), key=lambda each: each.as_of))


def plan_views(facts: Facts) -> list[PlanView]:
    """Return every plan with its states, the latest period first."""
    views = [view_at(key, facts) for key in facts.plans]
    return sorted(views, key=lambda view: (view.record.period, view.record.id), reverse=True)


def view_at(key: str, facts: Facts) -> PlanView:
    """Return the plan of an id with its states; made once in a process."""
    return facts.notebook.once(("plan-view", key), partial(_view, key, facts))


def _view(key: str, facts: Facts) -> PlanView:
    return plan_view(facts.whole("plans", key), facts)


def _spent(plan: Plan, tasks: tuple[TaskView, ...]) -> int | None:
    """Return what was spent, in đồng: the plan's own figure, or the sum of its tasks'; None when not known."""
    if plan.budget and plan.budget.spent_vnd is not None:
        return plan.budget.spent_vnd
    known = [task.spent_vnd for task in tasks if task.spent_vnd is not None]
    return sum(known) if known else None

"""How much of a plan is done, proven by evidence."""

from collections.abc import Iterable

from generator.derive.figure import Entry, Figure, Left, Why
from generator.derive.metrics.formula import Scope
from generator.derive.tasks import RECURRING
from generator.derive.views import TaskState, TaskView
from generator.facts import Facts
from generator.model.plan import Metric


def completion_of(tasks: Iterable[TaskView], facts: Facts) -> Figure:
    """Return how many of the tasks with a last day that has passed, or that are proven before it, are proven.

    A task that was only said to be done, or was given up, is in the denominator from its last day on.  What recurs or
    has no last day is left out even when it is done: counted only then, it could not but raise the share.
    """
    entries, left = [], []
    for task in tasks:
        why = _left_out(task, facts)
        if why:
            left.append(Left("tasks", task.record.id, why))
        else:
            entries.append(Entry("tasks", task.record.id, int(task.state is TaskState.PROVEN), 1))
    return Figure(Metric.PLAN_COMPLETION, tuple(entries), tuple(left))


def _left_out(task: TaskView, facts: Facts) -> Why | None:
    if isinstance(task.record.due, RECURRING):
        return Why.ENDLESS
    if task.last_day is None:
        return Why.UNDATED
    if task.state is TaskState.NO_REPORT:
        return Why.NO_REPORT
    return None if task.state is TaskState.PROVEN or facts.clock.is_after(task.last_day) else Why.NOT_DUE


def of_plan(scope: Scope, _facts: Facts) -> Figure:
    """Return the completion of the plan that asks; nothing where none does."""
    return scope.completion or Figure(Metric.PLAN_COMPLETION, decides=False)

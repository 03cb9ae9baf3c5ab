"""How much of a plan is done, proven by evidence."""

from collections.abc import Iterable

from generator.derive.figure import Entry, Figure, Left, Why
from generator.derive.metrics.formula import Scope
from generator.derive.views import TaskState, TaskView
from generator.facts import Facts
from generator.model.plan import Metric

ENDLESS = frozenset({TaskState.RECURRING, TaskState.LAGGING})
DONE = frozenset({TaskState.PROVEN, TaskState.DECLARED})


def completion_of(tasks: Iterable[TaskView], facts: Facts) -> Figure:
    """Return how many of the tasks whose time is over, or that are done, are done with evidence.

    A task that was only said to be done, or was given up, stays in the denominator.
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
    if task.state in ENDLESS:
        return Why.ENDLESS
    if task.state in DONE:
        return None
    if task.last_day is None:
        return Why.UNDATED
    return None if facts.clock.is_after(task.last_day) else Why.NOT_DUE


def of_plan(scope: Scope, _facts: Facts) -> Figure:
    """Return the completion of the plan that asks; nothing where none does."""
    return scope.completion or Figure(Metric.PLAN_COMPLETION, decides=False)

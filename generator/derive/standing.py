"""Where reform stands: what is late, due soon, behind or newly done, over all plans."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.cards import AgencyCard
from generator.derive.views import PlanView, TargetState, TargetView, TaskState, TaskView
from generator.facts import Facts
from generator.model.plan import Area

NEW_FOR = timedelta(days=90)
BEHIND = frozenset({TargetState.MISSED, TargetState.BEHIND, TargetState.NOT_YET})


@dataclass(frozen=True)
class Found:
    """A task with its plan."""

    plan: PlanView
    task: TaskView


@dataclass(frozen=True)
class FoundTarget:
    """A target with its plan."""

    plan: PlanView
    target: TargetView


@dataclass(frozen=True)
class Tally:
    """How many tasks of a unit, or of an area, are in which state; only of plans with reports."""

    name: str
    plan: PlanView | None
    agency: AgencyCard | None
    tasks: tuple[TaskView, ...]

    def count(self, *states: TaskState) -> int:
        """Return how many of the tasks are in one of ``states``."""
        return sum(task.state in states for task in self.tasks)


def tasks_in(plans: Iterable[PlanView], *states: TaskState) -> list[Found]:
    """Return the tasks in one of ``states`` of plans with reports: the longest late or the soonest due first."""
    found = [Found(plan, task) for plan in plans if plan.reports for task in plan.tasks if task.state in states]
    return sorted(found, key=lambda each: -(each.task.days if each.task.days is not None else -100_000))


def newly_done(plans: Iterable[PlanView], facts: Facts) -> list[Found]:
    """Return the tasks done with evidence in the last 90 days, the latest first."""
    found = [each for each in tasks_in(plans, TaskState.PROVEN) if (day := done_on(each.task)) and _is_new(day, facts)]
    return sorted(found, key=lambda each: done_on(each.task) or date.min, reverse=True)


def done_on(task: TaskView) -> date | None:
    """Return the day on which a task was done, as reported."""
    return task.report.done_on if task.report else None


def _is_new(day: date, facts: Facts) -> bool:
    return not facts.clock.is_after(day + NEW_FOR)


def targets_behind(plans: Iterable[PlanView]) -> list[FoundTarget]:
    """Return the targets that are not met, those whose time is over first."""
    found = [FoundTarget(plan, each) for plan in plans for each in plan.targets if each.state in BEHIND]
    order = list(TargetState)
    return sorted(found, key=lambda each: -order.index(each.target.state))


def by_unit(plans: Iterable[PlanView]) -> list[Tally]:
    """Return the tasks of each leading unit under each plan with reports."""
    found: dict[tuple[str, str], tuple[PlanView, AgencyCard, list[TaskView]]] = {}
    for plan, task in _reported(plans):
        for lead in task.leads:
            found.setdefault((plan.record.id, lead.id), (plan, lead, []))[2].append(task)
    tallies = [Tally(lead.name, plan, lead, tuple(tasks)) for plan, lead, tasks in found.values()]
    return sorted(tallies, key=_most_late)


def by_area(plans: Iterable[PlanView]) -> list[Tally]:
    """Return the tasks of each area of reform, over all plans with reports."""
    tasks = [task for _plan, task in _reported(plans)]
    tallies = [
        Tally(area.label, None, None, tuple(each for each in tasks if each.record.area is area)) for area in Area
    ]
    return [each for each in tallies if each.tasks]


def _reported(plans: Iterable[PlanView]) -> Iterator[tuple[PlanView, TaskView]]:
    return ((plan, task) for plan in plans if plan.reports for task in plan.tasks)


def _most_late(tally: Tally) -> tuple[int, str]:
    return -tally.count(TaskState.OVERDUE, TaskState.LAGGING), tally.name

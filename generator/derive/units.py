"""What each unit has to do under a plan: its tasks, targets, duties and reports."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.cards import AgencyCard
from generator.derive.routines import Routine
from generator.derive.views import PlanView, TargetView, TaskState, TaskView
from generator.facts import Facts


@dataclass(frozen=True)
class UnitView:
    """A unit with what a plan gives it: what it leads, and the tasks in which it takes part."""

    agency: AgencyCard
    tasks: tuple[TaskView, ...]
    helps: tuple[TaskView, ...]
    targets: tuple[TargetView, ...]
    duties: tuple[str, ...]
    people: tuple[str, ...]
    routines: tuple[Routine, ...]

    def count(self, *states: TaskState) -> int:
        """Return how many of the tasks that it leads are in one of ``states``."""
        return sum(task.state in states for task in self.tasks)


def units_of(view: PlanView, facts: Facts) -> tuple[UnitView, ...]:
    """Return the units that a plan names as leading, responsible or reporting, in the order in which it names them."""
    record = view.record
    named = [
        *(lead for task in record.tasks for lead in task.lead),
        *(lead for target in record.targets for lead in target.lead),
        *(duty.unit for duty in record.duties),
        *(by for report in record.reporting for by in report.by),
    ]
    return tuple(unit_of(str(each), view, facts) for each in dict.fromkeys(named))


def unit_of(unit: str, view: PlanView, facts: Facts) -> UnitView:
    """Return what a plan gives to a unit."""
    duties = [duty for duty in view.record.duties if duty.unit == unit]
    return UnitView(
        agency=facts.agencies[unit],
        tasks=tuple(task for task in view.tasks if _has(task.leads, unit)),
        helps=tuple(task for task in view.tasks if _has(task.coordinators, unit) and not _has(task.leads, unit)),
        targets=tuple(target for target in view.targets if unit in target.record.lead),
        duties=tuple(text for duty in duties for text in duty.duties),
        people=tuple(dict.fromkeys(duty.person for duty in duties if duty.person)),
        routines=tuple(each for each in view.routines if unit in each.record.by),
    )


def _has(agencies: Iterable[AgencyCard], unit: str) -> bool:
    return any(each.id == unit for each in agencies)

"""What is not known of a plan, and who would tell: the honest other side of every count."""

from dataclasses import dataclass, field

from generator.cards import AgencyCard
from generator.derive.views import PlanView, TargetState, TaskState
from generator.facts import Facts


@dataclass
class Wanting:
    """What one body has to tell: targets without a value, tasks never reported, tasks said to be done without proof."""

    agency: AgencyCard
    targets: list[str] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)
    proofs: list[str] = field(default_factory=list)


def wanting(view: PlanView, facts: Facts) -> tuple[Wanting, ...]:
    """Return what is missing of a plan by who would tell it: the leading unit, else who issued the plan."""
    found: dict[str, Wanting] = {}

    def of(leads: tuple[str, ...]) -> Wanting:
        body = str(leads[0]) if leads else view.agency.id
        return found.setdefault(body, Wanting(facts.agencies[body]))

    for target in view.targets:
        if target.state is TargetState.NO_DATA:
            of(target.record.lead).targets.append(target.record.id)
    for task in view.tasks:
        if task.report is None:
            of(task.record.lead).tasks.append(task.record.id)
        if task.state is TaskState.DECLARED:
            of(task.record.lead).proofs.append(task.record.id)
    return tuple(found.values())

"""Which target of a plan is carried by which plans under it, and which by nobody."""

from dataclasses import dataclass

from generator.derive.plans import view_at
from generator.derive.views import PlanView, TargetView
from generator.facts import Facts


@dataclass(frozen=True)
class Carried:
    """A target with the targets of plans below that serve it, each with its plan."""

    target: TargetView
    carriers: tuple[tuple[PlanView, TargetView], ...]


def rollup(view: PlanView, facts: Facts) -> tuple[Carried, ...]:
    """Return every target of a plan with who carries it; nothing for a plan without plans under it."""
    below = [view_at(child.id, facts) for child in view.children]
    return tuple(Carried(target, _carriers(target, below)) for target in view.targets if below)


def _carriers(target: TargetView, below: list[PlanView]) -> tuple[tuple[PlanView, TargetView], ...]:
    return tuple((plan, each) for plan in below for each in plan.targets if target.record.id in each.record.carries)

"""Frozen reports: which versions there are, and which is the latest."""

from generator.cards import FrozenCard
from generator.facts import Facts
from generator.model.times import Period


def versions_of(plan: str, facts: Facts) -> dict[Period, list[FrozenCard]]:
    """Return the versions of each period of a plan, the newest period first, in it the first version first."""
    cards = [facts.frozen[key] for key in facts.pointing("reports", "plan", plan)]
    found: dict[Period, list[FrozenCard]] = {}
    for card in sorted(cards, key=lambda card: (card.period.months[2:], card.period, -card.version), reverse=True):
        found.setdefault(card.period, []).append(card)
    return found


def latest_of(plan: str, facts: Facts) -> dict[Period, FrozenCard]:
    """Return the latest version of each period of a plan, the newest period first."""
    return {period: cards[-1] for period, cards in versions_of(plan, facts).items()}


def frozen_of(plan: str, facts: Facts) -> tuple[FrozenCard, ...]:
    """Return the latest version of each period of a plan, the newest period first; pages link to them."""
    return tuple(latest_of(plan, facts).values())

"""What a formula is, and whose records it looks at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.cards import ProcedureCard
from generator.derive.due import span_of
from generator.derive.figure import Figure
from generator.facts import Facts
from generator.model.plan import Metric
from generator.model.statistics import Statistics

Span = tuple[date, date]


@dataclass(frozen=True)
class Scope:
    """Whose figure and of what time: an agency with all bodies under it, from a first to a last day.

    ``completion`` is the figure of the plan's own tasks, where a plan asks.
    """

    agency: str
    span: Span
    completion: Figure | None = None


@dataclass(frozen=True)
class Formula:
    """How an indicator is counted, in words for people; ``law`` names where it comes from, ``source`` what is read.

    ``lower_is_better`` tells which way is good.
    """

    metric: Metric
    numerator: str
    denominator: str
    leaves_out: str
    law: str
    source: str
    count: Callable[[Scope, Facts], Figure]
    lower_is_better: bool = False


def bodies_of(agency: str, facts: Facts) -> list[str]:
    """Return an agency, its units and members, and all bodies under them, each once."""
    found = [agency]
    for each in found:
        below = (*facts.pointing("agencies", "parent", each), *_members(each, facts))
        found.extend(one for one in below if one not in found)
    return found


def _members(agency: str, facts: Facts) -> tuple[str, ...]:
    return tuple(target for relation, target in facts.agencies[agency].points if relation == "member")


def procedures_of(agency: str, facts: Facts) -> list[ProcedureCard]:
    """Return the procedures that an agency, or a body under it, decides or carries out."""
    bodies = bodies_of(agency, facts)
    codes = sorted({code for body in bodies for code in facts.pointing("procedures", "agency", body)})
    cards = [facts.procedures[code] for code in codes]
    return [card for card in cards if not set(bodies).isdisjoint(card.agencies)]


def statistics_of(scope: Scope, facts: Facts) -> list[tuple[str, Statistics]]:
    """Return the figures of an agency within a time, by their ids; where it has none, those of the bodies under it.

    No month is counted twice: of periods that overlap, the longer one counts.
    """
    own = list(_cover(scope.agency, scope.span, facts))
    if own:
        return own
    below = facts.pointing("agencies", "parent", scope.agency)
    return [found for body in below for found in statistics_of(Scope(body, scope.span), facts)]


def _cover(agency: str, span: Span, facts: Facts) -> Iterator[tuple[str, Statistics]]:
    keys = facts.pointing("statistics", "agency", agency)
    spans = {key: span_of(facts.reports["statistics"][key].period) for key in keys}
    inside = [key for key in keys if span[0] <= spans[key][0] and spans[key][1] <= span[1]]
    taken: list[Span] = []
    chosen: list[tuple[str, Statistics]] = []
    for key in sorted(inside, key=lambda key: (spans[key][0] - spans[key][1], spans[key])):
        record: Statistics = facts.whole("statistics", key)
        if facts.clock.has_come(record.as_of) and not any(_overlap(spans[key], other) for other in taken):
            taken.append(spans[key])
            chosen.append((key, record))
    yield from sorted(chosen, key=lambda found: spans[found[0]])


def _overlap(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]

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
Tells = Callable[[Statistics], bool]


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


def statistics_of(scope: Scope, facts: Facts, tells: Tells = lambda _record: True) -> list[tuple[str, Statistics]]:
    """Return the figures of an agency within a time, by their ids; where it has none, those of the bodies under it.

    Only figures that tell what is asked for count.  No month is counted twice: of periods that overlap, those count
    that together are the longest.
    """
    own = [found for found in _within(scope.agency, scope.span, facts) if tells(found[1])]
    if own:
        return _longest(own)
    below = facts.pointing("agencies", "parent", scope.agency)
    return [found for body in below for found in statistics_of(Scope(body, scope.span), facts, tells)]


def _within(agency: str, span: Span, facts: Facts) -> Iterator[tuple[str, Statistics]]:
    for key in facts.pointing("statistics", "agency", agency):
        first, last = span_of(facts.reports["statistics"][key].period)
        if span[0] <= first and last <= span[1]:
            record: Statistics = facts.whole("statistics", key)
            if facts.clock.has_come(record.as_of):
                yield key, record


def _longest(found: list[tuple[str, Statistics]]) -> list[tuple[str, Statistics]]:
    """Return those whose periods do not overlap and cover the most days, in their order; of equals, the fewest."""
    ordered = sorted(((span_of(each[1].period), each) for each in found), key=lambda pair: pair[0][1])
    best: list[tuple[int, int, list[tuple[str, Statistics]]]] = [(0, 0, [])]
    for span, each in ordered:
        before = sum(other[1] < span[0] for other, _each in ordered)
        days, fewer, chosen = best[before]
        taken = (days + (span[1] - span[0]).days + 1, fewer - 1, [*chosen, each])
        best.append(max(taken, best[-1], key=lambda one: one[:2]))
    return best[-1][2]

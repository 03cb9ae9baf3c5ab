"""Changes of procedures, as of today."""

from collections.abc import Iterable, Iterator

from generator.cards import ProcedureCard
from generator.derive.views import ChangeView
from generator.facts import Facts


def changes_of(card: ProcedureCard, facts: Facts) -> list[ChangeView]:
    """Return the changes of a procedure that have come, the newest first."""
    illustration = facts.is_illustration(*card.agencies)
    come = [change for change in card.changes if facts.clock.has_come(change.date)]
    newest_first = sorted(come, key=lambda change: (change.date, change.number), reverse=True)
    return [ChangeView(change, card, illustration) for change in newest_first]


def changes_among(codes: Iterable[str], facts: Facts) -> list[ChangeView]:
    """Return the changes of some procedures that have come, the newest first."""
    found = [change for code in codes for change in changes_of(facts.procedures[code], facts)]
    return sorted(found, key=lambda each: (each.record.date, each.procedure.code, each.record.number), reverse=True)


def newest_changes(facts: Facts) -> Iterator[ChangeView]:
    """Yield all changes that have come, the newest first; what is not taken is not asked for."""
    for day, code, number in facts.changed():
        if facts.clock.has_come(day):
            card = facts.procedures[code]
            yield ChangeView(card.changes[number - 1], card, facts.is_illustration(*card.agencies))

"""The life of a procedure: when it was announced, changed and ended, by what, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.facts import Facts
from generator.model.choices import ENDED, ChangeKind
from generator.model.procedure import Procedure


@dataclass(frozen=True)
class Event:
    """Something that happened; ``kind`` only for changes, ``decision`` and ``legal`` are ids of what brought it."""

    date: date
    what: str
    kind: ChangeKind | None = None
    reason: str | None = None
    decision: str | None = None
    legal: str | None = None


def history_of(record: Procedure, facts: Facts) -> list[Event]:
    """Return what is known of a procedure's life, the newest first."""
    return sorted(_events(record, facts), key=lambda event: event.date, reverse=True)


def _events(record: Procedure, facts: Facts) -> Iterator[Event]:
    told = {change.decision for change in record.changes}
    days = {change.date for change in record.changes}
    for change in record.changes:
        decision, legal = (str(each) if each else None for each in (change.decision, change.legal))
        yield Event(change.date, change.what, change.kind, change.reason, decision, legal)
    if record.decision and record.decision not in told:
        announced = facts.decisions[record.decision].issued_from
        if announced:
            yield Event(announced, "Được công bố.", decision=str(record.decision))
    if record.status in ENDED and record.effective_to and record.effective_to not in days:
        yield Event(record.effective_to, "Hết hiệu lực.")

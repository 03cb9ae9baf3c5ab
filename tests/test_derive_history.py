"""What is known of a procedure's life is told once, the newest first."""

from datetime import date
from typing import Any

from generator.derive.history import history_of
from generator.model.legal import Decision
from tests.records import SOURCE, facts, procedure

CHANGE = {"date": "2026-03-15", "kind": "major", "what": "Bớt một giấy.", "reason": "Có dữ liệu", "legal": "luat-a"}


def told(**keys: Any) -> list[tuple[date, str]]:
    """Return day and words of each event."""
    record = procedure(**keys)
    decision = Decision.model_validate(
        {"id": "qd-1", "number": "1/QĐ-ST", "agency": "so-thu", "issued_on": "2025-01-02", "source": SOURCE}
    )
    now = facts(procedures=(record,), decisions=(decision,))
    return [(event.date, event.what) for event in history_of(record, now)]


def test_changes_and_the_decision_stand_newest_first() -> None:
    """A decision that no change names is when the procedure was announced."""
    assert told(changes=[CHANGE], decision="qd-1") == [
        (date(2026, 3, 15), "Bớt một giấy."),
        (date(2025, 1, 2), "Được công bố."),
    ]


def test_nothing_is_told_twice() -> None:
    """A decision or an end that a change already tells is not added."""
    changes = [{**CHANGE, "decision": "qd-1"}]
    ended = told(changes=changes, decision="qd-1", status="abolished", effective_to="2026-03-15")
    assert ended == [(date(2026, 3, 15), "Bớt một giấy.")]


def test_the_end_is_told_of_what_has_ended_only() -> None:
    """A day to come on which a procedure in force will end is no history."""
    assert told(status="expired", effective_to="2025-05-01") == [(date(2025, 5, 1), "Hết hiệu lực.")]
    assert told(status="in-force", effective_to="2099-05-01") == []
    assert told() == []

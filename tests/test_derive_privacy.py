"""Rows of form II.06a that are too small to be shown alone."""

import pytest

from generator.derive.privacy import COLUMNS, merged_rows, total_of
from generator.model.codes import FieldRef
from generator.model.statistics import DossierRow


def row(received: int, field: str = "hoi-nghi-quoc-te") -> DossierRow:
    """Return a row whose dossiers all came online and were resolved in time."""
    same = {"received", "received_online", "resolved", "resolved_on_time"}
    counts = {name: received if name in same else 0 for name in COLUMNS}
    return DossierRow.model_construct(None, **counts).model_copy(update={"field": FieldRef(field)})


@pytest.mark.parametrize(
    ("received", "shown"),
    [
        ((9, 5), ((9, 5), False)),
        ((9, 3, 2), ((9, 5), True)),
        ((9, 3, 7), ((9, 10), True)),
        ((9, 0, 1, 4), ((9, 0, 5), True)),
        ((2, 1), ((3,), True)),
        ((0, 0), ((0, 0), False)),
        ((3,), ((3,), False)),
        ((), ((), False)),
    ],
)
def test_small_rows_are_one(received: tuple[int, ...], shown: tuple[tuple[int, ...], bool]) -> None:
    """What is below 5 is added up until nothing below 5 can be told; nothing is lost, zero and a lone row stay."""
    rows, merged = merged_rows([row(each) for each in received], enabled=True)
    assert (tuple(each.received for each in rows), merged) == shown
    assert total_of(rows) == total_of(row(each) for each in received)


def test_the_sum_names_nothing() -> None:
    """The row of several has no field, the others keep theirs and their order."""
    rows, _merged = merged_rows([row(2, "a"), row(8, "b"), row(3, "c"), row(6, "d")], enabled=True)
    assert [each.field for each in rows] == ["b", "d", None]


def test_rows_stay_where_nothing_is_merged() -> None:
    """A record that asks for no merging shows every row."""
    rows = (row(1), row(2))
    assert merged_rows(rows, enabled=False) == (rows, False)

"""Small numbers of form II.06a: rows so small that they may tell who handed in are shown as one.

Law: 91/2025/QH15 (personal data); 63/2010/NĐ-CP, art. 18(4).
"""

from collections.abc import Iterable

from generator.model.statistics import DossierRow

LEAST_SHOWN = 5  # dossiers that a row must have received to stand by itself
FEW = "Thủ tục, lĩnh vực ít hồ sơ"
COLUMNS = tuple(name for name in DossierRow.model_fields if name not in {"field", "procedure"})


def merged_rows(rows: Iterable[DossierRow], *, enabled: bool) -> tuple[tuple[DossierRow, ...], bool]:
    """Return the rows as they may be shown, and whether the last of them stands for several, to be named ``FEW``.

    Rows of 1 to 4 dossiers are added up; while that makes fewer than 5, the next smallest row goes in too, for the
    total less all other rows would tell what is hidden.  A row without any dossier tells nothing and stays, and so does
    a row that is alone: it is the total.
    """
    found = tuple(rows)
    if not enabled or len(found) == 1 or not any(0 < row.received < LEAST_SHOWN for row in found):
        return found, False
    hidden: list[int] = []
    for index, row in sorted(enumerate(found), key=lambda pair: pair[1].received):
        if row.received and (row.received < LEAST_SHOWN or _received(found, hidden) < LEAST_SHOWN):
            hidden.append(index)
    shown = (row for index, row in enumerate(found) if index not in hidden)
    return (*shown, total_of(found[index] for index in hidden)), True


def _received(rows: tuple[DossierRow, ...], indices: list[int]) -> int:
    return sum(rows[index].received for index in indices)


def total_of(rows: Iterable[DossierRow]) -> DossierRow:
    """Return the sum of rows, of no field and no procedure."""
    found = tuple(rows)
    return DossierRow.model_construct(**{name: sum(getattr(row, name) for row in found) for name in COLUMNS})

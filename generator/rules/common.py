"""What several rule families share: where fees and time limits stand, which procedures live, words for messages."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from generator.filed import Filed, Files, Path
from generator.model.channel import Fee
from generator.model.choices import ProcedureStatus
from generator.model.parts import PartialDate
from generator.model.procedure import Procedure

IN_FORCE = frozenset({ProcedureStatus.NEW, ProcedureStatus.AMENDED, ProcedureStatus.IN_FORCE})
_POINTS = str.maketrans(",.", ".,")
ENDED = frozenset({ProcedureStatus.REPLACED, ProcedureStatus.ABOLISHED, ProcedureStatus.EXPIRED})


def records(files: Files, *kinds: str) -> Iterator[Filed[Any]]:
    """Yield the records of several kinds, for rules that look at a key which all of them have."""
    for kind in kinds:
        yield from files.by_kind.get(kind, ())


def procedures(files: Files) -> list[Filed[Procedure]]:
    """Return the procedures."""
    return files.of("procedures", Procedure)


def fee_lists(record: Procedure) -> Iterator[tuple[Path, tuple[Fee, ...]]]:
    """Yield every list of fees with its path: the common one, then that of each channel row."""
    yield ("fees",), record.fees or ()
    for row, channel in enumerate(record.channels):
        yield ("channels", row, "fees"), channel.fees or ()


def fees_in(record: Procedure) -> Iterator[tuple[Path, Fee]]:
    """Yield every fee with its path."""
    for path, fees in fee_lists(record):
        for index, fee in enumerate(fees):
            yield (*path, index), fee


def earliest(day: date | PartialDate | None) -> date | None:
    """Return the first day that a date, or a month or year alone, may mean."""
    return date(day.year, day.month or 1, 1) if isinstance(day, PartialDate) else day


def day_words(day: date) -> str:
    """Return ``14/3/2024``."""
    return f"{day.day}/{day.month}/{day.year}"


def number_words(value: Decimal | int) -> str:
    """Return ``12500`` as ``12.500`` and ``0.25`` as ``0,25``."""
    text = f"{value:,f}".translate(_POINTS)
    return text.rstrip("0").rstrip(",") if "," in text else text

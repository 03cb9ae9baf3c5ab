"""What several rule families share: what a rule is, where fees stand, words for messages."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.errors import Problem
from generator.facts import Facts
from generator.filed import Filed
from generator.model.base import Model
from generator.model.channel import Fee
from generator.model.procedure import Procedure
from generator.nodes import Path
from generator.read import harmless

OwnRule = Callable[[Filed[Any]], Iterator[Problem]]
CrossRule = Callable[[Filed[Any], Facts], Iterator[Problem]]
FiledAt = Callable[[str], Filed[Any]]
RuleOfAll = Callable[[Facts, FiledAt], Iterator[Problem]]
# Rules by the model of the records that they look at.
OwnRules = Mapping[type[Model], tuple[OwnRule, ...]]
CrossRules = Mapping[type[Model], tuple[CrossRule, ...]]
_POINTS = str.maketrans(",.", ".,")


def record_of(facts: Facts, kind: str, key: str | None) -> Any:
    """Return another record as it stands in its file; None when there is none that can be read."""
    try:
        return facts.whole(kind, key) if key else None
    except KeyError:
        return None


def shown_at(facts: Facts, path: str) -> str:
    """Return a path below the data folder as people see it."""
    return harmless(f"{facts.held.root}/{path}")


def fee_lists(record: Procedure) -> Iterator[tuple[Path, tuple[Fee, ...]]]:
    """Yield every list of fees with its path: the common one, then that of each channel row."""
    yield ("fees",), record.fees or ()
    for row, channel in enumerate(record.channels):
        if channel.fees:
            yield ("channels", row, "fees"), channel.fees


def fees_in(record: Procedure) -> Iterator[tuple[Path, Fee]]:
    """Yield every fee with its path."""
    for path, fees in fee_lists(record):
        for index, fee in enumerate(fees):
            yield (*path, index), fee


def day_words(day: date) -> str:
    """Return ``14/3/2024``."""
    return f"{day.day}/{day.month}/{day.year}"


def number_words(value: Decimal | int) -> str:
    """Return ``12500`` as ``12.500`` and ``0.25`` as ``0,25``."""
    text = f"{value:,f}".translate(_POINTS)
    return text.rstrip("0").rstrip(",") if "," in text else text

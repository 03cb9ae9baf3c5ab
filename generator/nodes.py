"""YAML as text: values with the line and column where they were typed."""

from dataclasses import dataclass, field
from typing import NamedTuple

NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(NamedTuple):
    """A value as it was typed; ``line`` and ``column`` count from 1."""

    text: str
    line: int
    column: int
    plain: bool = True

    @property
    def is_null(self) -> bool:
        """Whether nothing was given: an empty value, ``~`` or ``null`` without quotes."""
        return self.plain and self.text in NULLS


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in order of writing."""

    line: int
    column: int
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    line: int
    column: int
    items: list["Node"] = field(default_factory=list)


# Keys and places in lists, from the top of a record down.
Path = tuple[str | int, ...]
Node = Scalar | Mapping | Sequence

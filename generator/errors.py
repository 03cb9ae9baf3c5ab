"""Everything that can go wrong, in one place.

MinhBachError
├── DataError      the data has problems; carries all of them
├── BuildError     the site could not be built or published
└── ToolError      something outside is missing or refused (a folder, a browser, a network port)

A mistake in data is a ``Problem``: where it is, what is wrong and what to do, in Vietnamese.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Errors stop a build, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake; ``line`` and ``column`` count from 1, ``field`` is a path such as ``fees[0].amount_vnd``."""

    file: str
    line: int
    column: int
    code: str
    field: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the one line that people and editors read."""
        where = f"{self.file}:{self.line}:{self.column}: [{self.code}]"
        kind = "cảnh báo, " if self.severity is Severity.WARNING else ""
        field = f"{self.field}: " if self.field else ""
        return f"{where} {kind}{field}{self.message}. Cách sửa: {self.hint}."


class MinhBachError(Exception):
    """The root of what this package raises on purpose; its text is for people, in Vietnamese."""


class DataError(MinhBachError):
    """The data has errors; ``problems`` holds all errors and warnings, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class BuildError(MinhBachError):
    """The site could not be built or put in its place."""


class ToolError(MinhBachError):
    """A tool, a folder or a setting outside the data is not as it must be."""

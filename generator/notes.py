"""Notes on what was asked: by them we know later whether an answer, and all that was made from it, still holds.

Whoever makes a page or checks a record does so under ``Notebook.taking``.  Each question put to the facts meanwhile
is noted, and so are the days between which the clock would have answered the same.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")
Question = tuple[str, ...]
ONE_DAY = timedelta(days=1)


@dataclass
class Notes:
    """What was asked, and the first and the last day on which the clock answers as it did."""

    asked: set[Question] = field(default_factory=set)
    since: date = date.min
    until: date = date.max

    def add(self, other: "Notes") -> None:
        """Take over the notes of a part."""
        self.asked |= other.asked
        self.narrow(other.since, other.until)

    def narrow(self, since: date, until: date) -> None:
        """Hold for no other days than those from ``since`` to ``until``."""
        self.since, self.until = max(self.since, since), min(self.until, until)


class Notebook:
    """Takes notes for whoever is at work; parts that are made once are noted for each who uses them."""

    def __init__(self) -> None:
        self._open: list[Notes] = []
        self._kept: dict[Question, tuple[object, Notes]] = {}

    @contextmanager
    def taking(self) -> Iterator[Notes]:
        """Give the notes of all that is asked inside."""
        notes = Notes()
        self._open.append(notes)
        try:
            yield notes
        finally:
            self._open.pop()

    def ask(self, *question: str) -> None:
        """Note a question."""
        if self._open:
            self._open[-1].asked.add(question)

    def narrow(self, since: date, until: date) -> None:
        """Note between which days an answer of the clock holds."""
        if self._open:
            self._open[-1].narrow(since, until)

    def once(self, name: Question, make: Callable[[], T]) -> T:
        """Return what ``make`` makes, made once under ``name``; what it asks is noted each time."""
        if name not in self._kept:
            with self.taking() as notes:
                self._kept[name] = make(), notes
        value, notes = self._kept[name]
        if self._open:
            self._open[-1].add(notes)
        return value  # type: ignore[return-value]  # what was kept under this name


class Clock:
    """The day of the build; tells how long each of its answers holds."""

    def __init__(self, today: date, notebook: Notebook | None = None) -> None:
        self._today = today
        self._notebook = notebook or Notebook()

    @property
    def today(self) -> date:
        """The day itself; what is made of it holds for that day only."""
        self._notebook.narrow(self._today, self._today)
        return self._today

    def is_after(self, day: date) -> bool:
        """Return whether ``day`` has passed."""
        if self._today > day:
            self._notebook.narrow(day + ONE_DAY, date.max)
            return True
        self._notebook.narrow(date.min, day)
        return False

    def has_come(self, day: date) -> bool:
        """Return whether it is ``day`` or later."""
        return self.is_after(day - ONE_DAY)

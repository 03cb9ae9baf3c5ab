"""What shows how far a long work is: bars on a terminal, nothing elsewhere."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from rich.console import Console

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")


class Track(Protocol):
    """Shows how far a long work is; gives the items back."""

    def __call__(self, items: Iterable[T], name: str, total: int | None, /) -> Iterable[T]:
        """Return ``items`` while counting them under ``name``; ``total`` is None when it is not known."""


def untracked(items: Iterable[T], _name: str, _total: int | None, /) -> Iterable[T]:
    """Show nothing."""
    return items


@contextmanager
def tracking(say: Console, *, quiet: bool = False) -> Iterator[Track]:
    """Give what shows on ``say`` how far the work is, for as long as it lasts."""
    if quiet or not say.is_terminal:
        yield untracked
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=say, transient=True) as progress:
        yield _Bars(progress)


class _Bars:
    """A bar for each part that has something to do."""

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress

    def __call__(self, items: Iterable[T], name: str, total: int | None, /) -> Iterable[T]:
        if total == 0:
            yield from items
        else:
            yield from self._progress.track(items, total=total, description=name)

"""The command ``minhbach build``: do what there is to do, and say what was done."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from rich.console import Console

from generator.build import inventory
from generator.build.crew import CAN_FORK
from generator.build.last import pages_if_unchanged
from generator.build.shards import Shard
from generator.clock import today
from generator.collector import collector_paused

T = TypeVar("T")
NO_FORK = "Máy này không chia việc cho nhiều tiến trình được: tạo trang lần đầu chậm hơn."


@collector_paused()
def run(data: Path, out: Path, say: Console, shard: Shard, *, quiet: bool) -> None:
    """Build the site at ``out`` unless it is there already; ``say`` progress and figures, or nothing if ``quiet``."""
    start = time.monotonic()
    seen = inventory.take(data)
    pages = pages_if_unchanged(Path(), data, out, seen, today()) if shard.is_all else None
    if pages is not None:
        _tell(say, f"Không có gì thay đổi: {pages} trang ở {out}/", start, quiet=quiet)
        return
    from generator.engine.build import build  # noqa: PLC0415  (MkDocs takes longer to load than to find nothing to do)

    with _tracking(say, quiet=quiet) as track:
        outcome = build(data, out, track, seen, shard)
    _tell(say, f"Xong: {outcome.pages} trang ở {out}/, {outcome.made} mục làm lại", start, quiet=quiet)
    for words in (*outcome.told, *(() if CAN_FORK else (NO_FORK,))) if not quiet else ():
        say.print(words, markup=False)
    if not quiet:
        say.print("Xem thử: make serve, rồi mở http://127.0.0.1:8000/")


def _tell(say: Console, words: str, start: float, *, quiet: bool) -> None:
    if not quiet:
        seconds = f"{time.monotonic() - start:.1f}".replace(".", ",")
        say.print(f"{words} ({seconds} giây)", markup=False)


class _Untracked:
    def __call__(self, items: Iterable[T], _name: str, _total: int | None, /) -> Iterable[T]:
        return items


class _Bars:
    """Bars of the long parts; short ones pass unseen."""

    def __init__(self, progress: "Progress") -> None:  # type: ignore[name-defined]  # noqa: F821
        self._progress = progress

    def __call__(self, items: Iterable[T], name: str, total: int | None, /) -> Iterable[T]:
        if total:
            yield from self._progress.track(items, total=total, description=name)
        else:
            yield from items


@contextmanager
def _tracking(say: Console, *, quiet: bool) -> Iterator[_Untracked | _Bars]:
    """Give what shows how far the work is: bars on a terminal, nothing elsewhere."""
    if quiet or not say.is_terminal:
        yield _Untracked()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=say, transient=True) as progress:
        yield _Bars(progress)

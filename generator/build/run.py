"""The command ``minhbach build``: do what there is to do, and say what was done."""

import time
from pathlib import Path

from rich.console import Console

from generator.build import inventory
from generator.build.crew import CAN_FORK
from generator.build.last import pages_if_unchanged
from generator.build.shards import Shard
from generator.clock import today
from generator.collector import collector_paused
from generator.track import tracking

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

    with tracking(say, quiet=quiet) as track:
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

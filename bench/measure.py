"""Run a command and take its wall time, its processor time and the memory of all its processes together.

Times are those that the system gives for the command and all children that it waited for (``wait4``).  Memory is the
sum of the PSS of the process and everything below it: pages that several processes share count once.  It is looked at
every 20 ms, less often when a look takes long, so that looking never costs more than a few percent.  Where there is no
``/proc``, memory is what ``wait4`` gives: the most that any single process had.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from generator.errors import ToolError

PROC = Path("/proc")
EVERY_S = 0.02
REST = 25  # a look at the memory is followed by this many times its own length without one
LAST_LINES = 12
LARGEST_UNIT = 1 if sys.platform == "darwin" else 1024  # in which ``ru_maxrss`` is given, in bytes
MB = 1024 * 1024


@dataclass(frozen=True)
class Reading:
    """What one run took: seconds of wall and processor time, and at most how many megabytes."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], longest_s: float) -> Reading:
    """Run ``command`` in ``folder``; raise ``ToolError`` when it fails or takes longer than ``longest_s``."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=dict(environment), stdout=said, stderr=said, start_new_session=True
        )
        with _Watch(process.pid, start + longest_s) as watch:
            _pid, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            raise ToolError(_complaint(command, said.read(), late=wall >= longest_s))
    peak = watch.peak or used.ru_maxrss * LARGEST_UNIT
    return Reading(wall, used.ru_utime + used.ru_stime, peak / MB)


def _complaint(command: Sequence[str], said: bytes, *, late: bool) -> str:
    last = "\n".join(said.decode(errors="replace").strip().splitlines()[-LAST_LINES:])
    why = "chạy quá lâu nên đã dừng" if late else "không tạo được trang"
    return f"{Path(command[0]).name} {why}\n{last}".strip()


class _Watch:
    """Look at the memory of a process and all below it until the block ends; stop it when its time is over."""

    def __init__(self, pid: int, end: float) -> None:
        self.peak = 0
        self._pid, self._end, self._over = pid, end, Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> "_Watch":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        rest = EVERY_S / 4
        while not self._over.wait(rest):
            start = time.perf_counter()
            if start > self._end:
                os.killpg(self._pid, signal.SIGKILL)
                return
            self.peak = max(self.peak, memory_of(self._pid))
            rest = max(EVERY_S, REST * (time.perf_counter() - start))


def memory_of(pid: int) -> int:
    """Return the PSS, in bytes, of a process and all below it; 0 where the system does not tell."""
    return sum(map(_pss, _family(pid)))


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all below it; those that end meanwhile are passed over."""
    yield pid
    try:
        tasks = list((PROC / str(pid) / "task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _pss(pid: int) -> int:
    try:
        rollup = (PROC / str(pid) / "smaps_rollup").read_bytes()
    except OSError:
        return 0
    kilobytes = next((line.split()[1] for line in rollup.splitlines() if line.startswith(b"Pss:")), b"0")
    return int(kilobytes) * 1024

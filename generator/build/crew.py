"""Share work among forked processes, a batch each: a child knows all that its parent knew, and ends with its batch.

Children that end give back what the Markdown parser does not free.  Where the system cannot fork, or there is little
to do, the work is done here.
"""

import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import TypeVar

from generator.collector import collector_paused
from generator.errors import BuildError

I = TypeVar("I")  # noqa: E741
R = TypeVar("R")
WORTH_FORKING = 64
DONE = None  # the last that a child sends
BATCH = 300
CAN_FORK = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def share(work: Callable[[I], R], items: Sequence[I], worth: int | None = None) -> Iterator[R]:
    """Yield what ``work`` makes of each item, in no order; the results must be picklable.

    Fewer items than ``worth``, when it is given, are not shared.

    Raises what ``work`` raised, or ``BuildError`` when a child died.
    """
    if not CAN_FORK or len(items) < (WORTH_FORKING if worth is None else worth):
        with collector_paused():
            yield from map(work, items)
        return
    size = min(BATCH, -(-len(items) // workers()))
    batches = [items[start : start + size] for start in range(0, len(items), size)]
    running: dict[Connection, multiprocessing.process.BaseProcess] = {}
    try:
        while batches or running:
            while batches and len(running) < workers():
                _start(work, batches.pop(0), running)
            for channel in wait(list(running)):
                yield from _received(channel, running)  # type: ignore[arg-type]
    finally:
        for process in running.values():
            process.kill()


def workers() -> int:
    """Return how many processes may work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(
    work: Callable[[I], R], batch: Sequence[I], running: dict[Connection, multiprocessing.process.BaseProcess]
) -> None:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(work, batch, theirs), daemon=True)
    process.start()
    theirs.close()
    running[ours] = process


def _child(work: Callable[[I], R], batch: Sequence[I], channel: Connection) -> None:
    """Do a batch and send the results a dozen at a time; an error goes to the parent as it is."""
    with collector_paused():
        results: list[R] = []
        for item in batch:
            try:
                results.append(work(item))
            except Exception as error:  # noqa: BLE001  (raised again in the parent)
                error.add_note(traceback.format_exc())
                channel.send(error)
                return
            if len(results) == 12:
                channel.send(results)
                results = []
        channel.send(results)
        channel.send(DONE)
    channel.close()


def _received(channel: Connection, running: dict[Connection, multiprocessing.process.BaseProcess]) -> Iterator[R]:
    try:
        message = channel.recv()
    except EOFError:
        died = "một tiến trình tạo trang đã dừng giữa chừng (có thể do thiếu bộ nhớ)"
        raise BuildError(died) from None
    if message is DONE:
        running.pop(channel).join()
    elif isinstance(message, Exception):
        raise message
    else:
        yield from message

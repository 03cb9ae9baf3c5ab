"""Publish small sites in tests: one after the other, and stopped like by ``kill -9`` at each step on the disk."""

import os
import sys
from itertools import count
from pathlib import Path

from generator import publish
from generator.publish import MARK, Mark, publishing, put
from generator.trees import mark_of

Version = dict[str, bytes]
FILES = 12
# What changes a file on the disk, by the name that Python gives it.
STEPS = {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.utime", "shutil.rmtree", "ctypes.dlsym", "open"}
KILLED = 9


def version(number: int) -> Version:
    """Return a site: of files that all versions share, that come and go, and that change in content, not in size."""
    shared = {f"thu-tuc/{index}/index.html": b"chung" for index in range(FILES)}
    changing = {f"thu-tuc/{index}/index.html": b"%d" % number for index in range(number, FILES, 5)}
    passing = {f"chi-co/{number}/index.html": b"%d" % number, f"doi-{number % 2}/muc.html": b"x"}
    swapped = {"cho" if number % 2 else "cho/index.html": b"%d" % number}
    return {**shared, **changing, **passing, **swapped, MARK: b"%d" % number}


VERSIONS = tuple(version(number) for number in range(4))


def advance(target: Path, memory: Path, site: Version) -> bool:
    """Publish ``site`` as a build does: write what is not known."""
    with publishing(target, memory) as staging:
        wanted = {path: mark_of(content) for path, content in site.items()}
        written = {path for path, mark in wanted.items() if staging.known.get(path) != mark}
        for path in written:
            put(staging.folder, path, site[path])
        return staging.finish(wanted, written)


def marks(site: Version) -> dict[str, Mark]:
    """Return the marks of a site."""
    return {path: mark_of(content) for path, content in site.items()}


def content_of(folder: Path) -> Version:
    """Return all that stands in a folder; an empty folder in it counts as well."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


def cannot_exchange(one: Path, other: Path) -> bool:
    """Be a file system that cannot exchange two names."""
    return False


def run_on(target: Path, memory: Path) -> None:
    """Publish one version after another for ever, telling each."""
    for number in count():
        advance(target, memory, VERSIONS[number % 3 if number % 5 else 3])
        print(number, flush=True)  # noqa: T201


def stop_at_each_step(folder: Path, *, can_exchange: bool) -> int:
    """Go from one version to another, stopped before each step; return how many steps there were.

    Each time the target is a whole site, and the next build is right: also when it goes back to what the spare held
    before the stop.  To be called in a process with one thread.
    """
    if not can_exchange:
        publish._exchange_names = cannot_exchange
    target, memory, steps = folder / "site", folder / "memory", 0
    for spare, old, new in ((2, 0, 1), (3, 2, 3)):
        for step in count():
            advance(target, memory, VERSIONS[spare])
            advance(target, memory, VERSIONS[old])
            is_done = _stopped_before(step, target, memory, VERSIONS[new])
            if can_exchange or target.exists():
                assert content_of(target) in (VERSIONS[new], VERSIONS[new if is_done else old])
            advance(target, memory, VERSIONS[spare])
            assert content_of(target) == VERSIONS[spare]
            if is_done:
                break
            steps += 1
    return steps


def _stopped_before(step: int, target: Path, memory: Path, site: Version) -> bool:
    """Publish ``site`` in a child that ends before its n-th step; tell whether it had ended well by then."""
    child = os.fork()
    if not child:
        left = iter(range(step))

        def stop(event: str, arguments: tuple[object, ...]) -> None:
            if event in STEPS and (event != "open" or _writes(arguments)) and next(left, None) is None:
                os._exit(KILLED)

        sys.addaudithook(stop)
        advance(target, memory, site)
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in (0, KILLED)
    return ended == 0


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))

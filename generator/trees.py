"""Trees of published files: what each one holds, kept in a small memory outside of them, and how files get in.

The memory says of each file its mark and the time of its last change.  A file whose size or time is another one is
not trusted, nor is a memory that is torn, foreign or tells of other folders: then more is written, nothing is wrong.
"""

import errno
import os
import shutil
import stat
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.digests import SIZE, digest
from generator.errors import BuildError

HEADER = b"minhbach trees 1\n"
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)


class Mark(NamedTuple):
    """What tells the content of a file from another: its digest of 16 bytes and its size in bytes."""

    digest: bytes
    size: int


Marks = Mapping[str, Mark]  # by path below the root of a tree, parted by "/"


@dataclass(frozen=True, slots=True)
class Tree:
    """What a tree held when it was left: ``root`` names its folder whatever it is called; ``times`` are in ns."""

    root: str
    marks: Marks
    times: Mapping[str, int]

    def lost(self, folder: Path, paths: Iterable[str]) -> set[str]:
        """Return those of ``paths`` that are gone from ``folder`` or were touched since the tree was left."""
        marks, times, base, look, lost = self.marks, self.times, f"{folder}/", os.lstat, set()
        for path in paths:
            try:
                found = look(base + path)
                if found.st_mtime_ns != times[path] or found.st_size != marks[path][1]:
                    lost.add(path)
            except (OSError, ValueError):
                lost.add(path)
        return lost

    def is_whole(self, folder: Path) -> bool:
        """Tell whether ``folder`` holds just these files; of strays only those right in ``folder`` are looked for."""
        return not self.lost(folder, self.marks) and not strays(folder, self.marks)


NO_TREE = Tree("", {}, {})
_Kept = list[tuple[str, dict[str, Mark], list[int]]]


def recall(memory: Path) -> dict[str, Tree]:
    """Return the trees that ``memory`` tells of, by root; none when it cannot be read or is not whole."""
    try:
        header, told, body = _split(memory.read_bytes())
        if header != HEADER or told != digest(body):
            return {}
        kept = msgspec.msgpack.decode(body, type=_Kept)
        return {root: Tree(root, marks, dict(zip(marks, times, strict=True))) for root, marks, times in kept}
    except (OSError, ValueError):  # those of msgspec are ValueErrors
        return {}


# What is answered where nobody may write: then nothing is remembered, which costs the next build time.
NOT_HERE = {errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST}


def remember(memory: Path, trees: Iterable[Tree]) -> None:
    """Write ``memory`` in one step, on disk before this returns; where nobody may write, do without."""
    kept = [(tree.root, tree.marks, [tree.times[path] for path in tree.marks]) for tree in trees]
    body = msgspec.msgpack.encode(kept)
    fresh = memory.with_name(f"{memory.name}.{os.getpid()}")
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        fresh.touch()
    except OSError as error:
        if error.errno in NOT_HERE:
            return
        raise
    try:
        with fresh.open("wb") as file:
            file.write(HEADER + digest(body) + body)
            file.flush()
            os.fsync(file.fileno())
        with suppress(IsADirectoryError):
            fresh.replace(memory)
    finally:
        fresh.unlink(missing_ok=True)


def _split(content: bytes) -> tuple[bytes, bytes, bytes]:
    start = len(HEADER)
    return content[:start], content[start : start + SIZE], content[start + SIZE :]


def root_of(folder: Path) -> str:
    """Return what names ``folder`` through renames; empty when no folder stands there."""
    try:
        found = os.lstat(folder)
    except OSError:
        return ""
    return f"{found.st_dev}:{found.st_ino}" if stat.S_ISDIR(found.st_mode) else ""


def time_of(place: str | Path, mark: Mark) -> int | None:
    """Return when a file was last changed, in ns; nothing when it is not there or has not the marked size."""
    try:
        found = os.lstat(place)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns if found.st_size == mark.size else None


def mark_of(content: bytes) -> Mark:
    """Return the mark of a file with this content."""
    return Mark(digest(content), len(content))


def marks_of(folder: Path) -> dict[str, Mark]:
    """Return the marks of all files below ``folder``, by reading them."""
    files = (Path(base, name) for base, _folders, names in os.walk(folder) for name in names)
    return {file.relative_to(folder).as_posix(): mark_of(file.read_bytes()) for file in files}


def strays(folder: Path, wanted: Iterable[str]) -> set[str]:
    """Return the names right in ``folder`` that no wanted path begins with."""
    return {each.name for each in folder.iterdir()} - {path.partition("/")[0] for path in wanted}


def put(folder: Path, path: str, content: bytes) -> Mark:
    """Write a file below ``folder``, with the folders above it, and return its mark.

    It is always a new file: who still reads the one of before, reads that to its end.  Several processes may put
    different files at once.  Raises ``BuildError`` for a path that leads out of ``folder``.
    """
    file = _new_file(folder, _place(folder, path))
    try:
        _write(file, content)
    finally:
        os.close(file)
    return mark_of(content)


def carry(source: Path, folder: Path, path: str, mark: Mark) -> bool:
    """Copy a file of the tree ``source``, its time with it; tell whether its content was as marked."""
    file = os.open(_place(source, path), READ)
    try:
        time = os.fstat(file).st_mtime_ns
        content = _read(file, mark.size)
    finally:
        os.close(file)
    right = put(folder, path, content) == mark
    os.utime(_place(folder, path), ns=(time, time))
    return right


def remove(folder: Path, path: str) -> None:
    """Remove a file, if it is there, and the folders above it that are then empty."""
    place = Path(_place(folder, path))
    with suppress(FileNotFoundError, NotADirectoryError):
        if not stat.S_ISDIR(place.lstat().st_mode):
            place.unlink()
    with suppress(OSError):
        for parent in _between(folder, place):
            parent.rmdir()


def tidy(folder: Path, wanted: Container[str]) -> None:
    """Remove all files and empty folders that are not wanted, by looking everywhere."""
    for place in sorted(folder.rglob("*"), reverse=True):
        if root_of(place):
            with suppress(OSError):
                place.rmdir()
        elif place.relative_to(folder).as_posix() not in wanted:
            place.unlink()


def discard(place: Path) -> None:
    """Remove whatever stands at ``place``: a folder with all in it, a file, a link, or nothing."""
    if root_of(place):
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _place(folder: Path, path: str) -> str:
    """Return where ``path`` stands below ``folder``; refuse one that leads out of it."""
    if path.startswith(("/", "\\")) or path[1:2] == ":" or ".." in path.replace("\\", "/").split("/"):
        message = f"đường dẫn {path!r} chỉ ra ngoài trang"
        raise BuildError(message)
    return f"{folder}/{path}"


def _between(folder: Path, place: Path) -> Iterator[Path]:
    """Yield the folders above ``place`` and below ``folder``, from the lowest."""
    return takewhile(lambda parent: parent != folder, place.parents)


def _new_file(folder: Path, place: str) -> int:
    """Open a new file for writing; if that cannot be, make room for it and try again."""
    try:
        return os.open(place, NEW, 0o666)
    except (FileExistsError, FileNotFoundError, NotADirectoryError):
        _make_room(folder, place)
    return os.open(place, NEW, 0o666)


def _make_room(folder: Path, place: str) -> None:
    """Remove what stands at ``place`` and make the folders above it, instead of files if need be."""
    try:
        os.mkdir(place.rpartition("/")[0])  # noqa: PTH102  (most often this is all, thousands of times)
    except OSError:
        _make_folders(folder, Path(place))
        discard(Path(place))


def _make_folders(folder: Path, place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        for parent in _between(folder, place):
            with suppress(OSError):  # not there, or another process was faster
                if not root_of(parent):
                    parent.unlink()
        place.parent.mkdir(parents=True, exist_ok=True)


def _write(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]


def _read(file: int, size: int) -> bytes:
    """Return the content of a file of ``size`` bytes; of a longer one, one byte more."""
    content = bytearray()
    while len(content) <= size and (part := os.read(file, size + 1 - len(content))):
        content += part
    return bytes(content)

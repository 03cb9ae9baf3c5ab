"""The folder of finished sheets, and what it remembers of them.

A sheet is written whole or not at all, and noted right after, so a run that was stopped goes on where it was.  Files
that were not made here, or were changed since, are never removed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from generator.digests import digest
from generator.errors import BuildError, ToolError
from generator.publish import locked

MEMORY = ".to-niem-yet.json"
PARTIAL = ".dang-ghi"
OFTEN = 20  # sheets between two writings of the memory


class Kept(msgspec.Struct, frozen=True):
    """A sheet in the folder: the version on it, what it was made from and what the file holds, both as digests."""

    version: str
    source: str
    content: str


class Folder:
    """The folder; ``sheets`` are those made here, by file name."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sheets: dict[str, Kept] = _recall(root / MEMORY)
        self._unwritten = 0

    def holds(self, name: str, source: str) -> bool:
        """Tell whether a sheet made from ``source`` is there."""
        kept = self.sheets.get(name)
        return kept is not None and kept.source == source and (self.root / name).is_file()

    def note(self, name: str, kept: Kept) -> None:
        """Note that a sheet was written."""
        self.sheets[name] = kept
        self._unwritten += 1
        if self._unwritten >= OFTEN:
            self.save()

    def save(self) -> None:
        """Write the memory."""
        write(self.root / MEMORY, msgspec.json.format(msgspec.json.encode(self.sheets, order="sorted"), indent=1))
        self._unwritten = 0

    def remove(self, name: str) -> bool:
        """Remove a sheet that was made here and forget it; return False when it was changed since, and stays."""
        kept, path = self.sheets.pop(name), self.root / name
        if not path.is_file():
            return True
        if hex_digest(path.read_bytes()) != kept.content:
            return False
        path.unlink()
        return True


@contextmanager
def opened(root: Path) -> Iterator[Folder]:
    """Give the folder for this run alone; what was noted is kept, however the run ends.

    Raises ``ToolError`` when ``root`` holds something else, ``BuildError`` when the disk refuses.
    """
    try:
        _refuse_foreign(root)
        with locked(root.resolve()):
            root.mkdir(parents=True, exist_ok=True)
            for left in root.glob(f"*{PARTIAL}"):
                left.unlink()
            folder = Folder(root)
            folder.save()
            try:
                yield folder
            finally:
                folder.save()
    except OSError as error:
        raise BuildError(f"không ghi được vào {root}: {error.strerror or error}") from error


def write(path: Path, content: bytes) -> None:
    """Write a file in one step."""
    partial = path.with_name(f"{path.name}{PARTIAL}")
    partial.write_bytes(content)
    os.replace(partial, path)  # noqa: PTH105  (says what it does)


def hex_digest(content: bytes) -> str:
    """Return the digest of a content as text."""
    return digest(content).hex()


def _refuse_foreign(root: Path) -> None:
    if root.exists() and not root.is_dir():
        raise ToolError(f"{root} là một tệp, không phải thư mục")
    if root.is_dir() and any(root.iterdir()) and not (root / MEMORY).is_file():
        raise ToolError(f"{root} có sẵn tệp khác; hãy chọn thư mục khác để đặt tờ niêm yết")


def _recall(path: Path) -> dict[str, Kept]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Kept])
    except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
        return {}

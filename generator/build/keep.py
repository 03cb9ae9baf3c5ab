"""Files that a build keeps for the next one: whole or not there at all, never half of one."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.digests import SIZE, digest

T = TypeVar("T")


def keep(path: Path, content: bytes) -> None:
    """Write a file in one step; a disk that refuses costs the next build time, nothing else."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(digest(content) + content)
        draft.replace(path)
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def kept(path: Path, kind: type[T]) -> T | None:
    """Return what was kept at ``path``; None when there is nothing, or it cannot be trusted."""
    try:
        content = path.read_bytes()
        if digest(content[SIZE:]) != content[:SIZE]:
            return None
        return msgspec.msgpack.decode(content[SIZE:], type=kind)
    except (OSError, msgspec.DecodeError):
        return None

"""What a build remembers for the next one.  A memory that is damaged, or of other code, is as good as none."""

from datetime import date
from pathlib import Path

import msgspec

from generator.build.keep import keep, kept
from generator.cards import AnyCard, encode
from generator.errors import Problem
from generator.notes import Question


class Entry(msgspec.Struct, array_like=True, gc=False):
    """What a file holds: its digest, its cards, and the days on which the cards are as they are."""

    digest: bytes
    cards: tuple[AnyCard, ...]
    since: date
    until: date


class Output(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file of the site: its path, the digest of its content and its size in bytes."""

    path: str
    digest: bytes
    size: int


class Done(msgspec.Struct, array_like=True, gc=False):
    """What came of a task: what it asked (by number), the days for which it holds, what it found and made."""

    digest: bytes
    asked: tuple[int, ...]
    since: date
    until: date
    problems: tuple[Problem, ...]
    outputs: tuple[Output, ...]


class Memory(msgspec.Struct):
    """All of it: ``code`` and ``frame`` are the versions it is of; ``answers`` stand beside their ``questions``."""

    code: bytes = b""
    frame: bytes = b""
    entries: dict[str, Entry] = {}
    questions: list[Question] = []
    answers: list[bytes] = []
    done: dict[str, Done] = {}
    bodies: dict[str, bytes] = {}


def recall(path: Path) -> Memory:
    """Return what was remembered at ``path``; an empty memory when there is none, or it cannot be trusted."""
    return kept(path, Memory) or Memory()


def remember(path: Path, memory: Memory) -> None:
    """Write ``memory`` in one step; a disk that refuses costs the next build time, nothing else."""
    keep(path, encode(memory))

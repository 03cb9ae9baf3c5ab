"""Check the records and return the facts, or raise with every problem at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.card_makers import cards_of
from generator.collector import collector_paused
from generator.errors import DataError, Problem, Severity
from generator.facts import Facts, Held
from generator.filed import Filed
from generator.notes import Clock
from generator.read import Raw
from generator.rules import problems_of, problems_of_all
from generator.rules.common import FiledAt
from generator.rules.waivers import needless, unwaived
from generator.shape import shaped


@dataclass(frozen=True)
class Checked:
    """Facts without an error, and the warnings that no exception covers today."""

    facts: Facts
    warnings: tuple[Problem, ...]


@collector_paused()
def check(raw: Raw, today: date) -> Checked:
    """Return the facts of ``raw``, all of them in memory.

    Raises ``DataError`` with all problems if one is an error.
    """
    files, misread = _files(raw)
    facts = _facts(raw, files, misread, today)
    found = [*misread, *(problem for filed in files.values() for problem in problems_of(filed, facts))]
    return Checked(facts, judge(found, facts, files.__getitem__, today, complete=not misread))


def judge(
    found: Iterable[Problem], facts: Facts, filed_at: FiledAt, today: date, *, complete: bool
) -> tuple[Problem, ...]:
    """Return the warnings among the problems ``found`` and those of all records together, sorted.

    Exceptions are applied, and judged themselves when every file could be read (``complete``).
    Raises ``DataError`` with all problems if one is an error.
    """
    every = [*found, *problems_of_all(facts, filed_at)]
    standing = {*unwaived(facts, every, today), *(needless(facts, filed_at, every, today) if complete else ())}
    if any(problem.severity is Severity.ERROR for problem in standing):
        raise DataError(standing)
    return tuple(sorted(standing))


def _files(raw: Raw) -> tuple[dict[str, Filed[Any]], list[Problem]]:
    """Return the records that fit their models, by path, and the problems of all other files."""
    files, misread = {}, [*raw.problems]
    for document in raw.documents:
        filed, problems = shaped(document)
        misread += problems
        if filed:
            files[document.path] = filed
    return files, misread


def _facts(raw: Raw, files: dict[str, Filed[Any]], misread: list[Problem], today: date) -> Facts:
    clock = Clock(today)
    held = Held(
        cards={path: cards_of(filed.record, clock) for path, filed in files.items()},
        attachments=raw.attachments,
        broken=frozenset(problem.file.removeprefix(f"{raw.shown_root}/") for problem in misread),
        root=raw.shown_root,
        folder=raw.folder,
    )
    return Facts(held, lambda path: files[path].record, today)

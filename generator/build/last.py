"""The last build in a few bytes: enough to know, before anything is loaded, that there is nothing to do."""

from datetime import date
from pathlib import Path

import msgspec

from generator.build.inventory import Inventory, code_digest, project_digest
from generator.build.keep import keep, kept
from generator.build.places import last_of, trees_of
from generator.digests import digest
from generator.trees import NO_TREE, Marks, recall, root_of


class Last(msgspec.Struct):
    """What went in and what came out; ``since`` and ``until`` are the days for which it holds."""

    inputs: bytes
    since: date
    until: date
    pages: int
    site: bytes


def inputs_of(root: Path, seen: Inventory) -> bytes:
    """Return what tells two builds apart: records, theme, hand-written pages, settings, code, libraries."""
    return digest(seen.digest + project_digest(root) + code_digest())


def marks_digest(marks: Marks) -> bytes:
    """Return what tells two sites apart."""
    return digest(b"".join(path.encode() + marks[path].digest for path in sorted(marks)))


def conclude(path: Path, last: Last) -> None:
    """Keep what the build that ends now was."""
    keep(path, msgspec.msgpack.encode(last))


def pages_if_unchanged(root: Path, data: Path, out: Path, seen: Inventory, today: date) -> int | None:
    """Return how many pages ``out`` has when it is what a build would make; None when a build has something to do."""
    last = kept(last_of(root, data, out), Last)
    if last is None or seen.problems or not last.since <= today <= last.until:
        return None
    if last.inputs != inputs_of(root, seen):
        return None
    tree = recall(trees_of(root, data, out)).get(root_of(out.resolve()), NO_TREE)
    is_same = bool(tree.root) and marks_digest(tree.marks) == last.site and tree.is_whole(out.resolve())
    return last.pages if is_same else None

"""Records with the files they stand in: from a value's path to its line, and from text to plain values."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from generator.errors import Problem, Severity
from generator.model.base import Model
from generator.nodes import Mapping, Node, Scalar, Sequence
from generator.read import Document, harmless

Path = tuple[str | int, ...]
M = TypeVar("M", bound=Model)
ADDRESS = ("http://", "https://")


@dataclass(frozen=True)
class Filed(Generic[M]):
    """A record with the file that it stands in."""

    record: M
    document: Document

    def error(self, path: Path, code: str, message: str, hint: str) -> Problem:
        """Return a problem that stops the build, at the place of ``path`` in the file."""
        return problem_at(self.document, path, code, message, hint)

    def warning(self, path: Path, code: str, message: str, hint: str) -> Problem:
        """Return a problem that is worth a look, at the place of ``path`` in the file."""
        return replace(self.error(path, code, message, hint), severity=Severity.WARNING)


def problem_at(document: Document, path: Path, code: str, message: str, hint: str) -> Problem:
    """Return an error at the place of ``path``, or of its nearest part that is written down."""
    line, column, shown = place_of(document.root, path)
    return Problem(document.shown, line, column, code, shown, message, hint)


def place_of(root: Node, path: Path) -> tuple[int, int, str]:
    """Return line and column of the nearest part of ``path`` that is written down, and the path as people read it."""
    node: Node | None = root
    line, column, shown = root.line, root.column, ""
    for step in path:
        if isinstance(node, Mapping) and step in node.values:
            key = node.keys[str(step)]
            node, line, column = node.values[str(step)], key.line, key.column
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line, column = node.line, node.column
        else:
            node = None
        shown = f"{shown}[{step}]" if isinstance(step, int) else f"{shown}.{step}" if shown else step
    return line, column, shown


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Yield every single value below ``node`` with its path."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Mapping):
        for key, value in node.values.items():
            yield from scalars(value, (*path, key))
    else:
        for index, value in enumerate(node.items):
            yield from scalars(value, (*path, index))


def texts_in(root: Node) -> list[str]:
    """Return the texts below ``root`` in no order, addresses apart; faster than ``scalars``."""
    texts: list[str] = []
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, Scalar):
            texts.append(node.text)
        else:
            nodes.extend(node.values.values() if isinstance(node, Mapping) else node.items)
    return [text for text in texts if not text.startswith(ADDRESS)]


def plain(node: Node) -> Any:
    """Return dicts, lists and text for the models; keys without a value are left out."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {
        key: plain(value) for key, value in node.values.items() if not (isinstance(value, Scalar) and value.is_null)
    }


@dataclass(frozen=True)
class Files:
    """All records that have the right shape, by kind, with their files; what the rules look at.

    ``attachments`` are the other files, by path below the data folder, with their size in bytes; ``root`` is the
    data folder as people see it; ``broken`` are the paths of the files that do not have the right shape.
    """

    by_kind: dict[str, list[Filed[Any]]]
    attachments: dict[str, int]
    root: str = "data"
    broken: frozenset[str] = frozenset()

    def of(self, kind: str, _model: type[M]) -> list[Filed[M]]:
        """Return the records of a kind."""
        return self.by_kind.get(kind, [])

    @cached_property
    def typed(self) -> list[tuple[Filed[Any], str]]:
        """Return each record with all that was typed in its file, addresses apart, one value a line."""
        return [(filed, "\n".join(texts_in(filed.document.root))) for filed in self.everything()]

    def shown(self, path: str) -> str:
        """Return a path below the data folder as people see it."""
        return harmless(f"{self.root}/{path}")

    def everything(self) -> Iterator[Filed[Any]]:
        """Yield every record of every kind."""
        for filed in self.by_kind.values():
            yield from filed

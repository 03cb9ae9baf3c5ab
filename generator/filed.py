"""Records with the files they stand in: from a value's path to its line, and from text to plain values."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from generator.errors import Problem, Severity
from generator.model.base import Model
from generator.model.codes import Code
from generator.nodes import NULLS, Mapping, Node, Path, Scalar, Sequence
from generator.read import Document
from generator.references import codes_in

M = TypeVar("M", bound=Model)
ADDRESS = ("http://", "https://")


@dataclass(frozen=True)
class Filed(Generic[M]):
    """A record with the file that it stands in."""

    record: M
    document: Document

    @cached_property
    def codes(self) -> tuple[tuple[Path, Code], ...]:
        """Every id, code and reference in the record, with its path."""
        return tuple(codes_in(self.record))

    @cached_property
    def texts(self) -> list[str]:
        """All that was typed in the file, addresses apart."""
        return texts_in(self.document.root)

    @cached_property
    def typed(self) -> str:
        """The texts in one, a value a line."""
        return "\n".join(self.texts)

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


def texts_in(root: Mapping | Sequence) -> list[str]:
    """Return the texts below ``root``, addresses apart; faster than ``scalars``."""
    texts: list[str] = []
    _gather(root, texts)
    return [text for text in texts if not text.startswith(ADDRESS)]


def _gather(node: Mapping | Sequence, texts: list[str]) -> None:
    for value in node.values.values() if isinstance(node, Mapping) else node.items:
        if isinstance(value, Scalar):
            texts.append(value.text)
        else:
            _gather(value, texts)


def plain(node: Node) -> Any:
    """Return dicts, lists and text for the models; keys without a value are left out."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    found = {}
    for key, value in node.values.items():
        if type(value) is not Scalar:
            found[key] = plain(value)
        elif value.text not in NULLS or not value.plain:
            found[key] = value.text
    return found

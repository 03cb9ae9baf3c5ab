"""From text to records: find each file's kind and let the model type it."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.errors import Problem
from generator.filed import Filed, Files, plain, problem_at
from generator.mistakes import problem_of
from generator.model import KINDS, Kind
from generator.read import Document, Raw


def shape(raw: Raw) -> tuple[Files, list[Problem]]:
    """Return the records that fit their models, and the problems of those that do not."""
    by_kind: dict[str, list[Filed[Any]]] = {kind.name: [] for kind in KINDS}
    problems: list[Problem] = []
    for document in raw.documents:
        kind = kind_of(document.path)
        if kind is None:
            problems.append(_stray(document))
            continue
        try:
            record = kind.model.model_validate(plain(document.root))
            by_kind[kind.name].append(Filed(record, document))
        except ValidationError as error:
            details = error.errors(include_url=False)
            problems.extend(problem_of(document, kind.model, detail) for detail in details if not _follows(detail))
    root = f"{raw.shown_root}/"
    broken = frozenset(problem.file.removeprefix(root) for problem in (*raw.problems, *problems))
    return Files(by_kind, raw.attachments, raw.shown_root, broken), problems


def _follows(detail: ErrorDetails) -> bool:
    """Whether an error only follows from others: a list is called short because its items were refused."""
    return detail["type"] == "too_short" and bool(detail["input"])


def kind_of(path: str) -> Kind | None:
    """Return the kind of the file at ``path`` (below the data folder), or None when it stands nowhere known."""
    folder, *rest = path.split("/")
    for kind in KINDS:
        if kind.single and path == f"{kind.name}.yml":
            return kind
        if not kind.single and folder == kind.name and len(rest) == kind.depth + 1:
            return kind
    return None


def _stray(document: Document) -> Problem:
    places = ", ".join(kind.name + (".yml" if kind.single else "/" + "…/" * kind.depth) for kind in KINDS)
    return problem_at(document, (), "sai-cho", "tệp nằm ở nơi không dùng", f"chuyển vào một trong: {places}")

"""From text to records: find each file's kind and let the model type it."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.errors import Problem
from generator.filed import Filed, plain, problem_at
from generator.mistakes import problem_of
from generator.model import KINDS, Kind
from generator.read import Document

# Each kind by the first part of its files' paths, and how many folders deep they stand.
PLACES = {(f"{kind.name}.yml", 0) if kind.single else (kind.name, kind.depth + 1): kind for kind in KINDS}


def shaped(document: Document) -> tuple[Filed[Any] | None, list[Problem]]:
    """Return the record of a file, or None and its problems when it does not fit its model or stands nowhere known."""
    kind = kind_of(document.path)
    if kind is None:
        return None, [_stray(document)]
    try:
        return Filed(kind.model.model_validate(plain(document.root)), document), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [problem_of(document, kind.model, detail) for detail in details if not _follows(detail)]


def _follows(detail: ErrorDetails) -> bool:
    """Whether an error only follows from others: a list is called short because its items were refused."""
    return detail["type"] == "too_short" and bool(detail["input"])


def kind_of(path: str) -> Kind | None:
    """Return the kind of the file at ``path`` (below the data folder), or None when it stands nowhere known."""
    return PLACES.get((path.partition("/")[0], path.count("/")))


def _stray(document: Document) -> Problem:
    places = ", ".join(kind.name + (".yml" if kind.single else "/" + "…/" * kind.depth) for kind in KINDS)
    return problem_at(document, (), "sai-cho", "tệp nằm ở nơi không dùng", f"chuyển vào một trong: {places}")

"""Problems as text for people, JSON for programs, and annotations for GitHub."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from generator.errors import Problem, Severity


def as_text(problems: Sequence[Problem]) -> str:
    """Return one problem a line."""
    return "\n".join(map(str, problems))


def as_json(problems: Sequence[Problem]) -> str:
    """Return a JSON list of objects with the fields of ``Problem``."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """Return workflow commands that GitHub shows at the lines of a pull request."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    message = (
        f"{problem.field}: {problem.message}. Cách sửa: {problem.hint}."
        if problem.field
        else (f"{problem.message}. Cách sửa: {problem.hint}.")
    )
    place = f"file={_property(problem.file)},line={problem.line},col={problem.column},title={_property(problem.code)}"
    return f"::{problem.severity.value} {place}::{_escape(message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def summary(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "Dữ liệu không có lỗi."
    return f"{errors} lỗi, {warnings} cảnh báo."


STYLES: dict[str, Callable[[Sequence[Problem]], str]] = {"text": as_text, "json": as_json, "github": as_github}

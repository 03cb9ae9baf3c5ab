"""What a record names: every id, code and reference in it, with its place."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.base import classes_in, models_in
from generator.model.codes import Code
from generator.nodes import Path


def codes_in(record: BaseModel) -> Iterator[tuple[Path, Code]]:
    """Yield every id, code and reference inside a record with its path in the file."""
    for name, key in _keys_with_codes(type(record)):
        if value := getattr(record, name):
            yield from _inside(value, (key,))


def _inside(value: Any, path: Path) -> Iterator[tuple[Path, Code]]:
    if isinstance(value, Code):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*path, index))
    else:
        for name, key in _keys_with_codes(value.__class__):
            if inner := getattr(value, name):
                yield from _inside(inner, (*path, key))


@cache
def _keys_with_codes(kind: type) -> tuple[tuple[str, str], ...]:
    """Return name and key of each field of a model that can hold a code; a text or a number has none."""
    fields: dict[str, FieldInfo] = getattr(kind, "model_fields", {})
    return tuple((name, info.alias or name) for name, info in fields.items() if _holds(info.annotation))


def _holds(annotation: Any) -> bool:
    return any(classes_in(annotation, Code)) or any(map(_keys_with_codes, models_in(annotation)))

"""Put a text into every place of a folder of records where a person may write words."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.base import models_in
from generator.model.report import FrozenReport
from generator.model.values import DocumentNumber, Line, Text, Url
from generator.shape import kind_of
from tests.sealing import sealed

NAMES_OF_KEYS = {"unknown"}  # would say of a key that it is not known, which now has words
NOT_KINDS = {"exceptions"}  # names files and codes
LONGEST_NUMBER = 80
Say = Callable[[str], str]
HOSTILE_ADDRESS = "https://a.example/)](javascript:window.__pwned=1)?a=1&lt;=2|*b*_c_~~#d"


def plant(say: Say, source: Path, target: Path) -> None:
    """Copy ``source`` to ``target`` with words in every place for them, and a tricky address for each address.

    ``say`` gives the words for a place such as ``Task.note``.
    """
    shutil.copytree(source, target)
    for path in sorted(target.rglob("*.yml")):
        kind = kind_of(path.relative_to(target).as_posix())
        assert kind is not None
        if kind.name not in NOT_KINDS:
            record = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  (makes only text)
            record = planted(record, kind.model, say)
            record = sealed(record, path.parent) if kind.model is FrozenReport else record
            path.write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")


def planted(record: dict[str, Any], model: type[BaseModel], say: Say) -> dict[str, Any]:
    """Return a record with words in its fields for them, also in those that it did not have."""
    filled = {**record}
    for name, field in model.model_fields.items():
        key = field.alias or name
        if name in NAMES_OF_KEYS:
            filled.pop(key, None)
        elif words := words_for(field, say, f"{model.__name__}.{name}"):
            many = "tuple" in str(field.annotation)
            filled[key] = [words] * max(1, len(record.get(key, []))) if many else words
        elif key in record:
            filled[key] = _inside(record[key], list(models_in(field.annotation)), say)
    return filled


def _inside(value: Any, models: list[type[BaseModel]], say: Say) -> Any:
    if isinstance(value, list):
        return [_inside(each, models, say) for each in value]
    if not isinstance(value, dict):
        return value
    for model in models:
        keys = {field.alias or name for name, field in model.model_fields.items()}
        if set(value) <= keys and all(value.get(key, default) == tag for key, tag, default in _tags(model)):
            return planted(value, model, say)
    return value


def _tags(model: type[BaseModel]) -> Iterator[tuple[str, str, Any]]:
    """Yield the keys whose value tells a model from the others of its union, with what they are when not written."""
    for name, field in model.model_fields.items():
        choices = get_args(field.annotation)
        if len(choices) == 1 and isinstance(choices[0], str):
            yield name, choices[0], field.default


def words_for(field: FieldInfo, say: Say, place: str) -> str:
    """Return what to write into a field: words as its kind allows, or nothing when it is not for words."""
    parts = {*map(str, field.metadata), *_metadata(field.annotation)}
    if ADDRESS in parts:
        return HOSTILE_ADDRESS
    if not parts & {TEXT, LINE, NUMBER}:
        return ""
    text = say(place)
    line = " ".join(text.split())
    return text if TEXT in parts else line if LINE in parts else line[:LONGEST_NUMBER].strip()


def _metadata(annotation: Any) -> Iterator[str]:
    """Yield what a type and the types inside it are checked by."""
    yield from map(str, getattr(annotation, "__metadata__", ()))
    for part in get_args(annotation):
        yield from _metadata(part)


TEXT, LINE, NUMBER, ADDRESS = (next(_metadata(kind)) for kind in (Text, Line, DocumentNumber, Url))

"""The data dictionary: every key of every record, from the models themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator import urls
from generator.facts import Facts
from generator.model import KINDS
from generator.model.base import Choice
from generator.model.codes import Code
from generator.pages.base import Draft, Products, head
from generator.schema import pattern_of


@dataclass(frozen=True)
class Entry:
    """One key: where it stands, what it is called, what it may hold."""

    path: str
    title: str
    required: bool
    holds: str
    note: str


def dictionary(_facts: Facts) -> Products:
    """Yield the dictionary."""
    meta = head(
        "list", "Từ điển dữ liệu", "Mỗi khóa trong tệp dữ liệu: tên gọi theo luật, bắt buộc hay không, ghi được gì."
    )
    kinds = [(kind, pattern_of(kind), list(entries(kind.model))) for kind in KINDS]
    yield Draft(urls.DICTIONARY, "dictionary.md", meta, {"kinds": kinds})


def entries(model: type[BaseModel], path: str = "") -> Iterator[Entry]:
    """Yield the keys of a model and of the models inside it, in order."""
    for name, field in model.model_fields.items():
        key = f"{path}{field.alias or name}"
        many = any(get_origin(each) is tuple for each in (field.annotation, *get_args(field.annotation)))
        note = field.description or ""
        yield Entry(key, field.title or "", field.is_required(), ", ".join(_holds(field)), note)
        seen: set[str] = set()
        for part in _models(field.annotation):
            for entry in entries(part, f"{key}[]." if many else f"{key}."):
                if entry.path not in seen:
                    seen.add(entry.path)
                    yield entry


def _holds(field: FieldInfo) -> list[str]:
    """Return what a key may hold: the choices of a closed list, or the kind of value."""
    found: dict[str, None] = {}
    for part in _leaves(field.annotation):
        if isinstance(part, type) and issubclass(part, Choice):
            found.update(dict.fromkeys(f"{each.value} ({each.label})" if each.label else each.value for each in part))
        elif isinstance(part, type) and issubclass(part, Code):
            found[part.noun] = None
        elif isinstance(part, str):
            found[part] = None
        elif part in NAMES:
            found[NAMES[part]] = None
    return list(found)


NAMES: dict[Any, str] = {str: "chữ", int: "số nguyên", bool: "true hoặc false"}


def _leaves(annotation: Any) -> Iterator[Any]:
    parts = get_args(annotation)
    if not parts:
        yield annotation
    for part in parts:
        yield from _leaves(part) if get_args(part) else (part,)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    for part in _leaves(annotation):
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield part

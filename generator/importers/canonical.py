"""Write records as YAML in one way only: keys in the model's order, quotes where a reader would mistype.

What is written here, ``generator.parse`` reads back to the same values.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from generator.model.parts import Citation

WIDTH = 120
RESERVED = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
# An id reads as text wherever it stands: it begins with a letter, or with a number and a hyphen and has letters.
ID = re.compile(r"(?:[a-z][a-z0-9]*|\d+(?=-.*[a-z]))(?:-[a-z0-9]+)*")
# A word and a quote cannot be told apart from text only when the text starts with a letter and says nothing to YAML.
PLAIN = re.compile(r"(?!.*(?:: | #))[^\W\d_].*(?<![:\s])|[^\W\d_]")


def yaml_of(record: BaseModel) -> str:
    """Return the text of a record's file."""
    return "".join(f"{line}\n" for line in _mapping(plain_of(record), 0))


def plain_of(value: Any) -> Any:
    """Return dicts, lists, text and numbers for what was set in ``value``; keys without a value are left out.

    A citation of a document as a whole is its id alone.
    """
    if isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        found = {info.alias or name: getattr(value, name) for name, info in fields if name in value.model_fields_set}
        keys = {key: plain_of(each) for key, each in found.items() if each is not None and each != ()}
        return keys["document"] if isinstance(value, Citation) and len(keys) == 1 else keys
    if isinstance(value, list | tuple):
        return [plain_of(each) for each in value]
    if isinstance(value, Decimal):
        return Number(format(value, "f").replace(".", ","))
    if isinstance(value, date):
        return Number(value.isoformat())
    return value.value if isinstance(value, Enum) else value


class Number(str):
    """A value that stands without quotes."""

    __slots__ = ()


def _mapping(keys: dict[str, Any], indent: int) -> Iterator[str]:
    for key, value in keys.items():
        yield from _entry(f"{' ' * indent}{key}:", value, indent)


def _entry(start: str, value: Any, indent: int) -> Iterator[str]:
    """Yield the lines of a value after its key; what belongs to it stands two further in."""
    if isinstance(value, dict):
        yield start
        yield from _mapping(value, indent + 2)
    elif isinstance(value, list):
        yield from _list(start, value, indent)
    else:
        yield from _scalar(start, value, indent + 2)


def _list(start: str, items: list[Any], indent: int) -> Iterator[str]:
    row = f"{start} [{', '.join(map(str, items))}]"
    if len(row) <= WIDTH and all(isinstance(item, str) and _is_id(item) for item in items):
        yield row
        return
    yield start
    for item in items:
        yield from _item(item, indent + 2)


def _item(item: Any, indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    if isinstance(item, dict):
        first, *rest = _mapping(item, indent + 2)
        yield f"{dash} {first.lstrip(' ')}"
        yield from rest
    else:
        yield from _scalar(dash, item, indent + 2)


def _scalar(start: str, value: Any, indent: int) -> Iterator[str]:
    """Yield a single value: on the line of its key, or as a block below it when it is long or of several lines."""
    text = one(value)
    if len(start) + len(text) < WIDTH and "\n" not in str(value):
        yield f"{start} {text}"
    elif not _can_be_a_block(value):
        yield f"{start} {quoted(value)}"
    elif "\n" in value:
        yield f"{start} |-"
        yield from (f"{' ' * indent}{line}" for line in value.split("\n"))
    else:
        yield f"{start} >-"
        yield from (f"{' ' * indent}{line}" for line in folded(value, WIDTH - indent))


def one(value: Any) -> str:
    """Return a single value as it may stand on one line, with quotes where they are needed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Number):
        return str(value)
    return value if _is_plain(value) else quoted(value)


def _is_id(text: str) -> bool:
    return bool(ID.fullmatch(text)) and text not in RESERVED


def _is_plain(text: str) -> bool:
    return _is_id(text) or (bool(PLAIN.fullmatch(text)) and text.lower() not in RESERVED)


def quoted(text: str) -> str:
    r"""Return ``text`` in double quotes, on one line: a line break is ``\n``."""
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n"))


def _can_be_a_block(text: str) -> bool:
    """Whether no line is empty, begins or ends with a blank, and the words of a single line stand one blank apart."""
    lines = text.split("\n")
    clean = all(line and line == line.strip() for line in lines)
    return clean and (len(lines) > 1 or " ".join(text.split()) == text)


def folded(text: str, width: int) -> list[str]:
    """Return ``text`` on lines of at most ``width``, broken at blanks only; a longer word has a line of its own."""
    lines, start, end = [], 0, len(text)
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        cut = cut if cut > start else text.find(" ", start + width)
        if cut < 0:
            break
        lines.append(text[start:cut])
        start = cut + 1
    return [*lines, text[start:]]

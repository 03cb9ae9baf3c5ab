"""Take records out of what they came in: a list, ``{"data": […]}``, JSON inside a text."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.importers.portal.keys import field_of
from generator.importers.portal.unpack import Found, Unreadable, load
from generator.read import harmless

# Keys under which programs put a list of records.
WRAPPERS = ("data", "items", "records", "results", "result", "rows", "content", "list", "hits", "du_lieu", "danh_sach")
MOST_LAYERS = 4


def opened(found: Found, layers: int = MOST_LAYERS) -> Iterator[Found]:
    """Yield each record in ``found``; what is no wrapping is given on as it is."""
    value = _loaded(found.value)
    if layers and isinstance(value, list) and value:
        for number, item in enumerate(value, 1):
            yield from opened(Found(f"{found.place}, bản ghi {number}", item), layers - 1)
    elif layers and isinstance(value, dict) and (key := _wrapper(value)):
        yield from opened(Found(found.place, value[key]), layers - 1)
        if others := [harmless(other)[:40] for other in value if other != key and value[other]][:10]:
            why = f"ngoài danh sách bản ghi “{key}” còn có {', '.join(others)}; không nhập"
            yield Found(found.place, trouble=why, is_record=False)
    else:
        yield replace(found, value=value)


def _loaded(value: Any) -> Any:
    """Return the JSON that a text holds, if it holds some."""
    if not isinstance(value, str) or value.lstrip()[:1] not in {"[", "{"}:
        return value
    try:
        return load(value.encode("utf-8", "surrogatepass"))
    except Unreadable:
        return value


def _wrapper(value: dict[str, Any]) -> str:
    """Return the key under which an object without a code of its own holds records; else ""."""
    if any(field_of(key) == "code" for key in value):
        return ""
    return next((key for key in WRAPPERS if isinstance(_loaded(value.get(key)), list | dict)), "")

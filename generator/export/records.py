"""Open data as JSON, with the JSON Schema of it: both from one type, so that neither can say what the other does not.

The types are msgspec structs: keys come in the order in which they are declared, of mappings in that of the alphabet,
and the titles of people (``msgspec.Meta``) are in the schema.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import msgspec
from msgspec import Meta

ENCODER = msgspec.json.Encoder(order="deterministic", decimal_format="number")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """A record or a part of one that leaves this site; fields without a default are always there."""


class Envelope(Exported, frozen=True, kw_only=True):
    """What every file of open data says first; files add their own fields."""

    schema: Annotated[str, Meta(title="Địa chỉ của lược đồ")] = msgspec.field(name="$schema")
    title: Annotated[str, Meta(title="Tên bộ dữ liệu")]
    url: Annotated[str, Meta(title="Địa chỉ của tệp này")]
    page: Annotated[str, Meta(title="Trang cho người đọc")]
    as_of: Annotated[date, Meta(title="Số liệu đến ngày")]
    source: Annotated[str | None, Meta(title="Nguồn")]
    license: Annotated[str | None, Meta(title="Giấy phép")]
    illustration: Annotated[bool, Meta(title="Minh họa", description="Đúng thì mọi điều trong tệp không có thật.")]


@dataclass(frozen=True)
class JsonFiles:
    """A file of open data and the schema that it keeps to."""

    content: bytes
    schema: bytes


def json_files(value: Exported, address: str, title: str) -> JsonFiles:
    """Return a value as JSON, and the schema of its type as it stands at ``address``."""
    return JsonFiles(json_file(value), schema_file(type(value), address, title))


def json_file(value: Exported) -> bytes:
    """Return a value as JSON without blanks; the same value gives the same bytes."""
    return ENCODER.encode(value) + b"\n"


def schema_file(kind: type[Exported], address: str, title: str) -> bytes:
    """Return the JSON Schema of a type, for people to read as well."""
    described = {"$schema": DIALECT, "$id": address, "title": title, **_figures(msgspec.json.schema(kind))}
    return msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n"


def _figures(schema: Any) -> Any:
    """Return a schema in which decimals are the numbers that ``ENCODER`` writes."""
    if isinstance(schema, list):
        return [_figures(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "decimal":
        schema = {key: each for key, each in schema.items() if key != "format"} | {"type": "number"}
    return {key: _figures(each) for key, each in schema.items()}

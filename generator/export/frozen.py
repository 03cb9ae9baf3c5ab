"""A frozen report as open data: its record, key by key, so that it is made of nothing that could change."""

from typing import Any

import msgspec

from generator import urls
from generator.export.records import DIALECT, ENCODER
from generator.model import KINDS
from generator.model.report import FrozenReport
from generator.schema import schema_of

SCHEMA_KEY = "$schema"
TITLE = "Báo cáo đã chốt"


def frozen_json(record: FrozenReport, path: str) -> bytes:
    """Return a report as JSON for ``path``; its schema is named from there, for a record knows no site."""
    schema = urls.from_here(urls.FROZEN_SCHEMA, path.rpartition("/")[0] + "/")
    written: dict[str, Any] = record.model_dump(exclude_unset=True, exclude_none=True, by_alias=True)
    return ENCODER.encode({SCHEMA_KEY: schema, **written}) + b"\n"


def frozen_schema(address: str) -> bytes:
    """Return the JSON Schema of frozen reports as they are published."""
    (kind,) = (each for each in KINDS if each.model is FrozenReport)
    schema = schema_of(kind, "serialization")
    named = {"type": "string", "title": "Địa chỉ của lược đồ"}
    described = schema | {
        "$schema": DIALECT,
        "$id": address,
        "title": TITLE,
        "properties": {SCHEMA_KEY: named, **schema["properties"]},
        "required": [SCHEMA_KEY, *schema["required"]],
    }
    return msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n"

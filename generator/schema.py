"""JSON Schemas of the records, for editors: what each key is called, means and may hold, in Vietnamese."""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import JsonSchemaMode

from generator.model import KINDS, Kind

FOLDER = ".schemas"


def schema_of(kind: Kind, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one kind of record: as it is typed, or as it is published."""
    schema = kind.model.model_json_schema(by_alias=True, mode=mode)
    _tidy(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": kind.label}


def _tidy(node: Any) -> None:
    """Drop what officials should not have to read, English docstrings and class names; let unions overlap."""
    if isinstance(node, dict):
        if "oneOf" in node and "discriminator" not in node:  # "applicant" is also shaped like an id
            node["anyOf"] = node.pop("oneOf")
        if "properties" in node:
            node.pop("description", None)
            node.pop("title", None)
        if isinstance(node.get("default"), dict | list) or ("default" in node and node["default"] is None):
            del node["default"]
        for value in node.values():
            _tidy(value)
    elif isinstance(node, list):
        for value in node:
            _tidy(value)


def write_schemas(folder: Path) -> list[Path]:
    """Write one schema a kind into ``folder``; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in KINDS:
        path = folder / f"{kind.name}.json"
        path.write_text(json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        written.append(path)
    return written


def pattern_of(kind: Kind, data: str = "data") -> str:
    """Return the glob of the files of a kind, below the repository."""
    return f"{data}/{kind.name}.yml" if kind.single else f"{data}/{kind.name}/{'*/' * kind.depth}*.yml"


def editor_settings(folder: str = FOLDER, data: str = "data") -> dict[str, Any]:
    """Return the part of ``.vscode/settings.json`` that binds each file to its schema."""
    return {
        "yaml.schemas": {f"./{folder}/{kind.name}.json": pattern_of(kind, data) for kind in KINDS},
        "yaml.customTags": [],
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.detectIndentation": False,
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.wordWrap": "on"},
    }


def modeline(kind: Kind) -> str:
    """Return the first line of a new file, which binds it to its schema in any editor."""
    ups = "../" * (1 if kind.single else 2 + kind.depth)
    return f"# yaml-language-server: $schema={ups}{FOLDER}/{kind.name}.json\n"

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.model import KINDS, Kind
from generator.schema import editor_settings, modeline, pattern_of, schema_of, write_schemas
from generator.shape import kind_of
from tests.builds import DATA, SAMPLE


class Editor(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only null, true, false and numbers are more than text."""

    yaml_implicit_resolvers = {}


for name, words, first in (
    ("null", r"null|~|", "n~\0"),
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]*", "-+0123456789"),
):
    Editor.add_implicit_resolver(
        f"tag:yaml.org,2002:{name}", re.compile(rf"^(?:{words})$"), list(first) + [""] * (name == "null")
    )


def records(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield every YAML file of a data folder with its path below it."""
    for path in sorted(folder.rglob("*.yml")):
        yield path, path.relative_to(folder).as_posix()


@pytest.fixture(scope="module")
def validators() -> dict[str, Any]:
    """Return what editors check each kind of record with."""
    return {kind.name: Draft202012Validator(schema_of(kind)) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_schemas_are_schemas(kind: Kind) -> None:
    """Each kind's schema is right by JSON Schema 2020-12, and is titled with the kind's name."""
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == kind.label


@pytest.mark.parametrize("folder", [SAMPLE, DATA], ids=["sample", "data"])
def test_editors_find_nothing_wrong_with_good_records(folder: Path, validators: dict[str, Any]) -> None:
    """What our check lets pass, an editor underlines nowhere."""
    found = []
    for path, place in records(folder):
        kind = kind_of(place)
        assert kind is not None
        record = yaml.load(path.read_text("utf-8"), Loader=Editor)  # noqa: S506  (a safe loader)
        found += [(place, error.json_path, error.message) for error in validators[kind.name].iter_errors(record)]
    assert found == []


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("agencies", {"id": "so-thu", "name": "Sở Thử", "kind": "department", "mau": "xanh"}),
        ("agencies", {"id": "Sở Thử", "name": "Sở Thử", "kind": "department"}),
        ("agencies", {"id": "so-thu", "name": "Sở Thử", "kind": "sở"}),
        ("agencies", {"id": "so-thu", "kind": "department"}),
        ("fields", {"fields": [{"id": "a", "name": "A", "ten": "B"}]}),
        ("holidays", {"years": [{"year": 2026, "days": [{"date": "1-1-2026", "kind": "off", "name": "Tết"}]}]}),
    ],
    ids=["unknown key", "id with marks", "unknown choice", "no name", "unknown key inside", "date of no known form"],
)
def test_editors_underline_mistakes(kind: str, record: dict[str, Any], validators: dict[str, Any]) -> None:
    """The commonest mistakes show in the editor already."""
    assert not validators[kind].is_valid(record)


def properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every property of a schema with its name."""
    if isinstance(node, dict):
        yield from node.get("properties", {}).items()
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from properties(value)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_key_has_a_vietnamese_name(kind: Kind) -> None:
    """An editor shows for each key what it is called in Vietnamese, and no English word of the program."""
    schema = schema_of(kind)
    for name, about in properties(schema):
        if not set(about) <= {"$ref", "const"}:
            assert about.get("title"), name
            assert about["title"].lower() != name.replace("_", " "), name
    said = [*re.findall(r'"(?:description|title)": "([^"]*)"', json.dumps(schema, ensure_ascii=False))]
    assert [text for text in said if re.search(r"\b(?:the|of|and|with|what)\b", text)] == []


def test_every_choice_is_explained() -> None:
    """Each closed list says beside every value what it means."""
    lists = [about for kind in KINDS for about in schema_of(kind).get("$defs", {}).values() if "enum" in about]
    assert lists
    assert all(len(about["enum"]) == len(about["enumDescriptions"]) for about in lists)


def test_schemas_are_written_one_a_kind(tmp_path: Path) -> None:
    """Each kind has its file, in readable JSON that ends with a line end."""
    written = write_schemas(tmp_path / "so")
    assert [path.name for path in written] == [f"{kind.name}.json" for kind in KINDS]
    for path, kind in zip(written, KINDS, strict=True):
        text = path.read_text("utf-8")
        assert json.loads(text) == schema_of(kind)
        assert text.endswith("}\n")
        assert "\\u" not in text


def test_editors_know_which_schema_is_for_which_file() -> None:
    """Each record of the sample is bound to the schema of its kind, and to no other."""
    bound = editor_settings()["yaml.schemas"]
    for _path, place in records(SAMPLE):
        kind = kind_of(place)
        assert kind is not None
        assert [
            schema
            for schema, glob in bound.items()
            if Path(f"data/{place}").match(glob) and depth(glob) == depth(f"data/{place}")
        ] == [f"./.schemas/{kind.name}.json"]


def depth(path: str) -> int:
    """Return how many folders a path goes down."""
    return path.count("/")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_first_line_of_a_record_leads_to_its_schema(kind: Kind) -> None:
    """From a record's place, the first line's path climbs to the folder of schemas."""
    record = Path("/kho") / pattern_of(kind).replace("*", "x")
    schema = modeline(kind).strip().partition("$schema=")[2]
    climbed = schema.count("../")
    assert record.parents[climbed] / schema.replace("../", "") == Path(f"/kho/.schemas/{kind.name}.json")

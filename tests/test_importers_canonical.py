"""The canonical writer: what it writes is read back, and stands as people would write it."""

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.filed import plain
from generator.importers.canonical import WIDTH, one, yaml_of
from generator.importers.portal.texts import tidy
from generator.model.legal import Legal
from generator.model.procedure import Procedure
from generator.parse import parse
from tests.records import procedure
from tests.test_schema import Editor

ODD = [
    "- ",
    ": ",
    " #",
    "'",
    '"',
    "\\",
    "|",
    ">-",
    "*",
    "&a",
    "!x",
    "{",
    "[",
    "%",
    "@",
    "`",
    "?",
    "\n",
    "null",
    "yes",
    "1.0",
]
TEXT = (st.text(max_size=60) | st.lists(st.sampled_from(ODD) | st.text(max_size=4), max_size=30).map("".join)).map(tidy)
SAID = TEXT.filter(bool)


VALUES = st.fixed_dictionaries(
    {
        "text": SAID,
        "note": SAID,
        "many": st.lists(SAID, max_size=3),
        "number": st.integers(0, 10**15 - 1),
        "days": st.decimals(0, 999, places=2),
        "required": st.sampled_from(["true", "false"]),
    }
)


@given(VALUES)
def test_a_record_is_read_back(values: dict[str, Any]) -> None:
    """Whatever text, number or truth a record holds, the file says it and the strict reader reads the same."""
    texts = [values["text"], *values["many"]]
    record = procedure(
        title=" ".join(values["text"].split()),
        steps=[{"text": each, "time_limit": {"value": str(values["days"]), "unit": "day"}} for each in texts],
        channels=[{"channel": "online", "fees": [{"amount_vnd": str(values["number"])}], "note": values["note"]}],
        documents=[{"items": [{"name": each, "required": values["required"]}]} for each in texts],
        questions=[*texts, values["note"]],
    )
    assert Procedure.model_validate(plain(parse(yaml_of(record)))) == record


@given(SAID)
def test_editors_read_the_same_text(text: str) -> None:
    """A YAML 1.2 editor takes for text what is text: nothing becomes a number, a truth or nothing."""
    found = yaml.load(yaml_of(procedure(questions=[text])), Loader=Editor)  # noqa: S506  (a safe loader of the tests)
    assert found["questions"] == [text]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Nộp hồ sơ", "Nộp hồ sơ"),
        ("59-2020-qh14", "59-2020-qh14"),
        ("1.009664", '"1.009664"'),
        ("1e5", '"1e5"'),
        ("2024-03-14", '"2024-03-14"'),
        ("null", '"null"'),
        ("No", '"No"'),
        ("gồm: hai bản", '"gồm: hai bản"'),
        ("- một", '"- một"'),
        ("lời “đóng”", "lời “đóng”"),
        ('nháy "kép"', 'nháy "kép"'),
        (True, "true"),
        (12, "12"),
    ],
)
def test_quotes_stand_where_a_reader_would_mistype(value: Any, written: str) -> None:
    """Codes, dates, words of YAML and text with its marks are quoted; ids and sentences are not."""
    assert one(value) == written


def test_keys_stand_in_the_order_of_the_model() -> None:
    """The order of keys is the model's, whatever the order they came in; days and decimals stand bare."""
    keys = {
        "force": "unknown",
        "kind": "law",
        "issued_on": "2020-06-17",
        "number": "59/2020/QH14",
        "id": "59-2020-qh14",
    }
    written = yaml_of(Legal.model_validate(keys))
    assert written.splitlines() == [
        "id: 59-2020-qh14",
        'number: "59/2020/QH14"',
        "kind: law",
        "issued_on: 2020-06-17",
        "force: unknown",
    ]
    assert date.fromisoformat("2020-06-17") == Legal.model_validate(plain(parse(written))).issued_on


def test_long_text_is_folded_and_lines_are_kept() -> None:
    """A long line is folded below its key within the width; a text of several lines keeps them."""
    lines = yaml_of(procedure(title="chữ " * 60 + "hết", questions=["một\nhai"])).splitlines()
    assert "title: >-" in lines
    assert max(map(len, lines)) <= WIDTH
    assert lines[lines.index("  - |-") + 1 :][:2] == ["    một", "    hai"]

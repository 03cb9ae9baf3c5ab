"""Parsing: letters are composed in every way of writing, however little of the text is looked at again."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.filed import scalars
from generator.nodes import Mapping, Scalar, Sequence
from generator.parse import Refusal, parse

HORN = "\u031b"  # makes ơ of an o before it


@pytest.mark.parametrize(
    "typed",
    [
        f"So{HORN}",
        f"'So{HORN}'",
        f'"So{HORN}"',
        '"So\\u031b"',
        f'"S\\x6f{HORN}"',
        f'"So\\\n  {HORN}"',
        f'"So\\\n  \\\n  {HORN}"',
        f">-\n  So{HORN}",
        f"|-\n  So{HORN}",
    ],
    ids=["plain", "single", "double", "escaped mark", "escaped letter", "joined", "joined twice", "folded", "literal"],
)
def test_letters_are_composed_however_they_are_written(typed: str) -> None:
    """A letter and its mark are one character, also when only an escape or a joined line brings them together."""
    value = parse(f"a: {typed}\n").values["a"]
    assert isinstance(value, Scalar)
    assert value.text == "Sơ"


PIECES = st.sampled_from(
    ["o", HORN, "ơ", "\u0309", " ", "\n ", "\\\n ", "\\u031b", "\\x6f", '"', "'", "''", ": ", "\n- ", ">-\n ", "|\n "]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_no_value_is_left_decomposed(text: str) -> None:
    """Whatever brings letters and marks together, values and keys come out composed."""
    try:
        root = parse(f"a: {text}")
    except Refusal:
        return
    for path, value in scalars(root):
        assert all(unicodedata.is_normalized("NFC", str(part)) for part in (*path, value.text))


def test_an_escape_is_hidden_where_nothing_hidden_is_typed() -> None:
    """The text shows no hidden character, the escape writes one: it is refused at its value."""
    with pytest.raises(Refusal) as refusal:
        parse('a:\n  - mot\n  - "hai\\u200b"\n')
    assert (refusal.value.code, refusal.value.line, refusal.value.column) == ("ky-tu-an", 3, 5)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("[" * 13 + "*a", "qua-sau"),
        ("*a", "bi-danh"),
        ("&a !b x", "neo"),
        ("!b x", "the"),
        ("! x", "the"),
        ("&a [x]", "neo"),
        ("!b {x: y}", "the"),
    ],
)
def test_the_first_reason_is_said(typed: str, code: str) -> None:
    """Depth is told before an alias, an anchor before a tag; of lists and groups as of single values."""
    with pytest.raises(Refusal) as refusal:
        parse(f"a: {typed}")
    assert refusal.value.code == code


def test_groups_and_lists_begin_where_their_first_part_does() -> None:
    """A group and a list know their place as a value does; empty ones are empty."""
    root = parse("a:\n  - {}\n  - []\n  - b: 1\n")
    items = root.values["a"]
    assert items == Sequence(
        2, 3, [Mapping(2, 5), Sequence(3, 5), Mapping(4, 5, {"b": Scalar("b", 4, 5)}, {"b": Scalar("1", 4, 8)})]
    )

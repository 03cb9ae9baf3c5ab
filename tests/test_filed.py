"""From the path of a value to its line: problems point at what a person has to change."""

import pytest

from generator.filed import place_of, plain, scalars, texts_in
from generator.nodes import Path
from generator.parse import parse

TEXT = """\
title: Thử
channels:
  - channel: online
    time_limit: {value: 3, unit: day}
  - channel: post
contact:
  url: https://example.org
url: https://example.org/khac
"""


@pytest.mark.parametrize(
    ("path", "line", "column", "shown"),
    [
        ((), 1, 1, ""),
        (("title",), 1, 1, "title"),
        (("channels",), 2, 1, "channels"),
        (("channels", 1), 5, 5, "channels[1]"),
        (("channels", 0, "time_limit", "unit"), 4, 28, "channels[0].time_limit.unit"),
        (("channels", 0, "note"), 3, 5, "channels[0].note"),
        (("channels", 7, "note"), 2, 1, "channels[7].note"),
        (("contact", "email"), 6, 1, "contact.email"),
        (("source", "url"), 1, 1, "source.url"),
        (("title", "url"), 1, 1, "title.url"),
        (("audience",), 1, 1, "audience"),
    ],
)
def test_the_place_of_a_path(path: Path, line: int, column: int, shown: str) -> None:
    """A path leads to its key or item; what is not written down leads to the nearest part that is."""
    assert place_of(parse(TEXT), path) == (line, column, shown)


def test_every_value_has_its_path() -> None:
    """Walking a file gives each single value once, with the path that leads to it."""
    root = parse(TEXT)
    found = {path: scalar.text for path, scalar in scalars(root)}
    assert found["channels", 0, "time_limit", "value"] == "3"
    assert len(found) == 7
    assert all(place_of(root, path)[0] == scalar.line for path, scalar in scalars(root))


def test_the_fast_walk_leaves_addresses_out() -> None:
    """The texts of a file are all its values but web addresses."""
    assert sorted(texts_in(parse(TEXT))) == ["3", "Thử", "day", "online", "post"]


def test_keys_without_a_value_are_not_given() -> None:
    """A bare key is as if it were not written; an empty place in a list stays, to be refused."""
    assert plain(parse("a:\nb: ~\nc: ''\nd: [1, ]\ne:\n  -\n")) == {"c": "", "d": ["1"], "e": [None]}

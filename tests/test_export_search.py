"""The index that the browser searches says what the records say, in as few bytes as can be."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator import urls
from generator.export.search import LATEST, index_of, search_index
from generator.facts import Facts
from generator.pages.base import Plain
from tests.records import facts, procedure


def found_in(index: dict[str, Any], label: str) -> dict[str, Any]:
    """Return the part of an index that holds one kind."""
    return next(kind for kind in index["kinds"] if kind["label"] == label)


def files_of(records: Facts) -> dict[str, bytes]:
    """Return the files of the search by path."""
    return {each.path: each.content for each in search_index(records) if isinstance(each, Plain)}


def test_the_index_is_named_after_its_content() -> None:
    """Two contents have two names, and the small file tells which one holds."""
    one, other = (files_of(facts(procedures=(procedure(title=title),))) for title in ("Cấp thẻ", "Đổi thẻ"))
    assert one.keys() != other.keys()
    for files in (one, other):
        name = f"tim-kiem/{json.loads(files[LATEST])['index']}"
        assert files.keys() == {LATEST, name}
        assert json.loads(files[name])["kinds"]


def test_every_kind_has_columns_of_one_length(sample_facts: Facts) -> None:
    """Places, titles and words of a kind stand beside each other; every place has a page."""
    index = index_of(sample_facts)
    labels = ["Thủ tục", "Việc trong đời", "Hồ sơ mẫu", "Kế hoạch", "Nhiệm vụ", "Văn bản", "Cơ quan"]
    assert [kind["label"] for kind in index["kinds"]] == labels
    for kind in index["kinds"]:
        assert kind["titles"] and all(kind["titles"])
        assert len(kind["places"]) == len(kind["titles"]) == len(kind["words"])
        assert len(kind["of"]) in {0, len(kind["titles"])}
    procedures = index["kinds"][0]
    assert [procedures["at"] + place + "/" for place in procedures["places"]] == [
        urls.address(urls.procedure(code)) for code in sample_facts.procedures
    ]
    samples = found_in(index, "Hồ sơ mẫu")
    card = next(iter(sample_facts.samples.values()))
    first = samples["at"] + samples["places"][0] + "/"
    assert first == urls.address(urls.sample(card.procedure, card.sample))


def test_facets_are_those_of_the_record() -> None:
    """Field, agency, level, audience, online level and whether it is free; what is not known is neither."""
    channels = [{"channel": "online", "fees": [{"kind": "charge", "amount_vnd": "0"}]}]
    known = procedure(
        levels=["province", "commune"],
        audience=["citizen"],
        channels=channels,
        agencies={"executing": ["so-thu"], "competent": ["so-thu"]},
    )
    index = index_of(facts(procedures=(known, procedure(code="1.000002"))))
    part = index["kinds"][0]
    assert [index["fields"][place][0] for place in part["field"]] == ["linh-vuc", "linh-vuc"]
    assert [[index["agencies"][place][0] for place in places] for places in part["agency"]] == [["so-thu"], []]
    levels = [key for place, (key, _words) in enumerate(index["levels"]) if part["level"][0] >> place & 1]
    assert levels == ["province", "commune"]
    assert (part["level"][1], part["audience"], part["free"]) == (0, [1, 0], [1, -1])
    assert part["online"] == [2, 0]


@pytest.mark.parametrize(
    ("keys", "level"),
    [
        ({"online": {"level": "full"}}, 4),
        ({"online": {"level": "partial", "reason": "a", "law": "b"}}, 3),
        ({"online": {"level": "information"}}, 1),
        ({}, 0),
    ],
)
def test_how_far_online(keys: dict[str, Any], level: int) -> None:
    """The level that the record names decides."""
    assert index_of(facts(procedures=(procedure(**keys),)))["kinds"][0]["online"] == [level]


def test_short_titles_are_shown_and_long_ones_searched() -> None:
    """The title of the lists is shown; the official title and the keywords are found all the same."""
    record = procedure(title="Cấp thẻ tạm thời", short_title="Xin thẻ", keywords=["the tam"])
    part = index_of(facts(procedures=(record,)))["kinds"][0]
    assert (part["titles"], part["words"]) == (["Xin thẻ"], ["Cấp thẻ tạm thời · the tam"])


def test_only_what_has_ended_is_marked_so() -> None:
    """A procedure whose force is not known is not called ended."""
    states = [procedure(code=f"1.00000{n}", status=status) for n, status in enumerate(("unknown", "abolished", "new"))]
    assert index_of(facts(procedures=tuple(states)))["kinds"][0]["ended"] == [1]


def test_the_index_is_compact(real_build: Path) -> None:
    """No blank stands between its parts, and it is smaller than the catalogue's pages would be."""
    name = json.loads((real_build / LATEST).read_bytes())["index"]
    content = (real_build / "tim-kiem" / name).read_bytes()
    assert json.dumps(json.loads(content), ensure_ascii=False, separators=(",", ":")).encode() == content

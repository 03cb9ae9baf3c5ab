"""One record taken apart: what each field says, still in the portal's words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importers.portal import channels, law, lists, papers
from generator.importers.portal.outline import Point, points
from generator.importers.portal.results import Foot, Row, without_foot
from generator.importers.portal.results import take_apart as results_of
from generator.importers.portal.source import Record
from generator.importers.portal.texts import Ask, is_absent
from generator.model.choices import Audience, Level, ProcedureKind

ROLES = ("competent", "executing", "coordinating", "authorised")


@dataclass(frozen=True)
class Parts:
    """Everything a draft is made of; ``absent`` are words for nothing, ``asks`` is what has no other place."""

    record: Record
    levels: lists.Chosen[Level]
    audience: lists.Chosen[Audience]
    kind: ProcedureKind | None
    agencies: dict[str, tuple[str, ...]]
    channels: channels.Table
    groups: tuple[papers.Group, ...]
    steps: tuple[Point, ...]
    conditions: tuple[Point, ...]
    results: tuple[Row, ...]
    law: law.Table
    feet: tuple[Foot, ...]
    absent: tuple[str, ...]
    asks: tuple[Ask, ...]


def take_apart(record: Record, known: Counter[str]) -> Parts:
    """Return the parts of a record; ``known`` are the authors that numbers of documents end in."""
    texts, feet = {}, []
    for field in record.texts:
        texts[field], foot = without_foot(record.text(field))
        feet.append(foot)
    agencies = {role: lists.agencies(texts.get(role, "")) for role in ROLES}
    groups, no_table = papers.take_apart(texts.get("documents", ""))
    rows, after_rows = results_of(texts.get("results", ""))
    levels = lists.levels(texts.get("levels", ""))
    leftovers = [("levels", levels.rest), ("documents", no_table), ("results", after_rows)]
    leftovers += [(role, rest) for role, (_names, rest) in agencies.items()]
    leftovers += [("field", text) for text in [texts.get("field", "")] if len(text) > lists.LONGEST_NAME]
    return Parts(
        record=record,
        levels=levels,
        audience=lists.audience(texts.get("audience", "")),
        kind=lists.kind(texts.get("kind", "")),
        agencies={role: names for role, (names, _rest) in agencies.items() if names},
        channels=channels.take_apart(texts.get("channels", "")),
        groups=groups,
        steps=_points(texts.get("steps", "")),
        conditions=_points(texts.get("conditions", "")),
        results=rows,
        law=law.take_apart(texts.get("legal_basis", ""), known),
        feet=tuple(foot for foot in feet if foot.labels),
        absent=tuple(text for text in texts.values() if text and is_absent(text)),
        asks=(*record.asks, *_asks(leftovers)),
    )


def _points(text: str) -> tuple[Point, ...]:
    return () if is_absent(text) else points(text)


def _asks(leftovers: list[tuple[str, str]]) -> Iterator[Ask]:
    return (Ask("leftover", field, text, keeps=True) for field, text in leftovers if text)

"""Chains: nothing stands above itself, holds itself or comes after itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.cards import AnyCard, FieldCard
from generator.errors import Problem
from generator.facts import Facts
from generator.nodes import Path
from generator.rules.common import FiledAt

FIELDS = "fields.yml"
Links = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Chain:
    """A key that names other records of the same kind: where it stands and what a card says of it."""

    kind: str
    path: Path
    follow: Callable[[Any], Sequence[str]]
    words: str


def _pointed(relation: str) -> Callable[[AnyCard], list[str]]:
    """Return what tells whom a card points to by a relation."""
    return lambda card: [target for name, target in card.points if name == relation]


CHAINS: tuple[Chain, ...] = (
    Chain("agencies", ("parent",), _pointed("parent"), "thuộc về"),
    Chain("agencies", ("members",), _pointed("member"), "gồm"),
    Chain("agencies", ("succeeded_by",), _pointed("successor"), "được kế thừa bởi"),
    Chain("legal", ("replaced_by",), lambda card: card.replaced_by, "được thay bằng"),
    Chain("legal", ("amended_by",), _pointed("amended-by"), "được sửa đổi bởi"),
    Chain("procedures", ("replaced_by",), lambda card: card.replaced_by, "được thay bằng"),
    Chain("plans", ("parent",), _pointed("parent"), "cụ thể hóa"),
)


def no_record_leads_to_itself(facts: Facts, filed_at: FiledAt) -> Iterator[Problem]:
    """Cơ quan, văn bản, thủ tục, kế hoạch không thuộc về, không gồm, không nối tiếp chính nó, dù qua nhiều bước."""
    shelves = {each.kind: each for each in (facts.agencies, facts.legal, facts.procedures, facts.plans)}
    for chain in CHAINS:
        cards: Iterable[AnyCard] = shelves[chain.kind].cards.values()
        for name in _looping({card.id: targets for card in cards if (targets := chain.follow(card))}):
            message = f"đi theo “{chain.words}” thì “{name}” quay về chính nó"
            filed = filed_at(facts.paths[chain.kind, name])
            yield filed.error(chain.path, "vong-lap", message, "sửa hoặc bỏ mã gây vòng lặp")


def no_field_leads_to_itself(facts: Facts, filed_at: FiledAt) -> Iterator[Problem]:
    """Lĩnh vực không thuộc về chính nó."""
    fields = [card for card in facts.held.cards.get(FIELDS, ()) if isinstance(card, FieldCard)]
    looping = _looping({card.id: [target for _relation, target in card.points] for card in fields})
    for index, field in enumerate(fields):
        if field.id in looping:
            message = f"đi theo parent thì “{field.id}” quay về chính nó"
            path = ("fields", index, "parent")
            yield filed_at(FIELDS).error(path, "vong-lap", message, "sửa hoặc bỏ parent")


def _looping(links: Links) -> list[str]:
    """Return the names from which following the links leads back to the start."""
    return [start for start in links if start in _reached(start, links)]


def _reached(start: str, links: Links) -> set[str]:
    reached: set[str] = set()
    todo = [*links[start]]
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            todo.extend(links.get(name, ()))
    return reached


OF_ALL = (no_record_leads_to_itself, no_field_leads_to_itself)

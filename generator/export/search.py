"""The index that the browser searches: titles, words and facets in columns, as small as can be.

Its name holds the digest of its content, so that a browser may keep it for ever; ``LATEST`` tells the name, and is
the one file that is asked for anew.  Nothing on a page depends on either.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator import urls
from generator.cards import LegalCard, ProcedureCard
from generator.digests import digest
from generator.export.compact import compact
from generator.facts import Facts
from generator.model.choices import ENDED, Audience, Level
from generator.pages.base import Plain, Products

LATEST = "tim-kiem/muc-luc.json"
# How far online, from least to most: the place in this list is what the index says.
ONLINE = ("", "information", "yes", "partial", "full")
Columns = dict[str, Any]


@dataclass(frozen=True)
class Find:
    """Something to be found: ``place`` fills the address of its kind.

    Besides its title it is found by ``of``, which is shown with it (a number, a plan), and by hidden ``words``.
    """

    place: str
    title: str
    of: str | None = None
    words: tuple[str | None, ...] = ()


def search_index(facts: Facts) -> Products:
    """Yield the index, and the file that tells its name."""
    content = compact(index_of(facts))
    name = f"{digest(content).hex()[:12]}.json"
    yield Plain(f"tim-kiem/{name}", content)
    yield Plain(LATEST, compact({"index": name}))


def index_of(facts: Facts) -> Columns:
    """Return the whole index."""
    procedures = list(facts.procedures.values())
    return {
        "fields": [[each.id, each.name] for each in facts.fields.values()],
        "agencies": [[each.id, each.name] for each in facts.agencies.values()],
        "levels": [[each.value, each.label] for each in Level],
        "audience": [[each.value, each.label] for each in Audience],
        "synonyms": [[each.term, list(each.words)] for each in facts.synonyms.values()],
        "kinds": [
            {**_columns("Thủ tục", urls.procedure("x"), map(_procedure, procedures)), **_facets(procedures, facts)},
            *(_columns(label, page, finds(facts)) for label, page, finds in KINDS),
        ],
    }


def _columns(label: str, page: str, finds: Iterable[Find]) -> Columns:
    found = list(finds)
    return {
        "label": label,
        "at": urls.address(page).removesuffix("x/").removesuffix("x/"),
        "places": [each.place for each in found],
        "titles": [each.title for each in found],
        "of": [each.of or "" for each in found] if any(each.of for each in found) else [],
        "words": [" · ".join(filter(None, each.words)) for each in found],
    }


def _procedure(card: ProcedureCard) -> Find:
    shown = card.short_title or card.title
    longer = card.title if card.short_title else None
    return Find(card.code, shown, words=(longer, *card.find.words))


def _facets(cards: list[ProcedureCard], facts: Facts) -> Columns:
    """Return the facets in columns; fields and agencies by their places, closed lists by bits, None as -1."""
    field_at = {each: place for place, each in enumerate(facts.fields)}
    agency_at = {each: place for place, each in enumerate(facts.agencies)}
    usual = {*facts.site.featured, *(code for event in facts.events.values() for code in event.procedures)}
    return {
        "field": [field_at[card.field] for card in cards],
        "agency": [[agency_at[each] for each in dict.fromkeys(card.agencies)] for card in cards],
        "level": [_bits(Level, card.find.levels) for card in cards],
        "audience": [_bits(Audience, card.find.audience) for card in cards],
        "online": [ONLINE.index(card.find.online) for card in cards],
        "free": [-1 if card.find.free is None else int(card.find.free) for card in cards],
        "usual": [place for place, card in enumerate(cards) if card.code in usual],
        "ended": [place for place, card in enumerate(cards) if card.status in ENDED],
        "fictional": [place for place, card in enumerate(cards) if facts.is_illustration(*card.agencies)],
    }


def _bits(choices: Iterable[Any], chosen: Iterable[Any]) -> int:
    places = {each: place for place, each in enumerate(choices)}
    return sum(1 << places[each] for each in set(chosen))


def _events(facts: Facts) -> Iterator[Find]:
    return (Find(each.id, each.name, words=(each.description,)) for each in facts.events.values())


def _samples(facts: Facts) -> Iterator[Find]:
    return (Find(each.id, each.title) for each in facts.samples.values())


def _plans(facts: Facts) -> Iterator[Find]:
    return (Find(each.id, each.title, each.number) for each in facts.plans.values())


def _tasks(facts: Facts) -> Iterator[Find]:
    return (
        Find(plan.id, task.text, plan.number or plan.title, (task.id,))
        for plan in facts.plans.values()
        for task in plan.tasks
    )


def _legal(facts: Facts) -> Iterator[Find]:
    return (Find(each.id, *_named(each)) for each in facts.legal.values())


def _named(card: LegalCard) -> tuple[str, str | None]:
    """Return the title of a legal document with its number, or what it has instead of a title."""
    return (card.title, card.number) if card.title else (card.number or card.id, None)


def _agencies(facts: Facts) -> Iterator[Find]:
    return (Find(each.id, each.name, words=(each.short_name,)) for each in facts.agencies.values())


# The other kinds: what each is called in the results, a page of it called x, what there is of it.
KINDS: tuple[tuple[str, str, Callable[[Facts], Iterator[Find]]], ...] = (
    ("Việc trong đời", urls.by_event("x"), _events),
    ("Hồ sơ mẫu", urls.sample("x", "x"), _samples),
    ("Kế hoạch", urls.plan("x"), _plans),
    ("Nhiệm vụ", urls.plan("x"), _tasks),
    ("Văn bản", urls.legal("x"), _legal),
    ("Cơ quan", urls.agency("x"), _agencies),
)

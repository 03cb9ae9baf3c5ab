"""Lists of procedures: the catalogue, and by field, agency and life event, each with its feed."""

from collections.abc import Iterable, Sequence
from typing import Any

from generator import urls
from generator.cards import ProcedureCard
from generator.derive.changes import changes_among
from generator.export.feeds import feed
from generator.facts import Facts
from generator.pages.base import Draft, Plain, Products, crumb, head, shorten

CATALOGUE = crumb("Thủ tục", urls.PROCEDURES)
ABOUT = "Giấy tờ, thời hạn, phí và nơi nộp của từng thủ tục."
# A longer catalogue names its fields only: thousands of lines on one page help nobody, least of all on a phone.
MOST_LINES = 300


def catalogue(facts: Facts) -> Products:
    """Yield the catalogue of all procedures, by field."""
    total = len(facts.procedures)
    meta = head("catalogue", "Thủ tục hành chính", f"Danh mục {total} thủ tục: giấy tờ, thời hạn, phí, nơi nộp.")
    codes = {field: facts.pointing("procedures", "field", field) for field in facts.fields}
    whole = total <= MOST_LINES
    groups = [
        (facts.fields[field].name, urls.by_field(field), len(found), cards_of(found, facts) if whole else [])
        for field, found in codes.items()
        if found
    ]
    agencies = [(facts.agencies[each], len(facts.pointing("procedures", "agency", each))) for each in facts.agencies]
    context = {
        "total": total,
        "whole": whole,
        "examples": sum(is_fictional(card, facts) for group in groups for card in group[3]),
        "groups": groups,
        "agencies": [(card, count) for card, count in agencies if count],
        "events": list(facts.events.values()),
        "fictional": lambda card: is_fictional(card, facts),
    }
    yield Draft(urls.PROCEDURES, "catalogue.md", meta, context)


def cards_of(codes: Iterable[str], facts: Facts) -> list[ProcedureCard]:
    """Return the cards of procedures."""
    return [facts.procedures[code] for code in codes]


def is_fictional(card: ProcedureCard, facts: Facts) -> bool:
    """Return whether a procedure is an illustration."""
    return facts.is_illustration(*card.agencies)


def by_field(key: str, facts: Facts) -> Products:
    """Yield the procedures of a field, and their feed."""
    field = facts.fields[key]
    codes = facts.pointing("procedures", "field", key)
    hidden = all(is_fictional(card, facts) for card in cards_of(codes, facts))
    follow = _feed_of(urls.feed("linh-vuc", key), field.name, codes, facts)
    more: dict[str, Any] = {"illustration": hidden, "feed": follow.path if follow else ""}
    yield _list(urls.by_field(key), field.name, codes, facts, lead=field.description or "", **more)
    if follow:
        yield follow


def by_agency(key: str, facts: Facts) -> Products:
    """Yield the procedures of an agency, or its fields where these are many, and their feed."""
    agency = facts.agencies[key]
    codes = facts.pointing("procedures", "agency", key)
    follow = _feed_of(urls.feed("co-quan", key), agency.name, codes, facts)
    more: dict[str, Any] = {"illustration": agency.illustration, "feed": follow.path if follow else ""}
    path, title = urls.by_agency(key), _of_agency(agency.name)
    if is_long(key, facts):
        yield _fields(path, title, fields_of_agency(key, facts), key, facts, **more)
    else:
        yield _list(path, title, codes, facts, **more)
    if follow:
        yield follow


def fields_of_agency(key: str, facts: Facts) -> dict[str, list[str]]:
    """Return the codes of an agency's procedures by field, in the order of the fields."""
    own = set(facts.pointing("procedures", "agency", key))
    parts = {field: _of_field(field, own, facts) for field in facts.fields}
    return {field: codes for field, codes in parts.items() if codes}


def _of_field(field: str, own: set[str], facts: Facts) -> list[str]:
    return [code for code in facts.pointing("procedures", "field", field) if code in own]


def is_long(key: str, facts: Facts) -> bool:
    """Return whether an agency has so many procedures that each of its fields has a page."""
    return len(facts.pointing("procedures", "agency", key)) > MOST_LINES


def by_agency_and_field(agency: str, field: str, facts: Facts) -> Products:
    """Yield an agency's procedures of one field."""
    card, name = facts.agencies[agency], facts.fields[field].name
    codes = _of_field(field, set(facts.pointing("procedures", "agency", agency)), facts)
    path, title = urls.by_agency_and_field(agency, field), _of_agency(card.name)
    crumbs = [CATALOGUE, crumb(title, urls.by_agency(agency))]
    yield _list(path, f"{title}: {name}", codes, facts, illustration=card.illustration, crumbs=crumbs)


def _of_agency(name: str) -> str:
    return f"Thủ tục của {name}"


def by_event(key: str, facts: Facts) -> Products:
    """Yield the procedures that a life event calls for, in the order of the event."""
    event = facts.events[key]
    yield _list(urls.by_event(key), event.name, event.procedures, facts, lead=event.description)


def _feed_of(path: str, name: str, codes: Sequence[str], facts: Facts) -> Plain | None:
    """Return the feed of some procedures; None when none of them has changed."""
    changes = changes_among(codes, facts)
    return feed(path, f"Thay đổi: {name}", changes, facts) if changes else None


def _list(path: str, title: str, codes: Sequence[str], facts: Facts, *, lead: str = "", **more: Any) -> Draft:
    context = {
        "title": title,
        "lead": lead,
        "cards": cards_of(codes, facts),
        "fictional": lambda card: is_fictional(card, facts),
    }
    return Draft(path, "procedure-list.md", _head(title, len(codes), lead, **more), context)


def _fields(path: str, title: str, parts: dict[str, list[str]], agency: str, facts: Facts, **more: Any) -> Draft:
    total = sum(map(len, parts.values()))
    groups = [
        (facts.fields[field].name, urls.by_agency_and_field(agency, field), len(codes))
        for field, codes in parts.items()
    ]
    return Draft(
        path, "procedure-fields.md", _head(title, total, "", **more), {"title": title, "total": total, "groups": groups}
    )


def _head(title: str, total: int, lead: str, **more: Any) -> dict[str, Any]:
    return head(
        "catalogue", title, shorten(f"{title}: {total} thủ tục. {lead or ABOUT}"), **{"crumbs": [CATALOGUE], **more}
    )

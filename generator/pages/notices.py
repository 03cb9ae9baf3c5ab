"""Posting notices: what a procedure's page needs to be printed as one, and the pages that list what hangs where."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from generator import qr, urls, words
from generator.cards import PostedCard, ProcedureCard
from generator.derive.sheets import SheetState, heads, posted, state_of, version_by, version_of
from generator.derive.views import ProcedureView
from generator.facts import Facts
from generator.model.codes import SHEET_LENGTH
from generator.model.upkeep import Disclosure
from generator.pages.base import Draft, Meta, Products, crumb, head, shorten

POSTED = crumb("Tờ niêm yết", urls.POSTED)
# More than these stand on a page for each agency.
MOST_SHEETS = 300
WORTH_PREPARING = 100  # fewer QR codes are drawn sooner than prepared for
STATES = list(SheetState)


@dataclass(frozen=True)
class Hanging:
    """A sheet on a board."""

    procedure: ProcedureCard
    posted: PostedCard
    version: str
    state: SheetState


def sheet_of(view: ProcedureView, facts: Facts) -> Meta:
    """Return what the theme needs to print a page as a posting notice; why it is none when the procedure has ended."""
    record = view.record
    if not view.in_force:
        return {"ended": record.status.label}
    version = version_of(record, facts)
    sheet = {"version": version, "agency": words.listed(facts.agencies[each].name for each in heads(record))}
    if "://" not in facts.base:
        return sheet
    code = qr.code_of(urls.scanned(facts.base, record.code, version))
    return {**sheet, "qr": code.path, "size": code.size}


def warm(base: str, codes: Iterable[str]) -> None:
    """Make ready to draw the QR codes of many pages: one family for each length that enough procedures' codes have."""
    for length, count in Counter(map(len, codes)).items() if "://" in base else ():
        if count >= WORTH_PREPARING:
            model, other = (urls.scanned(base, letter * length, letter * SHEET_LENGTH) for letter in "bc")
            qr.prepare(model, other)


def hanging(view: ProcedureView, version: str | None) -> dict[Disclosure, SheetState]:
    """Return how the sheets of a procedure stand, by place."""
    return {each: state_of(each.sheet, version or "", in_force=view.in_force) for each in posted(view.record)}


def posted_list(facts: Facts) -> Products:
    """Yield what hangs where: all sheets, or the agencies where these are many."""
    by_agency = {key: list(_sheets(key, facts)) for key in _agencies(facts)}
    every = list(chain.from_iterable(by_agency.values()))
    whole = len(every) <= MOST_SHEETS
    meta = head(
        "list",
        "Tờ niêm yết",
        "Thủ tục nào đang niêm yết ở đâu, từ ngày nào, bản nào; tờ nào cần thay, cần gỡ.",
        counts=_counts(every),
    )
    groups = [(facts.agencies[key], sheets, counted(sheets)) for key, sheets in by_agency.items()]
    yield Draft(urls.POSTED, "posted-list.md", meta, {"groups": groups, "whole": whole})


def posted_by(key: str, facts: Facts) -> Products:
    """Yield what hangs in the offices of an agency."""
    agency, sheets = facts.agencies[key], list(_sheets(key, facts))
    title = f"Tờ niêm yết của {agency.name}"
    meta = head(
        "list",
        title,
        shorten(f"{title}: {counted(sheets)}."),
        crumbs=[POSTED],
        counts=_counts(sheets),
        illustration=agency.illustration,
    )
    yield Draft(urls.posted_by(key), "posted.md", meta, {"title": title, "sheets": sheets})


def agencies_with_pages(facts: Facts) -> list[str]:
    """Return the agencies whose sheets stand on a page of their own: none, or all that post."""
    found = _agencies(facts)
    count = sum(len(_posting(code, facts)) for key in found for code in facts.pointing("procedures", "posted-by", key))
    return found if count > MOST_SHEETS else []


def counted(sheets: list[Hanging]) -> str:
    """Return how many sheets are in each state, in words."""
    counts = Counter(each.state for each in sheets)
    return ", ".join(f"{counts[state]} {state.brief}" for state in STATES if counts[state])


def _counts(sheets: list[Hanging]) -> list[Meta]:
    counts = Counter(each.state for each in sheets)
    tones = {state: state.tone if counts[state] else "none" for state in STATES}
    return [{"label": state.label, "value": counts[state], "tone": tones[state]} for state in STATES] if sheets else []


def _agencies(facts: Facts) -> list[str]:
    return [key for key in facts.agencies if facts.pointing("procedures", "posted-by", key)]


def _posting(code: str, facts: Facts) -> tuple[PostedCard, ...]:
    posting = facts.procedures[code].posting
    return posting.posted if posting else ()


def _sheets(key: str, facts: Facts) -> Iterator[Hanging]:
    """Yield the sheets of an agency, those with something to do first."""
    found = [
        each
        for code in facts.pointing("procedures", "posted-by", key)
        for each in sheets_of(facts.procedures[code], facts)
    ]
    return iter(sorted(found, key=lambda each: STATES.index(each.state)))


def sheets_of(card: ProcedureCard, facts: Facts) -> Iterator[Hanging]:
    """Yield the sheets of a procedure that hang somewhere."""
    if card.posting:
        version = version_by(card.posting, facts)
        for each in card.posting.posted:
            yield Hanging(card, each, version, state_of(each.sheet, version, in_force=card.in_force))

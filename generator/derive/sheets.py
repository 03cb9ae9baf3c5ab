"""Posting notices (niêm yết): which facts a sheet on an office's board shows, their version, and whether it is current.

The version is a digest of those facts and of nothing else: not of the words around them, not of the day of printing or
of comparison, not of what other records say beyond the names that the sheet shows.  It is made of letters alone, so
that no spreadsheet takes it for a number.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import msgspec

from generator.cards import PostingCard, Refs, encode
from generator.digests import digest
from generator.facts import Facts
from generator.model.base import Model
from generator.model.channel import CouncilFee, FixedFee, OnlineFull, OnlineInformation, OnlinePartial
from generator.model.choices import IN_FORCE, Place
from generator.model.codes import SHEET_LENGTH, SHEET_LETTERS, AgencyRef
from generator.model.dossier import Form, Paper
from generator.model.procedure import Procedure
from generator.model.upkeep import Disclosure

ON_BOARDS = frozenset({Place.COUNTER, Place.ONE_STOP})
# Which keys a sheet shows of each part of a procedure; of parts that are not named here, all.
SHOWN: dict[type[Model], frozenset[str]] = {
    Procedure: frozenset(
        (
            *("code", "provisional_code", "local_code", "title", "purpose", "kind", "field", "levels", "audience"),
            *("audience_note", "agencies", "status", "status_note", "effective_from", "effective_to", "decision"),
            *("cases", "steps", "channels", "fees", "documents", "dossier_sets", "forms", "results", "conditions"),
            *("legal_basis", "online", "boundary_free", "postal", "online_payment", "contact"),
        )
    ),
    **{fee: frozenset(fee.model_fields) - {"legal_basis"} for fee in (FixedFee, CouncilFee)},
    **{level: frozenset(level.model_fields) - {"since"} for level in (OnlineFull, OnlinePartial, OnlineInformation)},
    Paper: frozenset(Paper.model_fields) - {"legal_basis"},
    Form: frozenset({"id", "name", "code", "issued_by"}),
}


class SheetState(Enum):
    """How a posted sheet stands to the facts: (words, words for counts, tone); what there is to do comes first."""

    OUTDATED = ("Bản cũ, cần thay", "tờ cần thay", "late")
    ENDED = ("Hết hiệu lực, cần gỡ", "tờ cần gỡ", "late")
    UNKNOWN = ("Chưa rõ bản", "tờ chưa rõ bản", "soon")
    CURRENT = ("Bản hiện hành", "tờ hiện hành", "ok")

    def __init__(self, label: str, brief: str, tone: str) -> None:
        self.label, self.brief, self.tone = label, brief, tone


def posted(record: Procedure) -> tuple[Disclosure, ...]:
    """Return where sheets of a procedure hang: on boards, and wherever a version is noted."""
    return tuple(each for each in record.disclosure if each.place in ON_BOARDS or each.sheet)


def heads(record: Procedure) -> tuple[AgencyRef, ...]:
    """Return the agencies in whose name a sheet hangs: who decides, else who carries out."""
    return record.agencies.competent or record.agencies.executing


def own_facts(record: Procedure) -> bytes:
    """Return what tells two states of a procedure's own facts on the sheet apart."""
    return digest(_encode(record))


def _shown(value: Any) -> Any:
    """Return what a sheet shows of a part of a record, by key.

    Keys at their defaults are left out, so that a key that the models gain later changes no version.
    """
    if isinstance(value, str):
        return str(value)
    found = vars(value)
    return {
        key: each.normalize() if type(each) is Decimal else each
        for key, default in _keys(value.__class__)
        if (each := found[key]) is not default and each != default
    }


_encode = msgspec.msgpack.Encoder(enc_hook=_shown).encode


@cache
def _keys(model: type[Model]) -> tuple[tuple[str, Any], ...]:
    """Return the keys that a sheet shows of a part, in order, with their defaults."""
    fields = model.model_fields
    return tuple((name, fields[name].default) for name in sorted(SHOWN.get(model, fields)))


def names_on(record: Procedure) -> Refs:
    """Return the other records whose names the sheet shows, as (kind, id)."""
    bodies = record.agencies
    every = (*bodies.competent, *bodies.executing, *bodies.receiving, *bodies.coordinating, *bodies.authorised)
    actors = (step.actor for step in record.steps if step.actor and step.actor != "applicant")
    found = [
        ("fields", str(record.field)),
        *(("agencies", str(each)) for each in (*every, *actors)),
        *(("legal", str(each.document)) for each in record.legal_basis),
        *(("legal", str(form.issued_by)) for form in record.forms if form.issued_by),
        *((("decisions", str(record.decision)),) if record.decision else ()),
    ]
    return tuple(dict.fromkeys(found))


def version_of(record: Procedure, facts: Facts) -> str:
    """Return the version of a procedure's sheet."""
    return _version(own_facts(record), names_on(record), facts)


def version_by(card: PostingCard, facts: Facts) -> str:
    """Return the same from the card alone."""
    return _version(card.own, card.names, facts)


def state_of(sheet: str | None, version: str, *, in_force: bool) -> SheetState:
    """Return how a posted sheet stands to the version that holds now."""
    if not in_force:
        return SheetState.ENDED
    if sheet is None:
        return SheetState.UNKNOWN
    return SheetState.CURRENT if sheet == version else SheetState.OUTDATED


def has_sheet(record: Procedure) -> bool:
    """Return whether a procedure is to be posted: people may hand in dossiers under it."""
    return record.status in IN_FORCE


def _version(own: bytes, names: Refs, facts: Facts) -> str:
    number = int.from_bytes(digest(encode([own, *_named(names, facts)])), "big")
    return "".join(SHEET_LETTERS[(number >> 16 * place) % len(SHEET_LETTERS)] for place in range(SHEET_LENGTH))


def _named(names: Refs, facts: Facts) -> Iterator[Sequence[object]]:
    """Yield what the sheet shows of each other record."""
    for kind, key in names:
        match kind:
            case "agencies":
                agency = facts.agencies[key]
                yield agency.name, agency.illustration
            case "fields":
                yield (facts.fields[key].name,)
            case "legal":
                legal = facts.legal[key]
                yield legal.kind, legal.number, legal.title
            case _:
                decision = facts.decisions[key]
                yield decision.number, decision.issued_from

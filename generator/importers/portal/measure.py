"""How much of the source is not in the draft: the source's text is matched piece by piece with what was written.

A piece of the source may have become text (then it must stand in the draft as read back), part of a shared record
(then the draft must name that record, and it must say the piece), or a value (then the piece is one of the tables' own
words, a number with its unit, a choice).  What no piece covers, separators apart, is missing.
"""

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as Files

from generator.filed import scalars
from generator.fold import slug
from generator.importers.portal import channels, papers
from generator.importers.portal.draft import Draft
from generator.importers.portal.names import Names, decision_number, document_key
from generator.importers.portal.texts import pack
from generator.model.values import LONGEST_TEXT
from generator.nodes import Mapping

# Marks that say where a cell or a point begins or ends; the structure of the record says so now.
SEPARATORS = re.compile(r"[-–—+*•●.,;:()\[\]/_|#\"'“”‘’…\x00\x01]")
TAKEN, BORDER = "\x00", "\x01"
CHUNK = LONGEST_TEXT // 2


def missing(draft: Draft, names: Names, written: Files[str, str]) -> str:
    """Return what of a draft's source is not in it; ``written`` are the values of each file by path, as below."""
    raw, own = draft.parts.record.raw, written[draft.path]
    left = BORDER.join(map(pack, raw))
    # A text longer than a value stands in several values, and a piece of it may stand across two.
    whole = own.replace(BORDER, "") if any(len(text) > CHUNK for text in raw) else ""
    values = [*typed(draft), *(said for path, said in shared(draft, names) if _is_in(pack(said), written[path]))]
    pieces = Counter([(pack(text), True) for text in kept(draft)] + [(pack(text), False) for text in values])
    for (piece, is_text), count in sorted(pieces.items(), key=lambda each: (-len(each[0][0]), each)):
        times = min(count, own.count(piece) or whole.count(piece)) if is_text and piece else count
        if piece and times:
            left = left.replace(piece, TAKEN, times)
            own = own.replace(piece, TAKEN, times) if is_text else own
    return SEPARATORS.sub("", left)


def _is_in(piece: str, own: str) -> bool:
    return piece in own or (len(piece) > CHUNK and piece in own.replace(BORDER, ""))


def values_of(root: Mapping) -> str:
    """Return the values of a file as read back, packed, with a border between them."""
    return BORDER.join(pack(value.text) for _path, value in scalars(root))


def kept(draft: Draft) -> Iterator[str]:
    """Yield the pieces of the source that stay text."""
    parts, record = draft.parts, draft.parts.record
    yield from (record.local_code or record.code, record.text("title"), record.text("url"), record.text("portal_id"))
    yield from (record.text("related"), record.text("address"), *parts.audience.rest.split(", "))
    yield from ("" if parts.kind else record.text("kind"), "" if decision_number(parts) else record.text("decision"))
    yield from _channel_texts(parts.channels)
    for group in parts.groups:
        yield from ("" if group.rows else group.title, group.rest, *(row.name or row.said for row in group.rows))
    points = (*parts.steps, *(() if draft.record.conditions == "none" else parts.conditions))
    yield from (point.text for point in points)
    yield from (text for result in parts.results for text in (result.name, result.code))
    yield from (*parts.law.rest, *(row.prefix for row in parts.law.rows if not row.is_agreed))
    yield from (text for foot in parts.feet for text in (foot.about, *foot.keywords.split(",")))
    yield from (ask.said for ask in parts.asks if ask.keeps)


def _channel_texts(table: channels.Table) -> Iterator[str]:
    yield table.rest
    for row in table.rows:
        yield from (row.limit.kept, row.note)
        yield from (text for price in row.prices for text in (price.cell.kept, price.note))


def typed(draft: Draft) -> Iterator[str]:
    """Yield the pieces of the source that became values, and the words of its tables and pages."""
    parts = draft.parts
    yield from (*parts.levels.labels, *parts.audience.labels, parts.record.text("kind") if parts.kind else "")
    yield from (parts.channels.header, parts.law.header, *(row.prefix for row in parts.law.rows if row.is_agreed))
    for row in parts.channels.rows:
        yield from (row.name, "" if row.limit.kept else row.limit.said)
        yield from (price.cell.said for price in row.prices if not price.cell.kept)
    for group in parts.groups:
        yield papers.HEADER
        yield from (row.said for row in group.rows if row.name)
    yield from (point.mark for point in (*parts.steps, *parts.conditions))
    yield from (point.text for point in parts.conditions if draft.record.conditions == "none")
    yield from ("Mã:" for _result in parts.results)
    yield from (label for foot in parts.feet for label in foot.labels)
    yield from parts.absent


def shared(draft: Draft, names: Names) -> Iterator[tuple[str, str]]:
    """Yield the pieces that are said once and named where they belong, with the paths of the records that say them."""
    parts = draft.parts
    for group in parts.groups:
        yield from ((draft.path, said) for said in (group.title, *(form for row in group.rows for form in row.forms)))
    yield from ((f"agencies/{names.agency(said)}.yml", said) for each in parts.agencies.values() for said in each)
    yield "fields.yml", parts.record.text("field")
    if number := decision_number(parts):
        yield f"decisions/{slug(number)}.yml", number
    for row in parts.law.rows:
        yield from ((f"legal/{document_key(row)}.yml", said) for said in (row.title, row.number))

"""Atom feeds: what came last, for programs that look for it. Standard: RFC 4287."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from generator.export.safe import plain

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 300
NEVER = date(1970, 1, 1)


@dataclass(frozen=True)
class Entry:
    """One thing that came or changed; ``id`` is an address that stays its own for ever."""

    id: str
    title: str
    updated: date
    summary: str
    url: str


def feed_file(address: str, title: str, entries: Sequence[Entry]) -> bytes:
    """Return a feed that stands at ``address``; entries are given the newest first."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "vi"})
    updated = max((entry.updated for entry in entries), default=NEVER)
    _texts(root, id=address, title=title, updated=_moment(updated))
    ET.SubElement(root, "link", {"rel": "self", "href": plain(address)})
    _texts(ET.SubElement(root, "author"), name="Minh Bạch")
    for entry in entries[:MOST_ENTRIES]:
        element = ET.SubElement(root, "entry")
        _texts(element, id=entry.id, title=entry.title, updated=_moment(entry.updated), summary=entry.summary)
        ET.SubElement(element, "link", {"href": plain(entry.url)})
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _texts(element: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(element, name).text = plain(text)


def _moment(day: date) -> str:
    """Return the beginning of a day in Vietnam."""
    return f"{day.isoformat()}T00:00:00+07:00"

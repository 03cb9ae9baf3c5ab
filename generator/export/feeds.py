"""Atom feeds of what changed: all of it, and by field, agency and procedure. Standard: RFC 4287."""

from collections.abc import Sequence
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from generator import urls
from generator.derive.views import ChangeView
from generator.facts import Facts
from generator.pages.base import Plain

ATOM = "http://www.w3.org/2005/Atom"
ILLUSTRATION = "[Minh họa] "
MOST_ENTRIES = 300


def feed(path: str, title: str, changes: Sequence[ChangeView], facts: Facts) -> Plain:
    """Return a feed of changes, the newest first."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "vi"})
    address = urljoin(facts.base, path)
    mark = ILLUSTRATION if changes and all(change.illustration for change in changes) else ""
    updated = max((change.record.date.isoformat() for change in changes), default="1970-01-01")
    for name, text in (("id", address), ("title", mark + title), ("updated", f"{updated}T00:00:00+07:00")):
        ET.SubElement(root, name).text = text
    ET.SubElement(root, "link", {"rel": "self", "href": address})
    ET.SubElement(ET.SubElement(root, "author"), "name").text = "Minh Bạch"
    for change in changes[:MOST_ENTRIES]:
        root.append(_entry(change, facts.base))
    ET.indent(root)
    return Plain(path, ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _entry(change: ChangeView, base: str) -> ET.Element:
    procedure, record = change.procedure, change.record
    page = urljoin(base, urls.address(urls.procedure(procedure.code)))
    mark = ILLUSTRATION if change.illustration else ""
    entry = ET.Element("entry")
    for name, text in (
        ("id", f"{page}#thay-doi-{record.date.isoformat()}-{record.number}"),
        ("title", f"{mark}{procedure.short_title or procedure.title}: {record.kind.label}"),
        ("updated", f"{record.date.isoformat()}T00:00:00+07:00"),
        ("summary", record.what),
    ):
        ET.SubElement(entry, name).text = text
    ET.SubElement(entry, "link", {"href": page})
    return entry

"""Atom feeds of what changed: all of it, and by field, agency and procedure. Standard: RFC 4287."""

from collections.abc import Iterator
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from generator import urls
from generator.derive.views import ChangeView, Site

ATOM = "http://www.w3.org/2005/Atom"
ILLUSTRATION = "[Minh họa] "


def feeds(site: Site, base: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every feed that has an entry, and of the feed of all changes."""
    real = [change for change in site.changes if not change.illustration]
    yield _feed(urls.feed("tat-ca"), "Thay đổi của thủ tục hành chính", real, base)
    for field in site.facts.fields.values():
        found = [change for change in site.changes if change.procedure.field == field.id]
        if found:
            yield _feed(urls.feed("linh-vuc", field.id), f"Thay đổi: {field.name}", found, base)
    for agency in site.agencies.values():
        codes = {procedure.code for procedure in agency.procedures}
        found = [change for change in site.changes if change.procedure.code in codes]
        if found:
            yield _feed(urls.feed("co-quan", agency.record.id), f"Thay đổi: {agency.record.name}", found, base)
    for view in site.procedures.values():
        found = [change for change in site.changes if change.procedure.code == view.record.code]
        if found:
            yield _feed(urls.feed("thu-tuc", view.record.code), f"Thay đổi: {view.record.title}", found, base)


def _feed(path: str, title: str, changes: list[ChangeView], base: str) -> tuple[str, bytes]:
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "vi"})
    address = urljoin(base, path)
    mark = ILLUSTRATION if changes and all(change.illustration for change in changes) else ""
    updated = max((change.record.date.isoformat() for change in changes), default="1970-01-01")
    for name, text in (("id", address), ("title", mark + title), ("updated", f"{updated}T00:00:00+07:00")):
        ET.SubElement(root, name).text = text
    ET.SubElement(root, "link", {"rel": "self", "href": address})
    ET.SubElement(ET.SubElement(root, "author"), "name").text = "Minh Bạch"
    for change in changes:
        root.append(_entry(change, base))
    ET.indent(root)
    return path, ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _entry(change: ChangeView, base: str) -> ET.Element:
    procedure, record = change.procedure, change.record
    page = urljoin(base, urls.address(urls.procedure(procedure.code)))
    number = procedure.changes.index(record) + 1
    mark = ILLUSTRATION if change.illustration else ""
    entry = ET.Element("entry")
    for name, text in (
        ("id", f"{page}#thay-doi-{record.date.isoformat()}-{number}"),
        ("title", f"{mark}{procedure.short_title or procedure.title}: {record.kind.label}"),
        ("updated", f"{record.date.isoformat()}T00:00:00+07:00"),
        ("summary", record.what),
    ):
        ET.SubElement(entry, name).text = text
    ET.SubElement(entry, "link", {"href": page})
    return entry

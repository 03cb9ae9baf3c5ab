"""Feeds of what changed: all of it, and by field, agency and procedure."""

from collections.abc import Sequence
from urllib.parse import urljoin

from generator import urls
from generator.derive.views import ChangeView
from generator.export.atom import Entry, feed_file
from generator.facts import Facts
from generator.pages.base import Plain

ILLUSTRATION = "[Minh họa] "


def feed(path: str, title: str, changes: Sequence[ChangeView], facts: Facts) -> Plain:
    """Return a feed of changes, the newest first."""
    mark = ILLUSTRATION if changes and all(change.illustration for change in changes) else ""
    entries = [_entry(change, facts.base) for change in changes]
    return Plain(path, feed_file(urljoin(facts.base, path), mark + title, entries))


def _entry(change: ChangeView, base: str) -> Entry:
    procedure, record = change.procedure, change.record
    page = urljoin(base, urls.address(urls.procedure(procedure.code)))
    mark = ILLUSTRATION if change.illustration else ""
    return Entry(
        id=f"{page}#thay-doi-{record.date.isoformat()}-{record.number}",
        title=f"{mark}{procedure.short_title or procedure.title}: {record.kind.label}",
        updated=record.date,
        summary=record.what,
        url=page,
    )

"""Serialise what the site knows into files for programs; nothing is computed here."""

from generator.derive.views import Site
from generator.export.feeds import feeds


def export(site: Site, base: str) -> dict[str, bytes]:
    """Return published path -> content; ``base`` is the site's address, ending with a slash."""
    return dict(feeds(site, base))

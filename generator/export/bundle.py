"""The files that people take away of a page, put together: tables, the workbook of them all, open data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from generator.export.csvw import ENDING, csv_metadata
from generator.export.records import Envelope, json_file
from generator.export.tables import About, Table, csv_file, workbook
from generator.facts import Facts
from generator.pages.base import Plain


@dataclass(frozen=True)
class Bundle:
    """The files beside a page: ``folder`` is where they stand, ``tables`` go by the names of their CSV files.

    ``book`` names the workbook with all tables, ``data`` the open data and ``schema`` is where its schema stands; what
    has no name is not made.
    """

    about: About
    folder: str
    tables: Mapping[str, Table]
    book: str = ""
    data: str = ""
    schema: str = ""

    def path(self, name: str) -> str:
        """Return where a file stands."""
        return f"{self.folder}{name}"


def bundle_files(bundle: Bundle, value: Envelope | None = None) -> Iterator[Plain]:
    """Yield the tables, what describes them, their workbook, and ``value`` as open data."""
    for name, table in bundle.tables.items():
        yield Plain(bundle.path(name), csv_file(table))
        yield Plain(bundle.path(name + ENDING), csv_metadata(table, bundle.about, name))
    if bundle.book:
        yield Plain(bundle.path(bundle.book), workbook(tuple(bundle.tables.values()), bundle.about))
    if value is not None:
        yield Plain(bundle.path(bundle.data), json_file(value))


def envelope(bundle: Bundle, facts: Facts) -> dict[str, Any]:
    """Return what open data says first, for the fields of ``Envelope``."""
    about = bundle.about
    return {
        "schema": urljoin(facts.base, bundle.schema),
        "title": about.title,
        "url": urljoin(facts.base, bundle.path(bundle.data)),
        "page": about.url,
        "as_of": about.as_of,
        "source": about.source or None,
        "license": None,
        "illustration": about.illustration,
    }

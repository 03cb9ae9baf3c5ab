"""Tables that people take away: as CSV for any program, as a workbook for spreadsheets.

Law of the form: RFC 4180 for CSV, ECMA-376 for workbooks.  What a table holds is given; nothing is computed here.
"""

import csv
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from io import StringIO

from generator import words
from generator.export.safe import may_compute, plain

# A percentage is given as people say it: 98.5 is 98,5 %.  None is a cell without anything.
Cell = str | int | Decimal | date | bool | None


class Kind(StrEnum):
    """What a column holds; a text is allowed in any, where a figure is not known or not told."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    YES = "yes"
    LINK = "link"


YES = {True: "có", False: "không"}
FIGURES = frozenset({Kind.NUMBER, Kind.PERCENT})


@dataclass(frozen=True)
class Column:
    """One column: ``key`` for programs, ``title`` for people."""

    key: str
    title: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Table:
    """A table: ``name`` is short (a sheet, a file), ``title`` stands above it and ``note`` below."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a row that has more or fewer cells than there are columns."""
        if not self.columns or any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"{self.name}: cells without a column, or columns without a cell")


@dataclass(frozen=True)
class About:
    """What a file says of itself; ``as_of`` is the day of its facts, and of the file."""

    title: str
    as_of: date
    source: str = ""
    url: str = ""
    author: str = ""
    illustration: bool = field(default=False, kw_only=True)


def csv_file(table: Table) -> bytes:
    """Return a table as CSV, marked as UTF-8 for Excel: figures with a point, days as ``2026-09-14``, no formulas."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_csv_text(column.title) for column in table.columns])
    writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def workbook(tables: tuple[Table, ...], about: About) -> bytes:
    """Return tables as the sheets of an XLSX workbook."""
    from generator.export.office import books  # noqa: PLC0415  openpyxl takes longer to load than all the rest

    return books.workbook(tables, about)


def shown(cell: Cell, kind: Kind) -> str:
    """Return a cell as people read it: ``98,5 %``, ``14/9/2026``."""
    match cell:
        case None:
            return ""
        case bool():
            return YES[cell]
        case int() | Decimal():
            return f"{words.number(cell)} %" if kind is Kind.PERCENT else words.number(cell)
        case date():
            return words.day(cell)
    return plain(cell)


def _csv_cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return YES[cell]
        case Decimal():
            return f"{cell:f}"
        case int():
            return str(cell)
        case date():
            return cell.isoformat()
    return _csv_text(cell)


def _csv_text(text: str) -> str:
    """Return a text that no spreadsheet computes: an apostrophe before what looks like a formula."""
    return f"'{plain(text)}" if may_compute(text) else plain(text)

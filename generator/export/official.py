"""Reports and plans as a Word document in the layout of official documents: 30/2020/NĐ-CP, Phụ lục I.

What is not known stays blank, as dots to be filled in; what has no place in a draft (signature, seal) is left room for.
"""

from dataclasses import dataclass, field
from datetime import date

from generator.export.tables import Table


@dataclass(frozen=True)
class Section:
    """A part of the text; its number (I., 1., a) by ``level`` 1 to 3) is counted, ``title`` has none.

    In a section come its paragraphs, then its items after dashes, then its tables.
    """

    title: str
    level: int = 1
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Signer:
    """Who signs: ``authority`` is such as ``TM. ỦY BAN NHÂN DÂN`` or ``KT. GIÁM ĐỐC``."""

    position: str
    authority: str = ""
    name: str = ""


@dataclass(frozen=True)
class OfficialDocument:
    """An official document; ``symbol`` (``BC-SMH``) stands after the dots where there is no number yet.

    ``bases`` are the legal grounds, ``to`` whom it is addressed to; ``opening`` and ``closing`` stand around the
    sections.  ``as_of`` is the day of the facts, and of the file.
    """

    agency: str
    kind: str
    about: str
    as_of: date
    sections: tuple[Section, ...]
    over_agency: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    day: date | None = None
    bases: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signer | None = None
    illustration: bool = field(default=False, kw_only=True)


def official_file(document: OfficialDocument) -> bytes:
    """Return a document as DOCX."""
    from generator.export.office import letter  # noqa: PLC0415  only who makes a file loads python-docx

    return letter.official_file(document)

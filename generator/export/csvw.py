"""What a CSV file cannot say of itself: what its columns hold, whence, of when. Standard: CSV on the Web (W3C).

It stands beside the file, as ``x.csv-metadata.json`` beside ``x.csv``, where programs look for it.
"""

from datetime import date
from decimal import Decimal

import msgspec

from generator.export.tables import About, Cell, Column, Kind, Table

CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "vi"}]
MADE_UP = "Minh họa: cơ quan, con người và số liệu ở đây không có thật."
ENDING = "-metadata.json"


def csv_metadata(table: Table, about: About, file: str) -> bytes:
    """Return the description of a CSV file by its name; what is not known is left out."""
    columns = [
        {"name": column.key, "titles": column.title, "datatype": _datatype(column, [row[at] for row in table.rows])}
        for at, column in enumerate(table.columns)
    ]
    known = {
        "dc:title": table.title,
        "dc:description": " ".join(filter(None, (MADE_UP if about.illustration else "", table.note))),
        "dc:source": about.source,
        "dc:publisher": about.author,
        "dc:isPartOf": about.url,
        "dc:modified": about.as_of.isoformat(),
    }
    described = {
        "@context": CONTEXT,
        "url": file,
        **{key: text for key, text in known.items() if text},
        "tableSchema": {"columns": columns},
    }
    return msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n"


def _datatype(column: Column, cells: list[Cell]) -> object:
    """Return what all cells of a column hold; one text among figures makes it a column of texts."""
    held = {type(cell) for cell in cells if cell is not None}
    if column.kind is Kind.YES and held <= {bool}:
        return {"base": "boolean", "format": "có|không"}
    if column.kind is Kind.DATE and held <= {date}:
        return "date"
    if column.kind in {Kind.NUMBER, Kind.PERCENT} and held <= {int, Decimal}:
        return "decimal" if Decimal in held else "integer"
    return "anyURI" if column.kind is Kind.LINK else "string"

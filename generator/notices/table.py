"""What hangs where, as a table for spreadsheets: CSV in UTF-8 with a mark that Excel understands."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from generator import urls, words
from generator.derive.sheets import heads
from generator.facts import Facts
from generator.model.procedure import Procedure
from generator.pages.notices import sheets_of

NAME = "niem-yet.csv"
HEAD = (
    "Cơ quan",
    "Mã thủ tục",
    "Tên thủ tục",
    "Nơi niêm yết",
    "Từ ngày",
    "Bản đang dán",
    "Bản hiện hành",
    "Tình trạng",
    "Tệp",
    "Trang",
)
NOWHERE = "Chưa ghi nơi niêm yết"
# With these a spreadsheet takes a text for a formula.
FORMULA = tuple("=+-@\t\r＝＋－＠")
Row = tuple[str, ...]


def table_of(versions: Mapping[str, str], facts: Facts) -> bytes:
    """Return the table; ``versions`` are those of all procedures to be posted, by code."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEAD)
    for code in facts.procedures:
        writer.writerows(tuple(map(harmless, row)) for row in _rows(code, versions.get(code, ""), facts))
    return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet works out."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _rows(code: str, version: str, facts: Facts) -> Iterator[Row]:
    record: Procedure = facts.whole("procedures", code)
    agency = words.listed(facts.agencies[each].name for each in heads(record))
    page = facts.base + urls.address(urls.procedure(code))
    hanging = list(sheets_of(facts.procedures[code], facts))
    for each in hanging:
        posted, sheet = each.posted, each.posted.sheet or ""
        state = (posted.place.label, words.day(posted.date), sheet, version, each.state.label)
        yield (agency, code, record.title, *state, _file(code, version), page)
    if version and not hanging:
        yield (agency, code, record.title, "", "", "", version, NOWHERE, _file(code, version), page)


def _file(code: str, version: str) -> str:
    return file_of(code) if version else ""


def file_of(code: str) -> str:
    """Return the file name of a procedure's sheet."""
    return f"{code}.pdf"

"""The tables of papers: the title of a case, a header, rows of name, form files and numbers, run together."""

import re
from dataclasses import dataclass

from generator.importers.portal.forms import part
from generator.importers.portal.texts import is_absent, line, unbulleted

HEADER = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
QUANTITY = re.compile(r"(?<!\d)(?P<digits>\d+) bản chính(?:,(?P<copies>\d{1,4}) bản sao)?")
STOP = re.compile(r"[.;,:)]|\s")


@dataclass(frozen=True, slots=True)
class Row:
    """One paper; ``said`` is its quantity as written; ``is_whole`` when name, forms and numbers are sure."""

    name: str
    forms: tuple[str, ...]
    said: str
    originals: str
    copies: str | None
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """The papers of one case; ``rest`` is text after its last row."""

    title: str
    rows: tuple[Row, ...]
    rest: str = ""


def take_apart(text: str) -> tuple[tuple[Group, ...], str]:
    """Return the groups of papers, and the text that is no part of a table."""
    first, *tables = text.split(HEADER)
    if not tables:
        return (), "" if is_absent(text) else _title(text)
    groups, title = [], first
    for number, table in enumerate(tables, 1):
        rows, rest = _rows(table)
        is_last = number == len(tables)
        groups.append(Group(_title(title), rows, _title(rest) if is_last else ""))
        title = rest
    return tuple(groups), ""


def _title(text: str) -> str:
    """Return a title; dashes alone stand where there is none."""
    return "" if set(text) <= {"-", " ", "\n"} else unbulleted(line(text))


def _rows(table: str) -> tuple[tuple[Row, ...], str]:
    """Return the rows of a table, and what follows the last one."""
    rows, start = [], 0
    for match in QUANTITY.finditer(table):
        if not _is_prose(table, match):
            rows.append(_row(table[start : match.start()], match))
            start = match.end()
    return tuple(rows), table[start:]


def _is_prose(table: str, match: re.Match[str]) -> bool:
    """Whether the words are part of a text, as in "gồm 01 bản chính;", not a row's last cell."""
    before, digits, end = table[: match.start()][-1:], match["digits"], match.end()
    after = re.match(r"\s+(\w)", table[end:])
    is_said = before == "(" or (len(digits) == 2 and digits[0] == "0") or bool(after and after[1].islower())
    return is_said or (before.isspace() and bool(STOP.match(table, end)))


def _row(before: str, match: re.Match[str]) -> Row:
    """Return the row that ends with a quantity; digits of a name may stand right before it."""
    digits, copies = match["digits"], match["copies"]
    number = digits if _stands_alone(before, digits) else digits[-1]
    said = match[0][len(digits) - len(number) :]
    is_sure = len(digits) == 1 or number != "0" or copies is not None
    if not is_sure:
        return Row(unbulleted(f"{before}{match[0]}"), (), "", "", None, is_whole=False)
    name, forms, is_known = part((before + digits[: len(digits) - len(number)]).strip())
    return Row(unbulleted(name), forms, said, number, copies, is_whole=is_known and bool(name))


def _stands_alone(before: str, digits: str) -> bool:
    """Whether all digits are the quantity: no name ends in a number that touches its last letter or stop."""
    last = before.rstrip()[-1:] if not before[-1:].isspace() else ""
    return digits[0] != "0" and len(digits) == 2 and (last.islower() or last in {";", ":", ")", ","})

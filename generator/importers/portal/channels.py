"""The table of channels: rows of channel, time limit, fee with a note in brackets, description, run together."""

import re
from dataclasses import dataclass

from generator.importers.portal.cells import AMOUNT, CURRENCY, FREE, SPAN, Cell, fee, limit, parted
from generator.importers.portal.texts import ABSENT, is_absent

HEADER = "Hình thức nộpThời gianPhí, lệ phíMô tả"
CHANNELS = {"Trực tuyến": "online", "Trực tiếp": "in-person", "Dịch vụ bưu chính": "post"}
_NAMES = "|".join(CHANNELS)
_WORDS = rf"(?:{FREE}|{ABSENT})"
_PRICE = rf"{AMOUNT} ?{CURRENCY}"
# A time limit of free text ends where a fee follows without a blank; it holds no line's end and no channel.
_TEXT = rf"[^\W\d_](?:(?!{_NAMES})[^\n]){{0,200}}?(?={_WORDS}|(?<!\d){_PRICE})"
HEAD = re.compile(
    rf"(?P<name>{_NAMES})"
    rf"(?:(?P<limit>{SPAN}|{ABSENT}|\d+(?={_WORDS})|(?P<text>{_TEXT}))|(?P<digits>\d[\d,]*)(?P<money> ?{CURRENCY}))"
)
FEE = re.compile(rf"{_WORDS}|{_PRICE}")
PRICE = re.compile(_PRICE)
BRACKET = re.compile(r"[()]")
# "a)", "1)", "iv)": a mark of a list, not the end of a note.
MARK = re.compile(r"(?:^|[\s;:.,(])(?:[a-zđ]|\d{1,2}|[ivx]{1,4})(?:\.\d{1,2})*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Price:
    """A fee and what stands in brackets after it."""

    cell: Cell
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``is_glued`` when time limit and fee could not be parted, ``is_whole`` when all cells were found."""

    name: str
    limit: Cell
    prices: tuple[Price, ...]
    note: str
    is_glued: bool = False
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """The header, the text before the rows that belongs to none, the rows."""

    header: str = ""
    rest: str = ""
    rows: tuple[Row, ...] = ()


def take_apart(text: str) -> Table:
    """Return the rows of a table of channels."""
    if is_absent(text):
        return Table(header=text)
    header = HEADER if text.startswith(HEADER) else ""
    body = text[len(header) :]
    heads = [match for match in HEAD.finditer(body) if not (match["text"] or "")[:1].islower()]
    ends = [*(match.start() for match in heads), len(body)]
    rows = tuple(_row(head, body[head.end() : end]) for head, end in zip(heads, ends[1:], strict=True))
    return Table(header, body[: ends[0]].strip(), rows)


def _row(head: re.Match[str], tail: str) -> Row:
    """Return the row of a head (channel and time limit) and what follows it up to the next row."""
    parts = parted(head["digits"]) if head["digits"] else None
    if head["digits"] and not parts:
        note, end, _is_closed = bracketed(tail, 0)
        glued = Price(Cell(head["digits"] + head["money"], known=False), note)
        return Row(head["name"], Cell(), (glued,), tail[end:].strip(), is_glued=True, is_whole=False)
    said, tail = (parts[0], parts[1] + head["money"] + tail) if parts else (head["limit"], tail)
    prices, note, is_closed = _prices(tail)
    return Row(head["name"], limit(said), prices, note, is_whole=bool(prices) and is_closed)


def _prices(text: str) -> tuple[tuple[Price, ...], str, bool]:
    """Return the fees that ``text`` begins with, what follows them, and whether each bracket was closed."""
    prices: list[Price] = []
    at, all_closed, match = 0, True, FEE.match(text)
    while match:
        note, at, is_closed = bracketed(text, match.end())
        prices.append(Price(fee(match[0]), note))
        all_closed = all_closed and is_closed
        match = PRICE.match(text, at)
    return tuple(prices), text[at:].strip(), all_closed


def bracketed(text: str, at: int) -> tuple[str, int, bool]:
    """Return what stands in brackets at ``at``, where it ends, and whether it ends; brackets may nest."""
    if text[at : at + 1] != "(":
        return "", at, True
    depth = 0
    for match in BRACKET.finditer(text, at):
        if not _is_mark(text, at, match):
            depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return text[at + 1 : match.start()].strip(), match.end(), True
    return text[at + 1 :].strip(), len(text), False


def _is_mark(text: str, at: int, match: re.Match[str]) -> bool:
    """Whether a bracket closes the mark of a list, as in "a) …": then more brackets close than open from ``at`` on."""
    end = match.start()
    is_like = match[0] == ")" and bool(MARK.search(text[max(at, end - 12) : end]))
    return is_like and text.count(")", at) > text.count("(", at)

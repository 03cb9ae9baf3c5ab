"""The table of channels: rows of channel, time limit, fee with a note in brackets, description, run together."""

import re
from dataclasses import dataclass

from generator.importers.portal.cells import AMOUNT, CURRENCY, FREE, SPAN, Cell, fee, limit, parted
from generator.importers.portal.texts import ABSENT, is_absent

HEADER = "Hình thức nộpThời gianPhí, lệ phíMô tả"
# What the columns may be called; rows come apart only when all four stand in this order.
COLUMNS = (
    ("Hình thức nộp hồ sơ", "Hình thức nộp", "Hình thức thực hiện", "Cách thức thực hiện", "Hình thức"),
    ("Thời gian giải quyết", "Thời hạn giải quyết", "Thời gian", "Thời hạn"),
    ("Phí, lệ phí", "Phí/lệ phí", "Phí/ lệ phí", "Lệ phí, phí", "Mức phí", "Mức thu", "Lệ phí", "Phí"),
    ("Mô tả", "Ghi chú", "Diễn giải"),
)
LABELS = {name.casefold(): number for number, names in enumerate(COLUMNS) for name in names}
LABEL = re.compile(rf"\s*({'|'.join(map(re.escape, sorted(LABELS, key=len, reverse=True)))})", re.IGNORECASE)
CHANNELS = {"Trực tuyến": "online", "Trực tiếp": "in-person", "Dịch vụ bưu chính": "post"}
_NAMES = "|".join(CHANNELS)
_WORDS = rf"(?:{FREE}|{ABSENT})"
_PRICE = rf"{AMOUNT} ?{CURRENCY}"
# A time limit of free text ends where a fee follows without a blank; it holds no line's end and no channel.
_TEXT = rf"[^\W\d_](?:(?!{_NAMES})[^\n]){{0,200}}?(?={_WORDS}|(?<!\d){_PRICE})"
HEAD = re.compile(
    rf"(?P<name>{_NAMES})"
    rf"(?:(?P<limit>{SPAN}|{ABSENT}|\d+(?={_WORDS})|(?P<text>{_TEXT}))|(?P<digits>\d[\d.,]*)(?P<money> ?{CURRENCY}))"
)
FEE = re.compile(rf"{_WORDS}|{_PRICE}")
PRICE = re.compile(_PRICE)
# Cells of a row that was not seen to begin: a channel that a number touches, a time limit that a fee touches.
INSIDE = re.compile(rf"(?:{_NAMES})(?=\d)|{SPAN}(?={_WORDS}|{_PRICE})", re.IGNORECASE)
BRACKET = re.compile(r"[()]")
# The portal's own bracket ends where the description touches it; one inside a text ends at a blank or a stop.
CLOSING = re.compile(r"\)(?=$|[^\s.,;:)\]/])")
# "a)", "1)", "iv)": a mark of a list, not the end of a note.
MARK = re.compile(r"(?:^|[\s;:.,(])(?:[a-zđ]|\d{1,2}|[ivx]{1,4})(?:\.\d{1,2})*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Price:
    """A fee and what stands in brackets after it."""

    cell: Cell
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``trouble`` says why its cells were not all found, as a matter that ``questions`` knows."""

    name: str
    limit: Cell
    prices: tuple[Price, ...]
    note: str
    trouble: str = ""

    @property
    def is_glued(self) -> bool:
        """Whether time limit and fee could not be parted."""
        return self.trouble == "glued"


@dataclass(frozen=True, slots=True)
class Table:
    """The header, the text before the rows that belongs to none, the rows."""

    header: str = ""
    rest: str = ""
    rows: tuple[Row, ...] = ()


def take_apart(text: str) -> Table:
    """Return the rows of a table of channels; columns in another order than ours leave all of it in ``rest``."""
    if is_absent(text):
        return Table(header=text)
    columns, start = header(text)
    if columns not in {(), (0, 1, 2, 3)}:
        return Table(rest=text)
    body = text[start:]
    heads = [match for match in HEAD.finditer(body) if not (match["text"] or "")[:1].islower()]
    ends = [*(match.start() for match in heads), len(body)]
    rows = tuple(
        _row(head, body[head.end() : end], is_ordered=bool(columns)) for head, end in zip(heads, ends[1:], strict=True)
    )
    return Table(text[:start].strip(), body[: ends[0]].strip(), rows)


def header(text: str) -> tuple[tuple[int, ...], int]:
    """Return the numbers of the columns whose names ``text`` begins with, and where these end."""
    columns, at = list[int](), 0
    while match := LABEL.match(text, at):
        columns.append(LABELS[match[1].casefold()])
        at = match.end()
    return tuple(columns), at


def _row(head: re.Match[str], tail: str, *, is_ordered: bool) -> Row:
    """Return the row of a head (channel and time limit) and what follows it up to the next row.

    Digits that touch are parted only when the header tells the order of the columns.
    """
    parts = parted(head["digits"]) if head["digits"] and is_ordered else None
    if head["digits"] and not parts:
        note, end, _is_closed = bracketed(tail, 0)
        glued = Price(Cell(head["digits"] + head["money"], known=False), note)
        return Row(head["name"], Cell(), (glued,), tail[end:].strip(), "glued")
    said, tail = (parts[0], parts[1] + head["money"] + tail) if parts else (head["limit"], tail)
    prices, note, is_closed = _prices(tail)
    troubles = {"row-inside": INSIDE.search(tail), "no-fee": not prices, "unclosed": not is_closed}
    return Row(head["name"], limit(said), prices, note, next((name for name, is_so in troubles.items() if is_so), ""))


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
    """Return what stands in brackets at ``at``, where it ends, and whether it ends; brackets may nest.

    Where more open than close, the one that a description touches is the end, if there is one only.
    """
    if text[at : at + 1] != "(":
        return "", at, True
    depth, surplus = 0, text.count(")", at) - text.count("(", at)
    for match in BRACKET.finditer(text, at):
        if surplus <= 0 or not _is_mark(text, at, match):
            depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return text[at + 1 : match.start()].strip(), match.end(), True
    ends = [match.start() for match in CLOSING.finditer(text, at)]
    end = ends[0] if len(ends) == 1 else len(text)
    return text[at + 1 : end].strip(), end + 1, len(ends) == 1


def _is_mark(text: str, at: int, match: re.Match[str]) -> bool:
    """Whether a bracket closes the mark of a list, as in "a) …"."""
    end = match.start()
    return match[0] == ")" and bool(MARK.search(text[max(at, end - 12) : end]))

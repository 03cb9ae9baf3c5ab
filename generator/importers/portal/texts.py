"""Text as a draft may hold it, and as it is compared: NFC, one blank between words, nothing hidden."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.values import LONGEST_TEXT
from generator.parse import HIDDEN

ABSENT = "Không có thông tin"
# What joins a word without being seen goes; what else is hidden becomes a blank.
JOINERS = frozenset({"Cf"})
BULLET = re.compile(r"[-–+*•●]+\s+|[-–+*•●]+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Ask:
    """What a person has to look at: what about (see ``questions``), where, and what the source says.

    ``keeps`` when these words of the source stand nowhere else in the draft.
    """

    about: str
    place: str
    said: str = ""
    keeps: bool = False


def tidy(text: str) -> str:
    """Return ``text`` in NFC without hidden characters; lines are stripped, empty ones dropped, blanks single."""
    seen = (row if row.isprintable() else "".join(map(_visible, row)) for row in text.splitlines())
    lines = (" ".join(row.split()) for row in seen)
    return unicodedata.normalize("NFC", "\n".join(filter(None, lines)))


def _visible(char: str) -> str:
    kind = unicodedata.category(char)
    if kind not in HIDDEN or char.isspace():
        return char
    return "" if kind in JOINERS else " "


def line(text: str) -> str:
    """Return ``text`` on one line."""
    return " ".join(text.split())


def pack(text: str) -> str:
    """Return ``text`` without blanks, to compare what it says however it is laid out."""
    return "".join(text.split())


def is_absent(text: str) -> bool:
    """Whether a cell says nothing: it is empty, or the portal's words for "no information"."""
    return text.strip().casefold() in {"", ABSENT.casefold()}


def is_long(text: str) -> bool:
    """Whether ``text`` is more than one value of a record may hold."""
    return len(text) > LONGEST_TEXT


def chunks(text: str, size: int = LONGEST_TEXT - 1000) -> Iterator[str]:
    """Yield ``text`` in parts of at most ``size``, broken at a line's end or a blank where there is one."""
    while len(text) > size:
        cut = max(text.rfind("\n", 0, size), text.rfind(" ", 0, size))
        cut = cut if cut > 0 else size
        yield text[:cut].strip()
        text = text[cut:].strip()
    if text:
        yield text


def unbulleted(text: str) -> str:
    """Return ``text`` without the bullets that it begins with."""
    match = BULLET.match(text)
    return text[match.end() :].strip() if match and match.end() < len(text) else text.strip()

"""Texts made fit for the files of other programs, whatever is in them."""

import re

# What XML 1.0 refuses, and with it half of a pair, which no encoding can write.
REFUSED = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A spreadsheet takes a cell that begins so for a formula; the wide forms too, with East Asian settings.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Office programs read this as the letter of that number.
ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def plain(text: str) -> str:
    """Return a text that every format can hold: ends of lines as one character, refused ones as the sign for that."""
    return REFUSED.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def line(text: str) -> str:
    """Return a text in one line, for titles and names."""
    return " ".join(plain(text).split())


def may_compute(text: str) -> bool:
    """Return whether a spreadsheet could take a text for a formula."""
    return text.startswith(FORMULA)


def escaped(text: str) -> str:
    """Return a text in which nothing is read as a letter by its number."""
    return ESCAPE.sub("_x005F_", text)

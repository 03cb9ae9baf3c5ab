"""Fold Vietnamese text so that it is found when typed without marks."""

import re
import unicodedata

_MARKS = re.compile(r"[\u0300-\u036f]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return ``text`` in lower case without marks, đ as d: ``"Đăng ký"`` -> ``"dang ky"``."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return bare.replace("đ", "d").replace("Đ", "D").lower()


def slug(text: str) -> str:
    """Return ``text`` folded, its words joined by hyphens: ``"Thời hạn, phí"`` -> ``"thoi-han-phi"``."""
    return _NOT_WORD.sub("-", fold(text)).strip("-")


def anchor_of(title: str) -> str:
    """Return the anchor of a heading: its slug, or a word of ours where it has no letter."""
    return slug(title) or "muc"

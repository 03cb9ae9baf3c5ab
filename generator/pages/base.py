"""What every page has: a path, a template, and front matter that the theme reads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from generator import urls, words
from generator.facts import Facts
from generator.model.parts import Source

ILLUSTRATION = "Trang minh họa: cơ quan, con người và số liệu ở đây không có thật."
Meta = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """A page before its template is filled: ``meta`` is its front matter, ``context`` what the template may use."""

    path: str
    template: str
    meta: Meta
    context: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Plain:
    """A finished file that is no page, such as a feed."""

    path: str
    content: bytes


Products = Iterator[Draft | Plain]


@dataclass(frozen=True)
class Task:
    """Something to make from the facts: ``name`` stays the same from build to build."""

    name: str
    make: Callable[[Facts], Products]


def crumb(text: str, page: str) -> Meta:
    """Return one step of the way back."""
    return {"text": text, "to": urls.address(page)}


def badge(text: str, tone: str = "none") -> Meta:
    """Return a short label; the tone only repeats in colour what the words say."""
    return {"text": text, "tone": tone}


def action(text: str, to: str, *, main: bool = False, outside: bool = False) -> Meta:
    """Return a button of the rail; ``to`` is a page here or, ``outside``, a whole address."""
    return {"text": text, "to": to if outside else urls.address(to), "main": main, "outside": outside}


def head(kind: str, title: str, description: str, **more: Any) -> Meta:
    """Return front matter; empty entries are left out.  ``kind`` picks the page's look."""
    meta = {"title": title, "description": description, "kind": kind, **more}
    if meta.pop("illustration", False):
        meta["notice"] = ILLUSTRATION
    return {key: value for key, value in meta.items() if value not in (None, (), [], {}, "")}


def checked(source: Source | None, facts: Facts) -> Meta:
    """Return what the foot of a page says about its facts: compared when, with what, too old or not."""
    if source is None:
        return {}
    lasts = timedelta(days=facts.site.checked_max_days)
    return {
        "on": words.day(source.checked_on),
        "old": source.checked_on is not None and facts.clock.is_after(source.checked_on + lasts),
        "name": source.name or "",
        "url": source.url or "",
    }


def shorten(text: str, length: int = 155) -> str:
    """Return ``text`` on one line, cut at a word where it is longer than ``length`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rsplit(" ", 1)[0] + "…"

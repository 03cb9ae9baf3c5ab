"""Write Markdown that means only what we mean.

In a template every value is escaped for Markdown and HTML unless it is already ``Markup``.  A filter that returns
``Markup`` is the only way to make structure out of a value; each of them escapes what it is given.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import urls, words

TEMPLATES = Path(__file__).parent / "templates"

_SPECIAL = re.compile(r"([\\`*_\[\]{}|#])")
_LINE_START = re.compile(r"^(\s*)([+=-]|\d{1,9}(?=[.)](?:\s|$)))")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", '"': "&quot;"}
_ENTITY = re.compile(r'[&<>~"]')
_KEY = re.compile(r"[\w.\[\]*/-]+")
_UNSAFE_IN_ADDRESS = re.compile(r"[\s<>\"'`\\(){}\[\]|]")


def escape(value: object) -> Markup:
    """Return text of one line in which no character has a meaning in Markdown or HTML."""
    if isinstance(value, Markup):
        return value
    text = " ".join(str(value).split())
    text = _SPECIAL.sub(r"\\\1", text)
    text = _ENTITY.sub(lambda match: _ENTITIES[match[0]], text)
    return Markup(_LINE_START.sub(_mark_line_start, text, count=1))


def _mark_line_start(match: re.Match[str]) -> str:
    blanks, mark = match.groups()
    if mark == "=":  # no backslash: Python-Markdown would show it
        return f"{blanks}&#61;"
    return f"{blanks}{mark}\\" if mark.isdigit() else f"{blanks}\\{mark}"


def paragraphs(value: str, indent: int = 0) -> Markup:
    """Return text of several lines as paragraphs; lines that begin with ``- `` become a list."""
    blocks: list[str] = []
    was_item = False
    for line in filter(None, (line.strip() for line in value.split("\n"))):
        is_item = line.startswith(("- ", "• ", "+ "))
        text = f"- {escape(line[2:])}" if is_item else str(escape(line))
        separator = "\n" if is_item and was_item else "\n\n"
        blocks.append((separator if blocks else "") + text)
        was_item = is_item
    return Markup("".join(blocks).replace("\n", "\n" + " " * indent))


def destination(address: str) -> str:
    """Return an address that cannot end a Markdown link early; ``&`` is never read as part of an entity."""
    return _UNSAFE_IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", address).replace("&", "&amp;")


def link(text: object, address: str | None) -> Markup:
    """Return ``[text](address)``; the text alone when there is no address."""
    shown = escape(text)
    if not address:
        return shown
    shown = shown.replace("\\]:", Markup("&#93;:"))  # else Python-Markdown may take it for a definition
    return Markup(f"[{shown}]({destination(address)})")


def code(name: str) -> Markup:
    """Return the name of a key or a file as code; text of any other shape stays text."""
    return Markup(f"`{name}`") if _KEY.fullmatch(name) else escape(name)


def joined(values: Iterable[object], separator: str = ", ") -> Markup:
    """Join values, escaping each."""
    return Markup(separator.join(str(escape(value)) for value in values))


class Writer:
    """Fill templates; what a template may use stands in ``filters`` here."""

    def __init__(self) -> None:
        self._env = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            finalize=escape,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._env.filters.update(
            {
                "paragraphs": paragraphs,
                "code": code,
                "joined": joined,
                "link": link,
                "agency_name": lambda agency, facts: facts.agencies[agency].name,
                **{
                    name: getattr(words, name)
                    for name in (
                        "amount",
                        "number",
                        "money",
                        "day",
                        "period",
                        "limit",
                        "fee",
                        "copies",
                        "due",
                        "every",
                        "goal",
                        "inline",
                        "size",
                    )
                },
            }
        )
        self._env.globals["urls"] = urls
        self._env.globals["UNKNOWN"] = words.UNKNOWN

    def fill(self, template: str, page: str, context: dict[str, Any]) -> str:
        """Return the Markdown of one page; ``to`` in the template makes a link to another page."""

        def to(target: str, text: object) -> Markup:
            return link(text, urls.relative(target, page))

        text = self._env.get_template(template).render(**context, to=to, here=page)
        return _tidy(text)


def _tidy(text: str) -> str:
    """Return the text without trailing blanks and runs of empty lines, with an empty line above each heading."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}|\n+(?=#+ )", "\n\n", lines.strip("\n")) + "\n"

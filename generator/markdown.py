"""Write Markdown that means only what we mean.

In a template every value is escaped for Markdown and HTML unless it is already ``Markup``.  A filter that returns
``Markup`` is the only way to make structure out of a value; each of them escapes what it is given.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import urls, words
from generator.derive.ratio import untold
from generator.fold import slug

TEMPLATES = Path(__file__).parent / "templates"

_LINE_START = re.compile(r"[+=-]|\d{1,9}(?=[.)](?:\s|$))")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", '"': "&quot;"}
_HARMLESS = {**{char: f"\\{char}" for char in "\\`*_[]{}|#"}, **_ENTITIES}
_SPECIAL = re.compile(f"[{re.escape(''.join(_HARMLESS))}]")
# One line break before both choices lets the search jump from line to line.
_EMPTY_LINES = re.compile(r"\n(?:\n{2,}|\n*(?=#+ ))")
_KEY = re.compile(r"[\w.\[\]*/-]+")
_UNSAFE_IN_ADDRESS = re.compile(r"[\s<>\"'`\\(){}\[\]|]")


def escape(value: object) -> Markup:
    """Return text of one line in which no character has a meaning in Markdown or HTML."""
    if isinstance(value, Markup):
        return value
    return _escaped(str(value))


@lru_cache(maxsize=4096)
def _escaped(text: str) -> Markup:
    """Escape text; the same few hundred words stand on most pages."""
    text = _SPECIAL.sub(lambda match: _HARMLESS[match[0]], _single_spaced(text))
    start = _LINE_START.match(text)
    return Markup(_harmless_start(start[0]) + text[start.end() :] if start else text)


def _single_spaced(text: str) -> str:
    """Return ``text`` with each run of blanks as one blank; most text is so already, which is faster seen than made."""
    if text.isprintable() and "  " not in text and text == text.strip():  # no other blank than " " is printable
        return text
    return " ".join(text.split())


def _harmless_start(mark: str) -> str:
    if mark == "=":  # no backslash: Python-Markdown would show it
        return "&#61;"
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


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
    if "\\]:" in shown:  # Python-Markdown may take it for a definition
        shown = shown.replace("\\]:", Markup("&#93;:"))
    return Markup(f"[{shown}]({destination(address)})")


def code(name: str) -> Markup:
    """Return the name of a key or a file as code; text of any other shape stays text."""
    return Markup(f"`{name}`") if _KEY.fullmatch(name) else escape(name)


def joined(values: Iterable[object], separator: str = ", ") -> Markup:
    """Join values, escaping each."""
    return Markup(separator.join(str(escape(value)) for value in values))


class Writer:
    """Fill templates; what a template may use stands in ``filters`` here."""

    def __init__(self, bytecode: BytecodeCache | None = None) -> None:
        self._env = Environment(
            bytecode_cache=bytecode,
            loader=FileSystemLoader(TEMPLATES),
            auto_reload=False,
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
                "slug": slug,
                "link": link,
                "untold": untold,
                "agency_name": lambda agency, facts: facts.agencies[agency].name,
                **{
                    name: getattr(words, name)
                    for name in (
                        "amount",
                        "figure",
                        "percent",
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
                        "initial",
                        "inline",
                        "size",
                    )
                },
            }
        )
        self._env.globals["urls"] = urls
        self._env.globals["UNKNOWN"] = words.UNKNOWN

    def warm(self) -> None:
        """Load every template now, so that forked workers need not."""
        for name in self._env.list_templates():
            self._env.get_template(name)

    def fill(self, template: str, page: str, context: dict[str, Any]) -> str:
        """Return the Markdown of one page; ``to`` in the template makes a link to another page."""
        folder = page.rpartition("/")[0]

        def to(target: str, text: object) -> Markup:
            return link(text, _relative(target, folder))

        text = self._env.get_template(template).render(**context, to=to, here=page)
        return _tidy(text)


@lru_cache(maxsize=16_384)
def _relative(target: str, folder: str) -> str:
    """Return ``target`` as seen from any page in ``folder``; many pages link to the same few."""
    return urls.relative(target, f"{folder}/")


def _tidy(text: str) -> str:
    """Return the text without trailing blanks and runs of empty lines, with an empty line above each heading."""
    lines = "\n".join(map(str.rstrip, text.split("\n")))
    return _EMPTY_LINES.sub("\n\n", lines.strip("\n")) + "\n"

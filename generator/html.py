"""GitHub-flavoured Markdown to HTML that phones, keyboards and screen readers can use.

cmark (GitHub's parser) makes the HTML and drops raw HTML; nh3 lets only a short list of tags and addresses
through; what this module adds afterwards is ours: ids, table labels, tick boxes.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape

import nh3
from cmarkgfm.cmark import markdown_to_html_with_extensions

from generator.fold import anchor_of

TAGS = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "strong", "em", "del", "code", "pre", "blockquote",
    "hr", "br", "a", "table", "thead", "tbody", "tr", "th", "td", "input",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
    "input": {"type"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
EXTENSIONS = ["table", "tasklist", "strikethrough"]
WIDE_TABLE = 7
CLEANER = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)

# One "<" before both choices lets the search jump from tag to tag.
_BLOCK = re.compile(r"<(?:h(?P<level>[1-6])>(?P<inner>.*?)</h[1-6]>|table>(?P<table>.*?)</table>)", re.DOTALL)
_TH = re.compile(r"<th(?: align=\"(\w+)\")?>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_TD = re.compile(r"<td(?: align=\"(\w+)\")?>(.*?)</td>", re.DOTALL)
# What is to be ticked goes up to the first of these ends; written so that each letter is looked at once.
_TICK = re.compile(r"<li>\s*<input type=\"checkbox\">\s*(<p>)?([^<]*(?:<(?!/li>|ul>|/?p>)[^<]*)*)(?=</li>|<ul>|</?p>)")
_STRONG = re.compile(r"<strong>([^<]*)</strong>")
# Counts ticks, below the heading of the first list with boxes; shown where scripts run.
_TICKS = (
    '<p class="mb-ticks mb-live"><span role="status">Tích giấy tờ đã có; chỉ lưu trên máy này.</span> '
    '<button type="button" disabled>Bỏ hết dấu tích</button></p>'
)
_HREF = re.compile(r'<a href="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Heading:
    """A heading of a page; ``title`` is plain text."""

    level: int
    anchor: str
    title: str


@dataclass(frozen=True)
class Rendered:
    """A page's HTML, its headings in order, and the addresses that its links had in Markdown."""

    html: str
    headings: tuple[Heading, ...]
    links: tuple[str, ...]


@dataclass
class _Decorator:
    """Give headings their ids and tables their labels, in one pass over the page."""

    headings: list[Heading] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def block(self, match: re.Match[str]) -> str:
        """Return a heading or a table with what it lacked."""
        level, inner, table = match.groups()
        return self._heading(int(level), inner) if level else self._table(table)

    def _heading(self, level: int, inner: str) -> str:
        title, anchor = _named(inner)
        anchor = self._unique(anchor)
        self.headings.append(Heading(level, anchor, title))
        return f'<h{level} id="{anchor}">{inner}</h{level}>'

    def _unique(self, anchor: str) -> str:
        candidate, number = anchor, 1
        while candidate in self.used:
            number += 1
            candidate = f"{anchor}-{number}"
        self.used.add(candidate)
        return candidate

    def _table(self, table: str) -> str:
        head, _, body = table.partition("</thead>")
        labels = [escape(text_of(inner), quote=True) for _align, inner in _TH.findall(head)]
        name = escape(self.headings[-1].title if self.headings else "Bảng", quote=True)
        head = _TH.sub(lambda cell: f'<th scope="col"{_align(cell[1])}>{cell[2]}</th>', head)
        body = _ROW.sub(lambda row: f'<tr role="row">{_cells(row[1], labels)}</tr>', body)
        wide = len(labels) >= WIDE_TABLE
        focus = f' aria-label="{name}, cuộn ngang" tabindex="0"' if wide else ""
        box = "section" if wide else "div"
        kind = "mb-table mb-table--wide" if wide else f"mb-table mb-table--{len(labels)}"
        grid = f'<table class="mb-table__grid" role="table" aria-label="{name}">'
        return f'<{box} class="{kind}"{focus}>{grid}{head}</thead>{body}</table></{box}>'


@lru_cache(maxsize=1024)
def _named(inner: str) -> tuple[str, str]:
    """Return title and anchor of a heading; most headings stand on every page of a kind."""
    title = text_of(inner)
    return title, anchor_of(title)


def _align(value: str | None) -> str:
    return f' class="mb-{value}"' if value else ""


def _cells(row: str, labels: list[str]) -> str:
    names = iter(labels)

    def cell(match: re.Match[str]) -> str:
        align, inner = match.groups()
        empty = "" if inner and not inner.isspace() else " data-empty"
        return f'<td role="cell" data-label="{next(names, "")}"{_align(align)}{empty}>{inner}</td>'

    return _TD.sub(cell, row)


def text_of(html: str) -> str:
    """Return the text of a piece of HTML, without tags, on one line."""
    if "<" in html:
        html = _TAG.sub("", html)
    return " ".join(unescape(html).split())


def to_html(markdown: str, resolve: Callable[[str], str], tones: Mapping[str, str]) -> Rendered:
    """Return the HTML of a page.

    ``resolve`` turns the address of a link into the published one; ``tones`` names the bold words that are labels,
    with their colour.
    """
    raw = markdown_to_html_with_extensions(markdown, options=0, extensions=EXTENSIONS)
    links: list[str] = []

    def published(match: re.Match[str]) -> str:
        links.append(unescape(match[1]))
        return f'<a href="{escape(resolve(links[-1]), quote=True)}"'

    decorator = _Decorator()
    html = _BLOCK.sub(decorator.block, _HREF.sub(published, CLEANER.clean(raw)))
    html = _with_bar(_TICK.sub(_tick, html))
    html = _STRONG.sub(lambda match: _label(match, tones), html)
    return Rendered(html, tuple(decorator.headings), tuple(links))


def _label(match: re.Match[str], tones: Mapping[str, str]) -> str:
    tone = tones.get(unescape(match[1]))
    return f'<strong class="mb-tag mb-tag--{tone}">{match[1]}</strong>' if tone else match[0]


def _with_bar(html: str) -> str:
    heading = html.rfind("</h2>", 0, max(html.find('<li class="mb-tick">'), 0))
    end = heading + len("</h2>")
    return html if heading < 0 else f"{html[:end]}\n{_TICKS}{html[end:]}"


def _tick(match: re.Match[str]) -> str:
    paragraph, inner = match.groups(default="")
    name = escape(f"Đã chuẩn bị: {text_of(inner)}", quote=True)
    return f'<li class="mb-tick"><input type="checkbox" aria-label="{name}"> {paragraph}{inner}'

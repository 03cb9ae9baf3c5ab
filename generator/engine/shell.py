"""The shell: the theme's page with its slots left open, rendered once for each shape of address.

What differs from page to page stands in a few partials, the *slots*.  The theme's whole template costs far more than
they do, so it is rendered once a shape, split at the slots, and joined with the slots of each page.  ``plugin`` proves
the result against MkDocs' own loop on every build.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator import urls
from generator.build.tasks import Body
from generator.digests import digest

PARTIALS = "partials/mb/*.html"
SLOTS = tuple(f"partials/mb/{name}.html" for name in ("meta", "title", "page", "foot"))
# The theme's link past the menu goes to the first heading.
SKIP = "noi-dung-cua-trang"


class RecordPage(Page):
    """A generated page as MkDocs sees it: brings its own HTML, contents list and front matter."""

    def __init__(self, path: str, config: MkDocsConfig) -> None:
        super().__init__(None, File.generated(config, path, content=""), config)
        self.body: Body | None = None

    def take(self, body: Body) -> "RecordPage":
        """Be the page that ``body`` holds."""
        self.body, self.meta, self.content = body, body.meta, body.html
        self.toc = contents(body.headings)
        self.title = body.meta["title"]
        return self

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Have no Markdown: it is HTML already."""
        self.markdown = ""
        self.meta = dict(self.body.meta) if self.body else {}

    def render(self, config: MkDocsConfig, files: Sequence[File]) -> None:  # type: ignore[override]  # noqa: ARG002
        """Have the HTML and the anchors that others may point to; a page of another shard is empty here."""
        self.content = self.content or ""
        self.present_anchor_ids = {anchor for _level, anchor, _title in self.body.headings} if self.body else set()


def body_of(content: bytes) -> Body:
    """Return the page that was kept."""
    return msgspec.msgpack.decode(content, type=Body)


def contents(headings: Sequence[tuple[int, str, str]]) -> TableOfContents:
    """Return MkDocs' contents list: level 1, with level 2 below it."""
    top: list[AnchorLink] = []
    for level, anchor, title in headings:
        entry = AnchorLink(title, anchor, level)
        if level == 1 or not top:
            top.append(entry)
        elif level == 2:
            top[-1].children.append(entry)
    return TableOfContents(top)


@dataclass(frozen=True)
class Shells:
    """Frames pages like the theme does; ``files`` and ``nav`` are what MkDocs shows to its templates."""

    env: Environment
    config: MkDocsConfig
    nav: Navigation
    files: Sequence[File]

    @cached_property
    def digest(self) -> bytes:
        """What tells two looks of the site apart: the frames, and the partials that fill the slots."""
        partials = [path for folder in self.config.theme.dirs for path in sorted(Path(folder).glob(PARTIALS))]
        frames = ["\0".join(parts) for parts in self._frames.values()]
        return digest(b"\0".join([*(path.read_bytes() for path in partials), "\0".join(frames).encode()]))

    @cached_property
    def _frames(self) -> dict[tuple[str, int], list[str]]:
        """The parts of the theme's page, by shape of address: every second one is the name of a slot."""
        marks = DictLoader({slot: f"\0{slot}\0" for slot in SLOTS})
        loader = ChoiceLoader([marks, self.env.loader])  # type: ignore[list-item]
        template = self.env.overlay(loader=loader).get_template("main.html")
        frames = {}
        for path in urls.SHAPES:
            page = RecordPage(path, self.config)
            page.take(Body(path, {"title": ""}, "", ((1, SKIP, ""),)))
            frame = template.render(self._context(page)).replace(f'"#{SKIP}"', f'"#\0{SKIP}\0"')
            frames[urls.shape_of(path)] = frame.split("\0")
        return frames

    def _context(self, page: Page) -> Any:
        return get_context(self.nav, self.files, self.config, page)

    @cached_property
    def _slots(self) -> dict[str, Any]:
        return {slot: self.env.get_template(slot) for slot in SLOTS}

    def warm(self) -> None:
        """Compile what every page needs, so that forked workers need not."""
        self.join(Body(urls.HOME, {"title": ""}, "", ((1, SKIP, ""),)))

    def join(self, body: Body) -> bytes:
        """Return the page: the frame of its shape with its own slots."""
        page = _Seen(body, self.config)
        context = {"page": page, "config": self.config, **self._globals, "base_url": page.base_url}
        parts = list(self._frames[urls.shape_of(body.path)])
        for place in range(1, len(parts), 2):
            slot = parts[place]
            parts[place] = body.headings[0][1] if slot == SKIP else self._slots[slot].render(context)
        return "".join(parts).encode("utf-8", errors="xmlcharrefreplace")

    @cached_property
    def _globals(self) -> dict[str, Any]:
        context = get_context(self.nav, self.files, self.config, None, base_url=".")
        return {key: context[key] for key in ("nav", "pages", "mkdocs_version", "build_date_utc")}

    def whole(self, body: Body) -> bytes:
        """Return the page as the theme's whole template makes it: slow, and right whatever the theme does."""
        page = RecordPage(body.path, self.config).take(body)
        page.active = True
        output = self.env.get_template("main.html").render(self._context(page))
        return output.encode("utf-8", errors="xmlcharrefreplace")


class _Seen:
    """What the slots see of a page; as MkDocs' own page would answer."""

    def __init__(self, body: Body, config: MkDocsConfig) -> None:
        self.meta, self.content = body.meta, body.html
        self.title = body.meta["title"]
        self.toc = contents(body.headings)
        self.url = urls.address(body.path)
        self.canonical_url = (config.site_url or "") + self.url if config.site_url else None
        self.base_url = urls.from_here("./", self.url).rstrip("/") or "."

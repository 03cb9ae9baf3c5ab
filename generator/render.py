"""Fill the templates: from the derived site to GitHub-flavoured Markdown pages with front matter."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import urls
from generator.derive.views import Site
from generator.errors import BuildError
from generator.markdown import Writer
from generator.pages import dictionary, figures, home, plans, procedures, registers, samples
from generator.pages.base import Draft

KINDS: tuple[Callable[[Site], Iterator[Draft]], ...] = (
    home.drafts,
    procedures.drafts,
    samples.drafts,
    plans.drafts,
    figures.drafts,
    registers.drafts,
    dictionary.drafts,
)


@dataclass(frozen=True)
class Page:
    """A finished Markdown page: ``path`` below the docs folder, ``meta`` its front matter, ``body`` its Markdown."""

    path: str
    meta: dict[str, Any]
    body: str

    @property
    def text(self) -> str:
        """The whole file: front matter, one key a line, then the Markdown."""
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.meta.items())
        return "---\n" + "\n".join(lines) + "\n---\n\n" + self.body


def render(site: Site) -> tuple[Page, ...]:
    """Return every generated page; raise ``BuildError`` when two would stand at the same path."""
    writer = Writer()
    pages: dict[str, Page] = {}
    for draft in (draft for drafts in KINDS for draft in drafts(site)):
        if draft.path in pages:
            message = f"hai trang cùng địa chỉ {draft.path}"
            raise BuildError(message)
        pages[draft.path] = Page(draft.path, draft.meta, writer.fill(draft.template, draft.path, draft.context))
    return tuple(pages.values())


def published_files(site: Site) -> dict[str, str]:
    """Return the files to publish beside the pages: published path -> path below the data folder."""
    found = {}
    for path in site.facts.attachments:
        place, *rest = path.split("/")
        if place == "procedures" and len(rest) == 3:
            found[urls.form_file(rest[1], rest[2])] = path
        elif place == "samples" and len(rest) == 2:
            found[urls.sample_file(rest[0], rest[1])] = path
        elif place == "progress" and len(rest) == 2:
            found[urls.evidence_file(rest[0], rest[1])] = path
    return found


def write_tree(pages: tuple[Page, ...], files: dict[str, str], data: Path, target: Path) -> None:
    """Write the Markdown tree that stock MkDocs builds: pages, and the files beside them."""
    for page in pages:
        _write(target / page.path, page.text.encode())
    for published, source in files.items():
        _write(target / published, (data / source).read_bytes())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

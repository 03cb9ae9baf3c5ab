"""Fill the templates: from the facts to GitHub-flavoured Markdown pages with front matter."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import urls
from generator.cards import ProcedureCard, ReportCard, SampleCard
from generator.errors import BuildError
from generator.facts import Facts, kind_of
from generator.markdown import Writer
from generator.pages.base import Draft, Plain, Products
from generator.pages.everything import RECORDS, lists
from generator.pages.glossary import explained

EXPLAINED = frozenset({"procedure", "sample", "plan"})  # kinds of pages whose terms are explained in place


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


def record_pages(path: str, record: Any, facts: Facts) -> Products:
    """Yield what is published of the record in a file; nothing for a record without a page."""
    make = RECORDS.get(kind_of(path))
    if make:
        yield from make(record, facts)


def fill(draft: Draft, facts: Facts, writer: Writer) -> Page:
    """Return the Markdown of a page."""
    body = writer.fill(draft.template, draft.path, {"facts": facts, **draft.context})
    if draft.meta["kind"] not in EXPLAINED:
        return Page(draft.path, draft.meta, body)
    text, words = explained(body, draft.path, facts)
    return Page(draft.path, draft.meta | ({"words": words} if words else {}), text)


def render(facts: Facts) -> Iterator[Page | Plain]:
    """Yield every generated page and file; raise ``BuildError`` when two would stand at the same path."""
    writer, seen = Writer(), set()
    for product in _everything(facts):
        if product.path in seen:
            message = f"hai trang cùng địa chỉ {product.path}"
            raise BuildError(message)
        seen.add(product.path)
        yield fill(product, facts, writer) if isinstance(product, Draft) else product


def _everything(facts: Facts) -> Products:
    for task in lists(facts):
        yield from task.make(facts)
    for path in sorted(facts.held.cards):
        yield from record_pages(path, facts.record(path), facts)


def published_files(facts: Facts) -> dict[str, str]:
    """Return the files to publish beside the pages: published path -> path below the data folder.

    Only files that a record names are published; anything else in the data folder stays there.
    """
    named = {
        published: source
        for path, cards in facts.held.cards.items()
        for card in cards
        if card.files
        for published, source in _named(path, card)
    }
    return {published: source for published, source in named.items() if source in facts.held.attachments}


def _named(path: str, card: Any) -> Iterator[tuple[str, str]]:
    folder = path.rpartition("/")[0]
    for file in card.files:
        match card:
            case ProcedureCard():
                yield urls.form_file(card.code, file), f"{path.removesuffix('.yml')}/{file}"
            case SampleCard():
                yield urls.sample_file(card.procedure, file), f"{folder}/{file}"
            case ReportCard():
                yield urls.evidence_file(card.owner, file), f"{folder}/{file}"


def write_tree(pages: Iterator[Page | Plain], files: dict[str, str], data: Path, target: Path) -> int:
    """Write the tree that stock MkDocs builds: pages, and the files that they link to; return how many pages."""
    count = 0
    for page in pages:
        if isinstance(page, Page):
            _write(target / page.path, page.text.encode())
            count += 1
        else:
            _write(target / page.path, page.content)
    for published, source in files.items():
        _write(target / published, (data / source).read_bytes())
    return count


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

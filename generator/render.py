"""Fill the templates: from the derived site to GitHub-flavoured Markdown pages with front matter."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from generator import urls
from generator.derive.views import Site
from generator.errors import BuildError
from generator.markdown import Writer
from generator.model.parts import EvidenceFile
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
    """Return the files to publish beside the pages: published path -> path below the data folder.

    Only files that a record names are published; anything else in the data folder stays there.
    """
    named = (*_forms(site), *_sample_files(site), *_evidence(site))
    return {published: source for published, source in named if source in site.facts.attachments}


def _forms(site: Site) -> Iterator[tuple[str, str]]:
    for view in site.procedures.values():
        for form in view.record.forms:
            if form.file:
                yield urls.form_file(view.record.code, form.file), f"{view.folder}/{form.file}"


def _sample_files(site: Site) -> Iterator[tuple[str, str]]:
    for sample in site.samples.values():
        for each in sample.files:
            yield urls.sample_file(sample.procedure, each.file), f"samples/{sample.procedure}/{each.file}"


def _evidence(site: Site) -> Iterator[tuple[str, str]]:
    for report in site.facts.progress.values():
        targets = chain.from_iterable(entry.evidence for entry in report.targets)
        tasks = chain.from_iterable(entry.evidence for entry in report.tasks)
        for proof in chain(targets, tasks):
            if isinstance(proof, EvidenceFile):
                yield urls.evidence_file(report.plan, proof.file), f"progress/{report.plan}/{proof.file}"


def write_tree(pages: tuple[Page, ...], files: dict[str, str], data: Path, target: Path) -> None:
    """Write the Markdown tree that stock MkDocs builds: pages, and the files beside them."""
    for page in pages:
        _write(target / page.path, page.text.encode())
    for published, source in files.items():
        _write(target / published, (data / source).read_bytes())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

"""What one process does: read a record, check it, make its pages, and tell what all that depended on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import UndefinedError

from generator import charts, urls
from generator.build.memory import Entry, Output
from generator.card_makers import cards_of
from generator.cards import encode
from generator.errors import Problem, Severity
from generator.facts import NOTHING, Facts
from generator.filed import Filed
from generator.html import to_html
from generator.markdown import Writer
from generator.notes import Notes, Question
from generator.pages.base import Draft, Plain
from generator.parse import Refusal
from generator.publish import put
from generator.read import load, refused
from generator.render import fill, record_pages
from generator.rules import problems_of
from generator.shape import shaped
from generator.tones import TONES


class Body(msgspec.Struct):
    """A page before the theme frames it: ``headings`` are (level, anchor, title)."""

    path: str
    meta: dict[str, Any]
    html: str
    headings: tuple[tuple[int, str, str], ...]


class Unreadable(Exception):  # noqa: N818  (not an error of the program)
    """A file that is no record; ``problems`` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


EVERY = "*"  # among the wanted bodies: those of all pages
# What is raised when a page needs a record that is not there, or not yet.
ABSENT = (KeyError, UndefinedError, Unreadable)


@dataclass
class Made:
    """What came of a task; ``answers`` are what its questions were answered, ``links`` the files it points to."""

    name: str
    since: date = date.min
    until: date = date.max
    entry: Entry | None = None
    answers: dict[Question, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    outputs: tuple[Output, ...] = ()
    bodies: dict[str, bytes] = field(default_factory=dict)
    links: frozenset[str] = frozenset()
    failure: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether the record could be read and has no error."""
        return not self.failure and all(each.severity is not Severity.ERROR for each in self.problems)


@dataclass
class Job:
    """All that a task needs; forked children inherit it.

    ``lists`` are the tasks that belong to no record, ``finish`` frames a page, ``wanted_bodies`` tells of which tasks
    or pages the body is kept, ``folder`` is where the site is put together.
    """

    data: Path
    digests: dict[str, bytes]
    facts: Facts
    finish: Callable[[Body], bytes]
    folder: Path
    wanted_bodies: frozenset[str]
    writer: Writer
    filed: dict[str, Filed[Any]] = field(default_factory=dict)
    lists: dict[str, Callable[[Facts], Iterable[Draft | Plain]]] = field(default_factory=dict)

    def open(self, path: str) -> Filed[Any]:
        """Return a record with its file; raise ``Unreadable`` with what is wrong with it."""
        return self.filed.get(path) or open_file(self.data, path)

    def take(self, path: str) -> Made:
        """Read a file that is new or changed, and do all that can be done with it before the others are known."""
        try:
            filed = self.open(path)
        except Unreadable as error:
            return Made(path, problems=error.problems)
        self.filed[path] = filed
        entry = entry_of(filed.record, self.digests[path], self.facts)
        self.facts.learn(path, entry.cards)
        made = self.do(path)
        del self.filed[path]
        made.entry = entry
        return made

    def glance(self, path: str) -> Made:
        """Read a file for its cards alone: its page is made in another shard."""
        try:
            filed = self.open(path)
        except Unreadable as error:
            return Made(path, problems=error.problems)
        return Made(path, entry=entry_of(filed.record, self.digests[path], self.facts))

    def do(self, name: str) -> Made:
        """Check a record and make its pages, or make the pages of a list."""
        with self.facts.notebook.taking() as notes:
            made = self._list(name) if name in self.lists else self._record(name)
        made.answers = {question: self.facts.answer(question) for question in notes.asked}
        made.since, made.until = notes.since, notes.until
        return made

    def _record(self, path: str) -> Made:
        filed = self.open(path)
        made = Made(path, problems=tuple(problems_of(filed, self.facts)))
        if made.is_sound:
            try:
                self._publish(made, record_pages(path, filed.record, self.facts))
            except ABSENT as error:
                made.failure = f"{path}: {error}"
        return made

    def _list(self, name: str) -> Made:
        made = Made(name)
        self._publish(made, self.lists[name](self.facts))
        return made

    def _publish(self, made: Made, products: Iterable[Draft | Plain]) -> None:
        outputs, links = [], set()
        for product in products:
            if isinstance(product, Plain):
                path, content = product.path, product.content
            else:
                body, targets = self._body(product)
                links |= targets
                path, content = site_path(product.path), self.finish(body)
                if not self.wanted_bodies.isdisjoint((made.name, product.path, EVERY)):
                    made.bodies[product.path] = encode(body)
            mark = put(self.folder, path, content)
            outputs.append(Output(path, mark.digest, mark.size))
        made.outputs, made.links = tuple(outputs), frozenset(links)

    def _body(self, draft: Draft) -> tuple[Body, set[str]]:
        page = fill(draft, self.facts, self.writer)
        targets = set()

        def resolve(link: str) -> str:
            address, target = published(link, page.path)
            if target:
                targets.add(target)
            return address

        result = to_html(page.body, resolve, TONES)
        headings = tuple((each.level, each.anchor, each.title) for each in result.headings)
        if "charts" in page.meta:
            charts.check(page.path, page.meta["charts"], headings)
        return Body(page.path, page.meta, result.html, headings), targets


def open_file(data: Path, path: str) -> Filed[Any]:
    """Return the record in a file; raise ``Unreadable`` with what is wrong with it."""
    try:
        filed, problems = shaped(load(data, path))
    except Refusal as refusal:
        raise Unreadable((refused(data, path, refusal),)) from None
    if filed is None:
        raise Unreadable(tuple(problems))
    return filed


def entry_of(record: Any, digest: bytes, facts: Facts) -> Entry:
    """Return the cards of a record with the days for which they hold."""
    with facts.notebook.taking() as notes:
        cards = cards_of(record, facts.clock)
    return Entry(digest or NOTHING, cards, notes.since, notes.until)


def site_path(page: str) -> str:
    """Return the file of the site that shows a page: ``ke-hoach/x.md`` -> ``ke-hoach/x/index.html``."""
    return urls.address(page) + "index.html"


@lru_cache(8192)
def published(link: str, page: str) -> tuple[str, str]:
    """Return the address of a link as written on the published page, and the file of the site it points to, if any."""
    if "://" in link or link.startswith(("mailto:", "tel:")):
        return link, ""
    return urls.published(link, page)


def is_over(notes: Notes | Made | Entry, today: date) -> bool:
    """Return whether what was made then no longer holds on a day."""
    return not notes.since <= today <= notes.until

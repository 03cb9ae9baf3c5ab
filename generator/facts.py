"""All that is known of the records, for whoever asks: cards by id, who points to whom, whole records, files, the day.

Every question is noted (see ``notes``); ``answer`` tells in a few bytes what the answer is now, so that a page or a
check made earlier is made anew only when an answer to one of its questions has changed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.cards import (
    AgencyCard,
    AnyCard,
    DecisionCard,
    EventCard,
    FieldCard,
    FrozenCard,
    LegalCard,
    PlanCard,
    ProcedureCard,
    ReportCard,
    SampleCard,
    SynonymCard,
    encode,
)
from generator.digests import digest, sha256_of
from generator.model.site import SiteSettings
from generator.notes import Clock, Notebook, Question

C = TypeVar("C", bound=AnyCard)
ALL = "*"
NOTHING = b""
TO = "to"
SITE_FILE = "site.yml"


def kind_of(path: str) -> str:
    """Return the kind of the records in a file below the data folder."""
    return path.partition("/")[0].removesuffix(".yml")


@dataclass(frozen=True)
class Shelf(Mapping[str, C], Generic[C]):
    """The cards of one kind, by id and in order of ids or of their file; every look is noted."""

    kind: str
    cards: dict[str, C]
    notebook: Notebook
    sorted: bool = True

    def __getitem__(self, key: str) -> C:
        self.notebook.ask(self.kind, key)
        return self.cards[key]

    def __iter__(self) -> Iterator[str]:
        self.notebook.ask(self.kind, ALL)
        return iter(sorted(self.cards) if self.sorted else list(self.cards))

    def __len__(self) -> int:
        self.notebook.ask(self.kind, ALL)
        return len(self.cards)


def pointers(path: str, cards: Iterable[AnyCard]) -> Iterator[tuple[Question, str]]:
    """Yield the questions in whose answers the cards of a file stand, by their ids: who points to whom."""
    kind = kind_of(path)
    for card in cards:
        for relation, target in card.points:
            yield (TO, kind, relation, target), card.id


@dataclass(frozen=True)
class Held:
    """What stands in the data folder: the cards of each file, its digest, other files with their size in bytes.

    ``broken`` are the files whose records could not be read: what they are named counts as known.  ``root`` is the
    folder's name for people, ``folder`` where it is.
    """

    cards: Mapping[str, tuple[AnyCard, ...]]
    digests: Mapping[str, bytes] = field(default_factory=dict)
    attachments: Mapping[str, int] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    root: str = "data"
    folder: Path | None = None


class Facts:
    """The facts of one build: ``open_record`` returns the typed record of a file; ``base`` is the site's address."""

    def __init__(self, held: Held, open_record: Callable[[str], Any], today: date, base: str = "/") -> None:
        self.held, self.base, self._open = held, base, open_record
        self.notebook = Notebook()
        self.clock = Clock(today, self.notebook)
        self.paths: dict[Question, str] = {}
        self._cards: dict[str, dict[str, AnyCard]] = defaultdict(dict)
        self._answers: dict[Question, bytes] = {}
        for path in sorted(held.cards):
            self.learn(path, held.cards[path])

    def on(self, day: date) -> "Facts":
        """Return the same facts as of another day."""
        return Facts(self.held, self._open, day, self.base)

    def learn(self, path: str, cards: Iterable[AnyCard]) -> None:
        """Take in the cards of one more file; whom they point to is not told any more."""
        kind = kind_of(path)
        for card in cards:
            self._cards[kind].setdefault(card.id, card)
            self.paths.setdefault((kind, card.id), path)

    def presume(self, answers: Mapping[Question, bytes], same: Set[str], moved: Set[Question]) -> None:
        """Take over earlier answers that must be the same.

        They are those about a single record in one of the ``same`` files, whose cards have not changed, and those about
        who points to a record, unless that is among the ``moved``, to which pointers came, went or may have.
        """
        paths = self.paths
        # To look a question up among the paths is to see that it is about one record.
        self._answers.update(
            (each, said)
            for each, said in answers.items()
            if paths.get(each) in same or (each[0] == TO and each not in moved)
        )

    def _shelf(self, kind: str, *, ordered: bool = True) -> Shelf[Any]:
        return Shelf(kind, self._cards[kind], self.notebook, ordered)

    @cached_property
    def agencies(self) -> Shelf[AgencyCard]:
        """Agencies by id."""
        return self._shelf("agencies")

    @cached_property
    def legal(self) -> Shelf[LegalCard]:
        """Legal documents by id."""
        return self._shelf("legal")

    @cached_property
    def decisions(self) -> Shelf[DecisionCard]:
        """Decisions by id."""
        return self._shelf("decisions")

    @cached_property
    def procedures(self) -> Shelf[ProcedureCard]:
        """Procedures by code."""
        return self._shelf("procedures")

    @cached_property
    def samples(self) -> Shelf[SampleCard]:
        """Sample dossiers by ``procedure/id``."""
        return self._shelf("samples")

    @cached_property
    def plans(self) -> Shelf[PlanCard]:
        """Plans by id."""
        return self._shelf("plans")

    @cached_property
    def reports(self) -> dict[str, Shelf[ReportCard]]:
        """Records of periods by kind: progress, statistics, assessments."""
        return {kind: self._shelf(kind) for kind in ("progress", "statistics", "assessments")}

    @cached_property
    def frozen(self) -> Shelf[FrozenCard]:
        """Versions of frozen reports by ``plan/period-version``."""
        return self._shelf("reports")

    @cached_property
    def fields(self) -> Shelf[FieldCard]:
        """Fields of administration by id, in the order of their file."""
        return self._shelf("fields", ordered=False)

    @cached_property
    def events(self) -> Shelf[EventCard]:
        """Life events by id, in the order of their file."""
        return self._shelf("life-events", ordered=False)

    @cached_property
    def synonyms(self) -> Shelf[SynonymCard]:
        """Terms with the words that people use for them, in the order of their file."""
        return self._shelf("synonyms", ordered=False)

    @cached_property
    def _pointing(self) -> dict[tuple[str, str, str], list[str]]:
        found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for kind, cards in self._cards.items():
            for card in cards.values():
                for relation, target in card.points:
                    found[kind, relation, target].append(card.id)
        return found

    def pointing(self, kind: str, relation: str, target: str) -> tuple[str, ...]:
        """Return, in order, the ids of the records of ``kind`` that point to ``target``."""
        self.notebook.ask(TO, kind, relation, target)
        return tuple(sorted(self._pointing.get((kind, relation, target), ())))

    @cached_property
    def _changed(self) -> list[tuple[date, str, int]]:
        cards: Iterable[Any] = self._cards["procedures"].values()
        return sorted(((each.date, card.id, each.number) for card in cards for each in card.changes), reverse=True)

    def changed(self) -> list[tuple[date, str, int]]:
        """Return day, procedure and number of all changes, the newest first."""
        self.notebook.ask("changed")
        return self._changed

    @property
    def site(self) -> SiteSettings:
        """The settings of the site."""
        settings: SiteSettings = self.record(SITE_FILE)
        return settings

    def record(self, path: str) -> Any:
        """Return the whole record of a file."""
        self.notebook.ask("file", path)
        return self.notebook.once(("open", path), lambda: self._open(path))

    def single(self, path: str) -> Any | None:
        """Return the record of a file that stands by itself, such as ``holidays.yml``; None when there is none."""
        self.notebook.ask("file", path)
        return self.record(path) if path in self.held.cards else None

    def whole(self, kind: str, key: str) -> Any:
        """Return the whole record of a kind and id; raise ``KeyError`` when there is none."""
        self.notebook.ask(kind, key)
        return self.record(self.paths[kind, key])

    def exists(self, kind: str, key: str) -> bool:
        """Return whether there is a record, or a file that could not be read and is named so."""
        self.notebook.ask(kind, key)
        return key in self._cards[kind] or self._is_broken(kind, key)

    def _is_broken(self, kind: str, key: str) -> bool:
        return key in self._broken_names[kind] or f"{kind}.yml" in self.held.broken

    def ids(self, kind: str) -> list[str]:
        """Return every id of a kind, with those of files that could not be read."""
        self.notebook.ask(kind, ALL)
        return sorted({*self._cards[kind], *self._broken_names[kind]})

    @cached_property
    def _broken_names(self) -> dict[str, set[str]]:
        names: dict[str, set[str]] = defaultdict(set)
        for path in self.held.broken:
            kind, _, rest = path.partition("/")
            names[kind].add(rest.rpartition("/")[2].removesuffix(".yml"))
        return names

    def size(self, path: str) -> int | None:
        """Return the size of another file in the data folder, in bytes; None when it is not there."""
        self.notebook.ask("size", path)
        return self.held.attachments.get(path)

    def sha256(self, path: str) -> str | None:
        """Return the SHA-256 of another file in the data folder; None when it cannot be read."""
        self.notebook.ask("file", path)
        return sha256_of(self.held.folder / path) if self.held.folder else None

    def is_illustration(self, *agencies: str | None) -> bool:
        """Return whether one of the agencies is fictional."""
        return any(self.agencies[each].illustration for each in agencies if each)

    def answer(self, question: Question) -> bytes:
        """Return in a few bytes what the facts answer to a noted question."""
        if question not in self._answers:
            self._answers[question] = self._find(question)
        return self._answers[question]

    def _find(self, question: Question) -> bytes:
        match question:
            case ("file", path):
                return self.held.digests.get(path, NOTHING)
            case ("size", path):
                return str(self.held.attachments.get(path, "")).encode()
            case (_, kind, relation, target):
                ids = self._pointing.get((kind, relation, target))
                return digest("\n".join(sorted(ids)).encode()) if ids else NOTHING
            case ("changed",):
                return digest(encode(self._changed))
            case (kind, "*"):
                return digest("\n".join([*self._cards[kind], *sorted(self._broken_names[kind])]).encode())
            case (kind, key):
                card = self._cards[kind].get(key)
                return digest(encode(card)) if card else str(self._is_broken(kind, key)).encode()
        raise KeyError(question)

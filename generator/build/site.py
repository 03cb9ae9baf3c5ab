"""Build a site from its records, doing nothing twice.

    data/ ─ inventory ─▶ digests ─┬─ unchanged ─▶ cards, checks and pages as remembered ─┐
                                  └─ changed ───▶ read, check, page (forked) ────────────┴─▶ Facts ─▶ what is
                                                                                             stale is done again

How it works, on one page.

1. **Digests, never dates.**  ``inventory`` hashes every file of the data folder.  A file whose digest is remembered
   is not read again: its *cards* (what others show of it, ``cards``) come from the memory.
2. **Notes.**  Whoever checks a record or makes a page does so with an open notebook (``notes``): every question that
   it puts to the ``Facts`` - this agency's card, who cites that law, is that file there, has this day passed - is
   noted with its answer in 16 bytes.  What was made earlier still holds when its own file is the same and every one
   of its answers is.  Nothing declares what it depends on, so nothing can be forgotten.
3. **Two rounds.**  First, changed procedures (the many) are read, checked and paged in one go, with the facts known
   so far: on a cold build there are no cards of other procedures yet.  When all cards are known, answers that came
   out otherwise make their pages stale, and the second round does these anew.  Cards depend on their own record
   alone, so a third round is never needed.
4. **Workers.**  ``crew`` forks where there is enough to do; a child inherits facts, templates and shells, writes its
   own pages and sends back its notes.
5. **Verdict.**  All problems are judged together (``check.judge``); one error and nothing is published.
6. **Lists.**  The pages that belong to no record (catalogue, indexes, feeds) are made last, by the same notes: they
   are rebuilt only when something on them changes.
7. **Publishing.**  Pages are written into a staging tree that already holds an earlier site; ``publish`` brings it
   up to date and exchanges it with the target in one step.

A cold build is this with an empty memory; a shard is this with a part of the names.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.build.crew import WORTH_FORKING, share
from generator.build.inventory import Inventory
from generator.build.memory import Done, Memory, Output
from generator.build.places import bytecode
from generator.build.shards import WHOLE, Shard
from generator.build.tasks import EVERY, Body, Job, Made, Unreadable, entry_of, is_over, open_file, site_path
from generator.check import judge
from generator.collector import collector_paused
from generator.errors import BuildError, Problem
from generator.facts import Facts, Held, kind_of, pointers
from generator.filed import Filed
from generator.markdown import Writer
from generator.model import KINDS
from generator.notes import Question
from generator.pages.everything import ALWAYS, lists
from generator.pages.notices import warm as warm_sheets
from generator.publish import Mark
from generator.render import published_files
from generator.track import Track, untracked

MANY = "procedures"
ONCE = frozenset(make.__name__ for make in ALWAYS)


@dataclass(frozen=True)
class Plan:
    """What is to be built: ``base`` is the site's address, ``needed`` the pages whose bodies MkDocs wants to see."""

    data: Path
    today: date
    base: str
    code: bytes
    frame: bytes
    needed: frozenset[str] = frozenset()
    track: Track = untracked
    shard: Shard = WHOLE
    templates: Path | None = None

    def has(self, name: str) -> bool:
        """Return whether a record or list is made in this shard; what there is once is made in the first."""
        return self.shard.is_first if name in ONCE else self.shard.has(name)


@dataclass
class Result:
    """What was built: the files of the site by path, what to remember, and what it took."""

    facts: Facts
    memory: Memory
    outputs: dict[str, Mark]
    warnings: tuple[Problem, ...]
    written: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    made: int = 0


class Builder:
    """One run; ``known`` are the files that the published site surely holds."""

    def __init__(self, plan: Plan, seen: Inventory, memory: Memory, known: dict[str, Mark]) -> None:
        self.plan, self.seen, self.memory, self.known = plan, seen, memory, known
        same_code = memory.code == plan.code
        self.entries = {
            path: entry
            for path, entry in (memory.entries.items() if same_code else ())
            if seen.digests.get(path) == entry.digest and not is_over(entry, plan.today)
        }
        self.numbers = {question: number for number, question in enumerate(memory.questions)} if same_code else {}
        self.done = dict(memory.done) if same_code and memory.frame == plan.frame else {}
        self.made: dict[str, Made] = {}
        self.filed: dict[str, Filed[Any]] = {}
        self.unreadable: dict[str, tuple[Problem, ...]] = {}
        self.writer = Writer(bytecode(plan.templates))
        self.needed = {site_path(page) for page in plan.needed}
        self.kept = {site_path(page) for page in memory.bodies}

    @collector_paused()
    def build(self, finish: Callable[[Body], bytes], folder: Path) -> Result:
        """Make what is stale in ``folder``; raise ``DataError`` with all problems when one is an error."""
        fresh = [path for path in self.seen.records if path not in self.entries]
        self._read([path for path in fresh if kind_of(path) != MANY])
        many = [path for path in fresh if kind_of(path) == MANY]
        if len(many) >= WORTH_FORKING:
            self._warm(many)
        job = self._job(self._facts(), finish, folder)
        self._run(job.take, [path for path in many if self.plan.has(path)], "Đọc và tạo trang")
        self._run(job.glance, [path for path in many if not self.plan.has(path)], "Đọc")
        facts = self._facts()
        job = self._job(facts, finish, folder)
        self._settle(facts)
        records = [path for path in self._own(self.seen.records) if path not in self.unreadable]
        self._run(job.do, self._stale(records, job), "Kiểm tra và tạo trang")
        warnings = self._judged(facts)
        job.lists = {task.name: task.make for task in lists(facts) if self.plan.has(task.name)}
        job.wanted_bodies |= _first_of_each(job.lists)
        self._run(job.do, self._stale(list(job.lists), job), "Tạo danh mục")
        return self._result(facts, [*records, *job.lists], warnings)

    def _warm(self, procedures: list[str]) -> None:
        """Make here what every forked worker would make for itself: templates, and what types the records."""
        self.writer.warm()
        warm_sheets(self.plan.base, (Path(path).stem for path in procedures))
        for kind in KINDS:
            kind.model.model_rebuild()

    def _own(self, names: Iterable[str]) -> list[str]:
        return [name for name in names if self.plan.has(name)]

    def _read(self, paths: list[str]) -> None:
        """Read the files that many others point to, and keep them for the checks and pages to come."""
        clock = self._facts()
        for path in self.plan.track(paths, "Đọc", len(paths)):
            try:
                filed = self.filed[path] = open_file(self.plan.data, path)
            except Unreadable as error:
                self.unreadable[path] = error.problems
            else:
                self.entries[path] = entry_of(filed.record, self.seen.digests[path], clock)

    def _facts(self) -> Facts:
        held = Held(
            cards={path: entry.cards for path, entry in self.entries.items()},
            digests=self.seen.digests,
            attachments=self.seen.attachments,
            broken=frozenset(self.unreadable),
            root=self.plan.data.name,
            folder=self.plan.data,
        )
        return Facts(held, self._record, self.plan.today, self.plan.base)

    def _record(self, path: str) -> Any:
        return self._filed_at(path).record

    def _filed_at(self, path: str) -> Filed[Any]:
        if path not in self.filed:
            self.filed[path] = open_file(self.plan.data, path)
        return self.filed[path]

    def _job(self, facts: Facts, finish: Callable[[Body], bytes], folder: Path) -> Job:
        wanted = self.plan.needed | ONCE | _first_of_each(self._own(self.seen.records))
        return Job(
            data=self.plan.data,
            digests=self.seen.digests,
            facts=facts,
            finish=finish,
            folder=folder,
            wanted_bodies=frozenset(wanted),
            filed=self.filed,
            writer=self.writer,
        )

    def _run(self, work: Callable[[str], Made], names: list[str], title: str) -> None:
        for made in self.plan.track(share(work, names), title, len(names)):
            self.made[made.name] = made
            if made.entry:
                self.entries[made.name] = made.entry
            elif made.name in self.seen.digests and made.name not in self.entries:
                self.unreadable[made.name] = made.problems

    def _settle(self, facts: Facts) -> None:
        """Drop what was remembered or made in the first round and does not hold any more."""
        old = dict(zip(self.memory.questions, self.memory.answers, strict=True)) if self.numbers else {}
        facts.presume(old, *self._as_before())
        changed = {number for number, (question, answer) in enumerate(old.items()) if facts.answer(question) != answer}
        self.done = {
            name: done
            for name, done in self.done.items()
            if done.digest == self.seen.digests.get(name, b"")
            and not is_over(done, self.plan.today)
            and changed.isdisjoint(done.asked)
            and all(self.known.get(each.path) == (each.digest, each.size) for each in done.outputs)
        }
        for name, made in list(self.made.items()):
            differs = any(facts.answer(each) != said for each, said in made.answers.items())
            if name not in self.unreadable and (differs or made.failure):
                del self.made[name]

    def _as_before(self) -> tuple[set[str], set[Question]]:
        """Return the files whose cards are as in the memory, and what pointers of the others came or went to."""
        old, new = self.memory.entries, self.entries
        same = {path for path, entry in new.items() if old.get(path) is entry}
        before, now = (
            {each for path in entries.keys() - same for each in pointers(path, entries[path].cards)}
            for entries in (old, new)
        )
        return same, {question for question, _id in before ^ now}

    def _stale(self, names: list[str], job: Job) -> list[str]:
        """Return the names that are neither done nor made; pages whose body is wanted and not kept are made again."""
        return [name for name in names if name not in self.made and not self._holds(name, job)]

    def _holds(self, name: str, job: Job) -> bool:
        done = self.done.get(name)
        if done is None:
            return False
        shown = [each.path for each in done.outputs if each.path.endswith(".html")]
        wanted = shown if {name, EVERY} & job.wanted_bodies else self.needed.intersection(shown)
        return self.kept.issuperset(wanted)

    def _judged(self, facts: Facts) -> tuple[Problem, ...]:
        found = [
            *self.seen.problems,
            *(problem for problems in self.unreadable.values() for problem in problems),
            *(problem for name, made in self.made.items() if name not in self.unreadable for problem in made.problems),
            *(problem for name, done in self.done.items() if name in self.seen.digests for problem in done.problems),
        ]
        complete = self.plan.shard.is_all and not (self.unreadable or self.seen.problems)
        warnings = judge(found, facts, self._filed_at, self.plan.today, complete=complete)
        if failures := [made.failure for made in self.made.values() if made.failure]:
            raise BuildError("\n".join(failures))
        return warnings

    def _result(self, facts: Facts, names: list[str], warnings: tuple[Problem, ...]) -> Result:
        memory = Memory(code=self.plan.code, frame=self.plan.frame, entries=self.entries)
        for name in names:
            memory.done[name] = self.done[name] if name not in self.made else self._remembered(self.made[name])
        memory.questions = list(self.numbers)
        memory.answers = [facts.answer(question) for question in memory.questions]
        outputs = _unique(each for name in names for each in memory.done[name].outputs)
        written = {each.path for made in self.made.values() for each in made.outputs}
        # A body that was kept is of the page that was kept: of a page made anew it would bring the old one back.
        still = outputs.keys() - written
        kept = {page: body for page, body in self.memory.bodies.items() if site_path(page) in still}
        memory.bodies = {**kept, **{page: body for made in self.made.values() for page, body in made.bodies.items()}}
        result = Result(facts, memory, outputs, warnings, written)
        result.links = {link for made in self.made.values() for link in made.links}
        result.made = len(self.made)
        return result

    def _remembered(self, made: Made) -> Done:
        asked = tuple(self._number(question) for question in made.answers)
        digest = self.seen.digests.get(made.name, b"")
        return Done(digest, asked, made.since, made.until, made.problems, made.outputs)

    def _number(self, question: Question) -> int:
        return self.numbers.setdefault(question, len(self.numbers))

    def dangling(self, result: Result) -> set[str]:
        """Return the files that pages made in this run point to and that the site does not hold."""
        return result.links - result.outputs.keys() - published_files(result.facts).keys()


def _first_of_each(names: Iterable[str]) -> frozenset[str]:
    """Return the first name of each kind of task: by these pages the shell of their section is proven."""
    first: dict[str, str] = {}
    for name in sorted(names):
        first.setdefault(name.partition("/")[0].partition(":")[0], name)
    return frozenset(first.values())


def _unique(outputs: Iterable[Output]) -> dict[str, Mark]:
    """Return the outputs by path; raise ``BuildError`` when two stand at the same path."""
    found: dict[str, Mark] = {}
    for each in outputs:
        if each.path in found:
            message = f"hai trang cùng địa chỉ {each.path}"
            raise BuildError(message)
        found[each.path] = Mark(each.digest, each.size)
    return found

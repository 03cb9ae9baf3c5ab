"""Deadlines of a plan, or of a unit under it, as a calendar, and what came of them as a feed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urljoin

from generator import words
from generator.derive.routines import Routine
from generator.derive.standing import done_on
from generator.derive.turns import GIVEN, Turn
from generator.derive.views import TaskState, TaskView
from generator.export.agenda import Agenda, Deadline, agenda_file
from generator.export.atom import Entry, feed_file
from generator.export.feeds import ILLUSTRATION
from generator.facts import Facts
from generator.fold import slug
from generator.model.progress import Progress
from generator.pages.base import Plain

OVER = frozenset({TaskState.PROVEN, TaskState.DECLARED, TaskState.DROPPED})


@dataclass(frozen=True)
class Work:
    """What is to be done, by whom: each task with the page where it stands with its evidence.

    ``key`` is what ids are made from, ``page`` the address of the page of it all.
    """

    key: str
    name: str
    page: str
    tasks: tuple[tuple[TaskView, str], ...]
    routines: tuple[Routine, ...]
    reports: tuple[tuple[Progress, str], ...] = ()
    illustration: bool = False


def calendar(path: str, work: Work, facts: Facts) -> Plain:
    """Return the calendar of what is still to be delivered."""
    deadlines = [
        Deadline(
            uid=f"{work.key}-{task.record.id}-{turn.period}-{turn.last_day.isoformat()}-{turn.number}",
            day=turn.last_day,
            title=f"Hạn: {task.record.id}. {task.record.text}",
            words=f"{task.state.label}. Chủ trì: {', '.join(lead.name for lead in task.leads) or 'văn bản không nêu'}.",
            url=urljoin(facts.base, page),
        )
        for task, page in work.tasks
        for turn in open_turns(task)
    ]
    deadlines += routine_deadlines(work.key, work.routines, urljoin(facts.base, work.page))
    address = urljoin(facts.base, work.page)
    agenda = Agenda(
        f"Hạn việc: {work.name}", facts.clock.today, tuple(deadlines), address, illustration=work.illustration
    )
    return Plain(path, agenda_file(agenda))


def routine_deadlines(key: str, routines: Iterable[Routine], url: str) -> list[Deadline]:
    """Return the days by which periodic reports are still to be sent."""
    return [
        Deadline(
            uid=f"{key}-{each.record.id or slug(each.record.title)}-{each.period}",
            day=each.last_day,
            title=f"Hạn gửi: {each.record.title}, {words.period(each.period)}",
            words=each.state.label,
            url=url,
        )
        for each in routines
        if each.last_day and not each.sent
    ]


def open_turns(task: TaskView) -> tuple[Turn, ...]:
    """Return the turns of a task that are still to be delivered."""
    return () if task.state in OVER else tuple(turn for turn in task.turns if turn.state not in GIVEN)


def feed(path: str, work: Work, facts: Facts) -> Plain:
    """Return the feed of what came: deadlines near and passed, tasks done, reports of progress; the newest first."""
    mark = ILLUSTRATION if work.illustration else ""
    return _feed(path, f"{mark}Hạn và tiến độ: {work.name}", _entries(work, facts), facts)


def feed_of_all(path: str, works: Sequence[Work], facts: Facts) -> Plain:
    """Return the feed of what came under any of several plans; each entry says of whose, and what is made up."""
    entries = (
        replace(
            entry,
            title=f"{ILLUSTRATION if work.illustration else ''}{entry.title}",
            summary=f"{words.initial(work.name)}. {entry.summary}",
        )
        for work in works
        for entry in _entries(work, facts)
    )
    mark = ILLUSTRATION if works and all(work.illustration for work in works) else ""
    return _feed(path, f"{mark}Hạn và tiến độ của mọi kế hoạch", entries, facts)


def _feed(path: str, title: str, entries: Iterable[Entry], facts: Facts) -> Plain:
    come = sorted(
        (entry for entry in entries if facts.clock.has_come(entry.updated)),
        key=lambda entry: (entry.updated, entry.id),
        reverse=True,
    )
    return Plain(path, feed_file(urljoin(facts.base, path), title, come))


def _entries(work: Work, facts: Facts) -> Iterator[Entry]:
    soon = timedelta(days=facts.site.due_soon_days)
    for task, page in work.tasks:
        url = urljoin(facts.base, page)
        name = f"{task.record.id}. {task.record.text}"
        for turn in open_turns(task):
            tag = f"{turn.period}-{turn.last_day.isoformat()}-{turn.number}"
            last = words.day(turn.last_day)
            told = f"Ngày cuối cùng: {last}."
            yield Entry(f"{url}-sap-{tag}", f"Sắp đến hạn: {name}", turn.last_day - soon, told, url)
            late = turn.last_day + timedelta(days=1)
            yield Entry(f"{url}-qua-{tag}", f"Quá hạn: {name}", late, told, url)
        day = done_on(task)
        if day and task.state is TaskState.PROVEN:
            yield Entry(f"{url}-xong", f"Xong, có minh chứng: {name}", day, f"Xong ngày {words.day(day)}.", url)
    yield from _reported(work.reports, facts)


def _reported(reports: Iterable[tuple[Progress, str]], facts: Facts) -> Iterator[Entry]:
    for report, page in reports:
        url = urljoin(facts.base, page)
        title = f"Báo cáo tiến độ {words.period(report.period)}"
        yield Entry(url, title, report.as_of, f"Số liệu đến {words.day(report.as_of)}.", url)

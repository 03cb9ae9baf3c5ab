"""Deadlines as a calendar file, for any calendar program. Standard: RFC 5545, and RFC 7986 for the calendar's name.

The library ``icalendar`` escapes, folds and orders; every day and every moment is given, none is taken from a clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from generator.export.safe import line, plain

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

PRODUCT = "-//Minh Bach//VI"
ILLUSTRATION = "[Minh họa] "
MADE_UP = "Minh họa: cơ quan, con người và số liệu ở đây không có thật."
DAY = timedelta(days=1)
# A week before, at nine in the morning: the day itself begins at midnight.
REMINDED = timedelta(days=-7, hours=9)


@dataclass(frozen=True)
class Deadline:
    """A day by which something is due, or the days from ``day`` through ``until``; ``uid`` stays its own for ever."""

    uid: str
    day: date
    title: str
    words: str = ""
    url: str = ""
    until: date | None = None


@dataclass(frozen=True)
class Agenda:
    """A calendar: ``as_of`` is the day of the facts, and ``url`` the page that tells them."""

    name: str
    as_of: date
    deadlines: tuple[Deadline, ...]
    url: str = ""
    words: str = ""
    illustration: bool = field(default=False, kw_only=True)


def agenda_file(agenda: Agenda) -> bytes:
    """Return a calendar as an iCalendar file."""
    from icalendar import Calendar  # noqa: PLC0415  only who makes a file loads it

    mark = ILLUSTRATION if agenda.illustration else ""
    calendar = Calendar()
    _add(calendar, [("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", "PUBLISH")])
    words = "\n".join(filter(None, (MADE_UP if agenda.illustration else "", agenda.words)))
    name = mark + line(agenda.name)
    _add(calendar, [("name", name), ("x-wr-calname", name), ("url", line(agenda.url))])
    _add(calendar, [("description", plain(words)), ("x-wr-caldesc", plain(words))])
    stamp = datetime.combine(agenda.as_of, time(), UTC)
    for deadline in agenda.deadlines:
        calendar.add_component(_event(deadline, mark, stamp))
    content: bytes = calendar.to_ical()
    return content


def _event(deadline: Deadline, mark: str, stamp: datetime) -> "Event":
    """Return a day, or some days, without hours; nobody is busy then."""
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    title = mark + line(deadline.title)
    event.add("dtstamp", stamp)
    _add(event, [("uid", line(deadline.uid)), ("summary", title), ("description", plain(deadline.words))])
    event.add("dtstart", deadline.day)
    event.add("dtend", max(deadline.until or deadline.day, deadline.day) + DAY)  # the first day that is no more of it
    _add(event, [("url", line(deadline.url)), ("transp", "TRANSPARENT")])
    event.add_component(_alarm(title))
    return event


def _alarm(title: str) -> "Alarm":
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    _add(alarm, [("action", "DISPLAY"), ("description", title)])
    alarm.add("trigger", REMINDED)
    return alarm


def _add(component: "Event | Alarm | Calendar", texts: Sequence[tuple[str, str]]) -> None:
    """Add what is known; an empty text is not.  What the library knows no type of is told to be text, and escaped."""
    from icalendar import vText, vUri  # noqa: PLC0415

    for name, text in texts:
        if text:
            component.add(name, vUri(text) if name == "url" else vText(text))

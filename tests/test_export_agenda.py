"""Deadlines as a calendar file, and feeds."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar, Event

from generator.export.agenda import Agenda, agenda_file
from generator.export.atom import ATOM, MOST_ENTRIES, Entry, feed_file
from tests.exported import AGENDA, AS_OF, FILES


@pytest.fixture(scope="module")
def content() -> bytes:
    """Return the calendar as a file."""
    return agenda_file(AGENDA)


@pytest.fixture(scope="module")
def events(content: bytes) -> list[Event]:
    """Return its days as a calendar program reads them."""
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    return list(calendar.events)


def test_days_are_whole_and_end_before_the_next(events: list[Event]) -> None:
    """A deadline is a day without hours; the day after the last is the first that is no more of it."""
    assert [(event.start, event.end) for event in events[:2]] == [
        (date(2026, 10, 1), date(2026, 10, 2)),
        (date(2026, 12, 30), date(2027, 1, 3)),
    ]
    assert {event["transp"] for event in events} == {"TRANSPARENT"}


def test_who_subscribes_sees_no_day_twice(events: list[Event]) -> None:
    """A day keeps its own name for ever, and the moment of the facts, not that of the build."""
    assert [event.uid for event in events[:2]] == ["kh-2026-1.1", "kh-2026-1.2"]
    assert {event.DTSTAMP for event in events} == {datetime(2026, 9, 14, tzinfo=UTC)}


def test_a_calendar_reminds_in_the_morning_a_week_before(events: list[Event]) -> None:
    """At nine, seven days before, and says of what."""
    (alarm,) = events[0].walk("VALARM")
    assert alarm["action"] == "DISPLAY"
    assert alarm.to_ical().count(b"TRIGGER:-P6DT15H\r\n") == 1
    assert alarm["description"] == events[0]["summary"]


def test_the_calendar_has_a_name_and_says_that_it_is_made_up(content: bytes) -> None:
    """Old programs and new ones find the name; it is published, and nobody is asked to answer."""
    calendar = Calendar.from_ical(content)
    assert calendar["method"] == "PUBLISH"
    assert str(calendar["description"]).startswith("Minh họa: cơ quan, con người và số liệu ở đây không có thật.\nHạn")
    unfolded = content.replace(b"\r\n ", b"").decode()
    escaped = "[Minh họa] Kế hoạch\\, 2026\\; cải cách \\\\ hành chính"
    assert f"\r\nNAME:{escaped}\r\n" in unfolded
    assert f"\r\nX-WR-CALNAME:{escaped}\r\n" in unfolded
    assert calendar.events[0]["summary"] == "[Minh họa] Nộp báo cáo, quý III"


def test_words_come_back_as_they_were(events: list[Event]) -> None:
    """Commas, semicolons, strokes and lines are kept."""
    assert events[0]["description"] == AGENDA.deadlines[0].words


def test_lines_are_no_longer_than_the_standard_allows(content: bytes) -> None:
    """Lines are folded by bytes, between letters, and end as the standard says."""
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert all(line.decode() for line in lines[:-1])


def test_text_that_looks_like_a_calendar_stays_text(content: bytes, events: list[Event]) -> None:
    """Nobody writes days or guests into a calendar by the words of a plan."""
    assert len(events) == len(AGENDA.deadlines)
    assert events[2]["summary"] == "[Minh họa] Tên END:VEVENT BEGIN:VEVENT"
    assert events[2]["description"] == "x\nATTENDEE:y"
    lines = content.replace(b"\r\n ", b"").split(b"\r\n")
    assert not [line for line in lines if line.startswith((b"X:", b"ATTENDEE"))]
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT") == len(events)


def test_a_calendar_of_nothing_is_one() -> None:
    """A plan without days has a calendar that programs can read, which does not say that it is made up."""
    calendar = Calendar.from_ical(agenda_file(Agenda("Kế hoạch", AS_OF, ())))
    assert str(calendar["x-wr-calname"]) == "Kế hoạch"
    assert not calendar.events
    assert "description" not in calendar


def test_a_feed_holds_what_came_last() -> None:
    """A feed tells the newest day, keeps markup as text, and ends after so many."""
    root = ET.fromstring(FILES["atom"]())  # noqa: S314  our own file
    texts = {element.tag.removeprefix(f"{{{ATOM}}}"): element.text for element in root.iter()}
    assert texts["updated"] == "2026-09-14T00:00:00+07:00"
    assert texts["title"] == "Đến hạn\ufffd"
    assert texts["summary"] == "<b>"
    many = [Entry(str(number), "x", AS_OF, "x", "x") for number in range(MOST_ENTRIES + 1)]
    assert len(ET.fromstring(feed_file("x", "x", many)).findall(f"{{{ATOM}}}entry")) == MOST_ENTRIES  # noqa: S314
    assert b"1970-01-01T00:00:00+07:00" in feed_file("x", "x", [])

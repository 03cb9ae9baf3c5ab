import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.deadlines import Answer, Calendar, DayOff, Status, last_day, table
from generator.model.lists import Holidays
from generator.model.times import Span, TimeUnit
from tests.builds import DATA, ROOT, node_program

SCRIPT = ROOT / "docs" / "assets" / "js" / "deadlines.js"
FILE = json.loads((Path(__file__).parent / "cases" / "deadlines.json").read_text("utf-8"))
CASES: list[dict[str, Any]] = FILE["cases"]
HOLIDAYS = Holidays.model_validate(FILE["holidays"])
CALENDAR = Calendar.of(HOLIDAYS)
NOTHING: dict[str, Any] = {
    "received": None,
    "last_day": None,
    "days_off": 0,
    "passed": [],
    "projected": [],
    "unknown": None,
}
# Two time zones on either side of UTC: a day that is moved by one of them is found.
ZONES = ("America/Los_Angeles", "Asia/Ho_Chi_Minh")
KNOWN_FIRST, KNOWN_LAST = date(2024, 1, 1), date(2027, 12, 31)
# Every eleventh day of the table, so that each day of the week and each holiday comes up, in all units.
STARTS = [KNOWN_FIRST + timedelta(days=n) for n in range(-10, (KNOWN_LAST - KNOWN_FIRST).days + 20, 11)]
VALUES = ("0", "0.25", "1", "1.5", "7", "8.5", "31", "100")

Asked = list[dict[str, Any]]
Script = Callable[[Asked], list[Any]]

days = st.dates(KNOWN_FIRST, KNOWN_LAST)
values = st.decimals(0, 400, places=2)
spans = st.builds(lambda value, unit: Span(value=str(value), unit=unit), values, st.sampled_from(TimeUnit))


def expected(case: dict[str, Any]) -> dict[str, Any]:
    """Return the whole answer that a case expects: with what it leaves out, and the names of the days off."""
    answer = {**NOTHING, **case["expected"]}
    return answer | {"passed": [{"date": day, "name": FILE["table"]["off"][day]} for day in answer["passed"]]}


def plain(answer: Answer) -> Any:
    """Return an answer as JavaScript gives it."""
    return json.loads(json.dumps(asdict(answer), default=date.isoformat))


def answered(asked: dict[str, Any]) -> Answer:
    """Return what Python answers to a case or another question with the same keys."""
    return last_day(date.fromisoformat(asked["start"]), Span.model_validate(asked["limit"]), CALENDAR)


def order(answer: Answer) -> date:
    """Return the last day; one that is beyond the table is later than all."""
    return answer.last_day or date.max


@pytest.fixture(scope="session", params=ZONES)
def script(request: pytest.FixtureRequest) -> Script:
    """Return the function of the browser, run by Node in a time zone."""
    node = node_program()

    def ask(asked: Asked) -> list[Any]:
        data = json.dumps({"asked": asked, "table": table(HOLIDAYS)})
        program = f"""{SCRIPT.read_text("utf-8")}
            const {{ asked, table }} = {data};
            console.log(JSON.stringify(asked.map(({{ start, limit }}) => lastDay(start, limit, table))));
        """
        done = subprocess.run(  # noqa: S603  (our own program)
            [node, "--input-type=module"],
            input=program,
            env={**os.environ, "TZ": request.param},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        answers: list[Any] = json.loads(done.stdout)
        return answers

    return ask


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["note"]))
def test_python_finds_the_last_day(case: dict[str, Any]) -> None:
    """Every case of the file has the last day, the days off and the warnings that were worked out by hand."""
    assert plain(answered(case)) == expected(case)


def test_javascript_finds_the_same_last_days(script: Script) -> None:
    """The browser answers every case of the file as Python does, in any time zone."""
    answers = script([{"start": case["start"], "limit": case["limit"]} for case in CASES])
    wrong = [case["note"] for case, answer in zip(CASES, answers, strict=True) if answer != expected(case)]
    assert not wrong


def test_javascript_and_python_agree_everywhere(script: Script) -> None:
    """Over the whole table, and some days around it, both give the same answers in every unit."""
    asked = [
        {"start": start.isoformat(), "limit": {"value": value, "unit": unit.value}}
        for start, value, unit in product(STARTS, VALUES, TimeUnit)
    ]
    differ = [one for one, answer in zip(asked, script(asked), strict=True) if answer != plain(answered(one))]
    assert not differ


def test_javascript_takes_numbers_and_refuses_what_is_none(script: Script) -> None:
    """A number may be given as one; what is no day, no number or no unit has no answer and breaks nothing."""
    week = {"value": 5, "unit": "working-day"}
    good: Asked = [{"start": "2026-03-02", "limit": week}, {"start": "2026-03-02", "limit": {**week, "value": 1e300}}]
    starts = ("", "2026-02-30", "2026-13-01", "2026-3-2", "02/03/2026", "2026-03-02T00:00", None)
    limits: tuple[dict[str, Any], ...] = (
        {**week, "value": "mười"},
        {**week, "unit": "week"},
        {**week, "unit": "constructor"},
        {},
    )
    bad: Asked = [{"start": start, "limit": week} for start in starts]
    bad += [{"start": "2026-03-02", "limit": limit} for limit in limits]
    first, huge, *none = script(good + bad)
    assert (first["last_day"], huge["unknown"]) == ("2026-03-09", 2028)
    assert none == [None] * len(bad)


def test_the_table_is_compact_and_sorted() -> None:
    """What JavaScript reads is what the file says, in order of days, however the years were written."""
    assert json.dumps(table(HOLIDAYS)) == json.dumps(FILE["table"])


def test_the_calendar_says_what_each_day_is() -> None:
    """Weekdays are worked, weekends, holidays and swapped days are not, make-up Saturdays are; unknown years are."""
    weekday, saturday, holiday, swapped, make_up, beyond = map(
        date.fromisoformat, ("2026-03-02", "2026-03-07", "2026-09-02", "2026-08-31", "2026-08-22", "2028-03-01")
    )
    assert [*map(CALENDAR.works, (weekday, make_up))] == [True, True]
    assert [*map(CALENDAR.works, (saturday, holiday, swapped))] == [False, False, False]
    assert CALENDAR.works(beyond) is None
    statuses = [CALENDAR.status(year) for year in (2023, 2026, 2027)]
    assert statuses == [Status.ABSENT, Status.OFFICIAL, Status.PROJECTED]


def test_an_empty_table_knows_nothing() -> None:
    """Without a table no day is known."""
    answer = last_day(date(2026, 3, 2), Span(value="1", unit=TimeUnit.DAY), Calendar.of(Holidays()))
    assert answer == Answer(unknown=2026)


def test_a_gap_in_the_table_is_not_guessed_over() -> None:
    """Working days cannot be counted across a missing year; calendar days that end after it can."""
    kept = [year for year in HOLIDAYS.years if year.year != 2025]
    calendar = Calendar.of(Holidays(years=tuple(kept)))
    start = date(2024, 12, 31)
    assert last_day(start, Span(value="1", unit=TimeUnit.WORKING_DAY), calendar).unknown == 2025
    assert last_day(start, Span(value="366", unit=TimeUnit.DAY), calendar).last_day == date(2026, 1, 5)


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+20"])
@pytest.mark.parametrize("unit", TimeUnit)
def test_numbers_out_of_reason_are_unknown_at_once(value: str, unit: TimeUnit) -> None:
    """No number raises or takes long, not even one that no data file can hold."""
    started = perf_counter()
    answer = last_day(date(2026, 3, 2), Span.model_construct(value=Decimal(value), unit=unit), CALENDAR)
    assert answer == Answer(unknown=2028)
    assert perf_counter() - started < 1


def test_the_repositorys_own_calendar_can_be_used() -> None:
    """The official table tells that Tết 2026 is passed over, and by which names."""
    text = (DATA / "holidays.yml").read_text("utf-8")
    calendar = Calendar.of(Holidays.model_validate(yaml.load(text, yaml.BaseLoader)))  # noqa: S506  (all as text)
    answer = last_day(date(2026, 2, 13), Span(value="1", unit=TimeUnit.WORKING_DAY), calendar)
    assert (answer.last_day, answer.days_off, answer.projected) == (date(2026, 2, 23), 9, ())
    assert answer.passed[1] == DayOff(date(2026, 2, 17), "Tết Nguyên đán (mùng 1)")


@given(days, days, spans)
def test_later_papers_are_never_due_earlier(one: date, other: date, limit: Span) -> None:
    """Who hands in later never gets an earlier last day."""
    first, second = sorted((one, other))
    assert order(last_day(first, limit, CALENDAR)) <= order(last_day(second, limit, CALENDAR))


@given(days, spans)
def test_the_last_day_is_worked_and_not_before_the_start(start: date, limit: Span) -> None:
    """A term of any unit ends on a working day, not before the day of receipt, nor that before the start."""
    answer = last_day(start, limit, CALENDAR)
    if answer.last_day and answer.received:
        assert CALENDAR.works(answer.last_day)
        assert CALENDAR.works(answer.received)
        assert start <= answer.received <= answer.last_day
    else:
        assert answer == Answer(unknown=2028)


@given(days, st.integers(0, 400))
def test_one_more_working_day_is_later(start: date, count: int) -> None:
    """One more working day moves the last day, as far as the table goes."""
    terms = [Span(value=str(value), unit=TimeUnit.WORKING_DAY) for value in (count, count + 1)]
    shorter, longer = (last_day(start, term, CALENDAR) for term in terms)
    assert shorter.last_day is None or order(shorter) < order(longer)


@given(days, st.integers(0, 400))
def test_working_days_and_days_off_fill_the_time(start: date, count: int) -> None:
    """From the start to the last day each day is one of the count or a day off, and no day is both."""
    answer = last_day(start, Span(value=str(count), unit=TimeUnit.WORKING_DAY), CALENDAR)
    if answer.last_day:
        assert (answer.last_day - start).days == count + answer.days_off
        assert len(answer.passed) <= answer.days_off


@given(days, st.integers(0, 60))
def test_eight_working_hours_are_a_working_day(start: date, count: int) -> None:
    """A term says the same in working days and in eight times as many working hours."""
    by_day = last_day(start, Span(value=str(count), unit=TimeUnit.WORKING_DAY), CALENDAR)
    assert last_day(start, Span(value=str(8 * count), unit=TimeUnit.WORKING_HOUR), CALENDAR) == by_day

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.notes import Clock, Notebook, Notes

DAY = st.dates(date(2020, 1, 1), date(2020, 3, 1))
Ask = Callable[[Clock, date], bool]
ASKS: list[Ask] = [Clock.is_after, Clock.has_come]


def test_what_is_asked_while_notes_are_taken_is_noted() -> None:
    """Questions count for whoever takes notes when they are asked, each once; what is asked outside is not kept."""
    notebook = Notebook()
    notebook.ask("before")
    with notebook.taking() as notes:
        notebook.ask("agencies", "so-thu")
        notebook.ask("agencies", "so-thu")
        notebook.ask("changed")
    notebook.ask("after")
    assert notes == Notes({("agencies", "so-thu"), ("changed",)}, date.min, date.max)


def test_who_takes_notes_inside_takes_them_alone() -> None:
    """Notes of a part are its own until somebody adds them; afterwards the whole goes on with its own."""
    notebook = Notebook()
    with notebook.taking() as whole:
        notebook.ask("a")
        with notebook.taking() as part:
            notebook.ask("b")
            notebook.narrow(date(2020, 1, 2), date(2020, 1, 9))
        notebook.ask("c")
    assert (whole.asked, part.asked) == ({("a",), ("c",)}, {("b",)})
    assert (whole.since, whole.until) == (date.min, date.max)
    whole.add(part)
    assert whole == Notes({("a",), ("b",), ("c",)}, date(2020, 1, 2), date(2020, 1, 9))


def test_an_error_does_not_leave_notes_open() -> None:
    """After an error, questions count for nobody, or for whoever took notes around it."""
    notebook = Notebook()

    def fail() -> None:
        notebook.ask("inside")
        raise LookupError

    with notebook.taking() as whole:
        with pytest.raises(LookupError), notebook.taking():
            fail()
        with pytest.raises(LookupError):
            notebook.once(("part",), fail)
        notebook.ask("outside")
    assert whole.asked == {("outside",)}
    assert notebook.once(("part",), lambda: "made after all") == "made after all"


def test_a_part_is_made_once_and_noted_for_each_who_uses_it() -> None:
    """What a part asked, itself or through parts of it, is noted for the first who uses it and for all others."""
    notebook, made = Notebook(), []

    def inner() -> int:
        made.append("inner")
        notebook.ask("deep")
        notebook.narrow(date(2020, 1, 2), date(2020, 1, 9))
        return 1

    def outer() -> int:
        made.append("outer")
        notebook.ask("shallow")
        return notebook.once(("inner",), inner) + 1

    def used() -> Notes:
        with notebook.taking() as notes:
            assert notebook.once(("outer",), outer) == 2
        return notes

    expected = Notes({("deep",), ("shallow",)}, date(2020, 1, 2), date(2020, 1, 9))
    assert [used(), used()] == [expected, expected]
    assert made == ["outer", "inner"]


def test_a_part_made_while_nobody_takes_notes_is_noted_later() -> None:
    """It does not matter who uses a part first."""
    notebook = Notebook()
    assert notebook.once(("part",), lambda: notebook.ask("a")) is None
    with notebook.taking() as notes:
        notebook.once(("part",), lambda: notebook.ask("never"))
    assert notes.asked == {("a",)}


def test_what_a_part_asked_does_not_grow_with_its_user() -> None:
    """What somebody asks besides a part is not noted for others who use it."""
    notebook = Notebook()
    with notebook.taking():
        notebook.once(("part",), lambda: notebook.ask("a"))
        notebook.ask("b")
    with notebook.taking() as other:
        notebook.once(("part",), lambda: notebook.ask("never"))
    assert other.asked == {("a",)}


@given(DAY, DAY)
def test_the_clock_says_what_it_is_asked(today: date, day: date) -> None:
    """A day has passed when today is later, and has come when it is that day or later; without notes, too."""
    clock = Clock(today)
    assert (clock.is_after(day), clock.has_come(day), clock.today) == (today > day, today >= day, today)


@pytest.mark.parametrize("ask", ASKS)
@given(today=DAY, day=DAY)
def test_the_clock_notes_how_long_an_answer_holds(ask: Ask, today: date, day: date) -> None:
    """The days noted are all those, and only those, on which the answer is the same."""
    notebook = Notebook()
    with notebook.taking() as notes:
        said = ask(Clock(today, notebook), day)
    days = [date(2019, 12, 1) + timedelta(days=count) for count in range(150)]
    assert notes.asked == set()
    for other in days:
        assert (ask(Clock(other), day) == said) is (notes.since <= other <= notes.until)


@given(DAY, st.lists(st.tuples(st.sampled_from(ASKS), DAY), max_size=5))
def test_several_answers_hold_as_long_as_each(today: date, questions: list[tuple[Ask, date]]) -> None:
    """On every day noted, all the answers are the same; on the days beside, one of them is not."""
    notebook = Notebook()

    def answers(clock: Clock) -> list[bool]:
        return [ask(clock, day) for ask, day in questions]

    with notebook.taking() as notes:
        said = answers(Clock(today, notebook))
    assert notes.since <= today <= notes.until
    for other in (date(2019, 12, 1) + timedelta(days=count) for count in range(150)):
        assert (answers(Clock(other)) == said) is (notes.since <= other <= notes.until)


@given(DAY)
def test_the_day_itself_holds_for_that_day(today: date) -> None:
    """What is made of today's date is made anew tomorrow."""
    notebook = Notebook()
    with notebook.taking() as notes:
        assert Clock(today, notebook).today == today
    assert (notes.since, notes.until) == (today, today)

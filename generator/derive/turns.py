"""Turns: each time that something recurring, or with several dates, has to be delivered, and whether it was."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.derive.due import last_day, span_of
from generator.model import times
from generator.model.times import Due, Frequency, Period
from generator.notes import Clock


class TurnState(Enum):
    """Where a turn stands today: (key, words, tone)."""

    DELIVERED = ("delivered", "đã nộp", "ok")
    DECLARED = ("declared", "báo đã nộp, chưa có minh chứng", "soon")
    MISSED = ("missed", "thiếu", "late")
    RUNNING = ("running", "đang trong kỳ", "brand")
    TO_COME = ("to-come", "chưa đến kỳ", "none")

    def __init__(self, key: str, label: str, tone: str) -> None:
        self.key, self.label, self.tone = key, label, tone


GIVEN = frozenset({TurnState.DELIVERED, TurnState.DECLARED})


@dataclass(frozen=True)
class Turn:
    """One time to deliver: the period, and the last day for it; ``number`` counts where a year asks for several."""

    period: Period
    last_day: date
    state: TurnState
    number: int = 1


@dataclass(frozen=True)
class Delivered:
    """The periods that were delivered: those with evidence, and those that were only said to be."""

    proven: frozenset[str] = frozenset()
    declared: frozenset[str] = frozenset()


def turns_of(dues: Collection[Due], period: Period, delivered: Delivered, clock: Clock) -> tuple[Turn, ...]:
    """Return the turns of a task within the plan's period, the earliest first.

    What two dues ask for alike is one turn; two days in one month are two, and a delivery for the month is for both.
    """
    found = {(turn.period, turn.last_day): turn for due in dues for turn in _turns(due, period, delivered, clock)}
    several = [turn for due in dues if _is_several(due) for turn in _several(due, period, delivered, clock)]  # type: ignore[arg-type]
    return tuple(sorted([*found.values(), *several], key=lambda turn: (turn.last_day, turn.period, turn.number)))


def _is_several(due: Due) -> bool:
    return isinstance(due, times.DueEvery) and due.times is not None


def _turns(due: Due, period: Period, delivered: Delivered, clock: Clock) -> Iterator[Turn]:
    if isinstance(due, times.DueEvery):
        for each in () if _is_several(due) else periods_of(due, period):
            last = span_of(each)[1]
            yield Turn(each, last, _state(each, last, delivered, clock))
    elif day := last_day(due):
        own = period_of(due, day)
        yield Turn(own, day, _state(own, day, delivered, clock))


def _several(due: times.DueEvery, period: Period, delivered: Delivered, clock: Clock) -> Iterator[Turn]:
    """Yield the turns of ``1 lần mỗi năm``, ``2 lần mỗi năm``: any deliveries within the year count.

    It is late when the year is over.  Where quarters are asked for beside the year, what fits in a quarter is its own.
    """
    asked = periods_of(due, period)
    proven_in, declared_in = (_counted(names, asked) for names in (delivered.proven, delivered.declared))
    for each in asked:
        first, last = span_of(each)
        proven, declared = proven_in[each], declared_in[each]
        for number in range(1, (due.times or 1) + 1):
            given = TurnState.DELIVERED if number <= proven else TurnState.DECLARED
            state = given if number <= proven + declared else _waiting(first, last, clock)
            yield Turn(each, last, state, number)


def _counted(names: Collection[str], asked: Collection[Period]) -> Counter[Period]:
    """Return how many deliveries lie in each of the periods ``asked`` for, each in the shortest around it."""
    around = ([each for each in asked if _is_inside(Period(name), *span_of(each))] for name in names)
    return Counter(min(each, key=_days) for each in around if each)


def _days(period: Period) -> int:
    first, last = span_of(period)
    return (last - first).days


def _state(period: Period, last: date, delivered: Delivered, clock: Clock) -> TurnState:
    if period in delivered.proven:
        return TurnState.DELIVERED
    if period in delivered.declared:
        return TurnState.DECLARED
    return _waiting(span_of(period)[0], last, clock)


def _waiting(first: date, last: date, clock: Clock) -> TurnState:
    if clock.is_after(last):
        return TurnState.MISSED
    return TurnState.RUNNING if clock.has_come(first) else TurnState.TO_COME


def period_of(due: Due, last: date) -> Period:
    """Return the period by which the delivery of something due once is named: its own, or the month of its day."""
    match due:
        case times.DueQuarter():
            return Period(f"{due.year}-q{due.quarter}")
        case times.DueHalfYear():
            return Period(f"{due.year}-h{due.half}")
        case times.DueYear():
            return Period(f"{due.year}")
    return Period(f"{last.year}-m{last.month:02}")


def periods_of(due: times.DueEvery, whole: Period) -> list[Period]:
    """Return the periods that ``due`` asks for within ``whole``; weeks are not told one by one.

    Half-years beside a year are the first halves only: the year's report is that of its second half.  Where the plan
    is for half a year, and so asks for none of the year, its half stays.
    """
    first, last = span_of(whole)
    names = [name for year in range(first.year, last.year + 1) for each in due.periods for name in _names(each, year)]
    found = [Period(name) for name in names if _is_inside(Period(name), first, last)]
    kept = (each for each in found if not (each.endswith("-h2") and each.removesuffix("-h2") in found))
    return sorted(kept, key=lambda each: span_of(each)[1])


def _is_inside(period: Period, first: date, last: date) -> bool:
    begins, ends = span_of(period)
    return first <= begins and ends <= last


def _names(frequency: Frequency, year: int) -> list[str]:
    return {
        Frequency.WEEK: [],
        Frequency.MONTH: [f"{year}-m{month:02}" for month in range(1, 13)],
        Frequency.QUARTER: [f"{year}-q{quarter}" for quarter in range(1, 5)],
        Frequency.HALF_YEAR: [f"{year}-h1", f"{year}-h2"],
        Frequency.NINE_MONTHS: [f"{year}-9m"],
        Frequency.YEAR: [f"{year}"],
    }[frequency]

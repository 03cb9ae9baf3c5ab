"""Indicators as anybody may see them: so few that they might tell who they are, are left out."""

from datetime import date
from typing import Any

from generator.derive.figure import Figure, Why
from generator.derive.metrics import Scope, figure_of, public_figure_of
from generator.facts import Facts
from generator.model.plan import Metric
from tests.records import facts, period_figures

YEAR = (date(2024, 1, 1), date(2024, 12, 31))
SCOPE = Scope("so-thu", YEAR)


def known(*ballots: tuple[int, int], **keys: Any) -> Facts:
    """Return the facts of quarters with so many satisfied of so many ballots each."""
    days = [date(2024, month, 28) for month in (3, 6, 9, 12)]
    told = [
        period_figures(f"2024-q{number}", day, satisfaction={"satisfied": str(part), "ballots": str(whole)}, **keys)
        for number, (day, (part, whole)) in enumerate(zip(days, ballots, strict=False), 1)
    ]
    return facts(statistics=tuple(told), today=date(2025, 1, 10))


def both(answers: Facts) -> tuple[Figure, Figure]:
    """Return satisfaction as counted, and as anybody may see it."""
    return figure_of(Metric.SATISFACTION, SCOPE, answers), public_figure_of(Metric.SATISFACTION, SCOPE, answers)


def test_a_period_with_fewer_than_five_is_left_out_and_said_so() -> None:
    """Three ballots are in no entry and no sum; that they are left out, and why, is told."""
    counted, public = both(known((80, 100), (2, 3)))
    assert (counted.numerator, counted.denominator) == (82, 103)
    assert (public.numerator, public.denominator) == (80, 100)
    assert [(each.id, each.why) for each in public.left] == [("so-thu/2024-q2", Why.FEW)]


def test_five_and_none_are_told() -> None:
    """Five are told, and so is that nothing arose."""
    counted, public = both(known((4, 5), (0, 0)))
    assert public == counted
    assert len(public.entries) == 2


def test_a_figure_of_few_alone_decides_nothing() -> None:
    """Where nothing is left that may be seen, there is no value."""
    _counted, public = both(known((2, 3)))
    assert (public.entries, public.share, public.decides) == ((), None, False)


def test_an_agency_may_say_that_its_few_are_no_secret() -> None:
    """Where a record says that small numbers need not be merged, they are counted."""
    counted, public = both(known((2, 3), merge_small="false"))
    assert public == counted

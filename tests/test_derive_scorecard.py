"""Bodies compared: who is ranked, who stands apart and why, ties, and how complete the data is."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.scorecard import Row, Standing, Table, periods_compared, ranks, scorecard
from generator.facts import Facts
from generator.model.plan import Metric
from generator.model.statistics import Statistics
from generator.model.times import Period
from tests.records import PROVINCE, agency, facts, row, statistics

VALUES = st.lists(st.decimals(0, 100, places=1), min_size=1, max_size=8)
LATER = date(2024, 12, 1)
BODIES = ("a", "b", "c", "d", "e", "g")


def known(*records: Statistics, bodies: tuple[str, ...] = BODIES, today: date = LATER, **more: Any) -> Facts:
    """Return the facts of departments of one province with their figures."""
    agencies = (PROVINCE, *(agency(each) for each in bodies), *more.pop("others", ()))
    return facts(agencies=agencies, statistics=records, today=today)


def table_of(metric: Metric, period: str, held: Facts) -> Table:
    """Return the table of an indicator."""
    (division,) = scorecard("tinh", Period(period), held).divisions
    return next(each for each in division.tables if each.formula.metric is metric)


def on_time(period: str, held: Facts) -> dict[str, Row]:
    """Return the rows of dossiers resolved on time, by body, in their order."""
    return {row.body.id: row for row in table_of(Metric.RESOLVED_ON_TIME, period, held).rows}


def q3(body: str, resolved: int, late: int = 0, **keys: Any) -> Statistics:
    """Return the third quarter of a body."""
    return statistics(body, "2024-q3", row(resolved, late=late), as_of="2024-09-30", **keys)


def test_equal_values_share_a_rank_and_the_next_is_left_out() -> None:
    """1, 2, 2, 4; turned about where less is better."""
    values = [Decimal(each) for each in (90, 95, 90, 80)]
    assert ranks(values) == [2, 1, 2, 4]
    assert ranks(values, lower=True) == [2, 4, 2, 1]


@given(VALUES)
def test_ranks_follow_the_values_whatever_the_order(values: list[Decimal]) -> None:
    """The best has rank 1, equal ones the same, a better one a smaller."""
    found = ranks(values)
    assert min(found) == 1
    pairs = list(zip(values, found, strict=True))
    assert all((one > other) == (rank < place) for one, rank in pairs for other, place in pairs)


def test_values_that_look_alike_tie() -> None:
    """970 of 1000 and 97 of 100 are both 97,0 %; so are 9701 of 10000, as shown."""
    held = known(q3("a", 1000, 30), q3("b", 100, 3), q3("c", 10000, 299), q3("d", 100, 4))
    rows = on_time("2024-q3", held)
    assert {key: (row.rank, row.of, row.tied) for key, row in rows.items() if row.rank} == {
        "a": (1, 4, True),
        "b": (1, 4, True),
        "c": (1, 4, True),
        "d": (4, 4, False),
    }


def test_small_wholes_stand_apart_and_the_smallest_tell_no_share() -> None:
    """30 is ranked with the others, 29 and 5 among themselves, 4 not at all, 0 did not arise, nothing is no data."""
    held = known(q3("a", 100), q3("b", 30, 3), q3("c", 29), q3("d", 5, 1), q3("e", 4), q3("g", 0))
    rows = on_time("2024-q3", held)
    assert [(key, row.standing, row.rank) for key, row in rows.items()] == [
        ("a", Standing.RANKED, 1),
        ("b", Standing.RANKED, 2),
        ("c", Standing.SMALL, 1),
        ("d", Standing.SMALL, 2),
        ("e", Standing.FEW, None),
        ("g", Standing.NOTHING, None),
    ]
    assert on_time("2024-q3", known(q3("a", 100), q3("b", 90)))["c"].standing is Standing.UNTOLD


@pytest.mark.parametrize("merges", [True, False])
def test_fewer_than_five_are_never_ranked(merges: bool) -> None:  # noqa: FBT001
    """Even where a record lets small numbers be shown, four dossiers make no rank."""
    rows = on_time("2024-q3", known(q3("a", 100), q3("b", 90), q3("c", 4, merge_small=merges)))
    assert rows["c"].standing is Standing.FEW


def test_one_alone_has_no_rank() -> None:
    """A single body with a large whole is not the first of one."""
    assert on_time("2024-q3", known(q3("a", 100), q3("b", 20), q3("c", 21)))["a"].rank is None


def test_who_lacks_a_part_of_the_period_is_not_ranked() -> None:
    """Nine months from quarters: who lacks the second is shown, not ranked; what is pending at the end still is."""
    quarters = ("2024-q1", "2024-q2", "2024-q3")
    half, few = row(100, pending=(60, 30)), row(100, pending=(80, 10))
    whole = [statistics(body, each, half) for body in "ab" for each in quarters]
    held = known(*whole, *(statistics("c", each, few) for each in ("2024-q1", "2024-q3")))
    rows = on_time("2024-9m", held)
    assert (rows["c"].standing, rows["c"].rank) == (Standing.PARTIAL, None)
    assert rows["c"].records == ("c/2024-q1", "c/2024-q3")
    assert rows["a"].rank == rows["b"].rank == 1
    first = table_of(Metric.OVERDUE_PENDING, "2024-9m", held).rows[0]
    assert (first.body.id, first.rank, first.records) == ("c", 1, ("c/2024-q3",))
    assert first.ratio is not None
    assert (first.ratio.part, first.ratio.whole) == (10, 90)


def test_completeness_stands_beside_the_rank() -> None:
    """Of the quarters of the year so far: three of three, or one of three; of eight indicators as many as are told."""
    quarters = [statistics("a", f"2024-q{number}", row(50), as_of="2024-10-01") for number in (1, 2, 3)]
    (division,) = scorecard("tinh", Period("2024-q3"), known(*quarters, q3("b", 50))).divisions
    found = {member.body.id: (member.there, len(member.quarters), member.told) for member in division.members}
    assert found == {"a": (3, 3, 3), "b": (1, 3, 3)} | dict.fromkeys("cdeg", (0, 3, 0))


def test_only_bodies_of_one_kind_are_compared() -> None:
    """A commune is not compared with departments, nor a body that has ended, nor a group."""
    others = (
        agency("xa", kind="commune"),
        agency("nhom", kind="group"),
        agency("cu", succeeded_by=["a"]),
    )
    held = known(q3("a", 50), q3("b", 50), q3("xa", 50), q3("cu", 50), bodies=("a", "b"), others=others)
    (division,) = scorecard("tinh", Period("2024-q3"), held).divisions
    assert [member.body.id for member in division.members] == ["a", "b"]


def test_periods_need_two_bodies_and_an_end() -> None:
    """A period is compared once it is over and two bodies of a kind tell each month of it."""
    records = [statistics(body, each, row(50)) for body in "ab" for each in ("2024-q1", "2024-q2")]
    alone = statistics("a", "2024-q3", row(50))
    assert periods_compared("tinh", known(*records, alone)) == ["2024-q2", "2024-h1", "2024-q1"]
    assert periods_compared("tinh", known(*records, today=date(2024, 6, 30))) == ["2024-q1"]
    assert periods_compared("a", known(*records)) == []

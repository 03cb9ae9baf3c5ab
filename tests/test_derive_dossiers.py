"""Figures of periods as they may be shown: small numbers, gaps, sums over a year."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.dossiers import AgencyStatistics, agency_statistics, statistics_view
from generator.derive.ratio import Ratio, hides_sum, ratio
from generator.model.plan import Metric
from generator.model.statistics import Statistics
from tests.records import Keys, facts, procedure, row, statistics

LATER = date(2025, 1, 15)
PROCEDURES = tuple(procedure(code=f"1.00000{number}") for number in range(1, 4))
ONE, TWO, THREE = (Keys({"procedure": each.code}) for each in PROCEDURES)


def over_time(*records: Statistics, today: date = LATER) -> AgencyStatistics:
    """Return the figures of ``so-thu`` over its periods."""
    return agency_statistics("so-thu", facts(statistics=records, procedures=PROCEDURES, today=today))


@pytest.mark.parametrize(
    ("counted", "merges", "share", "few"),
    [
        ((3, 4), True, None, True),
        ((3, 4), False, Decimal(75), False),
        ((3, 5), True, Decimal(60), False),
        ((0, 0), True, None, False),
    ],
)
def test_a_share_of_fewer_than_five_is_not_told(
    counted: tuple[int, int],
    merges: bool,  # noqa: FBT001
    share: Decimal | None,
    few: bool,  # noqa: FBT001
) -> None:
    """1 to 4 are too few, unless the record does not ask for it; 0 is no few, but nothing at all."""
    found = ratio(counted, merges=merges)
    assert found is not None
    assert (found.share, found.few) == (share, few)


@given(st.lists(st.integers(1, 4), max_size=6))
def test_a_sum_never_tells_what_one_period_hides(small: list[int]) -> None:
    """The sum less what is shown is what is hidden; it is told only when that is five at least, of two or more."""
    if small and not hides_sum(small):
        assert sum(small) >= 5
        assert len(small) >= 2


def test_a_period_shows_its_rows_merged() -> None:
    """40, 3 and 9: the row of 3 is hidden, and the next smallest with it, for alone it would be told by the total."""
    record = statistics("so-thu", "2023", row(40, **ONE), row(3, **TWO), row(9, **THREE))
    view = statistics_view(record, facts(procedures=PROCEDURES))
    assert [each.received for each in view.rows] == [40, 12]
    assert view.merged
    assert list(view.shown) == [(None, "1.000001")]
    assert view.total is not None
    assert view.total.received == 52


def test_a_period_of_fewer_than_five_tells_no_number() -> None:
    """Four dossiers in all: no row, no total, no share."""
    view = statistics_view(statistics("so-thu", "2023", row(4, **ONE)), facts(procedures=PROCEDURES))
    assert view.few
    assert view.rows == ()
    assert view.total is None
    assert view.share(Metric.RESOLVED_ON_TIME) is None


def test_what_is_not_told_and_what_did_not_arise_differ() -> None:
    """No survey is no ratio at all; a form with zeros has a ratio of nothing."""
    view = statistics_view(statistics("so-thu", "2023", row(0, **ONE)), facts(procedures=PROCEDURES))
    assert view.ratios[Metric.SATISFACTION] is None
    assert view.ratios[Metric.RESOLVED_ON_TIME] == Ratio(0, 0)
    assert not view.few


def test_quarters_stand_in_order_with_their_gaps() -> None:
    """The second quarter is missing, and the fourth as well once it is over; nothing is drawn over a gap."""
    records = (statistics("so-thu", "2024-q3", row(10)), statistics("so-thu", "2024-q1", row(20)))
    run = over_time(*records).runs[0]
    assert [str(period) for period, _view in run.slots] == ["2024-q1", "2024-q2", "2024-q3", "2024-q4"]
    assert run.missing == ["2024-q2", "2024-q4"]
    assert over_time(*records, today=date(2024, 12, 31)).runs[0].missing == ["2024-q2"]


def test_figures_of_a_later_day_wait_for_it() -> None:
    """What is closed tomorrow is not shown today."""
    record = statistics("so-thu", "2024-q1", row(20), as_of="2025-01-16")
    assert over_time(record).runs == ()
    assert over_time(record, today=date(2025, 1, 16)).latest is not None


def test_a_year_counts_no_month_twice_and_pending_once() -> None:
    """Two quarters within a half-year count once; what is pending is that of the last period, never a sum.

    By hand: h1 100 resolved less 10 pending = 90, q3 50 - 5 = 45, of them late 9 and 0: 126 of 135; pending 1 of 5.
    """
    records = (
        statistics("so-thu", "2024-q1", row(70)),
        statistics("so-thu", "2024-h1", row(100, late=9, pending=(4, 6))),
        statistics("so-thu", "2024-q3", row(50, pending=(4, 1))),
    )
    year = over_time(*records).years[0]
    assert year.periods == ("2024-h1", "2024-q3")
    assert year.ratios[Metric.RESOLVED_ON_TIME] == Ratio(126, 135)
    assert year.ratios[Metric.OVERDUE_PENDING] == Ratio(1, 5)


def test_a_year_hides_what_one_of_its_quarters_hides() -> None:
    """50 shown and 3 hidden: the sum of 53 would tell the 3."""
    records = (statistics("so-thu", "2024-q1", row(50)), statistics("so-thu", "2024-q2", row(3)))
    found = over_time(*records).years[0].ratios[Metric.RESOLVED_ON_TIME]
    assert found is not None
    assert (found.hides, found.few, found.share) == (True, False, None)


def test_the_rhythm_with_most_periods_is_drawn() -> None:
    """Three months and one year: the months are drawn first, the year apart."""
    months = [statistics("so-thu", f"2024-m0{month}", row(10)) for month in (1, 2, 3)]
    runs = over_time(*months, statistics("so-thu", "2023", row(10)), today=date(2024, 4, 1)).runs
    assert [(run.rhythm.label, len(run.slots)) for run in runs] == [("tháng", 3), ("năm", 1)]

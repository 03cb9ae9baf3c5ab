"""Figures of dossiers, satisfaction and feedback: of one period, and of an agency over all its periods."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.cards import AgencyCard
from generator.derive.due import span_of
from generator.derive.metrics import Scope, dossiers, figure_of
from generator.derive.metrics.formula import statistics_of
from generator.derive.periods import Rhythm, containing, rhythm_of, run_of
from generator.derive.privacy import LEAST_SHOWN, merged_rows, total_of
from generator.derive.ratio import Ratio, ratio, ratio_of
from generator.facts import Facts
from generator.model.plan import Metric
from generator.model.statistics import DossierRow, Statistics
from generator.model.times import Period

# What a record of one period tells of each indicator.
LOOKS: dict[Metric, dossiers.Look] = {
    Metric.RESOLVED_ON_TIME: dossiers.resolved_on_time,
    Metric.OVERDUE_PENDING: dossiers.overdue_pending,
    Metric.ONLINE_SHARE: dossiers.online_share,
    Metric.DIGITISED: dossiers.outcome("digitised"),
    Metric.ELECTRONIC_RESULTS: dossiers.outcome("electronic_results"),
    Metric.PAID_ONLINE: dossiers.outcome("paid_online"),
    Metric.BY_POST: dossiers.outcome("by_post"),
    Metric.SATISFACTION: dossiers.satisfaction,
    Metric.FEEDBACK_ON_TIME: dossiers.feedback_on_time,
    Metric.FEEDBACK_SATISFIED: dossiers.feedback_satisfied,
}
Ratios = Mapping[Metric, Ratio | None]
RowKey = tuple[str | None, str | None]  # field, procedure


@dataclass(frozen=True)
class StatisticsView:
    """The figures of a period as they may be shown.

    ``rows`` are those of form II.06a, the last of them standing for several where ``merged``; there are none, and no
    ``total``, where all the dossiers of the period are too few.
    """

    key: str
    record: Statistics
    agency: AgencyCard
    rows: tuple[DossierRow, ...]
    merged: bool
    total: DossierRow | None
    ratios: Ratios
    factors: tuple[tuple[str, Ratio | None], ...]
    illustration: bool

    @property
    def few(self) -> bool:
        """Whether all dossiers of the period are too few to be told."""
        return bool(self.record.rows) and self.total is None

    def share(self, metric: Metric) -> Decimal | None:
        """Return the percentage of an indicator; None when it is not known, nothing arose, or it is not told."""
        found = self.ratios[metric]
        return found.share if found else None

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """What is only counted, by name: feedback, its parts where they are told, and letters of apology."""
        told, letters = self.record.feedback, self.record.outcomes.apology_letters
        found: dict[str, int | None] = {}
        if told and not self._hides(Metric.FEEDBACK_ON_TIME):
            found["Phản ánh, kiến nghị tiếp nhận"] = told.received
            if told.received:
                found["Xử lý đúng hạn"], found["Xử lý quá hạn"] = told.resolved_on_time, told.resolved_late
                found["Hài lòng với kết quả xử lý"] = None if self._hides(Metric.FEEDBACK_SATISFIED) else told.satisfied
        found["Thư xin lỗi"] = letters
        return tuple((name, count) for name, count in found.items() if count is not None)

    def _hides(self, metric: Metric) -> bool:
        ratio = self.ratios[metric]
        return ratio is not None and ratio.hides

    @cached_property
    def shown(self) -> dict[RowKey, DossierRow]:
        """The rows that stand by themselves, by field and procedure."""
        return {key_of(row): row for row in self.rows[: -1 if self.merged else None]}


def key_of(row: DossierRow) -> RowKey:
    """Return what tells a row from the others."""
    return row.field, row.procedure


def statistics_view(record: Statistics, facts: Facts) -> StatisticsView:
    """Return the figures of a period, small numbers merged or left out where the record asks for it."""
    rows, merged = merged_rows(record.rows, enabled=record.merge_small)
    total = total_of(record.rows) if record.rows else None
    if total and record.merge_small and 0 < total.received < LEAST_SHOWN:
        rows, merged, total = (), False, None
    factors = record.satisfaction.factors if record.satisfaction else ()
    return StatisticsView(
        key=f"{record.agency}/{record.period}",
        record=record,
        agency=facts.agencies[record.agency],
        rows=rows,
        merged=merged,
        total=total,
        ratios={metric: ratio(look(record), merges=record.merge_small) for metric, look in LOOKS.items()},
        factors=tuple(
            (each.name, ratio((each.satisfied.count, each.satisfied.total), merges=record.merge_small))
            for each in factors
        ),
        illustration=facts.is_illustration(record.agency),
    )


def views_of(agency: str, facts: Facts) -> list[StatisticsView]:
    """Return the figures of an agency for all its periods up to today, the earliest first."""
    found = (facts.whole("statistics", each) for each in facts.pointing("statistics", "agency", agency))
    come = [statistics_view(each, facts) for each in found if facts.clock.has_come(each.as_of)]
    return sorted(come, key=lambda view: (span_of(view.record.period)[::-1], view.record.period))


@dataclass(frozen=True)
class Run:
    """The periods of one rhythm in order, each with its figures; None where there are none."""

    rhythm: Rhythm
    slots: tuple[tuple[Period, StatisticsView | None], ...]

    @property
    def views(self) -> list[StatisticsView]:
        """The figures that are there."""
        return [view for _period, view in self.slots if view]

    @property
    def missing(self) -> list[Period]:
        """The periods without figures."""
        return [period for period, view in self.slots if view is None]

    @cached_property
    def keys(self) -> tuple[RowKey, ...]:
        """The rows of any of the periods that stand by themselves at least once, in the order of the records."""
        return tuple(dict.fromkeys(key for view in self.views for key in view.shown))


@dataclass(frozen=True)
class YearSum:
    """The periods of a year taken together, none of its months twice; what is pending is that of the last of them."""

    year: Period
    periods: tuple[Period, ...]
    ratios: Ratios


@dataclass(frozen=True)
class AgencyStatistics:
    """All figures of an agency: its periods by rhythm, the rhythm with most of them first, and the years."""

    agency: AgencyCard
    runs: tuple[Run, ...]
    years: tuple[YearSum, ...]
    latest: StatisticsView | None


def agency_statistics(agency: str, facts: Facts) -> AgencyStatistics:
    """Return the figures of an agency over all its periods."""
    views = views_of(agency, facts)
    return AgencyStatistics(
        agency=facts.agencies[agency], runs=_runs(views, facts), years=_years(views, facts), latest=latest_of(views)
    )


def latest_of(views: Iterable[StatisticsView]) -> StatisticsView | None:
    """Return the figures of the period that ended last; of several, those of the shortest."""
    spans = [(span_of(view.record.period), view) for view in views]
    return max(spans, key=lambda each: (each[0][1], each[0][0]), default=(None, None))[1]


def _runs(views: list[StatisticsView], facts: Facts) -> tuple[Run, ...]:
    by_rhythm: dict[Rhythm, dict[Period, StatisticsView]] = {}
    for view in views:
        by_rhythm.setdefault(rhythm_of(view.record.period), {})[view.record.period] = view
    runs = [Run(rhythm, _slots(rhythm, found, facts)) for rhythm, found in by_rhythm.items()]
    return tuple(sorted(runs, key=lambda run: -len(run.views)))


def _slots(
    rhythm: Rhythm, found: dict[Period, StatisticsView], facts: Facts
) -> tuple[tuple[Period, StatisticsView | None], ...]:
    ordered = sorted(found)
    periods = ordered if rhythm is Rhythm.YEARS else run_of(ordered[0], ordered[-1], facts.clock)
    return tuple((period, found.get(period)) for period in periods)


def _years(views: list[StatisticsView], facts: Facts) -> tuple[YearSum, ...]:
    """Return the years of which more than one period is told, the newest first."""
    years = sorted({view.record.period.months[2] for view in views}, reverse=True)
    sums = [_year_sum(str(views[0].agency.id), containing(Rhythm.YEAR, year, 1), facts) for year in years]
    return tuple(each for each in sums if len(each.periods) > 1)


def _year_sum(agency: str, year: Period, facts: Facts) -> YearSum:
    scope = Scope(agency, span_of(year))
    periods = tuple(record.period for _key, record in statistics_of(scope, facts) if record.agency == agency)
    ratios = {metric: ratio_of(figure_of(metric, scope, facts), facts) for metric in LOOKS}
    return YearSum(year, periods, ratios)

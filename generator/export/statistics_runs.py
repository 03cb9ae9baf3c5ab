"""What people take away of an agency's figures over all its periods: what the page of each of them shows."""

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urljoin

from generator import urls, words
from generator.derive.dossiers import LOOKS, AgencyStatistics, StatisticsView
from generator.derive.ratio import Ratio
from generator.export.bundle import Bundle
from generator.export.ratios import RATIO_COLUMNS, ratio_cells
from generator.export.statistics import FORM_COLUMNS, MERGED, form_rows
from generator.export.tables import About, Cell, Column, Kind, Table
from generator.facts import Facts
from generator.model.plan import Metric

SHARES, FORM, YEARS = "ti-le-cac-ky.csv", "bieu-ii-06a-cac-ky.csv", "ti-le-cac-nam.csv"
BOOK = "cac-ky.xlsx"
PERIOD = (Column("period", "Mã kỳ"), Column("period_name", "Kỳ"))
METRIC = (Column("metric", "Mã chỉ số"), Column("name", "Chỉ số"))
Names = Callable[[StatisticsView], Sequence[str]]


def runs_bundle(found: AgencyStatistics, views: Sequence[StatisticsView], names: Names, facts: Facts) -> Bundle:
    """Return the files of an agency over its periods; ``names`` gives those of the rows of a period."""
    agency = found.agency
    title = f"Thống kê của {agency.name} qua các kỳ"
    page = urljoin(facts.base, urls.address(urls.statistics_of(agency.id)))
    as_of = max(view.record.as_of for view in views)
    about = About(title, as_of, "", page, agency.name, illustration=agency.illustration)
    note = MERGED if any(view.merged for view in views) else ""
    rows = tuple((*_period(view), *row) for view in views for row in form_rows(view, names(view)))
    tables = {
        SHARES: Table("Tỉ lệ các kỳ", title, (*PERIOD, _as_of(), *METRIC, *RATIO_COLUMNS), tuple(_shares(found))),
        FORM: Table("Biểu II.06a các kỳ", title, (*PERIOD, *FORM_COLUMNS), rows, note),
        YEARS: Table("Cộng theo năm", title, (*_year(), *METRIC, *RATIO_COLUMNS), tuple(_years(found))),
    }
    told = {name: table for name, table in tables.items() if table.rows}
    return Bundle(about, urls.statistics_of_file(agency.id, ""), told, BOOK)


def _as_of() -> Column:
    return Column("as_of", "Chốt ngày", Kind.DATE)


def _year() -> tuple[Column, ...]:
    return Column("year", "Năm"), Column("periods", "Cộng từ các kỳ")


def _period(view: StatisticsView) -> tuple[str, str]:
    return str(view.record.period), words.period(view.record.period)


def _shares(found: AgencyStatistics) -> Iterator[tuple[Cell, ...]]:
    """Yield each indicator of each period, also of those that are missing between others."""
    for run in found.runs:
        for period, view in run.slots:
            when = str(period), words.period(period), view.record.as_of if view else None
            yield from ((*when, *_metric(metric, view.ratios[metric] if view else None)) for metric in LOOKS)


def _years(found: AgencyStatistics) -> Iterator[tuple[Cell, ...]]:
    for each in found.years:
        when = str(each.year), ", ".join(words.period(period) for period in each.periods)
        yield from ((*when, *_metric(metric, ratio)) for metric, ratio in each.ratios.items())


def _metric(metric: Metric, ratio: Ratio | None) -> tuple[Cell, ...]:
    return metric.value, metric.label, *ratio_cells(ratio)

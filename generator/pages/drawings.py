"""Charts of statistics, comparisons and index scores; the table below each says the same."""

from collections.abc import Iterable, Sequence

from generator import charts, words
from generator.charts import Chart, Part, PartsRow, Series
from generator.derive.dossiers import Run, StatisticsView
from generator.derive.periods import Rhythm, rhythm_of
from generator.derive.ratio import Ratio
from generator.derive.scorecard import Row, Standing, Table
from generator.derive.scores import AssessmentView
from generator.model.assessment import Assessment
from generator.model.plan import Metric
from generator.model.statistics import DossierRow
from generator.model.times import Period

Columns = Sequence[tuple[str, Metric]]
LEAST_POINTS = 2  # of a line
UNITS = {Metric.SATISFACTION: "phiếu", Metric.FEEDBACK_ON_TIME: "phản ánh"}


def short_name(period: Period) -> str:
    """Return a period as an axis names it: ``QIII/26``, ``T3/26``, ``2026``."""
    year, _month, _last_year, month = period.months
    match rhythm_of(period):
        case Rhythm.QUARTER:
            return f"Q{words.ROMAN[month // 3]}/{year % 100:02}"
        case Rhythm.MONTH:
            return f"T{month}/{year % 100:02}"
        case Rhythm.HALF_YEAR:
            return f"{'Đầu' if month == 6 else 'Cuối'} {year}"
        case Rhythm.NINE_MONTHS:
            return f"9T/{year % 100:02}"
    return str(period)


def trends(title: str, run: Run, columns: Columns) -> list[Chart]:
    """Return the shares of some indicators over the periods of a run; none where there is no line to draw."""
    series = tuple(
        Series(name, tuple(view.share(metric) if view else None for _period, view in run.slots))
        for name, metric in columns
    )
    drawn = tuple(line for line in series if _is_line(line))
    periods = tuple(short_name(period) for period, _view in run.slots)
    return [charts.trend(charts.Trend(title, periods, drawn, "%"))] if drawn else []


def _is_line(line: Series) -> bool:
    return sum(value is not None for value in line.values) >= LEAST_POINTS


def resolved(rows: Iterable[tuple[str, DossierRow]]) -> list[Chart]:
    """Return how the dossiers of each row were resolved."""
    drawn = tuple(
        PartsRow(
            name,
            row.resolved,
            (
                Part("trước hạn", row.resolved_early, "ok"),
                Part("đúng hạn", row.resolved_on_time, "brand"),
                Part("quá hạn", row.resolved_late, "late"),
            ),
        )
        for name, row in rows
    )
    return [charts.parts(charts.Parts("Hồ sơ đã giải quyết", drawn, "hồ sơ"))] if drawn else []


def beside(table: Table) -> list[Chart]:
    """Return the bodies of a table beside each other, those whose share is told."""
    told = [(row, row.ratio) for row in table.rows if row.ratio and row.standing is not Standing.FEW]
    drawn = tuple(_part_of(row, found, table) for row, found in told if found.whole)
    title = f"{table.formula.metric.label}, trên tổng của từng cơ quan"
    unit = UNITS.get(table.formula.metric, "hồ sơ")
    return [charts.parts(charts.Parts(title, drawn, unit))] if len(drawn) > 1 else []


def _part_of(row: Row, found: Ratio, table: Table) -> PartsRow:
    bad = table.formula.lower_is_better
    share = words.number(found.share) if found.share is not None else ""
    rank = f"hạng {row.rank}" if row.rank and row.standing is Standing.RANKED else ""
    return PartsRow(
        row.body.name,
        found.whole,
        (
            Part("quá hạn" if bad else "đạt", found.part, "late" if bad else "brand"),
            Part("còn lại", found.whole - found.part, "none"),
        ),
        note=" · ".join(filter(None, (f"{share} %", rank))),
    )


def road(view: AssessmentView) -> list[Chart]:
    """Return the road from the score to the one with every lost point back."""
    found = view.road
    if found is None or not found.steps:
        return []
    steps = tuple(
        charts.Step(each.remedy.label, each.points, f"+{words.number(each.points)} điểm", each.remedy.tone)
        for each in found.steps
    )
    start = charts.Figure(found.start, f"{words.number(found.start)} điểm")
    title = f"Từ {words.number(found.start)} tới {words.number(found.end)} điểm"
    return [charts.road(charts.Road(title, start, steps, start_text="Đã được chấm", end_text="Nếu lấy lại đủ"))]


def years(name: str, found: Sequence[tuple[int, Assessment | None]]) -> list[Chart]:
    """Return score and rank of an index over the years, apart; scores of different scales make no line."""
    periods = tuple(str(year) for year, _record in found)
    scales = {record.scale for _year, record in found if record}
    scores = Series("Điểm", tuple(record.total if record else None for _year, record in found))
    ranks = Series("Hạng", tuple(record.rank if record else None for _year, record in found))
    drawn = []
    if len(scales) == 1 and _is_line(scores):
        drawn.append(charts.trend(charts.Trend(f"{name}: điểm", periods, (scores,), "điểm")))
    if _is_line(ranks):
        drawn.append(charts.trend(charts.Trend(f"{name}: hạng", periods, (ranks,), "hạng", reversed=True)))
    return drawn


def rows_of(view: StatisticsView, names: Sequence[str]) -> list[tuple[str, DossierRow]]:
    """Return the rows of a period with their names, those in which something was resolved."""
    return [(name, row) for name, row in zip(names, view.rows, strict=True) if row.resolved]

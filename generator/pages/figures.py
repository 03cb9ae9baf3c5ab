"""Pages of statistics: of a period, of an agency over its periods, and of all agencies."""

from functools import partial
from typing import Any

from generator import charts, urls, words
from generator.derive.dossiers import (
    AgencyStatistics,
    RowKey,
    Run,
    StatisticsView,
    agency_statistics,
    key_of,
    latest_of,
    statistics_view,
    views_of,
)
from generator.derive.metrics import FORMULAS
from generator.derive.privacy import FEW, total_of
from generator.derive.ratio import Ratio, ratio
from generator.export.bundle import bundle_files
from generator.export.statistics import statistics_bundle, statistics_data
from generator.export.statistics_runs import runs_bundle
from generator.facts import Facts
from generator.markdown import link
from generator.model.plan import Metric
from generator.model.statistics import DossierRow, Statistics
from generator.pages import drawings
from generator.pages.base import Draft, Products, action, checked, crumb, head, shorten

STATISTICS = crumb("Thống kê", urls.STATISTICS)
FORM = "Tình hình giải quyết hồ sơ (biểu II.06a)"
MOST_COLUMNS = 5  # of periods beside each other: what a desk shows without scrolling
PENDING = "Quá hạn là hồ sơ còn đang giải quyết mà đã quá hạn vào ngày cuối kỳ."
# The sections of an agency's page: heading, what to know, and the columns of its table.
SECTIONS: tuple[tuple[str, str, tuple[tuple[str, Metric], ...]], ...] = (
    (
        "Đúng hạn, quá hạn",
        PENDING,
        (("Giải quyết đúng hạn", Metric.RESOLVED_ON_TIME), ("Đang giải quyết, đã quá hạn", Metric.OVERDUE_PENDING)),
    ),
    (
        "Trực tuyến, số hóa, thanh toán",
        "",
        (
            ("Nộp trực tuyến", Metric.ONLINE_SHARE),
            ("Số hóa", Metric.DIGITISED),
            ("Kết quả điện tử", Metric.ELECTRONIC_RESULTS),
            ("Thanh toán trực tuyến", Metric.PAID_ONLINE),
        ),
    ),
    (
        "Mức hài lòng",
        "Mẫu số là số phiếu hợp lệ (n); ít phiếu thì tỉ lệ dao động mạnh.",
        (("Hài lòng (n phiếu)", Metric.SATISFACTION),),
    ),
    (
        "Phản ánh, kiến nghị",
        "",
        (("Xử lý đúng hạn", Metric.FEEDBACK_ON_TIME), ("Hài lòng với cách xử lý", Metric.FEEDBACK_SATISFIED)),
    ),
)


def statistics(record: Statistics, facts: Facts) -> Products:
    """Yield the page of an agency's figures of a period."""
    view = statistics_view(record, facts)
    title = f"{view.agency.name}, {words.period(record.period)}"
    names = names_of(view, facts)
    bundle = statistics_bundle(view, names, facts)
    meta = head(
        "report",
        title,
        shorten(f"Hồ sơ, hài lòng và phản ánh của {title}, chốt ngày {words.day(record.as_of)}."),
        crumbs=[STATISTICS, crumb(view.agency.name, urls.statistics_of(record.agency))],
        actions=[
            action(f"Mọi kỳ của {view.agency.name}", urls.statistics_of(record.agency)),
            action("So sánh các cơ quan", urls.COMPARISONS),
        ],
        charts=charts.below({FORM: drawings.resolved(drawings.rows_of(view, names))}),
        checked=checked(record.source, facts),
        illustration=view.illustration,
    )
    context = {
        "view": view,
        "record": record,
        "title": title,
        "form": FORM,
        "rows": list(zip(names, view.rows, strict=True)),
        "few": FEW,
        "formulas": FORMULAS,
        "files": bundle,
    }
    yield Draft(urls.statistics(record.agency, record.period), "statistics.md", meta, context)
    yield from bundle_files(bundle, statistics_data(view, names, bundle, facts))


def names_of(view: StatisticsView, facts: Facts) -> list[str]:
    """Return what the rows of a period that may be shown are about."""
    return [*(name_of(key, facts) for key in view.shown), *([FEW] if view.merged else [])]


def name_of(key: RowKey, facts: Facts) -> str:
    """Return what a row of form II.06a is about, by its field and procedure."""
    field, procedure = key
    if procedure:
        return facts.procedures[procedure].title
    return facts.fields[field].name if field else "Chung"


def of_agency(agency: str, facts: Facts) -> Products:
    """Yield the figures of an agency over all its periods."""
    found = agency_statistics(agency, facts)
    title = f"Thống kê của {found.agency.name}"
    run = found.runs[0] if found.runs else None
    path = urls.statistics_of(agency)
    views = views_of(agency, facts)
    bundle = runs_bundle(found, views, partial(names_of, facts=facts), facts) if run else None
    drawn = {name: drawings.trends(name, run, columns) for name, _about, columns in SECTIONS} if run else {}
    meta = head(
        "report",
        title,
        shorten(f"{title}: đúng hạn, trực tuyến, hài lòng, phản ánh qua {_told(found)}."),
        crumbs=[STATISTICS],
        actions=[action(found.agency.name, urls.agency(agency))],
        charts=charts.below(drawn),
        illustration=found.agency.illustration,
    )
    context: dict[str, Any] = {
        "title": title,
        "statistics": found,
        "run": run,
        "views": views[::-1],
        "files": bundle,
        "sections": SECTIONS,
        "few": FEW,
        **(_lines(run, path, facts) if run else {}),
    }
    yield Draft(path, "statistics-agency.md", meta, context)
    if bundle:
        yield from bundle_files(bundle)


def _told(found: AgencyStatistics) -> str:
    runs = [f"{len(run.views)} {run.rhythm.label}" for run in found.runs]
    return words.listed(runs) if runs else "các kỳ"


Cell = tuple[int, Ratio | None] | str | None


def _lines(run: Run, page: str, facts: Facts) -> dict[str, Any]:
    """Return the rows of form II.06a over the last periods: received and on time, or why neither is told."""
    slots = run.slots[-MOST_COLUMNS:][::-1]
    views = [view for _period, view in slots]
    lines: list[tuple[object, list[Cell]]] = [
        (_linked(key, page, facts), [_cell(view, key) for view in views]) for key in run.keys
    ]
    merged = any(view.merged for view in views if view)
    if merged:
        lines.append((FEW, [_rest(view) for view in views]))
    return {"columns_of_lines": slots, "lines": lines, "merged": merged}


def _linked(key: RowKey, page: str, facts: Facts) -> object:
    name, (_field, procedure) = name_of(key, facts), key
    return link(name, urls.relative(urls.procedure(procedure), page)) if procedure else name


def _cell(view: StatisticsView | None, key: RowKey) -> Cell:
    if view is None:
        return "missing"
    row = view.shown.get(key)
    if row is None and any(key_of(each) == key for each in view.record.rows):
        return "few"
    return _figures(row, merges=view.record.merge_small)


def _rest(view: StatisticsView | None) -> Cell:
    """Return what the small rows of a period make together."""
    if view is None:
        return "missing"
    return _figures(view.rows[-1], merges=True) if view.merged else None


def _figures(row: DossierRow | None, *, merges: bool) -> Cell:
    return (row.received, _on_time(row, merges=merges)) if row else None


def _on_time(row: DossierRow, *, merges: bool) -> Ratio | None:
    return ratio((row.resolved_early + row.resolved_on_time, row.resolved), merges=merges)


def statistics_list(facts: Facts) -> Products:
    """Yield the newest figures of each agency, and who has told what by period and by field."""
    agencies = dict.fromkeys(card.owner for card in facts.reports["statistics"].values())
    views = {agency: views_of(agency, facts) for agency in agencies}
    latest = [newest for each in views.values() if (newest := latest_of(each))]
    ordered = sorted(latest, key=lambda view: (view.illustration, view.agency.name))
    everything = [view for each in views.values() for view in each]
    periods = sorted(
        {view.record.period for view in everything}, key=lambda each: (each.months[2:], each), reverse=True
    )
    meta = head("list", "Thống kê", "Hồ sơ tiếp nhận và giải quyết, mức hài lòng, phản ánh kiến nghị, theo từng kỳ.")
    context = {
        "latest": ordered,
        "periods": [(each, [view for view in everything if view.record.period == each]) for each in periods],
        "fields": _by_field(ordered, facts),
    }
    yield Draft(urls.STATISTICS, "statistics-list.md", meta, context)


FieldRow = tuple[StatisticsView, DossierRow, Ratio | None]


def _by_field(views: list[StatisticsView], facts: Facts) -> list[tuple[str, list[FieldRow]]]:
    """Return the rows that may be shown of each agency's newest period, summed by field."""
    found: dict[str, list[FieldRow]] = {}
    for view in views:
        by_field: dict[str, list[DossierRow]] = {}
        for row in view.shown.values():
            by_field.setdefault(_field_of(row, facts), []).append(row)
        for field, rows in by_field.items():
            total = total_of(rows)
            found.setdefault(field, []).append((view, total, _on_time(total, merges=view.record.merge_small)))
    order = {field: facts.fields[field].name for field in facts.fields} | {"": "Chung"}
    return [(name, found[field]) for field, name in order.items() if field in found]


def _field_of(row: DossierRow, facts: Facts) -> str:
    return str(row.field or (facts.procedures[row.procedure].field if row.procedure else ""))

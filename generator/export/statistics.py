"""What people take away of an agency's figures of a period: what its page shows, and no figure more."""

from collections.abc import Iterable, Sequence
from typing import Annotated
from urllib.parse import urljoin

from msgspec import Meta

from generator import urls, words
from generator.derive.dossiers import StatisticsView
from generator.derive.privacy import FEW, LEAST_SHOWN
from generator.export.bundle import Bundle, envelope
from generator.export.ratios import RATIO_COLUMNS, RatioOut, ratio_cells, ratio_out
from generator.export.records import Envelope, Exported
from generator.export.tables import About, Cell, Column, Kind, Table
from generator.facts import Facts
from generator.model.statistics import COLUMNS, DossierRow

FORM, SHARES, FACTORS, FEEDBACK = "bieu-ii-06a.csv", "ti-le.csv", "hai-long.csv", "phan-anh.csv"
BOOK, DATA = "thong-ke.xlsx", "thong-ke.json"
FORM_COLUMNS = (
    Column("name", "Lĩnh vực, thủ tục"),
    Column("field", "Mã lĩnh vực"),
    Column("procedure", "Mã thủ tục"),
    *(Column(name, DossierRow.model_fields[name].title or name, Kind.NUMBER) for name in COLUMNS),
)
TOTAL = "Cộng"
MERGED = f"Dòng có dưới {LEAST_SHOWN} hồ sơ được gộp vào “{FEW}” để không lộ người nộp."
TOO_FEW = f"Cả kỳ có dưới {LEAST_SHOWN} hồ sơ: không nêu từng số để không lộ người nộp."


class DossiersOut(Exported, frozen=True, kw_only=True):
    """A row of form II.06a; without field and procedure it stands for several, or for all."""

    name: Annotated[str, Meta(title="Lĩnh vực, thủ tục")]
    field: Annotated[str | None, Meta(title="Mã lĩnh vực")]
    procedure: Annotated[str | None, Meta(title="Mã thủ tục")]
    received: Annotated[int, Meta(title="(3) Tổng tiếp nhận")]
    received_online: Annotated[int, Meta(title="(4) Tiếp nhận trực tuyến trong kỳ")]
    received_direct: Annotated[int, Meta(title="(5) Tiếp nhận trực tiếp, bưu chính trong kỳ")]
    carried_over: Annotated[int, Meta(title="(6) Từ kỳ trước chuyển sang")]
    resolved: Annotated[int, Meta(title="(7) Tổng đã giải quyết")]
    resolved_early: Annotated[int, Meta(title="(8) Trước hạn")]
    resolved_on_time: Annotated[int, Meta(title="(9) Đúng hạn")]
    resolved_late: Annotated[int, Meta(title="(10) Quá hạn")]
    pending: Annotated[int, Meta(title="(11) Tổng đang giải quyết")]
    pending_in_time: Annotated[int, Meta(title="(12) Trong hạn")]
    pending_late: Annotated[int, Meta(title="(13) Quá hạn")]


class ShareOut(Exported, frozen=True, kw_only=True):
    """An indicator of the period."""

    metric: Annotated[str, Meta(title="Mã chỉ số")]
    name: Annotated[str, Meta(title="Chỉ số")]
    result: Annotated[RatioOut, Meta(title="Kết quả")]


class FactorOut(Exported, frozen=True, kw_only=True):
    """A factor of satisfaction; the denominator is the number of ballots."""

    name: Annotated[str, Meta(title="Yếu tố")]
    result: Annotated[RatioOut, Meta(title="Kết quả")]


class CountOut(Exported, frozen=True, kw_only=True):
    """How many of something there were."""

    name: Annotated[str, Meta(title="Nội dung")]
    count: Annotated[int, Meta(title="Số lượng")]


class StatisticsOut(Envelope, frozen=True, kw_only=True):
    """The figures of an agency and a period."""

    agency: Annotated[str, Meta(title="Mã cơ quan")]
    period: Annotated[str, Meta(title="Kỳ")]
    merged: Annotated[bool, Meta(title="Đã gộp dòng ít hồ sơ", description="Dòng cuối khi ấy thay cho nhiều dòng.")]
    few: Annotated[bool, Meta(title="Cả kỳ quá ít hồ sơ", description="Đúng thì không nêu dòng nào.")]
    rows: Annotated[tuple[DossiersOut, ...], Meta(title="Các dòng biểu II.06a")]
    total: Annotated[DossiersOut | None, Meta(title="Dòng cộng")]
    indicators: Annotated[tuple[ShareOut, ...], Meta(title="Chỉ số của kỳ")]
    factors: Annotated[tuple[FactorOut, ...], Meta(title="Hài lòng theo yếu tố")]
    counts: Annotated[tuple[CountOut, ...], Meta(title="Phản ánh, kiến nghị, thư xin lỗi")]


def statistics_bundle(view: StatisticsView, names: Sequence[str], facts: Facts) -> Bundle:
    """Return the files of a period; ``names`` are those of the rows."""
    record, agency = view.record, view.agency
    title = f"Thống kê của {agency.name}, {words.period(record.period)}"
    page = urljoin(facts.base, urls.address(urls.statistics(record.agency, record.period)))
    source = record.source.name or record.source.url or ""
    about = About(title, record.as_of, source, page, agency.name, illustration=view.illustration)
    folder = urls.statistics_file(record.agency, record.period, "")
    tables = {FORM: _form(view, names), SHARES: _shares(view), FACTORS: _factors(view), FEEDBACK: _counts(view)}
    told = {name: table for name, table in tables.items() if table.rows}
    return Bundle(about, folder, told, BOOK, DATA, urls.STATISTICS_SCHEMA)


def form_rows(view: StatisticsView, names: Sequence[str]) -> Iterable[tuple[Cell, ...]]:
    """Yield the rows of form II.06a as the page shows them, then the total."""
    for name, row in zip(names, view.rows, strict=True):
        yield _row(name, row)
    if view.total:
        yield _row(TOTAL, view.total)
    elif view.few:
        yield (TOTAL, None, None, f"dưới {LEAST_SHOWN}", *(None for _name in COLUMNS[1:]))


def _row(name: str, row: DossierRow) -> tuple[Cell, ...]:
    return name, _code(row.field), _code(row.procedure), *(getattr(row, column) for column in COLUMNS)


def _code(code: str | None) -> str | None:
    return str(code) if code else None


def _form(view: StatisticsView, names: Sequence[str]) -> Table:
    note = MERGED if view.merged else TOO_FEW if view.few else ""
    title = f"Tình hình giải quyết hồ sơ (biểu II.06a): {view.agency.name}, {words.period(view.record.period)}"
    return Table("Biểu II.06a", title, FORM_COLUMNS, tuple(form_rows(view, names)), note)


def _shares(view: StatisticsView) -> Table:
    columns = (Column("metric", "Mã chỉ số"), Column("name", "Chỉ số"), *RATIO_COLUMNS)
    rows = tuple((metric.value, metric.label, *ratio_cells(found)) for metric, found in view.ratios.items())
    note = "Mẫu số 0 là không phát sinh, không phải 0 % hay 100 %."
    return Table("Tỉ lệ", f"Các tỉ lệ: {view.agency.name}, {words.period(view.record.period)}", columns, rows, note)


def _factors(view: StatisticsView) -> Table:
    columns = (Column("name", "Yếu tố"), *RATIO_COLUMNS)
    rows = tuple((name, *ratio_cells(found)) for name, found in view.factors)
    title = f"Hài lòng theo yếu tố: {view.agency.name}, {words.period(view.record.period)}"
    return Table("Hài lòng theo yếu tố", title, columns, rows, "Mẫu số là số phiếu hợp lệ (n).")


def _counts(view: StatisticsView) -> Table:
    columns = (Column("name", "Nội dung"), Column("count", "Số lượng", Kind.NUMBER))
    title = f"Phản ánh, kiến nghị: {view.agency.name}, {words.period(view.record.period)}"
    return Table("Phản ánh, kiến nghị", title, columns, tuple(view.counts))


def statistics_data(view: StatisticsView, names: Sequence[str], bundle: Bundle, facts: Facts) -> StatisticsOut:
    """Return the figures of a period as open data."""
    return StatisticsOut(
        **envelope(bundle, facts),
        agency=str(view.record.agency),
        period=str(view.record.period),
        merged=view.merged,
        few=view.few,
        rows=tuple(_dossiers(name, row) for name, row in zip(names, view.rows, strict=True)),
        total=_dossiers(TOTAL, view.total) if view.total else None,
        indicators=tuple(
            ShareOut(metric=metric.value, name=metric.label, result=ratio_out(found))
            for metric, found in view.ratios.items()
        ),
        factors=tuple(FactorOut(name=name, result=ratio_out(found)) for name, found in view.factors),
        counts=tuple(CountOut(name=name, count=count) for name, count in view.counts),
    )


def _dossiers(name: str, row: DossierRow) -> DossiersOut:
    figures = {column: getattr(row, column) for column in COLUMNS}
    return DossiersOut(name=name, field=_code(row.field), procedure=_code(row.procedure), **figures)

"""What people take away of bodies beside each other: one table of all indicators, with how complete their data is."""

from collections.abc import Iterator
from typing import Annotated
from urllib.parse import urljoin

from msgspec import Meta
from msgspec.structs import replace

from generator import urls, words
from generator.derive.due import span_of
from generator.derive.scorecard import Division, Member, Row, Scorecard
from generator.derive.scorecard import Table as Compared
from generator.export.bundle import Bundle, bundle_files, envelope
from generator.export.ratios import RATIO_COLUMNS, RatioOut, ratio_cells, ratio_out
from generator.export.records import Envelope, Exported
from generator.export.tables import About, Cell, Column, Kind, Table
from generator.facts import Facts
from generator.model.times import Period
from generator.pages.base import Plain

SHEET, BOOK, DATA = "so-sanh.csv", "so-sanh.xlsx", "so-sanh.json"
COLUMNS = (
    Column("kind", "Loại cơ quan"),
    Column("metric", "Mã chỉ số"),
    Column("metric_name", "Chỉ số"),
    Column("agency", "Mã cơ quan"),
    Column("agency_name", "Cơ quan"),
    Column("rank", "Hạng", Kind.NUMBER),
    Column("of", "Trong số", Kind.NUMBER),
    Column("tied", "Đồng hạng", Kind.YES),
    *RATIO_COLUMNS,
    Column("note", "Ghi chú"),
    Column("periods", "Số liệu của kỳ"),
    Column("quarters_there", "Số quý đã có từ đầu năm", Kind.NUMBER),
    Column("quarters", "Số quý từ đầu năm", Kind.NUMBER),
    Column("quarters_missing", "Thiếu quý"),
)
NOTE = "Không cộng thành tổng điểm. Cơ quan thiếu dữ liệu có thể đứng cao chỉ vì chưa báo cáo kỳ xấu."


class ComparedOut(Exported, frozen=True, kw_only=True):
    """What a body has for an indicator."""

    metric: Annotated[str, Meta(title="Mã chỉ số")]
    agency: Annotated[str, Meta(title="Mã cơ quan")]
    result: Annotated[RatioOut, Meta(title="Kết quả")]
    standing: Annotated[str, Meta(title="Xếp vào nhóm nào")]
    rank: Annotated[int | None, Meta(title="Hạng")]
    of: Annotated[int | None, Meta(title="Trong số", description="Số cơ quan cùng nhóm được xếp hạng.")]
    tied: Annotated[bool, Meta(title="Đồng hạng")]
    note: Annotated[str | None, Meta(title="Ghi chú")]
    periods: Annotated[tuple[str, ...], Meta(title="Số liệu của kỳ")]


class BodyOut(Exported, frozen=True, kw_only=True):
    """A body with how complete its data is."""

    agency: Annotated[str, Meta(title="Mã cơ quan")]
    name: Annotated[str, Meta(title="Cơ quan")]
    kind: Annotated[str, Meta(title="Loại cơ quan")]
    told: Annotated[int, Meta(title="Số chỉ số có số liệu")]
    quarters: Annotated[tuple[str, ...], Meta(title="Quý đã có từ đầu năm")]
    missing: Annotated[tuple[str, ...], Meta(title="Quý còn thiếu từ đầu năm")]


class ComparisonOut(Envelope, frozen=True, kw_only=True):
    """The bodies under another, compared for a period."""

    above: Annotated[str, Meta(title="Mã cơ quan cấp trên")]
    period: Annotated[str, Meta(title="Kỳ")]
    bodies: Annotated[tuple[BodyOut, ...], Meta(title="Các cơ quan")]
    rows: Annotated[tuple[ComparedOut, ...], Meta(title="Kết quả từng chỉ số")]


def comparison_bundle(card: Scorecard, facts: Facts) -> Bundle:
    """Return the files of a comparison, of the day on which its period ended."""
    above, period = card.above, card.period
    title = f"So sánh các cơ quan thuộc {above.name}, {words.period(period)}"
    page = urljoin(facts.base, urls.address(urls.comparison(above.id, period)))
    illustration = facts.is_illustration(above.id)
    about = About(title, span_of(period)[1], "", page, illustration=illustration)
    table = Table("So sánh", title, COLUMNS, tuple(_cells(card, facts)), NOTE)
    folder = urls.comparison_file(above.id, period, "")
    return Bundle(about, folder, {SHEET: table}, BOOK, DATA, urls.COMPARISON_SCHEMA)


def comparison_files(card: Scorecard, bundle: Bundle, facts: Facts) -> Iterator[Plain]:
    """Yield the table and the open data."""
    value = ComparisonOut(
        **envelope(bundle, facts),
        above=card.above.id,
        period=str(card.period),
        bodies=tuple(_body(member, division) for division in card.divisions for member in division.members),
        rows=tuple(_compared(table, row, facts) for _division, table, row in _rows(card)),
    )
    yield from bundle_files(bundle, value)


def _rows(card: Scorecard) -> Iterator[tuple[Division, Compared, Row]]:
    for division in card.divisions:
        for table in division.tables:
            for row in table.rows:
                yield division, table, row


def _cells(card: Scorecard, facts: Facts) -> Iterator[tuple[Cell, ...]]:
    members = {member.body.id: member for division in card.divisions for member in division.members}
    for division, table, row in _rows(card):
        member, metric = members[row.body.id], table.formula.metric
        share, _part, _whole = ratio_cells(row.ratio)
        ranked = (row.rank, row.of, row.tied) if row.rank else (None, None, None)
        yield (
            division.kind.label,
            metric.value,
            metric.label,
            row.body.id,
            row.body.name,
            *ranked,
            share,
            *(row.fraction or (None, None)),
            row.note,
            ", ".join(words.period(each) for each in periods_of(row, facts)),
            member.there,
            len(member.quarters),
            ", ".join(words.period(quarter) for quarter, there in member.quarters if not there),
        )


def periods_of(row: Row, facts: Facts) -> list[Period]:
    """Return the periods that a row counts."""
    return [facts.reports["statistics"][each].period for each in row.records]


def _compared(table: Compared, row: Row, facts: Facts) -> ComparedOut:
    numerator, denominator = row.fraction or (None, None)
    return ComparedOut(
        metric=table.formula.metric.value,
        agency=row.body.id,
        result=replace(ratio_out(row.ratio), numerator=numerator, denominator=denominator),
        standing=row.standing.key,
        rank=row.rank,
        of=row.of if row.rank else None,
        tied=row.tied,
        note=row.note or None,
        periods=tuple(str(each) for each in periods_of(row, facts)),
    )


def _body(member: Member, division: Division) -> BodyOut:
    return BodyOut(
        agency=member.body.id,
        name=member.body.name,
        kind=division.kind.value,
        told=member.told,
        quarters=tuple(str(quarter) for quarter, there in member.quarters if there),
        missing=tuple(str(quarter) for quarter, there in member.quarters if not there),
    )

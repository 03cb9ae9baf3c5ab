"""What people take away of an agency's indicators."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated
from urllib.parse import urljoin

from msgspec import Meta

from generator import urls, words
from generator.cards import AgencyCard
from generator.derive.indicators import Indicator
from generator.export.bundle import Bundle, bundle_files, envelope
from generator.export.records import Envelope, Exported
from generator.export.tables import About, Column, Kind, Table
from generator.facts import Facts
from generator.model.times import Period
from generator.pages.base import Plain

SHEET, BOOK, DATA = "so-lieu.csv", "so-lieu.xlsx", "so-lieu.json"
COLUMNS = (
    Column("name", "Chỉ số"),
    Column("share", "Kết quả (%)", Kind.PERCENT),
    Column("numerator", "Tử số", Kind.NUMBER),
    Column("denominator", "Mẫu số", Kind.NUMBER),
    Column("as_of", "Số liệu đến ngày", Kind.DATE),
    Column("counts", "Tử số là"),
    Column("of", "Mẫu số là"),
    Column("leaves_out", "Không tính"),
    Column("law", "Căn cứ"),
)


class EntryOut(Exported, frozen=True, kw_only=True):
    """A record that an indicator counts."""

    kind: Annotated[str, Meta(title="Loại bản ghi")]
    id: Annotated[str, Meta(title="Mã bản ghi")]
    part: Annotated[int, Meta(title="Góp vào tử số")]
    whole: Annotated[int, Meta(title="Góp vào mẫu số")]


class LeftOut(Exported, frozen=True, kw_only=True):
    """A record that an indicator leaves out."""

    kind: Annotated[str, Meta(title="Loại bản ghi")]
    id: Annotated[str, Meta(title="Mã bản ghi")]
    why: Annotated[str, Meta(title="Vì sao không tính")]


class IndicatorOut(Exported, frozen=True, kw_only=True):
    """An indicator with its working; ``share`` is null when nothing arose."""

    metric: Annotated[str, Meta(title="Mã chỉ số")]
    name: Annotated[str, Meta(title="Chỉ số")]
    share: Annotated[Decimal | None, Meta(title="Kết quả (%)")]
    numerator: Annotated[int, Meta(title="Tử số")]
    denominator: Annotated[int, Meta(title="Mẫu số")]
    as_of: Annotated[date | None, Meta(title="Số liệu đến ngày", description="null là bản ghi của hôm nay")]
    entries: tuple[EntryOut, ...]
    left_out: tuple[LeftOut, ...]


class IndicatorsOut(Envelope, frozen=True, kw_only=True):
    """The indicators of an agency for a time."""

    agency: Annotated[str, Meta(title="Mã cơ quan")]
    period: Annotated[str, Meta(title="Kỳ")]
    indicators: tuple[IndicatorOut, ...]


def indicator_files(found: tuple[Indicator, ...], agency: AgencyCard, period: Period, facts: Facts) -> Iterator[Plain]:
    """Yield the indicators as tables and as open data."""
    page = urljoin(facts.base, urls.address(urls.indicators(agency.id, period)))
    title = f"Số liệu đếm được của {agency.name}, {words.period(period)}"
    about = About(title, facts.clock.today, "", page, agency.name, illustration=agency.illustration)
    table = Table("Số liệu", title, COLUMNS, tuple(_row(each) for each in found if each.is_told))
    folder = urls.indicators_file(agency.id, period, "")
    bundle = Bundle(about, folder, {SHEET: table}, BOOK, DATA, urls.INDICATORS_SCHEMA)
    value = IndicatorsOut(
        **envelope(bundle, facts),
        agency=agency.id,
        period=period,
        indicators=tuple(_out(each) for each in found if each.is_told),
    )
    yield from bundle_files(bundle, value)


def _row(each: Indicator) -> tuple[str | int | Decimal | date | None, ...]:
    figure, formula = each.figure, each.formula
    result = figure.share if figure.denominator else words.figure(figure)
    return (
        formula.metric.label,
        result,
        figure.numerator,
        figure.denominator,
        figure.as_of,
        formula.numerator,
        formula.denominator,
        formula.leaves_out,
        formula.law,
    )


def _out(each: Indicator) -> IndicatorOut:
    figure = each.figure
    return IndicatorOut(
        metric=figure.metric.value,
        name=figure.metric.label,
        share=figure.share,
        numerator=figure.numerator,
        denominator=figure.denominator,
        as_of=figure.as_of,
        entries=tuple(EntryOut(kind=one.kind, id=one.id, part=one.part, whole=one.whole) for one in figure.entries),
        left_out=tuple(LeftOut(kind=one.kind, id=one.id, why=one.why.value) for one in figure.left),
    )

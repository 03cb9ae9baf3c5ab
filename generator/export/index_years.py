"""What people take away of the indices of provinces: score and rank of each year."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urljoin

from generator import urls
from generator.cards import AgencyCard
from generator.export.bundle import Bundle
from generator.export.tables import About, Cell, Column, Kind, Table
from generator.facts import Facts
from generator.model.assessment import Assessment, IndexKind

SHEET, BOOK = "chi-so-qua-cac-nam.csv", "chi-so-qua-cac-nam.xlsx"
COLUMNS = (
    Column("agency", "Mã cơ quan"),
    Column("agency_name", "Cơ quan"),
    Column("index", "Chỉ số"),
    Column("year", "Năm"),
    Column("total", "Điểm", Kind.NUMBER),
    Column("scale", "Thang điểm", Kind.NUMBER),
    Column("rank", "Hạng", Kind.NUMBER),
    Column("rank_of", "Trên tổng số", Kind.NUMBER),
    Column("illustration", "Minh họa", Kind.YES),
    Column("page", "Trang", Kind.LINK),
)
MISSING = "chưa có số liệu"
Index = tuple[AgencyCard, IndexKind, Sequence[tuple[int, Assessment | None]]]


def years_bundle(indices: Sequence[Index], facts: Facts) -> Bundle:
    """Return the files of indices over the years, of the end of the last of them."""
    title = "Chỉ số cải cách của các tỉnh qua các năm"
    last = max(year for _agency, _kind, years in indices for year, _record in years)
    made_up = all(agency.illustration for agency, _kind, _years in indices)
    page = urljoin(facts.base, urls.address(urls.ASSESSMENTS))
    about = About(title, date(last, 12, 31), "", page, illustration=made_up)
    rows = tuple(_row(agency, kind, year, record, facts) for agency, kind, years in indices for year, record in years)
    table = Table("Chỉ số qua các năm", title, COLUMNS, rows)
    return Bundle(about, urls.list_file(urls.ASSESSMENTS, ""), {SHEET: table}, BOOK)


def _row(agency: AgencyCard, kind: IndexKind, year: int, record: Assessment | None, facts: Facts) -> tuple[Cell, ...]:
    start = agency.id, agency.name, kind.label, str(year)
    if record is None:
        return (*start, MISSING, None, MISSING, None, agency.illustration, None)
    page = urljoin(facts.base, urls.address(urls.assessment(record.id)))
    return (*start, record.total, record.scale, record.rank, record.rank_of, agency.illustration, page)

"""Files that people take away, made of values as nasty as can be; alone, this module prints a digest of each."""

import hashlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from generator.export.agenda import Agenda, Deadline, agenda_file
from generator.export.atom import Entry, feed_file
from generator.export.csvw import csv_metadata
from generator.export.form_ii06a import FormII06a, FormRow, form_file
from generator.export.official import OfficialDocument, Section, Signer, official_file
from generator.export.records import Envelope, Exported, json_file, schema_file
from generator.export.tables import About, Column, Kind, Table, csv_file, workbook

AS_OF = date(2026, 9, 14)
FORMULAS = ("=1+1", "+84", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("https://example.org","x")', "＝1+1")
NASTY = (
    *FORMULAS,
    "#N/A",
    "_x0041_",
    "a\x00b\x0b\x1f\ufffe",
    'nháy " và , và ;',
    "dòng một\r\ndòng hai",
    "<b>&amp;</b>",
)
COLUMNS = (
    Column("id", "Mã"),
    Column("count", "Số hồ sơ", Kind.NUMBER),
    Column("share", "Tỷ lệ", Kind.PERCENT),
    Column("due", "Hạn", Kind.DATE),
    Column("done", "Đạt", Kind.YES),
    Column("link", "Minh chứng", Kind.LINK),
)
FIGURES = Table(
    "Số liệu",
    "Kết quả thực hiện",
    COLUMNS,
    (
        ("1.1", 12500, Decimal("98.5"), date(2026, 3, 31), True, "https://example.org/minh-chung"),
        ("1.2", Decimal("-0.25"), Decimal(100), date(1899, 12, 31), False, "javascript:alert(1)"),
        ("1.3", "chưa có", None, None, None, None),
    ),
    "Số liệu do cơ quan báo cáo.",
)
WORDS = Table("Chữ: [1/2]?*", "=1+1", (Column("what", "=Việc"),), tuple((text,) for text in NASTY))
ABOUT = About("Kế hoạch 2026", AS_OF, "Sở minh họa", "https://example.org/ke-hoach/", "Sở minh họa", illustration=True)
AGENDA = Agenda(
    "Kế hoạch, 2026; cải cách \\ hành chính",
    AS_OF,
    (
        Deadline(
            "kh-2026-1.1", date(2026, 10, 1), "Nộp báo cáo, quý III", "Gửi UBND; sau đó\nlưu \\ ở đây " + "ộ" * 90
        ),
        Deadline(
            "kh-2026-1.2", date(2026, 12, 30), "Tuần đối thoại", url="https://example.org/", until=date(2027, 1, 2)
        ),
        Deadline(
            "kh-2026-1.3\r\nX:1", date(2026, 10, 2), "Tên\r\nEND:VEVENT\r\nBEGIN:VEVENT", "x\r\nATTENDEE:y", "z\r\nX:1"
        ),
    ),
    "https://example.org/ke-hoach/",
    "Hạn của kế hoạch",
    illustration=True,
)
LINES = "Thực hiện kế hoạch cải cách hành chính, Sở đã triển khai đồng bộ các nhiệm vụ."
DOCUMENT = OfficialDocument(
    "Sở Nội vụ minh họa",
    "Báo cáo",
    "Kết quả cải cách hành chính quý III năm 2026",
    AS_OF,
    (
        Section("Công tác chỉ đạo", 1, (LINES, *NASTY), ("Ban hành kế hoạch;", "Tổ chức kiểm tra.")),
        Section("Kết quả", 1),
        Section("Thủ tục hành chính", 2, (LINES,), (), (FIGURES,)),
        Section("Công khai", 3, (LINES,)),
        Section("Số hóa", 3, (LINES,)),
        Section("Thể chế", 2, (LINES,)),
        Section("Niêm yết", 3, (LINES,)),
    ),
    over_agency="UBND tỉnh Minh Họa",
    symbol="BC-SNV",
    place="Minh Họa",
    bases=("Căn cứ Luật A", "Căn cứ Nghị định B;"),
    to=("Ủy ban nhân dân tỉnh", "Sở Tư pháp"),
    recipients=("Như trên", "Lưu: VT"),
    signer=Signer("Phó Giám đốc", "KT. Giám đốc", "Nguyễn Văn A"),
    illustration=True,
)
ROW = FormRow("=Đất đai", (1200, 1000, 100, 100, 1100, 900, 150, 50, 100, 90, "dưới 5"))
FORM = FormII06a(
    "Sở minh họa",
    "quý III/2026",
    AS_OF,
    (ROW, ROW),
    FormRow("Tổng cộng", (7, 7, 7, 7, 7, 7, 7, 7, 7, 7, None)),
    "UBND tỉnh Minh Họa",
    date(2026, 6, 15),
    AS_OF,
    "Sở minh họa",
    illustration=True,
)
ENTRIES = (Entry("https://example.org/#1", "Đến hạn\x00", AS_OF, "<b>", "https://example.org/"),)


class Figure(Exported, frozen=True, kw_only=True):
    """A figure."""

    name: Annotated[str, Meta(title="Tên")]
    value: Decimal | None
    by: dict[str, int]


class Figures(Envelope, frozen=True, kw_only=True):
    """Figures."""

    figures: Annotated[tuple[Figure, ...], Meta(title="Số liệu")]


SCHEMA = "https://example.org/so-lieu.schema.json"
RECORD = Figures(
    schema=SCHEMA,
    title="Số liệu",
    url="https://example.org/so-lieu.json",
    page="https://example.org/so-lieu/",
    as_of=AS_OF,
    source=None,
    license=None,
    illustration=True,
    figures=(Figure(name="Đúng hạn", value=Decimal("98.50"), by={"b": 2, "a": 1}), Figure(name="x", value=None, by={})),
)
FILES: dict[str, Callable[[], bytes]] = {
    "csv": lambda: csv_file(WORDS) + csv_file(FIGURES),
    "csvw": lambda: csv_metadata(FIGURES, ABOUT, "so-lieu.csv"),
    "xlsx": lambda: workbook((FIGURES, WORDS), ABOUT),
    "form": lambda: form_file(FORM),
    "docx": lambda: official_file(DOCUMENT),
    "ics": lambda: agenda_file(AGENDA),
    "atom": lambda: feed_file("https://example.org/feed.xml", "Hạn", ENTRIES),
    "json": lambda: json_file(RECORD),
    "schema": lambda: schema_file(Figures, SCHEMA, "Số liệu"),
}

if __name__ == "__main__":
    for name, made in FILES.items():
        print(name, hashlib.sha256(made()).hexdigest())  # noqa: T201  what who runs it reads

"""Charts of every kind, for tests; on a page of their own that is published nowhere."""

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from generator import charts
from generator.charts import (
    Bullet,
    BulletRow,
    Figure,
    Good,
    Part,
    Parts,
    PartsRow,
    Road,
    Series,
    Span,
    Step,
    Timeline,
    Trend,
)

PAGE = "bieu-do"
HOSTILE = "</title><script>alert('1')</script>\"onload=\"x"
LONG = "Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận, giải quyết và trả kết quả đúng hạn hoặc trước hạn"
QUARTERS = ("quý I/2025", "quý II/2025", "quý III/2025", "quý IV/2025", "quý I/2026", "quý II/2026")
STATES = (
    ("Xong, có minh chứng", "ok"),
    ("Báo xong, chưa có minh chứng", "soon"),
    ("Sắp đến hạn", "soon"),
    ("Quá hạn 51 ngày", "late"),
    ("Đang làm", "brand"),
    ("Chưa đến hạn", "none"),
)


def percent(value: str) -> Figure:
    """Return a percentage."""
    return Figure(Decimal(value), f"{value.replace('.', ',')} %")


def bullet() -> charts.Chart:
    """Return targets: met, behind, between, lower, of 0, below 0, and without a value."""
    rows = (
        BulletRow(
            LONG,
            "≥ 97 %",
            (97,),
            "Đạt",
            "ok",
            counted=percent("98.4"),
            reported=percent("99.5"),
            baseline=percent("92"),
            full=100,
        ),
        BulletRow("Hồ sơ quá hạn", "≤ 5 %", (5,), "Chưa đạt", "soon", good=Good.BELOW, counted=percent("7"), full=100),
        BulletRow(
            "Thủ tục được rút ngắn",
            "5–10 thủ tục",
            (5, 10),
            "Đạt",
            "ok",
            good=Good.BETWEEN,
            reported=Figure(7, "7 thủ tục"),
        ),
        BulletRow(
            "Hồ sơ trực tuyến", "≥ 80 %", (80,), "Không đạt khi hết hạn", "late", reported=percent("0"), full=100
        ),
        BulletRow("Thứ hạng", "hạng 3", (3,), "Chưa đạt", "soon", good=Good.AT, counted=Figure(5, "hạng 5")),
        BulletRow("Mức thay đổi", "≥ 2", (2,), "Chưa đạt", "soon", counted=Figure(-3, "-3")),
        BulletRow("Kết quả điện tử", "100 %", (100,), "Chưa có số liệu", "none", baseline=percent("40"), full=100),
    )
    return charts.bullet(Bullet("Chỉ tiêu so với mức cần đạt", rows))


def parts() -> charts.Chart:
    """Return wholes: usual, empty, and with a link."""
    counts = ((6, 2, 2, 3, 7, 6), (1, 0, 0, 9, 0, 0), (0, 0, 0, 0, 0, 0))
    rows = tuple(
        PartsRow(
            name,
            sum(each),
            tuple(Part(*state[:1], count, state[1]) for state, count in zip(STATES, each, strict=True)),
            **more,
        )
        for name, each, more in zip(
            ("Phòng Nghiệp vụ", "Phòng Tổng hợp", "Văn phòng"),
            counts,
            ({"page": "index.md", "tag": "Minh họa", "tag_tone": "late"}, {}, {}),
            strict=True,
        )
    )
    return charts.parts(Parts("Việc theo đơn vị", rows, absolute=True))


def trends() -> list[charts.Chart]:
    """Return lines: with gaps and a goal, of ranks, of one point, of none."""
    lines = (
        Series("Đúng hạn", (Decimal("91.2"), Decimal("93"), None, Decimal("96.5"), Decimal("97"), Decimal("98.4"))),
        Series("Nộp trực tuyến", (Decimal("40"), Decimal("52"), Decimal("61"), None, Decimal("70"), Decimal("96.9"))),
        Series("Thanh toán trực tuyến của hồ sơ", (None, None, 12, 20, 31, None)),
    )
    years = tuple(map(str, range(2015, 2025)))
    ranks = (Series("PAR INDEX", (41, 38, 36, None, 22, 18, 20, 15, 12, 9)),)
    return [
        charts.trend(Trend("Ba tỷ lệ qua các quý", QUARTERS, lines, "%", goal=97)),
        charts.trend(Trend("Thứ hạng qua các năm", years, ranks, "hạng", goal=5, reversed=True)),
        charts.trend(Trend("Một kỳ", ("quý I/2026",), (Series("Hài lòng", (86,)),), "%")),
        charts.trend(Trend("Chưa có kỳ nào", QUARTERS, (Series("Hài lòng", (None,) * 6),), "%")),
    ]


def timelines() -> list[charts.Chart]:
    """Return what is to be done: a few things of half a year, and seventy of a year."""
    first = date(2026, 1, 1)
    many = tuple(
        Span(
            f"{place + 1}. {LONG[: 30 + place]}",
            f"Phòng số {place % 5 + 1}",
            first + timedelta(days=4 * place) if place % 3 else None,
            first + timedelta(days=5 * place + 20) if place % 7 else None,
            *STATES[place % len(STATES)],
            f"Lĩnh vực {place // 14 + 1}",
        )
        for place in range(70)
    )
    year = Timeline("Bảy mươi việc trong năm", many, first, date(2026, 12, 31), date(2026, 11, 21))
    half = Timeline("Việc sáu tháng đầu năm", many[:6], first, date(2026, 6, 30), date(2026, 1, 9))
    long = Timeline("Việc của cả nhiệm kỳ", many[:3], date(2021, 3, 1), date(2026, 12, 31), date(2026, 11, 21))
    return [charts.timeline(each) for each in (year, half, long)]


def road() -> charts.Chart:
    """Return a road with steps up, down and nowhere."""
    steps = (
        Step("Công khai đủ 13 nội dung", Decimal("2.5"), "+2,5 điểm", "ok", "Xong, có minh chứng"),
        Step(LONG, Decimal("6.25"), "+6,25 điểm", "soon", "Sắp đến hạn"),
        Step("Điểm trừ vì báo cáo chậm", -1, "−1 điểm", "late", "Quá hạn"),
        Step("Không đổi", 0, "0 điểm", "none"),
        Step("Trả kết quả điện tử", 4, "+4 điểm", "brand", "Đang làm"),
    )
    start = Figure(Decimal("71.3"), "71,3 điểm")
    return charts.road(Road("Đường từ 71,3 điểm đến mục tiêu", start, steps, Figure(85, "85 điểm")))


def write_page(folder: Path) -> None:
    """Write the page with all of them into a docs folder."""
    below = charts.below(
        {
            "Chỉ tiêu": [bullet()],
            "Việc": [parts(), *timelines()],
            "Xu hướng": trends(),
            "Lộ trình": [road()],
            "Sau cùng": [charts.bullet(Bullet(HOSTILE, ()))],
        }
    )
    headings = ("## Chỉ tiêu", "### Việc", "### Xu hướng", "## Lộ trình", "## Không vẽ", "## Sau cùng")
    body = "# Biểu đồ\n\n" + "".join(f"{heading}\n\nBảng.\n\n" for heading in headings)
    head = f'---\ntitle: "Biểu đồ"\ncharts: {json.dumps(below, ensure_ascii=False)}\n---\n\n'
    (folder / f"{PAGE}.md").write_text(head + body, "utf-8")

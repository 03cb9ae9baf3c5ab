"""Times as the law and plans give them: time limits, due dates, periods.  Each union is a real type."""

import re
from collections.abc import Callable
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag

from generator.model.base import Choice, Model
from generator.model.codes import Code, LegalRef
from generator.model.values import Date, Half, Line, Month, Number, Positive, Quarter, Year, parse_year, refuse


class TimeUnit(Choice):
    """The units in which time limits are given."""

    WORKING_DAY = "working-day", "ngày làm việc"
    DAY = "day", "ngày"
    WORKING_HOUR = "working-hour", "giờ làm việc"
    HOUR = "hour", "giờ"
    MONTH = "month", "tháng"
    YEAR = "year", "năm"


class Span(Model):
    """A number of units: ``{value: 3, unit: working-day, from: …}``."""

    kind: Literal["span"] = Field("span", title="Loại", description="Không cần viết.")
    value: Number = Field(title="Số", description="Số ngày, giờ hoặc tháng; 0,25 viết được.")
    unit: TimeUnit = Field(title="Đơn vị", description="“ngày” và “ngày làm việc” là hai đơn vị khác nhau.")
    start: Line | None = Field(
        None, alias="from", title="Tính từ", description="Mốc bắt đầu, ví dụ: ngày nhận đủ hồ sơ hợp lệ."
    )


class Immediate(Model):
    """Done at once on receipt: ``{kind: immediate}``."""

    kind: Literal["immediate"] = Field(title="Loại", description="Giải quyết ngay khi tiếp nhận.")


class NotRegulated(Model):
    """The law sets no limit: ``{kind: not-regulated}``."""

    kind: Literal["not-regulated"] = Field(title="Loại", description="Pháp luật không quy định thời hạn.")


def _limit_tag(value: Any) -> str:
    kind = value.get("kind", "span") if isinstance(value, dict) else "span"
    return f"={kind}" if isinstance(kind, str) else "=span"


TimeLimit = Annotated[
    Annotated[Span, Tag("=span")]
    | Annotated[Immediate, Tag("=immediate")]
    | Annotated[NotRegulated, Tag("=not-regulated")],
    Discriminator(_limit_tag),
]


class Frequency(Choice):
    """How often something recurs."""

    WEEK = "week", "hằng tuần"
    MONTH = "month", "hằng tháng"
    QUARTER = "quarter", "hằng quý"
    HALF_YEAR = "half-year", "6 tháng"
    NINE_MONTHS = "nine-months", "9 tháng"
    YEAR = "year", "hằng năm"


class DueBefore(Model):
    """``{kind: before, date: 2024-03-14}``: the last day is the day before."""

    kind: Literal["before"] = Field(title="Loại", description="Trước ngày.")
    date: Date = Field(title="Ngày", description="Ngày ghi trong văn bản; ngày cuối cùng là ngày liền trước.")


class DueBy(Model):
    """``{kind: by, date: 2024-03-14}``: the date itself is the last day."""

    kind: Literal["by"] = Field(title="Loại", description="Chậm nhất ngày.")
    date: Date = Field(title="Ngày", description="Ngày cuối cùng.")


class DueMonth(Model):
    """``{kind: month, year: 2019, month: 1}``."""

    kind: Literal["month"] = Field(title="Loại", description="Trong một tháng.")
    year: Year = Field(title="Năm")
    month: Month = Field(title="Tháng")


class DueQuarter(Model):
    """``{kind: quarter, year: 2024, quarter: 3}``."""

    kind: Literal["quarter"] = Field(title="Loại", description="Trong một quý.")
    year: Year = Field(title="Năm")
    quarter: Quarter = Field(title="Quý")


class DueHalfYear(Model):
    """``{kind: half-year, year: 2024, half: 1}``."""

    kind: Literal["half-year"] = Field(title="Loại", description="Trong 6 tháng đầu năm hoặc cuối năm.")
    year: Year = Field(title="Năm")
    half: Half = Field(title="Nửa năm", description="1 là đầu năm, 2 là cuối năm.")


class DueYear(Model):
    """``{kind: year, year: 2019}``."""

    kind: Literal["year"] = Field(title="Loại", description="Trong năm.")
    year: Year = Field(title="Năm")


class DueFrom(Model):
    """``{kind: from, date: 2019-01-01}`` with the source's words: it starts then, no end is set."""

    kind: Literal["from"] = Field(title="Loại", description="Bắt đầu từ; văn bản không nêu ngày kết thúc.")
    date: Date = Field(title="Bắt đầu từ ngày")
    text: Line | None = Field(None, title="Cách ghi của văn bản", description="Ví dụ: từ đầu năm.")


class DueEvery(Model):
    """``{kind: every, periods: [quarter, year]}``, or ``times: 2, periods: [year]`` for twice a year."""

    kind: Literal["every"] = Field(title="Loại", description="Định kỳ.")
    periods: tuple[Frequency, ...] = Field(title="Kỳ", min_length=1)
    times: Positive | None = Field(None, title="Số lần mỗi kỳ", description="Chỉ ghi khi văn bản nêu số lần.")


class DueContinuous(Model):
    """``{kind: continuous}``."""

    kind: Literal["continuous"] = Field(title="Loại", description="Thường xuyên.")


class DueWhen(Model):
    """``{kind: when, condition: có hướng dẫn của bộ}``."""

    kind: Literal["when"] = Field(title="Loại", description="Khi có điều kiện.")
    condition: Line = Field(title="Điều kiện", description="Phần sau chữ “khi” hoặc “theo”.")
    legal: LegalRef | None = Field(None, title="Văn bản", description="Văn bản đặt ra thời hạn, nếu nêu rõ.")


class DueIssued(Model):
    """``{kind: issued}``: the plan says that it has been done already."""

    kind: Literal["issued"] = Field(title="Loại", description="Đã ban hành.")
    date: Date | None = Field(None, title="Ngày ban hành")


Due = Annotated[
    DueBefore
    | DueBy
    | DueMonth
    | DueQuarter
    | DueHalfYear
    | DueYear
    | DueFrom
    | DueEvery
    | DueContinuous
    | DueWhen
    | DueIssued,
    Field(discriminator="kind"),
]


class Period(Code):
    """Whole months: ``2024``, ``2024-q3``, ``2024-h1``, ``2024-9m``, ``2024-m03`` or ``2021-2025``."""

    pattern = re.compile(r"[0-9]{4}(?:-(?:[0-9]{4}|q[1-4]|h[12]|9m|m0[1-9]|m1[0-2]))?")
    noun = "một kỳ"
    hint = (
        "viết 2024 (năm), 2024-q3 (quý III), 2024-h1 (6 tháng đầu năm), 2024-9m (9 tháng),"
        " 2024-m03 (tháng 3) hoặc 2021-2025 (nhiều năm)"
    )
    json_type = ["string", "number"]

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return ``value`` as a period; raise when a year is out of reason or the last comes before the first."""
        period = super().parse(value)
        first, _month, last, _last_month = period.months
        if parse_year(str(first)) > parse_year(str(last)):
            refuse("ky-nguoc", "kỳ {value} kết thúc trước khi bắt đầu", "viết năm đầu trước, ví dụ 2021-2025", period)
        return period

    @property
    def months(self) -> tuple[int, int, int, int]:
        """First year and month, last year and month."""
        year, _, part = self.partition("-")
        first, last = _MONTHS_OF.get(part[:1] if part[1:] else "", _whole_year)(part)
        return int(year), first, int(part) if len(part) == 4 else int(year), last


def _whole_year(_part: str) -> tuple[int, int]:
    return 1, 12


_MONTHS_OF: dict[str, Callable[[str], tuple[int, int]]] = {
    "q": lambda part: (3 * int(part[1]) - 2, 3 * int(part[1])),
    "h": lambda part: (6 * int(part[1]) - 5, 6 * int(part[1])),
    "9": lambda _part: (1, 9),
    "m": lambda part: (int(part[1:]), int(part[1:])),
}

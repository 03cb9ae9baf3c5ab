"""A figure: how many of how many, with every record that it counts and every one that it leaves out."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from generator.model.plan import Metric


class Why(Enum):
    """Why a record is left out of a figure."""

    INTERNAL = "thủ tục nội bộ"
    ENDED = "không còn hiệu lực"
    NO_DATE = "chưa ghi ngày có hiệu lực"
    OTHER_PERIOD = "có hiệu lực ngoài kỳ này"
    NOT_COMPARED = "chưa đếm số mục khai trước và sau"
    NO_LIMIT = "chưa ghi thời hạn của trung ương và của địa phương theo cùng đơn vị"
    NO_SERVICE = "chỉ cung cấp thông tin, không thuộc diện nộp trực tuyến"
    NOT_TOLD = "kỳ này không có số"
    FEW = "dưới 5, không nêu để không lộ ai"
    ENDLESS = "việc thường xuyên, định kỳ"
    UNDATED = "không có ngày cuối cùng"
    NOT_DUE = "chưa đến hạn"
    NO_REPORT = "kế hoạch chưa có báo cáo tiến độ"


@dataclass(frozen=True)
class Entry:
    """A record in a figure: ``part`` is what it adds to the numerator, ``whole`` to the denominator.

    A part below 0 takes away: a form that grew, among those that were cut.
    """

    kind: str
    id: str
    part: int
    whole: int


@dataclass(frozen=True)
class Left:
    """A record that a figure leaves out."""

    kind: str
    id: str
    why: Why


@dataclass(frozen=True)
class Figure:
    """What was counted for ``metric``.

    ``as_of`` is the day of the figures, None for what stands in the records today.  ``decides`` is False where the
    figure cannot speak for the time asked about: records of today say nothing of a year that is over.
    """

    metric: Metric
    entries: tuple[Entry, ...] = ()
    left: tuple[Left, ...] = ()
    as_of: date | None = None
    decides: bool = True

    @property
    def numerator(self) -> int:
        """How many; not less than none, where what some lost outweighs what others gained."""
        return max(sum(each.part for each in self.entries), 0)

    @property
    def denominator(self) -> int:
        """Of how many; 0 when nothing arose."""
        return sum(each.whole for each in self.entries)

    @property
    def share(self) -> Decimal | None:
        """The percentage with one decimal; None when nothing arose, which is neither 0 % nor 100 %."""
        return share(self.numerator, self.denominator)


def share(part: int, whole: int) -> Decimal | None:
    """Return a percentage with one decimal; None when the whole is 0.

    What is not all is never rounded to 100 %, what is not nothing never to 0 %.
    """
    if not whole:
        return None
    rounded = round(Decimal(100 * part) / whole, 1)
    if part != whole and rounded == 100:
        return Decimal("99.9") if part < whole else Decimal("100.1")
    return Decimal("0.1") if part and not rounded else rounded

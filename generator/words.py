"""Values in Vietnamese words: numbers, money, dates, time limits, due dates, measures.

Only words: nothing is computed here that a reader would call a fact.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from generator.derive.figure import Figure
from generator.model import times
from generator.model.channel import CouncilFee, Fee, FixedFee
from generator.model.dossier import Paper
from generator.model.parts import PartialDate
from generator.model.plan import Comparator, Measure, Unit
from generator.model.times import DueEvery, Frequency, Period, Span, TimeLimit

ROMAN = ("", "I", "II", "III", "IV")
UNKNOWN = "chưa có thông tin"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def number(value: Decimal | int) -> str:
    """Return ``12500`` as ``12.500`` and ``98.5`` as ``98,5``."""
    whole, _, fraction = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".") if whole not in {"-0", "-"} else whole
    fraction = fraction.rstrip("0")
    return f"{grouped},{fraction}" if fraction else grouped


def money(amount: int) -> str:
    """Return đồng as people write them: ``100.000 đ``; 0 is ``miễn phí``."""
    return f"{number(amount)} đ" if amount else "miễn phí"


def day(value: date | PartialDate | None) -> str:
    """Return ``14/3/2024``, ``tháng 1/2024`` or ``năm 2024``; nothing for nothing."""
    match value:
        case None:
            return ""
        case PartialDate():
            return f"tháng {value.month}/{value.year}" if value.month else f"năm {value.year}"
    return f"{value.day}/{value.month}/{value.year}"


def period(value: Period) -> str:
    """Return ``2024-q3`` as ``quý III/2024``, ``2021-2025`` as ``2021–2025``."""
    year, _, part = value.partition("-")
    if len(part) == 4:
        return f"{year}–{part}"
    words = {
        "": "năm {year}",
        "q": "quý {roman}/{year}",
        "h": "6 tháng {half} năm {year}",
        "9": "9 tháng năm {year}",
        "m": "tháng {month}/{year}",
    }[part[:1]]
    digit = int(part[1]) if part[:1] in {"q", "h"} else 0
    half = "đầu" if digit == 1 else "cuối"
    return words.format(year=year, roman=ROMAN[digit], half=half, month=part[1:].lstrip("0"))


def limit(value: TimeLimit | None) -> str:
    """Return a time limit: ``3 ngày làm việc``."""
    match value:
        case None:
            return UNKNOWN
        case Span():
            return f"{number(value.value)} {value.unit.label}"
        case times.Immediate():
            return "ngay khi tiếp nhận"
    return "pháp luật không quy định"


def fee(value: Fee) -> str:
    """Return a fee's amount: ``100.000 đ/lần``, ``miễn phí`` or that the council sets it."""
    per = f"/{value.per}" if value.per else ""
    match value:
        case CouncilFee(amount_vnd=None):
            return "do HĐND cấp tỉnh quy định"
        case CouncilFee():
            return f"do HĐND cấp tỉnh quy định (nguồn ghi {money(value.amount_vnd or 0)}{per})"
        case FixedFee(amount_vnd=0):
            return "miễn phí"
    return f"{money(value.amount_vnd or 0)}{per}"


def copies(paper: Paper) -> str:
    """Return how many originals and copies of a paper: ``1 bản chính, 2 bản sao``."""
    kind = paper.copy_kind.label if paper.copy_kind else "bản sao"
    parts = [
        f"{paper.originals} bản chính" if paper.originals else "",
        f"{paper.copies} {kind}" if paper.copies else "",
        f"{paper.quantity} bản" if paper.quantity else "",
    ]
    counted = ", ".join(part for part in parts if part)
    return counted or (kind if paper.copy_kind else "chưa rõ số bản")


def due(value: times.Due | None) -> str:
    """Return when something is due, in the words of plans."""
    return DUE_WORDS[type(value)](value) if value else "văn bản không nêu"


def every(value: DueEvery) -> str:
    """Return how often: ``hằng quý, hằng năm`` or ``2 lần mỗi năm``."""
    if value.times:
        units = {Frequency.YEAR: "năm", Frequency.QUARTER: "quý", Frequency.MONTH: "tháng", Frequency.WEEK: "tuần"}
        return f"{value.times} lần mỗi " + ", ".join(units.get(each, each.label) for each in value.periods)
    return ", ".join(each.label for each in value.periods)


def _from(value: times.DueFrom) -> str:
    return value.text or f"từ ngày {day(value.date)}"


DUE_WORDS: dict[type, Callable[..., str]] = {
    times.DueBefore: lambda value: f"trước ngày {day(value.date)}",
    times.DueBy: lambda value: f"chậm nhất ngày {day(value.date)}",
    times.DueMonth: lambda value: f"tháng {value.month}/{value.year}",
    times.DueQuarter: lambda value: f"quý {ROMAN[value.quarter]}/{value.year}",
    times.DueHalfYear: lambda value: f"6 tháng {'đầu' if value.half == 1 else 'cuối'} năm {value.year}",
    times.DueYear: lambda value: f"năm {value.year}",
    times.DueFrom: _from,
    times.DueEvery: every,
    times.DueContinuous: lambda _value: "thường xuyên",
    times.DueWhen: lambda value: (
        f"khi {value.condition}" if not value.condition.startswith("theo") else value.condition
    ),
    times.DueIssued: lambda value: "đã ban hành" + (f" ngày {day(value.date)}" if value.date else ""),
}


RANKS = {Comparator.AT_MOST: "hạng {} trở lên", Comparator.LESS_THAN: "tốt hơn hạng {}", Comparator.EQUAL: "hạng {}"}


def amount(value: Decimal, measure: Measure) -> str:
    """Return a value in the unit of a measure: ``98,5 %``, ``hạng 5``."""
    if measure.unit is Unit.RANK:
        return f"{measure.unit.label} {number(value)}"
    return f"{number(value)} {measure.unit.label}".strip()


def percent(value: Decimal | None) -> str:
    """Return ``98,5 %``; nothing arose where there is no value."""
    return "không phát sinh" if value is None else f"{number(value)} %"


def figure(value: Figure) -> str:
    """Return what was counted, as a percentage."""
    return percent(value.share)


def goal(measure: Measure) -> str:
    """Return what a measure asks for: ``≥ 97 %``, ``5–10 thủ tục``, ``hạng 3 trở lên``."""
    if measure.unit is Unit.RANK and measure.comparator in RANKS:
        return RANKS[measure.comparator].format(number(measure.value))
    if measure.comparator is Comparator.BETWEEN and measure.value_to is not None:
        return f"{number(measure.value)}–{amount(measure.value_to, measure)}"
    sign = "" if measure.comparator is Comparator.EQUAL else f"{measure.comparator.label} "
    return sign + amount(measure.value, measure)


def listed(items: Iterable[str]) -> str:
    """Join words the Vietnamese way: ``a, b và c``."""
    words = list(items)
    return " và ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)


def inline(labels: Iterable[str]) -> str:
    """Join labels in one line; each after the first begins with a small letter: ``Công dân, doanh nghiệp``."""
    first, *rest = labels
    return ", ".join([first, *(each[:1].lower() + each[1:] for each in rest)])


def initial(text: str) -> str:
    """Return ``text`` with a capital first letter, the rest as it is: ``Quý III/2024``."""
    return text[:1].upper() + text[1:]


def size(count: int) -> str:
    """Return a file size: ``24 KB``."""
    return (
        f"{max(1, round(count / 1024))} KB"
        if count < 1024 * 1024
        else f"{number(round(Decimal(count) / 1048576, 1))} MB"
    )

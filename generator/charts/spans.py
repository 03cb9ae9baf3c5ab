"""Charts along an axis: what is to be done when, and the road from a score to another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from generator import words
from generator.charts.bars import Figure
from generator.charts.draw import (
    NO_DATA,
    Chart,
    Number,
    Shape,
    anchored,
    classes,
    counted,
    letters,
    mark,
    percent,
    share,
    steps,
    texture_of,
    textured,
    toned,
    upright,
    valued,
)

FOLDED = 24  # a chart with more rows has its groups folded
QUARTERS_NAMED = 15  # months; of a longer time only years have a name
MOST_YEARS = 8
THINNEST = Decimal(1)  # of the width: a day is seen in a year, too


@dataclass(frozen=True)
class Span:
    """Something to be done: from ``start``, or at ``end`` alone; ``group`` is the unit or the area it belongs to.

    Without ``end`` it goes on.
    """

    text: str
    who: str
    start: date | None
    end: date | None
    state: str
    tone: str
    group: str = ""


@dataclass(frozen=True)
class Timeline:
    """What is to be done when, between two days; rows of a group stand together."""

    title: str
    rows: tuple[Span, ...]
    first: date
    last: date
    today: date | None = None
    unit: str = "việc"


def timeline(chart: Timeline) -> Chart:
    """Return the chart: a row for each, above an axis of months, quarters or years, with a line for today."""
    groups = [(name, list(rows)) for name, rows in groupby(chart.rows, lambda row: row.group)]
    return {
        "kind": "timeline",
        "title": chart.title,
        "desc": _timeline_told(chart),
        "folded": len(chart.rows) > FOLDED and len(groups) > 1,
        **_calendar(chart),
        "groups": [
            {
                "name": name,
                "about": f"{len(rows)} {chart.unit}: {counted(row.state for row in rows)}",
                "rows": [_span_row(row, chart) for row in rows],
            }
            for name, rows in groups
        ],
    }


def _timeline_told(chart: Timeline) -> str:
    if not chart.rows:
        return f"{NO_DATA.capitalize()}."
    states = counted(row.state for row in chart.rows)
    when = f"từ {words.day(chart.first)} đến {words.day(chart.last)}"
    today = f" Vạch hôm nay: {words.day(chart.today)}." if _is_within(chart.today, chart) else ""
    return f"{len(chart.rows)} {chart.unit}, {when}: {states}.{today}"


def _is_within(day: date | None, chart: Timeline) -> bool:
    return day is not None and chart.first <= day <= chart.last


def _place(day: date, chart: Timeline) -> Decimal:
    """Return where a day begins."""
    length = (chart.last - chart.first).days + 1
    return share((day - chart.first).days, 0, length)


def _span_row(row: Span, chart: Timeline) -> Chart:
    return {
        "text": row.text,
        "words": row.who,
        "tag": row.state,
        "tone": row.tone,
        "shapes": _span_shapes(row, chart),
    }


def _span_shapes(row: Span, chart: Timeline) -> list[Shape]:
    """Return a box with a mark at its end; what has no end is open, what has no start is its mark alone."""
    start = _place(row.start, chart) if row.start else None
    end = _place(row.end + timedelta(days=1), chart) if row.end else None
    shapes: list[Shape] = []
    if start is not None:
        last = max(end if end is not None else Decimal(100), start)
        first = max(min(start, last - THINNEST), Decimal(0))
        shapes += textured(first, max(last, first + THINNEST), row.tone, texture_of(row.tone))
        if end is None:
            shapes[0][1]["class"] += f" {classes('open')}"
    if end is not None:
        shapes.append(mark("diamond", percent(end), "50%", f"{classes('mark')} {toned(row.tone)}"))
    return shapes


def _calendar(chart: Timeline) -> Chart:
    """Return the axis and the grid: months up to half a year, quarters up to three, then years."""
    months = (chart.last.year - chart.first.year) * 12 + chart.last.month - chart.first.month + 1
    starts = list(_starts(chart, 1 if months <= 6 else 3 if months <= 36 else 12))
    grid = [upright(_place(day, chart), "line") for day in starts]
    named = [(_place(day, chart), name) for day in starts if (name := _start_name(day, months, chart.first.year))]
    ends = [*(place for place, _name in named[1:]), Decimal(100)]
    room = 8 if months > QUARTERS_NAMED else 12
    axis = [
        letters(name, percent(place), "0.95em")
        for (place, name), end in zip(named, ends, strict=False)
        if end - place >= room
    ]
    if chart.today is not None and _is_within(chart.today, chart):
        now = _place(chart.today, chart)
        grid.append(upright(now, "now"))
        axis.append(letters(f"hôm nay {words.day(chart.today)}", percent(now), "2.2em", anchored(now), "today"))
    return {"form": "axis", "grid": grid, "shapes": axis}


def _start_name(day: date, months: int, first_year: int) -> str:
    """Return what the axis calls the time that begins on a day; of many years only some are named."""
    if months <= 6:
        return f"tháng {day.month}"
    if months <= QUARTERS_NAMED:
        return f"quý {words.ROMAN[(day.month + 2) // 3]}"
    every = -(-months // 12 // MOST_YEARS)
    return f"{day.year}" if day.month == 1 and (day.year - first_year) % every == 0 else ""


def _starts(chart: Timeline, every: int) -> Iterable[date]:
    """Yield the first day of each month, quarter or year that begins in the span, and the day the span begins."""
    month = (chart.first.month - 1) // every * every
    year = chart.first.year
    while (day := date(year, month + 1, 1)) <= chart.last:
        yield max(day, chart.first)
        year, month = year + (month + every) // 12, (month + every) % 12


@dataclass(frozen=True)
class Step:
    """What changes a score by ``value``."""

    text: str
    value: Number
    words: str
    tone: str
    state: str = ""


@dataclass(frozen=True)
class Road:
    """The road from a score now to the one that could be; ``goal`` is the score that was promised."""

    title: str
    start: Figure
    steps: tuple[Step, ...]
    goal: Figure | None = None
    unit: str = "điểm"
    start_text: str = "Hiện nay"
    end_text: str = "Nếu làm đủ"


def road(chart: Road) -> Chart:
    """Return the chart: a waterfall, each step from where the last one ended, and a line for the goal."""
    totals = _totals(chart)
    goal = [Decimal(chart.goal.value)] if chart.goal else []
    ticks = steps(min([*totals, *goal]), max([*totals, *goal]))
    low, high = ticks[0], ticks[-1]
    rows = [_total_row(chart.start_text, totals[0], chart, (low, high))]
    for step, before, after in zip(chart.steps, totals, totals[1:], strict=False):
        rows.append(_step_row(step, (share(before, low, high), share(after, low, high)), valued(after, chart.unit)))
    if chart.steps:
        rows.append(_total_row(chart.end_text, totals[-1], chart, (low, high)))
    return {
        "kind": "road",
        "title": chart.title,
        "desc": _road_told(chart, totals[-1]),
        **_scale(ticks, chart.goal),
        "groups": [{"rows": rows}],
    }


def _totals(chart: Road) -> list[Decimal]:
    totals = [Decimal(chart.start.value)]
    for step in chart.steps:
        totals.append(totals[-1] + step.value)
    return totals


def _road_told(chart: Road, end: Decimal) -> str:
    told = f"{chart.start_text} {chart.start.words}"
    if chart.steps:
        told += f"; sau {len(chart.steps)} bước: {valued(end, chart.unit)}"
    if chart.goal is None:
        return f"{told}."
    gap = Decimal(chart.goal.value) - end
    left = f"còn thiếu {valued(gap, chart.unit)}" if gap > 0 else "đạt mục tiêu"
    return f"{told}. Mục tiêu {chart.goal.words}: {left}."


def _total_row(text: str, total: Decimal, chart: Road, ends: tuple[Decimal, Decimal]) -> Chart:
    at = share(total, *ends)
    shown = chart.start.words if text == chart.start_text else valued(total, chart.unit)
    return {
        "text": text,
        "words": shown,
        "strong": True,
        "tag": "",
        "tone": "brand",
        "shapes": [mark("diamond", percent(at), "50%", f"{classes('mark')} {toned('brand')}")],
    }


def _step_row(step: Step, places: tuple[Decimal, Decimal], after: str) -> Chart:
    before, end = places
    shapes = (
        textured(min(places), max(places), step.tone, texture_of(step.tone))
        if before != end
        else [upright(end, "blank", "15%", "85%")]
    )
    return {
        "text": step.text,
        "words": f"{step.words} → {after}",
        "tag": step.state,
        "tone": step.tone,
        "shapes": [upright(before, "from"), *shapes],
    }


def _scale(ticks: list[Decimal], goal: Figure | None) -> Chart:
    """Return the axis and the grid of a scale, with the goal."""
    low, high = ticks[0], ticks[-1]
    places = [(tick, share(tick, low, high)) for tick in ticks]
    grid = [upright(place, "line") for _tick, place in places]
    axis = [letters(words.number(tick), percent(place), "0.95em", anchored(place)) for tick, place in places]
    if goal:
        at = share(goal.value, low, high)
        grid.append(upright(at, "goal"))
        axis.append(letters(f"mục tiêu {goal.words}", percent(at), "2.2em", anchored(at), "today"))
    return {"form": "axis", "grid": grid, "shapes": axis}

"""Lines over periods: one or more series, each with its own mark, and a goal."""

from dataclasses import dataclass
from decimal import Decimal

from generator import words
from generator.charts.draw import (
    NO_DATA,
    WIDTH,
    Chart,
    Number,
    Shape,
    classes,
    letters,
    mark,
    plain,
    share,
    shortened,
    steps,
    valued,
)

FORMS = ("circle", "square", "diamond", "triangle", "cross")
LEFT, RIGHT, TOP, BOTTOM = Decimal(38), Decimal(246), Decimal(14), Decimal(154)
HEIGHT = 180
LETTER = Decimal("5.6")  # the width of a letter, about
LONGEST_NAME = 15
APART = Decimal(25)  # between the words at the ends of two lines


@dataclass(frozen=True)
class Series:
    """A line: a value for each period, None where there is none."""

    name: str
    values: tuple[Number | None, ...]


@dataclass(frozen=True)
class Trend:
    """Series over the same periods; ``reversed`` is for ranks: 1 stands on top, the unit before the number."""

    title: str
    periods: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    goal: Number | None = None
    reversed: bool = False

    def said(self, value: Number) -> str:
        """Return a value with its unit: ``98,4 %``, ``hạng 5``."""
        return f"{self.unit} {words.number(value)}".strip() if self.reversed else valued(value, self.unit)


@dataclass(frozen=True)
class _Plane:
    """Where periods and values stand."""

    count: int
    low: Decimal
    high: Decimal
    reversed: bool

    def x(self, place: int) -> Decimal:
        """Return where a period stands; a single one stands in the middle."""
        if self.count < 2:
            return (LEFT + RIGHT) / 2
        return LEFT + 8 + (RIGHT - LEFT - 16) * place / (self.count - 1)

    def y(self, value: Number) -> Decimal:
        """Return how high a value stands."""
        part = share(value, self.low, self.high) / 100
        return TOP + (BOTTOM - TOP) * (part if self.reversed else 1 - part)


def trend(chart: Trend) -> Chart:
    """Return the chart: lines with gaps where there is no value, the last value of each said beside it."""
    known = [Decimal(each) for line in chart.series for each in line.values if each is not None]
    if not known:
        return {"kind": "trend", "title": chart.title, "desc": f"{NO_DATA.capitalize()}.", "note": "Chưa có số liệu."}
    ticks = _ticks(known + ([Decimal(chart.goal)] if chart.goal is not None else []), ranks=chart.reversed)
    plane = _Plane(len(chart.periods), ticks[0], ticks[-1], chart.reversed)
    shapes = [*_frame(ticks, plane), *_periods(chart.periods, plane), *_goal(chart, plane)]
    for place, line in enumerate(chart.series):
        shapes += _line(line, place, plane)
    return {
        "kind": "trend",
        "title": chart.title,
        "desc": _told(chart),
        "note": _note(chart),
        "form": "plot",
        "view": f"0 0 {WIDTH} {HEIGHT}",
        "shapes": [*shapes, *_ends(chart, plane)],
        "legend": _legend(chart) if len(chart.series) > 1 else [],
    }


def _note(chart: Trend) -> str:
    unit = f"Đơn vị: {chart.unit}." if chart.unit and not chart.reversed else ""
    goal = f"Nét đứt ngang: mục tiêu {chart.said(chart.goal)}." if chart.goal is not None else ""
    return f"{unit} {goal}".strip()


def _ticks(values: list[Decimal], *, ranks: bool) -> list[Decimal]:
    """Return the values that the axis names; ranks begin with 1."""
    if not ranks:
        return steps(min(values), max(values))
    whole = [each for each in steps(1, max(*values, Decimal(2))) if each > 1 and each == each.to_integral_value()]
    return [min(Decimal(1), *values), *whole]


def _frame(ticks: list[Decimal], plane: _Plane) -> list[Shape]:
    shapes: list[Shape] = []
    for tick in ticks:
        y = plain(plane.y(tick))
        line = {"class": classes("line"), "x1": plain(LEFT), "x2": plain(RIGHT), "y1": y, "y2": y}
        shapes += [["line", line], letters(words.number(tick), plain(LEFT - 6), plain(plane.y(tick) + 4), "end")]
    return shapes


def _periods(names: tuple[str, ...], plane: _Plane) -> list[Shape]:
    """Return the names of periods: the last, and as many before it as there is room for."""
    widest = max(map(len, names), default=1) * LETTER + 10
    room = max(int((RIGHT - LEFT) / widest), 1)
    every = max(-(-len(names) // room), 1)
    shown = [place for place in range(len(names)) if (len(names) - 1 - place) % every == 0]
    shapes = []
    for place in shown:
        x = plane.x(place)
        anchor = "middle" if x - widest / 2 >= 0 else "start"
        shapes.append(letters(names[place], plain(x if anchor == "middle" else Decimal(0)), plain(BOTTOM + 20), anchor))
    return shapes


def _goal(chart: Trend, plane: _Plane) -> list[Shape]:
    if chart.goal is None:
        return []
    y = plane.y(chart.goal)
    line = {"class": classes("aim"), "x1": plain(LEFT), "x2": plain(RIGHT), "y1": plain(y), "y2": plain(y)}
    return [["line", line]]


def _look(place: int) -> str:
    return f"mb-series--{place % len(FORMS) + 1}"


def _line(line: Series, place: int, plane: _Plane) -> list[Shape]:
    """Return the pieces of a line between its gaps, then its marks."""
    points = [None if value is None else (plane.x(at), plane.y(value)) for at, value in enumerate(line.values)]
    path, was_gap = "", True
    for point in points:
        if point:
            path += f"{'M' if was_gap else 'L'}{plain(point[0])} {plain(point[1])}"
        was_gap = point is None
    look = f"{classes('dot')} {_look(place)}"
    marks = [mark(FORMS[place % len(FORMS)], plain(point[0]), plain(point[1]), look) for point in points if point]
    return [["path", {"class": f"{classes('path')} {_look(place)}", "d": path or "M0 0"}], *marks]


def _ends(chart: Trend, plane: _Plane) -> list[Shape]:
    """Return the last value of each line beside its end, moved apart where they would meet."""
    found = []
    for line in chart.series:
        known = [(at, value) for at, value in enumerate(line.values) if value is not None]
        if known:
            found.append((plane.y(known[-1][1]), line.name, chart.said(known[-1][1])))
    shapes: list[Shape] = []
    ys = _apart([y for y, _name, _said in sorted(found)])
    for y, (_y, name, said) in zip(ys, sorted(found), strict=True):
        x = plain(RIGHT + 8)
        shapes.append(letters(said, x, plain(y + 4), name="last"))
        if len(chart.series) > 1:
            shapes.append(letters(shortened(name, LONGEST_NAME), x, plain(y + 15)))
    return shapes


def _apart(ys: list[Decimal]) -> list[Decimal]:
    """Return sorted heights, none nearer to the next than words are high; the last still stands on the plane."""
    placed: list[Decimal] = []
    for y in ys:
        placed.append(max(y, placed[-1] + APART) if placed else y)
    over = max(placed[-1] - BOTTOM, Decimal(0)) if placed else Decimal(0)
    moved: list[Decimal] = []
    for y in reversed([each - over if each - over >= 0 else each for each in placed]):
        moved.append(min(y, moved[-1] - APART) if moved else y)
    return moved[::-1]


def _legend(chart: Trend) -> list[Chart]:
    """Return the mark and the whole name of each series."""
    return [
        {"name": line.name, "shapes": [mark(FORMS[at % len(FORMS)], "50%", "50%", f"{classes('dot')} {_look(at)}")]}
        for at, line in enumerate(chart.series)
    ]


def _told(chart: Trend) -> str:
    """Return what the lines show: of one or two the best, the worst and the last value, of more the last."""
    told = []
    for line in chart.series:
        known = [
            (Decimal(value), period)
            for value, period in zip(line.values, chart.periods, strict=True)
            if value is not None
        ]
        lead = f"{line.name}: " if len(chart.series) > 1 else ""
        if not known:
            told.append(f"{line.name}: {NO_DATA}.")
            continue
        say = [f"{chart.said(value)} ({period})" for value, period in (max(known), min(known), known[-1])]
        high, low = ("cao nhất", "thấp nhất") if not chart.reversed else ("kém nhất", "tốt nhất")
        last = f"gần nhất {say[2]}"
        full = f"{high} {say[0]}, {low} {say[1]}, {last}" if len(chart.series) <= 2 and len(known) > 1 else last
        told.append(f"{lead}{full}.")
    goal = f" Mục tiêu {chart.said(chart.goal)}." if chart.goal is not None else ""
    text = " ".join(told) + goal
    return text[:1].upper() + text[1:]

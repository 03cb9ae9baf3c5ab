"""Charts of bars: targets against what was reached, and wholes with their parts."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from generator import urls
from generator.charts.draw import (
    HUNDRED,
    NO_DATA,
    Chart,
    Number,
    Shape,
    block,
    classes,
    counted,
    key,
    mark,
    share,
    textured,
    textures,
    told,
    toned,
    upright,
)

ROOM = Decimal("1.25")  # a full bar is a quarter more than the largest figure
NOTHING = "không phát sinh"


@dataclass(frozen=True)
class Figure:
    """A value with its words: ``98.4`` and ``98,4 %``."""

    value: Number
    words: str


class Good(Enum):
    """Where a value is good: from the goal on, up to it, between two goals, or exactly there."""

    ABOVE = "above"
    BELOW = "below"
    BETWEEN = "between"
    AT = "at"


@dataclass(frozen=True)
class BulletRow:
    """A target: ``goals`` is one figure, or two for ``BETWEEN``; ``goal`` says it in words.

    ``full`` is what a full bar means, such as 100 for percentages; it grows where a figure is larger.
    """

    text: str
    goal: str
    goals: tuple[Number, ...]
    state: str
    tone: str
    good: Good = Good.ABOVE
    counted: Figure | None = None
    reported: Figure | None = None
    baseline: Figure | None = None
    full: Number | None = None

    @property
    def figures(self) -> list[tuple[str, Figure]]:
        """What there is to draw a bar for, by the name of its look."""
        both = (("counted", self.counted), ("reported", self.reported))
        return [(name, figure) for name, figure in both if figure]


@dataclass(frozen=True)
class Bullet:
    """Targets against what was reached."""

    title: str
    rows: tuple[BulletRow, ...]


def bullet(chart: Bullet) -> Chart:
    """Return the chart: a bar for what was counted, one for what was reported, a line for the goal."""
    drawn = [_bullet_row(row) for row in chart.rows]
    states = counted(row.state for row in chart.rows)
    silent = sum(not row.figures for row in chart.rows)
    note = "Chưa có số liệu thực hiện: chỉ vẽ mức cần đạt." if chart.rows and silent == len(chart.rows) else ""
    return {
        "kind": "bullet",
        "title": chart.title,
        "desc": f"{len(chart.rows)} chỉ tiêu có con số: {states}." if chart.rows else f"{NO_DATA.capitalize()}.",
        "note": note,
        **_bullet_key(chart.rows),
        "groups": [{"rows": drawn}],
    }


def _bullet_row(row: BulletRow) -> Chart:
    said = []
    for name, figure in row.figures:
        said.append(f"{'đếm được' if name == 'counted' else 'báo cáo'} {figure.words}")
    if row.baseline:
        said.append(f"mốc xuất phát {row.baseline.words}")
    return {
        "text": row.text,
        "words": " · ".join([f"cần {row.goal}", *(said if row.figures else [*said, NO_DATA])]),
        "tag": row.state if row.figures else "",
        "tone": row.tone,
        "shapes": _bullet_shapes(row),
    }


def _bullet_shapes(row: BulletRow) -> list[Shape]:
    low, high = _range(row)
    places = [share(each, low, high) for each in sorted(row.goals)]
    if not row.figures:  # no track: an empty one would look like 0
        shapes: list[Shape] = [["line", {"class": classes("blank"), "x1": "0", "x2": "100%", "y1": "50%", "y2": "50%"}]]
    else:
        shapes = [block(Decimal(0), HUNDRED, classes("track")), *_zone(row.good, places)]
        shapes += _bars(row, low, high)
    if low < 0:
        shapes.append(upright(share(0, low, high), "zero"))
    shapes += [upright(place, "goal") for place in places]
    if row.baseline:
        shapes.append(mark("triangle", f"{_at(row.baseline, low, high)}", "100%", classes("base")))
    return shapes


def _range(row: BulletRow) -> tuple[Decimal, Decimal]:
    """Return what the ends of a bar stand for: 0 or below, and all figures within."""
    figures = [figure.value for _name, figure in row.figures] + ([row.baseline.value] if row.baseline else [])
    values = [Decimal(each) for each in (*row.goals, *figures)]
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    if row.full is not None:
        return low, max(high, Decimal(row.full))
    return low, high * ROOM or (Decimal(1) if low == 0 else Decimal(0))


def _at(figure: Figure, low: Decimal, high: Decimal) -> str:
    return str(block(share(figure.value, low, high), HUNDRED, "")[1]["x"])


def _zone(good: Good, places: list[Decimal]) -> list[Shape]:
    """Return where a value is good, hatched."""
    if not places or good is Good.AT:
        return []
    ends = {
        Good.ABOVE: (places[-1], HUNDRED),
        Good.BELOW: (Decimal(0), places[0]),
        Good.BETWEEN: (places[0], places[-1]),
    }[good]
    zone = block(*ends, classes("zone"))
    zone[1]["fill"] = "url(#mb-texture-goal)"
    return [zone]


def _bars(row: BulletRow, low: Decimal, high: Decimal) -> list[Shape]:
    zero = share(0, low, high)
    lanes = [("33%", "34%")] if len(row.figures) == 1 else [("19%", "28%"), ("54%", "28%")]
    shapes: list[Shape] = []
    for (name, figure), (y, height) in zip(row.figures, lanes, strict=True):
        end = share(figure.value, low, high)
        look = f"{classes(name)} {toned(row.tone)}"
        shapes.append(block(zero, end, look, y=y, height=height))
        if end == zero:  # a value of 0 is seen, unlike no value
            cap = upright(end, "cap", y, f"{int(y[:-1]) + int(height[:-1])}%")
            cap[1]["class"] += f" {toned(row.tone)}"
            shapes.append(cap)
    return shapes


def _bullet_key(rows: tuple[BulletRow, ...]) -> Chart:
    """Return the key to what occurs in the rows."""
    box, middle = (Decimal(0), HUNDRED), Decimal(50)
    kinds = {name for row in rows for name, _figure in row.figures}
    zone = [block(*box, classes("track")), *_zone(Good.ABOVE, [Decimal(0)])]
    items: list[tuple[list[Shape], str, bool]] = [
        ([block(*box, f"{classes('counted')} {toned('brand')}")], "đếm từ bản ghi", "counted" in kinds),
        ([block(*box, f"{classes('reported')} {toned('brand')}")], "theo báo cáo", "reported" in kinds),
        ([upright(middle, "goal")], "mức cần đạt", True),
        (zone, "vùng đạt", any(row.figures and row.good is not Good.AT for row in rows)),
        ([mark("triangle", "50%", "50%", classes("base"))], "mốc xuất phát", any(row.baseline for row in rows)),
    ]
    return key([(shapes, label) for shapes, label, occurs in items if occurs])


@dataclass(frozen=True)
class Part:
    """So many of a whole."""

    label: str
    count: int
    tone: str


@dataclass(frozen=True)
class PartsRow:
    """A whole with its parts; ``page`` is the path of the page it links to, ``tag`` and its tone a label beside it."""

    label: str
    total: int
    parts: tuple[Part, ...]
    page: str | None = None
    note: str = ""
    tag: str = ""
    tag_tone: str = "none"


@dataclass(frozen=True)
class Parts:
    """Wholes with their parts, counted in ``unit``; ``absolute`` draws each as long as it is large."""

    title: str
    rows: tuple[PartsRow, ...]
    unit: str = "việc"
    absolute: bool = False


def parts(chart: Parts) -> Chart:
    """Return the chart: a bar for each whole, its parts told apart by texture, colour and words."""
    looks = textures((part.label, part.tone) for row in chart.rows for part in row.parts if part.count > 0)
    tones = {part.label: part.tone for row in reversed(chart.rows) for part in row.parts}
    sizes = [_size(row) for row in chart.rows]
    longest = max(sizes, default=0)
    return {
        "kind": "parts",
        "title": chart.title,
        "desc": _parts_told(chart),
        **key([(textured(Decimal(0), HUNDRED, tones[label], look), label) for label, look in looks.items()]),
        "groups": [
            {
                "rows": [
                    _parts_row(row, chart.unit, _parts_shapes(row, looks, longest if chart.absolute else size))
                    for row, size in zip(chart.rows, sizes, strict=True)
                ]
            }
        ],
    }


def _size(row: PartsRow) -> int:
    return max(row.total, sum(max(part.count, 0) for part in row.parts))


def _parts_row(row: PartsRow, unit: str, shapes: list[Shape]) -> Chart:
    counts = told((part.label, part.count) for part in row.parts)
    whole = f"{row.total} {unit}" if row.total else NOTHING
    return {
        "text": row.label,
        "to": urls.address(row.page) if row.page else "",
        "words": ". ".join(filter(None, (": ".join(filter(None, (whole, counts))), row.note))),
        "tag": row.tag,
        "tone": row.tag_tone,
        "shapes": shapes,
    }


def _parts_shapes(row: PartsRow, looks: dict[str, int], full: int) -> list[Shape]:
    shapes = [block(Decimal(0), share(_size(row), 0, full), classes("track"))] if row.total else []
    before = 0
    for part in row.parts:
        if part.count > 0:
            start, end = (share(each, 0, full) for each in (before, before + part.count))
            shapes += textured(start, end, part.tone, looks[part.label])
            before += part.count
    return shapes


def _parts_told(chart: Parts) -> str:
    if not chart.rows:
        return f"{NO_DATA.capitalize()}."
    if len(chart.rows) <= 3:
        return " ".join(f"{row.label}: {_parts_row(row, chart.unit, [])['words']}." for row in chart.rows)
    most, least = (pick(chart.rows, key=lambda row: row.total) for pick in (max, min))
    return (
        f"{len(chart.rows)} dòng; nhiều {chart.unit} nhất: {most.label} ({most.total}), "
        f"ít nhất: {least.label} ({least.total})."
    )

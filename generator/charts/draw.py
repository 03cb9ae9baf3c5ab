"""What all charts are drawn with: places in percent, shapes, axes and keys.

A shape is ``[tag, attributes]`` or ``[tag, attributes, text]`` of SVG; tags and names of attributes are ours, the theme
escapes what they hold.  Rows are drawn in percent of their own width, so they keep their form at any; what has letters
in the drawing is laid out on ``WIDTH`` units, the width of a phone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import Any

from generator import words

Number = Decimal | int
Shape = list[Any]
Chart = dict[str, Any]

WIDTH = 340
NO_DATA = "chưa có số liệu"
HUNDRED = Decimal(100)
TONES = ("ok", "soon", "late", "brand", "none")
TEXTURES = 6  # 0 is plain; the theme draws the others over the colour
KEY_LINE, KEY_BOX = 22, 22
LONGEST, LONGEST_OF_TWO = 48, 22  # letters of a label of a key, alone on its line or beside another
TENTH = Decimal("0.1")


def plain(value: Number) -> str:
    """Return a place as SVG writes it: at most one digit after the point, the same on every machine."""
    text = f"{Decimal(value).quantize(TENTH, ROUND_HALF_EVEN):f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def percent(value: Number) -> str:
    """Return a share of the width as SVG writes it."""
    return f"{plain(value)}%"


def share(value: Number, low: Number, high: Number) -> Decimal:
    """Return where a value stands between two others, from 0 to 100; what is outside stands at the edge."""
    if high <= low:
        return Decimal(0)
    return min(max((Decimal(value) - low) * HUNDRED / (Decimal(high) - low), Decimal(0)), HUNDRED)


def classes(*names: str) -> str:
    """Return the classes of a shape."""
    return " ".join(f"mb-chart__{name}" for name in names)


def toned(tone: str) -> str:
    """Return the class that brings a tone's colour; a tone that we do not know has none."""
    return f"mb-tone--{tone if tone in TONES else 'none'}"


def block(start: Decimal, end: Decimal, name: str, *, y: str = "15%", height: str = "70%") -> Shape:
    """Return a box of a row from one share of its width to another."""
    first, last = sorted((start, end))
    return ["rect", {"class": name, "x": percent(first), "y": y, "width": percent(last - first), "height": height}]


def textured(start: Decimal, end: Decimal, tone: str, texture: int) -> list[Shape]:
    """Return a box in a tone's colour with a texture over it, by which it is known without colours."""
    shapes = [block(start, end, f"{classes('part')} {toned(tone)}")]
    if texture:
        over = block(start, end, classes("texture"))
        over[1]["fill"] = f"url(#mb-texture-{texture})"
        shapes.append(over)
    return shapes


def upright(at: Decimal, name: str, y1: str = "0", y2: str = "100%") -> Shape:
    """Return a line across a row."""
    return ["line", {"class": classes(name), "x1": percent(at), "x2": percent(at), "y1": y1, "y2": y2}]


def mark(form: str, x: str, y: str, name: str) -> Shape:
    """Return one of the small marks that the theme knows: circle, square, diamond, triangle, cross."""
    return ["use", {"class": name, "href": f"#mb-mark-{form}", "x": x, "y": y}]


def letters(text: str, x: str, y: str, anchor: str = "start", name: str = "") -> Shape:
    """Return words in the drawing."""
    more = {"class": classes(name)} if name else {}
    return ["text", {**more, "x": x, "y": y, "text-anchor": anchor}, text]


def anchored(at: Decimal) -> str:
    """Return how words at a share of the width are set, so that they stay inside."""
    return "start" if at < 12 else "end" if at > 88 else "middle"


def texture_of(tone: str) -> int:
    """Return the texture of a tone."""
    return TONES.index(tone) if tone in TONES else len(TONES) - 1


def textures(labels: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return a texture for each label of (label, tone): that of its tone, or the next that is free."""
    found: dict[str, int] = {}
    for label, tone in labels:
        if label not in found:
            wanted = texture_of(tone)
            taken = set(found.values())
            order = [(wanted + step) % TEXTURES for step in range(TEXTURES)]
            found[label] = next((each for each in order if each not in taken), wanted)
    return found


def shortened(text: str, length: int) -> str:
    """Return words that have to fit into a drawing."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def key(items: Sequence[tuple[list[Shape], str]]) -> Chart:
    """Return the drawing that explains shapes: each a small picture with its words, in one or two columns."""
    columns = 1 if any(len(label) > LONGEST_OF_TWO for _shapes, label in items) else 2
    shapes: list[Shape] = []
    for place, (picture, label) in enumerate(items):
        x, y = place % columns * WIDTH // columns, place // columns * KEY_LINE
        box = {"x": str(x), "y": str(y + 4), "width": str(KEY_BOX), "height": "14", "overflow": "visible"}
        shapes += [["svg", box, picture], letters(shortened(label, LONGEST), str(x + KEY_BOX + 8), str(y + 15))]
    lines = -(-len(items) // columns)
    return {"form": "key", "view": f"0 0 {WIDTH} {max(lines, 1) * KEY_LINE}", "shapes": shapes}


def told(counts: Iterable[tuple[str, int]]) -> str:
    """Return counts in words; a label may have commas of its own: ``3 xong, có minh chứng; 1 quá hạn``."""
    return "; ".join(f"{count} {label[:1].lower()}{label[1:]}" for label, count in counts if count > 0)


def counted(states: Iterable[str]) -> str:
    """Return how often each of some states occurs: ``3 đạt; 1 chưa đạt``; the most frequent first."""
    return told(Counter(states).most_common())


def steps(low: Number, high: Number, most: int = 4) -> list[Decimal]:
    """Return round values from at or below ``low`` to at or above ``high``, some ``most`` steps of 1, 2 or 5."""
    spread = Decimal(high) - low or max(abs(Decimal(high)), Decimal(1))
    magnitude = Decimal(10) ** (spread / most).adjusted()
    step = next(each * magnitude for each in (1, 2, 5, 10) if each * magnitude * most >= spread)
    first = (Decimal(low) / step).to_integral_value(ROUND_FLOOR)
    last = max((Decimal(high) / step).to_integral_value(ROUND_CEILING), first + 1)
    return [step * place for place in range(int(first), int(last) + 1)]


def valued(value: Number, unit: str) -> str:
    """Return a value with its unit: ``98,4 %``."""
    return f"{words.number(value)} {unit}".strip()

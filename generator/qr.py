"""QR codes as paths of an SVG, one or thousands. Standard: ISO/IEC 18004.

segno takes a millisecond for a code, a third of what a whole page takes.  But a QR code is linear: which modules a bit
of the text turns does not depend on the rest of the text.  So for addresses that differ in some letters only, segno
draws one, and one more for each bit of those letters; all others are these added up.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property

QUIET = 4  # modules of white around
DARK = re.compile("1+")


@dataclass(frozen=True)
class Code:
    """A QR code: ``path`` draws the middle of its rows, as lines one wide, in a square of ``size``."""

    path: str
    size: int


@dataclass(frozen=True)
class Family:
    """Addresses as long as ``model`` that differ from it only where ``other`` does."""

    model: str
    other: str

    @cached_property
    def places(self) -> frozenset[int]:
        """Where the addresses differ."""
        return frozenset(
            place for place, pair in enumerate(zip(self.model, self.other, strict=True)) if len({*pair}) > 1
        )

    @cached_property
    def bits(self) -> tuple[int, int]:
        """The modules of the model's code in one number, and how many are in a row."""
        return _drawn(self.model)

    @cached_property
    def turns(self) -> dict[int, list[int]]:
        """Which modules each bit of a letter turns, by the letter's place."""
        return {place: [self._turned(place, 1 << bit) for bit in range(7)] for place in self.places}

    def _turned(self, place: int, bit: int) -> int:
        letter = chr(ord(self.model[place]) ^ bit)
        changed = self.model[:place] + letter + self.model[place + 1 :]
        return _drawn(changed)[0] ^ self.bits[0]

    def draw(self, address: str) -> tuple[int, int] | None:
        """Return the modules of an address and how many are in a row; None for one of another family."""
        modules, width = self.bits
        for place, (letter, own) in enumerate(zip(address, self.model, strict=True)):
            if letter != own:
                difference = ord(letter) ^ ord(own)
                if place not in self.places or difference > 127:
                    return None
                for bit, turned in enumerate(self.turns[place]):
                    if difference >> bit & 1:
                        modules ^= turned
        return modules, width


_families: dict[int, Family] = {}  # by the length of the addresses


def prepare(model: str, other: str) -> None:
    """Make ready for many addresses that differ only where these two do."""
    family = _family(model, other)
    _families[len(model)] = family


@cache
def _family(model: str, other: str) -> Family:
    family = Family(model, other)
    family.turns  # noqa: B018  (worked out now, so that forked workers need not)
    return family


def code_of(address: str) -> Code:
    """Return the QR code of an address, readable with 15 percent of it worn off."""
    family = _families.get(len(address))
    modules, width = (family and family.draw(address)) or _drawn(address)
    text = f"{modules:0{width * width}b}"
    rows = (_row(y, text[start : start + width]) for y, start in enumerate(range(0, width * width, width), QUIET))
    return Code("".join(rows), width + 2 * QUIET)


def _row(y: int, modules: str) -> str:
    """Return the dark runs of a row, as moves and lines; nothing in a path is shorter than moves from where it is."""
    path, at = f"M0 {y}", -QUIET
    for run in DARK.finditer(modules):
        start, end = run.span()
        path += f"m{start - at} 0h{end - start}"
        at = end
    return path


def _drawn(address: str) -> tuple[int, int]:
    """Return the modules in one number, the first as the highest bit, and how many are in a row."""
    import segno  # noqa: PLC0415  (loads half of urllib; most builds draw none)

    # Any mask reads alike; to look for the best of eight takes five times as long as all the rest.  Bytes, so that no
    # text is set in another way than its neighbours.
    code = segno.make(address.encode(), error="m", mode="byte", micro=False, boost_error=False, mask=2)
    return int("".join("01"[module] for row in code.matrix for module in row), 2), len(code.matrix)

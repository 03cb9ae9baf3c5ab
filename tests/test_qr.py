import re

import pytest
import segno
import zxingcpp
from PIL import Image, ImageDraw

from generator import qr
from generator.qr import Code, Family, code_of

ADDRESS = "https://a.example/kho/thu-tuc/1.001612/?ban=bkmtwxzp"
SCALE = 6
MOVES = re.compile(r"([Mmh])(\d+)(?: (\d+))?")


def read(code: Code) -> str:
    """Return what a scanner reads."""
    image = Image.new("L", (code.size * SCALE, code.size * SCALE), 255)
    pen, x, y = ImageDraw.Draw(image), 0, 0
    for move, first, second in MOVES.findall(code.path):
        if move == "M":
            x, y = int(first), int(second)
        elif move == "h":
            pen.rectangle([x * SCALE, y * SCALE, (x + int(first)) * SCALE - 1, (y + 1) * SCALE - 1], fill=0)
        if move != "M":
            x += int(first)
    (found,) = zxingcpp.read_barcodes(image)
    return found.text


@pytest.fixture(autouse=True)
def families(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no families but those of the test."""
    monkeypatch.setattr(qr, "_families", {})


@pytest.mark.parametrize("address", [ADDRESS, "https://a.example/?ban=bbbbbbbb", f"https://a.example/{'dai/' * 40}"])
def test_a_scanner_reads_the_address(address: str) -> None:
    """The path is a code that a scanner reads, however long the address."""
    assert read(code_of(address)) == address


def test_the_path_is_what_segno_draws() -> None:
    """Modules stand where segno has them, with four modules of white around."""
    code = code_of(ADDRESS)
    drawn = segno.make(ADDRESS, error="m", micro=False, boost_error=False, mask=2)
    assert code.size == drawn.symbol_size(border=4)[0]
    assert sum(int(length) for move, length, _ in MOVES.findall(code.path) if move == "h") == sum(
        map(sum, drawn.matrix)
    )


@pytest.mark.parametrize(
    ("code", "version"),
    [("1.001612", "bkmtwxzp"), ("9.999999", "zzzzzzzz"), ("AB-SO-12", "zxwvtsrq"), ("1.000000", "bbbbbbbb")],
)
def test_codes_of_a_family_are_as_if_drawn_alone(code: str, version: str) -> None:
    """Prepared or not, the code of an address is the same."""
    address = f"https://a.example/kho/thu-tuc/{code}/?ban={version}"
    alone = code_of(address)
    qr.prepare(ADDRESS, "https://a.example/kho/thu-tuc/00000000/?ban=cccccccc".replace("0", "x"))
    assert code_of(address) == alone
    assert read(alone) == address


def test_an_address_of_another_family_is_drawn_by_itself() -> None:
    """An address as long that differs elsewhere, or by a letter out of ASCII, does not belong."""
    family = Family(ADDRESS, ADDRESS.replace("1.001612", "xxxxxxxx").replace("bkmtwxzp", "cccccccc"))
    assert family.draw(ADDRESS.replace("a.example", "b.example")) is None
    assert family.draw(ADDRESS.replace("1.001612", "1.00161ư")) is None
    assert family.draw(ADDRESS) is not None

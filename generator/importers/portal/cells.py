"""Single cells of the portal's tables: a time limit, a fee, a row of digits that holds both."""

import re
from dataclasses import dataclass
from typing import Any

from generator.fold import fold
from generator.importers.portal.texts import is_absent, line
from generator.model.values import WHOLE

Keys = dict[str, Any]
# As the portal writes them, the longer name first.
UNITS = {
    "ngày làm việc": "working-day",
    "ngày": "day",
    "giờ làm việc": "working-hour",
    "giờ": "hour",
    "tháng": "month",
    "năm": "year",
}
# Units that the portal may show and our records do not have.
OTHER_UNITS = ("tuần", "quý", "phút")
_UNIT = "|".join(each for unit in (*UNITS, *OTHER_UNITS) for each in (unit.capitalize(), unit, unit.upper()))
SPAN = rf"\d+(?:[.,]\d+)? ?(?:{_UNIT})"
NOT_REGULATED = frozenset({"khong quy dinh", "khong quy dinh thoi han", "phap luat khong quy dinh"})
IMMEDIATE = frozenset({"ngay khi tiep nhan", "giai quyet ngay", "tra ket qua ngay", "ngay khi nhan du ho so hop le"})
# "đ" alone is đồng where no letter and no stroke follows: "20.000đ/lần" is more than a price.
DONG = r"(?:VNĐ|VND|vnđ|vnd|Việt Nam Đồng|Đồng|đồng|[đ₫](?![\w/]))"
CURRENCY = rf"(?:{DONG}|USD|EUR|Euro|Đô la Mỹ)"
AMOUNT = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+|\d+)"
FREE = "Miễn phí"
PRICE = re.compile(rf"(?P<amount>{AMOUNT}) ?(?P<currency>{CURRENCY})")
# "120,000": a number of days without unit and an amount, with nothing between.
GLUED = re.compile(r"(?P<head>\d{2,6})(?P<groups>(?:,\d{3})*|(?:\.\d{3})*)")
DAYS = re.compile(r"\d{1,5}(?:,\d{1,2})?")
_SPAN = re.compile(r"(?P<value>\d+(?:[.,]\d+)?) ?(?P<unit>\D+)")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says and what it means: ``data`` for the record; ``known`` when its words need not be kept."""

    said: str = ""
    data: Keys | None = None
    known: bool = True

    @property
    def kept(self) -> str:
        """The words that have to stand in a note, for they are no value."""
        return "" if self.known else self.said


def limit(said: str) -> Cell:
    """Return a time limit; a number without unit, zero and free text stay words."""
    text = line(said)
    if is_absent(text):
        return Cell(text)
    data = _limit(text)
    return Cell(text, data, known=data is not None)


def _limit(text: str) -> Keys | None:
    match = _SPAN.fullmatch(text)
    if not match:
        words = fold(text).strip(" .")
        kinds = {"not-regulated": words in NOT_REGULATED, "immediate": words in IMMEDIATE}
        return next(({"kind": kind} for kind, is_so in kinds.items() if is_so), None)
    value, unit = match["value"].replace(".", ","), UNITS.get(match["unit"].lower())
    is_number = bool(DAYS.fullmatch(value)) and bool(value.strip("0,"))
    return {"value": value, "unit": unit} if unit and is_number else None


def fee(said: str) -> Cell:
    """Return a fee; another currency than đồng stays words."""
    text = line(said)
    if is_absent(text):
        return Cell(text)
    if text.casefold() == FREE.casefold():
        return Cell(text, {"amount_vnd": "0"})
    match = PRICE.fullmatch(text)
    amount = re.sub(r"[.,]", "", match["amount"]) if match else ""
    if not match or not WHOLE.fullmatch(amount) or not re.fullmatch(DONG, match["currency"]):
        return Cell(text, known=False)
    return Cell(text, {"amount_vnd": str(int(amount))})


def parted(digits: str) -> tuple[str, str] | None:
    """Return number and amount of ``120,000`` -> ``("1", "20,000")`` when there is one way to part them.

    The portal writes "Không có thông tin" or "Miễn phí" where there is nothing, so neither is empty or zero.
    """
    match = GLUED.fullmatch(digits)
    if not match:
        return None
    head, groups = match["head"], match["groups"]
    cuts = [(head[:at], head[at:]) for at in range(max(1, len(head) - 3), len(head)) if "0" not in (head[0], head[at])]
    return (cuts[0][0], cuts[0][1] + groups) if len(cuts) == 1 else None

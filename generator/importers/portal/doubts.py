"""Where a source contradicts itself: a column against the words beside it, and what ``check`` warns of."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.filed import Filed
from generator.importers.portal.channels import Price, Row
from generator.importers.portal.texts import Ask
from generator.model.procedure import Procedure
from generator.nodes import Mapping
from generator.read import Document
from generator.rules import fees, limits, papers

MONEY = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+|\d+) ?(?:đồng|đ|vnđ|vnd)\b", re.IGNORECASE)
CHARGED = re.compile(r"mức (?:thu|phí|lệ phí)|biểu (?:mức thu )?phí|\d ?usd\b", re.IGNORECASE)
COUNCIL = re.compile(r"hội đồng nhân dân|hđnd", re.IGNORECASE)
# Rules whose warnings are contradictions inside one record.
RULES = (fees.fee_is_large_enough, limits.unit_agrees_with_words, papers.count_agrees_with_name)


def of_row(row: Row, place: str) -> Iterator[Ask]:
    """Yield what a row of the table of channels leaves open."""
    if row.limit.kept:
        about = "limit-unit" if row.limit.said.replace(",", "").isdecimal() else "limit-text"
        yield Ask(about, f"{place}.time_limit", row.limit.said)
    if _is_unlike_its_words(row):
        yield Ask("limit-differs", f"{place}.time_limit", f"{row.limit.said} | {row.note}")
    if row.trouble:
        yield Ask(row.trouble, place, row.prices[-1].cell.said if row.is_glued else _told(row))
    for price in () if row.is_glued else row.prices:
        yield from _of_price(price, f"{place}.fees")


def _told(row: Row) -> str:
    """Return the text in which cells may be hidden."""
    return " | ".join(filter(None, [*(price.note for price in row.prices[-1:]), row.note]))


def _of_price(price: Price, place: str) -> Iterator[Ask]:
    said = f"{price.cell.said} ({price.note})"
    if price.cell.kept:
        yield Ask("fee-text", place, said if price.note else price.cell.said)
    elif price.cell.data:
        column, amounts = int(price.cell.data["amount_vnd"]), amounts_in(price.note)
        if COUNCIL.search(price.note):
            yield Ask("fee-council", place, said)
        elif column == 0 and (any(amounts) or CHARGED.search(price.note)):
            yield Ask("fee-free", place, said)
        elif column and amounts and column not in amounts:
            yield Ask("fee-differs", place, said)


def amounts_in(text: str) -> set[int]:
    """Return the amounts in đồng that ``text`` names."""
    return {int(found.replace(".", "")) for found in MONEY.findall(text) if len(found) < 20}


def _is_unlike_its_words(row: Row) -> bool:
    """Whether the description names days or hours, and none of them as many as the column."""
    said = {Decimal(number.replace(",", ".")) for number, _unit in limits.SAID.findall(row.note)}
    value = (row.limit.data or {}).get("value")
    return bool(value and said) and Decimal(str(value).replace(",", ".")) not in said


def of_record(record: Procedure) -> Iterator[Ask]:
    """Yield the contradictions that ``check`` will warn of."""
    filed = Filed(record, Document("", "", Mapping(1, 1)))
    for rule in RULES:
        for problem in rule(filed):
            yield Ask("rule", problem.field, problem.message)

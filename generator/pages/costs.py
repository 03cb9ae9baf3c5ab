"""What the browser needs to add up the fees of one way to hand in: each row with the fees that apply today."""

from generator.derive.summary import current_fees, fees_of
from generator.model.channel import Channel, CouncilFee, Fee
from generator.model.procedure import Procedure
from generator.notes import Clock
from generator.pages.base import Meta

ONCE = frozenset({"lần", "lượt", "hồ sơ", "bộ hồ sơ"})  # units of which a dossier has one


def costs_of(record: Procedure, clock: Clock) -> list[Meta]:
    """Return the rows with their fees; none when there is nothing to choose or to add up."""
    rows = [_row(row, record, clock) for row in record.channels]
    return rows if _is_worth_adding([row["fees"] for row in rows]) else []


def _row(row: Channel, record: Procedure, clock: Clock) -> Meta:
    """Return a row; without fees, what it costs is not known, or known (``ended``) for a time that is over."""
    names = [case.name for case in record.cases if case.id in row.cases]
    fees = [_fee(fee) for fee in current_fees(row, record, clock)]
    return {
        "channel": row.channel.label,
        "names": names,
        "cases": list(map(str, row.cases)),
        "fees": fees,
        "ended": not fees and fees_of(row, record) is not None,
    }


def _fee(fee: Fee) -> Meta:
    """Return a fee: ``amount`` in đồng or None, ``count`` the unit of which a dossier may have several."""
    name = fee.name or (fee.kind.label if fee.kind else "Phí, lệ phí")
    return {
        "name": name,
        "amount": fee.amount_vnd,
        "council": isinstance(fee, CouncilFee),
        "count": fee.per if fee.per and fee.per not in ONCE else "",
        "when": fee.when or "",
        "exemption": fee.exemption or "",
    }


def _is_worth_adding(rows: list[list[Meta]]) -> bool:
    """Return whether somebody has to pay, and how much depends on something."""
    fees = [fee for row in rows for fee in row]
    depends = any(row != rows[0] or len(row) > 1 for row in rows) or any(fee["count"] or fee["when"] for fee in fees)
    return depends and any(fee["amount"] for fee in fees)

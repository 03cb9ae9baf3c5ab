"""A procedure's first screen, in figures: time limits, fees, ways to hand in, how many papers."""

from dataclasses import dataclass

from generator.derive.cases import cases_of
from generator.model.channel import Channel, Fee
from generator.model.choices import ChannelKind
from generator.model.procedure import Procedure
from generator.model.times import Span, TimeUnit
from generator.notes import Clock

# About how many hours of the clock each unit takes; only to put different limits in order.
HOURS = {
    TimeUnit.HOUR: 1,
    TimeUnit.WORKING_HOUR: 4,
    TimeUnit.DAY: 24,
    TimeUnit.WORKING_DAY: 34,
    TimeUnit.MONTH: 720,
    TimeUnit.YEAR: 8760,
}


@dataclass(frozen=True)
class Summary:
    """The first screen of a procedure.

    ``limits`` the different time limits (shortest first); fees in đồng, of those that apply today: ``by_channel`` the
    least of each channel, ``least_fee`` and ``most_fee`` of all (None when not known), ``ended_fees`` whether the
    source names one that no longer applies; ``papers`` the least and the most papers of a case.
    """

    limits: tuple[Span, ...]
    other_limit: bool
    by_channel: dict[ChannelKind, int]
    least_fee: int | None
    most_fee: int | None
    ended_fees: bool
    by_council: bool
    channels: tuple[ChannelKind, ...]
    papers: tuple[int, int] | None


def fees_of(channel: Channel, record: Procedure) -> tuple[Fee, ...] | None:
    """Return the fees of a channel: its own, else those common to all; None when not known."""
    return channel.fees if channel.fees is not None else record.fees


def current_fees(channel: Channel, record: Procedure, clock: Clock) -> tuple[Fee, ...]:
    """Return the fees of a channel that apply today."""
    return tuple(fee for fee in fees_of(channel, record) or () if not has_ended(fee, clock))


def has_ended(fee: Fee, clock: Clock) -> bool:
    """Return whether the source says that a fee applied only until a day before today."""
    return fee.valid_until is not None and clock.is_after(fee.valid_until)


def sure_fees(channel: Channel, record: Procedure, clock: Clock) -> tuple[Fee, ...]:
    """Return the fees of a channel that everybody pays today; where each depends on something, all of them."""
    fees = current_fees(channel, record, clock)
    return tuple(fee for fee in fees if not fee.when) or fees


def summary_of(record: Procedure, clock: Clock) -> Summary:
    """Return the first screen of a procedure as of today."""
    limits = [each.time_limit for each in reversed(record.channels) if isinstance(each.time_limit, Span)]
    by_channel: dict[ChannelKind, int] = {}
    fees: list[Fee] = []
    for row in record.channels:
        current = sure_fees(row, record, clock)
        fees.extend(current)
        least = least_amount(current)
        if least is not None:
            by_channel[row.channel] = min(least, by_channel.get(row.channel, least))
    amounts = [fee.amount_vnd for fee in fees if fee.amount_vnd is not None]
    counts = [sum(len(group.items) for group in case.papers) for case in cases_of(record)]
    return Summary(
        limits=tuple(sorted({(each.value, each.unit): each for each in limits}.values(), key=_length)),
        other_limit=any(each.time_limit and not isinstance(each.time_limit, Span) for each in record.channels),
        by_channel=by_channel,
        least_fee=min(amounts, default=None),
        most_fee=max(amounts, default=None),
        ended_fees=any(has_ended(fee, clock) for row in record.channels for fee in fees_of(row, record) or ()),
        by_council=any(hasattr(fee, "set_by_council") for fee in fees),
        channels=tuple(kind for kind in ChannelKind if any(each.channel is kind for each in record.channels)),
        papers=(min(counts), max(counts)) if any(counts) else None,
    )


def _length(limit: Span) -> float:
    return float(limit.value) * HOURS.get(limit.unit, 1)


def least_amount(fees: tuple[Fee, ...]) -> int | None:
    """Return the least single amount in đồng; None when no amount is known."""
    return min((fee.amount_vnd for fee in fees if fee.amount_vnd is not None), default=None)

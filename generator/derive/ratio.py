"""A part of a whole as it may be shown: so few that it might tell who they are is not told."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.derive.figure import Figure, share
from generator.derive.privacy import LEAST_SHOWN
from generator.facts import Facts
from generator.model.statistics import Statistics


@dataclass(frozen=True)
class Ratio:
    """So many of so many; where it ``hides``, neither the part nor the share is shown."""

    part: int
    whole: int
    hides: bool = False

    @property
    def share(self) -> Decimal | None:
        """The percentage; None when nothing arose, or when it is not told."""
        return None if self.hides else share(self.part, self.whole)

    @property
    def few(self) -> bool:
        """Whether the whole itself is too small to be told."""
        return self.hides and self.whole < LEAST_SHOWN

    @property
    def fraction(self) -> tuple[int, int] | None:
        """Part and whole; None when nothing arose, or when they are not told."""
        return None if self.hides or not self.whole else (self.part, self.whole)


def untold(found: Ratio | None) -> str:
    """Return why there is no share, in words; nothing where there is one."""
    if found is None:
        return "chưa có số liệu"
    if found.few:
        return "dưới 5, không nêu tỉ lệ"
    if found.hides:
        return "không nêu, vì sẽ lộ kỳ có dưới 5"
    return "không phát sinh" if found.share is None else ""


def ratio(counted: tuple[int, int] | None, *, merges: bool) -> Ratio | None:
    """Return what one period tells; None when it does not tell."""
    if counted is None:
        return None
    part, whole = counted
    return Ratio(part, whole, merges and 0 < whole < LEAST_SHOWN)


def ratio_of(figure: Figure, facts: Facts) -> Ratio | None:
    """Return the sum of the periods that a figure counts; None when none of them tells.

    The sum hides where, less the periods that are shown, it would tell what one of them hides.
    """
    if not figure.entries:
        return None
    small = [each.whole for each in figure.entries if 0 < each.whole < LEAST_SHOWN and _merges(each.id, facts)]
    return Ratio(figure.numerator, figure.denominator, hides_sum(small))


def hides_sum(small: Iterable[int]) -> bool:
    """Return whether the wholes that are hidden, taken together, are still too few to be told."""
    return 0 < sum(small) < LEAST_SHOWN


def _merges(key: str, facts: Facts) -> bool:
    record: Statistics = facts.whole("statistics", key)
    return record.merge_small

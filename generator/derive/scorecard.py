"""Bodies of one kind under the same body above, compared indicator by indicator; nobody is given a total score.

Only what is whole is ranked together: a period of which a body lacks a part, or a whole so small that chance decides,
stands apart and says so.  Equal values as shown share a rank.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from itertools import groupby

from generator.cards import AgencyCard
from generator.derive.due import span_of
from generator.derive.figure import Figure
from generator.derive.metrics import FORMULAS, Formula, Scope, figure_of
from generator.derive.metrics.formula import statistics_of
from generator.derive.periods import around, months_of, quarters_until
from generator.derive.privacy import LEAST_SHOWN
from generator.derive.ratio import Ratio, ratio_of
from generator.facts import Facts
from generator.fold import fold
from generator.model.agency import AgencyKind
from generator.model.plan import Metric
from generator.model.times import Period

INDICATORS = (
    Metric.RESOLVED_ON_TIME,
    Metric.OVERDUE_PENDING,
    Metric.ONLINE_SHARE,
    Metric.DIGITISED,
    Metric.ELECTRONIC_RESULTS,
    Metric.PAID_ONLINE,
    Metric.SATISFACTION,
    Metric.FEEDBACK_ON_TIME,
)
LEAST_RANKED = 30  # a whole below this stands apart: one dossier more or less moves it by more than 3 points
LEAST_BODIES = 2
NO_BODIES = frozenset({AgencyKind.GROUP, AgencyKind.OTHER})


class Standing(Enum):
    """Why a body stands where it does: (key, words, tone)."""

    RANKED = ("ranked", "Xếp hạng", "brand")
    SMALL = ("small", "Xếp riêng: mẫu số dưới 30", "soon")
    PARTIAL = ("partial", "Không xếp hạng: thiếu số của một phần kỳ", "soon")
    FEW = ("few", "Không xếp hạng: mẫu số dưới 5", "none")
    NOTHING = ("nothing", "Không phát sinh", "none")
    UNTOLD = ("untold", "Chưa có số liệu", "none")

    def __init__(self, key: str, label: str, tone: str) -> None:
        self.key, self.label, self.tone = key, label, tone


RANKED = (Standing.RANKED, Standing.SMALL)
NOTED = (Standing.SMALL, Standing.PARTIAL, Standing.FEW)
_ORDER = list(Standing)


@dataclass(frozen=True)
class Row:
    """What a body has for an indicator; ``rank`` counts among those of the same standing, ``of`` how many these are.

    ``records`` are the periods that were counted.
    """

    body: AgencyCard
    ratio: Ratio | None
    standing: Standing
    records: tuple[str, ...]
    rank: int | None = None
    of: int = 0
    tied: bool = False

    @property
    def note(self) -> str:
        """Why a body stands where it does, in words; nothing for one that is ranked, or that has no figure."""
        if self.standing in RANKED and self.rank is None:
            least = "từ 30 trở lên" if self.standing is Standing.RANKED else "từ 5 đến 29"
            return f"Không xếp hạng: không cơ quan nào khác có mẫu số {least}"
        return self.standing.label if self.standing in NOTED else ""

    @property
    def fraction(self) -> tuple[int, int] | None:
        """Part and whole; None when nothing arose, or when they are not told."""
        return self.ratio.fraction if self.ratio and self.standing is not Standing.FEW else None


@dataclass(frozen=True)
class Table:
    """An indicator with the rows of all bodies, the best first."""

    formula: Formula
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Member:
    """A body with how complete its data is: the quarters of the year so far, and the indicators that it tells."""

    body: AgencyCard
    quarters: tuple[tuple[Period, bool], ...]
    told: int

    @property
    def there(self) -> int:
        """How many of the quarters are there."""
        return sum(is_there for _quarter, is_there in self.quarters)


@dataclass(frozen=True)
class Division:
    """The bodies of one kind, compared."""

    kind: AgencyKind
    members: tuple[Member, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Scorecard:
    """All that is compared under a body for a period."""

    above: AgencyCard
    period: Period
    divisions: tuple[Division, ...]


def periods_compared(above: str, facts: Facts) -> list[Period]:
    """Return the periods that are over and that two bodies of one kind or more tell wholly, the newest first."""
    found: Counter[tuple[AgencyKind, Period]] = Counter()
    for kind, bodies in _kinds(above, facts):
        for body in bodies:
            found.update((kind, period) for period in _told(body.id, facts))
    periods = {period for (_kind, period), count in found.items() if count >= LEAST_BODIES}
    over = [each for each in periods if facts.clock.is_after(span_of(each)[1])]
    return sorted(over, key=lambda each: (span_of(each)[1], span_of(each)[0]), reverse=True)


def _kinds(above: str, facts: Facts) -> list[tuple[AgencyKind, list[AgencyCard]]]:
    """Return the bodies directly under another by kind, where there are at least two of it; none that has ended."""
    cards = [facts.agencies[each] for each in facts.pointing("agencies", "parent", above)]
    live = [card for card in cards if card.kind not in NO_BODIES and not card.succeeded_by]
    ordered = sorted(live, key=lambda card: (list(AgencyKind).index(card.kind), fold(card.name), card.id))
    kinds = [(kind, list(found)) for kind, found in groupby(ordered, key=lambda card: card.kind)]
    return [(kind, found) for kind, found in kinds if len(found) >= LEAST_BODIES]


def _told(body: str, facts: Facts) -> set[Period]:
    """Return the periods of which a body has every month."""
    own = [facts.reports["statistics"][each].period for each in facts.pointing("statistics", "agency", body)]
    months = _months(own)
    return {wider for period in own for wider in around(period) if months_of(wider) <= months}


def _months(periods: Iterable[Period]) -> frozenset[tuple[int, int]]:
    return frozenset(month for period in periods for month in months_of(period))


def scorecard(above: str, period: Period, facts: Facts) -> Scorecard:
    """Return the bodies under another, compared for a period."""
    divisions = tuple(_division(kind, bodies, period, facts) for kind, bodies in _kinds(above, facts))
    with_data = tuple(each for each in divisions if sum(bool(member.told) for member in each.members) >= LEAST_BODIES)
    return Scorecard(facts.agencies[above], period, with_data)


def _division(kind: AgencyKind, bodies: Sequence[AgencyCard], period: Period, facts: Facts) -> Division:
    tables = tuple(_table(metric, bodies, period, facts) for metric in INDICATORS)
    told = Counter(row.body.id for table in tables for row in table.rows if row.ratio)
    members = tuple(Member(body, _quarters(body.id, period, facts), told[body.id]) for body in bodies)
    return Division(kind, members, tables)


def _quarters(body: str, period: Period, facts: Facts) -> tuple[tuple[Period, bool], ...]:
    quarters = quarters_until(period)
    span = span_of(quarters[0])[0], span_of(period)[1]
    months = _months(record.period for _key, record in statistics_of(Scope(body, span), facts))
    return tuple((quarter, months_of(quarter) <= months) for quarter in quarters)


def _table(metric: Metric, bodies: Iterable[AgencyCard], period: Period, facts: Facts) -> Table:
    formula = FORMULAS[metric]
    rows = [_row(body, figure_of(metric, Scope(body.id, span_of(period)), facts), period, facts) for body in bodies]
    ranked = [each for standing in RANKED for each in _ranked(rows, standing, lower=formula.lower_is_better)]
    rest = [row for row in rows if row.standing not in RANKED]
    return Table(formula, tuple(sorted([*ranked, *rest], key=_place)))


def _place(row: Row) -> tuple[int, int, str]:
    return _ORDER.index(row.standing), row.rank or 0, fold(row.body.name)


def _row(body: AgencyCard, figure: Figure, period: Period, facts: Facts) -> Row:
    records = tuple(each.id for each in figure.entries)
    told = [facts.reports["statistics"][each].period for each in records]
    found = ratio_of(figure, facts)
    return Row(body, found, _standing(found, is_whole=_is_whole(figure.metric, told, period)), records)


def _is_whole(metric: Metric, told: list[Period], period: Period) -> bool:
    """Return whether a body tells the whole of a period: each month, or the end of it for what is pending then."""
    if metric is Metric.OVERDUE_PENDING:
        return any(span_of(each)[1] == span_of(period)[1] for each in told)
    return months_of(period) <= _months(told)


def _standing(found: Ratio | None, *, is_whole: bool) -> Standing:
    if found is None:
        return Standing.UNTOLD
    if found.hides or 0 < found.whole < LEAST_SHOWN:
        return Standing.FEW
    if not is_whole:
        return Standing.PARTIAL
    if not found.whole:
        return Standing.NOTHING
    return Standing.SMALL if found.whole < LEAST_RANKED else Standing.RANKED


def _ranked(rows: Iterable[Row], standing: Standing, *, lower: bool) -> list[Row]:
    """Return the rows of a standing with their ranks; one that is alone has none."""
    here = [(row, row.ratio.share) for row in rows if row.standing is standing and row.ratio]
    values = [value for _row, value in here if value is not None]
    if len(values) < LEAST_BODIES:
        return [row for row, _value in here]
    places = ranks(values, lower=lower)
    return [
        replace(row, rank=rank, of=len(values), tied=places.count(rank) > 1)
        for (row, _value), rank in zip(here, places, strict=True)
    ]


def ranks(values: Sequence[Decimal], *, lower: bool = False) -> list[int]:
    """Return the rank of each value: 1 more than there are better ones, so that equal ones share it: 1, 2, 2, 4."""
    return [1 + sum(other < value if lower else other > value for other in values) for value in values]

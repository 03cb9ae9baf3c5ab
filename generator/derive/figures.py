"""Sums that a page shows beside what was reported: index scores and form II.06a."""

from collections.abc import Iterable
from decimal import Decimal

from generator.derive.figure import share
from generator.derive.privacy import total_of
from generator.derive.views import AssessmentView, GroupView, StatisticsView
from generator.facts import Facts
from generator.model.assessment import Assessment, CriteriaGroup
from generator.model.statistics import Statistics


def assessment_view(record: Assessment, facts: Facts) -> AssessmentView:
    """Return an assessment with the sum of its groups and its gap to the reported total."""
    score = _sum(group.score for group in record.groups)
    return AssessmentView(
        record=record,
        agency=facts.agencies[record.agency],
        plan=facts.plans[record.plan] if record.plan else None,
        groups=tuple(GroupView(group, _lost(group)) for group in record.groups),
        sum_score=score,
        sum_max=_sum(group.max for group in record.groups),
        gap=record.total - score if record.total is not None and score is not None else None,
        illustration=facts.is_illustration(record.agency),
    )


def _lost(group: CriteriaGroup) -> Decimal | None:
    return group.max - group.score if group.max is not None and group.score is not None else None


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [each for each in values if each is not None]
    return sum(known, Decimal(0)) if known else None


def statistics_view(record: Statistics, facts: Facts) -> StatisticsView:
    """Return the figures of a period with the totals of its rows."""
    total = total_of(record.rows) if record.rows else None
    return StatisticsView(
        record=record,
        agency=facts.agencies[record.agency],
        total=total,
        on_time=share(total.resolved_early + total.resolved_on_time, total.resolved) if total else None,
        online=share(total.received_online, total.received_online + total.received_direct) if total else None,
        illustration=facts.is_illustration(record.agency),
    )

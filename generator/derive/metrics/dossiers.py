"""Indicators counted from the figures of dossiers, satisfaction and feedback. Law: 01/2020/TT-VPCP, form II.06a."""

from collections.abc import Callable

from generator.derive.figure import Entry, Figure, Left, Why
from generator.derive.metrics.formula import Scope, statistics_of
from generator.facts import Facts
from generator.model.plan import Metric
from generator.model.statistics import Share, Statistics

Count = tuple[int, int]
Look = Callable[[Statistics], Count | None]


def counted(metric: Metric, look: Look, *, last_only: bool = False) -> Callable[[Scope, Facts], Figure]:
    """Return what counts a metric: ``look`` gives part and whole of a period, or None where it does not tell.

    With ``last_only`` the last period of each agency counts alone: what is pending at its end is no sum of periods.
    Periods that do not tell are passed over, so that a survey of half a year counts beside the dossiers of quarters.
    """

    def count(scope: Scope, facts: Facts) -> Figure:
        found = statistics_of(scope, facts, lambda record: look(record) is not None)
        if last_only:
            found = list({record.agency: (key, record) for key, record in found}.values())
        looked = [(key, look(record)) for key, record in found]
        entries = tuple(Entry("statistics", key, *told) for key, told in looked if told)
        silent = [key for key, record in statistics_of(scope, facts) if look(record) is None]
        left = tuple(Left("statistics", key, Why.NOT_TOLD) for key in silent)
        as_of = max((record.as_of for _key, record in found), default=None)
        return Figure(metric, entries, left, as_of, decides=bool(entries))

    return count


def _sum(record: Statistics, *columns: str) -> int:
    return sum(getattr(row, column) for row in record.rows for column in columns)


def resolved_on_time(record: Statistics) -> Count | None:
    """Return columns (8 + 9) / 7."""
    if not record.rows:
        return None
    return _sum(record, "resolved_early", "resolved_on_time"), _sum(record, "resolved")


def overdue_pending(record: Statistics) -> Count | None:
    """Return columns 13 / 11."""
    return (_sum(record, "pending_late"), _sum(record, "pending")) if record.rows else None


def online_share(record: Statistics) -> Count | None:
    """Return columns 4 / (4 + 5); what was carried over from the period before is left out."""
    if not record.rows:
        return None
    return _sum(record, "received_online"), _sum(record, "received_online", "received_direct")


def outcome(name: str) -> Look:
    """Return what reads one of the outcomes: digitised, electronic results, paid online, by post."""

    def look(record: Statistics) -> Count | None:
        share: Share | None = getattr(record.outcomes, name)
        return (share.count, share.total) if share else None

    return look


def satisfaction(record: Statistics) -> Count | None:
    """Return the ballots that are satisfied or better, of the valid ones."""
    survey = record.satisfaction
    return (survey.satisfied, survey.ballots) if survey else None


def feedback_on_time(record: Statistics) -> Count | None:
    """Return the feedback handled in time, of all that was received."""
    told = record.feedback
    return (told.resolved_on_time, max(told.received, told.resolved_on_time + told.resolved_late)) if told else None


def feedback_satisfied(record: Statistics) -> Count | None:
    """Return the feedback whose senders were satisfied with how it was handled, of what was handled."""
    told = record.feedback
    if told is None or told.satisfied is None:
        return None
    return told.satisfied, told.resolved_on_time + told.resolved_late

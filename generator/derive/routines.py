"""Periodic reports that plans ask for: which one is due when, and whether it was sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.derive.due import end_of, span_of
from generator.derive.turns import periods_of
from generator.facts import Facts
from generator.model.parts import Evidence
from generator.model.plan import DueIn, Plan, Report, ReportDay
from generator.model.progress import Progress, SentReport
from generator.model.times import Period


class RoutineState(Enum):
    """Where a periodic report stands today: (key, words, tone)."""

    MISSING = ("missing", "Chưa gửi, đã quá hạn", "late")
    SOON = ("soon", "Sắp đến hạn gửi", "soon")
    SENT_LATE = ("sent-late", "Đã gửi, muộn", "soon")
    UNPROVEN = ("unproven", "Báo đã gửi, chưa có minh chứng", "soon")
    SENT = ("sent", "Đã gửi", "ok")
    UNDATED = ("undated", "Chưa thấy gửi, chưa rõ hạn", "none")
    TO_COME = ("to-come", "Chưa đến hạn gửi", "none")
    UNKNOWN = ("unknown", "Chưa có số liệu", "none")

    def __init__(self, key: str, label: str, tone: str) -> None:
        self.key, self.label, self.tone = key, label, tone


@dataclass(frozen=True)
class Routine:
    """One periodic report of one period; ``last_day`` None where the plan does not say, ``sent`` None until it is."""

    record: Report
    period: Period
    last_day: date | None
    sent: SentReport | None
    state: RoutineState

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What proves that it was sent."""
        return self.sent.evidence if self.sent else ()


def routines_of(plan: Plan, reports: Iterable[Progress], facts: Facts) -> tuple[Routine, ...]:
    """Return the periodic reports of a plan, by the day on which they are due."""
    sent = {(str(each.report), str(each.period)): each for report in reports for each in report.reports}
    found = list(_routines(plan, sent, facts))
    return tuple(sorted(found, key=lambda each: (each.last_day or span_of(each.period)[1], each.record.title)))


def _routines(plan: Plan, sent: dict[tuple[str, str], SentReport], facts: Facts) -> Iterator[Routine]:
    for record in plan.reporting:
        for period in periods_of(record.every, plan.period) if record.every else ():
            last = due_day(record.due_on, period) if record.due_on else None
            own = sent.get((str(record.id), str(period)))
            known = bool(record.id) and bool(sent)
            yield Routine(record, period, last, own, _state(period, last, own, known=known, facts=facts))


def due_day(day: ReportDay, period: Period) -> date:
    """Return the last day for the report of a period."""
    last = span_of(period)[1]
    if day.month is DueIn.NEXT:
        last = end_of(last.year + last.month // 12, last.month % 12 + 1)
    return last.replace(day=min(day.day, last.day))


def _state(period: Period, last: date | None, sent: SentReport | None, *, known: bool, facts: Facts) -> RoutineState:
    if sent:
        return _sent(sent, last)
    if not known:
        return RoutineState.UNKNOWN
    if last is None:
        ended = facts.clock.is_after(span_of(period)[1])
        return RoutineState.UNDATED if ended else RoutineState.TO_COME
    if facts.clock.is_after(last):
        return RoutineState.MISSING
    soon = (last - facts.clock.today).days <= facts.site.due_soon_days
    return RoutineState.SOON if soon else RoutineState.TO_COME


def _sent(sent: SentReport, last: date | None) -> RoutineState:
    if not sent.evidence:
        return RoutineState.UNPROVEN
    return RoutineState.SENT_LATE if last and sent.sent_on and sent.sent_on > last else RoutineState.SENT

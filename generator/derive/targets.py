"""Targets as of today: the value counted from the records, the one reported, and what they say of the goal."""

from datetime import date, timedelta
from decimal import Decimal

from generator.derive.due import last_day, span_of
from generator.derive.figure import share
from generator.derive.metrics import Figure, Scope, public_figure_of
from generator.derive.views import TargetState, TargetView
from generator.facts import Facts
from generator.model.parts import PartialDate
from generator.model.plan import Comparator, Measure, Plan, Target, Unit
from generator.model.progress import Progress, TargetProgress
from generator.model.times import DueWhen, Period

DOWNWARD = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN})


def target_view(target: Target, plan: Plan, reports: tuple[Progress, ...], scope: Scope, facts: Facts) -> TargetView:
    """Return a target of ``plan`` with its values; what is counted decides where it can, else what is reported."""
    found = [(each, entry) for each in reports for entry in each.targets if entry.target == target.id]
    told, report = found[-1] if found else (None, None)
    measure = target.measure
    figure = public_figure_of(measure.metric, scope, facts) if measure and measure.metric else None
    counted, reported = _counted(figure, measure), value_of(report)
    decides = counted is not None and figure is not None and figure.decides
    exact = _exact(figure if decides else report, measure)
    day = _day(figure, facts) if decides else told.as_of if told else None
    return TargetView(
        record=target,
        state=_state(target, plan, exact, day, facts),
        value=counted if decides else reported,
        counted=counted,
        reported=reported,
        figure=figure,
        report=report,
        reported_in=told.period if told else None,
        is_counted=decides,
    )


def _day(figure: Figure | None, facts: Facts) -> date:
    return figure.as_of if figure and figure.as_of else facts.clock.today


def _counted(figure: Figure | None, measure: Measure | None) -> Decimal | None:
    """Return the counted value in the unit of the measure: a share, or how many."""
    if figure is None or measure is None or not figure.denominator:
        return None
    return figure.share if measure.unit is Unit.PERCENT else Decimal(figure.numerator)


def value_of(report: TargetProgress | None) -> Decimal | None:
    """Return the reported value, or the percentage of its numerator and denominator; None when nothing arose."""
    if report is None:
        return None
    if report.value is not None:
        return report.value
    if report.numerator is None or not report.denominator:
        return None
    return share(report.numerator, report.denominator)


def _exact(told: Figure | TargetProgress | None, measure: Measure | None) -> Decimal | None:
    """Return a value as it is held against the goal: a share before it is rounded, for 96,96 % is less than 97 %."""
    if told is None or measure is None:
        return None
    if isinstance(told, TargetProgress) and (told.value is not None or told.numerator is None):
        return told.value
    if isinstance(told, Figure) and measure.unit is not Unit.PERCENT:
        return Decimal(told.numerator)
    return Decimal(100 * (told.numerator or 0)) / told.denominator if told.denominator else None


def _state(target: Target, plan: Plan, value: Decimal | None, day: date | None, facts: Facts) -> TargetState:
    if target.measure is None:
        return TargetState.WORDS_ONLY
    if value is None:
        return TargetState.NO_DATA
    if is_met(target.measure, value):
        return TargetState.MET
    last = _last_day(target, plan)
    if last and facts.clock.is_after(last):
        return TargetState.MISSED
    expected = expected_at(target, plan.period, day) if day else None
    if expected is None:
        return TargetState.NOT_YET
    behind = value > expected if _is_downward(target) else value < expected
    return TargetState.BEHIND if behind else TargetState.ON_TRACK


def _last_day(target: Target, plan: Plan) -> date | None:
    """Return the last day for a target: where it names none, that of the plan; None while it waits for a condition."""
    if isinstance(target.due, DueWhen):
        return None
    return last_day(target.due) or span_of(plan.period)[1]


def _is_downward(target: Target) -> bool:
    measure, base = target.measure, target.baseline
    if measure and measure.comparator is Comparator.EQUAL and base:
        return base.value > measure.value
    return bool(measure and measure.comparator in DOWNWARD)


def expected_at(target: Target, period: Period, day: date) -> Decimal | None:
    """Return the value on the straight way from baseline to goal; None when one of the two ends is not known.

    A baseline without a date is that of the eve of the plan's period.
    """
    measure, base, last = target.measure, target.baseline, last_day(target.due)
    if measure is None or base is None or last is None or measure.comparator is Comparator.BETWEEN:
        return None
    first = _day_of(base.date) or span_of(period)[0] - timedelta(days=1)
    if first >= last:
        return None
    passed = min(max((day - first).days, 0), (last - first).days)
    return base.value + (measure.value - base.value) * passed / (last - first).days


def _day_of(day: date | PartialDate | None) -> date | None:
    """Return the last day that a date, or a month or year alone, may mean."""
    if not isinstance(day, PartialDate):
        return day
    return span_of(Period(f"{day.year}-m{day.month or 12:02}"))[1]


def is_met(measure: Measure, value: Decimal) -> bool:
    """Return whether ``value`` is what the measure asks for."""
    match measure.comparator:
        case Comparator.AT_LEAST:
            return value >= measure.value
        case Comparator.MORE_THAN:
            return value > measure.value
        case Comparator.AT_MOST:
            return value <= measure.value
        case Comparator.LESS_THAN:
            return value < measure.value
        case Comparator.BETWEEN:
            return measure.value <= value <= (measure.value if measure.value_to is None else measure.value_to)
    return value == measure.value

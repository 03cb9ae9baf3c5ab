"""Every indicator of an agency for a time, with its formula."""

from dataclasses import dataclass

from generator.derive.due import span_of
from generator.derive.figure import Figure
from generator.derive.metrics import FORMULAS, Formula, Scope, public_figure_of
from generator.facts import Facts
from generator.model.plan import Metric
from generator.model.times import Period


@dataclass(frozen=True)
class Indicator:
    """An indicator with what was counted."""

    formula: Formula
    figure: Figure

    @property
    def is_told(self) -> bool:
        """Whether any record says something of it."""
        return bool(self.figure.entries or self.figure.left)


def indicators_of(agency: str, period: Period, facts: Facts) -> tuple[Indicator, ...]:
    """Return the indicators of an agency for a time; the completion of plans stands with each plan."""
    scope = Scope(agency, span_of(period))
    return tuple(
        Indicator(formula, public_figure_of(metric, scope, facts))
        for metric, formula in FORMULAS.items()
        if metric is not Metric.PLAN_COMPLETION
    )


def times_counted(facts: Facts) -> list[tuple[str, Period]]:
    """Return for whom and for what time indicators are shown: plans that measure, and years with figures."""
    plans = [facts.plans[key] for key in facts.plans]
    figures = [facts.reports["statistics"][key] for key in facts.reports["statistics"]]
    found = {(str(card.agency), card.period) for card in plans if card.counted}
    found |= {(str(card.owner), Period(card.period_text[:4])) for card in figures}
    return sorted(found)

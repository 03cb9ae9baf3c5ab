"""The indicators: each counted from the records by a small function with its formula and its law."""

from generator.derive.figure import Figure
from generator.derive.metrics.completion import completion_of
from generator.derive.metrics.formula import Formula, Scope
from generator.derive.metrics.formulas import FORMULAS
from generator.facts import Facts
from generator.model.plan import Metric

__all__ = ["FORMULAS", "Figure", "Formula", "Scope", "completion_of", "figure_of"]


def figure_of(metric: Metric, scope: Scope, facts: Facts) -> Figure:
    """Return what the records say of an indicator for an agency and a time."""
    return FORMULAS[metric].count(scope, facts)

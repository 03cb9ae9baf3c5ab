"""The indicators: each counted from the records by a small function with its formula and its law."""

from dataclasses import replace

from generator.derive.figure import Entry, Figure, Left, Why
from generator.derive.metrics.completion import completion_of
from generator.derive.metrics.formula import Formula, Scope
from generator.derive.metrics.formulas import FORMULAS
from generator.derive.privacy import LEAST_SHOWN
from generator.facts import Facts
from generator.model.plan import Metric
from generator.model.statistics import Statistics

__all__ = ["FORMULAS", "Figure", "Formula", "Scope", "completion_of", "figure_of", "public_figure_of"]


def figure_of(metric: Metric, scope: Scope, facts: Facts) -> Figure:
    """Return what the records say of an indicator for an agency and a time, also where so few are no public matter."""
    return FORMULAS[metric].count(scope, facts)


def public_figure_of(metric: Metric, scope: Scope, facts: Facts) -> Figure:
    """Return an indicator as anybody may see it: periods with so few that they might tell who they are, are left out.

    Law: 91/2025/QH15; 63/2010/NĐ-CP, art. 18(4).
    """
    figure = figure_of(metric, scope, facts)
    few = {each.id for each in figure.entries if each.kind == "statistics" and _is_few(each, facts)}
    if not few:
        return figure
    entries = tuple(each for each in figure.entries if each.id not in few)
    left = (*figure.left, *(Left("statistics", each, Why.FEW) for each in sorted(few)))
    return replace(figure, entries=entries, left=left, decides=figure.decides and bool(entries))


def _is_few(entry: Entry, facts: Facts) -> bool:
    record: Statistics = facts.whole("statistics", entry.id)
    return record.merge_small and 0 < entry.whole < LEAST_SHOWN

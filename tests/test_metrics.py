"""What holds for every indicator: its words, nothing to count, and that each has a case worked out by hand."""

from datetime import date

import pytest

from generator.derive.due import span_of
from generator.derive.metrics import FORMULAS, Scope, figure_of
from generator.facts import Facts
from generator.model.plan import Metric
from generator.model.times import Period
from tests import test_metrics_dossiers, test_metrics_procedures
from tests.records import facts, period_figures
from tests.test_metrics_dossiers import QUIET, feedback

YEAR = span_of(Period("2024"))
ELSEWHERE = {Metric.OVERDUE_PENDING, Metric.PLAN_COMPLETION}  # with tests of their own beside the cases


def test_every_indicator_has_a_case() -> None:
    """An indicator that is added needs a case worked out by hand."""
    found = [case.metric for case in test_metrics_procedures.CASES]
    found += [case.metric for case in test_metrics_dossiers.CASES]
    assert {*found} | ELSEWHERE == {*Metric}
    assert len(found) + len(ELSEWHERE) == len(Metric)


def test_every_indicator_has_a_formula_in_words() -> None:
    """Each says what is counted, of what, what is left out, by which law and from which records."""
    assert [*FORMULAS] == [*Metric]
    for metric, formula in FORMULAS.items():
        assert formula.metric is metric
        assert all((formula.numerator, formula.denominator, formula.leaves_out, formula.law, formula.source))
    assert [metric for metric, formula in FORMULAS.items() if formula.lower_is_better] == [Metric.OVERDUE_PENDING]


@pytest.mark.parametrize("metric", Metric)
def test_nothing_to_count_is_no_share(metric: Metric) -> None:
    """Without records a share is neither 0 % nor 100 %, and nothing is left out."""
    figure = figure_of(metric, Scope("so-thu", YEAR), facts(today=date(2024, 6, 30)))
    assert (figure.metric, figure.numerator, figure.denominator, figure.share) == (metric, 0, 0, None)
    assert (figure.entries, figure.left) == ((), ())


NOTHING = {name: {"count": "0", "total": "0"} for name in ("digitised", "electronic_results", "paid_online", "by_post")}


@pytest.mark.parametrize("metric", [case.metric for case in test_metrics_dossiers.CASES])
def test_a_period_in_which_nothing_arose_is_no_share(metric: Metric) -> None:
    """Nothing handed in, resolved, paid, asked or answered: the period is counted, and there is no share."""
    keys = {
        "rows": [QUIET],
        "outcomes": NOTHING,
        "satisfaction": {"ballots": "0", "satisfied": "0"},
        **feedback(0, 0, 0, 0),
    }
    record = period_figures("2024-q1", date(2024, 3, 31), **keys)
    figure = figure_of(metric, Scope("so-thu", YEAR), facts(statistics=(record,), today=date(2024, 6, 30)))
    assert [(each.part, each.whole) for each in figure.entries] == [(0, 0)]
    assert figure.share is None


def test_what_the_real_plans_ask_for_can_be_counted(real_facts: Facts) -> None:
    """Every indicator that a plan in ``data/`` is bound to is counted for its agency and time, without an error."""
    plans = [real_facts.whole("plans", key) for key in real_facts.plans]
    bound = [(plan, each.measure.metric) for plan in plans for each in plan.targets if each.measure]
    shares = [
        figure_of(metric, Scope(str(plan.agency), span_of(plan.period)), real_facts).share
        for plan, metric in bound
        if metric
    ]
    assert len(shares) > len(Metric)
    assert all(share is None or 0 <= share <= 100 for share in shares)

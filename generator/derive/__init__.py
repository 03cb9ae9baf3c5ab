"""Compute from the facts what nobody should type: states, dates, sums, and who points to whom."""

from datetime import date

from generator.catalogue import Catalogue
from generator.derive.figures import assessment_view, changes, statistics_view
from generator.derive.network import agency_views, decision_views, legal_views
from generator.derive.plans import plan_view
from generator.derive.procedures import procedure_view
from generator.derive.views import Site


def derive(facts: Catalogue, today: date) -> Site:
    """Return all that pages and exports are made of, as of ``today``."""
    procedures = {code: procedure_view(each, facts, today) for code, each in facts.procedures.items()}
    return Site(
        facts=facts,
        today=today,
        procedures=procedures,
        plans={key: plan_view(each, facts, today) for key, each in facts.plans.items()},
        legal=legal_views(facts),
        decisions=decision_views(facts),
        agencies=agency_views(facts),
        assessments={key: assessment_view(each, facts) for key, each in facts.assessments.items()},
        statistics=tuple(statistics_view(each, facts) for each in facts.statistics.values()),
        changes=changes(procedures.values(), today),
        samples=facts.samples,
    )

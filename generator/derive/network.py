"""Who points to whom: agencies, legal documents and decisions with the records that name them."""

from generator.cards import DecisionCard, LegalCard, PlanCard, ProcedureCard
from generator.derive.views import AgencyView, DecisionView, LegalView
from generator.facts import Facts
from generator.model.agency import Agency
from generator.model.legal import Decision, Legal


def legal_view(record: Legal, facts: Facts) -> LegalView:
    """Return a legal document with what cites, replaces and amends it."""
    return LegalView(
        record=record,
        issuer=facts.agencies[record.issuer] if record.issuer else None,
        procedures=_procedures("legal", record.id, facts),
        plans=_plans("legal", record.id, facts),
        decisions=_decisions("legal", record.id, facts),
        replaces=_legal("replaced-by", record.id, facts),
        amends=_legal("amended-by", record.id, facts),
        illustration=facts.is_illustration(record.issuer),
    )


def decision_view(record: Decision, facts: Facts) -> DecisionView:
    """Return a decision with the procedures that it announces."""
    return DecisionView(
        record=record,
        agency=facts.agencies[record.agency],
        procedures=_procedures("decision", record.id, facts),
        illustration=facts.is_illustration(record.agency),
    )


def agency_view(record: Agency, facts: Facts) -> AgencyView:
    """Return an agency with its units and the records it is named in; procedures by their codes."""
    key = str(record.id)
    led = [facts.plans[each] for each in facts.pointing("plans", "lead", key)]
    reports = {
        kind: tuple(facts.reports[kind][each] for each in facts.pointing(kind, "agency", key))
        for kind in ("statistics", "assessments")
    }
    return AgencyView(
        record=record,
        parent=facts.agencies[record.parent] if record.parent else None,
        units=tuple(facts.agencies[each] for each in facts.pointing("agencies", "parent", key)),
        predecessors=tuple(facts.agencies[each] for each in facts.pointing("agencies", "successor", key)),
        procedures=facts.pointing("procedures", "agency", key),
        plans=_plans("agency", key, facts),
        legal=_legal("agency", key, facts),
        decisions=_decisions("agency", key, facts),
        tasks=tuple((plan, task) for plan in led for task in plan.tasks if key in task.lead),
        **reports,
    )


def _procedures(relation: str, target: str, facts: Facts) -> tuple[ProcedureCard, ...]:
    return tuple(facts.procedures[each] for each in facts.pointing("procedures", relation, target))


def _plans(relation: str, target: str, facts: Facts) -> tuple[PlanCard, ...]:
    return tuple(facts.plans[each] for each in facts.pointing("plans", relation, target))


def _decisions(relation: str, target: str, facts: Facts) -> tuple[DecisionCard, ...]:
    return tuple(facts.decisions[each] for each in facts.pointing("decisions", relation, target))


def _legal(relation: str, target: str, facts: Facts) -> tuple[LegalCard, ...]:
    return tuple(facts.legal[each] for each in facts.pointing("legal", relation, target))

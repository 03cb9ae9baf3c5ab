"""Who points to whom: agencies, legal documents and decisions with the records that name them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from generator.catalogue import Catalogue
from generator.derive.views import AgencyView, DecisionView, LegalView
from generator.model.agency import Agency
from generator.model.codes import LegalRef
from generator.model.legal import Legal
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.rules.references import codes_in

R = TypeVar("R")


def legal_views(facts: Catalogue) -> dict[str, LegalView]:
    """Return every legal document with what cites, replaces and amends it."""
    procedures = _citing(facts.procedures.values())
    plans = _citing(facts.plans.values())
    decisions = _citing(facts.decisions.values())
    replaces = _reverse({each.id: each.replaced_by for each in facts.legal.values()}, facts.legal)
    amends = _reverse({each.id: each.amended_by for each in facts.legal.values()}, facts.legal)
    return {
        each.id: LegalView(
            record=each,
            issuer=facts.agencies.get(each.issuer) if each.issuer else None,
            procedures=tuple(procedures[each.id]),
            plans=tuple(plans[each.id]),
            decisions=tuple(decisions[each.id]),
            replaces=tuple(replaces[each.id]),
            amends=tuple(amends[each.id]),
            illustration=bool(each.issuer and facts.agencies[each.issuer].illustration),
        )
        for each in facts.legal.values()
    }


def _citing(records: Iterable[R]) -> Mapping[str, list[R]]:
    """Return, for each legal document's id, the records that name it."""
    found: defaultdict[str, list[R]] = defaultdict(list)
    for record in records:
        for legal in dict.fromkeys(str(code) for _path, code in codes_in(record) if isinstance(code, LegalRef)):
            found[legal].append(record)
    return found


def _reverse(links: dict[str, tuple[LegalRef, ...]], legal: dict[str, Legal]) -> Mapping[str, list[Legal]]:
    found: defaultdict[str, list[Legal]] = defaultdict(list)
    for source, targets in links.items():
        for target in targets:
            found[target].append(legal[source])
    return found


def decision_views(facts: Catalogue) -> dict[str, DecisionView]:
    """Return every decision with the procedures that it announces."""
    return {
        each.id: DecisionView(
            record=each,
            agency=facts.agencies[each.agency],
            procedures=tuple(one for one in facts.procedures.values() if one.decision == each.id),
            illustration=facts.agencies[each.agency].illustration,
        )
        for each in facts.decisions.values()
    }


def agency_views(facts: Catalogue) -> dict[str, AgencyView]:
    """Return every agency with its units and the records it is named in."""
    return {each.id: _agency(each, facts) for each in facts.agencies.values()}


def _agency(agency: Agency, facts: Catalogue) -> AgencyView:
    return AgencyView(
        record=agency,
        parent=facts.agencies[agency.parent] if agency.parent else None,
        units=tuple(each for each in facts.agencies.values() if each.parent == agency.id),
        predecessors=tuple(each for each in facts.agencies.values() if agency.id in each.succeeded_by),
        procedures=tuple(each for each in facts.procedures.values() if _acts(agency.id, each)),
        plans=tuple(each for each in facts.plans.values() if each.agency == agency.id),
        legal=tuple(each for each in facts.legal.values() if each.issuer == agency.id),
        decisions=tuple(each for each in facts.decisions.values() if each.agency == agency.id),
        statistics=tuple(each for each in facts.statistics.values() if each.agency == agency.id),
        assessments=tuple(each for each in facts.assessments.values() if each.agency == agency.id),
        tasks=tuple(
            (plan, task) for plan in facts.plans.values() for task in plan.tasks if _works(agency.id, plan, task)
        ),
        illustration=agency.illustration,
    )


def _acts(agency: str, procedure: Procedure) -> bool:
    bodies = procedure.agencies
    return agency in (*bodies.competent, *bodies.executing, *bodies.receiving, *bodies.authorised)


def _works(agency: str, _plan: Plan, task: object) -> bool:
    return agency in getattr(task, "lead", ())

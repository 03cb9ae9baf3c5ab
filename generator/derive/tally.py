"""What the indicators count of a procedure, so that counting need not open thousands of files."""

from decimal import Decimal

from generator.cards import TallyCard
from generator.model.choices import ProcedureKind
from generator.model.procedure import Procedure
from generator.model.times import Span
from generator.rules.law_items import missing_items

INTERNAL = frozenset({ProcedureKind.INTERNAL, ProcedureKind.INTERNAL_INTERLINKED})


def tally_of(record: Procedure) -> TallyCard:
    """Return what can be counted of a procedure."""
    compared = [form for form in record.forms if form.fields_before is not None and form.fields_after is not None]
    return TallyCard(
        public=record.kind not in INTERNAL,
        missing=sum(1 for _item in missing_items(record)),
        effective_from=record.effective_from,
        disclosed=tuple((each.place, each.date) for each in record.disclosure),
        configured=any(process.configured_on for process in record.internal_processes),
        simplified=bool(record.simplification),
        iso=record.iso is not None,
        fields=(sum(each.fields_before or 0 for each in compared), sum(each.fields_after or 0 for each in compared)),
        limits=_limits(record),
    )


def _limits(record: Procedure) -> tuple[Decimal, Decimal] | None:
    """Return the central limit and the longest local one; None where one is not known or the units differ."""
    central = record.central_time_limit
    local = [each.time_limit for each in record.channels if isinstance(each.time_limit, Span)]
    if not isinstance(central, Span) or not local or any(each.unit is not central.unit for each in local):
        return None
    return central.value, max(each.value for each in local)

"""Procedures as a citizen needs them: the first screen, each case with what holds for it, what is not known."""

from datetime import date

from generator.catalogue import Catalogue
from generator.derive.views import CaseView, FormView, ProcedureView, Summary
from generator.model.channel import Channel, Fee
from generator.model.choices import ChannelKind
from generator.model.dossier import Form
from generator.model.procedure import Case, Procedure
from generator.model.times import Span, TimeUnit
from generator.rules.common import IN_FORCE
from generator.rules.law_items import missing_items

# About how many hours of the clock each unit takes; only to put different limits in order.
HOURS = {
    TimeUnit.HOUR: 1,
    TimeUnit.WORKING_HOUR: 4,
    TimeUnit.DAY: 24,
    TimeUnit.WORKING_DAY: 34,
    TimeUnit.MONTH: 720,
    TimeUnit.YEAR: 8760,
}


def procedure_view(record: Procedure, facts: Catalogue, today: date) -> ProcedureView:
    """Return ``record`` with its summary, its cases and all that points to it."""
    folder = _folder(record, facts)
    agencies = [facts.agencies[each] for each in (*record.agencies.executing, *record.agencies.competent)]
    checked = record.source.checked_on
    return ProcedureView(
        record=record,
        illustration=any(agency.illustration for agency in agencies),
        field=facts.fields[record.field],
        folder=folder,
        summary=_summary(record, today),
        cases=_cases(record),
        forms=tuple(_form(form, folder, facts) for form in record.forms),
        samples=tuple(each for each in facts.samples.values() if each.procedure == record.code),
        decision=facts.decisions[record.decision] if record.decision else None,
        replaces=tuple(each for each in facts.procedures.values() if record.code in each.replaced_by),
        events=tuple(each for each in facts.events.values() if record.code in each.procedures),
        missing=tuple(missing_items(record)),
        checked_days=(today - checked).days if checked else None,
        in_force=record.status in IN_FORCE,
    )


def _folder(record: Procedure, facts: Catalogue) -> str:
    """Return the folder, below the data, of the files of a procedure; empty when it has none."""
    for path in facts.attachments:
        if path.startswith("procedures/") and path.split("/")[2] == record.code:
            return path.rpartition("/")[0]
    return ""


def _form(form: Form, folder: str, facts: Catalogue) -> FormView:
    return FormView(form, facts.attachments.get(f"{folder}/{form.file}") if form.file else None)


def fees_of(channel: Channel, record: Procedure) -> tuple[Fee, ...] | None:
    """Return the fees of a channel: its own, else those common to all; None when not known."""
    return channel.fees if channel.fees is not None else record.fees


def current_fees(channel: Channel, record: Procedure, today: date) -> tuple[Fee, ...]:
    """Return the fees of a channel that apply today."""
    return tuple(fee for fee in fees_of(channel, record) or () if not has_ended(fee, today))


def has_ended(fee: Fee, today: date) -> bool:
    """Return whether the source says that a fee applied only until a day before today."""
    return fee.valid_until is not None and fee.valid_until < today


def _summary(record: Procedure, today: date) -> Summary:
    limits = [each.time_limit for each in reversed(record.channels) if isinstance(each.time_limit, Span)]
    by_channel: dict[ChannelKind, int] = {}
    fees: dict[Fee, None] = {}
    for row in record.channels:
        current = current_fees(row, record, today)
        fees.update(dict.fromkeys(current))
        least = least_amount(current)
        if least is not None:
            by_channel[row.channel] = min(least, by_channel.get(row.channel, least))
    amounts = [fee.amount_vnd for fee in fees if fee.amount_vnd is not None]
    counts = [sum(len(group.items) for group in case.papers) for case in _cases(record)]
    return Summary(
        limits=tuple(sorted({(each.value, each.unit): each for each in limits}.values(), key=_length)),
        other_limit=any(each.time_limit and not isinstance(each.time_limit, Span) for each in record.channels),
        by_channel=by_channel,
        least_fee=min(amounts, default=None),
        most_fee=max(amounts, default=None),
        ended_fees=any(has_ended(fee, today) for row in record.channels for fee in fees_of(row, record) or ()),
        by_council=any(hasattr(fee, "set_by_council") for fee in fees),
        channels=tuple(kind for kind in ChannelKind if any(each.channel is kind for each in record.channels)),
        papers=(min(counts), max(counts)) if any(counts) else None,
    )


def _length(limit: Span) -> float:
    return float(limit.value) * HOURS.get(limit.unit, 1)


def least_amount(fees: tuple[Fee, ...]) -> int | None:
    """Return the least single amount in đồng; None when no amount is known."""
    return min((fee.amount_vnd for fee in fees if fee.amount_vnd is not None), default=None)


def _cases(record: Procedure) -> tuple[CaseView, ...]:
    """Return each case with its own and the common papers, channels and steps; one nameless case if there are none."""
    return tuple(_case(case, record) for case in record.cases) or (_case(None, record),)


def _case(case: Case | None, record: Procedure) -> CaseView:
    def holds(part: object) -> bool:
        cases = getattr(part, "cases", ())
        return not cases or (case is not None and case.id in cases)

    return CaseView(
        case=case,
        papers=tuple(filter(holds, record.documents)),
        channels=tuple(filter(holds, record.channels)),
        steps=tuple(filter(holds, record.steps)),
    )

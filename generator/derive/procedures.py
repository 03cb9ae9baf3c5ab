"""Procedures as a citizen needs them: the first screen, each case with what holds for it, what is not known."""

from generator.cards import SampleCard
from generator.derive.cases import cases_of
from generator.derive.summary import summary_of
from generator.derive.views import FormView, ProcedureView
from generator.facts import Facts
from generator.model.choices import ENDED, IN_FORCE
from generator.model.dossier import Form
from generator.model.procedure import Procedure
from generator.rules.law_items import missing_items


def procedure_view(record: Procedure, facts: Facts) -> ProcedureView:
    """Return ``record`` with its summary, its cases and all that points to it."""
    code = str(record.code)
    return ProcedureView(
        record=record,
        illustration=facts.is_illustration(*record.agencies.executing, *record.agencies.competent),
        field=facts.fields[record.field],
        summary=summary_of(record, facts.clock),
        cases=cases_of(record),
        forms=tuple(_form(form, code, facts) for form in record.forms),
        samples=samples_of(code, facts),
        decision=facts.decisions[record.decision] if record.decision else None,
        replaces=tuple(facts.procedures[each] for each in facts.pointing("procedures", "replaced-by", code)),
        missing=tuple(missing_items(record)),
        in_force=record.status in IN_FORCE,
        ended=record.status in ENDED,
    )


def samples_of(code: str, facts: Facts) -> tuple[SampleCard, ...]:
    """Return the sample dossiers of a procedure."""
    return tuple(facts.samples[each] for each in facts.pointing("samples", "procedure", code))


def _form(form: Form, code: str, facts: Facts) -> FormView:
    folder = facts.paths["procedures", code].removesuffix(".yml")
    return FormView(form, facts.size(f"{folder}/{form.file}") if form.file else None)

"""Make the cards of each kind of record."""

from collections.abc import Callable, Iterator
from typing import Any

from generator import words
from generator.brief import line_of
from generator.cards import (
    AgencyCard,
    AnyCard,
    ChangeCard,
    DecisionCard,
    EventCard,
    FieldCard,
    FindCard,
    FrozenCard,
    LegalCard,
    PlanCard,
    PostedCard,
    PostingCard,
    ProcedureCard,
    ReportCard,
    SampleCard,
    SynonymCard,
    TaskCard,
)
from generator.derive.sheets import heads, names_on, own_facts, posted
from generator.derive.summary import Summary, summary_of
from generator.derive.tally import tally_of
from generator.fold import slug
from generator.model.agency import Agency
from generator.model.assessment import Assessment
from generator.model.choices import ChannelKind
from generator.model.codes import LegalRef
from generator.model.legal import Decision, Legal
from generator.model.lists import Fields, LifeEvents, Synonyms
from generator.model.parts import EvidenceFile, earliest
from generator.model.plan import ParentPlan, Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.report import FrozenReport
from generator.model.sample import Sample
from generator.model.statistics import Statistics
from generator.notes import Clock
from generator.references import codes_in


def cards_of(record: Any, clock: Clock) -> tuple[AnyCard, ...]:
    """Return the cards of a record: one, or those of the small records in it, or none when nobody points to it."""
    make = _MAKERS.get(type(record))
    return tuple(make(record, clock)) if make else ()


def _links(relation: str, *ids: str | None) -> Iterator[tuple[str, str]]:
    return ((relation, str(each)) for each in dict.fromkeys(ids) if each)


def _cited(record: Any) -> Iterator[tuple[str, str]]:
    """Yield a pointer to every legal document that a record names anywhere."""
    return _links("legal", *(code for _path, code in codes_in(record) if isinstance(code, LegalRef)))


def _agency(record: Agency, _clock: Clock) -> Iterator[AgencyCard]:
    yield AgencyCard(
        id=str(record.id),
        points=(
            *_links("parent", record.parent),
            *_links("successor", *record.succeeded_by),
            *_links("member", *record.members),
        ),
        name=record.name,
        short_name=record.short_name,
        kind=record.kind,
        parent=record.parent,
        succeeded_by=record.succeeded_by,
        illustration=record.illustration,
    )


def _legal(record: Legal, _clock: Clock) -> Iterator[LegalCard]:
    yield LegalCard(
        id=str(record.id),
        points=(
            *_links("agency", record.issuer),
            *_links("replaced-by", *record.replaced_by),
            *_links("amended-by", *record.amended_by),
        ),
        kind=record.kind,
        number=record.number,
        title=record.title,
        force=record.force,
        issuer=record.issuer,
        issued_from=earliest(record.issued_on),
        replaced_by=record.replaced_by,
    )


def _decision(record: Decision, _clock: Clock) -> Iterator[DecisionCard]:
    yield DecisionCard(
        id=str(record.id),
        points=(*_links("agency", record.agency), *_cited(record)),
        number=record.number,
        agency=record.agency,
        issued_from=record.issued_on,
    )


def _procedure(record: Procedure, clock: Clock) -> Iterator[ProcedureCard]:
    bodies = record.agencies
    acting = (*bodies.competent, *bodies.executing, *bodies.receiving, *bodies.authorised)
    summary, posting = summary_of(record, clock), _posting(record)
    yield ProcedureCard(
        id=str(record.code),
        points=(
            *_links("field", record.field),
            *_links("agency", *acting),
            *_links("decision", record.decision),
            *_links("replaced-by", *record.replaced_by),
            *_cited(record),
            *(_links("posted-by", *posting.agencies) if posting else ()),
        ),
        files=tuple(form.file for form in record.forms if form.file),
        code=record.code,
        title=record.title,
        short_title=record.short_title,
        field=record.field,
        status=record.status,
        agencies=(*bodies.executing, *bodies.competent),
        cases=tuple((str(case.id), case.name) for case in record.cases),
        changes=tuple(
            ChangeCard(each.date, each.kind, each.what, each.legal, number)
            for number, each in enumerate(record.changes, 1)
        ),
        replaced_by=record.replaced_by,
        line=line_of(summary),
        find=_find(record, summary),
        tally=tally_of(record),
        posting=posting,
    )


def _posting(record: Procedure) -> PostingCard | None:
    places = tuple(PostedCard(each.place, each.date, each.sheet) for each in posted(record))
    bodies = tuple(map(str, heads(record)))
    return PostingCard(own_facts(record), names_on(record), bodies, places) if places else None


def _find(record: Procedure, summary: Summary) -> FindCard:
    level = record.online.level if record.online else "yes" if ChannelKind.ONLINE in summary.channels else ""
    return FindCard(
        words=record.keywords,
        levels=record.levels,
        audience=record.audience,
        online=level,
        free=None if summary.most_fee is None else summary.most_fee == 0,
    )


def _sample(record: Sample, _clock: Clock) -> Iterator[SampleCard]:
    yield SampleCard(
        id=f"{record.procedure}/{record.id}",
        points=(("procedure", str(record.procedure)),),
        files=tuple(each.file for each in record.files),
        sample=record.id,
        procedure=record.procedure,
        title=record.title,
        fields=sum(len(form.fields) for form in record.forms),
        approved=bool(record.approved_by),
    )


def _plan(record: Plan, _clock: Clock) -> Iterator[PlanCard]:
    yield PlanCard(
        id=str(record.id),
        points=(
            *_links("agency", record.agency),
            *_links("parent", record.parent.plan if isinstance(record.parent, ParentPlan) else None),
            *_links("lead", *(each for task in record.tasks for each in task.lead)),
            *_cited(record),
        ),
        title=record.title,
        number=record.number,
        agency=record.agency,
        period_text=record.period,
        issued_from=earliest(record.date),
        tasks=tuple(TaskCard(each.id, each.text, words.due(each.due), each.lead) for each in record.tasks),
        counted=any(each.measure and each.measure.metric for each in record.targets),
    )


def _progress(record: Progress, _clock: Clock) -> Iterator[ReportCard]:
    proofs = [
        *(proof for target in record.targets for proof in target.evidence),
        *(proof for task in record.tasks for proof in task.evidence),
        *(proof for report in record.reports for proof in report.evidence),
    ]
    yield ReportCard(
        id=f"{record.plan}/{record.period}",
        points=(("plan", str(record.plan)),),
        files=tuple(proof.file for proof in proofs if isinstance(proof, EvidenceFile)),
        title="",
        owner=record.plan,
        period_text=record.period,
    )


def _statistics(record: Statistics, _clock: Clock) -> Iterator[ReportCard]:
    yield ReportCard(
        id=f"{record.agency}/{record.period}",
        points=(("agency", str(record.agency)),),
        title="",
        owner=record.agency,
        period_text=record.period,
    )


def _frozen(record: FrozenReport, _clock: Clock) -> Iterator[FrozenCard]:
    yield FrozenCard(
        id=f"{record.plan}/{record.id}",
        points=(("plan", str(record.plan)),),
        title=record.letterhead.subject,
        owner=record.plan,
        period_text=record.period,
        version=record.version,
        as_of=record.as_of,
        reason=record.reason,
        illustration=record.illustration,
    )


def _assessment(record: Assessment, _clock: Clock) -> Iterator[ReportCard]:
    yield ReportCard(
        id=str(record.id),
        points=(*_links("agency", record.agency), *_links("plan", record.plan)),
        title=record.title,
        owner=record.agency,
        period_text=str(record.year),
    )


def _fields(record: Fields, _clock: Clock) -> Iterator[FieldCard]:
    for each in record.fields:
        yield FieldCard(
            id=str(each.id),
            points=tuple(_links("parent", each.parent)),
            name=each.name,
            description=each.description,
        )


def _events(record: LifeEvents, _clock: Clock) -> Iterator[EventCard]:
    for each in record.events:
        yield EventCard(
            id=str(each.id),
            points=tuple(_links("procedure", *each.procedures)),
            name=each.name,
            description=each.description,
            procedures=each.procedures,
        )


def _synonyms(record: Synonyms, _clock: Clock) -> Iterator[SynonymCard]:
    for each in record.synonyms:
        yield SynonymCard(id=slug(each.term), term=each.term, words=each.words)


_MAKERS: dict[type, Callable[[Any, Clock], Iterator[AnyCard]]] = {
    Agency: _agency,
    Legal: _legal,
    Decision: _decision,
    Procedure: _procedure,
    Sample: _sample,
    Plan: _plan,
    Progress: _progress,
    Statistics: _statistics,
    FrozenReport: _frozen,
    Assessment: _assessment,
    Fields: _fields,
    LifeEvents: _events,
    Synonyms: _synonyms,
}

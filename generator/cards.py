"""Cards: what other pages and rules need to know of a record, and whom it points to.

A page is made from its own record and the cards of others, so that a change of a record touches no more pages than
it must, and so that a build of one page need not read thousands of files.  Cards are small, typed and quick to keep.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import msgspec

from generator import words
from generator.brief import line_of
from generator.derive.summary import summary_of
from generator.model.agency import Agency, AgencyKind
from generator.model.assessment import Assessment
from generator.model.choices import IN_FORCE, ChangeKind, ProcedureStatus
from generator.model.codes import Code, LegalRef
from generator.model.legal import Decision, Force, Legal, LegalKind
from generator.model.lists import Fields, LifeEvents
from generator.model.parts import EvidenceFile, earliest
from generator.model.plan import ParentPlan, Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.sample import Sample
from generator.model.statistics import Statistics
from generator.model.times import Period
from generator.notes import Clock
from generator.references import codes_in


def _text(value: object) -> str:
    """Return a code as plain text; nothing else is known to be kept."""
    if isinstance(value, Code):
        return str(value)
    raise TypeError(type(value))


encode = msgspec.msgpack.Encoder(enc_hook=_text).encode

Points = tuple[tuple[str, str], ...]


class Card(msgspec.Struct, frozen=True, kw_only=True, tag=True, array_like=True, gc=False):
    """What every card has: ``points`` are (relation, id of another record); ``files`` are named beside the record."""

    id: str
    points: Points = ()
    files: tuple[str, ...] = ()


class AgencyCard(Card, frozen=True, kw_only=True):
    """An agency as others name it."""

    name: str
    short_name: str | None
    kind: AgencyKind
    parent: str | None
    succeeded_by: tuple[str, ...]
    illustration: bool


class LegalCard(Card, frozen=True, kw_only=True):
    """A legal document as others cite it."""

    kind: LegalKind
    number: str | None
    title: str | None
    force: Force
    issuer: str | None
    issued_from: date | None
    replaced_by: tuple[str, ...]


class DecisionCard(Card, frozen=True, kw_only=True):
    """A decision as others cite it."""

    number: str
    agency: str
    issued_from: date | None


class ChangeCard(msgspec.Struct, frozen=True):
    """A change of a procedure as the list of changes and the feeds tell it; ``number`` counts in the record."""

    date: date
    kind: ChangeKind
    what: str
    legal: str | None
    number: int


class ProcedureCard(Card, frozen=True, kw_only=True):
    """A procedure as lists show it; ``line`` tells time, fee and place in a few words."""

    code: str
    title: str
    short_title: str | None
    field: str
    status: ProcedureStatus
    agencies: tuple[str, ...]
    cases: tuple[tuple[str, str], ...]
    changes: tuple[ChangeCard, ...]
    replaced_by: tuple[str, ...]
    line: str

    @property
    def in_force(self) -> bool:
        """Whether people may hand in dossiers under it."""
        return self.status in IN_FORCE


class SampleCard(Card, frozen=True, kw_only=True):
    """A sample dossier as lists show it."""

    sample: str
    procedure: str
    title: str
    fields: int
    approved: bool


class TaskCard(msgspec.Struct, frozen=True):
    """A task as the page of its leading agency shows it; ``due`` in words."""

    id: str
    text: str
    due: str
    lead: tuple[str, ...]


class PlanCard(Card, frozen=True, kw_only=True):
    """A plan as others name it."""

    title: str
    number: str | None
    agency: str
    period_text: str
    issued_from: date | None
    tasks: tuple[TaskCard, ...]

    @property
    def period(self) -> Period:
        """The months that the plan is for."""
        return Period(self.period_text)


class ReportCard(Card, frozen=True, kw_only=True):
    """A record of a period: progress of a plan, figures of an agency; or an assessment."""

    title: str
    owner: str
    period_text: str

    @property
    def period(self) -> Period:
        """The months that are reported."""
        return Period(self.period_text)


class FieldCard(Card, frozen=True, kw_only=True):
    """A field of administration."""

    name: str
    description: str | None


class EventCard(Card, frozen=True, kw_only=True):
    """A life event with the procedures that it calls for."""

    name: str
    description: str
    procedures: tuple[str, ...]


AnyCard = (
    AgencyCard | LegalCard | DecisionCard | ProcedureCard | SampleCard | PlanCard | ReportCard | FieldCard | EventCard
)


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
    yield ProcedureCard(
        id=str(record.code),
        points=(
            *_links("field", record.field),
            *_links("agency", *acting),
            *_links("decision", record.decision),
            *_links("replaced-by", *record.replaced_by),
            *_cited(record),
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
        line=line_of(summary_of(record, clock)),
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
    )


def _progress(record: Progress, _clock: Clock) -> Iterator[ReportCard]:
    proofs = [
        *(proof for target in record.targets for proof in target.evidence),
        *(proof for task in record.tasks for proof in task.evidence),
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


_MAKERS: dict[type, Callable[[Any, Clock], Iterator[AnyCard]]] = {
    Agency: _agency,
    Legal: _legal,
    Decision: _decision,
    Procedure: _procedure,
    Sample: _sample,
    Plan: _plan,
    Progress: _progress,
    Statistics: _statistics,
    Assessment: _assessment,
    Fields: _fields,
    LifeEvents: _events,
}

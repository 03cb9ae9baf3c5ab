"""Cards: what other pages and rules need to know of a record, and whom it points to.

A page is made from its own record and the cards of others, so that a change of a record touches no more pages than
it must, and so that a build of one page need not read thousands of files.  Cards are small, typed and quick to keep.
"""

from datetime import date
from decimal import Decimal

import msgspec

from generator.model.agency import AgencyKind
from generator.model.choices import IN_FORCE, Audience, ChangeKind, Level, Place, ProcedureStatus
from generator.model.codes import Code
from generator.model.legal import Force, LegalKind
from generator.model.times import Period


def text_of(value: object) -> str:
    """Return a code as plain text; nothing else is known to be kept."""
    if isinstance(value, Code):
        return str(value)
    raise TypeError(type(value))


encode = msgspec.msgpack.Encoder(enc_hook=text_of).encode

Points = tuple[tuple[str, str], ...]
Refs = tuple[tuple[str, str], ...]  # kind and id of other records


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


class FindCard(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a procedure is found and sifted by: hidden words, closed lists, how far online, whether free of charge.

    ``online`` is the level, or ``yes`` where only a channel tells, or empty; ``free`` is None when not known.
    """

    words: tuple[str, ...]
    levels: tuple[Level, ...]
    audience: tuple[Audience, ...]
    online: str
    free: bool | None


class PostedCard(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One place where a posting notice hangs, with the version that was noted."""

    place: Place
    date: date | None
    sheet: str | None


class PostingCard(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where notices of a procedure hang, by which agencies, and what its version is made of: see ``derive.sheets``."""

    own: bytes
    names: Refs
    agencies: tuple[str, ...]
    posted: tuple[PostedCard, ...]


class TallyCard(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the indicators count of a procedure: see ``derive.metrics``.

    ``missing`` items of the 13 that the law asks for; ``disclosed`` places with their days; ``fields`` to fill in
    before and after simplification; ``limits`` the central time limit and the longest local one, in one unit, where
    both are known.
    """

    public: bool
    missing: int
    effective_from: date | None
    disclosed: tuple[tuple[Place, date | None], ...]
    configured: bool
    simplified: bool
    iso: bool
    fields: tuple[int, int]
    limits: tuple[Decimal, Decimal] | None


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
    find: FindCard
    tally: TallyCard
    posting: PostingCard | None = None

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
    """A plan as others name it; ``counted`` when some of its targets can be counted from the records."""

    title: str
    number: str | None
    agency: str
    period_text: str
    issued_from: date | None
    tasks: tuple[TaskCard, ...]
    counted: bool

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


class FrozenCard(ReportCard, frozen=True, kw_only=True):
    """A version of a frozen report."""

    version: int
    as_of: date
    reason: str | None
    illustration: bool


class FieldCard(Card, frozen=True, kw_only=True):
    """A field of administration."""

    name: str
    description: str | None


class EventCard(Card, frozen=True, kw_only=True):
    """A life event with the procedures that it calls for."""

    name: str
    description: str
    procedures: tuple[str, ...]


class SynonymCard(Card, frozen=True, kw_only=True):
    """A term of the law with the words that people use for it."""

    term: str
    words: tuple[str, ...]


AnyCard = (
    AgencyCard
    | LegalCard
    | DecisionCard
    | ProcedureCard
    | SampleCard
    | PlanCard
    | ReportCard
    | FrozenCard
    | FieldCard
    | EventCard
    | SynonymCard
)

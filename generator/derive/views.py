"""What we computed from the facts, for templates and exports.  A view holds its record; people type none of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from generator.cards import (
    AgencyCard,
    ChangeCard,
    DecisionCard,
    FieldCard,
    LegalCard,
    PlanCard,
    ProcedureCard,
    ReportCard,
    SampleCard,
    TaskCard,
)
from generator.derive.cases import CaseView
from generator.derive.figure import Figure, share
from generator.derive.routines import Routine
from generator.derive.summary import Summary
from generator.derive.turns import Turn, TurnState
from generator.model.agency import Agency
from generator.model.dossier import Form
from generator.model.legal import Decision, Legal
from generator.model.parts import Evidence
from generator.model.plan import Plan, Target, Task
from generator.model.procedure import Procedure
from generator.model.progress import Progress, TargetProgress, TaskProgress
from generator.model.times import Period


class TaskState(Enum):
    """Where a task stands today: (key, words, tone)."""

    OVERDUE = ("overdue", "Quá hạn", "late")
    DUE_SOON = ("due-soon", "Sắp đến hạn", "soon")
    IN_PROGRESS = ("in-progress", "Đang làm", "brand")
    PROVEN = ("proven", "Xong, có minh chứng", "ok")
    DECLARED = ("declared", "Báo xong, chưa có minh chứng", "soon")
    LAGGING = ("lagging", "Định kỳ, thiếu kỳ", "late")
    RECURRING = ("recurring", "Định kỳ, thường xuyên", "brand")
    WAITING = ("waiting", "Chờ điều kiện", "none")
    OPEN = ("open", "Chưa đến hạn", "none")
    DROPPED = ("dropped", "Thôi không làm", "none")
    NO_REPORT = ("no-report", "Chưa có số liệu", "none")

    def __init__(self, key: str, label: str, tone: str) -> None:
        self.key, self.label, self.tone = key, label, tone


class TargetState(Enum):
    """Where a target stands today: (key, words, tone)."""

    MET = ("met", "Đạt", "ok")
    ON_TRACK = ("on-track", "Đúng nhịp", "brand")
    BEHIND = ("behind", "Chậm nhịp", "soon")
    NOT_YET = ("not-yet", "Chưa đạt", "soon")
    MISSED = ("missed", "Không đạt khi hết hạn", "late")
    WORDS_ONLY = ("words-only", "Không có con số", "none")
    NO_DATA = ("no-data", "Chưa có số liệu", "none")

    def __init__(self, key: str, label: str, tone: str) -> None:
        self.key, self.label, self.tone = key, label, tone


@dataclass(frozen=True)
class TaskView:
    """A task with its state; ``days`` counts from the last day: positive when late, negative when to come.

    Where there are several turns, ``last_day`` is that of the first one missed, else of the next one.  ``spent_vnd`` is
    the amount that was reported last, for amounts are cumulative and may be corrected.
    """

    record: Task
    state: TaskState
    last_day: date | None
    days: int | None
    report: TaskProgress | None
    leads: tuple[AgencyCard, ...]
    coordinators: tuple[AgencyCard, ...]
    turns: tuple[Turn, ...] = ()
    spent_vnd: int | None = None

    @property
    def is_told(self) -> bool:
        """Whether more is known of the task than that no report tells of it."""
        return self.state is not TaskState.NO_REPORT

    @property
    def missed(self) -> tuple[Turn, ...]:
        """The turns that were missed."""
        return tuple(turn for turn in self.turns if turn.state is TurnState.MISSED)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What proves the report, if anything."""
        return self.report.evidence if self.report else ()


@dataclass(frozen=True)
class TargetView:
    """A target with its values: ``counted`` from the records by ``figure``, ``reported`` by people.

    ``value`` is the one that decides the state: the counted one where ``is_counted``, else the reported one.
    """

    record: Target
    state: TargetState
    value: Decimal | None
    counted: Decimal | None
    reported: Decimal | None
    figure: Figure | None
    report: TargetProgress | None
    reported_in: Period | None
    is_counted: bool

    @property
    def difference(self) -> Decimal | None:
        """How much the counted value lies above the reported one."""
        return None if self.counted is None or self.reported is None else self.counted - self.reported


@dataclass(frozen=True)
class PlanView:
    """A plan with its tasks, targets and counts as of today."""

    record: Plan
    agency: AgencyCard
    illustration: bool
    tasks: tuple[TaskView, ...]
    targets: tuple[TargetView, ...]
    reports: tuple[Progress, ...]
    children: tuple[PlanCard, ...]
    completion: Figure
    routines: tuple[Routine, ...] = ()
    spent_vnd: int | None = None

    @property
    def spent_share(self) -> Decimal | None:
        """How much of the budget was spent, in percent; None when one of the two is not known."""
        total = self.record.budget.total_vnd if self.record.budget else None
        return None if self.spent_vnd is None or not total else share(self.spent_vnd, total)

    def count(self, *states: TaskState) -> int:
        """Return how many tasks are in one of ``states``."""
        return sum(task.state in states for task in self.tasks)


@dataclass(frozen=True)
class FormView:
    """A form with the size of its file in bytes, if the file is here."""

    record: Form
    size: int | None


@dataclass(frozen=True)
class ProcedureView:
    """A procedure with all that points to it."""

    record: Procedure
    illustration: bool
    field: FieldCard
    summary: Summary
    cases: tuple[CaseView, ...]
    forms: tuple[FormView, ...]
    samples: tuple[SampleCard, ...]
    decision: DecisionCard | None
    replaces: tuple[ProcedureCard, ...]
    missing: tuple[str, ...]
    in_force: bool
    ended: bool


@dataclass(frozen=True)
class LegalView:
    """A legal document with the records that cite it."""

    record: Legal
    issuer: AgencyCard | None
    procedures: tuple[ProcedureCard, ...]
    plans: tuple[PlanCard, ...]
    decisions: tuple[DecisionCard, ...]
    replaces: tuple[LegalCard, ...]
    amends: tuple[LegalCard, ...]
    illustration: bool


@dataclass(frozen=True)
class DecisionView:
    """A decision with the procedures that it announces."""

    record: Decision
    agency: AgencyCard
    procedures: tuple[ProcedureCard, ...]
    illustration: bool


@dataclass(frozen=True)
class AgencyView:
    """An agency with its units and the records it is named in."""

    record: Agency
    parent: AgencyCard | None
    units: tuple[AgencyCard, ...]
    predecessors: tuple[AgencyCard, ...]
    procedures: tuple[str, ...]
    plans: tuple[PlanCard, ...]
    legal: tuple[LegalCard, ...]
    decisions: tuple[DecisionCard, ...]
    statistics: tuple[ReportCard, ...]
    assessments: tuple[ReportCard, ...]
    tasks: tuple[tuple[PlanCard, TaskCard], ...]


@dataclass(frozen=True)
class ChangeView:
    """A change with its procedure."""

    record: ChangeCard
    procedure: ProcedureCard
    illustration: bool

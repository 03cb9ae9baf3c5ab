"""What we computed from the facts, for templates and exports.  A view holds its record; people type none of it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from generator.catalogue import Catalogue
from generator.model.agency import Agency
from generator.model.assessment import Assessment, CriteriaGroup
from generator.model.channel import Channel
from generator.model.choices import ChannelKind
from generator.model.dossier import Form, PaperGroup
from generator.model.legal import Decision, Legal
from generator.model.lists import AdminField, LifeEvent
from generator.model.parts import Evidence
from generator.model.plan import Plan, Target, Task
from generator.model.procedure import Case, Procedure, Step
from generator.model.progress import Progress, TargetProgress, TaskProgress
from generator.model.sample import Sample
from generator.model.statistics import DossierRow, Statistics
from generator.model.times import Span
from generator.model.upkeep import Change


class TaskState(Enum):
    """Where a task stands today: (key, words, tone)."""

    OVERDUE = ("overdue", "Quá hạn", "late")
    DUE_SOON = ("due-soon", "Sắp đến hạn", "soon")
    IN_PROGRESS = ("in-progress", "Đang làm", "brand")
    PROVEN = ("proven", "Xong, có minh chứng", "ok")
    DECLARED = ("declared", "Báo xong, chưa có minh chứng", "soon")
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
    BEHIND = ("behind", "Chưa đạt", "soon")
    MISSED = ("missed", "Không đạt khi hết hạn", "late")
    WORDS_ONLY = ("words-only", "Không có con số", "none")
    NO_DATA = ("no-data", "Chưa có số liệu", "none")

    def __init__(self, key: str, label: str, tone: str) -> None:
        self.key, self.label, self.tone = key, label, tone


@dataclass(frozen=True)
class TaskView:
    """A task with its state; ``days`` counts from the last day: positive when late, negative when to come."""

    record: Task
    state: TaskState
    last_day: date | None
    days: int | None
    report: TaskProgress | None
    leads: tuple[Agency, ...]
    coordinators: tuple[Agency, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What proves the report, if anything."""
        return self.report.evidence if self.report else ()


@dataclass(frozen=True)
class TargetView:
    """A target with its value; ``share`` is the bar's length and ``mark`` the goal's place, both in percent."""

    record: Target
    state: TargetState
    value: Decimal | None
    report: TargetProgress | None
    share: float
    mark: float | None


@dataclass(frozen=True)
class PlanView:
    """A plan with its tasks, targets and counts as of today."""

    record: Plan
    agency: Agency
    illustration: bool
    tasks: tuple[TaskView, ...]
    targets: tuple[TargetView, ...]
    reports: tuple[Progress, ...]
    children: tuple[Plan, ...]

    def count(self, *states: TaskState) -> int:
        """Return how many tasks are in one of ``states``."""
        return sum(task.state in states for task in self.tasks)


@dataclass(frozen=True)
class Summary:
    """The first screen of a procedure.

    ``limits`` the different time limits (shortest first); fees in đồng, of those that apply today: ``by_channel`` the
    least of each channel, ``least_fee`` and ``most_fee`` of all (None when not known), ``ended_fees`` whether the
    source names one that no longer applies; ``papers`` the least and the most papers of a case.
    """

    limits: tuple[Span, ...]
    other_limit: bool
    by_channel: dict[ChannelKind, int]
    least_fee: int | None
    most_fee: int | None
    ended_fees: bool
    by_council: bool
    channels: tuple[ChannelKind, ...]
    papers: tuple[int, int] | None


@dataclass(frozen=True)
class FormView:
    """A form with the size of its file in bytes, if the file is here."""

    record: Form
    size: int | None


@dataclass(frozen=True)
class CaseView:
    """One case with what holds for it: its own and what is common to all."""

    case: Case | None
    papers: tuple[PaperGroup, ...]
    channels: tuple[Channel, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class ProcedureView:
    """A procedure with all that points to it."""

    record: Procedure
    illustration: bool
    field: AdminField
    folder: str
    summary: Summary
    cases: tuple[CaseView, ...]
    forms: tuple[FormView, ...]
    samples: tuple[Sample, ...]
    decision: Decision | None
    replaces: tuple[Procedure, ...]
    events: tuple[LifeEvent, ...]
    missing: tuple[str, ...]
    checked_days: int | None
    in_force: bool


@dataclass(frozen=True)
class LegalView:
    """A legal document with the records that cite it."""

    record: Legal
    issuer: Agency | None
    procedures: tuple[Procedure, ...]
    plans: tuple[Plan, ...]
    decisions: tuple[Decision, ...]
    replaces: tuple[Legal, ...]
    amends: tuple[Legal, ...]
    illustration: bool


@dataclass(frozen=True)
class DecisionView:
    """A decision with the procedures that it announces."""

    record: Decision
    agency: Agency
    procedures: tuple[Procedure, ...]
    illustration: bool


@dataclass(frozen=True)
class AgencyView:
    """An agency with its units and records."""

    record: Agency
    parent: Agency | None
    units: tuple[Agency, ...]
    predecessors: tuple[Agency, ...]
    procedures: tuple[Procedure, ...]
    plans: tuple[Plan, ...]
    legal: tuple[Legal, ...]
    decisions: tuple[Decision, ...]
    statistics: tuple[Statistics, ...]
    assessments: tuple[Assessment, ...]
    tasks: tuple[tuple[Plan, Task], ...]
    illustration: bool


@dataclass(frozen=True)
class GroupView:
    """A group of criteria with what it lost."""

    record: CriteriaGroup
    lost: Decimal | None


@dataclass(frozen=True)
class AssessmentView:
    """An assessment with its sums; ``gap`` is the reported total less the sum of the groups."""

    record: Assessment
    agency: Agency
    plan: Plan | None
    groups: tuple[GroupView, ...]
    sum_score: Decimal | None
    sum_max: Decimal | None
    gap: Decimal | None
    illustration: bool


@dataclass(frozen=True)
class StatisticsView:
    """The figures of a period with the totals of form II.06a."""

    record: Statistics
    agency: Agency
    total: DossierRow | None
    on_time: Decimal | None
    online: Decimal | None
    illustration: bool


@dataclass(frozen=True)
class ChangeView:
    """A change with its procedure."""

    record: Change
    procedure: Procedure
    illustration: bool


@dataclass(frozen=True)
class Site:
    """Everything that pages and exports are made of."""

    facts: Catalogue
    today: date
    procedures: dict[str, ProcedureView]
    plans: dict[str, PlanView]
    legal: dict[str, LegalView]
    decisions: dict[str, DecisionView]
    agencies: dict[str, AgencyView]
    assessments: dict[str, AssessmentView]
    statistics: tuple[StatisticsView, ...]
    changes: tuple[ChangeView, ...]
    samples: dict[str, Sample] = field(default_factory=dict)

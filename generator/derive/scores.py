"""Index scores: what was lost and why, how far each remedy is, and the score that it would give."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from generator.cards import AgencyCard, PlanCard
from generator.derive.plans import view_at
from generator.derive.views import TaskState, TaskView
from generator.facts import Facts
from generator.model.assessment import Assessment, CriteriaGroup, Criterion, Met

NONE = Decimal(0)


class Remedy(Enum):
    """How far the tasks are that would bring a lost point back, the nearest first: (key, words, tone)."""

    PROVEN = ("proven", "Việc khắc phục xong, có minh chứng", "ok")
    DECLARED = ("declared", "Việc khắc phục báo xong, chưa có minh chứng", "soon")
    UNDER_WAY = ("under-way", "Việc khắc phục đang làm hoặc chưa đến hạn", "brand")
    LATE = ("late", "Việc khắc phục chậm", "late")
    SILENT = ("silent", "Việc khắc phục chưa có báo cáo", "none")
    NO_TASK = ("no-task", "Chưa có việc khắc phục", "late")

    def __init__(self, key: str, label: str, tone: str) -> None:
        self.key, self.label, self.tone = key, label, tone


REMEDIES: dict[TaskState, Remedy] = {
    TaskState.PROVEN: Remedy.PROVEN,
    TaskState.DECLARED: Remedy.DECLARED,
    TaskState.IN_PROGRESS: Remedy.UNDER_WAY,
    TaskState.DUE_SOON: Remedy.UNDER_WAY,
    TaskState.OPEN: Remedy.UNDER_WAY,
    TaskState.WAITING: Remedy.UNDER_WAY,
    TaskState.RECURRING: Remedy.UNDER_WAY,
    TaskState.OVERDUE: Remedy.LATE,
    TaskState.LAGGING: Remedy.LATE,
    TaskState.NO_REPORT: Remedy.SILENT,
    TaskState.DROPPED: Remedy.NO_TASK,
}
_ORDER = list(Remedy)


@dataclass(frozen=True)
class CriterionView:
    """A criterion with what it lost, and the tasks that would bring that back.

    ``lost`` is None where the record does not give both score and maximum, ``remedy`` where nothing was lost.
    """

    record: Criterion
    lost: Decimal | None
    tasks: tuple[TaskView, ...]
    remedy: Remedy | None

    @property
    def is_unscored(self) -> bool:
        """Whether it is not wholly met, and nobody says how many points that cost."""
        return self.lost is None and self.record.met is not Met.MET


@dataclass(frozen=True)
class GroupView:
    """A group of criteria with what it lost; ``untold`` is what it lost beyond what its criteria are said to have."""

    record: CriteriaGroup
    criteria: tuple[CriterionView, ...]
    lost: Decimal | None
    untold: Decimal | None


@dataclass(frozen=True)
class Step:
    """The points that would come back by the remedies that are equally far, and the score with them."""

    remedy: Remedy
    criteria: tuple[CriterionView, ...]
    points: Decimal
    score: Decimal


@dataclass(frozen=True)
class Road:
    """The way from the score to the most that can be reached, as far as the record tells where points were lost.

    ``rest`` is what is lost besides: ``in_groups`` by a group that does not say by which criterion, and the remainder
    where the record does not even say in which group.
    """

    start: Decimal
    steps: tuple[Step, ...]
    scale: Decimal | None
    in_groups: Decimal

    @property
    def end(self) -> Decimal:
        """The score with every lost point back that the record ties to a criterion."""
        return self.steps[-1].score if self.steps else self.start

    @property
    def rest(self) -> Decimal | None:
        """What is missing from the end of the road to the whole scale; None when the scale is not known."""
        return None if self.scale is None else self.scale - self.end

    @property
    def elsewhere(self) -> Decimal | None:
        """What is lost and not even told of a group."""
        return None if self.rest is None else self.rest - self.in_groups

    def with_(self, remedy: Remedy) -> Decimal:
        """Return the score with every remedy that is at least as far."""
        last = _ORDER.index(remedy)
        return self.start + sum((each.points for each in self.steps if _ORDER.index(each.remedy) <= last), NONE)


@dataclass(frozen=True)
class AssessmentView:
    """An assessment with its sums; ``gap`` is the reported total less the sum of the groups.

    ``first`` and ``last`` are the scores of the first and the last of all, as far as the record lets them be known.
    """

    record: Assessment
    agency: AgencyCard
    plan: PlanCard | None
    groups: tuple[GroupView, ...]
    sum_score: Decimal | None
    sum_max: Decimal | None
    gap: Decimal | None
    road: Road | None
    first: Decimal | None
    last: Decimal | None
    illustration: bool

    @property
    def criteria(self) -> list[CriterionView]:
        """All criteria."""
        return [each for group in self.groups for each in group.criteria]

    @property
    def unscored(self) -> list[CriterionView]:
        """The criteria that are not wholly met and do not say what that cost."""
        return [each for each in self.criteria if each.is_unscored]

    @property
    def met_unscored(self) -> int:
        """How many criteria are met, but without a score."""
        return sum(each.lost is None and not each.is_unscored for each in self.criteria)


def assessment_view(record: Assessment, facts: Facts) -> AssessmentView:
    """Return an assessment with the sum of its groups, its gap to the reported total, and the road from there."""
    score = _sum(group.score for group in record.groups)
    tasks = _tasks(record, facts)
    groups = tuple(_group(group, tasks) for group in record.groups)
    start = record.total if record.total is not None else score
    return AssessmentView(
        record=record,
        agency=facts.agencies[record.agency],
        plan=facts.plans[record.plan] if record.plan else None,
        groups=groups,
        sum_score=score,
        sum_max=_sum(group.max for group in record.groups),
        gap=record.total - score if record.total is not None and score is not None else None,
        road=_road(record, groups, start) if start is not None else None,
        first=_plus(record.total, record.behind_first),
        last=_plus(record.total, None if record.ahead_of_last is None else -record.ahead_of_last),
        illustration=facts.is_illustration(record.agency),
    )


def _plus(total: Decimal | None, more: Decimal | None) -> Decimal | None:
    return None if total is None or more is None else total + more


def _tasks(record: Assessment, facts: Facts) -> dict[str, TaskView]:
    """Return the tasks of the plan that is to mend what was lost, with their states."""
    return {str(task.record.id): task for task in view_at(str(record.plan), facts).tasks} if record.plan else {}


def _group(record: CriteriaGroup, tasks: dict[str, TaskView]) -> GroupView:
    criteria = tuple(_criterion(each, tasks) for each in record.criteria)
    lost = _less(record.max, record.score)
    told = _sum(each.lost for each in criteria) or NONE
    return GroupView(record, criteria, lost, None if lost is None else lost - told)


def _criterion(record: Criterion, tasks: dict[str, TaskView]) -> CriterionView:
    lost = _less(record.max, record.score)
    found = tuple(tasks[str(each)] for each in record.tasks if str(each) in tasks)
    return CriterionView(record, lost, found, _remedy(found) if lost or record.met is not Met.MET else None)


def _remedy(tasks: Iterable[TaskView]) -> Remedy:
    """Return how far the least advanced task is; those that were given up count where all were."""
    found = {REMEDIES[task.state] for task in tasks}
    return max((found - {Remedy.NO_TASK}) or {Remedy.NO_TASK}, key=_ORDER.index)


def _road(record: Assessment, groups: tuple[GroupView, ...], start: Decimal) -> Road:
    lost = [each for group in groups for each in group.criteria if each.lost]
    steps: list[Step] = []
    for remedy in Remedy:
        criteria = tuple(each for each in lost if each.remedy is remedy)
        if criteria:
            points = _sum(each.lost for each in criteria) or NONE
            steps.append(Step(remedy, criteria, points, (steps[-1].score if steps else start) + points))
    return Road(start, tuple(steps), record.scale, _sum(group.untold for group in groups) or NONE)


def _less(most: Decimal | None, score: Decimal | None) -> Decimal | None:
    return most - score if most is not None and score is not None else None


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [each for each in values if each is not None]
    return sum(known, NONE) if known else None


def years_of(record: Assessment, facts: Facts) -> list[Assessment]:
    """Return the assessments of the same agency by the same index, the earliest first."""
    found: list[Assessment] = [
        facts.whole("assessments", each) for each in facts.pointing("assessments", "agency", str(record.agency))
    ]
    return sorted((each for each in found if each.kind is record.kind), key=lambda each: (each.year, str(each.id)))


@dataclass(frozen=True)
class Compared:
    """A group in two years; ``change`` is None where a score is missing or the maximum is another one."""

    name: str
    before: CriteriaGroup | None
    now: CriteriaGroup | None

    @property
    def change(self) -> Decimal | None:
        """How many points more."""
        if self.before is None or self.now is None or self.before.max != self.now.max:
            return None
        return _less(self.now.score, self.before.score)


def compared(before: Assessment, now: Assessment) -> list[Compared]:
    """Return the groups of two years beside each other, by their ids: those of the later year, then what is gone."""
    old, new = ({str(group.id): group for group in record.groups} for record in (before, now))
    return [
        Compared((new.get(key) or old[key]).name, old.get(key), new.get(key)) for key in dict.fromkeys([*new, *old])
    ]

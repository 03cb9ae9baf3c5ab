"""What pages say of tasks and targets: states in words, what is urgent first, charts of them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import groupby

from generator import charts, urls, words
from generator.cards import AgencyCard
from generator.derive.due import span_of
from generator.derive.targets import DOWNWARD
from generator.derive.turns import Turn, TurnState
from generator.derive.views import TargetView, TaskState, TaskView
from generator.fold import anchor_of
from generator.model import times
from generator.model.plan import Comparator, Measure, Unit
from generator.pages.base import Meta

LATE = (TaskState.OVERDUE, TaskState.LAGGING)
# What a supervisor wants to see first.
ORDER = (
    TaskState.OVERDUE,
    TaskState.LAGGING,
    TaskState.DUE_SOON,
    TaskState.DECLARED,
    TaskState.IN_PROGRESS,
    TaskState.OPEN,
    TaskState.WAITING,
    TaskState.RECURRING,
    TaskState.PROVEN,
    TaskState.DROPPED,
    TaskState.NO_REPORT,
)
WHOLE_PERIODS = (times.DueMonth, times.DueQuarter, times.DueHalfYear, times.DueYear)
GOOD = {
    Comparator.BETWEEN: charts.Good.BETWEEN,
    Comparator.EQUAL: charts.Good.AT,
    **dict.fromkeys(DOWNWARD, charts.Good.BELOW),
}


def urgency(task: TaskView) -> tuple[int, int]:
    """Return what puts tasks in order: by state, and the longest overdue or the soonest due first."""
    return ORDER.index(task.state), -(task.days if task.days is not None else -100_000)


def by_state(tasks: Iterable[TaskView]) -> list[tuple[TaskState, list[TaskView]]]:
    """Return tasks under their states, what is urgent first."""
    return [(state, list(found)) for state, found in groupby(sorted(tasks, key=urgency), key=lambda task: task.state)]


def days_words(task: TaskView) -> str:
    """Return how many days a task is late, or has left; nothing where that says nothing."""
    if task.days is None:
        return ""
    if task.state in LATE:
        return f"{task.days} ngày"
    return f"còn {-task.days} ngày" if task.state is TaskState.DUE_SOON else ""


def turns_words(turns: Iterable[Turn]) -> str:
    """Return which periods were delivered and which were not: ``đã nộp quý I/2026; thiếu quý II/2026``."""
    found: dict[TurnState, list[str]] = {}
    for turn in turns:
        name = words.period(turn.period)
        found.setdefault(turn.state, []).append(f"{name} (lần {turn.number})" if _is_several(turn, turns) else name)
    told = [state for state in TurnState if state is not TurnState.TO_COME and state in found]
    return "; ".join(f"{state.label}: {', '.join(found[state])}" for state in told)


def _is_several(turn: Turn, turns: Iterable[Turn]) -> bool:
    return sum(each.period == turn.period for each in turns) > 1


def task_anchor(task: str) -> str:
    """Return the anchor of a task on the page of a unit."""
    return anchor_of(f"Việc {task}")


def task_page(plan: str, task: TaskView) -> str:
    """Return where a task stands with its evidence: on the page of its first leading unit, else on that of the plan."""
    if not task.leads:
        return f"{urls.plan(plan)}#{task_anchor(task.record.id) if task.is_told else 'viec-phai-lam-theo-nhom'}"
    return f"{urls.plan_unit(plan, task.leads[0].id)}#{task_anchor(task.record.id)}"


def bullets(targets: Iterable[TargetView]) -> list[charts.Chart]:
    """Return the chart of the targets that have a number to reach; nothing where no value is known yet."""
    measured = [target for target in targets if target.record.measure]
    if all(target.counted is None and target.reported is None for target in measured):
        return []
    rows = tuple(_bullet(target, target.record.measure) for target in measured if target.record.measure)
    return [charts.bullet(charts.Bullet("Chỉ tiêu so với mức cần đạt", rows))]


def _bullet(target: TargetView, measure: Measure) -> charts.BulletRow:
    """Return a target as a row of a chart; its words say the same."""
    baseline = target.record.baseline
    return charts.BulletRow(
        text=f"{target.record.id}. {target.record.text}",
        goal=words.goal(measure),
        goals=(measure.value,) if measure.value_to is None else (measure.value, measure.value_to),
        state=target.state.label,
        tone=target.state.tone,
        good=GOOD.get(measure.comparator, charts.Good.ABOVE),
        counted=_shown(target.counted, measure),
        reported=_shown(target.reported, measure),
        baseline=_shown(baseline.value if baseline else None, measure),
        full=100 if measure.unit is Unit.PERCENT else None,
    )


def _shown(value: Decimal | None, measure: Measure) -> charts.Figure | None:
    return None if value is None else charts.Figure(value, words.amount(value, measure))


def states_of(label: str, tasks: Iterable[TaskView], page: str, *, illustration: bool = False) -> charts.PartsRow:
    """Return tasks as a row of a chart: so many in each state."""
    found = by_state(tasks)
    parts = tuple(charts.Part(state.label, len(each), state.tone) for state, each in found)
    tag, tone = ("Minh họa", "late") if illustration else ("", "none")
    return charts.PartsRow(label, sum(len(each) for _state, each in found), parts, page, tag=tag, tag_tone=tone)


def timeline(tasks: Iterable[TaskView], span: tuple[date, date], today: date) -> list[charts.Chart]:
    """Return the chart of what is to be done when, under the units that lead; nothing when no task has a last day."""
    rows = [_span(task) for task in sorted((task for task in tasks if task.last_day), key=_unit_and_day)]
    if not rows:
        return []
    ends = [row.end for row in rows if row.end]
    first, last = min(span[0], *ends), max(span[1], *ends)
    return [charts.timeline(charts.Timeline("Việc nào đến hạn khi nào", tuple(rows), first, last, today))]


def _unit_and_day(task: TaskView) -> tuple[tuple[str, ...], date]:
    """Return what puts the rows of a unit together; units by their ids, for a name is text of anybody."""
    return tuple(lead.id for lead in task.leads) or ("~",), task.last_day or date.max


def _span(task: TaskView) -> charts.Span:
    return charts.Span(
        text=f"{task.record.id}. {task.record.text}",
        who=f"hạn: {words.due(task.record.due)}",
        start=span_of(task.turns[0].period)[0] if task.turns and type(task.record.due) in WHOLE_PERIODS else None,
        end=task.last_day,
        state=task.state.label,
        tone=task.state.tone,
        group=", ".join(lead.name for lead in task.leads) or "Văn bản không nêu đơn vị",
    )


def count(label: str, value: int, tone: str = "none", to: str = "") -> Meta:
    """Return one of the large numbers on top of a page; ``to`` is the anchor or page that lists what it counts."""
    return {"label": label, "value": value, "tone": tone, **({"to": to} if to else {})}


def named(agencies: Iterable[AgencyCard]) -> str:
    """Return the short names of agencies in one line."""
    return ", ".join(each.short_name or each.name for each in agencies)

"""Tasks as of today: the state of each, from when it is due and what was reported; nobody types it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from generator.cards import AgencyCard
from generator.derive.due import last_day
from generator.derive.turns import GIVEN, Delivered, Turn, TurnState, turns_of
from generator.derive.views import TaskState, TaskView
from generator.facts import Facts
from generator.model import times
from generator.model.parts import Evidence
from generator.model.plan import Plan, Task
from generator.model.progress import Progress, ReportedState, TaskProgress

ENDED = {TaskState.PROVEN: TurnState.DELIVERED, TaskState.DECLARED: TurnState.DECLARED}
OPEN = frozenset({TurnState.RUNNING, TurnState.TO_COME})
RECURRING = (times.DueEvery, times.DueContinuous, times.DueFrom)


def task_view(task: Task, plan: Plan, reports: tuple[Progress, ...], facts: Facts) -> TaskView:
    """Return a task of ``plan`` with its state, from the ``reports`` up to today."""
    entries = [entry for each in reports for entry in each.tasks if entry.task == task.id]
    dues = [due for due in (task.due, *task.also_due) if due]
    turns = turns_of(dues, plan.period, _delivered(entries), facts.clock)
    report, ended = _merged(entries), _ended(task, entries, turns)
    turns = _closed(turns, ended)
    near = _nearest(turns)
    days = (facts.clock.today - near.last_day).days if near else None
    return TaskView(
        record=task,
        state=ended or _state(task, report, reported=bool(reports), near=near, facts=facts),
        last_day=near.last_day if near else None,
        days=days,
        report=report,
        leads=_agencies(task.lead, facts),
        coordinators=_agencies(task.coordinate, facts),
        turns=turns,
        spent_vnd=next((each.spent_vnd for each in reversed(entries) if each.spent_vnd is not None), None),
    )


def _agencies(ids: tuple[str, ...], facts: Facts) -> tuple[AgencyCard, ...]:
    return tuple(facts.agencies[each] for each in ids)


def _delivered(entries: Iterable[TaskProgress]) -> Delivered:
    """Return what was delivered; evidence in the same entry, or a later one that names the period again, proves it."""
    proven = {str(each) for entry in entries if entry.evidence for each in entry.delivered}
    named = {str(each) for entry in entries for each in entry.delivered}
    return Delivered(frozenset(proven), frozenset(named - proven))


def _merged(entries: list[TaskProgress]) -> TaskProgress | None:
    """Return the latest entry with the evidence and delivered periods of all of them."""
    if not entries:
        return None
    evidence: dict[str, Evidence] = {repr(each): each for entry in entries for each in entry.evidence}
    delivered = dict.fromkeys(each for entry in entries for each in entry.delivered)
    return entries[-1].model_copy(update={"evidence": tuple(evidence.values()), "delivered": tuple(delivered)})


def _nearest(turns: tuple[Turn, ...]) -> Turn | None:
    """Return the turn that counts today: the first that was missed, else the next one, else the last of all."""
    open_ones = [turn for turn in turns if turn.state in OPEN or turn.state is TurnState.MISSED]
    return next(iter(open_ones), turns[-1] if turns else None)


def _state(task: Task, report: TaskProgress | None, *, reported: bool, near: Turn | None, facts: Facts) -> TaskState:
    """Return the state; a plan without any report says so and is not called late.

    What the plan says is issued is declared, unless a day besides is still asked for.
    """
    if isinstance(task.due, times.DueIssued) and not report and not near:
        return TaskState.DECLARED
    if not reported:
        return TaskState.NO_REPORT
    return _pressing(task, near, facts) or _unhurried(task, report)


def _ended(task: Task, entries: Sequence[TaskProgress], turns: tuple[Turn, ...]) -> TaskState | None:
    """Return how a task has ended, if it has: said to be done or dropped, or delivered on each of its days.

    What recurs is not done while a period is missing or to come, whatever is said of it; its periods prove it.
    """
    if entries and entries[-1].state is ReportedState.DROPPED:
        return TaskState.DROPPED
    said, given = _said(entries), _given(turns)
    if isinstance(task.due, RECURRING):
        return said and (given if turns else said)
    if not all(last_day(each) for each in (task.due, *task.also_due)):
        given = None
    return TaskState.PROVEN if TaskState.PROVEN in {said, given} else said or given


def _said(entries: Sequence[TaskProgress]) -> TaskState | None:
    """Return whether the last reports say that it is done, and prove it.

    Evidence proves it where it came with the words "done"; what came before was of work under way.
    """
    done = list(takewhile(lambda each: each.state is ReportedState.DONE, reversed(entries)))
    if not done:
        return None
    return TaskState.PROVEN if any(each.evidence for each in done) else TaskState.DECLARED


def _given(turns: tuple[Turn, ...]) -> TaskState | None:
    """Return whether all turns were delivered, and whether all of them with evidence."""
    states = {turn.state for turn in turns}
    if not states or not states <= GIVEN:
        return None
    return TaskState.DECLARED if TurnState.DECLARED in states else TaskState.PROVEN


def _closed(turns: tuple[Turn, ...], ended: TaskState | None) -> tuple[Turn, ...]:
    """Return the turns of a task that is done: none of them is missing any more."""
    state = ENDED.get(ended) if ended else None
    return tuple(replace(turn, state=state) if state and turn.state not in GIVEN else turn for turn in turns)


def _pressing(task: Task, near: Turn | None, facts: Facts) -> TaskState | None:
    recurring = isinstance(task.due, RECURRING)
    if near and near.state is TurnState.MISSED:
        return TaskState.LAGGING if recurring else TaskState.OVERDUE
    if recurring:
        return TaskState.RECURRING
    return TaskState.DUE_SOON if near and near.state in OPEN and _is_soon(near, facts) else None


def _is_soon(turn: Turn, facts: Facts) -> bool:
    return (turn.last_day - facts.clock.today).days <= facts.site.due_soon_days


def _unhurried(task: Task, report: TaskProgress | None) -> TaskState:
    if report and report.state is ReportedState.IN_PROGRESS:
        return TaskState.IN_PROGRESS
    return TaskState.WAITING if isinstance(task.due, times.DueWhen) else TaskState.OPEN

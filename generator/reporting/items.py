"""Tasks and targets of a plan as a frozen report tells them: each with its words, its days and what proves it."""

from datetime import date

from generator import words
from generator.derive.targets import value_of
from generator.derive.turns import GIVEN, Turn, TurnState
from generator.derive.views import PlanView, TargetView, TaskState, TaskView
from generator.facts import Facts
from generator.model.codes import Slug
from generator.model.parts import Evidence, EvidenceAddress, EvidenceDocument
from generator.model.plan import Measure
from generator.model.report import DecidedBy, FrozenTarget, FrozenTask, Proof, Value
from generator.pages.states import days_words
from generator.reporting.parts import made, name_on
from generator.reporting.workings import Desk


def tasks_of(view: PlanView, day: date, facts: Facts) -> tuple[FrozenTask, ...]:
    """Return the tasks of a plan with their states on ``day``."""
    groups = {each.id: each.title for each in view.record.groups}
    return tuple(_task(task, groups, day, facts) for task in view.tasks)


def _task(task: TaskView, groups: dict[Slug, str], day: date, facts: Facts) -> FrozenTask:
    record = task.record
    return made(
        FrozenTask,
        task=record.id,
        area=record.area,
        group=groups.get(Slug(record.group)) if record.group else None,
        text=record.text,
        units=tuple(name_on(each, day, facts) for each in record.lead),
        due="; ".join(words.due(each) for each in (record.due, *record.also_due)),
        last_day=task.last_day,
        state=Slug(task.state.key),
        words=_words(task),
        days=task.days,
        delivered=tuple(_turn(each) for each in task.turns if each.state in GIVEN),
        missed=tuple(_turn(each) for each in task.missed),
        spent_vnd=task.spent_vnd,
        evidence=tuple(map(proof, task.evidence)),
        note=task.report.note if task.report else None,
    )


def _words(task: TaskView) -> str:
    """Return a state with its days: ``Quá hạn 51 ngày``; of what recurs, the periods that lack say it better."""
    days = "" if task.state is TaskState.LAGGING else days_words(task)
    return f"{task.state.label}{', ' if days.startswith('còn') else ' '}{days}" if days else task.state.label


def _turn(turn: Turn) -> str:
    """Return a turn in words: ``quý III/2026``, ``năm 2026, lần 2, chưa có minh chứng``."""
    number = f", lần {turn.number}" if turn.number > 1 else ""
    unproven = ", chưa có minh chứng" if turn.state is TurnState.DECLARED else ""
    return f"{words.period(turn.period)}{number}{unproven}"


def targets_of(view: PlanView, day: date, desk: Desk) -> tuple[FrozenTarget, ...]:
    """Return the targets of a plan with their values on ``day``; how they were counted is kept on the desk."""
    first = words.day(date(*view.record.period.months[:2], 1))
    span = f"từ {first} đến {words.day(day)}"
    return tuple(_target(target, span, day, desk) for target in view.targets)


def _target(target: TargetView, span: str, day: date, desk: Desk) -> FrozenTarget:
    record, measure, report = target.record, target.record.measure, target.report
    return made(
        FrozenTarget,
        target=record.id,
        area=record.area,
        text=record.text,
        scope=record.scope,
        units=tuple(name_on(each, day, desk.facts) for each in record.lead),
        goal=words.goal(measure) if measure else None,
        unit=(measure.unit.label or None) if measure else None,
        due=words.due(record.due),
        counted=_counted(target),
        reported=_reported(target),
        difference=target.difference,
        decided_by=_decided_by(target),
        shown=_shown(target, measure),
        state=Slug(target.state.key),
        words=target.state.label,
        working=desk.of_target(target.figure, span) if target.figure else None,
        evidence=tuple(map(proof, report.evidence)) if report else (),
        note=report.note if report else None,
    )


def _counted(target: TargetView) -> Value | None:
    figure = target.figure
    if figure is None or not figure.entries:
        return None
    return made(Value, value=target.counted, numerator=figure.numerator, denominator=figure.denominator)


def _reported(target: TargetView) -> Value | None:
    report = target.report
    if report is None or (report.value is None and report.numerator is None):
        return None
    return made(Value, value=value_of(report), numerator=report.numerator, denominator=report.denominator)


def _decided_by(target: TargetView) -> DecidedBy | None:
    if target.value is None:
        return None
    return DecidedBy.COUNTED if target.is_counted else DecidedBy.REPORTED


def _shown(target: TargetView, measure: Measure | None) -> str | None:
    return words.amount(target.value, measure) if measure and target.value is not None else None


def proof(evidence: Evidence) -> Proof:
    """Return evidence as people read it, with where it is."""
    match evidence:
        case EvidenceDocument():
            text = f"{evidence.number} ngày {words.day(evidence.date)} {evidence.title or ''}".strip()
            return made(Proof, text=text, url=evidence.url)
        case EvidenceAddress():
            seen = f", xem ngày {words.day(evidence.seen_on)}" if evidence.seen_on else ""
            return made(Proof, text=f"{evidence.title or evidence.url}{seen}", url=evidence.url)
    text = f"{evidence.title or evidence.file} (SHA-256 {evidence.sha256[:12]}…)"
    return made(Proof, text=text, file=evidence.file)

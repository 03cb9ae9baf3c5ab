"""Frozen reports: which versions there are, which is the latest, and what each changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import words
from generator.cards import FrozenCard
from generator.facts import Facts
from generator.model.report import FrozenReport
from generator.model.times import Period


def versions_of(plan: str, facts: Facts) -> dict[Period, list[FrozenCard]]:
    """Return the versions of each period of a plan, the newest period first, in it the first version first."""
    cards = [facts.frozen[key] for key in facts.pointing("reports", "plan", plan)]
    found: dict[Period, list[FrozenCard]] = {}
    for card in sorted(cards, key=lambda card: (card.period.months[2:], card.period, -card.version), reverse=True):
        found.setdefault(card.period, []).append(card)
    return found


def latest_of(plan: str, facts: Facts) -> dict[Period, FrozenCard]:
    """Return the latest version of each period of a plan, the newest period first."""
    return {period: cards[-1] for period, cards in versions_of(plan, facts).items()}


def frozen_of(plan: str, facts: Facts) -> tuple[FrozenCard, ...]:
    """Return the latest version of each period of a plan, the newest period first; pages link to them."""
    return tuple(latest_of(plan, facts).values())


@dataclass(frozen=True)
class Changed:
    """A figure that differs between two versions, in words."""

    what: str
    was: str
    now: str


def changes(before: FrozenReport, after: FrozenReport) -> list[Changed]:
    """Return the figures in which two versions differ, and whether their words do."""
    one, other = dict(_figures(before)), dict(_figures(after))
    found = [
        Changed(name, one.get(name, ABSENT), other.get(name, ABSENT))
        for name in dict.fromkeys([*one, *other])
        if one.get(name) != other.get(name)
    ]
    return [*found, *(Changed(name, "bản trước", "đã viết lại") for name in _rewritten(before, after))]


def _rewritten(before: FrozenReport, after: FrozenReport) -> Iterator[str]:
    """Yield the parts whose words differ."""
    one, other = ({each.title: each for each in report.sections} for report in (before, after))
    for title in dict.fromkeys([*one, *other]):
        if one.get(title) != other.get(title):
            yield f"Mục “{title}”"
    if before.letterhead != after.letterhead:
        yield "Thể thức văn bản"


ABSENT = "không có"


def _figures(report: FrozenReport) -> Iterator[tuple[str, str]]:
    """Yield every figure of a report with its name."""
    yield "Số liệu tính đến ngày", words.day(report.as_of)
    for target in report.targets:
        yield f"Chỉ tiêu {target.target}", f"{target.shown or 'chưa có số liệu'}, {target.words}"
    for task in report.tasks:
        yield f"Nhiệm vụ {task.task}", task.words
    for working in report.workings:
        if working.id in report.indicators:
            share = "không phát sinh" if working.share is None else f"{words.number(working.share)} %"
            yield working.name, f"{share} ({words.number(working.numerator)}/{words.number(working.denominator)})"
    yield from _numbers(report)


def _numbers(report: FrozenReport) -> Iterator[tuple[str, str]]:
    if report.form:
        for row in (*report.form.rows, report.form.total):
            yield f"Biểu II.06a, {row.name}", " · ".join(map(words.number, row.columns))
    if survey := report.satisfaction:
        yield "Phiếu hài lòng", f"{survey.satisfied}/{survey.ballots}"
    if feedback := report.feedback:
        yield "Phản ánh, kiến nghị", f"{feedback.resolved_on_time}/{feedback.received} đúng hạn"
    if report.budget and report.budget.spent_vnd is not None:
        yield "Đã chi", words.money(report.budget.spent_vnd)

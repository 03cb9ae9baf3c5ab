"""The command ``minhbach report``: freeze what is known of a plan's period, once, and say what to do next."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator import words
from generator.check import check
from generator.derive.due import span_of
from generator.derive.frozen import changes, latest_of
from generator.derive.metrics import Scope
from generator.derive.metrics.formula import statistics_of
from generator.errors import DataError, Severity, ToolError
from generator.facts import Facts
from generator.importers.canonical import plain_of, yaml_of
from generator.model import KINDS
from generator.model.codes import Slug
from generator.model.plan import Plan
from generator.model.report import FrozenReport, Replaced
from generator.model.times import Period
from generator.parse import parse
from generator.read import MAX_BYTES, Document, read
from generator.reporting.freeze import frozen
from generator.reporting.letterhead import Paper, letterhead
from generator.reporting.origin import origin_of
from generator.reporting.parts import made
from generator.reporting.seal import seal_of
from generator.rules import problems_of
from generator.rules.reports import id_of
from generator.schema import modeline
from generator.shape import shaped

# What says nothing of the period: where the report comes from, and which of its versions it is.
AROUND = frozenset({"id", "version", "replaces", "reason", "made_on", "origin", "seal"})
SHOWN = 5  # changes that a message tells
KIND = next(kind for kind in KINDS if kind.model is FrozenReport)


@dataclass(frozen=True)
class Order:
    """What somebody asks for: a plan and a period; as of a day, with a reason, on a paper, from data not committed."""

    plan: str
    period: str
    as_of: date | None = None
    reason: str | None = None
    paper: Paper = field(default_factory=Paper)
    uncommitted: bool = False


def run(data: Path, order: Order, today: date, say: Callable[[str], Any]) -> Path | None:
    """Write the report and return its file; None when the one that is there says the same.

    Raises ``DataError`` when the data have errors, ``ToolError`` when the report cannot be made.
    """
    facts = check(read(data), today).facts
    plan, period = _plan(order.plan, facts), _period(order.period)
    _refuse_outside(plan, period)
    day = _day(plan, period, order.as_of, facts)
    then = facts.on(day)
    content = frozen(plan, period, then, order.paper)
    before = _before(order.plan, period, facts)
    if before and _said(before) == _said(_on_paper_of(before, content, plan, order.paper, then)):
        say(f"Bản {before.version} ở {_file(data, before)} vẫn đúng; không có gì đổi nên không ghi bản mới.")
        return None
    report = _numbered(content, before, order, today, data)
    path = _file(data, report)
    _write(path, report, facts)
    say(f"Đã chốt bản {report.version} của báo cáo {words.period(period)}, số liệu đến {words.day(day)}: {path}")
    for line in report.missing:
        say(f"  Còn thiếu: {line}")
    say(f"Việc tiếp theo: đọc lại tệp, rồi git add {path} && git commit, và mở pull request.")
    return path


def _plan(key: str, facts: Facts) -> Plan:
    if key not in facts.plans:
        message = f"không có kế hoạch nào mã “{key}”; các mã: {', '.join(facts.plans)}"
        raise ToolError(message)
    return facts.whole("plans", key)  # type: ignore[no-any-return]


def _period(text: str) -> Period:
    if not Period.pattern.fullmatch(text):
        message = f"“{text}” không phải là {Period.noun}; {Period.hint}"
        raise ToolError(message)
    period = Period(text)
    first_year, _month, last_year, _last_month = period.months
    if first_year != last_year:
        message = f"không lập báo cáo cho {words.period(period)}: chỉ lập cho tháng, quý, 6 tháng, 9 tháng hoặc năm"
        raise ToolError(message)
    return period


def _refuse_outside(plan: Plan, period: Period) -> None:
    (first, last), (start, end) = span_of(plan.period), span_of(period)
    if start < first or last < end:
        message = f"{words.period(period)} nằm ngoài thời kỳ của kế hoạch ({words.period(plan.period)})"
        raise ToolError(message)


def _day(plan: Plan, period: Period, as_of: date | None, facts: Facts) -> date:
    """Return the day of the figures: as told, else the first on which the period and all its figures were closed."""
    last = span_of(period)[1]
    if not facts.clock.is_after(last):
        message = f"{words.period(period)} chưa hết (ngày cuối là {words.day(last)}); lập báo cáo từ ngày hôm sau"
        raise ToolError(message)
    if as_of is None:
        return max([last, *_closed(plan, period, facts)])
    if as_of < last or not facts.clock.has_come(as_of):
        message = f"--as-of phải từ {words.day(last)} (ngày cuối kỳ) đến {words.day(facts.clock.today)} (hôm nay)"
        raise ToolError(message)
    return as_of


def _closed(plan: Plan, period: Period, facts: Facts) -> list[date]:
    """Return the days on which the figures of the period were closed: of progress, and of dossiers."""
    progress = [facts.whole("progress", key) for key in facts.pointing("progress", "plan", str(plan.id))]
    days = [each.as_of for each in progress if each.period == period]
    days += [each.as_of for _key, each in statistics_of(Scope(str(plan.agency), span_of(period)), facts)]
    return [day for day in days if facts.clock.has_come(day)]


def _before(plan: str, period: Period, facts: Facts) -> FrozenReport | None:
    card = latest_of(plan, facts).get(period)
    return facts.whole("reports", card.id) if card else None


def _on_paper_of(before: FrozenReport, content: FrozenReport, plan: Plan, paper: Paper, facts: Facts) -> FrozenReport:
    """Return the content with what the paper before says, where the new one says nothing."""
    head = before.letterhead
    former = Paper(head.number, head.date, head.signer.name if head.signer else None)
    told = {name: value for name, value in vars(paper).items() if value is not None}
    both = letterhead(plan, content.period, replace(former, **told), facts)
    return content.model_copy(update={"letterhead": both})


def _said(report: FrozenReport) -> Any:
    """Return what a report says, whichever version it is."""
    return {key: value for key, value in plain_of(report).items() if key not in AROUND}


def _numbered(
    content: FrozenReport, before: FrozenReport | None, order: Order, today: date, data: Path
) -> FrozenReport:
    """Return the report with its version, day, origin and seal; raise ``ToolError`` when it lacks a reason."""
    if before and not order.reason:
        message = (
            f"đã có bản {before.version} và số liệu nay khác: {_different(before, content)}. "
            "Muốn lập bản mới thì nêu lý do: --reason “…”"
        )
        raise ToolError(message)
    version = before.version + 1 if before else 1
    around = {
        "id": Slug(id_of(content.period, version)),
        "version": version,
        "made_on": today,
        "origin": origin_of(data, uncommitted=order.uncommitted),
    }
    if before:
        around |= {"replaces": made(Replaced, report=before.id, seal=before.seal), "reason": order.reason}
    report = content.model_copy(update=around)
    return report.model_copy(update={"seal": seal_of(report)})


def _different(before: FrozenReport, content: FrozenReport) -> str:
    """Return what differs: the first figures, else the names of the parts."""
    found = [f"{each.what}: {each.was} → {each.now}" for each in changes(before, content)]
    if found:
        more = f" và {len(found) - SHOWN} chỗ khác" if len(found) > SHOWN else ""
        return "; ".join(found[:SHOWN]) + more
    one, other = _said(before), _said(content)
    parts = (info.title or name for name, info in FrozenReport.model_fields.items() if one.get(name) != other.get(name))
    return "; ".join(parts)


def _file(data: Path, report: FrozenReport) -> Path:
    return data / KIND.name / report.plan / f"{report.id}.yml"


def _write(path: Path, report: FrozenReport, facts: Facts) -> None:
    """Write a report that reads back as it is and breaks no rule; never over another file."""
    text = modeline(KIND) + yaml_of(report)
    if len(text.encode()) > MAX_BYTES:
        message = f"báo cáo dài hơn {MAX_BYTES // 1024} KB nên không ghi được; báo cho người giữ mã nguồn"
        raise ToolError(message)
    document = Document(f"{KIND.name}/{report.plan}/{path.name}", str(path), parse(text))
    filed, problems = shaped(document)
    wrong = [*problems, *(problems_of(filed, facts) if filed else ())]
    if errors := [each for each in wrong if each.severity is Severity.ERROR]:
        raise DataError(errors)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)

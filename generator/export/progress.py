"""What people take away of a report of progress: targets and tasks as they were reported."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated
from urllib.parse import urljoin

from msgspec import Meta

from generator import urls, words
from generator.derive.targets import value_of
from generator.export.bundle import Bundle, bundle_files, envelope
from generator.export.records import Envelope, Exported
from generator.export.tables import About, Cell, Column, Kind, Table
from generator.facts import Facts
from generator.model.parts import Evidence, EvidenceFile
from generator.model.plan import Plan
from generator.model.progress import Progress, TargetProgress, TaskProgress
from generator.pages.base import Plain
from generator.reporting.items import proof

TARGETS, TASKS, DATA = "chi-tieu.csv", "nhiem-vu.csv", "bao-cao.json"
PROVEN = (
    Column("evidence", "Số minh chứng", Kind.NUMBER),
    Column("evidence_text", "Minh chứng"),
    Column("note", "Ghi chú"),
)
TARGET_COLUMNS = (
    Column("id", "Số mục"),
    Column("text", "Chỉ tiêu"),
    Column("goal", "Cần đạt"),
    Column("value", "Đạt được", Kind.NUMBER),
    Column("numerator", "Tử số", Kind.NUMBER),
    Column("denominator", "Mẫu số", Kind.NUMBER),
    *PROVEN,
)
TASK_COLUMNS = (
    Column("id", "Số mục"),
    Column("text", "Việc"),
    Column("state", "Báo cáo"),
    Column("done_on", "Ngày xong", Kind.DATE),
    Column("delivered", "Kỳ đã nộp"),
    Column("spent_vnd", "Đã chi (đồng)", Kind.NUMBER),
    *PROVEN,
)


class ProofOut(Exported, frozen=True, kw_only=True):
    """Evidence, as people read it, and where it is."""

    kind: Annotated[str, Meta(title="Loại minh chứng")]
    text: Annotated[str, Meta(title="Minh chứng")]
    url: Annotated[str | None, Meta(title="Địa chỉ")]
    sha256: Annotated[str | None, Meta(title="Mã băm SHA-256 của tệp")]


class ReportedTarget(Exported, frozen=True, kw_only=True):
    """A target as reported."""

    id: Annotated[str, Meta(title="Số mục")]
    text: Annotated[str, Meta(title="Chỉ tiêu")]
    goal: Annotated[str | None, Meta(title="Cần đạt")]
    value: Annotated[Decimal | None, Meta(title="Đạt được")]
    numerator: Annotated[int | None, Meta(title="Tử số")]
    denominator: Annotated[int | None, Meta(title="Mẫu số")]
    evidence: Annotated[tuple[ProofOut, ...], Meta(title="Minh chứng")]
    note: Annotated[str | None, Meta(title="Ghi chú")]


class ReportedTask(Exported, frozen=True, kw_only=True):
    """A task as reported."""

    id: Annotated[str, Meta(title="Số mục")]
    text: Annotated[str, Meta(title="Nhiệm vụ")]
    state: Annotated[str, Meta(title="Mã tình trạng báo cáo")]
    done_on: Annotated[date | None, Meta(title="Ngày xong")]
    delivered: Annotated[tuple[str, ...], Meta(title="Kỳ đã nộp")]
    spent_vnd: Annotated[int | None, Meta(title="Đã chi (đồng)")]
    evidence: Annotated[tuple[ProofOut, ...], Meta(title="Minh chứng")]
    note: Annotated[str | None, Meta(title="Ghi chú")]


class SentOut(Exported, frozen=True, kw_only=True):
    """A periodic report that was sent."""

    report: Annotated[str, Meta(title="Mã báo cáo ở kế hoạch")]
    period: Annotated[str, Meta(title="Kỳ báo cáo")]
    sent_on: Annotated[date | None, Meta(title="Ngày gửi")]
    evidence: Annotated[tuple[ProofOut, ...], Meta(title="Minh chứng")]


class ProgressOut(Envelope, frozen=True, kw_only=True):
    """A report of progress."""

    plan: Annotated[str, Meta(title="Mã kế hoạch")]
    period: Annotated[str, Meta(title="Kỳ")]
    reported_by: Annotated[str | None, Meta(title="Đơn vị báo cáo")]
    targets: Annotated[tuple[ReportedTarget, ...], Meta(title="Chỉ tiêu")]
    tasks: Annotated[tuple[ReportedTask, ...], Meta(title="Nhiệm vụ")]
    reports: Annotated[tuple[SentOut, ...], Meta(title="Báo cáo đã gửi")]


def progress_bundle(record: Progress, plan: Plan, facts: Facts) -> Bundle:
    """Return the files of a report on a plan."""
    title = f"Tiến độ {words.period(record.period)}: {plan.title}"
    page = urljoin(facts.base, urls.address(urls.progress(record.plan, record.period)))
    agency = facts.agencies[plan.agency]
    source = record.source.name or record.source.url or ""
    illustration = facts.is_illustration(plan.agency)
    about = About(title, record.as_of, source, page, agency.name, illustration=illustration)
    tables = {
        TARGETS: Table("Chỉ tiêu", f"Chỉ tiêu. {title}", TARGET_COLUMNS, tuple(_targets(record, plan))),
        TASKS: Table("Nhiệm vụ", f"Nhiệm vụ. {title}", TASK_COLUMNS, tuple(_tasks(record, plan))),
    }
    told = {name: table for name, table in tables.items() if table.rows}
    folder = urls.progress_file(record.plan, record.period, "")
    return Bundle(about, folder, told, data=DATA, schema=urls.PROGRESS_SCHEMA)


def _targets(record: Progress, plan: Plan) -> Iterator[tuple[Cell, ...]]:
    targets = {target.id: target for target in plan.targets}
    for each in record.targets:
        target = targets[each.target]
        goal = words.goal(target.measure) if target.measure else None
        fraction = each.numerator, each.denominator
        yield str(each.target), target.text, goal, value_of(each), *fraction, *_proven(each)


def _tasks(record: Progress, plan: Plan) -> Iterator[tuple[Cell, ...]]:
    texts = {task.id: task.text for task in plan.tasks}
    for each in record.tasks:
        delivered = ", ".join(words.period(period) for period in each.delivered)
        told = each.state.label, each.done_on, delivered, each.spent_vnd
        yield str(each.task), texts[each.task], *told, *_proven(each)


def _proven(each: TargetProgress | TaskProgress) -> tuple[Cell, ...]:
    return len(each.evidence), "; ".join(proof(item).text for item in each.evidence), each.note


def progress_files(record: Progress, plan: Plan, bundle: Bundle, facts: Facts) -> Iterator[Plain]:
    """Yield the tables and the open data."""
    value = ProgressOut(
        **envelope(bundle, facts),
        plan=str(record.plan),
        period=str(record.period),
        reported_by=record.reported_by,
        targets=_targets_out(record, plan, facts),
        tasks=_tasks_out(record, plan, facts),
        reports=tuple(
            SentOut(
                report=str(each.report),
                period=str(each.period),
                sent_on=each.sent_on,
                evidence=_proofs(each.evidence, record, facts),
            )
            for each in record.reports
        ),
    )
    yield from bundle_files(bundle, value)


def _targets_out(record: Progress, plan: Plan, facts: Facts) -> tuple[ReportedTarget, ...]:
    targets = {target.id: target for target in plan.targets}
    return tuple(
        ReportedTarget(
            id=str(each.target),
            text=targets[each.target].text,
            goal=words.goal(measure) if (measure := targets[each.target].measure) else None,
            value=value_of(each),
            numerator=each.numerator,
            denominator=each.denominator,
            evidence=_proofs(each.evidence, record, facts),
            note=each.note,
        )
        for each in record.targets
    )


def _tasks_out(record: Progress, plan: Plan, facts: Facts) -> tuple[ReportedTask, ...]:
    texts = {task.id: task.text for task in plan.tasks}
    return tuple(
        ReportedTask(
            id=str(each.task),
            text=texts[each.task],
            state=each.state.value,
            done_on=each.done_on,
            delivered=tuple(map(str, each.delivered)),
            spent_vnd=each.spent_vnd,
            evidence=_proofs(each.evidence, record, facts),
            note=each.note,
        )
        for each in record.tasks
    )


def _proofs(items: Sequence[Evidence], record: Progress, facts: Facts) -> tuple[ProofOut, ...]:
    return tuple(_proof(item, record, facts) for item in items)


def _proof(item: Evidence, record: Progress, facts: Facts) -> ProofOut:
    said = proof(item)
    file = urljoin(facts.base, urls.evidence_file(record.plan, said.file)) if said.file else None
    sha256 = item.sha256 if isinstance(item, EvidenceFile) else None
    return ProofOut(kind=item.kind, text=said.text, url=said.url or file, sha256=sha256)

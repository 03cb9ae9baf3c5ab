"""What people take away of a plan: tasks and targets as tables and as open data."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated
from urllib.parse import urljoin

from msgspec import Meta

from generator import urls, words
from generator.derive.views import PlanView, TargetView, TaskView
from generator.export.bundle import Bundle, bundle_files, envelope
from generator.export.records import Envelope, Exported
from generator.export.tables import About, Column, Kind, Table
from generator.facts import Facts
from generator.pages.base import Plain

TASKS, TARGETS, BOOK, DATA = "nhiem-vu.csv", "chi-tieu.csv", "ke-hoach.xlsx", "ke-hoach.json"
TASK_COLUMNS = (
    Column("id", "Số mục"),
    Column("area", "Lĩnh vực"),
    Column("text", "Nhiệm vụ"),
    Column("product", "Sản phẩm"),
    Column("lead", "Chủ trì"),
    Column("coordinate", "Phối hợp"),
    Column("due", "Thời hạn"),
    Column("last_day", "Ngày cuối cùng", Kind.DATE),
    Column("state", "Tình trạng"),
    Column("days_late", "Số ngày quá hạn", Kind.NUMBER),
    Column("done_on", "Ngày xong", Kind.DATE),
    Column("evidence", "Số minh chứng", Kind.NUMBER),
    Column("budget_vnd", "Kinh phí (đồng)", Kind.NUMBER),
    Column("spent_vnd", "Đã chi (đồng)", Kind.NUMBER),
)
TARGET_COLUMNS = (
    Column("id", "Số mục"),
    Column("area", "Lĩnh vực"),
    Column("text", "Chỉ tiêu"),
    Column("goal", "Cần đạt"),
    Column("counted", "Đếm từ bản ghi", Kind.NUMBER),
    Column("numerator", "Tử số đếm được", Kind.NUMBER),
    Column("denominator", "Mẫu số đếm được", Kind.NUMBER),
    Column("reported", "Đơn vị báo cáo", Kind.NUMBER),
    Column("difference", "Chênh lệch", Kind.NUMBER),
    Column("due", "Thời hạn"),
    Column("lead", "Chủ trì"),
    Column("state", "Tình trạng"),
)


class TaskOut(Exported, frozen=True, kw_only=True):
    """A task with its state."""

    id: Annotated[str, Meta(title="Số mục")]
    area: Annotated[str, Meta(title="Lĩnh vực")]
    text: Annotated[str, Meta(title="Nhiệm vụ")]
    product: Annotated[str | None, Meta(title="Sản phẩm")]
    lead: Annotated[tuple[str, ...], Meta(title="Mã cơ quan chủ trì")]
    coordinate: Annotated[tuple[str, ...], Meta(title="Mã cơ quan phối hợp")]
    due: Annotated[str, Meta(title="Thời hạn bằng lời")]
    last_day: Annotated[date | None, Meta(title="Ngày cuối cùng")]
    state: Annotated[str, Meta(title="Tình trạng")]
    days_late: Annotated[int | None, Meta(title="Số ngày quá hạn")]
    done_on: Annotated[date | None, Meta(title="Ngày xong")]
    evidence: Annotated[int, Meta(title="Số minh chứng")]
    budget_vnd: Annotated[int | None, Meta(title="Kinh phí (đồng)")]
    spent_vnd: Annotated[int | None, Meta(title="Đã chi (đồng)")]
    page: Annotated[str, Meta(title="Trang có minh chứng")]


class TargetOut(Exported, frozen=True, kw_only=True):
    """A target with the value that was counted and the one that was reported."""

    id: Annotated[str, Meta(title="Số mục")]
    area: Annotated[str, Meta(title="Lĩnh vực")]
    text: Annotated[str, Meta(title="Chỉ tiêu")]
    metric: Annotated[str | None, Meta(title="Mã chỉ số đếm được")]
    goal: Annotated[str | None, Meta(title="Cần đạt")]
    counted: Annotated[Decimal | None, Meta(title="Đếm từ bản ghi")]
    numerator: Annotated[int | None, Meta(title="Tử số đếm được")]
    denominator: Annotated[int | None, Meta(title="Mẫu số đếm được")]
    reported: Annotated[Decimal | None, Meta(title="Đơn vị báo cáo")]
    difference: Annotated[Decimal | None, Meta(title="Chênh lệch")]
    due: Annotated[str | None, Meta(title="Thời hạn bằng lời")]
    lead: Annotated[tuple[str, ...], Meta(title="Mã cơ quan chủ trì")]
    state: Annotated[str, Meta(title="Tình trạng")]


class PlanOut(Envelope, frozen=True, kw_only=True):
    """A plan with its tasks and targets as of a day."""

    id: Annotated[str, Meta(title="Mã kế hoạch")]
    agency: Annotated[str, Meta(title="Mã cơ quan ban hành")]
    number: Annotated[str | None, Meta(title="Số, ký hiệu")]
    period: Annotated[str, Meta(title="Thời kỳ")]
    reports: Annotated[tuple[str, ...], Meta(title="Kỳ đã có báo cáo tiến độ")]
    targets: tuple[TargetOut, ...]
    tasks: tuple[TaskOut, ...]


def plan_files(view: PlanView, pages: Sequence[str], facts: Facts) -> Iterator[Plain]:
    """Yield the tables and the open data of a plan; ``pages`` are where each task stands with its evidence."""
    record = view.record
    about = about_of(view, facts)
    tables = {TASKS: _tasks(view), TARGETS: _targets(view)}
    bundle = Bundle(about, urls.plan_file(record.id, ""), tables, BOOK, DATA, urls.PLAN_SCHEMA)
    yield from bundle_files(bundle, _data(view, pages, bundle, facts))


def about_of(view: PlanView, facts: Facts) -> About:
    """Return what files of a plan say of themselves."""
    page = urljoin(facts.base, urls.address(urls.plan(view.record.id)))
    source = view.record.source.name or view.record.source.url or ""
    title, today = view.record.title, facts.clock.today
    return About(title, today, source, page, view.agency.name, illustration=view.illustration)


def _tasks(view: PlanView) -> Table:
    rows = tuple(
        (
            str(task.record.id),
            task.record.area.label,
            task.record.text,
            task.record.product,
            "; ".join(lead.name for lead in task.leads),
            "; ".join(each.name for each in task.coordinators),
            words.due(task.record.due),
            task.last_day,
            task.state.label,
            days_late(task),
            task.report.done_on if task.report else None,
            len(task.evidence),
            task.record.budget_vnd,
            task.spent_vnd,
        )
        for task in view.tasks
    )
    return Table("Nhiệm vụ", f"Nhiệm vụ: {view.record.title}", TASK_COLUMNS, rows)


def days_late(task: TaskView) -> int | None:
    """Return for how many days a task has been late; None for one that is not."""
    return task.days if task.state.tone == "late" else None


def _targets(view: PlanView) -> Table:
    rows = tuple(
        (
            str(target.record.id),
            target.record.area.label,
            target.record.text,
            words.goal(target.record.measure) if target.record.measure else None,
            target.counted,
            *_fraction(target),
            target.reported,
            target.difference,
            words.due(target.record.due) if target.record.due else None,
            "; ".join(target.record.lead),
            target.state.label,
        )
        for target in view.targets
    )
    return Table("Chỉ tiêu", f"Chỉ tiêu: {view.record.title}", TARGET_COLUMNS, rows)


def _fraction(target: TargetView) -> tuple[int | None, int | None]:
    figure = target.figure
    return (figure.numerator, figure.denominator) if figure and figure.denominator else (None, None)


def _data(view: PlanView, pages: Sequence[str], bundle: Bundle, facts: Facts) -> PlanOut:
    record = view.record
    return PlanOut(
        **envelope(bundle, facts),
        id=record.id,
        agency=record.agency,
        number=record.number,
        period=record.period,
        reports=tuple(each.period for each in view.reports),
        targets=tuple(_target_out(target) for target in view.targets),
        tasks=tuple(_task_out(task, urljoin(facts.base, page)) for task, page in zip(view.tasks, pages, strict=True)),
    )


def _task_out(task: TaskView, page: str) -> TaskOut:
    record = task.record
    return TaskOut(
        id=record.id,
        area=record.area.value,
        text=record.text,
        product=record.product,
        lead=record.lead,
        coordinate=record.coordinate,
        due=words.due(record.due),
        last_day=task.last_day,
        state=task.state.key,
        days_late=days_late(task),
        done_on=task.report.done_on if task.report else None,
        evidence=len(task.evidence),
        budget_vnd=record.budget_vnd,
        spent_vnd=task.spent_vnd,
        page=page,
    )


def _target_out(target: TargetView) -> TargetOut:
    record, measure = target.record, target.record.measure
    numerator, denominator = _fraction(target)
    return TargetOut(
        id=record.id,
        area=record.area.value,
        text=record.text,
        metric=measure.metric.value if measure and measure.metric else None,
        goal=words.goal(measure) if measure else None,
        counted=target.counted,
        numerator=numerator,
        denominator=denominator,
        reported=target.reported,
        difference=target.difference,
        due=words.due(record.due) if record.due else None,
        lead=record.lead,
        state=target.state.key,
    )

"""What people take away of where reform stands: the tasks and targets of its lists, over all plans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated
from urllib.parse import urljoin

from msgspec import Meta

from generator import urls, words
from generator.derive.standing import Found, FoundTarget, done_on
from generator.derive.views import PlanView, TaskState
from generator.export.bundle import Bundle, bundle_files, envelope
from generator.export.records import Envelope, Exported
from generator.export.tables import About, Cell, Column, Kind, Table
from generator.facts import Facts
from generator.pages.base import Plain

TASKS, TARGETS, BOOK, DATA = "viec.csv", "chi-tieu-chua-dat.csv", "tien-do.xlsx", "tien-do.json"
DAYS = "Số ngày quá hạn, số âm là còn lại"
OF_PLAN = (
    Column("plan", "Mã kế hoạch"),
    Column("plan_title", "Kế hoạch"),
    Column("agency", "Cơ quan"),
    Column("year", "Thời kỳ"),
)
LAST = (Column("illustration", "Minh họa", Kind.YES), Column("page", "Trang", Kind.LINK))
TASK_COLUMNS = (
    Column("id", "Số mục"),
    Column("text", "Việc"),
    *OF_PLAN,
    Column("area", "Lĩnh vực"),
    Column("unit", "Chủ trì"),
    Column("due", "Thời hạn"),
    Column("last_day", "Ngày cuối cùng", Kind.DATE),
    Column("state", "Tình trạng"),
    Column("days", DAYS, Kind.NUMBER),
    Column("done_on", "Ngày xong", Kind.DATE),
    Column("evidence", "Số minh chứng", Kind.NUMBER),
    *LAST,
)
TARGET_COLUMNS = (
    Column("id", "Số mục"),
    Column("text", "Chỉ tiêu"),
    *OF_PLAN,
    Column("area", "Lĩnh vực"),
    Column("unit", "Chủ trì"),
    Column("goal", "Cần đạt"),
    Column("value", "Hiện tại", Kind.NUMBER),
    Column("state", "Tình trạng"),
    *LAST,
)


@dataclass(frozen=True)
class Lists:
    """What the page lists: tasks with the addresses where they stand, and targets that are not met."""

    tasks: Sequence[tuple[Found, str]]
    targets: Sequence[FoundTarget]
    illustration: bool


class PlanPart(Exported, frozen=True, kw_only=True):
    """A part of a plan, with the plan."""

    plan: Annotated[str, Meta(title="Mã kế hoạch")]
    agency: Annotated[str, Meta(title="Mã cơ quan ban hành")]
    period: Annotated[str, Meta(title="Thời kỳ")]
    id: Annotated[str, Meta(title="Số mục")]
    text: Annotated[str, Meta(title="Nội dung")]
    area: Annotated[str, Meta(title="Mã lĩnh vực")]
    lead: Annotated[tuple[str, ...], Meta(title="Mã cơ quan chủ trì")]
    state: Annotated[str, Meta(title="Mã tình trạng")]
    illustration: Annotated[bool, Meta(title="Minh họa")]
    page: Annotated[str, Meta(title="Trang có minh chứng")]


class StandingTask(PlanPart, frozen=True, kw_only=True):
    """A task that is late, due soon, said to be done, or newly done."""

    due: Annotated[str, Meta(title="Thời hạn bằng lời")]
    last_day: Annotated[date | None, Meta(title="Ngày cuối cùng")]
    days: Annotated[int | None, Meta(title=DAYS)]
    done_on: Annotated[date | None, Meta(title="Ngày xong")]
    evidence: Annotated[int, Meta(title="Số minh chứng")]


class StandingTarget(PlanPart, frozen=True, kw_only=True):
    """A target that is not met."""

    goal: Annotated[str | None, Meta(title="Cần đạt")]
    value: Annotated[Decimal | None, Meta(title="Giá trị hiện tại")]


class StandingOut(Envelope, frozen=True, kw_only=True):
    """Where reform stands as of a day."""

    tasks: Annotated[tuple[StandingTask, ...], Meta(title="Việc")]
    targets: Annotated[tuple[StandingTarget, ...], Meta(title="Chỉ tiêu chưa đạt")]


def standing_bundle(lists: Lists, facts: Facts) -> Bundle:
    """Return the files of where reform stands today."""
    page = urljoin(facts.base, urls.address(urls.PROGRESS))
    about = About("Tiến độ cải cách", facts.clock.today, "", page, illustration=lists.illustration)
    tasks = tuple(_task(found, page, facts) for found, page in lists.tasks)
    targets = tuple(_target(each, facts) for each in lists.targets)
    tables = {
        TASKS: Table("Việc", "Việc quá hạn, sắp đến hạn, báo xong và mới xong", TASK_COLUMNS, tasks),
        TARGETS: Table("Chỉ tiêu chưa đạt", "Chỉ tiêu chưa đạt", TARGET_COLUMNS, targets),
    }
    return Bundle(about, urls.list_file(urls.PROGRESS, ""), tables, BOOK, DATA, urls.STANDING_SCHEMA)


def standing_files(lists: Lists, bundle: Bundle, facts: Facts) -> Iterator[Plain]:
    """Yield the tables and the open data."""
    value = StandingOut(
        **envelope(bundle, facts),
        tasks=tuple(_task_out(found, page, facts) for found, page in lists.tasks),
        targets=tuple(_target_out(each, facts) for each in lists.targets),
    )
    yield from bundle_files(bundle, value)


def _plan(view: PlanView) -> tuple[Cell, ...]:
    return view.record.id, view.record.title, view.agency.name, words.period(view.record.period)


def _days(found: Found) -> int | None:
    """Return for how many days a task is late, or, below 0, how many are left where that is few."""
    task = found.task
    return task.days if task.state.tone == "late" or task.state is TaskState.DUE_SOON else None


def _task(found: Found, page: str, facts: Facts) -> tuple[Cell, ...]:
    task = found.task
    return (
        str(task.record.id),
        task.record.text,
        *_plan(found.plan),
        task.record.area.label,
        "; ".join(lead.name for lead in task.leads),
        words.due(task.record.due),
        task.last_day,
        task.state.label,
        _days(found),
        done_on(task),
        len(task.evidence),
        found.plan.illustration,
        urljoin(facts.base, page),
    )


def _target(found: FoundTarget, facts: Facts) -> tuple[Cell, ...]:
    record = found.target.record
    return (
        str(record.id),
        record.text,
        *_plan(found.plan),
        record.area.label,
        "; ".join(facts.agencies[lead].name for lead in record.lead),
        words.goal(record.measure) if record.measure else None,
        found.target.value,
        found.target.state.label,
        found.plan.illustration,
        _page(found, facts),
    )


def _page(found: FoundTarget, facts: Facts) -> str:
    return urljoin(facts.base, urls.address(f"{urls.plan(found.plan.record.id)}#chi-tieu"))


def _task_out(found: Found, page: str, facts: Facts) -> StandingTask:
    task, plan = found.task, found.plan
    return StandingTask(
        plan=plan.record.id,
        agency=plan.record.agency,
        period=plan.record.period,
        id=task.record.id,
        text=task.record.text,
        area=task.record.area.value,
        lead=task.record.lead,
        state=task.state.key,
        illustration=plan.illustration,
        page=urljoin(facts.base, page),
        due=words.due(task.record.due),
        last_day=task.last_day,
        days=_days(found),
        done_on=done_on(task),
        evidence=len(task.evidence),
    )


def _target_out(found: FoundTarget, facts: Facts) -> StandingTarget:
    record, plan = found.target.record, found.plan
    return StandingTarget(
        plan=plan.record.id,
        agency=plan.record.agency,
        period=plan.record.period,
        id=record.id,
        text=record.text,
        area=record.area.value,
        lead=record.lead,
        state=found.target.state.key,
        illustration=plan.illustration,
        page=_page(found, facts),
        goal=words.goal(record.measure) if record.measure else None,
        value=found.target.value,
    )

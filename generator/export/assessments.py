"""What people take away of an index score: groups, criteria, remedies and the road to a better score."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated
from urllib.parse import urljoin

from msgspec import Meta

from generator import urls, words
from generator.derive.scores import AssessmentView, CriterionView, GroupView, Step
from generator.derive.views import TaskView
from generator.export.bundle import Bundle, bundle_files, envelope
from generator.export.records import Envelope, Exported
from generator.export.tables import About, Cell, Column, Kind, Table
from generator.facts import Facts
from generator.pages.base import Plain

GROUPS, CRITERIA, REMEDIES, ROAD = "nhom.csv", "tieu-chi.csv", "viec-khac-phuc.csv", "duong-toi-diem.csv"
BOOK, DATA = "chi-so.xlsx", "chi-so.json"
GROUP_COLUMNS = (
    Column("id", "Mã nhóm"),
    Column("name", "Nhóm"),
    Column("score", "Điểm", Kind.NUMBER),
    Column("max", "Tối đa", Kind.NUMBER),
    Column("lost", "Mất", Kind.NUMBER),
    Column("criteria_total", "Số tiêu chí", Kind.NUMBER),
    Column("criteria_not_met", "Chưa đạt", Kind.NUMBER),
)
CRITERION_COLUMNS = (
    Column("group", "Mã nhóm"),
    Column("id", "Mã tiêu chí"),
    Column("name", "Tiêu chí"),
    Column("met", "Kết quả"),
    Column("max", "Tối đa", Kind.NUMBER),
    Column("self_score", "Tự chấm", Kind.NUMBER),
    Column("score", "Thẩm định", Kind.NUMBER),
    Column("lost", "Mất", Kind.NUMBER),
    Column("rank", "Hạng", Kind.NUMBER),
    Column("rank_of", "Trên tổng số", Kind.NUMBER),
    Column("cause", "Nguyên nhân"),
    Column("remedy", "Cách khắc phục"),
    Column("remedy_state", "Khắc phục đến đâu"),
    Column("tasks", "Việc khắc phục"),
    Column("note", "Ghi chú"),
)
REMEDY_COLUMNS = (
    Column("criterion", "Mã tiêu chí"),
    Column("task", "Số mục việc"),
    Column("text", "Việc khắc phục"),
    Column("lead", "Chủ trì"),
    Column("due", "Thời hạn"),
    Column("state", "Tình trạng"),
    Column("evidence", "Số minh chứng", Kind.NUMBER),
)
ROAD_COLUMNS = (
    Column("state", "Bước"),
    Column("points", "Lấy lại được", Kind.NUMBER),
    Column("score", "Điểm khi ấy", Kind.NUMBER),
    Column("criteria", "Tiêu chí"),
)
START = "Đã được chấm"


class CriterionOut(Exported, frozen=True, kw_only=True):
    """A criterion with what it lost and how far its remedy is."""

    id: Annotated[str, Meta(title="Mã tiêu chí")]
    name: Annotated[str, Meta(title="Tiêu chí")]
    met: Annotated[str, Meta(title="Kết quả")]
    max: Annotated[Decimal | None, Meta(title="Điểm tối đa")]
    self_score: Annotated[Decimal | None, Meta(title="Điểm tự chấm")]
    score: Annotated[Decimal | None, Meta(title="Điểm thẩm định")]
    lost: Annotated[Decimal | None, Meta(title="Điểm mất")]
    rank: Annotated[int | None, Meta(title="Hạng")]
    rank_of: Annotated[int | None, Meta(title="Trên tổng số")]
    parts: Annotated[tuple[str, ...], Meta(title="Nội dung thành phần")]
    cause: Annotated[str | None, Meta(title="Nguyên nhân")]
    remedy: Annotated[str | None, Meta(title="Cách khắc phục")]
    remedy_state: Annotated[str | None, Meta(title="Mã mức khắc phục")]
    tasks: Annotated[tuple[str, ...], Meta(title="Số mục của việc khắc phục ở kế hoạch")]
    note: Annotated[str | None, Meta(title="Ghi chú")]


class GroupOut(Exported, frozen=True, kw_only=True):
    """A group of criteria."""

    id: Annotated[str, Meta(title="Mã nhóm")]
    name: Annotated[str, Meta(title="Nhóm")]
    score: Annotated[Decimal | None, Meta(title="Điểm đạt")]
    max: Annotated[Decimal | None, Meta(title="Điểm tối đa")]
    lost: Annotated[Decimal | None, Meta(title="Điểm mất")]
    criteria_total: Annotated[int | None, Meta(title="Số tiêu chí, nguồn ghi")]
    criteria_not_met: Annotated[int | None, Meta(title="Số tiêu chí chưa đạt, nguồn ghi")]
    criteria: Annotated[tuple[CriterionOut, ...], Meta(title="Các tiêu chí")]


class RemedyOut(Exported, frozen=True, kw_only=True):
    """A task of the plan that is to bring points back."""

    id: Annotated[str, Meta(title="Số mục")]
    text: Annotated[str, Meta(title="Nhiệm vụ")]
    state: Annotated[str, Meta(title="Mã tình trạng")]
    evidence: Annotated[int, Meta(title="Số minh chứng")]


class StepOut(Exported, frozen=True, kw_only=True):
    """The points that would come back by remedies that are equally far, and the score with them."""

    remedy_state: Annotated[str, Meta(title="Mã mức khắc phục")]
    points: Annotated[Decimal, Meta(title="Điểm lấy lại được")]
    score: Annotated[Decimal, Meta(title="Điểm khi ấy")]
    criteria: Annotated[tuple[str, ...], Meta(title="Mã tiêu chí")]


class AssessmentOut(Envelope, frozen=True, kw_only=True):
    """An index score of an agency in a year."""

    id: Annotated[str, Meta(title="Mã bản chấm điểm")]
    agency: Annotated[str, Meta(title="Mã cơ quan")]
    year: Annotated[int, Meta(title="Năm")]
    index: Annotated[str, Meta(title="Mã chỉ số")]
    scale: Annotated[Decimal | None, Meta(title="Thang điểm")]
    total: Annotated[Decimal | None, Meta(title="Tổng điểm công bố")]
    sum: Annotated[Decimal | None, Meta(title="Cộng điểm các nhóm")]
    rank: Annotated[int | None, Meta(title="Hạng")]
    rank_of: Annotated[int | None, Meta(title="Trên tổng số")]
    grade: Annotated[str | None, Meta(title="Xếp loại")]
    plan: Annotated[str | None, Meta(title="Mã kế hoạch khắc phục")]
    groups: Annotated[tuple[GroupOut, ...], Meta(title="Các nhóm")]
    tasks: Annotated[tuple[RemedyOut, ...], Meta(title="Việc khắc phục")]
    road: Annotated[tuple[StepOut, ...], Meta(title="Đường tới điểm có thể đạt")]


def assessment_bundle(view: AssessmentView, facts: Facts) -> Bundle:
    """Return the files of an assessment: as of today where tasks have states, else of the end of its year."""
    record = view.record
    page = urljoin(facts.base, urls.address(urls.assessment(record.id)))
    as_of = facts.clock.today if view.plan else date(record.year, 12, 31)
    source = record.source.name or record.source.url or ""
    about = About(record.title, as_of, source, page, view.agency.name, illustration=view.illustration)
    tables = {
        GROUPS: Table("Nhóm", f"Điểm theo nhóm: {record.title}", GROUP_COLUMNS, tuple(map(_group, view.groups))),
        CRITERIA: Table("Tiêu chí", f"Tiêu chí: {record.title}", CRITERION_COLUMNS, tuple(_criteria(view))),
        REMEDIES: Table("Việc khắc phục", f"Việc khắc phục: {record.title}", REMEDY_COLUMNS, tuple(_remedies(view))),
        ROAD: Table("Đường tới điểm", f"Đường tới điểm có thể đạt: {record.title}", ROAD_COLUMNS, tuple(_road(view))),
    }
    told = {name: table for name, table in tables.items() if table.rows}
    book = BOOK if told else ""
    return Bundle(about, urls.assessment_file(record.id, ""), told, book, DATA, urls.ASSESSMENT_SCHEMA)


def _group(group: GroupView) -> tuple[Cell, ...]:
    record = group.record
    told = record.criteria_total, record.criteria_not_met
    return str(record.id), record.name, record.score, record.max, group.lost, *told


def _criteria(view: AssessmentView) -> Iterator[tuple[Cell, ...]]:
    for group in view.groups:
        for each in group.criteria:
            record = each.record
            yield (
                str(group.record.id),
                str(record.id),
                record.name,
                record.met.label,
                record.max,
                record.self_score,
                record.score,
                each.lost,
                record.rank,
                record.rank_of,
                record.cause,
                record.remedy,
                each.remedy.label if each.remedy else None,
                ", ".join(map(str, record.tasks)),
                record.note,
            )


def _remedies(view: AssessmentView) -> Iterator[tuple[Cell, ...]]:
    for each in view.criteria:
        for task in each.tasks:
            yield (
                str(each.record.id),
                str(task.record.id),
                task.record.text,
                "; ".join(lead.name for lead in task.leads),
                words.due(task.record.due),
                task.state.label,
                len(task.evidence),
            )


def _road(view: AssessmentView) -> Iterator[tuple[Cell, ...]]:
    if view.road:
        yield START, None, view.road.start, None
        for step in view.road.steps:
            yield step.remedy.label, step.points, step.score, ", ".join(_ids(step))


def _ids(step: Step) -> tuple[str, ...]:
    return tuple(str(each.record.id) for each in step.criteria)


def assessment_files(view: AssessmentView, bundle: Bundle, facts: Facts) -> Iterator[Plain]:
    """Yield the tables and the open data."""
    record = view.record
    tasks = {str(task.record.id): task for each in view.criteria for task in each.tasks}
    value = AssessmentOut(
        **envelope(bundle, facts),
        id=str(record.id),
        agency=str(record.agency),
        year=record.year,
        index=record.kind.value,
        scale=record.scale,
        total=record.total,
        sum=view.sum_score,
        rank=record.rank,
        rank_of=record.rank_of,
        grade=record.grade,
        plan=str(record.plan) if record.plan else None,
        groups=tuple(map(_group_out, view.groups)),
        tasks=tuple(_task_out(task) for task in tasks.values()),
        road=tuple(_step_out(step) for step in (view.road.steps if view.road else ())),
    )
    yield from bundle_files(bundle, value)


def _group_out(group: GroupView) -> GroupOut:
    record = group.record
    return GroupOut(
        id=str(record.id),
        name=record.name,
        score=record.score,
        max=record.max,
        lost=group.lost,
        criteria_total=record.criteria_total,
        criteria_not_met=record.criteria_not_met,
        criteria=tuple(map(_criterion_out, group.criteria)),
    )


def _criterion_out(each: CriterionView) -> CriterionOut:
    record = each.record
    return CriterionOut(
        id=str(record.id),
        name=record.name,
        met=record.met.value,
        max=record.max,
        self_score=record.self_score,
        score=record.score,
        lost=each.lost,
        rank=record.rank,
        rank_of=record.rank_of,
        parts=record.parts,
        cause=record.cause,
        remedy=record.remedy,
        remedy_state=each.remedy.key if each.remedy else None,
        tasks=tuple(map(str, record.tasks)),
        note=record.note,
    )


def _task_out(task: TaskView) -> RemedyOut:
    record = task.record
    return RemedyOut(id=str(record.id), text=record.text, state=task.state.key, evidence=len(task.evidence))


def _step_out(step: Step) -> StepOut:
    return StepOut(remedy_state=step.remedy.key, points=step.points, score=step.score, criteria=_ids(step))

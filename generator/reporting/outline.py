"""The text of a report, by the outline that the law gives for its kind of plan; every sentence is made from figures.

Law: 63/2010/NĐ-CP, art. 35 (control of procedures); reports on reform have the sections that provinces use.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator import words
from generator.derive.views import TaskState
from generator.model.plan import Area, Metric, PlanKind
from generator.model.progress import Progress
from generator.model.report import FrozenReport, FrozenSection, FrozenTarget, FrozenTask
from generator.reporting.parts import made
from generator.reporting.sentences import (
    LATE,
    NOTHING,
    TOLD,
    WEAK,
    budget_said,
    counted,
    ended,
    feedback_said,
    form_said,
    indicators_said,
    survey_said,
    target_said,
    task_said,
    tasks_said,
)

Item = FrozenTask | FrozenTarget
Say = Callable[[FrozenReport], Iterable[str]]
# Words by which a plan's items on procedures are told apart; the law has a section for each.
TELLING = re.compile(r"truyền thông|tuyên truyền|tin, bài|tin bài|đăng bài", re.IGNORECASE)
REVIEWING = re.compile(r"rà soát|đơn giản hóa|cắt giảm|rút ngắn|(?:được )?bớt|mục phải khai", re.IGNORECASE)


def _nothing(_record: FrozenReport) -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class Topic:
    """A section about some of the plan: its indicators, what else is said of the whole, and where it stands."""

    title: str
    metrics: tuple[Metric, ...] = ()
    more: Say = _nothing
    level: int = 1


def outlined(record: FrozenReport, progress: Progress | None) -> FrozenReport:
    """Return the report with its text, and with what the unit itself says in its progress of the period."""
    is_control = record.about.kind is PlanKind.PROCEDURE_CONTROL
    sections = (_control if is_control else _reform)(record, progress)
    return record.model_copy(update={"opening": (_opening(record),), "sections": tuple(sections)})


def _opening(record: FrozenReport) -> str:
    about, head = record.about, record.letterhead
    number = f" số {about.number}" if about.number else ""
    day = f" ngày {about.date}" if about.date else ""
    return (
        f"{head.agency} báo cáo kết quả {words.period(record.period)} thực hiện Kế hoạch{number}{day} “{about.title}”. "
        f"Số liệu tính đến ngày {words.day(record.as_of)}."
    )


def _of_form(record: FrozenReport) -> Iterable[str]:
    yield form_said(record.form, record.letterhead.agency)
    letters = record.outcomes.apology_letters if record.outcomes else None
    if letters is not None:
        yield f"Thư xin lỗi vì hồ sơ quá hạn: {letters} (theo số liệu từng kỳ)."


def _of_rewards(record: FrozenReport) -> Iterable[str]:
    yield from _of_form(record)
    yield f"Khen thưởng, xử lý cán bộ, công chức: chưa có số liệu; {record.letterhead.agency} cung cấp."


def _of_feedback(record: FrozenReport) -> Iterable[str]:
    yield feedback_said(record.feedback, record.letterhead.agency)


def _of_survey(record: FrozenReport) -> Iterable[str]:
    yield survey_said(record.satisfaction, record.letterhead.agency)


def _of_money(record: FrozenReport) -> Iterable[str]:
    yield budget_said(record)


def _of_all(record: FrozenReport) -> Iterable[str]:
    """Say how the whole plan stands."""
    if record.task_counts:
        yield f"Toàn kế hoạch có {counted(record.task_counts, 'nhiệm vụ')} (theo báo cáo tiến độ)."
    if record.target_counts:
        yield f"Toàn kế hoạch có {counted(record.target_counts, 'chỉ tiêu')} (Phụ lục 1)."


def _of_rest(record: FrozenReport) -> Iterable[str]:
    yield from _of_all(record)
    yield from _of_survey(record)
    yield from _of_money(record)


PUBLISHING = (
    Metric.DISCLOSED_ON_TIME,
    Metric.DISCLOSED_IN_ALL_PLACES,
    Metric.COMPLETE_IN_13_ITEMS,
    Metric.PROCEDURES_WITH_SAMPLE,
)
HANDLING = (Metric.RESOLVED_ON_TIME, Metric.OVERDUE_PENDING, Metric.BY_POST, Metric.PROCESS_CONFIGURED)
ONLINE = (
    Metric.ONLINE_ELIGIBLE,
    Metric.ONLINE_FULL,
    Metric.ONLINE_SHARE,
    Metric.DIGITISED,
    Metric.ELECTRONIC_RESULTS,
    Metric.PAID_ONLINE,
)
REVIEWED = (Metric.SIMPLIFIED, Metric.DECLARED_FIELDS_REDUCED, Metric.TIME_CUT)
HEARING = (Metric.FEEDBACK_ON_TIME, Metric.FEEDBACK_SATISFIED)

# Law: 63/2010/NĐ-CP, art. 35: points a to h; what hinders (đ) is told by the unit itself.
RULES = Topic("Kiểm soát quy định, đánh giá tác động của thủ tục hành chính")
PUBLICATION = Topic("Công bố, công khai thủ tục hành chính", PUBLISHING)
HANDLED = Topic("Giải quyết thủ tục hành chính; khen thưởng, xử lý", (*HANDLING, *ONLINE), _of_rewards)
REVIEW = Topic("Rà soát, đơn giản hóa thủ tục hành chính", REVIEWED)
FEEDBACK = Topic("Tiếp nhận, xử lý phản ánh, kiến nghị", HEARING, _of_feedback)
COMMUNICATION = Topic("Truyền thông về kiểm soát thủ tục hành chính")
OTHERS = Topic("Nội dung khác", (Metric.SATISFACTION, Metric.ISO_PROCESS), _of_rest)
BY_AREA = {
    Area.INSTITUTIONS: RULES,
    Area.PROCEDURES: PUBLICATION,
    Area.ONE_STOP: HANDLED,
    Area.DIGITAL: HANDLED,
    Area.FEEDBACK: FEEDBACK,
}


def _control_topic(item: Item) -> Topic:
    """Return the section of the law under which an item of the plan is told."""
    if TELLING.search(item.text):
        return COMMUNICATION
    if item.area is Area.PROCEDURES and REVIEWING.search(item.text):
        return REVIEW
    return BY_AREA.get(item.area, OTHERS)


def _control(record: FrozenReport, progress: Progress | None) -> Iterator[FrozenSection]:
    for topic in (RULES, PUBLICATION, HANDLED, REVIEW):
        yield _section(topic, record, _control_topic)
    yield _shortcomings("Khó khăn, vướng mắc", record, progress)
    for topic in (FEEDBACK, COMMUNICATION):
        yield _section(topic, record, _control_topic)
    others = _section(OTHERS, record, _control_topic)
    yield others.model_copy(update={"paragraphs": (*others.paragraphs, *_noted(progress))})
    yield from _ahead(record, progress)


STEERING = Topic("Công tác chỉ đạo, điều hành", (), _of_all)
AREAS = {
    Area.INSTITUTIONS: Topic("Cải cách thể chế", level=2),
    Area.PROCEDURES: Topic("Cải cách thủ tục hành chính", (*PUBLISHING, *REVIEWED), level=2),
    Area.ONE_STOP: Topic("Một cửa, một cửa liên thông", HANDLING, _of_form, level=2),
    Area.ORGANISATION: Topic("Cải cách tổ chức bộ máy", level=2),
    Area.CIVIL_SERVICE: Topic("Cải cách chế độ công vụ", level=2),
    Area.PUBLIC_FINANCE: Topic("Cải cách tài chính công", (), _of_money, level=2),
    Area.DIGITAL: Topic(
        "Xây dựng, phát triển chính quyền điện tử, chính quyền số", (*ONLINE, Metric.ISO_PROCESS), level=2
    ),
    Area.FEEDBACK: Topic("Tiếp nhận, xử lý phản ánh, kiến nghị", HEARING, _of_feedback, level=2),
    Area.IMPACT: Topic("Tác động đến người dân và kinh tế – xã hội", (Metric.SATISFACTION,), _of_survey, level=2),
}


EACH_AREA = "Theo từng lĩnh vực như sau."


def _noted(progress: Progress | None) -> tuple[str, ...]:
    """Return what the unit says of the whole."""
    return (f"Nhận xét của đơn vị báo cáo: {ended(progress.note)}",) if progress and progress.note else ()


def _reform_topic(item: Item) -> Topic:
    return AREAS.get(item.area, STEERING)


def _reform(record: FrozenReport, progress: Progress | None) -> Iterator[FrozenSection]:
    yield _section(STEERING, record, _reform_topic)
    yield made(FrozenSection, title="Kết quả thực hiện theo lĩnh vực", paragraphs=(*_noted(progress), EACH_AREA))
    for topic in AREAS.values():
        yield _section(topic, record, _reform_topic)
    yield _shortcomings("Tồn tại, hạn chế và nguyên nhân", record, progress)
    yield from _ahead(record, progress)


def _section(topic: Topic, record: FrozenReport, topic_of: Callable[[Item], Topic]) -> FrozenSection:
    """Return a section: the figures of its topic, then each target, then the tasks that need a look."""
    tasks = [each for each in record.tasks if topic_of(each) is topic]
    targets = [each for each in record.targets if topic_of(each) is topic]
    paragraphs = [*topic.more(record), *indicators_said(record, topic.metrics)]
    if tasks:
        paragraphs.append(tasks_said(tasks))
    items = [*map(target_said, targets), *(task_said(each) for each in tasks if each.state in TOLD)]
    if not paragraphs and not items:
        paragraphs = [NOTHING]
    level = topic.level if topic.level > 1 else None
    return made(FrozenSection, title=topic.title, level=level, paragraphs=tuple(paragraphs), items=tuple(items))


def _shortcomings(title: str, record: FrozenReport, progress: Progress | None) -> FrozenSection:
    """Say what is late or behind, and what the unit says of it."""
    told = progress.difficulties if progress else ()
    late = [each for each in record.tasks if each.state in LATE]
    weak = [each for each in record.targets if each.state in WEAK]
    unproven = sum(each.state == TaskState.DECLARED.key for each in record.tasks)
    paragraphs = [
        f"{len(late)} nhiệm vụ quá hạn hoặc thiếu kỳ: {words.listed(each.task for each in late)}." if late else "",
        f"{unproven} nhiệm vụ báo xong mà chưa có minh chứng." if unproven else "",
        f"{len(weak)} chỉ tiêu chưa đạt hoặc chậm nhịp: {words.listed(each.target for each in weak)}." if weak else "",
        "" if told else f"{record.letterhead.agency} chưa nêu khó khăn, vướng mắc của kỳ này.",
    ]
    return made(
        FrozenSection,
        title=title,
        paragraphs=tuple(filter(None, paragraphs)),
        items=tuple(map(ended, told)),
    )


def _ahead(record: FrozenReport, progress: Progress | None) -> Iterator[FrozenSection]:
    agency = record.letterhead.agency
    for title, texts in (
        ("Phương hướng, nhiệm vụ kỳ sau", progress.next_steps if progress else ()),
        ("Kiến nghị, đề xuất", progress.requests if progress else ()),
    ):
        nothing = () if texts else (f"{agency} chưa nêu nội dung này ở báo cáo tiến độ.",)
        yield made(FrozenSection, title=title, paragraphs=nothing, items=tuple(map(ended, texts)))

"""Pages about plans: each plan with the pages of its units, and the list of plans."""

from itertools import groupby

from generator import charts, urls, words
from generator.derive.due import span_of
from generator.derive.frozen import frozen_of
from generator.derive.plans import plan_view, plan_views
from generator.derive.rollup import rollup
from generator.derive.units import UnitView, units_of
from generator.derive.views import PlanView, TaskState, TaskView
from generator.derive.wanting import wanting
from generator.export.plans import plan_files
from generator.export.reminders import Work, calendar, feed
from generator.facts import Facts
from generator.fold import anchor_of
from generator.model.parts import Signer
from generator.model.plan import Area, ParentPlan, Plan
from generator.pages import states
from generator.pages.base import Draft, Meta, Products, action, badge, checked, crumb, head, shorten

PLANS = crumb("Kế hoạch", urls.PLANS)
BOARD, TARGETS, UNITS = "Việc nào đang thế nào", "Chỉ tiêu", "Đơn vị nào làm việc gì"
TASKS, TIMELINE, MONEY = "Việc phải làm, theo nhóm", "Việc nào đến hạn khi nào", "Kinh phí"
CALENDAR, FEED = "lich.ics", "theo-doi.xml"
# What is folded, where the board and the charts tell it too or it is long: each group, or the list below a chart.
FOLDS = {anchor_of(TASKS): "", anchor_of(TIMELINE): "Xem thành danh sách theo ngày"}
MANY = 24  # tasks in tables that a phone shows as cards: more than anybody scrolls past
MILLION = 1_000_000
# The counts on top of a plan: what a supervisor asks first.
COUNTED = (
    TaskState.OVERDUE,
    TaskState.LAGGING,
    TaskState.DUE_SOON,
    TaskState.PROVEN,
    TaskState.DECLARED,
)


def plan(record: Plan, facts: Facts) -> Products:
    """Yield the page of a plan and those of its units."""
    view = plan_view(record, facts)
    units = units_of(view, facts)
    yield Draft(urls.plan(record.id), "plan.md", _head(view, units, facts), _context(view, units, facts))
    yield from plan_files(view, [urls.address(states.task_page(record.id, task)) for task in view.tasks], facts)
    yield from reminders_of(work_of(view), urls.plan_file(record.id, ""), facts)
    for unit in units:
        yield _unit(unit, view, facts)
        yield from reminders_of(_unit_work(unit, view), urls.unit_file(record.id, unit.agency.id, ""), facts)


def reminders_of(work: Work, folder: str, facts: Facts) -> Products:
    """Yield the calendar of deadlines and the feed of what came."""
    yield calendar(f"{folder}{CALENDAR}", work, facts)
    yield feed(f"{folder}{FEED}", work, facts)


def work_of(view: PlanView) -> Work:
    """Return what is to be done under a plan."""
    record = view.record
    return Work(
        key=record.id,
        name=f"{view.agency.name}, {words.period(record.period)}",
        page=urls.address(urls.plan(record.id)),
        tasks=_placed(view.tasks, view),
        routines=view.routines,
        reports=tuple((each, urls.address(urls.progress(record.id, each.period))) for each in view.reports),
        illustration=view.illustration,
    )


def _unit_work(unit: UnitView, view: PlanView) -> Work:
    page = urls.address(urls.plan_unit(view.record.id, unit.agency.id))
    return Work(
        key=f"{view.record.id}-{unit.agency.id}",
        name=f"{unit.agency.name}, {words.period(view.record.period)}",
        page=page,
        tasks=_placed(unit.tasks, view),
        routines=unit.routines,
        illustration=view.illustration,
    )


def _placed(tasks: tuple[TaskView, ...], view: PlanView) -> tuple[tuple[TaskView, str], ...]:
    return tuple((task, urls.address(states.task_page(view.record.id, task))) for task in tasks)


def _head(view: PlanView, units: tuple[UnitView, ...], facts: Facts) -> Meta:
    record = view.record
    number = record.number or "số để trống trong bản nguồn"
    return head(
        "plan",
        record.title,
        shorten(
            f"{record.title}: {len(view.targets)} chỉ tiêu, {len(view.tasks)} nhiệm vụ. {view.agency.name}, {number}."
        ),
        crumbs=[PLANS, crumb(view.agency.name, urls.agency(view.agency.id))],
        badges=[badge(record.kind.label, "brand"), badge(words.period(record.period).capitalize())],
        counts=_counts(view),
        board=anchor_of(BOARD) if view.reports else "",
        folds=FOLDS if view.reports or len(view.tasks) > MANY else {},
        charts=charts.below(_charts(view, units, facts)),
        actions=[*_frozen_action(view, facts), *_reported_action(view)],
        feed=urls.plan_file(record.id, FEED),
        checked=checked(record.source, facts),
        as_of=words.day(facts.clock.today),
        illustration=view.illustration,
    )


def _frozen_action(view: PlanView, facts: Facts) -> list[Meta]:
    """Return the way to the newest frozen report, if there is one."""
    found = frozen_of(str(view.record.id), facts)[:1]
    return [
        action(f"Báo cáo đã chốt {words.period(each.period)}", urls.frozen_versions(view.record.id, each.period))
        for each in found
    ]


def _reported_action(view: PlanView) -> list[Meta]:
    return [
        action(f"Số liệu tiến độ {words.period(each.period)}", urls.progress(view.record.id, each.period))
        for each in view.reports[-1:]
    ]


def _charts(view: PlanView, units: tuple[UnitView, ...], facts: Facts) -> dict[str, list[charts.Chart]]:
    span = span_of(view.record.period)
    found = {TARGETS: states.bullets(view.targets)}
    if view.reports:
        found[UNITS] = _of_units(view, units)
        found[TIMELINE] = states.timeline(view.tasks, span, facts.clock.today)
        found[MONEY] = _money(view)
    return {title: drawn for title, drawn in found.items() if drawn}


def _of_units(view: PlanView, units: tuple[UnitView, ...]) -> list[charts.Chart]:
    leading = [unit for unit in units if unit.tasks]
    rows = [
        states.states_of(each.agency.name, each.tasks, urls.plan_unit(view.record.id, each.agency.id))
        for each in leading
    ]
    return [charts.parts(charts.Parts("Việc của từng đơn vị chủ trì", tuple(rows), absolute=True))] if rows else []


def _money(view: PlanView) -> list[charts.Chart]:
    """Return the chart of what was planned and spent, in millions of đồng."""
    budget = view.record.budget
    lines = [(each.item, each.amount_vnd, spent_on(each.task, view)) for each in budget.allocation] if budget else []
    if not any(spent for _item, _planned, spent in lines):
        return []
    rows = tuple(
        charts.PartsRow(item, planned // MILLION, (charts.Part("Đã chi", (spent or 0) // MILLION, "brand"),))
        for item, planned, spent in lines
    )
    return [charts.parts(charts.Parts("Kinh phí dự kiến và đã chi", rows, "triệu đồng", absolute=True))]


def spent_on(task: str | None, view: PlanView) -> int | None:
    """Return what was spent on a task, in đồng; None when not known."""
    return next((each.spent_vnd for each in view.tasks if each.record.id == task), None)


def _context(view: PlanView, units: tuple[UnitView, ...], facts: Facts) -> Meta:
    record = view.record
    return {
        "view": view,
        "record": record,
        "board": states.by_state(view.tasks) if view.reports else [],
        "areas": _by_area(view),
        "units": units,
        "carried": rollup(view, facts),
        "wanting": wanting(view, facts),
        "dated": sorted(
            (task for task in view.tasks if task.last_day), key=lambda task: (task.last_day, task.record.id)
        ),
        "parent_plan": facts.plans[record.parent.plan] if isinstance(record.parent, ParentPlan) else None,
        "states": states,
        "by_id": {task.record.id: task for task in view.tasks},
        "late": states.LATE,
        "soon": TaskState.DUE_SOON,
        "done": TaskState.PROVEN,
        "declared": TaskState.DECLARED,
        "spent_on": spent_on,
        "frozen": frozen_of(str(record.id), facts),
        "signer": _signed(record.signer) if record.signer else "",
    }


def _counts(view: PlanView) -> list[Meta]:
    """Return the counts of task states; a plan without a report says how much it promised instead."""
    tasks = states.count("Nhiệm vụ", len(view.tasks), to=f"#{anchor_of(TASKS)}")
    targets = states.count("Chỉ tiêu", len(view.targets), to=f"#{anchor_of(TARGETS)}")
    if not view.reports:
        measured = sum(bool(each.record.measure) for each in view.targets)
        return [tasks, targets, states.count("Chỉ tiêu có con số", measured), states.count("Báo cáo tiến độ", 0)]
    counts = [(state, view.count(state)) for state in COUNTED]
    return [tasks, *(_counted(state, number) for state, number in counts)]


def _counted(state: TaskState, number: int) -> Meta:
    return states.count(state.label, number, state.tone, f"#{anchor_of(state.label)}" if number else "")


def _signed(signer: Signer) -> str:
    """Return in whose name and as what somebody signed: ``KT. Giám đốc, Phó Giám đốc``."""
    name, others = signer.authority.label, signer.on_behalf_of or ""
    lead = others if name and others.startswith(name[:3]) else f"{name} {others}".strip()
    return ", ".join(filter(None, (lead, signer.position)))


def _by_area(view: PlanView) -> list[tuple[str, list[TaskView]]]:
    """Return tasks under the source's groups where it has them, else under the areas of reform."""
    titles: dict[str, str] = {
        **{area.value: area.label for area in Area},
        **{each.id: each.title for each in view.record.groups},
    }
    order = [*(each.id for each in view.record.groups), *Area]

    def key(task: TaskView) -> str:
        return task.record.group or task.record.area

    found = groupby(sorted(view.tasks, key=lambda task: order.index(key(task))), key)
    return [(titles[name], list(tasks)) for name, tasks in found]


def _unit(unit: UnitView, view: PlanView, facts: Facts) -> Draft:
    """Return the page of what a unit has to do under a plan."""
    record, name = view.record, unit.agency.name
    title = f"{name}: việc theo kế hoạch {record.number or record.title}, {words.period(record.period)}"
    counts = [(state, unit.count(state)) for state in COUNTED] if view.reports else []
    meta = head(
        "plan",
        title,
        shorten(f"{len(unit.tasks)} việc, {len(unit.targets)} chỉ tiêu {name} chủ trì theo {record.title}."),
        crumbs=[PLANS, crumb(record.title, urls.plan(record.id))],
        counts=[
            states.count("Việc chủ trì", len(unit.tasks), to="#viec-chu-tri" if unit.tasks else ""),
            *(_counted(state, number) for state, number in counts),
        ],
        actions=[action("Thêm các hạn vào lịch (.ics)", urls.unit_file(record.id, unit.agency.id, CALENDAR))],
        feed=urls.unit_file(record.id, unit.agency.id, FEED),
        charts=charts.below({"Chỉ tiêu chủ trì": states.bullets(unit.targets)}) if unit.targets else {},
        as_of=words.day(facts.clock.today),
        illustration=view.illustration or unit.agency.illustration,
    )
    context = {
        "title": title,
        "view": view,
        "record": record,
        "unit": unit,
        "groups": states.by_state(unit.tasks),
        "states": states,
    }
    return Draft(urls.plan_unit(record.id, unit.agency.id), "plan-unit.md", meta, context)


def plans(facts: Facts) -> Products:
    """Yield the list of plans."""
    views = plan_views(facts)
    description = f"{len(views)} kế hoạch cải cách hành chính và kiểm soát thủ tục: chỉ tiêu, nhiệm vụ, đơn vị chủ trì."
    meta = head("list", "Kế hoạch cải cách", description)
    yield Draft(urls.PLANS, "plans.md", meta, {"plans": views})

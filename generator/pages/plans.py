"""Pages about plans: each plan, all plans, where reform stands, and each progress report."""

from datetime import date
from itertools import groupby

from generator import charts, urls, words
from generator.cards import AgencyCard
from generator.derive.plans import plan_view, plan_views
from generator.derive.targets import value_of
from generator.derive.views import PlanView, TargetView, TaskState, TaskView
from generator.facts import Facts
from generator.model.parts import Signer
from generator.model.plan import Area, Comparator, Measure, ParentPlan, Plan, Unit
from generator.model.progress import Progress
from generator.pages.base import Draft, Meta, Products, action, badge, checked, crumb, head, shorten

PLANS = crumb("Kế hoạch", urls.PLANS)
PROGRESS = crumb("Tiến độ", urls.PROGRESS)
LATE, SOON = TaskState.OVERDUE, TaskState.DUE_SOON
GOOD = {
    Comparator.AT_MOST: charts.Good.BELOW,
    Comparator.LESS_THAN: charts.Good.BELOW,
    Comparator.EQUAL: charts.Good.AT,
    Comparator.BETWEEN: charts.Good.BETWEEN,
}
# The counts on top of a plan: what a supervisor asks first.
COUNTED = (TaskState.OVERDUE, TaskState.DUE_SOON, TaskState.PROVEN, TaskState.DECLARED, TaskState.RECURRING)


def plan(record: Plan, facts: Facts) -> Products:
    """Yield the page of a plan."""
    view = plan_view(record, facts)
    number = record.number or "số để trống trong bản nguồn"
    meta = head(
        "plan",
        record.title,
        shorten(
            f"{record.title}: {len(view.targets)} chỉ tiêu, {len(view.tasks)} nhiệm vụ. {view.agency.name}, {number}."
        ),
        crumbs=[PLANS, crumb(view.agency.name, urls.agency(view.agency.id))],
        badges=[badge(record.kind.label, "brand"), badge(words.period(record.period).capitalize())],
        counts=_counts(view),
        charts=charts.below({"Chỉ tiêu": bars(view)}),
        actions=[
            action(f"Báo cáo tiến độ {words.period(each.period)}", urls.progress(record.id, each.period))
            for each in view.reports[-1:]
        ],
        checked=checked(record.source, facts),
        as_of=words.day(facts.clock.today),
        illustration=view.illustration,
    )
    context = {
        "view": view,
        "record": record,
        "areas": _by_area(view),
        "units": _by_unit(view),
        "timeline": sorted((task for task in view.tasks if task.last_day), key=_last_day),
        "parent_plan": facts.plans[record.parent.plan] if isinstance(record.parent, ParentPlan) else None,
        "state_words": state_words,
        "signer": _signed(record.signer) if record.signer else "",
    }
    yield Draft(urls.plan(record.id), "plan.md", meta, context)


def _counts(view: PlanView) -> list[Meta]:
    """Return the counts of task states; a plan without a report says how much it promised instead."""
    if not view.reports:
        return [
            {"label": "Nhiệm vụ", "value": len(view.tasks), "tone": "none"},
            {"label": "Chỉ tiêu", "value": len(view.targets), "tone": "none"},
            {
                "label": "Chỉ tiêu có con số",
                "value": sum(bool(each.record.measure) for each in view.targets),
                "tone": "none",
            },
            {"label": "Báo cáo tiến độ", "value": 0, "tone": "none"},
        ]
    counts = [{"label": state.label, "value": view.count(state), "tone": state.tone} for state in COUNTED]
    return [{"label": "Nhiệm vụ", "value": len(view.tasks), "tone": "none"}, *counts]


def _signed(signer: Signer) -> str:
    """Return in whose name and as what somebody signed: ``KT. Giám đốc, Phó Giám đốc``."""
    name, others = signer.authority.label, signer.on_behalf_of or ""
    lead = others if name and others.startswith(name[:3]) else f"{name} {others}".strip()
    return ", ".join(filter(None, (lead, signer.position)))


def bars(view: PlanView) -> list[charts.Chart]:
    """Return the chart of the targets that have a figure, if any."""
    rows = tuple(bar(target, target.record.measure) for target in view.targets if target.record.measure)
    return [charts.bullet(charts.Bullet("Chỉ tiêu so với mức cần đạt", rows))] if rows else []


def bar(target: TargetView, measure: Measure) -> charts.BulletRow:
    """Return a target as a row of a chart; its words say the same."""
    baseline = target.record.baseline
    return charts.BulletRow(
        text=f"{target.record.id}. {target.record.text}",
        goal=words.goal(measure),
        goals=(measure.value,) if measure.value_to is None else (measure.value, measure.value_to),
        state=target.state.label,
        tone=target.state.tone,
        good=GOOD.get(measure.comparator, charts.Good.ABOVE),
        reported=None if target.value is None else charts.Figure(target.value, words.amount(target.value, measure)),
        baseline=charts.Figure(baseline.value, words.amount(baseline.value, measure)) if baseline else None,
        full=100 if measure.unit is Unit.PERCENT else None,
    )


def state_words(task: TaskView) -> str:
    """Return a task's state with its days: ``Quá hạn 51 ngày``."""
    if task.state is LATE and task.days:
        return f"{LATE.label} {task.days} ngày"
    if task.state is SOON and task.days is not None:
        return f"{SOON.label}, còn {-task.days} ngày"
    return task.state.label


def _last_day(task: TaskView) -> date:
    return task.last_day or date.max


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


def _by_unit(view: PlanView) -> list[tuple[AgencyCard | None, list[TaskView]]]:
    """Return tasks under each leading unit; those without one stand last."""
    units: dict[str, list[TaskView]] = {}
    agencies: dict[str, AgencyCard] = {}
    for task in view.tasks:
        for lead in task.leads:
            units.setdefault(lead.id, []).append(task)
            agencies[lead.id] = lead
    nobody = [task for task in view.tasks if not task.leads]
    named: list[tuple[AgencyCard | None, list[TaskView]]] = [(agencies[key], tasks) for key, tasks in units.items()]
    return [*named, (None, nobody)] if nobody else named


def plans(facts: Facts) -> Products:
    """Yield the list of plans."""
    views = plan_views(facts)
    description = f"{len(views)} kế hoạch cải cách hành chính và kiểm soát thủ tục: chỉ tiêu, nhiệm vụ, đơn vị chủ trì."
    meta = head("list", "Kế hoạch cải cách", description)
    yield Draft(urls.PLANS, "plans.md", meta, {"plans": views})


def standing(facts: Facts) -> Products:
    """Yield where reform stands."""
    views = plan_views(facts)
    about = "Việc nào quá hạn, việc nào sắp đến hạn, của đơn vị nào, minh chứng ở đâu."
    meta = head("list", "Tiến độ cải cách", about, as_of=words.day(facts.clock.today))
    states = (TaskState.OVERDUE, TaskState.DUE_SOON, TaskState.DECLARED, TaskState.PROVEN)
    lists = [
        (state, [(view, task) for view in views for task in view.tasks if task.state is state and view.reports])
        for state in states
    ]
    behind = [(view, each) for view in views for each in view.targets if each.state.key in {"behind", "missed"}]
    context = {
        "plans": views,
        "silent": [view for view in views if not view.reports],
        "lists": lists,
        "behind": behind,
        "state_words": state_words,
        "amount": words.amount,
    }
    yield Draft(urls.PROGRESS, "standing.md", meta, context)


def report(record: Progress, facts: Facts) -> Products:
    """Yield a frozen report of progress; one that is dated after today waits for its day."""
    if not facts.clock.has_come(record.as_of):
        return
    about: Plan = facts.whole("plans", str(record.plan))
    title = f"Tiến độ {words.period(record.period)}: {about.title}"
    meta = head(
        "report",
        title,
        shorten(f"{title}, số liệu đến {words.day(record.as_of)}."),
        crumbs=[PROGRESS, crumb(about.title, urls.plan(about.id))],
        checked=checked(record.source, facts),
        illustration=facts.is_illustration(about.agency),
    )
    targets = {target.id: target for target in about.targets}
    tasks = {task.id: task for task in about.tasks}
    context = {
        "title": title,
        "report": record,
        "plan": about,
        "targets": targets,
        "tasks": tasks,
        "value_of": value_of,
        "amount": words.amount,
    }
    yield Draft(urls.progress(record.plan, record.period), "report.md", meta, context)

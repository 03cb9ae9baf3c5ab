"""Pages about plans: each plan, all plans, where reform stands, and each progress report."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from generator import urls, words
from generator.derive.plans import value_of
from generator.derive.views import PlanView, Site, TargetView, TaskState, TaskView
from generator.model.agency import Agency
from generator.model.parts import Signer
from generator.model.plan import Area, ParentPlan
from generator.model.progress import Progress
from generator.pages.base import Draft, Meta, action, badge, checked, crumb, head, shorten

PLANS = crumb("Kế hoạch", urls.PLANS)
PROGRESS = crumb("Tiến độ", urls.PROGRESS)
LATE, SOON = TaskState.OVERDUE, TaskState.DUE_SOON
# The counts on top of a plan: what a supervisor asks first.
COUNTED = (TaskState.OVERDUE, TaskState.DUE_SOON, TaskState.PROVEN, TaskState.DECLARED, TaskState.RECURRING)


def drafts(site: Site) -> Iterator[Draft]:
    """Yield every page about plans and their progress."""
    plans = sorted(site.plans.values(), key=lambda view: (view.record.period, view.record.id), reverse=True)
    yield _plans(plans)
    yield _standing(plans, site)
    for view in plans:
        yield _plan(view, site)
        for report in view.reports:
            yield _report(report, view, site)


def _plan(view: PlanView, site: Site) -> Draft:
    record = view.record
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
        bars=[bar(target) for target in view.targets if target.record.measure],
        actions=[
            action(f"Báo cáo tiến độ {words.period(each.period)}", urls.progress(record.id, each.period))
            for each in view.reports[-1:]
        ],
        checked=checked(record.source, site),
        illustration=view.illustration,
    )
    context = {
        "view": view,
        "record": record,
        "site": site,
        "facts": site.facts,
        "areas": _by_area(view),
        "units": _by_unit(view),
        "timeline": sorted((task for task in view.tasks if task.last_day), key=_last_day),
        "parent_plan": site.facts.plans[record.parent.plan] if isinstance(record.parent, ParentPlan) else None,
        "state_words": state_words,
        "signer": _signed(record.signer) if record.signer else "",
    }
    return Draft(urls.plan(record.id), "plan.md", meta, context)


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


def bar(target: TargetView) -> Meta:
    """Return what the theme needs to draw a target as a bar; its words say the same."""
    measure = target.record.measure
    if measure is None:
        return {}
    now = words.amount(target.value, measure) if target.value is not None else ""
    return {
        "text": target.record.text,
        "goal": words.goal(measure),
        "now": now,
        "share": target.share,
        "mark": target.mark,
        "state": target.state.label,
        "tone": target.state.tone,
    }


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


def _by_unit(view: PlanView) -> list[tuple[Agency | None, list[TaskView]]]:
    """Return tasks under each leading unit; those without one stand last."""
    units: dict[str, list[TaskView]] = {}
    agencies: dict[str, Agency] = {}
    for task in view.tasks:
        for lead in task.leads:
            units.setdefault(lead.id, []).append(task)
            agencies[lead.id] = lead
    nobody = [task for task in view.tasks if not task.leads]
    named: list[tuple[Agency | None, list[TaskView]]] = [(agencies[key], tasks) for key, tasks in units.items()]
    return [*named, (None, nobody)] if nobody else named


def _plans(plans: list[PlanView]) -> Draft:
    description = f"{len(plans)} kế hoạch cải cách hành chính và kiểm soát thủ tục: chỉ tiêu, nhiệm vụ, đơn vị chủ trì."
    meta = head("list", "Kế hoạch cải cách", description)
    return Draft(urls.PLANS, "plans.md", meta, {"plans": plans})


def _standing(plans: list[PlanView], site: Site) -> Draft:
    meta = head("list", "Tiến độ cải cách", "Việc nào quá hạn, việc nào sắp đến hạn, của đơn vị nào, minh chứng ở đâu.")
    states = (TaskState.OVERDUE, TaskState.DUE_SOON, TaskState.DECLARED, TaskState.PROVEN)
    lists = [
        (state, [(view, task) for view in plans for task in view.tasks if task.state is state and view.reports])
        for state in states
    ]
    behind = [(view, each) for view in plans for each in view.targets if each.state.key in {"behind", "missed"}]
    context = {
        "plans": plans,
        "silent": [view for view in plans if not view.reports],
        "lists": lists,
        "behind": behind,
        "site": site,
        "state_words": state_words,
        "amount": words.amount,
    }
    return Draft(urls.PROGRESS, "standing.md", meta, context)


def _report(report: Progress, view: PlanView, site: Site) -> Draft:
    title = f"Tiến độ {words.period(report.period)}: {view.record.title}"
    meta = head(
        "report",
        title,
        shorten(f"{title}, số liệu đến {words.day(report.as_of)}."),
        crumbs=[PROGRESS, crumb(view.record.title, urls.plan(view.record.id))],
        checked=checked(report.source, site),
        illustration=view.illustration,
    )
    targets = {target.id: target for target in view.record.targets}
    tasks = {task.id: task for task in view.record.tasks}
    context = {
        "title": title,
        "report": report,
        "view": view,
        "targets": targets,
        "tasks": tasks,
        "value_of": value_of,
        "amount": words.amount,
    }
    return Draft(urls.progress(report.plan, report.period), "report.md", meta, context)

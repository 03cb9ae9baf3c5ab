"""Pages about progress: where reform stands, which report is due when, and each progress report."""

from collections.abc import Iterable
from datetime import date

from generator import charts, urls, words
from generator.derive import standing as found
from generator.derive.plans import plan_views
from generator.derive.routines import Routine, RoutineState
from generator.derive.targets import value_of
from generator.derive.views import PlanView, TaskState
from generator.export.bundle import bundle_files
from generator.export.progress import progress_bundle, progress_files
from generator.export.reminders import feed_of_all
from generator.export.routines import CALENDAR, reports_calendar, routines_bundle
from generator.export.standing import Lists, standing_bundle, standing_files
from generator.facts import Facts
from generator.fold import anchor_of
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.pages import states
from generator.pages.base import Draft, Meta, Products, checked, crumb, head, shorten
from generator.pages.plans import FEED, work_of

PROGRESS = crumb("Tiến độ", urls.PROGRESS)
UNITS, AREAS, PLANS = "Theo đơn vị", "Theo lĩnh vực", "Từng kế hoạch"
NEWLY = "Mới xong, có minh chứng"


def standing(facts: Facts) -> Products:
    """Yield where reform stands."""
    views = plan_views(facts)
    told = [view for view in views if view.reports]
    lists = _lists(views, facts)
    behind = found.targets_behind(views)
    all_fictional = bool(told) and all(view.illustration for view in told)
    taken = Lists(_placed(each for _title, _tone, tasks in lists for each in tasks), behind, all_fictional)
    bundle, feed = standing_bundle(taken, facts), urls.list_file(urls.PROGRESS, FEED)
    meta = head(
        "standing",
        "Tiến độ cải cách",
        "Việc nào quá hạn, việc nào sắp đến hạn, của đơn vị nào, minh chứng ở đâu.",
        counts=[
            *(states.count(title, len(each), tone, f"#{anchor_of(title)}") for title, tone, each in lists),
            states.count("Chỉ tiêu chưa đạt", len(behind), "soon", "#chi-tieu-chua-dat"),
        ],
        charts=charts.below({PLANS: _of_plans(told)}) if told else {},
        feed=feed,
        as_of=words.day(facts.clock.today),
    )
    context = {
        "lists": lists,
        "behind": behind,
        "units": found.by_unit(views),
        "areas": found.by_area(views),
        "plans": views,
        "silent": [view for view in views if not view.reports],
        "all_fictional": all_fictional,
        "files": bundle,
        "feed": feed,
        "states": states,
        "newly": NEWLY,
        "new_for": found.NEW_FOR.days,
        "late": states.LATE,
        "soon": TaskState.DUE_SOON,
        "done": TaskState.PROVEN,
        "declared": TaskState.DECLARED,
    }
    yield Draft(urls.PROGRESS, "standing.md", meta, context)
    yield from standing_files(taken, bundle, facts)
    yield feed_of_all(feed, [work_of(view) for view in views], facts)


def _placed(tasks: Iterable[found.Found]) -> list[tuple[found.Found, str]]:
    """Return tasks with the addresses where they stand with their evidence."""
    return [(each, urls.address(states.task_page(each.plan.record.id, each.task))) for each in tasks]


def _lists(views: list[PlanView], facts: Facts) -> list[tuple[str, str, list[found.Found]]]:
    """Return the lists of tasks with their titles and tones, what is urgent first."""
    wanted = (TaskState.OVERDUE, TaskState.LAGGING, TaskState.DUE_SOON, TaskState.DECLARED)
    lists = [(state.label, state.tone, found.tasks_in(views, state)) for state in wanted]
    return [*lists, (NEWLY, "ok", found.newly_done(views, facts))]


def _of_plans(views: list[PlanView]) -> list[charts.Chart]:
    rows = tuple(
        states.states_of(
            f"{view.agency.name}, {words.period(view.record.period)}",
            view.tasks,
            urls.plan(view.record.id),
            illustration=view.illustration,
        )
        for view in views
    )
    return [charts.parts(charts.Parts("Việc của từng kế hoạch", rows))]


def routines(facts: Facts) -> Products:
    """Yield which periodic report is due when, to whom, and whether it was sent."""
    entries = [(view, each) for view in plan_views(facts) for each in view.routines]
    told = [entry for entry in entries if entry[1].state is not RoutineState.UNKNOWN]
    told.sort(key=lambda entry: entry[1].last_day or date.max)
    silent = [view for view in plan_views(facts) if view.record.reporting and view not in [plan for plan, _ in told]]
    meta = head(
        "list",
        "Lịch báo cáo",
        "Báo cáo định kỳ nào phải gửi, hạn ngày nào, gửi ai, đã gửi hay chưa và minh chứng ở đâu.",
        crumbs=[PROGRESS],
        counts=[_counted(state, told) for state in (RoutineState.MISSING, RoutineState.SOON, RoutineState.SENT)],
        as_of=words.day(facts.clock.today),
    )
    lists = [(state, [entry for entry in told if entry[1].state is state]) for state in RoutineState]
    bundle = routines_bundle(told, facts)
    calendar = urls.list_file(urls.ROUTINES, CALENDAR)
    shown = [(state, entries) for state, entries in lists if entries]
    context = {"lists": shown, "silent": silent, "files": bundle, "calendar": calendar}
    yield Draft(urls.ROUTINES, "routines.md", meta, context)
    yield from bundle_files(bundle)
    yield reports_calendar(calendar, entries, facts)


def _counted(state: RoutineState, entries: list[tuple[PlanView, Routine]]) -> Meta:
    number = sum(each.state is state for _view, each in entries)
    return states.count(state.label, number, state.tone, f"#{anchor_of(state.label)}" if number else "")


def report(record: Progress, facts: Facts) -> Products:
    """Yield a report of progress; one that is dated after today waits for its day."""
    if not facts.clock.has_come(record.as_of):
        return
    about: Plan = facts.whole("plans", str(record.plan))
    title = f"Tiến độ {words.period(record.period)}: {about.title}"
    bundle = progress_bundle(record, about, facts)
    meta = head(
        "report",
        title,
        shorten(f"{title}, số liệu đến {words.day(record.as_of)}."),
        crumbs=[PROGRESS, crumb(about.title, urls.plan(about.id))],
        checked=checked(record.source, facts),
        illustration=facts.is_illustration(about.agency),
    )
    context = {
        "title": title,
        "report": record,
        "plan": about,
        "targets": {target.id: target for target in about.targets},
        "tasks": {task.id: task for task in about.tasks},
        "routines": {str(each.id): each for each in about.reporting if each.id},
        "value_of": value_of,
        "amount": words.amount,
        "files": bundle,
    }
    yield Draft(urls.progress(record.plan, record.period), "report.md", meta, context)
    yield from progress_files(record, about, bundle, facts)

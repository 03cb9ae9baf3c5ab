"""Pages of index scores: each with the road to a better one, and all of them over the years."""

from decimal import Decimal
from itertools import groupby

from generator import charts, urls, words
from generator.cards import AgencyCard
from generator.derive.scores import AssessmentView, Remedy, assessment_view, compared, years_of
from generator.derive.views import TaskState
from generator.export.assessments import assessment_bundle, assessment_files
from generator.export.bundle import bundle_files
from generator.export.index_years import years_bundle
from generator.facts import Facts
from generator.model.assessment import Assessment, IndexKind
from generator.pages import drawings
from generator.pages.base import Draft, Products, action, badge, checked, crumb, head, shorten

ASSESSMENTS = crumb("Chỉ số", urls.ASSESSMENTS)
ROAD = "Đường từ điểm nay tới điểm có thể đạt"
YEARS = "Qua các năm"


def assessment(record: Assessment, facts: Facts) -> Products:
    """Yield the page of an assessment."""
    view = assessment_view(record, facts)
    bundle = assessment_bundle(view, facts)
    years = years_of(record, facts)
    before = next((each for each in reversed(years) if each.year < record.year), None)
    badges = [badge(record.kind.label, "brand"), badge(str(record.year))]
    meta = head(
        "assessment",
        record.title,
        shorten(f"{record.title}: {words.number(record.total) if record.total is not None else 'chưa rõ'} điểm."),
        crumbs=[ASSESSMENTS, crumb(view.agency.name, urls.agency(view.agency.id))],
        badges=badges,
        actions=[action("Kế hoạch khắc phục", urls.plan(view.plan.id))] if view.plan else [],
        charts=charts.below({ROAD: drawings.road(view), YEARS: _drawn_years(years)}),
        checked=checked(record.source, facts),
        illustration=view.illustration,
    )
    context = {
        "view": view,
        "record": record,
        "target": target_of(record),
        "proven": _points(view, Remedy.PROVEN),
        "silent": _is_silent(view),
        "years": years,
        "before": before,
        "compared": compared(before, record) if before else [],
        "road_title": ROAD,
        "years_title": YEARS,
        "files": bundle,
    }
    yield Draft(urls.assessment(record.id), "assessment.md", meta, context)
    yield from assessment_files(view, bundle, facts)


def _drawn_years(records: list[Assessment]) -> list[charts.Chart]:
    return drawings.years(records[0].kind.label, over_years(records)) if len(records) > 1 else []


def target_of(record: Assessment) -> str:
    """Return which rank was promised: ``hạng tốt hơn 10 năm 2019``; nothing when none was."""
    if not record.target_rank:
        return ""
    better = record.target_rank_kind == "better-than"
    rank = f"hạng tốt hơn {record.target_rank}" if better else f"hạng {record.target_rank} trở lên"
    return f"{rank} năm {record.target_year}" if record.target_year else rank


def _points(view: AssessmentView, remedy: Remedy) -> Decimal:
    steps = view.road.steps if view.road else ()
    return sum((step.points for step in steps if step.remedy is remedy), Decimal(0))


def _is_silent(view: AssessmentView) -> bool:
    """Return whether nobody has reported on the tasks that are to bring points back."""
    states = {task.state for each in view.criteria if each.remedy for task in each.tasks}
    return TaskState.NO_REPORT in states


def assessments(facts: Facts) -> Products:
    """Yield all index scores: of departments by year, and of provinces over the years."""
    records: list[Assessment] = [facts.whole("assessments", each) for each in facts.reports["assessments"]]
    own = [assessment_view(each, facts) for each in records if each.kind is IndexKind.DEPARTMENT]
    others = [each for each in records if each.kind is not IndexKind.DEPARTMENT]
    provinces = _provinces(others, facts)
    indices = [(card, kind, rows) for card, kinds in provinces for kind, _heading, rows in kinds]
    bundle = years_bundle(indices, facts) if indices else None
    drawn = {heading: drawings.years(kind.label, rows) for _card, kinds in provinces for kind, heading, rows in kinds}
    meta = head(
        "list",
        "Chỉ số cải cách",
        "Điểm và hạng cải cách hành chính: mất điểm ở đâu, vì sao, khắc phục thế nào.",
        charts=charts.below(drawn),
    )
    context = {
        "departments": sorted(own, key=lambda view: (view.illustration, -view.record.year, str(view.record.id))),
        "proven": lambda view: view.record.total + _points(view, Remedy.PROVEN),
        "provinces": provinces,
        "files": bundle,
    }
    yield Draft(urls.ASSESSMENTS, "assessments.md", meta, context)
    if bundle:
        yield from bundle_files(bundle)


Years = list[tuple[int, Assessment | None]]
Index = tuple[IndexKind, str, Years]


def _provinces(records: list[Assessment], facts: Facts) -> list[tuple[AgencyCard, list[Index]]]:
    """Return the indices of each agency over the years, with the years between that are missing."""
    kinds = list(IndexKind)
    ordered = sorted(records, key=lambda each: (str(each.agency), kinds.index(each.kind), each.year, str(each.id)))
    found = []
    for agency, own in groupby(ordered, key=lambda each: str(each.agency)):
        card = facts.agencies[agency]
        indices = [
            (kind, f"{kind.label}, {card.name}", over_years(list(each)))
            for kind, each in groupby(own, key=lambda each: each.kind)
        ]
        found.append((card, indices))
    return found


def over_years(records: list[Assessment]) -> Years:
    """Return the records of an index by year, with the years between that are missing."""
    by_year = {each.year: each for each in records}
    return [(year, by_year.get(year)) for year in range(min(by_year), max(by_year) + 1)]

"""Pages of figures: index scores and statistics."""

from generator import urls, words
from generator.derive.figures import assessment_view, statistics_view
from generator.facts import Facts
from generator.model.assessment import Assessment
from generator.model.statistics import Statistics
from generator.pages.base import Draft, Products, badge, checked, crumb, head, shorten

ASSESSMENTS = crumb("Chỉ số", urls.ASSESSMENTS)
STATISTICS = crumb("Thống kê", urls.STATISTICS)


def assessments(facts: Facts) -> Products:
    """Yield the list of index scores."""
    found = [assessment_view(facts.whole("assessments", each), facts) for each in facts.reports["assessments"]]
    views = sorted(found, key=lambda view: (-view.record.year, view.record.id))
    meta = head(
        "list", "Chỉ số cải cách", "Điểm và hạng cải cách hành chính: mất điểm ở đâu, vì sao, khắc phục thế nào."
    )
    yield Draft(urls.ASSESSMENTS, "assessments.md", meta, {"views": views})


def assessment(record: Assessment, facts: Facts) -> Products:
    """Yield the page of an assessment."""
    view = assessment_view(record, facts)
    badges = [badge(record.kind.label, "brand"), badge(str(record.year))]
    meta = head(
        "assessment",
        record.title,
        shorten(f"{record.title}: {words.number(record.total) if record.total is not None else 'chưa rõ'} điểm."),
        crumbs=[ASSESSMENTS, crumb(view.agency.name, urls.agency(view.agency.id))],
        badges=badges,
        checked=checked(record.source, facts),
        illustration=view.illustration,
    )
    yield Draft(urls.assessment(record.id), "assessment.md", meta, {"view": view, "record": record})


def statistics_list(facts: Facts) -> Products:
    """Yield the list of figures by period."""
    found = [statistics_view(facts.whole("statistics", each), facts) for each in facts.reports["statistics"]]
    views = sorted(found, key=lambda view: (view.record.agency, view.record.period), reverse=True)
    meta = head("list", "Thống kê", "Hồ sơ tiếp nhận và giải quyết, mức hài lòng, phản ánh kiến nghị, theo từng kỳ.")
    yield Draft(urls.STATISTICS, "statistics-list.md", meta, {"views": views})


def statistics(record: Statistics, facts: Facts) -> Products:
    """Yield the page of an agency's figures of a period."""
    view = statistics_view(record, facts)
    title = f"{view.agency.name}, {words.period(record.period)}"
    meta = head(
        "report",
        title,
        shorten(f"Hồ sơ, hài lòng và phản ánh của {title}, chốt ngày {words.day(record.as_of)}."),
        crumbs=[STATISTICS],
        checked=checked(record.source, facts),
        illustration=view.illustration,
    )
    context = {"view": view, "record": record, "title": title}
    yield Draft(urls.statistics(record.agency, record.period), "statistics.md", meta, context)

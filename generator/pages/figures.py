"""Pages of figures: index scores and statistics."""

from collections.abc import Iterator

from generator import urls, words
from generator.derive.views import AssessmentView, Site, StatisticsView
from generator.pages.base import Draft, badge, checked, crumb, head, shorten

ASSESSMENTS = crumb("Chỉ số", urls.ASSESSMENTS)
STATISTICS = crumb("Thống kê", urls.STATISTICS)


def drafts(site: Site) -> Iterator[Draft]:
    """Yield the lists of scores and statistics and each of their records."""
    yield _assessments(site)
    yield _statistics_list(site)
    yield from (_assessment(view, site) for view in site.assessments.values())
    yield from (_statistics(view, site) for view in site.statistics)


def _assessments(site: Site) -> Draft:
    views = sorted(site.assessments.values(), key=lambda view: (-view.record.year, view.record.id))
    meta = head(
        "list", "Chỉ số cải cách", "Điểm và hạng cải cách hành chính: mất điểm ở đâu, vì sao, khắc phục thế nào."
    )
    return Draft(urls.ASSESSMENTS, "assessments.md", meta, {"views": views})


def _assessment(view: AssessmentView, site: Site) -> Draft:
    record = view.record
    badges = [badge(record.kind.label, "brand"), badge(str(record.year))]
    meta = head(
        "assessment",
        record.title,
        shorten(f"{record.title}: {words.number(record.total) if record.total is not None else 'chưa rõ'} điểm."),
        crumbs=[ASSESSMENTS, crumb(view.agency.name, urls.agency(view.agency.id))],
        badges=badges,
        checked=checked(record.source, site),
        illustration=view.illustration,
    )
    return Draft(
        urls.assessment(record.id), "assessment.md", meta, {"view": view, "record": record, "facts": site.facts}
    )


def _statistics_list(site: Site) -> Draft:
    views = sorted(site.statistics, key=lambda view: (view.record.agency, view.record.period), reverse=True)
    meta = head("list", "Thống kê", "Hồ sơ tiếp nhận và giải quyết, mức hài lòng, phản ánh kiến nghị, theo từng kỳ.")
    return Draft(urls.STATISTICS, "statistics-list.md", meta, {"views": views})


def _statistics(view: StatisticsView, site: Site) -> Draft:
    title = f"{view.agency.name}, {words.period(view.record.period)}"
    meta = head(
        "report",
        title,
        shorten(f"Hồ sơ, hài lòng và phản ánh của {title}, chốt ngày {words.day(view.record.as_of)}."),
        crumbs=[STATISTICS],
        checked=checked(view.record.source, site),
        illustration=view.illustration,
    )
    context = {"view": view, "record": view.record, "title": title, "facts": site.facts}
    return Draft(urls.statistics(view.record.agency, view.record.period), "statistics.md", meta, context)

"""The home page: what do you need, what has changed, where does reform stand."""

from itertools import islice

from generator import charts, urls, words
from generator.derive.changes import newest_changes
from generator.derive.plans import plan_views
from generator.derive.views import PlanView, TaskState
from generator.facts import Facts
from generator.pages.base import Draft, Products, head
from generator.pages.catalogue import is_fictional

SHOWN_CHANGES, SHOWN_PROCEDURES = 6, 6
STANDING = "Cải cách đang đi đến đâu"
DRAWN = (TaskState.PROVEN, TaskState.DECLARED, TaskState.DUE_SOON, TaskState.OVERDUE)


def home(facts: Facts) -> Products:
    """Yield the home page."""
    settings = facts.site
    views = plan_views(facts)
    chosen = list(settings.featured or facts.procedures)[:SHOWN_PROCEDURES]
    real = (change for change in newest_changes(facts) if not change.illustration)
    meta = head(
        "home",
        settings.name,
        settings.tagline,
        searches=[{"text": text} for text in settings.searches],
        charts=charts.below({STANDING: _standing([view for view in views if view.reports])}),
        as_of=words.day(facts.clock.today),
    )
    context = {
        "total": len(facts.procedures),
        "settings": settings,
        "events": [(event, len(event.procedures)) for event in facts.events.values()],
        "featured": [facts.procedures[code] for code in chosen],
        "changes": list(islice(real, SHOWN_CHANGES)),
        "plans": views,
        "fictional": lambda card: is_fictional(card, facts),
        "drawn": DRAWN,
    }
    yield Draft(urls.HOME, "home.md", meta, context)


def _standing(views: list[PlanView]) -> list[charts.Chart]:
    """Return the chart of the plans that have reports, if any."""
    rows = tuple(
        charts.PartsRow(
            f"{view.agency.name}, {view.record.title}",
            len(view.tasks),
            tuple(charts.Part(state.label, view.count(state), state.tone) for state in DRAWN),
            page=urls.plan(view.record.id),
            tag="Minh họa" if view.illustration else "",
            tag_tone="late",
        )
        for view in views
    )
    return [charts.parts(charts.Parts("Kế hoạch có báo cáo tiến độ", rows))] if rows else []

"""The home page: what do you need, what has changed, where does reform stand."""

from collections.abc import Iterator

from generator import urls
from generator.derive.views import PlanView, Site, TaskState
from generator.pages.base import Draft, Meta, head
from generator.pages.procedures import line_of

SHOWN_CHANGES, SHOWN_PROCEDURES = 6, 6


def drafts(site: Site) -> Iterator[Draft]:
    """Yield the home page."""
    settings = site.facts.site
    chosen: list[str] = list(settings.featured or site.procedures)[:SHOWN_PROCEDURES]
    meta = head(
        "home",
        settings.name,
        settings.tagline,
        searches=[{"text": text} for text in settings.searches],
        standing=[_standing(view) for view in _plans(site) if view.reports],
    )
    context = {
        "site": site,
        "settings": settings,
        "events": [(event, len(event.procedures)) for event in site.facts.events.values()],
        "featured": [site.procedures[code] for code in chosen],
        "changes": [each for each in site.changes if not each.illustration][:SHOWN_CHANGES],
        "plans": _plans(site),
        "line_of": line_of,
        "late": TaskState.OVERDUE,
    }
    yield Draft(urls.HOME, "home.md", meta, context)


def _plans(site: Site) -> list[PlanView]:
    return sorted(site.plans.values(), key=lambda view: (view.record.period, view.record.id), reverse=True)


def _standing(view: PlanView) -> Meta:
    """Return what the theme needs to draw one plan as a stacked bar."""
    done = view.count(TaskState.PROVEN)
    parts = [
        (state, view.count(state))
        for state in (TaskState.PROVEN, TaskState.DECLARED, TaskState.DUE_SOON, TaskState.OVERDUE)
    ]
    return {
        "name": f"{view.agency.name}, {view.record.title}",
        "to": urls.address(urls.plan(view.record.id)),
        "illustration": view.illustration,
        "done": done,
        "total": len(view.tasks),
        "parts": [{"label": state.label, "count": count, "tone": state.tone} for state, count in parts if count],
    }

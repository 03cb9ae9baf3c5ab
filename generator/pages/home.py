"""The home page: what do you need, what has changed, where does reform stand."""

from itertools import islice

from generator import urls, words
from generator.derive.changes import newest_changes
from generator.derive.plans import plan_views
from generator.derive.views import PlanView, TaskState
from generator.facts import Facts
from generator.pages.base import Draft, Meta, Products, head
from generator.pages.catalogue import is_fictional

SHOWN_CHANGES, SHOWN_PROCEDURES = 6, 6


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
        standing=[_standing(view) for view in views if view.reports],
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
        "late": TaskState.OVERDUE,
    }
    yield Draft(urls.HOME, "home.md", meta, context)


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

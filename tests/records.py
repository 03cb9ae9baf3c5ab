"""Small records for tests: what a kind needs, and what the test adds."""

from datetime import date
from typing import Any

from generator.card_makers import cards_of
from generator.facts import Facts, Held
from generator.model.agency import Agency
from generator.model.legal import Decision
from generator.model.lists import Fields
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.site import SiteSettings
from generator.notes import Clock
from tests.builds import TODAY

Keys = dict[str, Any]
SOURCE: Keys = {"name": "Bản chụp"}
SITE: Keys = {
    "name": "Thử",
    "tagline": "Để thử",
    "owner": "Nhóm thử",
    "disclaimer": "Không phải trang thật.",
    "portal": "https://portal.example",
    "due_soon_days": "30",
}


def facts(
    *,
    procedures: tuple[Procedure, ...] = (),
    plans: tuple[Plan, ...] = (),
    progress: tuple[Progress, ...] = (),
    decisions: tuple[Decision, ...] = (),
    today: date = TODAY,
) -> Facts:
    """Return the facts of one agency, one field and the records given, as of a day."""
    records = {
        "site.yml": SiteSettings.model_validate(SITE),
        "fields.yml": Fields.model_validate({"fields": [{"id": "linh-vuc", "name": "Lĩnh vực"}]}),
        "agencies/so-thu.yml": Agency.model_validate({"id": "so-thu", "name": "Sở Thử", "kind": "department"}),
        **{f"procedures/so-thu/{each.code}.yml": each for each in procedures},
        **{f"decisions/{each.id}.yml": each for each in decisions},
        **{f"plans/{each.id}.yml": each for each in plans},
        **{f"progress/{each.plan}/{each.period}.yml": each for each in progress},
    }
    clock = Clock(today)
    held = Held({path: cards_of(record, clock) for path, record in records.items()})
    return Facts(held, records.__getitem__, today)


def procedure(**keys: Any) -> Procedure:
    """Return a procedure that has what is required, and ``keys``."""
    required = {"code": "1.000001", "title": "Cấp thẻ", "field": "linh-vuc", "status": "in-force", "source": SOURCE}
    return Procedure.model_validate({**required, **keys})


def plan(**keys: Any) -> Plan:
    """Return a plan of ``so-thu`` for 2024 that has what is required, and ``keys``."""
    required = {
        "id": "ke-hoach",
        "agency": "so-thu",
        "title": "Kế hoạch thử",
        "kind": "reform",
        "period": "2024",
        "source": SOURCE,
    }
    return Plan.model_validate({**required, **keys})


def task(**keys: Any) -> Keys:
    """Return the keys of task 1."""
    return {"id": "1", "area": "procedures", "text": "Rà soát thủ tục", **keys}


def target(**keys: Any) -> Keys:
    """Return the keys of target 1: at least 97 percent."""
    measure = {"comparator": "at-least", "value": "97", "unit": "percent"}
    return {"id": "1", "area": "procedures", "text": "Đúng hạn", "measure": measure, **keys}


def progress(as_of: date, **keys: Any) -> Progress:
    """Return a report on the plan of ``plan()`` as of a day, its period the month of that day."""
    required = {
        "plan": "ke-hoach",
        "period": f"{as_of.year}-m{as_of.month:02}",
        "as_of": as_of.isoformat(),
        "source": SOURCE,
    }
    return Progress.model_validate({**required, **keys})

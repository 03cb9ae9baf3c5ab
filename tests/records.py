"""Small records for tests: what a kind needs, and what the test adds."""

from datetime import date
from typing import Any

from generator.catalogue import Catalogue
from generator.model.agency import Agency
from generator.model.lists import AdminField
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.site import SiteSettings

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
    *, procedures: tuple[Procedure, ...] = (), plans: tuple[Plan, ...] = (), progress: tuple[Progress, ...] = ()
) -> Catalogue:
    """Return a catalogue of one agency, one field and the records given."""
    return Catalogue(
        site=SiteSettings.model_validate(SITE),
        agencies={"so-thu": Agency.model_validate({"id": "so-thu", "name": "Sở Thử", "kind": "department"})},
        fields={"linh-vuc": AdminField.model_validate({"id": "linh-vuc", "name": "Lĩnh vực"})},
        procedures={each.code: each for each in procedures},
        plans={each.id: each for each in plans},
        progress={(each.plan, each.period): each for each in progress},
    )


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

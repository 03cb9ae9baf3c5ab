"""Small records for tests: what a kind needs, and what the test adds."""

from collections.abc import Callable
from datetime import date
from typing import Any

from generator.card_makers import cards_of
from generator.derive.plans import plan_view
from generator.derive.views import PlanView
from generator.facts import Facts, Held
from generator.model.agency import Agency
from generator.model.assessment import Assessment
from generator.model.lists import Fields
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.site import SiteSettings
from generator.model.statistics import Statistics
from generator.notes import Clock
from tests.builds import TODAY

Keys = dict[str, Any]
SOURCE: Keys = {"name": "Bản chụp"}
# Where the file of a record stands in the folder of its kind.
PLACES: dict[str, Callable[[Any], str]] = {
    "agencies": lambda record: record.id,
    "procedures": lambda record: f"so-thu/{record.code}",
    "decisions": lambda record: record.id,
    "plans": lambda record: record.id,
    "progress": lambda record: f"{record.plan}/{record.period}",
    "samples": lambda record: f"{record.procedure}/{record.id}",
    "statistics": lambda record: f"{record.agency}/{record.period}",
    "assessments": lambda record: record.id,
}
BASE = "https://trang.example/"
SITE: Keys = {
    "name": "Thử",
    "tagline": "Để thử",
    "owner": "Nhóm thử",
    "disclaimer": "Không phải trang thật.",
    "portal": "https://portal.example",
    "due_soon_days": "30",
}


def facts(*, today: date = TODAY, site: Keys | None = None, **kinds: tuple[Any, ...]) -> Facts:
    """Return the facts of one agency, one field and the records given by kind, as of a day."""
    records = {
        "site.yml": SiteSettings.model_validate(site or SITE),
        "fields.yml": Fields.model_validate({"fields": [{"id": "linh-vuc", "name": "Lĩnh vực"}]}),
        "agencies/so-thu.yml": Agency.model_validate({"id": "so-thu", "name": "Sở Thử", "kind": "department"}),
        **{f"{kind}/{PLACES[kind](each)}.yml": each for kind, each_kind in kinds.items() for each in each_kind},
    }
    clock = Clock(today)
    held = Held({path: cards_of(record, clock) for path, record in records.items()})
    return Facts(held, records.__getitem__, today, BASE)


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


def period_figures(period: str, as_of: date, **keys: Any) -> Statistics:
    """Return the figures of ``so-thu`` in a period as of a day, with keys as they are typed."""
    required = {"agency": "so-thu", "period": period, "as_of": as_of.isoformat(), "source": SOURCE}
    return Statistics.model_validate({**required, **keys})


def real_plan(known: Facts, key: str, today: date, *reports: Keys) -> PlanView:
    """Return a plan among the ``known`` records as of a day, with made reports in the place of its own."""
    record = known.whole("plans", key)
    agencies = tuple(known.whole("agencies", each) for each in known.agencies)
    told = tuple(progress(**{"plan": key, **report}) for report in reports)
    return plan_view(record, facts(plans=(record,), agencies=agencies, progress=told, today=today))


def typed(value: Any) -> Any:
    """Return keys as they are typed in YAML: every number and truth as text."""
    match value:
        case dict():
            return {key: typed(each) for key, each in value.items() if each is not None}
        case list() | tuple():
            return [typed(each) for each in value]
        case bool():
            return str(value).lower()
        case int():
            return str(value)
    return value


def agency(key: str, **keys: Any) -> Agency:
    """Return a department under ``tinh``."""
    return Agency.model_validate({"id": key, "name": key, "kind": "department", "parent": "tinh", **keys})


PROVINCE = Agency.model_validate({"id": "tinh", "name": "Tỉnh Thử", "kind": "province"})


def row(received: int, *, late: int = 0, pending: tuple[int, int] = (0, 0), **keys: Any) -> Keys:
    """Return a row of form II.06a: received, half of them online; all but the ``pending`` resolved, so many late.

    ``pending`` are those in time and those that are overdue.
    """
    resolved = received - sum(pending)
    return {
        "received": received,
        "received_online": received // 2,
        "received_direct": received - received // 2,
        "carried_over": 0,
        "resolved": resolved,
        "resolved_early": 0,
        "resolved_on_time": resolved - late,
        "resolved_late": late,
        "pending": sum(pending),
        "pending_in_time": pending[0],
        "pending_late": pending[1],
        **keys,
    }


def statistics(body: str, period: str, *rows: Keys, **keys: Any) -> Statistics:
    """Return the figures of a body for a period, closed on 1 January 2024 unless ``keys`` say when."""
    required = {"agency": body, "period": period, "as_of": "2024-01-01", "rows": rows, "source": SOURCE}
    return Statistics.model_validate(typed({**required, **keys}))


def assessment(**keys: Any) -> Assessment:
    """Return a score of ``so-thu`` for 2023 that has what is required, and ``keys``."""
    required = {
        "id": "diem",
        "agency": "so-thu",
        "year": "2023",
        "kind": "department",
        "title": "Chấm điểm",
        "source": SOURCE,
    }
    return Assessment.model_validate(typed({**required, **keys}))

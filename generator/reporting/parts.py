"""Make the parts of a frozen report: nothing is written of what is not known."""

from datetime import date
from typing import Any, TypeVar, cast

from generator.facts import Facts
from generator.model.agency import Agency
from generator.model.base import Model

M = TypeVar("M", bound=Model)


def made(model: type[M], **values: Any) -> M:
    """Return a part with the values that are known; ``None`` and empty lists are left out."""
    known = {name: value for name, value in values.items() if value is not None and value != ()}
    return cast("M", model.model_construct(None, **known))


def name_on(agency: str, day: date, facts: Facts) -> str:
    """Return what an agency was called on a day."""
    record: Agency = facts.whole("agencies", agency)
    former = sorted((each.until, each.name) for each in record.former_names if each.until and each.until >= day)
    return former[0][1] if former else record.name

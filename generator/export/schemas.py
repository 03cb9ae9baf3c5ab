"""The JSON Schemas of all open data, each at the address that its files name."""

from urllib.parse import urljoin

from generator import urls
from generator.export.indicators import IndicatorsOut
from generator.export.plans import PlanOut
from generator.export.records import Exported, schema_file
from generator.facts import Facts
from generator.pages.base import Plain, Products

SCHEMAS: tuple[tuple[str, type[Exported], str], ...] = (
    (urls.PLAN_SCHEMA, PlanOut, "Kế hoạch với nhiệm vụ và chỉ tiêu"),
    (urls.INDICATORS_SCHEMA, IndicatorsOut, "Số liệu đếm được của một cơ quan"),
)


def data_schemas(facts: Facts) -> Products:
    """Yield the schema of each kind of open data."""
    for path, kind, title in SCHEMAS:
        yield Plain(path, schema_file(kind, urljoin(facts.base, path), title))

"""The JSON Schemas of all open data, each at the address that its files name."""

from urllib.parse import urljoin

from generator import urls
from generator.export.assessments import AssessmentOut
from generator.export.comparisons import ComparisonOut
from generator.export.frozen import frozen_schema
from generator.export.indicators import IndicatorsOut
from generator.export.plans import PlanOut
from generator.export.progress import ProgressOut
from generator.export.records import Exported, schema_file
from generator.export.standing import StandingOut
from generator.export.statistics import StatisticsOut
from generator.facts import Facts
from generator.pages.base import Plain, Products

SCHEMAS: tuple[tuple[str, type[Exported], str], ...] = (
    (urls.PLAN_SCHEMA, PlanOut, "Kế hoạch với nhiệm vụ và chỉ tiêu"),
    (urls.INDICATORS_SCHEMA, IndicatorsOut, "Số liệu đếm được của một cơ quan"),
    (urls.STATISTICS_SCHEMA, StatisticsOut, "Thống kê của một cơ quan trong một kỳ"),
    (urls.COMPARISON_SCHEMA, ComparisonOut, "So sánh các cơ quan cùng cấp trên"),
    (urls.ASSESSMENT_SCHEMA, AssessmentOut, "Chấm điểm một chỉ số cải cách"),
    (urls.STANDING_SCHEMA, StandingOut, "Tiến độ cải cách của mọi kế hoạch"),
    (urls.PROGRESS_SCHEMA, ProgressOut, "Báo cáo tiến độ của một kế hoạch"),
)


def data_schemas(facts: Facts) -> Products:
    """Yield the schema of each kind of open data."""
    for path, kind, title in SCHEMAS:
        yield Plain(path, schema_file(kind, urljoin(facts.base, path), title))
    yield Plain(urls.FROZEN_SCHEMA, frozen_schema(urljoin(facts.base, urls.FROZEN_SCHEMA)))

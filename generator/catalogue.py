"""The typed facts: every record, checked, by kind and id."""

from dataclasses import dataclass, field

from generator.errors import Problem
from generator.model.agency import Agency
from generator.model.assessment import Assessment
from generator.model.legal import Decision, Legal
from generator.model.lists import AdminField, HolidayYear, LifeEvent, Synonym, Waiver
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.sample import Sample
from generator.model.site import SiteSettings
from generator.model.statistics import Statistics


@dataclass(frozen=True)
class Catalogue:
    """The checked facts; dictionaries are keyed by id and sorted by it; fields and events keep their order."""

    site: SiteSettings
    agencies: dict[str, Agency] = field(default_factory=dict)
    legal: dict[str, Legal] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    procedures: dict[str, Procedure] = field(default_factory=dict)
    samples: dict[str, Sample] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)
    progress: dict[tuple[str, str], Progress] = field(default_factory=dict)
    statistics: dict[tuple[str, str], Statistics] = field(default_factory=dict)
    assessments: dict[str, Assessment] = field(default_factory=dict)
    fields: dict[str, AdminField] = field(default_factory=dict)
    events: dict[str, LifeEvent] = field(default_factory=dict)
    synonyms: tuple[Synonym, ...] = ()
    holidays: dict[int, HolidayYear] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    attachments: dict[str, int] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()

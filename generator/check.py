"""Check the raw records and return the facts, or raise with every problem at once."""

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.collector import collector_paused
from generator.errors import DataError, Problem, Severity
from generator.filed import Files
from generator.model.agency import Agency
from generator.model.assessment import Assessment
from generator.model.legal import Decision, Legal
from generator.model.lists import Fields, Holidays, LifeEvents, Synonyms, Waivers
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.sample import Sample
from generator.model.site import SiteSettings
from generator.model.statistics import Statistics
from generator.read import Raw
from generator.rules import broken
from generator.rules.waivers import needless, unwaived
from generator.shape import shape


@collector_paused()
def check(raw: Raw, today: date) -> Catalogue:
    """Return the facts of ``raw``; warnings that no exception covers today ride along.

    Raises ``DataError`` with all problems if one is an error.
    """
    files, problems = shape(raw)
    misread = [*raw.problems, *problems]
    found = [*misread, *_judged(files, list(broken(files)), today, complete=not misread)]
    if not files.of("site", SiteSettings) and "site.yml" not in files.broken:
        found.append(_no_settings(raw))
    if any(problem.severity is Severity.ERROR for problem in found):
        raise DataError(found)
    return _catalogue(files, tuple(sorted(set(found))))


def _judged(files: Files, found: list[Problem], today: date, *, complete: bool) -> Iterator[Problem]:
    """Yield what stands after the exceptions; these are judged themselves only when every file could be read."""
    yield from unwaived(files, found, today)
    if complete:
        yield from needless(files, found, today)


def _no_settings(raw: Raw) -> Problem:
    hint = "tạo tệp này bằng lệnh minhbach new site"
    return Problem(f"{raw.shown_root}/site.yml", 1, 1, "thieu-tep", "", "thiếu tệp cấu hình trang", hint)


def _catalogue(files: Files, warnings: tuple[Problem, ...]) -> Catalogue:
    return Catalogue(
        site=files.of("site", SiteSettings)[0].record,
        agencies={each.record.id: each.record for each in files.of("agencies", Agency)},
        legal={each.record.id: each.record for each in files.of("legal", Legal)},
        decisions={each.record.id: each.record for each in files.of("decisions", Decision)},
        procedures={each.record.code: each.record for each in files.of("procedures", Procedure)},
        samples={each.record.id: each.record for each in files.of("samples", Sample)},
        plans={each.record.id: each.record for each in files.of("plans", Plan)},
        progress={(each.record.plan, each.record.period): each.record for each in files.of("progress", Progress)},
        statistics={
            (each.record.agency, each.record.period): each.record for each in files.of("statistics", Statistics)
        },
        assessments={each.record.id: each.record for each in files.of("assessments", Assessment)},
        fields={one.id: one for each in files.of("fields", Fields) for one in each.record.fields},
        events={one.id: one for each in files.of("life-events", LifeEvents) for one in each.record.events},
        synonyms=tuple(one for each in files.of("synonyms", Synonyms) for one in each.record.synonyms),
        holidays={one.year: one for each in files.of("holidays", Holidays) for one in each.record.years},
        waivers=tuple(one for each in files.of("exceptions", Waivers) for one in each.record.exceptions),
        attachments=files.attachments,
        warnings=warnings,
    )

"""Check the raw records and return the facts, or raise with every problem at once."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from generator.catalogue import Catalogue
from generator.collector import collector_paused
from generator.errors import DataError, Problem, Severity
from generator.filed import Files, M
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

K = TypeVar("K", str, tuple[str, str])


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
        agencies=_sorted((each.id, each) for each in _records(files, "agencies", Agency)),
        legal=_sorted((each.id, each) for each in _records(files, "legal", Legal)),
        decisions=_sorted((each.id, each) for each in _records(files, "decisions", Decision)),
        procedures=_sorted((each.code, each) for each in _records(files, "procedures", Procedure)),
        samples=_sorted((each.id, each) for each in _records(files, "samples", Sample)),
        plans=_sorted((each.id, each) for each in _records(files, "plans", Plan)),
        progress=_sorted(((each.plan, each.period), each) for each in _records(files, "progress", Progress)),
        statistics=_sorted(((each.agency, each.period), each) for each in _records(files, "statistics", Statistics)),
        assessments=_sorted((each.id, each) for each in _records(files, "assessments", Assessment)),
        fields={one.id: one for each in _records(files, "fields", Fields) for one in each.fields},
        events={one.id: one for each in _records(files, "life-events", LifeEvents) for one in each.events},
        synonyms=tuple(one for each in _records(files, "synonyms", Synonyms) for one in each.synonyms),
        holidays={one.year: one for each in _records(files, "holidays", Holidays) for one in each.years},
        waivers=tuple(one for each in _records(files, "exceptions", Waivers) for one in each.exceptions),
        attachments=files.attachments,
        warnings=warnings,
    )


def _records(files: Files, kind: str, model: type[M]) -> Iterator[M]:
    return (filed.record for filed in files.of(kind, model))


def _sorted(pairs: Iterable[tuple[K, M]]) -> dict[K, M]:
    return dict(sorted(pairs, key=lambda pair: str(pair[0])))

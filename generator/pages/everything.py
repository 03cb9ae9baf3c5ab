"""All pages: those of records by kind, those that are always there, and the lists between."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from generator.derive.indicators import times_counted
from generator.derive.scorecard import periods_compared
from generator.export.calendar import days_off
from generator.export.schemas import data_schemas
from generator.export.search import search_index
from generator.facts import Facts
from generator.pages import (
    catalogue,
    comparisons,
    dictionary,
    figures,
    frozen,
    glossary,
    home,
    indicators,
    notices,
    plans,
    procedures,
    registers,
    samples,
    scores,
    search,
    standing,
)
from generator.pages.base import Products, Task

# The page of a record, by kind.
RECORDS: dict[str, Callable[[Any, Facts], Products]] = {
    "agencies": registers.agency,
    "legal": registers.legal,
    "decisions": registers.decision,
    "procedures": procedures.procedure,
    "samples": samples.sample,
    "plans": plans.plan,
    "progress": standing.report,
    "statistics": figures.statistics,
    "reports": frozen.page,
    "assessments": scores.assessment,
}
# Pages that are there whatever the records are, and hold many of them.
ALWAYS: tuple[Callable[[Facts], Products], ...] = (
    home.home,
    catalogue.catalogue,
    samples.samples,
    plans.plans,
    standing.standing,
    standing.routines,
    indicators.formulas,
    indicators.indicators_list,
    scores.assessments,
    figures.statistics_list,
    comparisons.comparisons,
    registers.legal_list,
    registers.decision_list,
    registers.agency_list,
    registers.changes,
    dictionary.dictionary,
    glossary.glossary,
    search.search,
    notices.posted_list,
    frozen.all_reports,
    search_index,
    data_schemas,
    days_off,
)


def lists(facts: Facts) -> Iterator[Task]:
    """Yield what makes the pages that belong to no single record."""
    for make in ALWAYS:
        yield Task(make.__name__, make)
    for key in facts.fields:
        if facts.pointing("procedures", "field", key):
            yield Task(f"field:{key}", partial(catalogue.by_field, key))
    for key in facts.agencies:
        if facts.pointing("procedures", "agency", key):
            yield Task(f"agency:{key}", partial(catalogue.by_agency, key))
            for field in catalogue.fields_of_agency(key, facts) if catalogue.is_long(key, facts) else ():
                yield Task(f"agency-field:{key}/{field}", partial(catalogue.by_agency_and_field, key, field))
    for agency, period in times_counted(facts):
        yield Task(f"indicators:{agency}/{period}", partial(indicators.indicators, agency, period))
    yield from _figures(facts)
    for key in notices.agencies_with_pages(facts):
        yield Task(f"posted:{key}", partial(notices.posted_by, key))
    yield from frozen.tasks(facts)
    for key in facts.events:
        yield Task(f"event:{key}", partial(catalogue.by_event, key))


def _figures(facts: Facts) -> Iterator[Task]:
    """Yield what makes the pages of agencies' figures over their periods, and of bodies beside each other."""
    for key in facts.agencies:
        if facts.pointing("statistics", "agency", key):
            yield Task(f"statistics-of:{key}", partial(figures.of_agency, key))
        for period in periods_compared(key, facts):
            yield Task(f"comparison:{key}/{period}", partial(comparisons.comparison, key, period))

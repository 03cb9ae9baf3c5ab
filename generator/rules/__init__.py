"""What must be true of the records.  One rule family a module; a rule's docstring is the rule.

``OWN`` rules look at a record alone, ``CROSS`` rules also at what it names; both are kept by the model of the record.
``OF_ALL`` rules look at all records together: they are quick, for they see cards only.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from generator.errors import Problem
from generator.facts import Facts
from generator.filed import Filed
from generator.model.base import Model
from generator.rules import (
    assessments,
    cycles,
    dates,
    fees,
    forms,
    glossary,
    law_items,
    legal,
    limits,
    names,
    papers,
    personal,
    plans,
    questions,
    references,
    reports,
    samples,
    settings,
    statistics,
)
from generator.rules.common import CrossRule, FiledAt, OwnRule, RuleOfAll

R = TypeVar("R")


def _merged(*families: Mapping[type[Model], tuple[R, ...]]) -> dict[type[Model], tuple[R, ...]]:
    """Return, for each model, the rules of all families."""
    found: defaultdict[type[Model], tuple[R, ...]] = defaultdict(tuple)
    for family in families:
        for model, rules in family.items():
            found[model] += rules
    return dict(found)


OWN: dict[type[Model], tuple[OwnRule, ...]] = _merged(
    names.OWN,
    dates.OWN,
    law_items.OWN,
    fees.OWN,
    limits.OWN,
    papers.OWN,
    forms.OWN,
    legal.OWN,
    samples.OWN,
    plans.OWN,
    assessments.OWN,
    statistics.OWN,
    reports.OWN,
    questions.OWN,
    glossary.OWN,
    personal.OWN,
)
CROSS: dict[type[Model], tuple[CrossRule, ...]] = _merged(
    names.CROSS,
    references.CROSS,
    dates.CROSS,
    forms.CROSS,
    legal.CROSS,
    samples.CROSS,
    plans.CROSS,
    statistics.CROSS,
    reports.CROSS,
)
OF_ALL: tuple[RuleOfAll, ...] = (*settings.OF_ALL, *names.OF_ALL, *cycles.OF_ALL, *forms.OF_ALL, *personal.OF_ALL)


def problems_of(filed: Filed[Any], facts: Facts) -> Iterator[Problem]:
    """Yield what can be said of one record, given its own file and what ``facts`` answer about others."""
    model = type(filed.record)
    for own in OWN.get(model, ()):
        yield from own(filed)
    for cross in CROSS.get(model, ()):
        yield from cross(filed, facts)


def problems_of_all(facts: Facts, filed_at: FiledAt) -> Iterator[Problem]:
    """Yield what can only be said of all together; ``filed_at`` reads a file of which there is something to say."""
    for rule in OF_ALL:
        yield from rule(facts, filed_at)

"""What must be true of the records together.  One rule family a module; a rule's docstring is the rule."""

from collections.abc import Callable, Iterator
from itertools import chain

from generator.errors import Problem
from generator.filed import Files
from generator.rules import (
    assessments,
    cycles,
    dates,
    fees,
    forms,
    law_items,
    legal,
    limits,
    names,
    papers,
    personal,
    plans,
    questions,
    references,
    samples,
    statistics,
)

Rule = Callable[[Files], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *names.RULES,
    *references.RULES,
    *cycles.RULES,
    *dates.RULES,
    *law_items.RULES,
    *fees.RULES,
    *limits.RULES,
    *papers.RULES,
    *forms.RULES,
    *legal.RULES,
    *samples.RULES,
    *plans.RULES,
    *assessments.RULES,
    *statistics.RULES,
    *questions.RULES,
    *personal.RULES,
)


def broken(files: Files) -> Iterator[Problem]:
    """Yield every problem that any rule finds."""
    return chain.from_iterable(rule(files) for rule in RULES)

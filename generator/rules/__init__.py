"""What must be true of the records together.  One rule family a module; a rule's docstring is the rule."""

from collections.abc import Callable, Iterator
from itertools import chain

from generator.errors import Problem
from generator.filed import Files
from generator.rules import names, references

Rule = Callable[[Files], Iterator[Problem]]

RULES: tuple[Rule, ...] = (*names.RULES, *references.RULES)


def broken(files: Files) -> Iterator[Problem]:
    """Yield every problem that any rule finds."""
    return chain.from_iterable(rule(files) for rule in RULES)

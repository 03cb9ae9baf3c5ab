"""The glossary: each way to write a term stands once."""

from collections.abc import Iterator

from generator.errors import Problem
from generator.explain import anchor_of
from generator.filed import Filed
from generator.model.lists import Glossary
from generator.rules.common import OwnRules


def ways_to_write_are_unique(filed: Filed[Glossary]) -> Iterator[Problem]:
    """Một cách viết chỉ thuộc một thuật ngữ; hai thuật ngữ không trùng nhau khi bỏ dấu."""
    owners: dict[str, int] = {}
    for path, words in _ways(filed.record):
        if owners.setdefault(words.lower(), path[1]) != path[1]:
            yield filed.error(path, "thuat-ngu-trung", f"“{words}” đã có ở thuật ngữ khác", "bỏ một chỗ")


def addresses_are_unique(filed: Filed[Glossary]) -> Iterator[Problem]:
    """Hai thuật ngữ không trùng nhau khi bỏ dấu, vì địa chỉ của chúng viết không dấu."""
    seen: dict[str, str] = {}
    for index, term in enumerate(filed.record.terms):
        first = seen.setdefault(anchor_of(term), term.term)
        if first.lower() != term.term.lower():
            message = f"“{term.term}” bỏ dấu thì trùng với “{first}”"
            yield filed.error(("terms", index, "term"), "thuat-ngu-trung", message, "viết thuật ngữ dài hơn")


def _ways(record: Glossary) -> Iterator[tuple[tuple[str, int, *tuple[str | int, ...]], str]]:
    for index, term in enumerate(record.terms):
        yield ("terms", index, "term"), term.term
        for number, words in enumerate(term.words):
            yield ("terms", index, "words", number), words


OWN: OwnRules = {Glossary: (ways_to_write_are_unique, addresses_are_unique)}

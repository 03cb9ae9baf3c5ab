"""The glossary: each way to write a term stands once."""

from collections.abc import Iterator

from generator.errors import Problem
from generator.filed import Filed
from generator.fold import slug
from generator.model.lists import Glossary
from generator.nodes import Path
from generator.rules.common import OwnRules


def ways_to_write_are_unique(filed: Filed[Glossary]) -> Iterator[Problem]:
    """Một cách viết chỉ giải nghĩa một lần; hai thuật ngữ không trùng nhau khi bỏ dấu."""
    seen: set[str] = set()
    anchors: set[str] = set()
    for path, words in _ways(filed.record):
        if words.lower() in seen:
            yield filed.error(path, "thuat-ngu-trung", f"“{words}” đã có ở trên", "bỏ một chỗ")
        elif path[-1] == "term" and slug(words) in anchors:
            message = f"“{words}” trùng địa chỉ với một thuật ngữ ở trên"
            yield filed.error(path, "thuat-ngu-trung", message, "viết thuật ngữ dài hơn để phân biệt")
        seen.add(words.lower())
        if path[-1] == "term":
            anchors.add(slug(words))


def _ways(record: Glossary) -> Iterator[tuple[Path, str]]:
    for index, term in enumerate(record.terms):
        yield ("terms", index, "term"), term.term
        for number, words in enumerate(term.words):
            yield ("terms", index, "words", number), words


OWN: OwnRules = {Glossary: (ways_to_write_are_unique,)}

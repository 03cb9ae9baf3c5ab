"""Terms of the law in a page's text, each linked once to what it means in plain words."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.fold import slug
from generator.model.lists import Glossary, Term

# What is no running text: headings, heads of tables, links, code, bold words (they may be labels).
_APART = re.compile(
    r"^#.*$|^\|.*\|\n\|[-| ]+\|$|\[(?:[^\[\]\\]|\\.)*\]\([^)]*\)|`[^`]*`|\*\*(?:[^*\\]|\\.)*\*\*", re.MULTILINE
)
Span = tuple[int, int]


def anchor_of(term: Term) -> str:
    """Return what a term is found by on the page of terms."""
    return slug(term.term)


@dataclass(frozen=True)
class Explainer:
    """Finds terms in Markdown."""

    glossary: Glossary

    @cached_property
    def _variants(self) -> list[tuple[str, re.Pattern[str], Term]]:
        """Each way to write a term, the longest first: as looked for in lower case, and as a whole word."""
        pairs = [(words, term) for term in self.glossary.terms for words in (term.term, *term.words)]
        pairs.sort(key=lambda pair: len(pair[0]), reverse=True)
        return [(words.lower(), _whole(words), term) for words, term in pairs]

    @cached_property
    def _others(self) -> list[tuple[str, re.Pattern[str]]]:
        """Phrases in which a term means something else."""
        return [(words.lower(), _whole(words)) for term in self.glossary.terms for words in term.not_in]

    def explain(self, markdown: str, link: Callable[[Term, str], str]) -> tuple[str, list[Term]]:
        """Return the text with the first of each term as ``link`` makes it of the words, and these terms in order."""
        found = sorted(self._found(markdown), key=lambda each: each[0])
        parts: list[str] = []
        at = 0
        for (start, end), term in found:
            parts += markdown[at:start], link(term, markdown[start:end])
            at = end
        return "".join([*parts, markdown[at:]]), [term for _span, term in found]

    def _found(self, markdown: str) -> Iterator[tuple[Span, Term]]:
        lower = markdown.lower()
        apart = [_APART, *(pattern for words, pattern in self._others if words in lower)]
        taken = sorted(match.span() for pattern in apart for match in pattern.finditer(markdown))
        first: dict[str, tuple[Span, Term]] = {}
        for words, pattern, term in self._variants:
            if words not in lower:
                continue
            span = next((match.span() for match in pattern.finditer(markdown) if _is_free(match.span(), taken)), None)
            if span and (term.term not in first or span < first[term.term][0]):
                first[term.term] = span, term
                taken.insert(bisect_left(taken, span), span)
        yield from first.values()


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)


def _is_free(span: Span, taken: list[Span]) -> bool:
    at = bisect_left(taken, span)
    before, after = taken[at - 1 : at], taken[at : at + 1]
    return all(end <= span[0] for _start, end in before) and all(start >= span[1] for start, _end in after)

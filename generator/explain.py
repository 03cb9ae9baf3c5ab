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
    return slug(term.term) or "muc"


@dataclass(frozen=True)
class Explainer:
    """Finds terms in Markdown."""

    glossary: Glossary

    @cached_property
    def _variants(self) -> list[tuple[str, Term]]:
        """Each way to write a term in lower case, the longest first."""
        pairs = [(words, term) for term in self.glossary.terms for words in (term.term, *term.words)]
        pairs.sort(key=lambda pair: len(pair[0]), reverse=True)
        return [(_lower(words), term) for words, term in pairs]

    @cached_property
    def _others(self) -> list[str]:
        """Phrases in which a term means something else."""
        return [_lower(words) for term in self.glossary.terms for words in term.not_in]

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
        lower = _lower(markdown)
        apart = [match.span() for match in _APART.finditer(markdown)]
        taken = sorted([*apart, *(span for words in self._others for span in _places(words, lower))])
        first: dict[str, tuple[Span, Term]] = {}
        for words, term in self._variants:
            span = next((span for span in _places(words, lower) if _is_free(span, taken)), None)
            if span and (term.term not in first or span < first[term.term][0]):
                first[term.term] = span, term
                taken.insert(bisect_left(taken, span), span)
        yield from first.values()


def _lower(text: str) -> str:
    """Return ``text`` in lower case, letter by letter: none becomes two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower()[:1] for char in text)


def _places(words: str, lower: str) -> Iterator[Span]:
    """Yield where ``words`` stand as whole words; plain search is many times quicker here than a pattern."""
    at = lower.find(words)
    while at >= 0:
        end = at + len(words)
        if not (lower[at - 1 : at].isalnum() or lower[end : end + 1].isalnum()):
            yield at, end
        at = lower.find(words, end)


def _is_free(span: Span, taken: list[Span]) -> bool:
    at = bisect_left(taken, span)
    before, after = taken[at - 1 : at], taken[at : at + 1]
    return all(end <= span[0] for _start, end in before) and all(start >= span[1] for start, _end in after)

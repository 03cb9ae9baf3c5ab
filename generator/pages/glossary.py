"""The page of legal terms in plain words, and what other pages show of it in place."""

from itertools import groupby

from generator import urls
from generator.explain import Explainer, anchor_of
from generator.facts import Facts
from generator.fold import fold
from generator.model.lists import Glossary, Term
from generator.pages.base import Draft, Meta, Products, head

FILE = "glossary.yml"


def glossary(facts: Facts) -> Products:
    """Yield the page."""
    record = _record(facts)
    terms = sorted(record.terms, key=lambda term: (fold(term.term), term.term))
    groups = [(letter, list(those)) for letter, those in groupby(terms, key=lambda term: fold(term.term)[:1].upper())]
    meta = head(
        "glossary", "Thuật ngữ", f"{len(terms)} từ hay gặp trong thủ tục hành chính, giải nghĩa bằng lời thường."
    )
    yield Draft(urls.GLOSSARY, "glossary.md", meta, {"groups": groups})


def explained(markdown: str, page: str, facts: Facts) -> tuple[str, list[Meta]]:
    """Return a page's Markdown with its terms linked, and what to show of each in place."""
    explainer = facts.notebook.once(("explainer",), lambda: Explainer(_record(facts)))

    def to(term: Term, words: str) -> str:
        return f"[{words}]({urls.relative(f'{urls.GLOSSARY}#{anchor_of(term)}', page)})"

    text, terms = explainer.explain(markdown, to)
    return text, [{"id": anchor_of(term), "term": term.term, "meaning": term.meaning} for term in terms]


def _record(facts: Facts) -> Glossary:
    return facts.single(FILE) or Glossary()

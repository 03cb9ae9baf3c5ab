"""Terms are linked once, in running text only, and never break what Markdown means."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.explain import Explainer
from generator.model.lists import Glossary, Term

TERMS: list[dict[str, Any]] = [
    {"term": "lệ phí", "not_in": ["tỷ lệ phí"], "meaning": "Khoản thu.", "approved_by": "Nhóm thử"},
    {"term": "bản sao", "meaning": "Bản chụp.", "approved_by": "Nhóm thử"},
    {"term": "bản sao điện tử", "words": ["bản chụp điện tử"], "meaning": "Tệp.", "approved_by": "Nhóm thử"},
]
EXPLAINER = Explainer(Glossary.model_validate({"terms": TERMS}))


def mark(term: Term, words: str) -> str:
    """Return words as the tests see them."""
    return f"<{words}|{term.term}>"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Nộp lệ phí, rồi lệ phí.", "Nộp <lệ phí|lệ phí>, rồi lệ phí."),
        ("Lệ Phí nộp sau", "<Lệ Phí|lệ phí> nộp sau"),
        ("bản sao điện tử và bản sao", "<bản sao điện tử|bản sao điện tử> và <bản sao|bản sao>"),
        ("bản chụp điện tử, bản sao điện tử", "<bản chụp điện tử|bản sao điện tử>, <bản sao|bản sao> điện tử"),
        ("mệ phí, lệ phía, xlệ phí", "mệ phí, lệ phía, xlệ phí"),
        ("# Lệ phí\n\nLệ phí", "# Lệ phí\n\n<Lệ phí|lệ phí>"),
        ("[lệ phí](a.md) `lệ phí` **Lệ phí** lệ phí", "[lệ phí](a.md) `lệ phí` **Lệ phí** <lệ phí|lệ phí>"),
        ("[x \\] lệ phí](a.md)", "[x \\] lệ phí](a.md)"),
        ("| Lệ phí | B |\n|---|---|\n| lệ phí | 1 |", "| Lệ phí | B |\n|---|---|\n| <lệ phí|lệ phí> | 1 |"),
        ("- [ ] Bản sao **1 bản**", "- [ ] <Bản sao|bản sao> **1 bản**"),
        ("Tỷ lệ phí và lệ phí", "Tỷ lệ phí và <lệ phí|lệ phí>"),
        ("İ lệ phí", "İ <lệ phí|lệ phí>"),
    ],
)
def test_the_first_of_each_term_is_marked(text: str, marked: str) -> None:
    """A longer term wins; what is no running text, or of another meaning, is left alone."""
    assert EXPLAINER.explain(text, mark)[0] == marked


def test_the_terms_used_are_told_in_order() -> None:
    """In the order of the text, each once."""
    _text, terms = EXPLAINER.explain("bản chụp điện tử; lệ phí; bản sao điện tử; lệ phí", mark)
    assert [term.term for term in terms] == ["bản sao điện tử", "lệ phí", "bản sao"]


@given(st.lists(st.sampled_from(["lệ phí", "bản sao", "[", "](x)", "**", "`", "\n", "|", "# ", " ", "điện tử", "\\"])))
def test_nothing_but_marks_is_added(parts: list[str]) -> None:
    """Whatever the text, without the marks it is the same again."""
    text = "".join(parts)
    plain, _terms = EXPLAINER.explain(text, lambda _term, words: words)
    marked, terms = EXPLAINER.explain(text, mark)
    assert plain == text
    assert marked.count("<") == len(terms) <= len(TERMS)


def test_without_a_glossary_nothing_changes() -> None:
    """A site may have no terms."""
    assert Explainer(Glossary()).explain("lệ phí", mark) == ("lệ phí", [])

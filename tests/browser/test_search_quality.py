"""People find what they mean among the real titles of the national portal, however they type it."""

import json
import unicodedata
from collections import Counter
from typing import Any

import pytest
import yaml

from generator.check import check
from generator.export.search import index_of
from generator.importers.portal.run import import_portal
from generator.read import read
from tests.builds import ROOT, TODAY

pytestmark = pytest.mark.browser
REAL = sorted((ROOT.parent / "shared" / "real" / "portal").glob("*.jsonl.gz"))
QUERIES = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text("utf-8"))
AMONG = 3  # the first that people look at
# Of a hundred queries of a form so many must be answered among the first; phrases without a word of the title are hard.
LEAST = {"marked": 100, "unmarked": 100, "nfd": 100, "code": 100, "slip": 97, "synonym": 95, "everyday": 85}
ASK = """async ([from, index, queries]) => {
  const { open } = await import(`${from}assets/js/search/engine.js`);
  const engine = open(index);
  return queries.map((query) => {
    const { hits, near } = engine.search(query, {}, 10);
    return [...hits, ...near].map((hit) => hit.code);
  });
}"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory, home: str, chromium: Any) -> list[list[str]]:
    """Return the codes found for each query, the first first."""
    if not REAL:
        pytest.skip("the records of the national portal are not beside the repository (../shared/real/portal)")
    data = tmp_path_factory.mktemp("portal") / "data"
    import_portal(REAL, data, TODAY)
    (data / "synonyms.yml").write_bytes((ROOT / "data" / "synonyms.yml").read_bytes())
    index = index_of(check(read(data), TODAY).facts)
    page = chromium.new_page()
    page.goto(home)
    found: list[list[str]] = page.evaluate(
        ASK, [home, json.loads(json.dumps(index)), [typed(each) for each in QUERIES]]
    )
    page.close()
    return found


def typed(query: dict[str, Any]) -> str:
    """Return a query as it is typed."""
    return unicodedata.normalize("NFD" if query["form"] == "nfd" else "NFC", query["query"])


def wanted(query: dict[str, Any]) -> set[str]:
    """Return the codes of the procedures that answer a query."""
    return {*query.get("codes", ()), *filter(None, [query.get("code")])}


def test_there_are_queries_of_every_form() -> None:
    """At least 120, of every form that people type."""
    forms = Counter(query["form"] for query in QUERIES)
    assert len(QUERIES) >= 120
    assert forms.keys() == LEAST.keys()
    assert min(forms.values()) >= 10
    assert all(wanted(query) for query in QUERIES)


@pytest.mark.parametrize("form", LEAST)
def test_what_was_meant_is_among_the_first(form: str, answers: list[list[str]]) -> None:
    """Among the first three stands what was meant, in so many of a hundred queries of a form."""
    asked = [(query, codes) for query, codes in zip(QUERIES, answers, strict=True) if query["form"] == form]
    missed = [query["query"] for query, codes in asked if not wanted(query) & {*codes[:AMONG]}]
    assert 100 * (len(asked) - len(missed)) >= LEAST[form] * len(asked), missed


def test_most_queries_are_answered(answers: list[list[str]]) -> None:
    """Over all forms, at least 93 of 100 queries have what was meant among the first three."""
    found = sum(bool(wanted(query) & {*codes[:AMONG]}) for query, codes in zip(QUERIES, answers, strict=True))
    assert found >= 0.93 * len(QUERIES)

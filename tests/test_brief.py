from datetime import date
from typing import Any

import pytest

from generator.brief import fee_words, line_of, paper_words, time_words, where_words
from generator.derive.summary import Summary, summary_of
from generator.notes import Clock
from tests.records import procedure


def summary(**keys: Any) -> Summary:
    """Return the first screen of a procedure with ``keys``, in figures."""
    return summary_of(procedure(**keys), Clock(date(2024, 6, 1)))


def channel(kind: str, **keys: Any) -> dict[str, Any]:
    """Return a way to hand in."""
    return {"channel": kind, **keys}


def days(*values: str) -> dict[str, Any]:
    """Return channels with limits of so many days."""
    limits = [{"value": value, "unit": "day"} for value in values]
    return {"channels": [channel("in-person", time_limit=each) for each in limits]}


def test_what_is_not_known_is_said_to_be() -> None:
    """A procedure that says nothing has no answer, and its line says each that is not known."""
    nothing = summary()
    answers = [each(nothing) for each in (time_words, fee_words, where_words, paper_words)]
    assert answers == ["chưa có thông tin"] * 4
    assert line_of(nothing) == "thời hạn chưa rõ · phí chưa rõ · nơi nộp chưa rõ"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (days("3"), "3 ngày"),
        (days("8", "3"), "3–8 ngày"),
        (days("1,5", "3"), "1,5–3 ngày"),
        (
            {"channels": [channel("online", time_limit={"value": each, "unit": unit}) for each, unit in (
                ("3", "working-day"), ("3", "day"))]},
            "3 ngày hoặc 3 ngày làm việc",
        ),
        (
            {"channels": [channel("online", time_limit={"value": each, "unit": unit}) for each, unit in (
                ("5", "working-day"), ("3", "day"))]},
            "3 ngày đến 5 ngày làm việc",
        ),
        ({"channels": [channel("online", time_limit={"kind": "not-regulated"})]}, "theo từng trường hợp"),
    ],
    ids=["one", "span", "fraction", "same figure, two units", "two units", "not a span"],
)  # fmt: skip
def test_a_time_is_said_in_a_few_words(keys: dict[str, Any], text: str) -> None:
    """One limit as it is; several as a span, with the unit once where it is the same."""
    assert time_words(summary(**keys)) == text


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        (["in-person"], "Trực tiếp"),
        (["in-person", "online"], "Trực tuyến và trực tiếp"),
        (["post", "in-person", "online"], "Trực tuyến, trực tiếp và bưu chính công ích"),
        (["post", "post"], "Bưu chính công ích"),
    ],
)
def test_ways_to_hand_in_name_online_first(kinds: list[str], text: str) -> None:
    """Each way is named once, online first, whatever order the record has."""
    assert where_words(summary(channels=[channel(kind) for kind in kinds])) == text


@pytest.mark.parametrize(
    ("cases", "text"),
    [
        ([["a"]], "1 loại"),
        ([["a", "b"], ["c"]], "3 loại"),
    ],
)
def test_papers_of_all_groups_add_up(cases: list[list[str]], text: str) -> None:
    """Without cases, the papers of all groups are counted together."""
    documents = [{"items": [{"name": name} for name in group]} for group in cases]
    assert paper_words(summary(documents=documents)) == text


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ({"moi": 2, "doi": 4}, "2–4 loại"),
        ({"moi": 3, "doi": 3}, "3 loại"),
        ({"moi": 3}, "3 loại"),
    ],
    ids=["different", "equal", "one case without papers"],
)
def test_papers_are_counted_for_each_case(own: dict[str, int], text: str) -> None:
    """The least and the most papers of a case; a case that names none is not called paperless."""
    documents = [
        {"cases": [case], "items": [{"name": f"{case} {n}"} for n in range(count)]} for case, count in own.items()
    ]
    cases = [{"id": each, "name": each} for each in ("moi", "doi")]
    assert paper_words(summary(cases=cases, documents=documents)) == text


def test_a_line_has_time_fee_and_place() -> None:
    """Lists show three answers in one line, the place in small letters."""
    fees = [{"amount_vnd": "0"}]
    rows = [channel("online", time_limit={"value": "3", "unit": "working-day"}, fees=fees), channel("in-person")]
    assert line_of(summary(channels=rows)) == "3 ngày làm việc · miễn phí · trực tuyến và trực tiếp"

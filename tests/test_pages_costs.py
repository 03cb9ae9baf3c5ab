"""The fees to add up are those that apply today, told apart from what is not known."""

from datetime import date
from typing import Any

from generator.notes import Clock
from generator.pages.costs import costs_of
from tests.records import procedure

CASES = [{"id": "a", "name": "Cấp mới"}]
ONE = {"amount_vnd": "50000", "name": "Lệ phí cấp", "per": "thẻ", "exemption": "miễn cho trẻ em"}


def rows(*channels: dict[str, Any], today: date = date(2026, 5, 4)) -> list[dict[str, Any]]:
    """Return the rows of a procedure with these channels."""
    return costs_of(procedure(cases=CASES, channels=list(channels)), Clock(today))


def test_a_row_says_for_whom_and_what() -> None:
    """A row has its channel, its cases, and each fee with what it is counted by and who is exempt."""
    (row,) = rows({"channel": "online", "cases": ["a"], "fees": [ONE]})
    assert (row["channel"], row["names"], row["cases"]) == ("Trực tuyến", ["Cấp mới"], ["a"])
    (fee,) = row["fees"]
    assert fee == {
        "name": "Lệ phí cấp",
        "amount": 50000,
        "council": False,
        "count": "thẻ",
        "when": "",
        "exemption": "miễn cho trẻ em",
    }


def test_not_known_is_not_free() -> None:
    """A row without fees stays without; a council's fee without an amount has none."""
    council = {"set_by_council": "true", "kind": "charge"}
    unknown, free, local = rows(
        {"channel": "online"},
        {"channel": "post", "fees": [{"amount_vnd": "0"}]},
        {"channel": "in-person", "fees": [council, ONE]},
    )
    assert unknown["fees"] == []
    assert [fee["amount"] for fee in free["fees"]] == [0]
    assert next((fee["name"], fee["amount"], fee["council"]) for fee in local["fees"]) == ("Lệ phí", None, True)


def test_fees_that_have_ended_are_left_out() -> None:
    """On its last day a fee is still to be paid."""
    channels = ({"channel": "online", "fees": [{**ONE, "valid_until": "2026-05-04"}, {"amount_vnd": "1000"}]},)
    assert [fee["amount"] for fee in rows(*channels)[0]["fees"]] == [50000, 1000]
    assert rows(*channels, today=date(2026, 5, 5)) == []
    ended = {"channel": "online", "fees": [{**ONE, "valid_until": "2026-05-03"}]}
    assert [
        (row["fees"], row["ended"]) for row in rows(ended, {"channel": "post"}, {"channel": "in-person", "fees": [ONE]})
    ][:2] == [
        ([], True),
        ([], False),
    ]


def test_where_nothing_depends_on_anything_there_is_nothing_to_add_up() -> None:
    """One price for all, or nothing to pay, is told on the first screen."""
    once = {"amount_vnd": "30000", "per": "lần"}
    assert rows({"channel": "online", "fees": [once]}, {"channel": "post", "fees": [once]}) == []
    assert rows({"channel": "online", "fees": [{"amount_vnd": "0"}]}, {"channel": "post"}) == []
    assert len(rows({"channel": "online", "fees": [once]}, {"channel": "post", "fees": [ONE]})) == 2
    assert len(rows({"channel": "online", "fees": [{**once, "when": "làm mất"}]})) == 1

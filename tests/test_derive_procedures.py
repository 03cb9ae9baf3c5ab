from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.brief import fee_words, paper_words, time_words
from generator.derive.procedures import procedure_view
from generator.derive.views import ProcedureView
from generator.model.choices import ChannelKind, ProcedureStatus
from tests.records import facts, procedure

FREE = [{"amount_vnd": "0"}]
PAID = [{"amount_vnd": "100000", "per": "lần"}]
COUNCIL = [{"set_by_council": "true", "amount_vnd": "50000"}]


def seen(**keys: Any) -> ProcedureView:
    """Return a procedure with ``keys``, as of a day."""
    record = procedure(**keys)
    return procedure_view(record, facts(procedures=(record,), today=date(2024, 6, 1)))


def rows(*fees: list[dict[str, str]] | None) -> list[dict[str, Any]]:
    """Return channels, one for each list of fees; None leaves the fees out."""
    kinds = ("in-person", "online", "post")
    return [{"channel": kind, **({"fees": each} if each else {})} for kind, each in zip(kinds, fees, strict=False)]


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({}, "chưa có thông tin"),
        ({"channels": rows(None)}, "chưa có thông tin"),
        ({"channels": rows(FREE)}, "miễn phí"),
        ({"channels": rows(FREE, None)}, "miễn phí"),
        ({"channels": rows(None), "fees": FREE}, "miễn phí"),
        ({"channels": rows(PAID)}, "100.000 đ"),
        ({"channels": rows(PAID, FREE)}, "miễn phí đến 100.000 đ"),
        ({"channels": rows(PAID, [{"amount_vnd": "50000"}])}, "50.000 đ đến 100.000 đ"),
        ({"channels": rows(None, FREE), "fees": PAID}, "miễn phí đến 100.000 đ"),
        ({"channels": rows(COUNCIL)}, "do HĐND cấp tỉnh quy định"),
        ({"channels": rows([{**PAID[0], "valid_until": "31/5/2024"}])}, "chưa có thông tin"),
        ({"channels": rows([{**PAID[0], "valid_until": "1/6/2024"}])}, "100.000 đ"),
    ],
)
def test_free_and_not_known_are_different(keys: dict[str, Any], text: str) -> None:
    """0 đồng is free, no fee that applies today is not known, a row's own fee goes before the common one."""
    assert fee_words(seen(**keys).summary) == text


def test_what_is_not_known_is_not_a_number() -> None:
    """A procedure that says nothing has no limit, no fee and no papers, and is not free."""
    summary = seen().summary
    assert (summary.limits, summary.other_limit, summary.papers) == ((), False, None)
    assert (summary.least_fee, summary.most_fee, summary.by_council, summary.ended_fees) == (None, None, False, False)
    assert time_words(summary) == paper_words(summary) == "chưa có thông tin"


def limits(*values: dict[str, str]) -> dict[str, Any]:
    """Return channels with these time limits."""
    return {"channels": [{"channel": "in-person", "time_limit": value} for value in values]}


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ([{"value": "3", "unit": "working-day"}], "3 ngày làm việc"),
        ([{"value": "8", "unit": "working-day"}, {"value": "3", "unit": "working-day"}], "3–8 ngày làm việc"),
        (
            [{"value": "1", "unit": "working-day"}, {"value": "4", "unit": "working-hour"}],
            "4 giờ làm việc đến 1 ngày làm việc",
        ),
        ([{"value": "1", "unit": "year"}, {"value": "10", "unit": "month"}], "10 tháng đến 1 năm"),
        ([{"kind": "immediate"}], "theo từng trường hợp"),
        ([{"value": "3", "unit": "day"}, {"value": "3", "unit": "day"}], "3 ngày"),
    ],
)
def test_time_is_the_shortest_and_the_longest(values: list[dict[str, str]], text: str) -> None:
    """Rows with different limits give a span, the shortest first, each in its own unit."""
    assert time_words(seen(**limits(*values)).summary) == text


def papers(cases: list[str], *names: str) -> dict[str, Any]:
    """Return a group of papers for some cases."""
    return {"cases": cases, "items": [{"name": name} for name in names]}


def test_each_case_has_its_own_and_the_common_papers() -> None:
    """A case holds the papers, channels and steps of its own and those of all; the summary counts the extremes."""
    view = seen(
        cases=[{"id": "moi", "name": "Cấp mới"}, {"id": "doi", "name": "Cấp đổi"}],
        documents=[papers([], "Tờ khai"), papers(["moi"], "Ảnh", "Giấy khai sinh"), papers(["doi"], "Thẻ cũ")],
        channels=[{"channel": "online", "cases": ["moi"]}, {"channel": "post"}],
        steps=[{"text": "Nộp"}, {"text": "Trả thẻ cũ", "cases": ["doi"]}],
    )
    new, exchange = view.cases
    assert [paper.name for group in new.papers for paper in group.items] == ["Tờ khai", "Ảnh", "Giấy khai sinh"]
    assert [paper.name for group in exchange.papers for paper in group.items] == ["Tờ khai", "Thẻ cũ"]
    assert [row.channel for row in exchange.channels] == [ChannelKind.POST]
    assert [step.text for step in new.steps] == ["Nộp"]
    assert view.summary.papers == (2, 3)
    assert paper_words(view.summary) == "2–3 loại"


def test_without_cases_there_is_one_nameless_case() -> None:
    """A procedure without cases shows everything once."""
    (case,) = seen(documents=[papers([], "Tờ khai")]).cases
    assert case.case is None
    assert len(case.papers) == 1


@pytest.mark.parametrize("status", list(ProcedureStatus))
def test_only_what_is_in_force_can_be_handed_in(status: ProcedureStatus) -> None:
    """New, amended and valid procedures are in force; others are not, and unknown is not taken for valid."""
    valid = status in {ProcedureStatus.NEW, ProcedureStatus.AMENDED, ProcedureStatus.IN_FORCE}
    assert seen(status=status.value).in_force is valid


def test_what_the_law_wants_and_the_record_lacks_is_listed() -> None:
    """A record with only a title lacks twelve of the thirteen items of the law."""
    assert len(seen().missing) == 12
    assert "phí, lệ phí" not in seen(fees=FREE).missing


def test_equal_limits_in_different_rows_count_once() -> None:
    """The same limit written in two rows is one limit; of its starting points the first row's is shown."""
    view = seen(**limits({"value": "3", "unit": "day", "from": "ngày nhận"}, {"value": "3,0", "unit": "day"}))
    assert [(limit.value, limit.start) for limit in view.summary.limits] == [(Decimal(3), "ngày nhận")]

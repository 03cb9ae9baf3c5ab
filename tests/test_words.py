from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter

from generator import words
from generator.model.channel import Fee
from generator.model.dossier import Paper
from generator.model.parts import PartialDate
from generator.model.plan import Measure
from generator.model.times import Due, DueEvery, Frequency, Period, TimeLimit

DUE: TypeAdapter[Any] = TypeAdapter(Due)
LIMIT: TypeAdapter[Any] = TypeAdapter(TimeLimit)
FEE: TypeAdapter[Any] = TypeAdapter(Fee)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (12500, "12.500"),
        (174_000_000, "174.000.000"),
        (-1200, "-1.200"),
        (Decimal("98.5"), "98,5"),
        (Decimal("98.50"), "98,5"),
        (Decimal("97.0"), "97"),
        (Decimal("100"), "100"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("-0.5"), "-0,5"),
        (Decimal("1234567.25"), "1.234.567,25"),
    ],
)
def test_numbers_have_dots_for_thousands_and_a_comma_for_the_rest(value: Decimal | int, text: str) -> None:
    """Numbers stand as Vietnamese write them; zeros after the comma are dropped, others never."""
    assert words.number(value) == text


@pytest.mark.parametrize(("amount", "text"), [(0, "miễn phí"), (100_000, "100.000 đ"), (1, "1 đ")])
def test_money_is_dong_and_nothing_is_free(amount: int, text: str) -> None:
    """An amount is in đồng; 0 says that it is free."""
    assert words.money(amount) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (date(2024, 3, 4), "4/3/2024"),
        (PartialDate.model_validate({"year": "2024", "month": "1"}), "tháng 1/2024"),
        (PartialDate.model_validate({"year": "2024"}), "năm 2024"),
    ],
)
def test_a_day_says_no_more_than_is_known(value: date | PartialDate | None, text: str) -> None:
    """A date is day/month/year; without a day or month it says only what is known."""
    assert words.day(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2024", "năm 2024"),
        ("2024-q1", "quý I/2024"),
        ("2024-q4", "quý IV/2024"),
        ("2024-h1", "6 tháng đầu năm 2024"),
        ("2024-h2", "6 tháng cuối năm 2024"),
        ("2024-9m", "9 tháng năm 2024"),
        ("2024-m03", "tháng 3/2024"),
        ("2024-m12", "tháng 12/2024"),
        ("2021-2025", "2021–2025"),
    ],
)
def test_a_period_is_said_as_reports_say_it(value: str, text: str) -> None:
    """Each form of a period has its words."""
    assert words.period(Period.parse(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"value": "3", "unit": "working-day"}, "3 ngày làm việc"),
        ({"value": "8", "unit": "day"}, "8 ngày"),
        ({"value": "0,25", "unit": "working-hour"}, "0,25 giờ làm việc"),
        ({"kind": "immediate"}, "ngay khi tiếp nhận"),
        ({"kind": "not-regulated"}, "pháp luật không quy định"),
    ],
)
def test_a_time_limit_keeps_its_unit(value: dict[str, str], text: str) -> None:
    """Days and working days are two units; no limit in law is said so."""
    assert words.limit(LIMIT.validate_python(value)) == text


def test_what_is_not_known_says_so() -> None:
    """A missing time limit is not known; a missing due date is one that the document does not name."""
    assert words.limit(None) == "chưa có thông tin"
    assert words.due(None) == "văn bản không nêu"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"amount_vnd": "0"}, "miễn phí"),
        ({"amount_vnd": "0", "per": "lần"}, "miễn phí"),
        ({"amount_vnd": "100000"}, "100.000 đ"),
        ({"amount_vnd": "100000", "per": "lần"}, "100.000 đ/lần"),
        ({"set_by_council": "true"}, "do HĐND cấp tỉnh quy định"),
        ({"set_by_council": "true", "amount_vnd": "50000"}, "do HĐND cấp tỉnh quy định (nguồn ghi 50.000 đ)"),
        (
            {"set_by_council": "true", "amount_vnd": "50000", "per": "thẻ"},
            "do HĐND cấp tỉnh quy định (nguồn ghi 50.000 đ/thẻ)",
        ),
        ({"set_by_council": "true", "amount_vnd": "0"}, "do HĐND cấp tỉnh quy định (nguồn ghi miễn phí)"),
    ],
)
def test_a_fee_is_an_amount_free_or_the_council_s(value: dict[str, str], text: str) -> None:
    """A fee says its amount and unit, that it is free, or that the council sets it."""
    assert words.fee(FEE.validate_python(value)) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({}, "chưa rõ số bản"),
        ({"originals": "1"}, "1 bản chính"),
        ({"copies": "2"}, "2 bản sao"),
        ({"originals": "1", "copies": "2", "copy_kind": "certified"}, "1 bản chính, 2 bản sao có chứng thực"),
        ({"quantity": "3"}, "3 bản"),
        ({"copy_kind": "electronic"}, "bản điện tử"),
        ({"originals": "0", "copies": "1"}, "1 bản sao"),
    ],
)
def test_copies_say_how_many_of_which(keys: dict[str, str], text: str) -> None:
    """A paper says its originals and copies; a count of 0 is left out; no count is said to be unknown."""
    assert words.copies(Paper.model_validate({"name": "Tờ khai", **keys})) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"kind": "before", "date": "14/3/2024"}, "trước ngày 14/3/2024"),
        ({"kind": "by", "date": "14/3/2024"}, "chậm nhất ngày 14/3/2024"),
        ({"kind": "month", "year": "2019", "month": "1"}, "tháng 1/2019"),
        ({"kind": "quarter", "year": "2024", "quarter": "3"}, "quý III/2024"),
        ({"kind": "half-year", "year": "2024", "half": "1"}, "6 tháng đầu năm 2024"),
        ({"kind": "half-year", "year": "2024", "half": "2"}, "6 tháng cuối năm 2024"),
        ({"kind": "year", "year": "2019"}, "năm 2019"),
        ({"kind": "from", "date": "1/1/2019"}, "từ ngày 1/1/2019"),
        ({"kind": "from", "date": "1/1/2019", "text": "từ đầu năm"}, "từ đầu năm"),
        ({"kind": "every", "periods": ["quarter", "year"]}, "hằng quý, hằng năm"),
        ({"kind": "every", "periods": ["year"], "times": "2"}, "2 lần mỗi năm"),
        ({"kind": "continuous"}, "thường xuyên"),
        ({"kind": "when", "condition": "có hướng dẫn"}, "khi có hướng dẫn"),
        ({"kind": "when", "condition": "theo yêu cầu"}, "theo yêu cầu"),
        ({"kind": "issued"}, "đã ban hành"),
        ({"kind": "issued", "date": "4/1/2024"}, "đã ban hành ngày 4/1/2024"),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else value,
)
def test_a_due_date_has_the_words_of_plans(value: dict[str, Any], text: str) -> None:
    """Each kind of due date reads as plans write it."""
    assert words.due(DUE.validate_python(value)) == text


@pytest.mark.parametrize("frequency", list(Frequency))
def test_every_frequency_has_words(frequency: Frequency) -> None:
    """How often is never an English key."""
    value = DueEvery.model_validate({"kind": "every", "periods": [frequency.value]})
    assert words.every(value) == frequency.label


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({"comparator": "at-least", "value": "97", "unit": "percent"}, "≥ 97 %"),
        ({"comparator": "more-than", "value": "12500", "unit": "billion-vnd"}, "> 12.500 tỷ đồng"),
        ({"comparator": "at-most", "value": "20", "unit": "percent"}, "≤ 20 %"),
        ({"comparator": "less-than", "value": "29", "unit": "rank"}, "tốt hơn hạng 29"),
        ({"comparator": "equal", "value": "98,5", "unit": "percent"}, "98,5 %"),
        ({"comparator": "between", "value": "5", "value_to": "10", "unit": "procedure"}, "5–10 thủ tục"),
        ({"comparator": "equal", "value": "3", "unit": "other"}, "3"),
    ],
)
def test_a_goal_is_a_sign_a_figure_and_a_unit(keys: dict[str, str], text: str) -> None:
    """What a measure asks for reads as one short phrase."""
    assert words.goal(Measure.model_validate(keys)) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_lists_end_with_va(items: list[str], text: str) -> None:
    """Words are joined with commas and a last "và"."""
    assert words.listed(items) == text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "1 KB"), (24 * 1024, "24 KB"), (1536 * 1024, "1,5 MB"), (10 * 1024 * 1024, "10 MB")]
)
def test_file_sizes_are_round(count: int, text: str) -> None:
    """A size is in KB, from 1 MB on in MB with one digit after the comma."""
    assert words.size(count) == text

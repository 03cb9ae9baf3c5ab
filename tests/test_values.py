"""Values: each accepted form is read as meant, each other form is refused with its own code and a hint."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator.model import values
from generator.model.codes import ItemId, LocalProcedureCode, ProcedureCode, Slug
from generator.model.times import Period

ACCEPTED: list[tuple[Callable[[object], object], str, object]] = [
    (values.parse_text, " Một \n hai ", "Một \n hai"),
    (values.parse_text, "x" * 20_000, "x" * 20_000),
    (values.parse_line, " Một hai ", "Một hai"),
    (values.parse_date, "2024-03-14", date(2024, 3, 14)),
    (values.parse_date, "14/3/2024", date(2024, 3, 14)),
    (values.parse_date, "04/03/2024", date(2024, 3, 4)),
    (values.parse_date, "2024-02-29", date(2024, 2, 29)),
    (values.parse_date, "1945-09-02", date(1945, 9, 2)),
    (values.parse_whole, "-12", -12),
    (values.parse_count, "0", 0),
    (values.parse_count, "02", 2),
    (values.parse_count, "010", 10),
    (values.parse_year, "2024", 2024),
    (values.parse_number, "98,5", Decimal("98.5")),
    (values.parse_number, "98.5", Decimal("98.5")),
    (values.parse_number, "0,25", Decimal("0.25")),
    (values.parse_number, "-1", Decimal(-1)),
    (values.parse_number, "1,200", Decimal("1.200")),
    (values.parse_number, "12500", Decimal(12500)),
    (values.parse_money, "0", 0),
    (values.parse_money, "100000", 100_000),
    (values.parse_money, "100.000", 100_000),
    (values.parse_money, "100.000 đồng", 100_000),
    (values.parse_money, "174.000.000đ", 174_000_000),
    (values.parse_money, "100 VNĐ", 100),
    (values.parse_money, "1.200.000 VND", 1_200_000),
    (values.parse_bool, "true", True),
    (values.parse_bool, "false", False),
    (ProcedureCode.parse, "1.001230", "1.001230"),
    (ProcedureCode.parse, "NB-SCT-01", "NB-SCT-01"),
    (LocalProcedureCode.parse, "1.001308.000.00.00.H17", "1.001308.000.00.00.H17"),
    (Slug.parse, " so-ngoai-vu-2 ", "so-ngoai-vu-2"),
    (ItemId.parse, "2.5b", "2.5b"),
    (ItemId.parse, "PL.VI-2", "PL.VI-2"),
    (Period.parse, "2021-2025", "2021-2025"),
    (Period.parse, "2024-m12", "2024-m12"),
]

REFUSED: list[tuple[Callable[[object], object], object, str]] = [
    (values.parse_text, "", "trong"),
    (values.parse_text, " \n ", "trong"),
    (values.parse_text, "x" * 20_001, "qua-dai"),
    (values.parse_text, ["Một"], "kieu-sai"),
    (values.parse_text, {"a": "Một"}, "kieu-sai"),
    (values.parse_text, None, "kieu-sai"),
    (values.parse_line, "Một\nhai", "xuong-dong"),
    (values.parse_date, "2024-02-31", "ngay-khong-co"),
    (values.parse_date, "2023-02-29", "ngay-khong-co"),
    (values.parse_date, "3/14/2024", "ngay-khong-co"),
    (values.parse_date, "14-3-2024", "ngay-sai-dang"),
    (values.parse_date, "14.3.2024", "ngay-sai-dang"),
    (values.parse_date, "2024-3-14", "ngay-sai-dang"),
    (values.parse_date, "14/3/24", "ngay-sai-dang"),
    (values.parse_date, "14 tháng 3 năm 2024", "ngay-sai-dang"),
    (values.parse_date, "2024-03-14T00:00", "ngay-sai-dang"),
    (values.parse_date, "２０２４-03-14", "ngay-sai-dang"),
    (values.parse_date, "2918-12-31", "nam-la"),
    (values.parse_date, "0001-01-01", "nam-la"),
    (values.parse_whole, "12,0", "so-sai-dang"),
    (values.parse_whole, "1_000", "so-sai-dang"),
    (values.parse_whole, "0x1F", "so-sai-dang"),
    (values.parse_whole, "٣", "so-sai-dang"),
    (values.parse_whole, "1" * 16, "so-sai-dang"),
    (values.parse_count, "-1", "so-am"),
    (values.parse_count, "hai", "so-sai-dang"),
    (values.parse_count, "17:30", "so-sai-dang"),
    (values.parse_year, "24", "nam-la"),
    (values.parse_number, "97%", "so-sai-dang"),
    (values.parse_number, "≥ 97", "so-sai-dang"),
    (values.parse_number, "1.200", "so-hai-nghia"),
    (values.parse_number, "1.200,5", "so-sai-dang"),
    (values.parse_number, "1e3", "so-sai-dang"),
    (values.parse_number, "nan", "so-sai-dang"),
    (values.parse_number, ",5", "so-sai-dang"),
    (values.parse_money, "100,000", "tien-sai-dang"),
    (values.parse_money, "1.5 triệu", "tien-sai-dang"),
    (values.parse_money, "1.5", "tien-sai-dang"),
    (values.parse_money, "10.00", "tien-sai-dang"),
    (values.parse_money, "-5000", "tien-sai-dang"),
    (values.parse_money, "miễn phí", "tien-sai-dang"),
    (values.parse_money, "100 USD", "tien-sai-dang"),
    (values.parse_bool, "NO", "dung-sai"),
    (values.parse_bool, "có", "dung-sai"),
    (values.parse_bool, "True", "dung-sai"),
    (ProcedureCode.parse, "1.00123", "ma-sai"),
    (ProcedureCode.parse, "0.001230", "ma-sai"),
    (ProcedureCode.parse, "1.001308.000.00.00.H17", "ma-sai"),
    (ProcedureCode.parse, ["1.001230"], "kieu-sai"),
    (LocalProcedureCode.parse, "1.001308", "ma-sai"),
    (Slug.parse, "Sở-ngoại-vụ", "ma-sai"),
    (Slug.parse, "so_ngoai_vu", "ma-sai"),
    (Slug.parse, "../so", "ma-sai"),
    (Slug.parse, "", "trong"),
    (ItemId.parse, "2.5đ", "ma-sai"),
    (Period.parse, "2024-q5", "ma-sai"),
    (Period.parse, "Q3/2024", "ma-sai"),
    (Period.parse, "2025-2021", "ky-nguoc"),
    (Period.parse, "0000", "nam-la"),
]


@pytest.mark.parametrize(("parse", "typed", "meant"), ACCEPTED)
def test_an_accepted_form_is_read_as_meant(parse: Callable[[object], object], typed: str, meant: object) -> None:
    """Each documented form gives its value, and the value has the type that it should."""
    read = parse(typed)
    assert read == meant
    assert isinstance(read, type(meant))


@pytest.mark.parametrize(("parse", "typed", "code"), REFUSED)
def test_another_form_is_refused_with_a_hint(parse: Callable[[object], object], typed: object, code: str) -> None:
    """Nothing is guessed: each other form ends in its code, with short words and a hint."""
    with pytest.raises(PydanticCustomError) as refusal:
        parse(typed)
    assert refusal.value.type == code
    assert refusal.value.context
    assert refusal.value.context["hint"]
    assert len(refusal.value.message()) < 150


SHAPES: list[tuple[Any, list[str], list[str]]] = [
    (
        values.Url,
        ["https://example.org", "http://a.b:8080/c?d=e#f", "https://dichvucong.gov.vn/thủ-tục"],
        [
            "javascript:alert(1)",
            "//example.org",
            "/mau",
            "example.org",
            "https://",
            "https://a b",
            "ftp://example.org",
            "https://ai@example.org",
            'https://example.org/"x',
            "https://example.org/<x>",
            "data:text/html,x",
            "HTTPS:/x",
        ],
    ),
    (
        values.Email,
        ["so@example.org", "mot.cua+1@so.example.gov.vn"],
        ["so", "so@", "so@example", "a@b@c.vn", "số@a.vn"],
    ),
    (
        values.Phone,
        ["024.3799.2309", "0243 799 2309", "1022", "(024) 3799-2309", "+84 24 3799 2309"],
        ["gọi 1022", "1"],
    ),
    (
        values.FileName,
        ["don.pdf", "mau-01.docx", "a_b.1.xlsx"],
        [
            "../a.pdf",
            "a/b.pdf",
            "Đơn.pdf",
            "Don.pdf",
            "a.exe",
            "a.pdf.exe",
            ".pdf",
            "a.svg",
            "a.html",
            "a pdf",
            "a\x00.pdf",
        ],
    ),
    (values.Sha256, ["0" * 64], ["0" * 63, "G" * 64, "A" * 64]),
    (values.DocumentNumber, ["59/2020/QH14", "Số 5"], ["a\nb", "x" * 81]),
    (values.Count, ["0"], ["-1"]),
    (values.Positive, ["1"], ["0"]),
    (values.Month, ["1", "12"], ["0", "13"]),
    (values.Quarter, ["1", "4"], ["0", "5"]),
    (values.Half, ["1", "2"], ["0", "3"]),
    (values.Year, ["1945", "2100"], ["1944", "2101"]),
]


@pytest.mark.parametrize(
    ("kind", "typed", "accepted"),
    [(kind, typed, 1) for kind, good, _bad in SHAPES for typed in good]
    + [(kind, typed, 0) for kind, _good, bad in SHAPES for typed in bad],
)
def test_a_shaped_value(kind: Any, typed: str, accepted: int) -> None:
    """Addresses, files, hashes and bounded numbers take their own shape only."""
    adapter = TypeAdapter(kind)
    if accepted:
        assert str(adapter.validate_python(typed)) == typed
    else:
        with pytest.raises(ValidationError):
            adapter.validate_python(typed)


@pytest.mark.parametrize(
    ("period", "months"),
    [
        ("2024", (2024, 1, 2024, 12)),
        ("2024-q3", (2024, 7, 2024, 9)),
        ("2024-h2", (2024, 7, 2024, 12)),
        ("2024-9m", (2024, 1, 2024, 9)),
        ("2024-m03", (2024, 3, 2024, 3)),
        ("2021-2025", (2021, 1, 2025, 12)),
    ],
)
def test_the_months_of_a_period(period: str, months: tuple[int, int, int, int]) -> None:
    """A period knows its first and its last month."""
    assert Period.parse(period).months == months


def test_a_long_value_is_quoted_short() -> None:
    """A message quotes at most 60 characters, on one line."""
    with pytest.raises(PydanticCustomError) as refusal:
        values.parse_whole("một\n" * 5000)
    assert refusal.value.message() == "“" + ("một " * 15) + "…” không phải số nguyên"


@given(st.integers(0, 10**12))
def test_money_reads_what_vietnamese_write(amount: int) -> None:
    """An amount grouped by dots is the amount."""
    assert values.parse_money(f"{amount:,}".replace(",", ".")) == amount


@given(st.dates(date(1945, 1, 1), date(2100, 12, 31)))
def test_both_ways_of_writing_a_date_agree(day: date) -> None:
    """Year first with hyphens and day first with slashes are the same day."""
    assert values.parse_date(day.isoformat()) == values.parse_date(f"{day.day}/{day.month}/{day.year}") == day


@given(st.text())
def test_any_text_is_a_value_or_refused(text: str) -> None:
    """Whatever is typed, each type gives a value or its own refusal."""
    for parse in {parse for parse, _typed, _meant in ACCEPTED}:
        try:
            parse(text)
        except PydanticCustomError as refusal:
            assert refusal.context
            assert refusal.context["hint"]

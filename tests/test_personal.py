"""Personal data: numbers and mailboxes of people are found however they are written; official ones are let through."""

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.rules.personal import is_suspect, trace_in

REAL = Path(__file__).parent.parent.parent / "shared" / "real" / "portal"

PERSONAL = {
    "số điện thoại di động": [
        "0912345678",
        "Gọi 0912 345 678.",
        "090.123.4567",
        "090-123-4567",
        "0901  234 567",
        "(0912) 345 678",
        "+84 912 345 678",
        "(+84)912345678",
        "84912345678",
        "0084912345678",
        "ngày 03/11/2023, 0912345678/0987654321",
        "tel:0901234567",
    ],
    "số định danh, căn cước": ["001099012345", "CCCD 001 099 012345", "0010 9901 2345", "số:001099012345."],
    "số chứng minh nhân dân": ["CMND 012345678", "(012345678)"],
    "số hộ chiếu": ["hộ chiếu C1234567", "B12345678"],
    "số tài khoản ngân hàng": ["STK 0123456789012", "Số tài khoản: 1903 4567 8901 23", "tài khoản số 19034567890"],
    "hộp thư cá nhân": ["mau@gmail.com", "MAU.VAN@YAHOO.COM.VN", "mau@proton.me"],
}

OFFICIAL = [
    "024.3799.2309",
    "0243 799 2309",
    "(024) 3799 2309",
    "1022",
    "1900 1234",
    "19001234",
    "KQ.G12.001046",
    "TP-G12.0001143",
    "1.009664.000.00.00.H17",
    "H17.12-240315-0012",
    "2423/QĐ-UBND ngày 03/11/2023",
    "0912345678/GP-STC",
    "174000000 đồng",
    "174.000.000 đ",
    "174000000000 VNĐ",
    "mã số thuế 0312345678",
    "MST: 0312345678",
    "08-12-2020 12:30",
    "08.12.2020 10 giờ",
    "https://example.org/001099012345?q=0912345678",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "019d2bfc-9b2b-704e-949a-cf853f064364",
    "Kho bạc Nhà nước tỉnh, số tài khoản 3511.0.1053434",
    "vanthu@mail.gov.vn",
    "mau@example.vn",
    "000000000000",
    "0000 000 000",
    "+84 000 000 000",
    "B0000000",
]


@pytest.mark.parametrize(("noun", "text"), [(noun, text) for noun, texts in PERSONAL.items() for text in texts])
def test_a_person_is_found(noun: str, text: str) -> None:
    """What belongs to a person is found and named, however it is written."""
    assert is_suspect(text)
    trace = trace_in(text)
    assert trace is not None
    assert trace.noun == noun


@pytest.mark.parametrize("text", OFFICIAL)
def test_an_official_number_is_let_through(text: str) -> None:
    """Office lines, codes, money, dates, hashes, addresses and numbers of zeros are no personal data."""
    assert trace_in(text) is None


LONG = ["1", "0", "1.", "1 ", "a@", "@", "a", "STK ", "MST ", "0912 ", "1(", "số tài khoản "]


@pytest.mark.parametrize("piece", LONG)
def test_a_long_run_takes_no_longer_than_its_length(piece: str) -> None:
    """A hundred thousand characters that nearly match again and again are looked through in no time."""
    start = time.process_time()
    trace_in(piece * (100_000 // len(piece)) + " 123456789A")
    assert time.process_time() - start < 1


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


@pytest.mark.skipif(not REAL.is_dir(), reason="the saved records of the national portal are not here")
def test_real_records_raise_no_false_alarm() -> None:
    """Not one value of the saved records of the national portal is taken for personal data."""
    for file in REAL.glob("*.jsonl.gz"):
        for line in gzip.decompress(file.read_bytes()).splitlines():
            assert not [text for text in _texts(json.loads(line)) if trace_in(text)]

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fold import fold, slug

CASES = json.loads((Path(__file__).parent / "cases" / "fold.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["text"]))
def test_marks_are_dropped_and_d_is_found(case: dict[str, str]) -> None:
    """Text typed without marks, in either Unicode form, folds to the same letters; JavaScript runs the same cases."""
    assert fold(case["text"]) == case["folded"]


@given(st.text("aàảãáạăằẳẵắặâầẩẫấậđeèêềioòôồơờuùưừyỳAĐƠƯ ", max_size=40))
def test_folded_vietnamese_is_plain_and_stable(text: str) -> None:
    """Vietnamese letters fold to a–z, and folding again changes nothing."""
    folded = fold(text)
    assert folded.isascii()
    assert folded == folded.lower() == fold(folded)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Thời hạn, phí", "thoi-han-phi"),
        ("Đăng ký", "dang-ky"),
        ("  Điều 8 (khoản 2)  ", "dieu-8-khoan-2"),
        ("1.001456", "1-001456"),
        ("…", ""),
    ],
)
def test_slug_joins_folded_words(text: str, anchor: str) -> None:
    """An anchor is the folded words joined by hyphens; what has no letter or digit has no anchor."""
    assert slug(text) == anchor

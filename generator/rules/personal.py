"""Personal data: none of a real person, for what is once in the history of a repository stays there.

Law: 91/2025/QH15 (protection of personal data).  Numbers of zeros only, such as 000000000000, are fictional.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.errors import Problem
from generator.facts import Facts
from generator.filed import Filed
from generator.model import KINDS
from generator.rules.common import FiledAt, OwnRules, shown_at
from generator.rules.texts import matching


@dataclass(frozen=True)
class Trace:
    """What gives a person away: its name, the pattern that finds it (one group, on one line), what to do."""

    noun: str
    pattern: re.Pattern[str]
    hint: str


def _number(digits: str) -> re.Pattern[str]:
    """Return a pattern for a number that stands alone: no part of a code or of an amount of money."""
    return re.compile(rf"(?<![\w./@-])({digits})(?!\w|[./-]\w|\s*(?:đ|VN[DĐ]|USD)\b|\s*đồng)")


TRACES: tuple[Trace, ...] = (
    Trace(
        "số điện thoại di động",
        re.compile(r"(?<![\w.-])((?:\+84|0084|84(?=\d{9})|0)[ .-]?[35789]\d(?:[ .-]?\d){7})(?!\w|/[A-ZĐ])"),
        "ghi số máy bàn hoặc tổng đài của cơ quan; ví dụ hư cấu dùng 0000000000",
    ),
    Trace(
        "số tài khoản ngân hàng",
        re.compile(r"^(?!.*kho bạc).*?(?:số tài khoản|tài khoản số|\bSTK\b)\D{0,40}(\d[\d .-]{7,22}\d)", re.IGNORECASE),
        "bỏ số tài khoản; ví dụ hư cấu dùng toàn số 0",
    ),
    Trace(
        "số định danh, căn cước",
        _number(r"\d{12}|\d{3} \d{3} \d{6}|\d{4} \d{4} \d{4}"),
        "bỏ số ấy; ví dụ hư cấu dùng 000000000000",
    ),
    Trace("số chứng minh nhân dân", _number(r"\d{9}"), "bỏ số ấy; ví dụ hư cấu dùng 000000000"),
    Trace("số hộ chiếu", _number(r"[A-Z]\d{7,8}"), "bỏ số ấy; ví dụ hư cấu dùng B0000000"),
    Trace(
        "hộp thư cá nhân",
        re.compile(
            r"(?<![\w.+-])([\w.+-]++@(?:(?:gmail|yahoo|ymail|hotmail|outlook|live|icloud|me|protonmail)\.com|proton\.me))\b",
            re.IGNORECASE,
        ),
        "ghi hộp thư công vụ của cơ quan; ví dụ hư cấu dùng tên miền example.vn",
    ),
)
# Public by nature: addresses of pages, tax codes of enterprises.
PUBLIC = re.compile(r"https?://\S+|(?:mã số thuế|MST|mã số doanh nghiệp)\D{0,10}\d{10}\b", re.IGNORECASE)
# Stands in all that the traces find; few values hold it, so the slow look is taken at few.  It is looked for in an
# outline, where every digit is 0 and what parts digits is a blank: a pattern that begins with one letter is fast.
OUTLINE = bytes.maketrans(b"123456789.()-", b"000000000    ")
SUSPECT = re.compile(rb"0(?=[0 ]{6})(?:(?: {0,3}0){8}|(?<=[A-Z]0)0{6})")
FIGURES = frozenset(
    {"amount_vnd", "total_vnd", "spent_vnd", "budget_vnd", "value", "value_to", "numerator", "denominator"}
)


def no_personal_data(filed: Filed[Any]) -> Iterator[Problem]:
    """Không có dữ liệu cá nhân thật: căn cước, hộ chiếu, di động, hộp thư riêng, số tài khoản."""
    for path, text in matching(filed, is_suspect, trace_in):
        if path[-1] not in FIGURES and (trace := trace_in(text)):
            yield filed.error(path, "du-lieu-ca-nhan", f"có {trace.noun}", trace.hint)


def no_personal_data_in_file_names(facts: Facts, _filed_at: FiledAt) -> Iterator[Problem]:
    """Tên tệp đính kèm không mang dữ liệu cá nhân."""
    for path in facts.held.attachments:
        if trace := trace_in(re.sub(r"[_.-]+", " ", path.rpartition("/")[2])):
            yield Problem(shown_at(facts, path), 1, 1, "du-lieu-ca-nhan", "", f"tên tệp có {trace.noun}", "đổi tên tệp")


def trace_in(text: str) -> Trace | None:
    """Return the first trace of a person in ``text``; None when there is none but fictional ones."""
    if not is_suspect(text):
        return None
    words = re.sub(r"[\s()]+", " ", PUBLIC.sub(" ", text))
    return next((trace for trace in TRACES if any(map(_is_real, trace.pattern.findall(words)))), None)


def is_suspect(text: str) -> bool:
    """Whether ``text`` may hold a trace: a quick look."""
    outline = text.encode("utf-8", "replace").translate(OUTLINE)
    return b"@" in outline or bool(SUSPECT.search(outline))


def _is_real(found: str) -> bool:
    """Whether a mailbox, or a number that is more than zeros, was found."""
    return "@" in found or not set(found).isdisjoint("123456789")


OWN: OwnRules = {kind.model: (no_personal_data,) for kind in KINDS}
OF_ALL = (no_personal_data_in_file_names,)

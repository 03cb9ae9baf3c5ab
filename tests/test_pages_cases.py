"""A procedure says for each case what is its own."""

from typing import Any

from generator.derive.procedures import procedure_view
from generator.derive.views import ProcedureView
from generator.pages.cases import choices_of, terms_of
from tests.records import facts, procedure

CASES = [{"id": "a", "name": "Cấp mới"}, {"id": "b", "name": "Cấp lại", "condition": "Bị mất"}]
CHANNELS: list[dict[str, Any]] = [
    {"channel": "online", "cases": ["a"], "time_limit": {"value": "3", "unit": "working-day"}},
    {"channel": "in-person", "cases": ["a"], "time_limit": {"value": "3", "unit": "working-day"}},
    {"channel": "in-person", "cases": ["b"], "time_limit": {"value": "5", "unit": "day", "from": "ngày họp"}},
    {"channel": "post", "time_limit": {"kind": "immediate"}},
]
DOCUMENTS = [
    {"cases": ["a"], "items": [{"name": "Đơn"}, {"name": "Ảnh"}]},
    {"items": [{"name": "Giấy chung"}]},
]
STEPS = [{"text": "Nộp"}, {"text": "Họp", "cases": ["b"]}]


def choices(**keys: Any) -> list[dict[str, Any]]:
    """Return the choices of a procedure; an answer is the words of its time limits and the count of its papers."""
    record = procedure(**keys)
    now = facts(procedures=(record,))
    return choices_of(procedure_view(record, now), _answers, now.clock)


def _answers(view: ProcedureView) -> list[tuple[str, str, str]]:
    words = f"{len(view.summary.limits)} hạn, {view.summary.papers} giấy"
    return [("Hạn", words, view.record.cases[0].name)]


def test_each_case_has_its_own_parts_and_what_is_common() -> None:
    """Parts are told by their places on the page; what names no case is for all."""
    one, other = choices(cases=CASES, channels=CHANNELS, documents=DOCUMENTS, steps=STEPS)
    assert (one["id"], one["papers"], one["steps"], one["rows"]) == ("a", [0, 1], [0], [0, 1, 3])
    assert (other["id"], other["papers"], other["steps"], other["rows"]) == ("b", [1], [0, 1], [2, 3])
    assert (one["condition"], other["condition"]) == ("", "Bị mất")


def test_the_first_screen_is_that_of_the_case() -> None:
    """Answers are worked out from the parts of the case alone."""
    one, other = choices(cases=CASES, channels=CHANNELS, documents=DOCUMENTS, steps=STEPS)
    assert one["answers"] == [["1 hạn, (3, 3) giấy", "Cấp mới"]]
    assert other["answers"] == [["1 hạn, (1, 1) giấy", "Cấp lại"]]


def test_there_is_nothing_to_choose_with_one_case_or_none() -> None:
    """A single case is the procedure itself."""
    assert choices(cases=CASES[:1], channels=CHANNELS[:2]) == []
    assert choices() == []


def test_limits_are_told_once_with_whom_they_are_for() -> None:
    """Channels with the same limit for the same cases share a line; what is no number of days is not counted with."""
    terms = terms_of(procedure(cases=CASES, channels=CHANNELS))
    assert [(each["value"], each["unit"], each["start"], each["cases"]) for each in terms] == [
        ("3", "working-day", "", ["a"]),
        ("5", "day", "ngày họp", ["b"]),
    ]
    assert terms[0]["text"] == "3 ngày làm việc: Trực tuyến và Trực tiếp (Cấp mới)"
    assert terms[1]["text"] == "5 ngày: Trực tiếp (Cấp lại)"

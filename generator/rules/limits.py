"""Time limits: above nothing, in one unit with their words, and kept by the internal processes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.errors import Problem
from generator.filed import Filed
from generator.model.channel import Channel
from generator.model.procedure import Procedure
from generator.model.times import Span, TimeLimit, TimeUnit
from generator.model.upkeep import InternalProcess
from generator.nodes import Path
from generator.rules.common import OwnRules, number_words

# Units that can be added up: the family, and how many of its least unit one makes.
MEASURES: dict[TimeUnit, tuple[str, int]] = {
    TimeUnit.WORKING_HOUR: ("working", 1),
    TimeUnit.WORKING_DAY: ("working", 8),
    TimeUnit.HOUR: ("calendar", 1),
    TimeUnit.DAY: ("calendar", 24),
    TimeUnit.MONTH: ("months", 1),
    TimeUnit.YEAR: ("months", 12),
}
# Two units that people mix up; the longer name holds the shorter one.
TWINS = {
    TimeUnit.DAY: TimeUnit.WORKING_DAY,
    TimeUnit.WORKING_DAY: TimeUnit.DAY,
    TimeUnit.HOUR: TimeUnit.WORKING_HOUR,
    TimeUnit.WORKING_HOUR: TimeUnit.HOUR,
}
UNITS_BY_NAME = {unit.label: unit for unit in TWINS}
SAID = re.compile(r"(?<![\w,./-])0*(\d{1,3}(?:,\d{1,2})?)\)?\s+((?:ngày|giờ)(?:\s+làm việc)?)\b", re.IGNORECASE)


def _spans(record: Procedure) -> Iterator[tuple[Path, Span, str]]:
    """Yield every time limit in numbers with its path and the words that stand beside it."""
    for path, limit, words in _limits(record):
        if isinstance(limit, Span):
            yield (*path, "time_limit"), limit, words or ""


def _limits(record: Procedure) -> Iterator[tuple[Path, TimeLimit | None, str | None]]:
    for index, channel in enumerate(record.channels):
        yield ("channels", index), channel.time_limit, channel.note
    for index, step in enumerate(record.steps):
        yield ("steps", index), step.time_limit, step.text
    for row, process in enumerate(record.internal_processes):
        for index, inner in enumerate(process.steps):
            yield ("internal_processes", row, "steps", index), inner.time_limit, inner.text


def limit_is_above_zero(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Thời hạn lớn hơn 0; giải quyết ngay thì viết kind: immediate."""
    for path, limit, _words in _spans(filed.record):
        if limit.value <= 0:
            message = f"thời hạn là {number_words(limit.value)}"
            hint = "ghi số lớn hơn 0; nếu giải quyết ngay khi tiếp nhận thì viết {kind: immediate}"
            yield filed.error((*path, "value"), "thoi-han-0", message, hint)


def unit_agrees_with_words(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Đơn vị của thời hạn khớp lời bên cạnh: “ngày” không phải “ngày làm việc”, “giờ” không phải “giờ làm việc”."""
    for path, limit, words in _spans(filed.record):
        if other := _unit_said_instead(limit, words):
            said = f"{number_words(limit.value)} {other.label}"
            message = f"thời hạn ghi đơn vị “{limit.unit.label}” mà lời bên cạnh nói “{said}”"
            hint = f"đối chiếu lại nguồn; nếu lời nói đúng thì sửa unit thành {other.value}"
            yield filed.warning((*path, "unit"), "don-vi-mau-thuan", message, hint)


def _unit_said_instead(limit: Span, words: str) -> TimeUnit | None:
    """Return the twin of the limit's unit when ``words`` give the same number with it, and never with the unit."""
    said = {
        UNITS_BY_NAME[" ".join(name.lower().split())]
        for number, name in SAID.findall(words)
        if Decimal(number.replace(",", ".")) == limit.value
    }
    twin = TWINS.get(limit.unit)
    return twin if twin in said and limit.unit not in said else None


def rows_differ(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Hai dòng cách thức nộp cùng hình thức, cùng trường hợp phải khác nhau ở ghi chú."""
    seen: set[tuple[object, ...]] = set()
    for index, row in enumerate(filed.record.channels):
        key = (row.channel, frozenset(row.cases), row.note)
        if key in seen:
            hint = "gộp hai dòng; nếu là hai trường hợp khác nhau thì ghi cases hoặc note"
            message = "đã có một dòng cùng hình thức nộp và cùng trường hợp"
            yield filed.warning(("channels", index), "dong-trung", message, hint)
        seen.add(key)


def process_keeps_the_limit(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Các bước của quy trình nội bộ cộng lại không quá thời hạn giải quyết của trường hợp tương ứng."""
    for index, process in enumerate(filed.record.internal_processes):
        yield from _overrun(filed, index, process)


def _overrun(filed: Filed[Procedure], index: int, process: InternalProcess) -> Iterator[Problem]:
    taken = _total([step.time_limit for step in process.steps])
    for case in _cases(filed.record, process):
        allowed = _longest(row for row in filed.record.channels if not row.cases or case in row.cases)
        if taken and allowed and taken[0] == allowed[0] and taken[1] > allowed[1]:
            where = f" ở trường hợp {case}" if case else ""
            message = f"các bước cộng lại {_words(*taken)}, quá thời hạn {_words(*allowed)}{where}"
            hint = "rút ngắn các bước, hoặc đối chiếu lại thời hạn ở channels"
            yield filed.error(("internal_processes", index, "steps"), "buoc-qua-han", message, hint)
            return


def _cases(record: Procedure, process: InternalProcess) -> Sequence[str]:
    """Return the cases that a process is for: its own, else all; one nameless case when there are none."""
    return process.cases or [case.id for case in record.cases] or [""]


def _total(limits: Iterable[TimeLimit | None]) -> tuple[str, Decimal] | None:
    """Return family and sum of the spans; None when there is none, or they are of several families."""
    spans = [limit for limit in limits if isinstance(limit, Span)]
    families = {MEASURES[span.unit][0] for span in spans}
    if len(families) != 1:
        return None
    return families.pop(), sum((span.value * MEASURES[span.unit][1] for span in spans), Decimal())


def _longest(rows: Iterable[Channel]) -> tuple[str, Decimal] | None:
    """Return family and length of the longest limit; None when one is not known or they cannot be compared."""
    measured = [_total([row.time_limit]) for row in rows]
    known = [each for each in measured if each]
    comparable = len({family for family, _length in known}) == 1 and len(known) == len(measured)
    return max(known) if comparable else None


def _words(family: str, length: Decimal) -> str:
    """Return a length in the largest unit of its family that comes out whole enough to read."""
    unit, size = {"working": ("ngày làm việc", 8), "calendar": ("ngày", 24), "months": ("tháng", 1)}[family]
    return f"{number_words(round(length / size, 2))} {unit}"


OWN: OwnRules = {Procedure: (limit_is_above_zero, unit_agrees_with_words, rows_differ, process_keeps_the_limit)}

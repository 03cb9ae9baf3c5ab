"""Running text that is a list: steps ("Bước 1: …"), or points numbered or bulleted at the start of lines."""

import re
from dataclasses import dataclass
from itertools import pairwise

BULLET = r"(?:[-–+*•●] ?|[a-zđ]\) ?|(?:\d{1,2}\.)+ ?)"
STEP = re.compile(
    rf"(?:(?:^|\n){BULLET}?Bước (?P<first>\d{{1,2}})(?!\d) ?[.:,;-]?|(?<=\s){BULLET}?Bước (?P<later>\d{{1,2}}) ?[.:])"
    r"\s?(?=\S)"
)
LETTERS = "abcdđeghiklmnopqrstuvxy"
NUMBERED = (
    re.compile(r"(?:^|\n)(?P<first>[a-zđ])[).] (?=\S)"),
    re.compile(r"(?:^|\n)\((?P<first>\d{1,2})\) ?(?=\S)"),
    re.compile(r"(?:^|\n)(?P<first>\d{1,2})[.)] (?=\S)"),
)
BULLETED = re.compile(r"(?:^|\n)(?P<mark>[-–+*•●]) ?(?=[^\W\d_])")
CASE = re.compile(r"(?:[-–+*•] ?)?(?:\(?[ivx\d.]+[).]|\(?[a-zđ]\)|Trường hợp|Đối với|Thủ tục)")
NAMED = re.compile(r"Bước 2\b")


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a list; ``mark`` is what stood before it and is told by its place in the list now."""

    text: str
    mark: str = ""


def points(text: str) -> tuple[Point, ...]:
    """Return the points of ``text``: its steps, its numbered points, its bullets; else all of it as one."""
    for pattern in (STEP, *NUMBERED):
        found = list(pattern.finditer(text))
        numbers = ["".join(filter(None, match.groups())) for match in found]
        if len(found) > 1 and _is_counted(numbers):
            return _split(text, found)
        if pattern is STEP and len(found) > 1 and _starts_again(numbers):
            return _split_runs(text, found, numbers)
    found = list(BULLETED.finditer(text))
    first = [match for match in found if match["mark"] == found[0]["mark"]]
    if len(first) > 1 and first[0].start() == 0:
        return _split(text, first)
    return (Point(text),) if text else ()


def names_steps(text: str) -> bool:
    """Whether ``text`` speaks of a second step, and so is a list that could not be taken apart."""
    return bool(NAMED.search(text))


def _is_counted(numbers: list[str]) -> bool:
    """Whether numbers or letters run 1, 2, 3 or a, b, c without a gap."""
    if numbers[0].isdecimal():
        return [int(number) for number in numbers] == list(range(1, len(numbers) + 1))
    return "".join(numbers) == LETTERS[: len(numbers)]


def _starts_again(numbers: list[str]) -> bool:
    """Whether steps run 1, 2, 3, 1, 2: one run a case."""
    steps = [int(number) for number in numbers]
    return steps[0] == 1 and all(after in {1, before + 1} for before, after in pairwise(steps))


def _split_runs(text: str, found: list[re.Match[str]], numbers: list[str]) -> tuple[Point, ...]:
    """Return the steps of several cases, each with its mark; a case's heading goes with its first step."""
    cuts = [0]
    for (before, match), number in zip(pairwise(found), numbers[1:], strict=True):
        heading = _heading(text, match) if number == "1" else 0
        cuts.append(heading if heading >= before.end() else match.start())
    rows = (text[start:end].strip() for start, end in pairwise([*cuts, len(text)]))
    return tuple(map(Point, filter(None, rows)))


def _heading(text: str, match: re.Match[str]) -> int:
    """Return where the heading before a first step begins: on its line, or as a line that opens a case; else 0."""
    start = text.rfind("\n", 0, match.start() + 1) + 1
    if text[start : match.start()].strip():
        return start
    above = text.rfind("\n", 0, match.start()) + 1
    return above if CASE.match(text, above) else 0


def _split(text: str, found: list[re.Match[str]]) -> tuple[Point, ...]:
    """Return the points that begin at ``found``; the first keeps its mark when something stands before it."""
    ends = [*(match.start() for match in found[1:]), len(text)]
    rows = [_point(text, match, end) for match, end in zip(found, ends, strict=True)]
    if text[: found[0].start()].strip():
        rows[0] = Point(text[: ends[0]].strip())
    return tuple(rows)


def _point(text: str, match: re.Match[str], end: int) -> Point:
    return Point(text[match.end() : end].strip(), text[match.start() : match.end()].strip())

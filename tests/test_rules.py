"""Rules, case by case: ``cases/bad`` holds mistakes with what must be found, ``cases/good`` what must be let through.

A case is a YAML file that is laid over ``sample/``; its first lines say where, and what must be found there::

    # đặt tại: agencies/thu.yml
    # mong đợi: 6:1 khoa-trung
    # mong đợi: exceptions.yml:9:5 ngoai-le-het-han (cảnh báo)
    # bỏ: site.yml

A case that needs several files is a folder laid out like ``data/``.
"""

import ast
import re
import shutil
import unicodedata
from dataclasses import dataclass
from datetime import date
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.check import check
from generator.cli import commands
from generator.errors import DataError, Problem, Severity
from generator.read import read
from generator.rules import CROSS, OF_ALL, OWN
from tests.builds import NOON, SAMPLE, TODAY

CASES = Path(__file__).parent / "cases"
RULES: set[Any] = {*chain(*OWN.values(), *CROSS.values(), OF_ALL)}
NAME = attrgetter("__name__")
RULE_FILES = sorted((Path(__file__).parent.parent / "generator" / "rules").glob("*.py"))
PLACE = re.compile(r"^# đặt tại: (?P<path>\S+)$", re.MULTILINE)
DROP = re.compile(r"^# bỏ: (?P<path>\S+)$", re.MULTILINE)
EXPECTED = re.compile(
    r"^# mong đợi: (?:(?P<path>\S+):)?(?P<line>\d+):(?P<column>\d+) (?P<code>\S+)(?P<warning> \(cảnh báo\))?$",
    re.MULTILINE,
)
Finding = tuple[str, int, int, str, Severity]


@dataclass(frozen=True)
class Case:
    """Files laid over the sample, by path below the data folder; what is taken away; what must be found."""

    files: dict[str, Path]
    dropped: tuple[str, ...]
    expected: frozenset[Finding]

    def lay_over(self, data: Path) -> None:
        """Make ``data`` the sample with this case."""
        shutil.copytree(SAMPLE, data)
        for path in self.dropped:
            (data / path).unlink()
        for path, source in self.files.items():
            (data / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, data / path)


def case_at(path: Path) -> Case:
    """Return the case of a file, or of a folder."""
    if path.is_dir():
        files = {file.relative_to(path).as_posix(): file for file in sorted(path.rglob("*")) if file.is_file()}
    else:
        files = {PLACE.findall(path.read_text(encoding="utf-8"))[0]: path}
    texts = {place: file.read_text(encoding="utf-8") for place, file in files.items() if file.suffix != ".pdf"}
    dropped = tuple(path for text in texts.values() for path in DROP.findall(text))
    return Case(files, dropped, frozenset(found for place, text in texts.items() for found in _expected(place, text)))


def _expected(place: str, text: str) -> list[Finding]:
    return [
        (
            f"data/{match['path'] or place}",
            int(match["line"]),
            int(match["column"]),
            match["code"],
            Severity.WARNING if match["warning"] else Severity.ERROR,
        )
        for match in EXPECTED.finditer(text)
    ]


def problems_of(data: Path, today: date = TODAY) -> tuple[Problem, ...]:
    """Return all that is found in ``data``, errors and warnings."""
    try:
        return check(read(data), today).warnings
    except DataError as error:
        return error.problems


def in_vietnamese(text: str) -> bool:
    """Whether a text has letters that only Vietnamese has, and none of the words that libraries use."""
    marks = any(unicodedata.combining(char) or char in "đĐ" for char in unicodedata.normalize("NFD", text))
    return marks and not re.search(r"\b(?:input|should|valid|expected|error)\b", text, re.IGNORECASE)


def _cases(folder: str) -> list[Path]:
    return sorted((CASES / folder).iterdir())


@pytest.mark.parametrize("path", [*_cases("bad"), *_cases("good")], ids=lambda path: path.stem)
def test_a_case_gives_its_findings_and_no_others(path: Path, tmp_path: Path) -> None:
    """What is expected of a case is found, at that line and column, as an error or a warning; nothing else is."""
    case = case_at(path)
    case.lay_over(tmp_path / "data")
    problems = problems_of(tmp_path / "data")
    found = {(each.file, each.line, each.column, each.code, each.severity) for each in problems}
    assert found == case.expected
    assert all(in_vietnamese(each.message) and in_vietnamese(each.hint) for each in problems)


@pytest.mark.parametrize("path", _cases("bad"), ids=lambda path: path.stem)
def test_the_command_tells_every_problem(path: Path, tmp_path: Path) -> None:
    """``minhbach check`` prints each problem on one line, ends with 1 on an error and with 0 on warnings only."""
    case = case_at(path)
    case.lay_over(tmp_path / "data")
    problems = problems_of(tmp_path / "data")
    said = CliRunner().invoke(
        commands,
        ["check", "--data", str(tmp_path / "data")],
        env={"SOURCE_DATE_EPOCH": str(int(NOON.timestamp()))},
    )
    assert said.exception is None or isinstance(said.exception, SystemExit), said.exception
    assert said.exit_code == any(each.severity is Severity.ERROR for each in problems)
    assert {str(each) for each in problems} <= set(said.stdout.splitlines())


def test_the_sample_is_clean() -> None:
    """The sample has no error, and its one warning is waived."""
    assert problems_of(SAMPLE) == ()


def test_a_waiver_ends_with_its_last_day(tmp_path: Path) -> None:
    """An exception holds on its last day; the day after, its warning stands again and it is told to have run out."""
    data = tmp_path / "data"
    shutil.copytree(SAMPLE, data)
    file = data / "exceptions.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("2099-12-31", "2026-11-21"), encoding="utf-8")
    assert problems_of(data, date(2026, 11, 21)) == ()
    assert {each.code for each in problems_of(data, date(2026, 11, 22))} == {"phi-qua-nho", "ngoai-le-het-han"}


def test_a_heavy_file_is_refused(tmp_path: Path) -> None:
    """A file to download may weigh 10 MB and not a byte more."""
    data = tmp_path / "data"
    shutil.copytree(SAMPLE, data)
    file = data / "procedures" / "so-mau" / "MAU-01" / "don-de-nghi.pdf"
    file.write_bytes(bytes(10 * 1024 * 1024))
    assert problems_of(data) == ()
    file.write_bytes(bytes(10 * 1024 * 1024 + 1))
    assert [each.code for each in problems_of(data)] == ["tep-qua-nang"]


@pytest.mark.parametrize("rule", sorted(RULES, key=NAME), ids=NAME)
def test_a_rule_says_what_it_is(rule: object) -> None:
    """A rule's docstring is the rule, in Vietnamese, on one line."""
    words = rule.__doc__ or ""
    assert in_vietnamese(words)
    assert words.endswith(".")
    assert "\n" not in words


def test_every_code_has_a_case() -> None:
    """Each code that a rule can give is expected by some case, or by a test above."""
    given = {code for file in RULE_FILES for code in _codes_in(file)}
    expected = {found[3] for folder in ("bad", "good") for path in _cases(folder) for found in case_at(path).expected}
    assert given - expected == {"tep-qua-nang"}


def _codes_in(file: Path) -> set[str]:
    """Return the codes in a module of rules: the texts of small letters and hyphens that go with a message."""
    calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    position = {"error": 1, "warning": 1, "report": 1, "Problem": 3}
    named = [(call, getattr(call.func, "attr", getattr(call.func, "id", ""))) for call in calls]
    sayings = [(call, position[name]) for call, name in named if name in position]
    arguments = [call.args[place] for call, place in sayings if len(call.args) > place]
    return {str(each.value) for each in arguments if isinstance(each, ast.Constant)}

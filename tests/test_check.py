"""The check: every problem at once, record by record; what was said of a record holds until an answer changes."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.card_makers import cards_of
from generator.check import check, judge
from generator.digests import digest
from generator.errors import DataError, Problem
from generator.facts import Facts, Held
from generator.filed import Filed
from generator.notes import Clock, Notes
from generator.read import Raw, read
from generator.rules import problems_of
from generator.shape import shaped
from tests.builds import SAMPLE, TODAY
from tests.test_rules import CASES, case_at


@dataclass(frozen=True)
class Folder:
    """A folder of records as an incremental build knows it, with what was said of each record and what it rests on."""

    facts: Facts
    files: dict[str, Filed[Any]]
    said: dict[str, tuple[list[Problem], Notes]]
    complete: bool


def folder_at(data: Path, today: date = TODAY) -> Folder:
    """Return the folder at ``data``, each of its records checked."""
    raw = read(data)
    files, misread = _files(raw)
    held = Held(
        cards={path: cards_of(filed.record, Clock(today)) for path, filed in files.items()},
        digests={path: digest((data / path).read_bytes()) for path in files},
        attachments=raw.attachments,
        broken=frozenset(each.file.removeprefix("data/") for each in misread),
        root=raw.shown_root,
    )
    facts = Facts(held, lambda path: files[path].record, today)
    return Folder(facts, files, dict(_said(files, facts)), not misread)


def _files(raw: Raw) -> tuple[dict[str, Filed[Any]], list[Problem]]:
    found = [shaped(document) for document in raw.documents]
    files = {filed.document.path: filed for filed, _problems in found if filed}
    return files, [*raw.problems, *(problem for _filed, problems in found for problem in problems)]


def _said(files: dict[str, Filed[Any]], facts: Facts) -> Iterator[tuple[str, tuple[list[Problem], Notes]]]:
    for path, filed in files.items():
        with facts.notebook.taking() as notes:
            yield path, (list(problems_of(filed, facts)), notes)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Return the sample, in a folder that is called as those of the cases are."""
    data = tmp_path_factory.mktemp("mau") / "data"
    shutil.copytree(SAMPLE, data)
    return folder_at(data)


@pytest.mark.parametrize("path", sorted((CASES / "bad").iterdir()), ids=lambda path: path.stem)
def test_what_was_said_holds_until_an_answer_changes(path: Path, sample: Folder, tmp_path: Path) -> None:
    """A record that did not change, and whose questions are answered as before, has the problems that it had."""
    case_at(path).lay_over(tmp_path / "data")
    changed = folder_at(tmp_path / "data")
    for file, (problems, notes) in sample.said.items():
        same = sample.facts.held.digests[file] == changed.facts.held.digests.get(file)
        if same and all(sample.facts.answer(each) == changed.facts.answer(each) for each in notes.asked):
            assert changed.said[file][0] == problems


def test_no_rule_looks_at_the_clock(sample: Folder) -> None:
    """What is said of a record holds on every day."""
    assert {(notes.since, notes.until) for _problems, notes in sample.said.values()} == {(date.min, date.max)}


def test_a_sound_folder_is_judged_by_its_cards(sample: Folder) -> None:
    """When there is nothing to say of all records together, no file is read again."""

    def unread(path: str) -> Filed[Any]:
        raise AssertionError(path)

    found = [problem for problems, _notes in sample.said.values() for problem in problems]
    assert {each.code for each in found} == {"phi-qua-nho"}
    assert judge(found, sample.facts, unread, TODAY, complete=True) == ()


@pytest.mark.parametrize("path", sorted((CASES / "bad").iterdir())[::9], ids=lambda path: path.stem)
def test_record_by_record_is_all_at_once(path: Path, tmp_path: Path) -> None:
    """What is said of each record and of all together is what ``check`` says."""
    case_at(path).lay_over(tmp_path / "data")
    raw = read(tmp_path / "data")
    parts = folder_at(tmp_path / "data")
    found = [*_files(raw)[1], *(problem for problems, _notes in parts.said.values() for problem in problems)]
    try:
        whole = check(raw, TODAY).warnings
    except DataError as error:
        whole = error.problems
    try:
        judged = judge(found, parts.facts, parts.files.__getitem__, TODAY, complete=parts.complete)
    except DataError as error:
        judged = error.problems
    assert judged == whole


def test_a_copy_of_a_record_is_told_where_the_first_stands(tmp_path: Path) -> None:
    """Of two files with one id the first in order keeps it, whatever the order they came in."""
    data = tmp_path / "data"
    shutil.copytree(SAMPLE, data)
    shutil.copy(data / "agencies" / "so-mau.yml", data / "agencies" / "a.yml")
    parts = folder_at(data)
    backwards = Held(dict(sorted(parts.facts.held.cards.items(), reverse=True)))
    facts = Facts(backwards, lambda path: parts.files[path].record, TODAY)
    with pytest.raises(DataError) as error:
        judge([], facts, parts.files.__getitem__, TODAY, complete=False)
    said = [(each.file, each.message) for each in error.value.problems if each.code == "ma-trung"]
    assert said == [("data/agencies/so-mau.yml", "mã “so-mau” đã có ở data/agencies/a.yml")]


def test_what_was_let_pass_while_a_list_was_broken_is_asked_again() -> None:
    """A field that counted as known while ``fields.yml`` could not be read gets another answer when it can."""
    broken, mended = (
        Facts(Held({}, broken=files), lambda _path: None, TODAY) for files in (frozenset({"fields.yml"}), frozenset())
    )
    assert (broken.exists("fields", "la"), mended.exists("fields", "la")) == (True, False)
    assert broken.answer(("fields", "la")) != mended.answer(("fields", "la"))

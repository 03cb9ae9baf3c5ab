"""The report of an import: what it names, how it fits a narrow screen, what programs get."""

import errno
import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from generator.cli import run
from generator.importers.command import importers
from generator.importers.portal import summary
from generator.importers.portal.questions import ABOUT
from generator.importers.portal.report import Report
from generator.importers.portal.run import import_portal
from generator.importers.portal.source import Skipped
from generator.importers.portal.summary import skipped_lines
from generator.importers.portal.troubles import words_of
from tests.test_importers_portal import SAVED, TODAY


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Return the report of the two records of our own."""
    return import_portal([SAVED], tmp_path_factory.mktemp("nhap") / "out", TODAY)


def test_the_report_names_what_sources_get_wrong(report: Report) -> None:
    """Fees and limits without unit, days against working days, numbers against words: each is counted by its name."""
    assert report.findings == {
        "fee-without-unit": 1,
        "limit-without-unit": 1,
        "days-or-working-days": 1,
        "number-against-words": 2,
    }
    assert summary.FINDINGS.keys() == report.findings.keys()
    console = Console(width=80, record=True, file=StringIO())
    console.print(summary.table_of(report))
    shown = console.export_text()
    assert all(words in shown for words in summary.FINDINGS.values())
    assert max(map(len, shown.splitlines())) <= 80


def test_every_matter_has_a_short_name() -> None:
    """What may be asked about has a question and a name of a few words that does not wrap; so have codes."""
    assert summary.MATTERS.keys() == ABOUT.keys()
    assert max(map(len, (*summary.MATTERS.values(), *summary.CODES.values(), *summary.LABELS.values()))) <= 44


def test_the_report_is_written_for_programs(tmp_path: Path) -> None:
    """``--json`` writes the counts to a new file; a file that is there is not written over."""
    words = ["portal", str(SAVED), "--json", str(tmp_path / "so" / "tong-ket.json"), "--out"]
    assert run(importers.main, [*words, str(tmp_path / "out")]) == 0
    counts = json.loads((tmp_path / "so" / "tong-ket.json").read_text(encoding="utf-8"))
    assert (counts["loaded"], counts["missing"]) == ({"part": 2, "whole": 2}, 0)
    assert counts["findings"]["limit-without-unit"] == 1
    assert counts["skipped"] == []
    assert run(importers.main, [*words, str(tmp_path / "khac")]) == 1
    assert not (tmp_path / "khac").exists()


def test_not_all_that_was_passed_over_is_printed() -> None:
    """Of many bad records the first are told, the rest counted."""
    lines = skipped_lines([Skipped(f"dòng {number}", "hỏng") for number in range(25)])
    assert (len(lines), lines[-1]) == (21, "… và 5 bản ghi nữa")


def test_the_system_speaks_vietnamese() -> None:
    """A refusal of the system is told in words; one that is not known by its number."""
    told = [words_of(OSError(number, "x")) for number in (errno.ENOENT, errno.ELOOP, 9999)]
    assert told == ["không có tệp hay thư mục này", "liên kết trỏ vòng quanh", "lỗi hệ thống số 9999"]

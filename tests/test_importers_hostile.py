"""Files made to harm: each is refused in Vietnamese, in little time and memory, and nothing outside is touched."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import commands, run
from generator.errors import ToolError
from generator.importers.portal import source, unpack
from generator.importers.portal.run import import_portal
from generator.importers.portal.source import Record, Skipped, records
from tests.test_importers_portal import SAVED, TODAY
from tests.test_rules import in_vietnamese

MEGABYTE = 1024 * 1024
# Runs the command with at most 900 MB of memory and 20 seconds of work.
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (900 * 1024 ** 2,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from generator.cli import main
sys.argv[0] = "minhbach"
main()
"""
BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "gzip": (lambda: gzip.compress(bytes(64 * MEGABYTE), 1) * 40, "lớn hơn 64 MB"),
    "many": (lambda: gzip.compress(b"[" + b"[]," * (20 * MEGABYTE) + b"[]]", 1), "quá nhiều phần tử"),
    "deep": (lambda: gzip.compress(b'{"a":' + b"[" * (60 * MEGABYTE), 1), "lồng nhau|quá nhiều phần tử"),
    "line": (
        lambda: gzip.compress(b'{"ma_thu_tuc": "' + b"a" * (60 * MEGABYTE) + b'"}', 1),
        "dài quá",
    ),
    "lines": (lambda: gzip.compress(b"{}" + b"\n" * (60 * MEGABYTE) + b"{}", 1), "mã thủ tục"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_little_memory(name: str, tmp_path: Path) -> None:
    """A small file that unpacks to gigabytes, to millions of lists or to one endless line ends in words and 1."""
    made, why = BOMBS[name]
    (tmp_path / "bom.json.gz").write_bytes(made())
    call = [
        sys.executable,
        "-c",
        LIMITED,
        "import",
        "portal",
        str(tmp_path / "bom.json.gz"),
        "--out",
        str(tmp_path / "o"),
    ]
    done = subprocess.run(call, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603  (our own call)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr[-500:]
    assert any(each in done.stderr for each in why.split("|")), done.stderr
    assert not (tmp_path / "o").exists()


def test_more_records_than_allowed_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the last record that one import takes, reading stops and says so; so does it after too much text."""
    rows = [json.dumps({"ma_thu_tuc": f"1.{number:06}", "ten_thu_tuc": "x" * 50}) for number in range(30)]
    (tmp_path / "nhieu.jsonl").write_text("\n".join(rows))
    for name, most, why in (("MAX_RECORDS", 10, "quá 10 bản ghi"), ("MAX_TOTAL", 500, "triệu ký tự")):
        monkeypatch.setattr(source, name, most)
        *found, last = records([tmp_path / "nhieu.jsonl"])
        assert isinstance(last, Skipped)
        assert why in last.why
        assert 5 < len(found) < 30
        monkeypatch.undo()


ODD: dict[str, bytes] = {
    "number": b'"ten_thu_tuc": ' + b"9" * 10_000,
    "nan": b'"ten_thu_tuc": NaN, "linh_vuc": -Infinity, "la": 1e999999',
    "surrogate": b'"ten_thu_tuc": "M\\ud800\\udfffu", "\\udc00": "x"',
    "nul": b'"ten_thu_tuc": "M\\u0000\\u001b[31mu", "co_quan_thuc_hien": "..\\u0000/x"',
    "bidi": '"ten_thu_tuc": "M\u202eu\ufeff"'.encode(),
    "paths": b'"co_quan_thuc_hien": "../../etc", "linh_vuc": "../x", "so_quyet_dinh": "../../x/QD-A"',
    "yaml": b'"ten_thu_tuc": "!!python/object:os.system", "trinh_tu_thuc_hien": "&a *a\\n---\\n- <<: *a\\n%YAML 9"',
    "keys": b'"../../x": "y", "": "z", "__class__": {"__proto__": [1]}',
}


@pytest.mark.parametrize("name", ODD)
def test_odd_values_become_drafts_that_load(name: str, tmp_path: Path) -> None:
    """Huge numbers, halves of characters, controls, paths and YAML in texts stay harmless text inside the folder."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "la.json").write_bytes(b'{"ma_thu_tuc": "1.000001", ' + ODD[name] + b"}")
    report = import_portal([tmp_path / "in" / "la.json"], tmp_path / "out", TODAY)
    assert (str(report.loaded), report.missing) == ("1/1 (100,0 %)", 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]
    assert all(path.suffix == ".yml" for path in (tmp_path / "out").rglob("*") if path.is_file())


def test_marks_heaped_on_a_letter_are_refused(tmp_path: Path) -> None:
    """Hundreds of thousands of marks on one letter, slow to put in order, are passed over at once; dots are not."""
    rows = ["e" + "\u0301\u0323" * 150_000, "…" * 5000]
    path = tmp_path / "dau.jsonl"
    path.write_text("\n".join(json.dumps({"ma_thu_tuc": f"1.00000{i}", "a": each}) for i, each in enumerate(rows)))
    first, second = records([path])
    assert isinstance(first, Skipped)
    assert "dấu chồng" in first.why
    assert isinstance(second, Record)


def test_brackets_by_the_ten_thousand_take_little_time(tmp_path: Path) -> None:
    """A note of a hundred thousand marks of lists is read in time that grows with its length only."""
    table = "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 NgàyMiễn phí(" + " a)" * 100_000
    (tmp_path / "ngoac.json").write_text(json.dumps({"ma_thu_tuc": "1.000001", "cach_thuc_thuc_hien": table}))
    assert import_portal([tmp_path / "ngoac.json"], tmp_path / "out", TODAY).missing == 0


def test_what_is_no_plain_file_is_told(tmp_path: Path) -> None:
    """A folder, a pipe, a link that leads nowhere or to itself, a missing file: each is told, none is waited for."""
    os.mkfifo(tmp_path / "ong")
    (tmp_path / "vong").symlink_to(tmp_path / "vong")
    (tmp_path / "dut").symlink_to(tmp_path / "khong-co")
    for name in (".", "ong", "vong", "dut", "khong-co", "x" * 300):
        with pytest.raises(ToolError, match="không") as told:
            import_portal([tmp_path / name], tmp_path / "out", TODAY)
        assert in_vietnamese(str(told.value).partition("(")[2] or str(told.value))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("out", ["tep/con", "x" * 300, "tep", "vong", "co", "co/../co"])
def test_tricks_with_the_folder_are_told(out: str, tmp_path: Path) -> None:
    """A folder that cannot be made, is a file, a loop or in use is told in Vietnamese, and what is there stays."""
    (tmp_path / "tep").write_text("giữ")
    (tmp_path / "vong").symlink_to(tmp_path / "vong")
    (tmp_path / "co").mkdir()
    (tmp_path / "co" / "tep").write_text("giữ")
    assert run(commands.main, ["import", "portal", str(SAVED), "--out", str(tmp_path / out)]) == 1
    assert ((tmp_path / "tep").read_text(), (tmp_path / "co" / "tep").read_text()) == ("giữ", "giữ")


def test_the_limit_of_signs_lets_real_files_through() -> None:
    """Commas and brackets are counted over the whole of a value; a file of ten thousand records has fewer."""
    data = json.dumps([{"ma_thu_tuc": "1.000001", "a": "một, hai, ba"}] * 10_000).encode()
    assert len(unpack.load(data, most=unpack.MAX_BYTES)) == 10_000

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.shards import FILE, Shard, merge
from generator.errors import BuildError, ToolError
from tests.builds import copy_project, run

COUNT = 3
Spoil = Callable[[list[Path]], None]


def minhbach(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in ``folder``, for the tests' day."""
    return run(sys.executable, "-m", "generator", *arguments, folder=folder)


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with its site, built whole and in three parts."""
    project = copy_project(tmp_path_factory.mktemp("phan") / "kho")
    assert minhbach(project, "build", "--out", "whole", "--quiet").returncode == 0
    for number in range(1, COUNT + 1):
        done = minhbach(project, "build", "--quiet", "--shard", f"{number}/{COUNT}", "--out", f"part-{number}")
        assert done.returncode == 0, done.stderr
    return project


def parts_in(folder: Path) -> list[Path]:
    """Return the folders of the parts, the last first."""
    return [folder / f"part-{number}" for number in range(COUNT, 0, -1)]


def test_merged_shards_are_what_one_build_gives(folder: Path) -> None:
    """The parts, in any order, make byte for byte the site of one build, and none of them is empty or all of it."""
    done = minhbach(folder, "merge", *(path.name for path in parts_in(folder)), "--out", "merged")
    assert done.returncode == 0, done.stderr
    whole = files_in(folder / "whole")
    assert files_in(folder / "merged") == whole
    for part in parts_in(folder):
        pages = [path for path in files_in(part) if path.endswith("index.html")]
        assert 0 < len(pages) < sum(path.endswith("index.html") for path in whole)


def _drop(parts: list[Path]) -> None:
    parts.pop()


def _repeat(parts: list[Path]) -> None:
    parts[-1] = parts[0]


def _other_day(parts: list[Path]) -> None:
    told = json.loads((parts[0] / FILE).read_text())
    (parts[0] / FILE).write_text(json.dumps({**told, "day": "2020-01-01"}))


def _edit(parts: list[Path]) -> None:
    page = next(path for path in parts[0].rglob("index.html"))
    page.write_bytes(page.read_bytes() + b" ")


def _delete(parts: list[Path]) -> None:
    next(path for path in parts[0].rglob("index.html")).unlink()


def _climb(parts: list[Path]) -> None:
    told = json.loads((parts[0] / FILE).read_text())
    told["files"]["../../ngoai.txt"] = next(iter(told["files"].values()))
    (parts[0] / FILE).write_text(json.dumps(told))


def _blank(parts: list[Path]) -> None:
    (parts[0] / FILE).write_text("{}")


@pytest.mark.parametrize(
    ("spoil", "error", "words"),
    [
        (_drop, ToolError, "cần đủ 3 phần"),
        (_repeat, ToolError, "cần đủ 3 phần"),
        (_other_day, ToolError, "không cùng một lượt"),
        (_blank, ToolError, "không phải một phần"),
        (_edit, BuildError, "đã bị sửa hoặc hỏng"),
        (_delete, BuildError, "thiếu tệp"),
        (_climb, BuildError, "thiếu tệp"),
    ],
)
def test_what_does_not_fit_is_refused(
    spoil: Spoil, error: type[Exception], words: str, folder: Path, tmp_path: Path
) -> None:
    """A missing, repeated, foreign, edited or damaged part is told, and nothing is published."""
    parts = [Path(shutil.copytree(part, tmp_path / part.name)) for part in parts_in(folder)]
    spoil(parts)
    with pytest.raises(error, match=words):
        merge(parts, tmp_path / "site", tmp_path)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("text", ["", "0/2", "3/2", "1", "a/b", "1/0", "-1/2", "1/99999"])
def test_a_shard_is_a_part_of_a_number_of_parts(text: str) -> None:
    """What is no part of a whole is refused with words."""
    with pytest.raises(ToolError, match="viết phần/tổng số"):
        Shard.parse(text)


def test_every_name_belongs_to_one_shard() -> None:
    """Each record is made in one shard and no other, whatever the machine."""
    for name in ("procedures/a/1.000001.yml", "field:x", "legal/1-2020-nd-cp.yml"):
        assert sum(Shard(number, 5).has(name) for number in range(1, 6)) == 1

"""A site is put in its place whole, whatever happens."""

import errno
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import publish
from generator.errors import BuildError, ToolError
from generator.publish import MARK, publishing

FILES = 40
KILLS = 50
# Publishes numbered sites for ever; every file of a site holds its number.
PUBLISHER = f"""
import sys
from pathlib import Path
from generator.publish import publishing
number = 0
while True:
    number += 1
    with publishing(Path(sys.argv[1])) as staging:
        for index in range({FILES}):
            (staging / f"{{index}}.html").write_text(str(number))
        (staging / "{MARK}").write_text(str(number))
    print(number, flush=True)
"""


def write(folder: Path, text: str) -> None:
    """Write the smallest site."""
    (folder / "index.html").write_text(text)
    (folder / MARK).write_text(text)


def publish_text(target: Path, text: str) -> None:
    """Publish the smallest site."""
    with publishing(target) as staging:
        write(staging, text)


def text_of(target: Path) -> str:
    """Return what the site says."""
    return (target / "index.html").read_text()


def neighbours(target: Path) -> set[str]:
    """Return the names beside the site."""
    return {path.name for path in target.parent.iterdir()}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return the place of a site, with a site of before in it."""
    place = tmp_path / "site"
    publish_text(place, "cũ")
    return place


@pytest.mark.parametrize("exchange", [True, False])
def test_new_site_takes_the_place(target: Path, monkeypatch: pytest.MonkeyPatch, *, exchange: bool) -> None:
    """The new site stands alone in the place of the old one, exchanged in one step or by two renames."""
    if not exchange:
        monkeypatch.setattr(publish, "_exchange_names", lambda *_names: False)
    publish_text(target, "mới")
    assert text_of(target) == "mới"
    assert neighbours(target) == {"site", ".site.lock"}


def test_failure_leaves_the_old_site(target: Path) -> None:
    """A build that fails half-way leaves the old site, and nothing beside it."""

    def fail() -> None:
        with publishing(target) as staging:
            write(staging, "dở")
            message = "hỏng"
            raise ValueError(message)

    with pytest.raises(ValueError, match="hỏng"):
        fail()
    assert text_of(target) == "cũ"
    assert neighbours(target) == {"site", ".site.lock"}


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "đĩa đã đầy"), (errno.EROFS, "chỉ cho đọc"), (errno.EACCES, "quyền ghi")]
)
def test_disk_refuses(target: Path, number: int, words: str) -> None:
    """A disk that refuses is named in the message, and the old site stands."""

    def fill() -> None:
        with publishing(target):
            raise OSError(number, os.strerror(number))

    with pytest.raises(BuildError, match=words):
        fill()
    assert text_of(target) == "cũ"


def test_two_builds_at_once(target: Path) -> None:
    """A second build of the same place is told to wait, and the first one ends well."""
    with publishing(target) as staging:
        write(staging, "mới")
        with pytest.raises(ToolError, match="lượt tạo trang khác"):
            publish_text(target, "chen ngang")
    assert text_of(target) == "mới"


def test_stopped_between_two_renames(target: Path) -> None:
    """When a run was stopped between its two renames, the next run starts from the old site."""
    target.rename(target.with_name(".site.old"))
    with pytest.raises(ValueError, match="hỏng"), publishing(target):
        assert text_of(target) == "cũ"
        raise ValueError("hỏng")
    assert text_of(target) == "cũ"


def test_foreign_folder_is_refused(tmp_path: Path) -> None:
    """A folder that holds something else than a site is not touched."""
    (tmp_path / "thư").mkdir()
    (tmp_path / "thư" / "quan trọng.txt").write_text("giữ")
    with pytest.raises(ToolError, match="có sẵn tệp khác"):
        publish_text(tmp_path / "thư", "mới")
    assert (tmp_path / "thư" / "quan trọng.txt").read_text() == "giữ"


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 là của Unix")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Killed at 50 random moments, the place holds one whole site each time."""
    target = tmp_path / "site"
    moments = random.Random(20_261_121)  # noqa: S311
    for _kill in range(KILLS):
        with subprocess.Popen([sys.executable, "-c", PUBLISHER, str(target)], stdout=subprocess.PIPE) as process:  # noqa: S603
            assert process.stdout
            process.stdout.readline()
            time.sleep(moments.uniform(0, 0.02))
            process.kill()
        numbers = {path.read_text() for path in target.iterdir()}
        assert len(list(target.iterdir())) == FILES + 1
        assert len(numbers) == 1

"""A site is put in its place whole, whatever happens."""

import errno
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import publish, trees
from generator.errors import BuildError, ToolError
from generator.publish import MARK, hold, prepare, publishing, put
from generator.trees import mark_of
from tests.builds import ROOT
from tests.publications import VERSIONS, advance, cannot_exchange, content_of, marks

KILLS = 50
OLD, NEW = VERSIONS[0], VERSIONS[1]
PAGE = "thu-tuc/3/index.html"  # the same in OLD and NEW
CHANGED = "thu-tuc/1/index.html"  # in NEW of its own content
unix = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 là của Unix")


def neighbours(target: Path) -> set[str]:
    """Return the names beside the site."""
    return {path.name for path in target.parent.iterdir()}


@pytest.fixture(params=["exchange", "rename"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exchange in one step, or by two renames."""
    if request.param == "rename":
        monkeypatch.setattr(publish, "_exchange_names", cannot_exchange)


@pytest.mark.usefixtures("_way")
def test_new_site_takes_the_place(target: Path, memory: Path) -> None:
    """The new site stands in the place of the old one, which lies beside it for the next build."""
    for site in (NEW, OLD, VERSIONS[2], NEW):
        assert advance(target, memory, site)
        assert content_of(target) == site
        assert neighbours(target) == {"site", ".site.lock", ".site.old"}


def test_first_site(tmp_path: Path) -> None:
    """Where nothing was, or an empty folder, the site stands alone."""
    for name in ("một", "hai"):
        (tmp_path / "hai").mkdir(exist_ok=True)
        advance(tmp_path / name, tmp_path / "nhớ", NEW)
        assert content_of(tmp_path / name) == NEW


def test_what_the_spare_holds_is_not_written(target: Path, memory: Path) -> None:
    """A page that is the same in the spare stays the file that it was, with its time; one that came back is young."""
    spare = target.with_name(".site.old")
    before = {path: (spare / path).stat() for path in (PAGE, CHANGED)}
    time.sleep(0.02)  # longer than the clock of any file system's times stands still
    with publishing(target, memory) as staging:
        assert staging.finish(marks(NEW), set())
    after = {path: (target / path).stat() for path in (PAGE, CHANGED)}
    assert content_of(target) == NEW
    assert [after[path].st_ino for path in after] == [before[path].st_ino for path in before]
    assert after[PAGE].st_mtime_ns == before[PAGE].st_mtime_ns
    assert after[CHANGED].st_mtime_ns > before[CHANGED].st_mtime_ns


def test_a_copied_page_keeps_its_time(target: Path, memory: Path) -> None:
    """A page that is copied from one tree to the other is no newer for a browser, and is a file of its own."""
    shutil.rmtree(target.with_name(".site.old"))
    before = (target / PAGE).stat()
    advance(target, memory, NEW)
    after = (target / PAGE).stat()
    assert (after.st_mtime_ns, after.st_nlink) == (before.st_mtime_ns, 1)
    assert after.st_ino != before.st_ino


def test_nothing_to_do(target: Path, memory: Path) -> None:
    """When the site is already as it is to be, nothing changes on the disk, and the spare stays."""
    before, spare = target.stat(), target.with_name(".site.old").stat()
    remembered = memory.stat()
    assert not advance(target, memory, OLD)
    assert target.stat() == before
    assert target.with_name(".site.old").stat().st_ino == spare.st_ino
    assert memory.stat() == remembered


def test_hold(target: Path, memory: Path) -> None:
    """A site holds what was published, until a file is changed, lost or added right in it."""
    assert hold(target, memory, marks(OLD))
    assert not hold(target, memory, marks(NEW))
    assert not hold(target, memory.with_name("khác"), marks(OLD))
    assert not hold(target.with_name(".site.old"), memory, marks(OLD))
    assert not hold(target / "không có", memory, marks(OLD))
    (target / "CNAME").write_text("x")
    assert not hold(target, memory, marks(OLD))


@pytest.mark.parametrize("has_spare", [True, False])
def test_prepare(target: Path, memory: Path, *, has_spare: bool) -> None:
    """A spare can be made ahead of the next change, which then copies nothing; the site is not touched."""
    if not has_spare:
        shutil.rmtree(target.with_name(".site.old"))
    before, remembered = target.stat(), memory.read_bytes()
    prepare(target, memory)
    assert target.stat() == before
    assert content_of(target.with_name(".site.old")) == (NEW if has_spare else OLD)
    assert (memory.read_bytes() == remembered) == has_spare
    page = (target.with_name(".site.old") / PAGE).stat().st_ino
    advance(target, memory, NEW)
    assert (target / PAGE).stat().st_ino == page
    assert content_of(target) == NEW


def test_prepare_nothing(tmp_path: Path) -> None:
    """Where no site is, no spare is made."""
    prepare(tmp_path / "site", tmp_path / "nhớ")
    assert neighbours(tmp_path / "site") == {".site.lock"}


def leave(target: Path, memory: Path) -> None:
    """Write half a site and fail."""
    with publishing(target, memory) as staging:
        put(staging.folder, PAGE, b"")
        message = "hỏng"
        raise ValueError(message)


def test_failure_leaves_the_old_site(target: Path, memory: Path) -> None:
    """A build that fails half-way leaves the old site, and nothing half-made beside it; the next one is right."""
    with pytest.raises(ValueError, match="hỏng"):
        leave(target, memory)
    assert content_of(target) == OLD
    assert neighbours(target) == {"site", ".site.lock"}
    assert advance(target, memory, NEW)


def test_unfinished_is_not_published(target: Path, memory: Path) -> None:
    """What was written but not finished is not published."""
    with publishing(target, memory) as staging:
        put(staging.folder, PAGE, b"")
    assert content_of(target) == OLD
    assert neighbours(target) == {"site", ".site.lock"}


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        ({"mới.html": mark_of(b"x")}, set()),
        ({PAGE: mark_of(b"x")}, set()),
        ({"mới.html": mark_of(b"x")}, {"mới.html"}),
        ({"dở.html": mark_of(b"xx")}, {"dở.html"}),
    ],
    ids=["unknown", "of another content", "said to be written", "written by half"],
)
def test_missing_content_is_told(target: Path, memory: Path, wanted: dict[str, trees.Mark], written: set[str]) -> None:
    """A file that nobody has whole stops the publication by its name."""

    def finish() -> None:
        with publishing(target, memory) as staging:
            put(staging.folder, "dở.html", b"x")
            staging.finish(marks(OLD) | wanted, written)

    with pytest.raises(BuildError, match=f"{next(iter(wanted))}.*Trang cũ vẫn nguyên"):
        finish()
    assert content_of(target) == OLD


REFUSALS = {errno.ENOSPC: "đĩa đã đầy", errno.EROFS: "chỉ cho đọc", errno.EACCES: "quyền ghi"}


@pytest.mark.parametrize("number", REFUSALS)
@pytest.mark.parametrize("step", ["write", "mkdir", "utime", "fsync", "rename"])
def test_disk_refuses(target: Path, memory: Path, number: int, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that refuses at any step is named in the message, the old site stands, and the next build is right."""
    shutil.rmtree(target.with_name(".site.old"))

    def refuse(*_arguments: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(*((publish, "_exchange_names") if step == "rename" else (os, step)), refuse)
        with pytest.raises(BuildError, match=f"{REFUSALS[number]}. Trang cũ vẫn nguyên"):
            advance(target, memory, NEW)
    assert content_of(target) == OLD
    assert neighbours(target) == {"site", ".site.lock"}
    advance(target, memory, NEW)
    assert content_of(target) == NEW


def test_second_rename_fails(target: Path, memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the second of two renames fails, the first one is undone at once."""
    rename = Path.rename

    def refuse(path: Path, other: Path) -> Path:
        if path.name == ".site.new":
            raise OSError(errno.EACCES, "")
        return rename(path, other)

    monkeypatch.setattr(publish, "_exchange_names", cannot_exchange)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(BuildError, match="quyền ghi"):
        advance(target, memory, NEW)
    assert content_of(target) == OLD


def test_parent_is_read_only(target: Path, memory: Path) -> None:
    """Where nothing can be made beside the site, that is said."""
    target.parent.chmod(0o500)
    if os.access(target.parent, os.W_OK):
        pytest.skip("root được ghi vào mọi nơi")
    with pytest.raises(BuildError, match="quyền ghi"):
        advance(target, memory, NEW)
    assert content_of(target) == OLD
    target.parent.chmod(0o700)


@unix
def test_two_builds_at_once(target: Path, memory: Path) -> None:
    """A second build of the same place is told to wait, and the first one ends well."""
    with publishing(target, memory) as staging:
        put(staging.folder, MARK, b"1")
        with pytest.raises(ToolError, match="lượt tạo trang khác"):
            advance(target, memory, OLD)
        staging.finish({MARK: mark_of(b"1")}, {MARK})
    assert content_of(target) == {MARK: b"1"}


def test_stopped_between_two_renames(target: Path, memory: Path) -> None:
    """When a run was stopped between its two renames, the next run starts from the old site."""
    target.with_name(".site.old").rename(target.with_name(".site.new"))
    target.rename(target.with_name(".site.old"))
    with pytest.raises(ValueError, match="hỏng"):
        leave(target, memory)
    assert content_of(target) == OLD


def test_foreign_folder_is_refused(tmp_path: Path, memory: Path) -> None:
    """A folder that holds something else than a site is not touched, nor is a file."""
    (tmp_path / "thư").mkdir()
    (tmp_path / "thư" / "quan trọng.txt").write_text("giữ")
    for name, words in (("thư", "có sẵn tệp khác"), ("thư/quan trọng.txt", "là một tệp")):
        with pytest.raises(ToolError, match=words):
            advance(tmp_path / name, memory, NEW)
    assert content_of(tmp_path / "thư") == {"quan trọng.txt": "giữ".encode()}


def test_a_link_leads_to_the_place(target: Path, memory: Path, tmp_path: Path) -> None:
    """A target that is a link to the site is not replaced: the site that it leads to is."""
    (tmp_path / "lối").symlink_to(target)
    advance(tmp_path / "lối", memory, NEW)
    assert (tmp_path / "lối").is_symlink()
    assert content_of(target) == NEW


@unix
@pytest.mark.parametrize("can_exchange", [True, False])
def test_stopped_at_each_step(tmp_path: Path, *, can_exchange: bool) -> None:
    """Stopped before each single step on the disk, the place holds one whole site, and the next build is right."""
    code = f"stop_at_each_step(Path({str(tmp_path)!r}), can_exchange={can_exchange})"
    script = f"from pathlib import Path; from tests.publications import stop_at_each_step; print({code})"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100


@unix
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Killed at 50 random moments, the place holds one whole site each time, and the next build is right."""
    target, memory = tmp_path / "site", tmp_path / "memory"
    code = f"run_on(Path({str(target)!r}), Path({str(memory)!r}))"
    script = f"from pathlib import Path; from tests.publications import run_on; {code}"
    moments = random.Random(20_261_121)  # noqa: S311
    for kill in range(KILLS):
        with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE) as process:  # noqa: S603
            assert process.stdout
            process.stdout.readline()
            time.sleep(moments.uniform(0, 0.02))
            process.kill()
        assert content_of(target) in VERSIONS
        advance(target, memory, VERSIONS[kill % 4])
        assert content_of(target) == VERSIONS[kill % 4]

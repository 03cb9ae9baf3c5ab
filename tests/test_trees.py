"""Files get into a tree whole, and a tree is known again."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator import trees
from generator.errors import BuildError
from generator.trees import Mark, Tree, discard, mark_of, marks_of, put, recall, remember, remove, root_of, strays
from tests.publications import content_of


def test_mark(tmp_path: Path) -> None:
    """A mark is 16 bytes of digest and the size; what ``put`` returns is what a reader of the file finds."""
    mark = put(tmp_path, "a/b.html", b"trang")
    assert mark == mark_of(b"trang")
    assert (len(mark.digest), mark.size) == (16, 5)
    assert marks_of(tmp_path) == {"a/b.html": mark}
    assert mark_of(b"trane") != mark


def test_put_makes_a_new_file(tmp_path: Path) -> None:
    """Who has the former file open reads it to its end; a link at its place is not followed."""
    put(tmp_path, "a.html", b"1")
    with (tmp_path / "a.html").open("rb") as reader:
        put(tmp_path, "a.html", b"2")
        assert reader.read() == b"1"
    (tmp_path / "l.html").symlink_to(tmp_path / "a.html")
    put(tmp_path, "l.html", b"3")
    assert content_of(tmp_path) == {"a.html": b"2", "l.html": b"3"}


def test_put_makes_room(tmp_path: Path) -> None:
    """A file takes the place of a folder, and a folder that of a file."""
    put(tmp_path, "a/b/c.html", b"1")
    put(tmp_path, "a", b"2")
    assert content_of(tmp_path) == {"a": b"2"}
    put(tmp_path, "a/b/c/d.html", b"3")
    assert content_of(tmp_path) == {"a/b/c/d.html": b"3"}


def test_put_by_several_at_once(tmp_path: Path) -> None:
    """Several may put files below one folder that is not there yet, even where a file stands in its place."""
    for turn in range(20):
        put(tmp_path, f"{turn}", b"")
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda name: put(tmp_path, f"{turn}/{name % 3}/{name}.html", b"x"), range(24)))  # noqa: B023
        assert len(list(tmp_path.glob(f"{turn}/*/*.html"))) == 24


@pytest.mark.parametrize("path", ["../a.html", "a/../../b", "/goc/a", "C:/a", "a\\..\\..\\b", ".."])
def test_no_way_out(tmp_path: Path, path: str) -> None:
    """A path that leads out of the tree is refused, for writing and for removing."""
    with pytest.raises(BuildError, match="ra ngoài trang"):
        put(tmp_path / "site", path, b"")
    with pytest.raises(BuildError, match="ra ngoài trang"):
        remove(tmp_path / "site", path)
    assert content_of(tmp_path) == {}
    put(tmp_path, "a..b/..c", b"")


def test_a_part_written_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk takes only parts of a content, the rest follows, or the cause is told."""
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, content: write(file, bytes(content[:2])))
    assert put(tmp_path, "a", b"12345") == mark_of(b"12345")
    assert (tmp_path / "a").read_bytes() == b"12345"
    room = iter([2])

    def fill(file: int, content: bytes) -> int:
        if next(room, None):
            return write(file, bytes(content[:2]))
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "write", fill)
    with pytest.raises(OSError, match="28"):
        put(tmp_path, "b", b"12345")


def test_remove(tmp_path: Path) -> None:
    """A removed file takes the folders with it that are then empty, and no others."""
    for path in ("a/b/c/1", "a/2", "d"):
        put(tmp_path, path, b"")
    for path in ("a/b/c/1", "not/there", "d/below", "a"):
        remove(tmp_path, path)
    assert content_of(tmp_path) == {"a/2": b"", "d": b""}
    remove(tmp_path, "a/2")
    assert content_of(tmp_path) == {"d": b""}


def test_discard_a_link(tmp_path: Path) -> None:
    """Of a link to a folder the link is removed, not what it leads to."""
    put(tmp_path, "a/b", b"")
    (tmp_path / "l").symlink_to(tmp_path / "a")
    assert root_of(tmp_path / "l") == ""
    discard(tmp_path / "l")
    discard(tmp_path / "l")
    assert content_of(tmp_path) == {"a/b": b""}
    assert strays(tmp_path, ["x/b"]) == {"a"}


def test_memory_goes_round(tmp_path: Path) -> None:
    """What is remembered is recalled, and nothing is left beside it."""
    tree = Tree("1:2", {"trang/à": Mark(b"d" * 16, 3)}, {"trang/à": 1_700_000_000_123_456_789})
    remember(tmp_path / "a" / "m", [tree])
    assert recall(tmp_path / "a" / "m") == {"1:2": tree}
    assert list((tmp_path / "a").iterdir()) == [tmp_path / "a" / "m"]


def test_memory_that_is_no_file(tmp_path: Path) -> None:
    """A folder in the place of the memory is nothing to recall."""
    assert recall(tmp_path) == {}


def test_lost(tmp_path: Path) -> None:
    """Of a tree those files are lost that are gone, or of another size or time."""
    marks = {path: put(tmp_path, path, b"x") for path in ("same", "gone", "longer", "later")}
    times = {path: (tmp_path / path).stat().st_mtime_ns for path in marks}
    tree = trees.Tree(root_of(tmp_path), marks, times)
    assert tree.is_whole(tmp_path)
    (tmp_path / "gone").unlink()
    (tmp_path / "longer").write_bytes(b"xx")
    os.utime(tmp_path / "longer", ns=(times["longer"], times["longer"]))
    os.utime(tmp_path / "later", ns=(0, times["later"] + 1))
    assert tree.lost(tmp_path, marks) == {"gone", "longer", "later"}
    assert not tree.is_whole(tmp_path)

"""Publications after a memory went wrong, and after hands changed the site or the spare."""

import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import trees
from generator.digests import digest
from generator.errors import BuildError
from generator.publish import MARK, hold
from generator.trees import mark_of, marks_of, recall, remember
from tests.publications import VERSIONS, Version, advance, content_of, marks

OLD, NEW = VERSIONS[0], VERSIONS[1]
PAGE = "thu-tuc/3/index.html"  # the same in OLD and NEW


def spoil_shape(memory: Path) -> None:
    """Write a whole memory of another shape."""
    body = b"\x81\xa1a\x01"
    memory.write_bytes(trees.HEADER + digest(body) + body)


def spoil_sizes(memory: Path) -> None:
    """Remember wrong sizes of all files."""
    kept = [
        trees.Tree(each.root, {path: mark._replace(size=9) for path, mark in each.marks.items()}, each.times)
        for each in recall(memory).values()
    ]
    remember(memory, kept)


def spoil_digests(memory: Path) -> None:
    """Remember of all files that they hold what NEW holds, and their times as they are."""
    kept = [trees.Tree(each.root, marks(NEW), dict.fromkeys(NEW, 1)) for each in recall(memory).values()]
    remember(memory, kept)


SPOILERS: list[Callable[[Path], object]] = [
    lambda memory: memory.unlink(),
    lambda memory: memory.write_bytes(b""),
    lambda memory: memory.write_bytes(memory.read_bytes()[:-1]),
    lambda memory: memory.write_bytes(memory.read_bytes()[:20]),
    lambda memory: memory.write_bytes(random.Random(1).randbytes(5000)),  # noqa: S311
    lambda memory: memory.write_bytes(memory.read_bytes().replace(b"thu-tuc/1", b"thu-tuc/2")),
    lambda memory: memory.write_bytes(memory.read_bytes()[len(trees.HEADER) + 16 :]),
    spoil_shape,
    spoil_sizes,
    spoil_digests,
]


@pytest.mark.parametrize("spoil", SPOILERS)
def test_memory_is_wrong(target: Path, memory: Path, spoil: Callable[[Path], object]) -> None:
    """A memory that is lost, torn, foreign or false makes no wrong page, to and fro."""
    spoil(memory)
    for site in (NEW, OLD, NEW):
        advance(target, memory, site)
        assert content_of(target) == site


def test_memory_of_a_false_content(target: Path, memory: Path) -> None:
    """A memory that is false in content only is found out when a file is copied, and the next build is right."""
    shutil.rmtree(target.with_name(".site.old"))
    (tree,) = (each for each in recall(memory).values() if each.marks == marks(OLD))
    remember(memory, [trees.Tree(tree.root, {**tree.marks, PAGE: mark_of(b"CHUNG")}, tree.times)])
    with pytest.raises(BuildError, match=f"{PAGE}.*hãy chạy lại"):
        advance(target, memory, {**NEW, PAGE: b"CHUNG"})
    assert content_of(target) == OLD
    advance(target, memory, {**NEW, PAGE: b"CHUNG"})
    assert content_of(target) == {**NEW, PAGE: b"CHUNG"}


def remake(target: Path) -> None:
    """Remove the site and make another one by hand, of the same names and sizes; its inode may be the same."""
    shutil.rmtree(target)
    for path, content in OLD.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content.upper())


def empty(target: Path) -> None:
    """Leave the folder, with nothing in it."""
    shutil.rmtree(target)
    target.mkdir()


def make_a_folder(target: Path) -> None:
    """Put a folder in the place of a page."""
    (target / PAGE).unlink()
    (target / PAGE / "x").mkdir(parents=True)


def make_a_link(target: Path) -> None:
    """Put a link in the place of a page."""
    (target / PAGE).unlink()
    (target / PAGE).symlink_to(target / MARK)


def edit_passing(target: Path) -> None:
    """Write something else into the page that no other version has."""
    for path in target.glob("chi-co/*/index.html"):
        path.write_bytes(b"bi sua")


def make_links(target: Path) -> None:
    """Put the site elsewhere, and a link to it in its place."""
    target.rename(target.with_name("nơi khác"))
    target.symlink_to(target.with_name("nơi khác"))


HANDS: list[Callable[[Path], object]] = [
    lambda target: (target / PAGE).unlink(),
    lambda target: (target / PAGE).write_bytes(b"bi sua"),
    lambda target: (target / PAGE).write_bytes(b"CHUNG"),
    lambda target: (target / "CNAME").write_bytes(b""),
    lambda target: shutil.rmtree(target / "thu-tuc"),
    make_a_folder,
    make_a_link,
    edit_passing,
    make_links,
    remake,
    empty,
    shutil.rmtree,
]


@pytest.mark.parametrize("site", [OLD, NEW], ids=["same", "other"])
@pytest.mark.parametrize("name", ["site", ".site.old"])
@pytest.mark.parametrize("spoil", HANDS)
def test_changed_by_hand(target: Path, memory: Path, spoil: Callable[[Path], object], name: str, site: Version) -> None:
    """Whatever hands do to the site or to the spare, the next builds are right, to and fro."""
    advance(target, memory, VERSIONS[2])
    advance(target, memory, OLD)
    spoil(target.with_name(name))
    for each in (site, NEW, VERSIONS[3], OLD):
        advance(target, memory, each)
        assert content_of(target) == each


@given(st.lists(st.integers(0, len(VERSIONS) - 1), min_size=2, max_size=8))
def test_the_way_does_not_matter(numbers: list[int]) -> None:
    """After any versions one after the other, the last one is as if it was the first; all is remembered rightly."""
    with tempfile.TemporaryDirectory() as folder:
        target, memory = Path(folder, "site"), Path(folder, "memory")
        for number in numbers:
            advance(target, memory, VERSIONS[number])
        assert content_of(target) == VERSIONS[numbers[-1]]
        assert hold(target, memory, marks(VERSIONS[numbers[-1]]))
        for tree in recall(memory).values():
            place = next(each for each in Path(folder).iterdir() if trees.root_of(each) == tree.root)
            assert marks_of(place) == tree.marks

"""After any edit, a build that remembers gives the same site as one that does not."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from generator.model import KINDS, Kind
from tests.builds import SAMPLE
from tests.edits import BARE, DATA, DAYS, EDITS, FULL, THEME, Edit, plant
from tests.hostile import plant as fill
from tests.living import Living, compiling_once, differing
from tests.publications import Version

STEPS = 10
FEW = 15  # of the 43 records and lists of the sample


@pytest.fixture(scope="module", autouse=True)
def _fast() -> Iterator[None]:
    """Compile no template twice in this module."""
    with compiling_once():
        yield


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Living:
    """Return the one project that all edits are made to, one after the other."""
    home = Living(tmp_path_factory.mktemp("sửa") / "kho")
    plant(home)
    return home


@pytest.fixture(scope="module")
def at_first(lasting: Living) -> Version:
    """Return the site of the project without an edit, built cold."""
    found = lasting.cold()
    assert not isinstance(found, str), found
    return found


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_an_edit_gives_what_a_first_build_gives(edit: Edit, lasting: Living, at_first: Version) -> None:
    """Each file of the site is the same as if built for the first time, after an edit and after it was taken back."""
    lasting.reset()
    plant(lasting)
    assert differing(lasting.result(), at_first) == []
    edit.do(lasting)
    cold = lasting.cold()
    assert differing(lasting.result(), cold) == []
    assert bool(differing(cold, at_first)) == edit.shows


@pytest.mark.parametrize("seed", [1])
def test_edits_pile_up(seed: int, tmp_path: Path) -> None:
    """One edit on the other, mistakes among them: at each step the site, or what is said, is that of a first build."""
    chance = random.Random(seed)  # noqa: S311
    home = Living(tmp_path / "kho")
    plant(home)
    for _ in range(STEPS):
        with suppress(AssertionError, OSError):  # another edit has left nothing to do for this one
            chance.choice((*DATA, *DATA, *DAYS, *THEME)).do(home)
        result = home.result()
        assert differing(result, home.cold()) in ([], "")
        if isinstance(result, str):
            home.reset()
            plant(home)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Living, Callable[[Kind], None]]:
    """Return a project with words in every field for them, and what changes all words in the records of a kind."""
    folder = tmp_path_factory.mktemp("chữ")
    for name in ("một", "hai"):
        fill(lambda place, name=name: f"lời {name} của {place}", SAMPLE, folder / name)  # type: ignore[misc]
    home = Living(folder / "kho", folder / "một")
    home.build()

    def change(kind: Kind) -> None:
        name = f"{kind.name}.yml" if kind.single else kind.name
        copy = shutil.copy if kind.single else shutil.copytree
        home.remove(f"data/{name}")
        copy(folder / "hai" / name, home.folder / "data" / name)

    return home, change


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_word_of_a_kind_counts(kind: Kind, filled: tuple[Living, Callable[[Kind], None]]) -> None:
    """When all words in the records of a kind are others, no page that shows one of them is left as it was."""
    home, change = filled
    change(kind)
    assert differing(home.result(), home.cold()) == []


def test_without_an_edit_nothing_is_made(home: Living) -> None:
    """A build with nothing to do makes no page and leaves the very folder of the site where it is."""
    before = home.site.stat()
    for look in (True, False):
        outcome = home.build(look=look)
        assert (outcome.made, outcome.is_new) == (0, False)
    assert (home.site.stat().st_ino, home.site.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_touched_file_is_no_edit(home: Living) -> None:
    """Only contents count: with other times of all files there is nothing to do."""
    for path in home.folder.rglob("*"):
        if "site" not in path.parts and path.is_file():
            path.touch()
    assert (home.build().made, home.build(look=False).made) == (0, 0)


def test_a_title_makes_few_pages(home: Living) -> None:
    """A title that two lists show is a matter of few pages; the others are not made again."""
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    outcome = home.build()
    assert outcome.is_new
    assert 0 < outcome.made < FEW


def test_a_comment_makes_no_other_page(home: Living) -> None:
    """A comment in a record is a matter of this record's pages alone."""
    home.replace(FULL, "purpose:", "# ghi chú\npurpose:")
    assert 0 < home.build().made < 5


def test_going_back_to_a_former_state(home: Living) -> None:
    """An edit that is taken back gives the former site again, as a new one."""
    former = home.result()
    home.replace(FULL, "title: Cấp giấy", "title: Cấp mới giấy")
    assert home.build().is_new
    home.replace(FULL, "title: Cấp mới giấy", "title: Cấp giấy")
    assert home.build().is_new
    assert differing(home.result(), former) == []

"""Work is shared among processes without anybody noticing, whatever happens to them."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.build import crew, tasks
from generator.build.crew import share
from generator.errors import BuildError
from generator.facts import Facts
from generator.render import record_pages
from tests.edits import BARE, FULL
from tests.living import Living, compiling_once, differing
from tests.publications import Version, content_of

pytestmark = [
    pytest.mark.skipif(not crew.CAN_FORK, reason="hệ thống này không tách tiến trình"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning"),
]
LONGEST = 10.0
PARENT = os.getpid()


class OddError(Exception):
    """What nobody expects."""


@pytest.fixture(scope="module", autouse=True)
def _fast() -> Iterator[None]:
    """Compile no template twice in this module."""
    with compiling_once():
        yield


@pytest.fixture
def _forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork for the least work, in small batches, in three processes."""
    monkeypatch.setattr(crew, "WORTH_FORKING", 1)
    monkeypatch.setattr(crew, "BATCH", 5)
    monkeypatch.setattr(crew, "workers", lambda: 3)


@pytest.fixture
def home(tmp_path: Path) -> Living:
    """Return a project of the sample that is not built."""
    return Living(tmp_path / "kho")


def in_a_child(do: Callable[[], object], path: str = "MAU-03") -> Callable[..., Iterator[object]]:
    """Return what makes the pages of a record, but does something else in a child that comes to one of them."""

    def make(place: str, record: object, facts: Facts) -> Iterator[object]:
        if path in place and os.getpid() != PARENT:
            do()
        yield from record_pages(place, record, facts)

    return make


def no_child_is_left() -> bool:
    """Tell whether all children end soon."""
    end = time.monotonic() + LONGEST
    while multiprocessing.active_children() and time.monotonic() < end:
        time.sleep(0.02)
    return not multiprocessing.active_children()


def double(number: int) -> tuple[int, int]:
    """Return who works, and twice a number."""
    return os.getpid(), 2 * number


@pytest.mark.usefixtures("_forking")
@pytest.mark.parametrize("count", [0, 1, 2, 5, 12, 13, 200])
def test_each_item_is_done_once(count: int) -> None:
    """Every item is worked on once, by children, however many there are."""
    done = list(share(double, range(count)))
    assert sorted(result for _who, result in done) == [2 * number for number in range(count)]
    assert PARENT not in {who for who, _result in done}
    assert no_child_is_left()


def test_little_work_is_done_here() -> None:
    """What is not worth a fork is done by the process itself."""
    assert {who for who, _result in share(double, range(crew.WORTH_FORKING - 1))} == {PARENT}


@pytest.mark.usefixtures("_forking")
def test_large_results_come_through() -> None:
    """Results that are larger than what a pipe holds arrive whole."""
    assert {len(result) for result in share(lambda size: b"x" * size, [3_000_000] * 20)} == {3_000_000}


@pytest.mark.usefixtures("_forking")
def test_an_exception_comes_out_as_it_is() -> None:
    """What is raised in a child is raised here, with its own type and words, and ends the others."""

    def work(number: int) -> int:
        if number == 7:
            raise OddError("bảy")
        time.sleep(0.01)
        return number

    with pytest.raises(OddError, match="bảy"):
        list(share(work, range(100)))
    assert no_child_is_left()


@pytest.mark.usefixtures("_forking")
@pytest.mark.parametrize("code", [0, 1, -signal.SIGKILL], ids=["exit 0", "exit 1", "killed"])
def test_a_child_that_dies_is_told(code: int) -> None:
    """When a child ends before its work, nothing is taken for done."""

    def work(number: int) -> int:
        if number == 7:
            os.kill(os.getpid(), -code) if code < 0 else os._exit(code)
        return number

    with pytest.raises(BuildError, match="tiến trình tạo trang đã dừng giữa chừng"):
        list(share(work, range(100)))
    assert no_child_is_left()


@pytest.mark.usefixtures("_forking")
@pytest.mark.parametrize("stop", [KeyboardInterrupt, GeneratorExit])
def test_who_stops_leaves_no_child(stop: type[BaseException]) -> None:
    """When the parent is interrupted, or wants no more, its children end."""

    def work(number: int) -> int:
        time.sleep(0.0 if number < 50 else LONGEST * 3)
        return number

    results = share(work, range(100))
    next(results)
    with pytest.raises(stop):
        results.throw(stop)  # type: ignore[attr-defined]
    assert no_child_is_left()


def built(home: Living) -> Version:
    """Build and return the site."""
    home.build()
    return content_of(home.site)


def test_forking_changes_no_byte(home: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that children have made is the same, byte for byte, as one that was made by one process."""
    monkeypatch.setattr(crew, "CAN_FORK", False)
    alone = [built(home)]
    home.replace(FULL, "title: Cấp giấy", "title: Cấp mới giấy")
    alone.append(built(home))
    home.reset()
    home.forget()
    for name, value in (("CAN_FORK", True), ("WORTH_FORKING", 1), ("BATCH", 3)):
        monkeypatch.setattr(crew, name, value)
    assert differing(built(home), alone[0]) == []
    home.replace(FULL, "title: Cấp giấy", "title: Cấp mới giấy")
    assert differing(built(home), alone[1]) == []


@pytest.mark.usefixtures("_forking")
def test_a_child_that_dies_leaves_the_old_site(home: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build whose child was killed says so in Vietnamese; the old site stands, and the next build is right."""
    before = built(home)
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    with monkeypatch.context() as patch:
        patch.setattr(tasks, "record_pages", in_a_child(lambda: os.kill(os.getpid(), signal.SIGKILL)))
        with pytest.raises(BuildError, match="tiến trình tạo trang đã dừng giữa chừng"):
            home.build()
    assert differing(content_of(home.site), before) == []
    assert differing(home.result(), home.cold()) == []


@pytest.mark.usefixtures("_forking")
def test_an_exception_leaves_the_old_site(home: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program in a child comes out of the build as it is; the old site stands."""

    def fail() -> None:
        raise OddError("lạ")

    before = built(home)
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    with monkeypatch.context() as patch:
        patch.setattr(tasks, "record_pages", in_a_child(fail))
        with pytest.raises(OddError, match="lạ"):
            home.build()
    assert differing(content_of(home.site), before) == []
    assert no_child_is_left()
    assert differing(home.result(), home.cold()) == []


@pytest.mark.usefixtures("_forking")
def test_an_interrupted_build_leaves_all_as_it_was(home: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C in the midst of a build: no child, no half site and no lock is left; the next build is right."""

    def interrupt() -> None:
        os.kill(PARENT, signal.SIGINT)
        time.sleep(LONGEST * 3)

    before = built(home)
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    with monkeypatch.context() as patch:
        patch.setattr(tasks, "record_pages", in_a_child(interrupt))
        with pytest.raises(KeyboardInterrupt):
            home.build()
    assert no_child_is_left()
    assert differing(content_of(home.site), before) == []
    assert differing(home.result(), home.cold()) == []

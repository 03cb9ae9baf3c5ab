"""Where a build keeps what it remembers: in ``.cache`` of the project, one pair of files for data and site."""

import os
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from generator.digests import digest

FOLDER = Path(".cache") / "minhbach"


def memory_of(root: Path, data: Path, target: Path) -> Path:
    """Return the file of cards, checks and pages."""
    return _name(root, data, target).with_suffix(".memory")


def trees_of(root: Path, data: Path, target: Path) -> Path:
    """Return the file of what stands in the published trees."""
    return _name(root, data, target).with_suffix(".trees")


def last_of(root: Path, data: Path, target: Path) -> Path:
    """Return the file that tells what the last build was."""
    return _name(root, data, target).with_suffix(".last")


def _name(root: Path, data: Path, target: Path) -> Path:
    name = f"{data.resolve()}\0{target.resolve()}"
    return root.resolve() / FOLDER / digest(name.encode()).hex()[:12]


def compiled(root: Path) -> Path | None:
    """Return a folder for compiled templates; None where nobody may write."""
    folder = root.resolve() / FOLDER / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def bytecode(folder: Path | None) -> FileSystemBytecodeCache | None:
    """Return what keeps compiled templates in ``folder``: by their content, for this Jinja and this Python."""
    return FileSystemBytecodeCache(str(folder)) if folder else None

"""Where a build keeps what it remembers: in ``.cache`` of the project, one pair of files for data and site."""

from pathlib import Path

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

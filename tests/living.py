"""A project that is edited and built again and again in this process, beside the same project built cold."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from types import CodeType

import jinja2
import pytest
from jinja2.bccache import Bucket

from generator.build import inventory
from generator.build.last import pages_if_unchanged
from generator.clock import VIETNAM, today
from generator.engine.build import Outcome, build
from generator.errors import BuildError
from tests.builds import NOON, ROOT, SAMPLE
from tests.publications import Version, content_of
from tests.sealing import reseal

INPUTS = ("mkdocs.yml", "docs", "overrides")
MADE = shutil.ignore_patterns(".cache", "site", ".site.*")
FIXED = {"NO_MKDOCS_2_WARNING": "1", "MINHBACH_DATA": "", "SOURCE_DATE_EPOCH": str(int(NOON.timestamp()))}


class Living:
    """A project in ``folder``; paths in it are written as people see them, such as ``data/site.yml``."""

    def __init__(self, folder: Path, data: Path = SAMPLE) -> None:
        self.folder, self._data = folder, data
        self.variables: dict[str, str] = {}
        self.reset()

    @property
    def cache(self) -> Path:
        """Where builds keep what they remember."""
        return self.folder / ".cache"

    @property
    def site(self) -> Path:
        """Where the site is built."""
        return self.folder / "site"

    def reset(self) -> None:
        """Be as at first, but for what was built and is remembered."""
        for name in (*INPUTS, "data"):
            self.remove(name)
        for name in INPUTS:
            _copy(ROOT / name, self.folder / name)
        _copy(self._data, self.folder / "data")
        self.variables = {}

    def forget(self) -> None:
        """Be without a memory and without a site."""
        for path in (self.cache, *self.folder.glob(".site*"), self.site):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def build(self, out: str = "site", *, look: bool = True) -> Outcome:
        """Build the site, as ``minhbach build`` does; without ``look`` even if there seems to be nothing to do."""
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            patch.delenv("SITE_URL", raising=False)
            for name, value in {**FIXED, **self.variables}.items():
                patch.setenv(name, value)
            pages = _pages(Path("data"), Path(out)) if look else None
            return build(Path("data"), Path(out)) if pages is None else Outcome(pages, 0, is_new=False)

    def result(self) -> Version | str:
        """Build, and return the whole site, or the words of the error."""
        try:
            self.build()
        except BuildError as error:
            return str(error)
        return content_of(self.site)

    def cold(self) -> Version | str:
        """Return what a build of a copy that has no memory gives."""
        copy = Living.__new__(Living)
        copy.folder, copy.variables = self.folder.with_name("lần đầu") / self.folder.name, self.variables
        shutil.rmtree(copy.folder, ignore_errors=True)
        shutil.copytree(self.folder, copy.folder, ignore=MADE)
        return copy.result()

    def day(self, day: str) -> None:
        """Let the build's day be ``day``."""
        noon = datetime.combine(datetime.fromisoformat(day), time(12), VIETNAM)
        self.variables["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))

    def replace(self, path: str, old: str, new: str) -> None:
        """Put ``new`` in the place of every ``old`` in a file."""
        text = (self.folder / path).read_text("utf-8")
        assert old in text, f"{path} has no {old!r}"
        (self.folder / path).write_text(text.replace(old, new), "utf-8")

    def everywhere(self, old: str, new: str) -> None:
        """Put ``new`` in the place of every ``old`` in the records and in the names of files and folders."""
        for path in sorted((self.folder / "data").rglob("*"), reverse=True):
            if path.suffix == ".yml":
                path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
            if old in path.name:
                path.rename(path.with_name(path.name.replace(old, new)))
        reseal(self.folder / "data")

    def write(self, path: str, text: str) -> None:
        """Write a file, new or not."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, "utf-8")

    def append(self, path: str, text: str) -> None:
        """Write ``text`` at the end of a file."""
        self.write(path, (self.folder / path).read_text("utf-8") + text)

    def copy(self, path: str, new: str, *changes: tuple[str, str]) -> None:
        """Copy a file under another name, with changes of its text."""
        self.write(new, (self.folder / path).read_text("utf-8"))
        for change in changes:
            self.replace(new, *change)

    def remove(self, path: str) -> None:
        """Remove a file or folder, if it is there."""
        place = self.folder / path
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)


def _pages(data: Path, out: Path) -> int | None:
    return pages_if_unchanged(Path(), data, out, inventory.take(data), today())


def differing(one: Version | str, other: Version | str) -> list[str] | str:
    """Return the paths at which two results differ, or the errors where they are no sites."""
    if isinstance(one, str) or isinstance(other, str):
        return "" if one == other else f"{str(one)[:2000]}\n≠\n{str(other)[:2000]}"
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)


_COMPILED: dict[tuple[str, str, Callable[..., object] | bool], CodeType | None] = {}


def _name(bucket: Bucket) -> tuple[str, str, Callable[..., object] | bool]:
    return bucket.key, bucket.checksum, bucket.environment.autoescape


@contextmanager
def compiling_once() -> Iterator[None]:
    """Compile each template once for all builds of this process: most of the time of a small build goes there."""

    def load(_self: object, bucket: Bucket) -> None:
        bucket.code = _COMPILED.get(_name(bucket))

    def dump(_self: object, bucket: Bucket) -> None:
        _COMPILED[_name(bucket)] = bucket.code

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.FileSystemBytecodeCache, "load_bytecode", load)
        patch.setattr(jinja2.FileSystemBytecodeCache, "dump_bytecode", dump)
        yield

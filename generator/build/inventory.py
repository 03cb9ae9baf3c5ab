"""What stands in the data folder and in the project, by digest of the content: never by its date."""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.build.browser import libraries
from generator.digests import digest, digest_of
from generator.errors import Problem
from generator.parse import Refusal
from generator.read import YAML, listed, refused

PROJECT = ("mkdocs.yml", "docs", "overrides")
PACKAGE = Path(__file__).parent.parent
SETTINGS = "mkdocs.yml"
_VARIABLE = re.compile(r"!ENV\s*\[?\s*(\w+)")
DATA_VARIABLE = "MINHBACH_DATA"  # the data folder, whose content is looked at


@dataclass(frozen=True)
class Inventory:
    """Digests of all files by path below the data folder; sizes of those that are no records; what was refused."""

    digests: dict[str, bytes]
    attachments: dict[str, int]
    problems: tuple[Problem, ...]

    @property
    def digest(self) -> bytes:
        """What tells two states of the whole folder apart."""
        return digest("\n".join(self.digests).encode() + b"".join(self.digests.values()))

    @property
    def records(self) -> list[str]:
        """The paths of the files that hold records."""
        return [path for path in self.digests if path.endswith(YAML)]


def take(data: Path) -> Inventory:
    """Look at every file below ``data``."""
    paths, problems = [], []
    for path, trouble in listed(data):
        if trouble:
            problems.append(refused(data, path, trouble))
        else:
            paths.append(path)
    found = [_look(f"{data}/{path}") for path in paths]
    for path, seen in zip(paths, found, strict=True):
        if seen is None:
            gone = Refusal("khong-doc-duoc", "không mở được tệp", "xem lại quyền truy cập của tệp")
            problems.append(refused(data, path, gone))
    digests = {path: seen[0] for path, seen in zip(paths, found, strict=True) if seen}
    sizes = {path: seen[1] for path, seen in zip(paths, found, strict=True) if seen and not path.endswith(YAML)}
    return Inventory(digests, sizes, tuple(problems))


def _look(path: str) -> tuple[bytes, int] | None:
    """Return digest and size of a file; None when it cannot be read."""
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        return digest_of(file)
    except OSError:
        return None
    finally:
        os.close(file)


def code_digest() -> bytes:
    """Return what tells two versions of our code, of Python and of the libraries apart."""
    libraries = sorted(path.name for path in Path(msgspec.__file__).parent.parent.glob("*.dist-info"))
    files = sorted(path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".md"})
    return digest("\n".join([sys.version, *libraries]).encode() + _content(files))


def project_digest(root: Path) -> bytes:
    """Return what tells two states of theme, hand-written pages, settings and browser libraries apart."""
    own = sorted(path for name in PROJECT for path in (root / name, *(root / name).rglob("*")))
    named = _VARIABLE.findall((root / SETTINGS).read_text("utf-8")) if (root / SETTINGS).is_file() else []
    variables = "\n".join(f"{name}={os.environ.get(name, '')}" for name in named if name != DATA_VARIABLE)
    names = "\n".join(str(path.relative_to(root)) for path in own)
    return digest((variables + names).encode() + _content([*own, *libraries(root).values()]))


def _content(files: list[Path]) -> bytes:
    return b"".join(digest(path.read_bytes()) for path in files if path.is_file())

"""Of which data a report is made: the commit that Git knows it by, and a digest of all files."""

import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from generator.digests import sha256_of
from generator.errors import ToolError
from generator.model.report import Commit, Origin
from generator.read import listed
from generator.reporting.parts import made

OWN_FOLDER = "reports"
# What may be frozen one after the other without a commit between is left out.
ALL_BUT_REPORTS = (".", f":(exclude){OWN_FOLDER}")


@dataclass(frozen=True)
class _Git:
    """Git as seen from the data folder."""

    program: str
    folder: Path

    def ask(self, *arguments: str) -> str | None:
        """Return what Git says; None when it refuses."""
        command = [self.program, "--no-optional-locks", "-C", str(self.folder), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  (our own words)
        return done.stdout.strip() if done.returncode == 0 else None


def origin_of(data: Path, *, uncommitted: bool) -> Origin:
    """Return where the data come from; raise ``ToolError`` when they hold what is not committed, unless allowed.

    The commit is the last one that touched the data, so that work on other things changes no report.
    """
    digest = data_digest(data)
    program = shutil.which("git")
    git = _Git(program, data) if program else None
    if git is None or git.ask("rev-parse", "--is-inside-work-tree") != "true":
        return made(Origin, digest=digest)
    commit = git.ask("log", "-1", "--format=%H", "--", *ALL_BUT_REPORTS)
    if commit and git.ask("status", "--porcelain", "--untracked-files=all", "--", *ALL_BUT_REPORTS) == "":
        return made(Origin, commit=Commit(commit), digest=digest)
    if not uncommitted:
        message = (
            f"thư mục {data} có thay đổi chưa commit, nên báo cáo không chỉ ra được dữ liệu của nó. "
            "Commit trước (git add, git commit) rồi chạy lại; nếu vẫn muốn lập ngay thì thêm --uncommitted"
        )
        raise ToolError(message)
    return made(Origin, uncommitted=True, digest=digest)


def data_digest(data: Path) -> str:
    """Return the SHA-256 of the names and contents of all data files but frozen reports."""
    lines = [
        f"{sha256_of(data / path)}  {path}\n"
        for path, trouble in listed(data)
        if not trouble and not path.startswith(f"{OWN_FOLDER}/")
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest()

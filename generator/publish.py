"""Put a built site in its place in one step: readers see the old site or the new one, whole, at every moment.

The site is built into a staging folder beside the target.  When it is complete, the two folders change names: in
one system call on Linux, elsewhere by two renames, of which the next run mends what an interruption left.  A lock
keeps two builds of the same target apart; the system drops it when its holder dies.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import BuildError, ToolError

if sys.platform != "win32":
    import fcntl

MARK = "sitemap.xml"  # stands in every finished site
AT_CURRENT_FOLDER = -100
RENAME_EXCHANGE = 2
# What the system answers when it, or the disk's file system, cannot exchange two names.
CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}
CAUSES = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết phần đĩa được cấp",
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
}


@contextmanager
def publishing(target: Path) -> Iterator[Path]:
    """Give an empty staging folder; when the block ends well, make it ``target``.

    Raises ``ToolError`` when ``target`` holds something else than a site, or another build of it is running, and
    ``BuildError`` when the disk refuses; ``target`` is then as it was.
    """
    target = target.absolute()
    refuse_foreign(target)
    staging = target.with_name(f".{target.name}.new")
    try:
        with _locked(target), _removing(staging):
            _recover(target)
            _remove(staging)
            staging.mkdir()
            yield staging
            _exchange(staging, target)
    except OSError as error:
        raise BuildError(_explain(error, target)) from error


def refuse_foreign(target: Path) -> None:
    """Refuse to take the place of a file, or of a folder that is not a site of ours."""
    if target.exists() and not target.is_dir():
        message = f"{target.name} là một tệp, không phải thư mục"
        raise ToolError(message)
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        message = f"{target.name} có sẵn tệp khác, không phải một trang đã tạo; hãy chọn thư mục khác hoặc xóa nó trước"
        raise ToolError(message)


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the lock of ``target``; raise ``ToolError`` at once when another build holds it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.with_name(f".{target.name}.lock").open("w") as file:
        if sys.platform != "win32":
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                message = f"một lượt tạo trang khác đang ghi vào {target.name}; đợi lượt ấy xong rồi chạy lại"
                raise ToolError(message) from None
        yield


@contextmanager
def _removing(folder: Path) -> Iterator[None]:
    """Leave nothing of ``folder`` behind, however the block ends."""
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _recover(target: Path) -> None:
    """Bring back the old site when a run was stopped between two renames."""
    old = _old(target)
    if old.exists() and not target.exists():
        old.rename(target)
    _remove(old)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _exchange(staging: Path, target: Path) -> None:
    """Make ``staging`` the target; what was there before ends up in ``staging``, or is removed."""
    if not target.exists():
        staging.rename(target)
        return
    if not _exchange_names(staging, target):
        target.rename(_old(target))
        staging.rename(target)
        _remove(_old(target))


def _exchange_names(one: Path, other: Path) -> bool:
    """Exchange two names in one step; return False where that cannot be done."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if rename is None:
        return False
    names = (AT_CURRENT_FOLDER, os.fsencode(one), AT_CURRENT_FOLDER, os.fsencode(other))
    if rename(*names, RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in CANNOT_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _explain(error: OSError, target: Path) -> str:
    cause = CAUSES.get(error.errno or 0, error.strerror or str(error))
    return f"không ghi được trang vào {target.name}: {cause}. Trang cũ vẫn nguyên"

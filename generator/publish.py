"""Put a built site in its place in one step: readers see the old site or the new one, whole, at every moment.

Two whole trees take turns.  Beside the target lies the spare, the site of the publication before: ``.site.old``.  A
build takes it over as ``.site.new``, writes only what differs and exchanges it with the target: in one system call on
Linux, elsewhere by two renames, of which the next run mends what an interruption left.  A ``.new`` that is found
belongs to a build that was stopped, and is thrown away.  What the trees hold is remembered outside of them, written
before the exchange for both, so that a stop at any moment leaves a whole site and a memory that is true.  A lock keeps
two builds of the same target apart; the system drops it when its holders die.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Iterator, Set
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import BuildError, ToolError
from generator.trees import (
    NO_TREE,
    Mark,
    Marks,
    Tree,
    carry,
    discard,
    put,
    recall,
    remember,
    remove,
    root_of,
    strays,
    tidy,
    time_of,
)

if sys.platform != "win32":
    import fcntl

__all__ = ["MARK", "Mark", "Staging", "hold", "prepare", "publishing", "put", "refuse_foreign"]

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


class Staging:
    """A site in the making: a tree to write into, and what need not be written.

    ``folder`` is where to ``put`` files, from any process.  ``known`` tells of the published site what can surely be
    had unwritten: the files that stand there, or in the spare, as they were left.
    """

    def __init__(self, target: Path, memory: Path) -> None:
        self.folder = _beside(target, "new")
        self._target, self._memory = target, memory
        trees = recall(memory)
        self._former = trees.get(root_of(target), NO_TREE)
        self._spare = self._take_over(trees)
        self._made: Tree | None = None
        self._is_to_keep = False
        self._lost = self._spare.lost(self.folder, self._spare.marks)
        self._kept = _without(self._spare.marks, self._lost)
        doubtful = [path for path, mark in self._former.marks.items() if self._kept.get(path) != mark]
        self.known: Marks = _without(self._former.marks, self._former.lost(target, doubtful))

    def finish(self, wanted: Marks, written: Set[str]) -> bool:
        """Make ``folder`` hold just ``wanted``, the whole site, of which ``written`` was put there in this run.

        Returns False when the published site is that already, and is to stay.  Raises ``BuildError`` when a file was
        neither written nor is known.  To be called once; what it made is published when the block ends.
        """
        if not written and self._former.marks == wanted and self._former.is_whole(self._target):
            self._is_to_keep = bool(self._spare.root)
            return False
        self._clean(wanted, written)
        self._made = Tree(root_of(self.folder), dict(wanted), self._fill(wanted, written))
        return True

    def prepare(self) -> None:
        """Make a spare of what is published, if there is none, and keep it."""
        if not self._spare.root and self.known:
            self._spare = Tree(root_of(self.folder), self.known, self._fill(self.known, set()))
            remember(self._memory, [self._former, self._spare])
        self._is_to_keep = bool(self._spare.root)

    def close(self) -> None:
        """Put what was made in its place, and the former site, or the spare that was not needed, beside it."""
        if self._made:
            remember(self._memory, [tree for tree in (self._former, self._made) if tree.root])
            _exchange(self.folder, self._target)
        if self._made or self._is_to_keep:
            _keep(self.folder, self._target)

    def _take_over(self, trees: dict[str, Tree]) -> Tree:
        """Make the spare ``folder``, or an empty one when it is not there or nothing is known of it."""
        old = _beside(self._target, "old")
        spare = trees.get(root_of(old), NO_TREE)
        discard(self.folder)
        if root_of(old):
            old.rename(self.folder)
        discard(old)  # a file or a link of that name
        if not spare.root:
            discard(self.folder)
            self.folder.mkdir()
        return spare

    def _clean(self, wanted: Marks, written: Set[str]) -> None:
        """Remove what is not wanted; look everywhere only when hands were in the spare."""
        for path in (self._spare.marks.keys() | written) - wanted.keys():
            remove(self.folder, path)
        for name in strays(self.folder, wanted):
            discard(self.folder / name)
        if self._lost:
            tidy(self.folder, wanted)

    def _fill(self, wanted: Marks, written: Set[str]) -> dict[str, int]:
        """Bring each file that was not written; return the times of all."""
        times, kept, former, spare = {}, self._kept, self._former.marks, self._spare.times
        for path, mark in wanted.items():
            if path not in written and kept.get(path) == mark == former.get(path):
                times[path] = spare[path]
            else:
                times[path] = self._bring(path, mark, is_written=path in written)
        return times

    def _bring(self, path: str, mark: Mark, *, is_written: bool) -> int:
        """See that ``path`` stands in ``folder`` with its content; return its time."""
        if not is_written and self._kept.get(path) == mark:
            os.utime(self.folder / path)  # it was not published last: a browser must not take it for older than that
        elif not is_written:
            self._carry(path, mark)
        time = time_of(f"{self.folder}/{path}", mark)
        if time is None:
            message = f"tệp {path} không được ghi trọn vẹn. Trang cũ vẫn nguyên"
            raise BuildError(message)
        return time

    def _carry(self, path: str, mark: Mark) -> None:
        """Copy a file of the published site."""
        if self.known.get(path) != mark:
            message = f"thiếu nội dung của tệp {path}; hãy chạy lại. Trang cũ vẫn nguyên"
            raise BuildError(message)
        if not carry(self._target, self.folder, path, mark):
            self._memory.unlink(missing_ok=True)  # it would be believed again
            message = f"tệp {path} trong {self._target.name} đã bị sửa; hãy chạy lại. Trang cũ vẫn nguyên"
            raise BuildError(message)


@contextmanager
def publishing(target: Path, memory: Path) -> Iterator[Staging]:
    """Give a staging tree; when the block ends well and it was finished, make it ``target``.

    ``memory`` is a file outside of the site; without it, or with a wrong one, all is the same but slower.
    Raises ``ToolError`` when ``target`` holds something else than a site, and when another build of it is running;
    ``BuildError`` when the disk refuses or the site is not complete.  ``target`` is then as it was.
    """
    try:
        target = target.resolve()
        refuse_foreign(target)
        with locked(target), _removing(_beside(target, "new")):
            _recover(target)
            staging = Staging(target, memory)
            yield staging
            staging.close()
    except OSError as error:
        raise BuildError(_explain(error, target)) from error


def prepare(target: Path, memory: Path) -> None:
    """Make the spare of ``target``, so that the next change is published at once; a no-op when it is there."""
    with publishing(target, memory) as staging:
        staging.prepare()


def hold(target: Path, memory: Path, wanted: Marks) -> bool:
    """Tell whether ``target`` holds just ``wanted``, as far as ``memory`` and the sizes and times of files tell."""
    target = target.resolve()
    tree = recall(memory).get(root_of(target), NO_TREE)
    return bool(tree.root) and tree.marks == wanted and tree.is_whole(target)


def refuse_foreign(target: Path) -> None:
    """Refuse to take the place of a file, or of a folder that is not a site of ours."""
    if target.exists() and not target.is_dir():
        message = f"{target.name} là một tệp, không phải thư mục"
        raise ToolError(message)
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        message = f"{target.name} có sẵn tệp khác, không phải một trang đã tạo; hãy chọn thư mục khác hoặc xóa nó trước"
        raise ToolError(message)


@contextmanager
def locked(target: Path) -> Iterator[None]:
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
        with suppress(OSError):
            discard(folder)


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}.{kind}")


def _without(marks: Marks, lost: set[str]) -> Marks:
    return {path: mark for path, mark in marks.items() if path not in lost} if lost else marks


def _recover(target: Path) -> None:
    """Bring back the former site when a run was stopped between two renames; its ``.new`` tells that it was."""
    if not target.exists() and root_of(_beside(target, "new")) and root_of(_beside(target, "old")):
        _beside(target, "old").rename(target)


def _keep(folder: Path, target: Path) -> None:
    """Keep ``folder``, if it is still there, as the spare."""
    with suppress(OSError):  # the site is in its place; without a spare the next build only takes longer
        folder.rename(_beside(target, "old"))


def _exchange(staging: Path, target: Path) -> None:
    """Make ``staging`` the target; what was there before ends up in ``staging``, or as the spare."""
    if not target.exists():
        staging.rename(target)
    elif not _exchange_names(staging, target):
        _rename_twice(staging, target)


def _rename_twice(staging: Path, target: Path) -> None:
    """Do it in two steps, and go back when the second one fails."""
    old = _beside(target, "old")
    try:
        target.rename(old)
        staging.rename(target)
    except BaseException:
        if not target.exists():
            old.rename(target)
        raise


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

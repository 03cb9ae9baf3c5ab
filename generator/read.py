"""Read the data folder: every YAML file as text with lines and columns, every other file by its size."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.collector import collector_paused
from generator.errors import Problem, ToolError
from generator.nodes import Mapping
from generator.parse import Refusal, parse

MAX_BYTES = 512 * 1024
YAML = ".yml"


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: ``path`` below the data folder, ``shown`` as people see it, ``root`` its top mapping."""

    path: str
    shown: str
    root: Mapping


@dataclass(frozen=True, slots=True)
class Raw:
    """All that stands in the data folder: YAML as text, other files by path and size in bytes."""

    documents: tuple[Document, ...]
    attachments: dict[str, int]
    problems: tuple[Problem, ...]
    shown_root: str
    folder: Path


@collector_paused()
def read(data_dir: Path) -> Raw:
    """Read every file below ``data_dir``; problems are collected, never raised.

    Raises ``ToolError`` when the folder itself is missing.
    """
    documents, attachments, problems = [], {}, []
    for relative, trouble in listed(data_dir):
        try:
            if trouble:
                raise trouble
            if relative.endswith(YAML):
                documents.append(load(data_dir, relative))
            else:
                attachments[relative] = (data_dir / relative).stat().st_size
        except Refusal as refusal:
            problems.append(refused(data_dir, relative, refusal))
    return Raw(tuple(documents), attachments, tuple(problems), shown_path(data_dir, ""), data_dir)


def listed(data_dir: Path) -> Iterator[tuple[str, Refusal | None]]:
    """Yield the path of every file below ``data_dir``, with a reason where it cannot be taken.

    Raises ``ToolError`` when the folder itself is missing.
    """
    if not data_dir.is_dir():
        message = f"không thấy thư mục dữ liệu {data_dir}"
        raise ToolError(message)
    start = len(os.path.join(data_dir, ""))  # noqa: PTH118  (thousands of files: no objects for paths)
    for path, trouble in _files(str(data_dir)):
        yield path[start:].replace(os.sep, "/"), trouble


def load(data_dir: Path, relative: str) -> Document:
    """Read one YAML file; raise ``Refusal`` when it is not allowed."""
    return Document(relative, shown_path(data_dir, relative), parse(_text(data_dir / relative)))


def refused(data_dir: Path, relative: str, refusal: Refusal) -> Problem:
    """Return the problem of a file that was refused."""
    shown = shown_path(data_dir, relative)
    return Problem(shown, refusal.line, refusal.column, refusal.code, "", refusal.message, refusal.hint)


def shown_path(data_dir: Path, relative: str) -> str:
    """Return the path as people see it, with odd bytes and control characters made harmless."""
    root = Path(data_dir.name or "data") if data_dir.is_absolute() else data_dir
    return harmless((root / relative).as_posix())


def harmless(text: str) -> str:
    """Return ``text`` with what is not printable as question marks."""
    readable = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(char if char.isprintable() else "?" for char in readable)


def _files(folder: str) -> Iterator[tuple[str, Refusal | None]]:
    """Walk ``folder`` in sorted order; names that begin with a dot are passed over."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder, Refusal("khong-doc-duoc", "không mở được thư mục", "xem lại quyền truy cập của thư mục")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield entry.path, Refusal("lien-ket", "là một liên kết (symlink)", "thay bằng tệp thật")
        elif entry.is_dir():
            yield from _files(entry.path)
        elif not entry.is_file():
            yield entry.path, Refusal("tep-la", "không phải một tệp thường", "xóa khỏi thư mục dữ liệu")
        else:
            yield entry.path, None


def _text(path: Path) -> str:
    """Return the file's text: UTF-8, with or without BOM, any line ends; refuse what is too big or not text."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        raise Refusal("khong-doc-duoc", "không mở được tệp", "xem lại quyền truy cập của tệp") from None
    if len(data) > MAX_BYTES:
        raise Refusal("tep-qua-lon", "tệp lớn hơn 512 KB", "chia thành nhiều tệp nhỏ hơn")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refusal(
            "khong-phai-utf8", "có ký tự không thuộc bảng mã UTF-8", "lưu lại tệp với bảng mã UTF-8", line
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")

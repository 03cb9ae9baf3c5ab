"""Write a data folder: only below a folder that is new or empty, only at paths of our own making."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from generator.errors import ToolError
from generator.importers.portal.troubles import words_of
from generator.read import MAX_BYTES, harmless

# site.yml, legal/59-2020-qh14.yml, procedures/bo-tai-chinh/1.009664.yml
PLACE = re.compile(r"(?:[a-z-]+/(?:[a-z0-9-]+/)?)?[A-Za-z0-9](?:[A-Za-z0-9-]|\.(?!\.))*\.yml")


def refuse_used(out: Path) -> None:
    """Raise ``ToolError`` when ``out`` is a file or a folder that holds anything."""
    try:
        if (out.exists() or out.is_symlink()) and (not out.is_dir() or any(out.iterdir())):
            raise ToolError(f"{harmless(str(out))} đã có nội dung; chọn một thư mục mới hoặc trống cho --out")
    except OSError as error:
        raise ToolError(f"không dùng được thư mục {harmless(str(out))} ({words_of(error)})") from None


def refuse_taken(path: Path) -> None:
    """Raise ``ToolError`` when something stands at ``path`` already."""
    if os.path.lexists(path):
        raise ToolError(f"{harmless(str(path))} đã có; chọn tên tệp khác cho --json")


def write(out: Path, files: Mapping[str, str]) -> None:
    """Write ``files``, by path below ``out``; nothing that stands there is written over."""
    for place, text in files.items():
        if not PLACE.fullmatch(place) or len(text.encode()) > MAX_BYTES:
            raise ToolError(f"không ghi {place[:80]}: tên tệp lạ hoặc nội dung lớn hơn {MAX_BYTES // 1024} KB")
        write_new(out / place, text)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, and the folders above it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise ToolError(f"không ghi được {harmless(str(path))} ({words_of(error)})") from None

"""While serving: take up changed code, and outlive mistakes."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import Abort

log = logging.getLogger("mkdocs.plugins.minhbach")
PACKAGE = Path(__file__).parent.parent


def rebuilding(build: Callable[[], None]) -> Callable[[], None]:
    """Return ``build`` so that it uses the code as it is now, and so that a failure leaves the last good site open."""
    state = _state()

    def rebuild() -> None:
        nonlocal state
        if (now := _state()) != state:
            state = now
            _forget()
        try:
            build()
        except Abort:
            log.warning("Trang đang mở vẫn là bản trước. Sửa chỗ sai ở trên, trang sẽ tự tạo lại.")

    return rebuild


def _state() -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in PACKAGE.rglob("*.py")}


def _forget() -> None:
    """Drop our modules, so that MkDocs loads the plugin, and all that it uses, anew."""
    for name in [name for name in sys.modules if name.split(".")[0] == "generator"]:
        del sys.modules[name]

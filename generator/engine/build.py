"""Run MkDocs for the command line: build and serve with the folders that were asked for."""

import logging
import os
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.errors import BuildError, ToolError
from generator.publish import publishing

CONFIG = Path("mkdocs.yml")
DATA_VARIABLE = "MINHBACH_DATA"  # read by mkdocs.yml


def build(data: Path, out: Path) -> int:
    """Build the site and put it at ``out`` in one step; return the number of pages.

    Raises ``BuildError`` when anything is not right, ``ToolError`` when ``out`` holds something else than a site;
    what stood at ``out`` before then stands there still.
    """
    _prepare(data)
    heard = _Heard()
    try:
        with heard, publishing(out) as staging:
            mkdocs_build.build(load_config(str(CONFIG), site_dir=str(staging), strict=True))
    except MkDocsException as error:
        raise BuildError("\n".join(heard.messages) or str(error)) from error
    return sum(1 for _page in out.rglob("index.html"))


def serve(data: Path, address: str) -> None:
    """Serve the site until interrupted, with live reload on a change of data, template, style or code."""
    _prepare(data)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        mkdocs_serve.serve(str(CONFIG), dev_addr=address)
    except (MkDocsException, OSError) as error:
        raise BuildError(str(error)) from error


class _Heard(logging.Handler):
    """Keep MkDocs' warnings and errors while it runs, to say them when the build fails."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append(record.getMessage().strip())

    def __enter__(self) -> "_Heard":
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_error: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)


def _prepare(data: Path) -> None:
    if not CONFIG.is_file():
        message = f"không thấy {CONFIG} ở thư mục đang đứng; hãy chạy lệnh này ở thư mục gốc của kho"
        raise ToolError(message)
    os.environ[DATA_VARIABLE] = str(data.resolve())
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

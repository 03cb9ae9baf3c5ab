"""Run MkDocs for the command line: build and serve with the folders that were asked for."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.build.inventory import Inventory
from generator.build.shards import Shard
from generator.engine.plugin import MinhBachPlugin
from generator.errors import BuildError, ToolError
from generator.track import Track, untracked

CONFIG = Path("mkdocs.yml")
MEMORY = Path(".cache/minhbach/published")
DATA_VARIABLE = "MINHBACH_DATA"  # read by mkdocs.yml


@dataclass(frozen=True)
class Outcome:
    """What a build did: pages of the site, records and lists that were done anew, whether the site has changed.

    ``told`` is what made it slower than it could be.
    """

    pages: int
    made: int
    is_new: bool
    told: tuple[str, ...] = ()


def build(
    data: Path, out: Path, track: Track = untracked, seen: Inventory | None = None, shard: Shard | None = None
) -> Outcome:
    """Build the site, or one part of it, and put it at ``out`` in one step.

    Raises ``BuildError`` when anything is not right, ``ToolError`` when ``out`` holds something else than a site;
    what stood at ``out`` before then stands there still.
    """
    _prepare(data)
    heard = _Heard()
    try:
        config = load_config(str(CONFIG), site_dir=str(out), strict=True)
        plugin = next(each for each in config.plugins.values() if isinstance(each, MinhBachPlugin))
        plugin.track, plugin.seen, plugin.shard = track, seen, shard or plugin.shard
        with heard, _tidying(plugin):
            mkdocs_build.build(config)
    except MkDocsException as error:
        raise BuildError("\n".join(heard.messages) or str(error)) from error
    if plugin.result is None:
        message = "mkdocs.yml không dùng phần minhbach"
        raise ToolError(message)
    return Outcome(plugin.pages, plugin.result.made, plugin.is_new, tuple(plugin.told))


def site_address(data: Path) -> str:
    """Return the public address of the site as ``mkdocs.yml`` has it; nothing where it has none."""
    _prepare(data)
    try:
        return load_config(str(CONFIG)).site_url or ""
    except MkDocsException as error:
        raise BuildError(str(error)) from error


def serve(data: Path, address: str) -> None:
    """Serve the site until interrupted, with live reload on a change of data, template, style or code."""
    from mkdocs.commands import serve as mkdocs_serve  # noqa: PLC0415  (a server is loaded for those who want one)

    _prepare(data)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        mkdocs_serve.serve(str(CONFIG), dev_addr=address)
    except (MkDocsException, OSError) as error:
        raise BuildError(str(error)) from error


@contextmanager
def _tidying(plugin: MinhBachPlugin) -> Iterator[None]:
    """Leave nothing half done behind an interruption, of which MkDocs does not tell its plugins."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit) as stop:
        plugin.on_build_error(stop)
        raise


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

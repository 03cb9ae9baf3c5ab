"""The MkDocs plugin: the records' pages come from ``build``, MkDocs makes the rest and proves a page of each section.

``minhbach build``, ``mkdocs build`` and ``mkdocs serve`` all go this way.  MkDocs writes the hand-written pages, the
theme's files and its own version of some generated pages into an overlay folder; the overlay and the pages of the
records make the staging tree that is then published in one step.
"""

import logging
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import urls
from generator.build import inventory
from generator.build.browser import libraries
from generator.build.memory import recall, remember
from generator.build.places import bytecode, compiled
from generator.build.shards import Shard
from generator.build.site import Builder, Plan, Result
from generator.build.tasks import EVERY, Body, Unreadable, open_file
from generator.clock import today
from generator.engine.assets import arrange
from generator.engine.graph import linked_data
from generator.engine.links import linked
from generator.engine.overlay import complete
from generator.engine.policy import content_security_policy
from generator.engine.project import Project, is_plain
from generator.engine.reload import PACKAGE, rebuilding
from generator.engine.shell import RecordPage, Shells, body_of
from generator.errors import MinhBachError
from generator.publish import Staging, publishing
from generator.track import Track, untracked

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.minhbach")
# Events of other plugins that a page would miss when it does not go through MkDocs' own loop.
PAGE_EVENTS = ("env", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")


class Settings(Config):  # type: ignore[no-untyped-call]
    """What ``mkdocs.yml`` may say under ``minhbach``."""

    folder = config_options.Type(str, default="data")


def _is_ours(template: str | None) -> bool:
    """Tell our templates from the theme's: an ``autoescape`` in one does not reach those that it includes."""
    return (template or "").startswith(("main.html", "404.html", "partials/mb/"))


class MinhBachPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Generate the pages of the records when MkDocs collects its files."""

    def __init__(self) -> None:
        super().__init__()
        self.track: Track = untracked
        self.seen: inventory.Inventory | None = None
        self.shard = Shard()
        self.told: list[str] = []
        self.result: Result | None = None
        self.pages, self.is_new, self.is_joined = 0, False, True

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the staging tree, and send MkDocs to an overlay folder beside it."""
        self._open = ExitStack()
        self._counter = _Warnings()
        self._open.enter_context(self._counter)
        self.project = Project.of(config, self.config.folder, self.shard)
        try:
            self._libraries = libraries(self.project.root)
            self._seen = self.seen or inventory.take(self.project.data)
            self._staging: Staging = self._open.enter_context(publishing(self.project.target, self.project.trees))
        except MinhBachError as error:
            self._open.close()
            raise PluginError(str(error)) from None
        self._overlay = self._open.enter_context(tempfile.TemporaryDirectory(prefix="minhbach-"))
        config.site_dir = self._overlay
        config.extra["site"] = self._settings()
        return config

    def _settings(self) -> Any:
        """Return the site's settings; None when they cannot be read, which the check will tell."""
        try:
            return open_file(self.project.data, "site.yml").record
        except Unreadable:
            return None

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages that stand in the menu or that hand-written pages point to; what is on them comes later."""
        self._pages = {path: RecordPage(path, config) for path in (*urls.SECTIONS, *linked(files))}
        for page in self._pages.values():
            in_menu = page.file.src_uri in urls.SECTIONS
            page.file.inclusion = InclusionLevel.INCLUDED if in_menu else InclusionLevel.NOT_IN_NAV
            files.append(page.file)
        for path, source in self._libraries.items():
            files.append(File.generated(config, path, abs_src_path=str(source)))
        arrange(files, config)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Make what is stale, and give MkDocs the pages by which the shells are proven."""
        self._env = self._prepared(config)
        self._shells = Shells(self._env, config, nav, ())
        self._shells.warm()
        slow = self._others(config)
        if slow:
            self._tell(f"Phần mở rộng {', '.join(slow)} xem từng trang, nên MkDocs tự dựng mọi trang: chậm hơn.")
        try:
            self.result = self._build(self._shells.join, frozenset({EVERY}) if slow else frozenset(self._pages))
        except MinhBachError as error:
            raise PluginError(str(error)) from None
        for path, content in sorted(self.result.memory.bodies.items()):
            page = self._pages.setdefault(path, RecordPage(path, config)).take(body_of(content))
            if files.get_file_from_path(path) is None:
                page.file.inclusion = InclusionLevel.NOT_IN_NAV
                files.append(page.file)
        for path in self._pages.keys() - self.result.memory.bodies.keys() - set(urls.SECTIONS):
            files.remove(self._pages.pop(path).file)  # so that MkDocs tells of the dead link
        return nav

    def _tell(self, words: str) -> None:
        """Say why this build is slower than it could be."""
        self.told.append(words)
        log.info(words)

    def _others(self, config: MkDocsConfig) -> list[str]:
        """Return the other plugins that listen to what happens to single pages."""
        ours = {name for name, plugin in config.plugins.items() if plugin is self}
        listening = {
            name
            for name, plugin in config.plugins.items()
            for event in PAGE_EVENTS
            if any(getattr(method, "__self__", None) is plugin for method in config.plugins.events[event])
        }
        return sorted({*listening, *map(str, config.hooks)} - ours)

    def _build(self, finish: Callable[[Body], bytes], needed: frozenset[str]) -> Result:
        memory = recall(self.project.memory)
        plan = Plan(
            data=self.project.data,
            today=today(),
            base=self.project.base,
            code=self.project.code,
            frame=self._shells.digest,
            needed=needed,
            track=self.track,
            shard=self.project.shard,
            templates=compiled(self.project.root),
        )
        builder = Builder(plan, self._seen, memory, dict(self._staging.known))
        result = builder.build(finish, self._staging.folder)
        for path in sorted(builder.dangling(result)) if plan.shard.is_all else ():
            log.warning("Có liên kết tới %s, nơi không có trang nào.", path)
        for problem in result.warnings:
            log.info(str(problem))
        return result

    def _prepared(self, config: MkDocsConfig) -> Environment:
        """Escape what our templates print, and give them the content security policy, learnt from an empty page."""
        env = config.theme.get_env()
        env.bytecode_cache = bytecode(compiled(self.project.root))
        env.autoescape = _is_ours
        env.globals["linked_data"] = linked_data
        env.globals["content_security_policy"] = content_security_policy(env, config)
        return env

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Give MkDocs the environment that the shells are rendered with."""
        return self._env

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Compare MkDocs' own version of a page with ours, byte for byte."""
        if isinstance(page, RecordPage) and page.body and self.is_joined:
            self.is_joined = self._shells.join(page.body) == output.encode("utf-8", errors="xmlcharrefreplace")
            if not self.is_joined:
                self._tell(f"Khung trang ghép khác trang MkDocs dựng (/{page.url}): dựng lại mọi trang, chậm hơn.")
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Publish, unless MkDocs has warned and is strict."""
        if config.strict and self._counter.count:
            return
        try:
            if not self.is_joined:
                self.result = self._rebuild_whole()
            done = complete(self.project, self._result, self._seen, Path(self._overlay), self._staging)
            if not is_plain(config, self.project.root):
                self.project.last.unlink(missing_ok=True)
            self.pages, self.is_new = done
            remember(self.project.memory, self._result.memory)
            self._open.close()
        except MinhBachError as error:
            raise PluginError(str(error)) from None

    @property
    def _result(self) -> Result:
        if self.result is None:
            message = "chưa tạo trang nào"
            raise PluginError(message)
        return self.result

    def _rebuild_whole(self) -> Result:
        """Render every page by the theme's whole template, trusting no shell."""
        self.project.memory.unlink(missing_ok=True)
        return self._build(self._shells.whole, frozenset(self._pages))

    def on_build_error(self, error: BaseException) -> None:
        """Leave the published site as it is."""
        try:
            self._open.__exit__(type(error), error, error.__traceback__)
        except MinhBachError as told:
            log.error(str(told))  # noqa: TRY400  (for people: no traceback)

    def on_serve(
        self,
        server: "LiveReloadServer",
        config: MkDocsConfig,  # noqa: ARG002
        builder: Callable[..., Any],  # noqa: ARG002
    ) -> "LiveReloadServer":
        """Watch data, templates and code besides what MkDocs watches; a mistake leaves the last good site open."""
        server.builder = rebuilding(server.builder)
        for folder in (self.project.data, PACKAGE):
            server.watch(str(folder))
        return server


class _Warnings(logging.Handler):
    """Counts MkDocs' warnings and errors while it is entered."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        """Count one."""
        self.count += 1

    def __enter__(self) -> "_Warnings":
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_error: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)

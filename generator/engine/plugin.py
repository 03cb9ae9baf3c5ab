"""The MkDocs plugin: generated pages in, HTML with checked links out.

It adds the generated pages to MkDocs' files, turns their Markdown into HTML with cmark, and checks their links.
Everything before that is the same for ``minhbach render`` and any other engine.
"""

import logging
import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.check import check
from generator.clock import today
from generator.derive import derive
from generator.engine.policy import content_security_policy
from generator.engine.reload import PACKAGE, rebuilding
from generator.errors import MinhBachError
from generator.export import export
from generator.html import Heading, to_html
from generator.read import read
from generator.render import Page as Rendered
from generator.render import published_files, render
from generator.tones import TONES
from generator.words import day

log = logging.getLogger("mkdocs.plugins.minhbach")


class Settings(Config):  # type: ignore[no-untyped-call]
    """What ``mkdocs.yml`` may say under ``minhbach``."""

    folder = config_options.Type(str, default="data")


class RecordPage(Page):
    """A generated page: brings its own Markdown and front matter, and becomes HTML by cmark."""

    def __init__(self, rendered: Rendered, file: File, config: MkDocsConfig) -> None:
        super().__init__(rendered.meta["title"], file, config)
        self._rendered = rendered

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Take Markdown and front matter as they were generated."""
        self.markdown = self._rendered.body
        self.meta = dict(self._rendered.meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Make the HTML, the contents list, and what MkDocs needs to check links."""
        result = to_html(self._rendered.body, lambda link: self._resolve(link, files), TONES)
        self.content = result.html
        self.toc = _contents(result.headings)
        self.present_anchor_ids = {heading.anchor for heading in result.headings}

    def _resolve(self, link: str, files: Files) -> str:
        """Return the published address of a link; note links to nowhere for the build to report."""
        if "://" in link or link.startswith(("mailto:", "tel:")):
            return link
        path, _, anchor = link.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.file.src_uri), unquote(path)))
        file = files.get_file_from_path(target) if path else self.file
        if file is None:
            log.warning("Trang %s có liên kết tới %s, nơi không có trang nào.", self.file.src_uri, target)
            return link
        if anchor:
            self.links_to_anchors = self.links_to_anchors or {}
            self.links_to_anchors.setdefault(file, {})[anchor] = link
        return file.url_relative_to(self.file) + (f"#{anchor}" if anchor else "")


def _contents(headings: tuple[Heading, ...]) -> TableOfContents:
    """Return MkDocs' contents list: level 1, with level 2 below it."""
    top: list[AnchorLink] = []
    for heading in headings:
        entry = AnchorLink(heading.title, heading.anchor, heading.level)
        if heading.level == 1 or not top:
            top.append(entry)
        elif heading.level == 2:
            top[-1].children.append(entry)
    return TableOfContents(top)


def _is_ours(template: str | None) -> bool:
    """Tell our templates from the theme's: an ``autoescape`` in one does not reach those that it includes."""
    return (template or "").startswith(("main.html", "404.html", "partials/mb/"))


class MinhBachPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Generate the pages of the records when MkDocs collects its files."""

    def _data(self, config: MkDocsConfig) -> Path:
        root = Path(config.config_file_path).parent if config.config_file_path else Path()
        return root / self.config.folder

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and derive; a mistake in the data stops the build with all problems."""
        try:
            self.site = derive(check(read(self._data(config)), today()), today())
            self.pages = render(self.site)
        except MinhBachError as error:
            raise PluginError(str(error)) from None
        for warning in self.site.facts.warnings:
            log.info(str(warning))
        settings = self.site.facts.site
        config.extra["site"] = settings
        config.extra["today_words"] = day(self.site.today)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the generated pages and the files beside them."""
        sections = {page.path for page in self.pages if page.path.count("/") < 2 and page.path.endswith("index.md")}
        for page in self.pages:
            level = InclusionLevel.INCLUDED if page.path in sections else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, page.path, content=page.text, inclusion=level)
            file.page = RecordPage(page, file, config)
            files.append(file)
        for published, source in published_files(self.site).items():
            path = str((self._data(config) / source).resolve())
            files.append(File.generated(config, published, abs_src_path=path))
        for path, content in export(self.site, config.site_url or "/").items():
            files.append(File.generated(config, path, content=content))
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Escape what our templates print, and give them the content security policy, learnt from an empty page."""
        env.autoescape = _is_ours
        env.globals["content_security_policy"] = content_security_policy(env, config)
        return env

    def on_serve(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        builder: Callable[..., Any],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Watch data, templates and code besides what MkDocs watches; a mistake leaves the last good site open."""
        server.builder = rebuilding(server.builder)
        for folder in (self._data(config), PACKAGE):
            server.watch(str(folder))
        return server

"""Complete a site: the records' pages, what MkDocs wrote, files beside records, the sitemap."""

import gzip
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

from generator.build.inventory import Inventory
from generator.build.last import Last, conclude, inputs_of, marks_digest
from generator.build.memory import Done, Entry
from generator.build.site import Result
from generator.digests import digest
from generator.engine.project import Project
from generator.publish import Mark, Staging, put
from generator.render import published_files

INDEX = "index.html"
SITEMAP = "sitemap.xml"


def complete(project: Project, result: Result, seen: Inventory, overlay: Path, staging: Staging) -> bool:
    """Bring the staging tree up to what the site is to be; return whether anything differs from what is published."""
    wanted, written = dict(result.outputs), set(result.written)

    def add(path: str, content: bytes) -> None:
        mark = Mark(digest(content), len(content))
        if staging.known.get(path) != mark or path in written:
            put(staging.folder, path, content)
            written.add(path)
        wanted[path] = mark

    for file in sorted(overlay.rglob("*")):
        path = file.relative_to(overlay).as_posix()
        if file.is_file() and not path.startswith(SITEMAP):
            add(path, file.read_bytes())
    for path, source in published_files(result.facts).items():
        add(path, (project.data / source).read_bytes())
    plan = sitemap((path for path in wanted if path.endswith(INDEX)), project.base)
    add(SITEMAP, plan)
    add(f"{SITEMAP}.gz", gzip.compress(plan, mtime=0))
    is_new = staging.finish(wanted, written)
    _conclude(project, result, seen, wanted)
    return is_new


def _conclude(project: Project, result: Result, seen: Inventory, wanted: dict[str, Mark]) -> None:
    """Keep what went in and what came out, so that a build with nothing to do knows it at once."""
    parts: list[Entry | Done] = [*result.memory.entries.values(), *result.memory.done.values()]
    last = Last(
        inputs=inputs_of(project.root, seen),
        since=max((each.since for each in parts), default=date.min),
        until=min((each.until for each in parts), default=date.max),
        pages=sum(path.endswith(INDEX) for path in wanted),
        site=marks_digest(wanted),
    )
    conclude(project.last, last)


def sitemap(pages: Iterable[str], base: str) -> bytes:
    """Return the map of the site for search engines. Standard: sitemaps.org 0.9."""
    addresses = sorted(escape(base + quote(page.removesuffix(INDEX))) for page in pages)
    lines = "".join(f"<url><loc>{address}</loc></url>\n" for address in addresses)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{lines}</urlset>\n".encode()

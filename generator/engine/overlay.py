"""Complete a site: the records' pages, what MkDocs wrote, files beside records, the sitemap."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.build.inventory import Inventory
from generator.build.last import Last, conclude, inputs_of, marks_digest
from generator.build.memory import Done, Entry
from generator.build.shards import FILE, ShardFile
from generator.build.site import Result
from generator.build.sitemap import INDEX, SITEMAP, sitemaps
from generator.engine.project import Project
from generator.publish import Mark, Staging, put
from generator.render import published_files
from generator.trees import mark_of


def complete(project: Project, result: Result, seen: Inventory, overlay: Path, staging: Staging) -> tuple[int, bool]:
    """Bring the staging tree up to what the site is to be; return how many pages, and whether anything differs."""
    wanted, written = dict(result.outputs), set(result.written)

    def add(path: str, content: bytes) -> None:
        mark = mark_of(content)
        if staging.known.get(path) != mark or path in written:
            put(staging.folder, path, content)
            written.add(path)
        wanted[path] = mark

    for path, source in _once(project, result, overlay) if project.shard.is_first else ():
        add(path, source.read_bytes())
    for path, content in sitemaps(list(wanted), project.base):
        add(path, content)
    if not project.shard.is_all:
        add(FILE, _shard_file(project, result, seen, wanted).content)
    is_new = staging.finish(wanted, written)
    return _conclude(project, result, seen, wanted), is_new


def _once(project: Project, result: Result, overlay: Path) -> Iterator[tuple[str, Path]]:
    """Yield path and place of what MkDocs wrote and of the files beside records."""
    for file in sorted(overlay.rglob("*")):
        path = file.relative_to(overlay).as_posix()
        if file.is_file() and not path.startswith(SITEMAP):
            yield path, file
    for path, source in published_files(result.facts).items():
        yield path, project.data / source


def _shard_file(project: Project, result: Result, seen: Inventory, wanted: dict[str, Mark]) -> ShardFile:
    files = {path: (mark.digest.hex(), mark.size) for path, mark in wanted.items() if not path.startswith(SITEMAP)}
    shard, day = project.shard, result.facts.clock.today.isoformat()
    return ShardFile(
        number=shard.number,
        count=shard.count,
        inputs=inputs_of(project.root, seen).hex(),
        day=day,
        base=project.base,
        files=files,
        links=sorted(result.links),
    )


def _conclude(project: Project, result: Result, seen: Inventory, wanted: dict[str, Mark]) -> int:
    """Keep what went in and what came out, for a build with nothing to do; return the number of pages."""
    parts: list[Entry | Done] = [*result.memory.entries.values(), *result.memory.done.values()]
    last = Last(
        inputs=inputs_of(project.root, seen),
        since=max((each.since for each in parts), default=date.min),
        until=min((each.until for each in parts), default=date.max),
        pages=sum(path.endswith(INDEX) for path in wanted),
        site=marks_digest(wanted),
    )
    conclude(project.last, last)
    return last.pages

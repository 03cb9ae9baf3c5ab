"""The whole way: files of the portal in, a data folder and a report out."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.check import check
from generator.errors import DataError, Problem, ToolError
from generator.importers.canonical import yaml_of
from generator.importers.portal import law, shared
from generator.importers.portal.draft import Draft, draft
from generator.importers.portal.measure import missing, values_of
from generator.importers.portal.names import Names, gather
from generator.importers.portal.parts import Parts, take_apart
from generator.importers.portal.report import Report
from generator.importers.portal.source import Record, Skipped, records
from generator.importers.portal.write import refuse_used, write
from generator.read import Raw, read
from generator.track import Track, untracked

EMPTY = "tệp không có bản ghi nào"


def import_portal(paths: Sequence[Path], out: Path, today: date, track: Track = untracked) -> Report:
    """Write the drafts of ``paths`` into the new folder ``out`` and return what came of it.

    Raises ``ToolError`` when a file cannot be read, nothing in it is a record, or ``out`` is in use.
    """
    refuse_used(out)
    found = list(track(records(paths), "Đọc", None))
    sound = sorted((each for each in found if isinstance(each, Record)), key=lambda record: record.code)
    parts = list(track(_apart(sound), "Tách", len(sound)))
    names = gather(parts)
    made = [draft(each, names) for each in track(parts, "Soạn", len(parts))]
    drafts = [each for each in made if isinstance(each, Draft)]
    skipped = [each for each in (*found, *made) if isinstance(each, Skipped)]
    if not drafts:
        raise ToolError(f"không có bản ghi nào nhập được; {skipped[0].place}: {skipped[0].why}" if skipped else EMPTY)
    others = {path: yaml_of(record) for path, record in shared.records(names)}
    write(out, others | {each.path: each.text for each in drafts})
    raw = read(out)
    return Report(drafts, skipped, len(others), _missing(drafts, names, raw), _problems(raw, today))


def _apart(found: list[Record]) -> Iterator[Parts]:
    known = law.authors(text for record in found for field, text in record.texts.items() if field != "legal_basis")
    return (take_apart(record, known) for record in found)


def _missing(drafts: list[Draft], names: Names, raw: Raw) -> int:
    """Return how many characters of the source are not in what was written, as the reader reads it."""
    written = {each.path: values_of(each.root) for each in raw.documents}
    return sum(len(missing(each, names, written)) for each in drafts)


def _problems(raw: Raw, today: date) -> tuple[Problem, ...]:
    try:
        return check(raw, today).warnings
    except DataError as error:
        return error.problems

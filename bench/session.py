"""The sets of records that are measured, one after the other, and the report that grows with them."""

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bench import figures, phrases, report
from bench.content import Content
from bench.places import BUILD, ROOT, Place
from bench.records import write_data
from bench.rounds import Mode, Rounds, Run
from bench.tools import HERE, OURS, Tool, ours
from generator.errors import ToolError

REAL = "that"
LONGEST_S = 900.0  # a tool that takes longer for one build is left out
KEPT_RECORDS = BUILD / "records"
say = Console(stderr=True, highlight=False, soft_wrap=True)


@dataclass
class Session:
    """One call of the command: what to compare, how often, and what was measured so far."""

    peers: tuple[Tool, ...]
    rounds: int
    failed: dict[str, str]
    keep: bool = False
    found: list[figures.Measured] = field(default_factory=list)
    runs: dict[str, list[Run]] = field(default_factory=dict)

    def measure(self, name: str, make: Callable[[Path], None]) -> None:
        """Measure one set of records, and write the report anew."""
        place = Place(name)
        shutil.rmtree(place.root, ignore_errors=True)
        place.root.mkdir(parents=True)
        say.print(f"Bộ {name}: đang chuẩn bị bản ghi và Markdown…")
        make(place.data)
        content = Content(place, (ours(), *self.peers))
        content.lay_out()
        self.found.append(self._rounds(name, content))
        self.write()
        if not self.keep:
            shutil.rmtree(place.root)

    def _rounds(self, name: str, content: Content) -> figures.Measured:
        with _progress() as bar:
            task = bar.add_task(name, total=None)
            rounds = Rounds(content, ours(), LONGEST_S, lambda tool: bar.update(task, description=f"{name}: {tool}"))
            entrants = tuple(rounds.able(self.peers))
            left_out = {each.tool.name: each.why_not for each in entrants if each.why_not}
            able = tuple(each for each in entrants if not each.why_not)
            bar.update(task, total=4 * sum(each.rounds(self.rounds) for each in able))
            runs = self.runs.setdefault(name, [])
            for mode in Mode:
                for run in rounds.measured(able, self.rounds, mode):
                    runs.append(run)
                    bar.advance(task)
        return _figures(content, tuple(each.tool for each in able), runs, {**self.failed, **left_out})

    def write(self) -> None:
        """Write the report in both languages, and as JSON."""
        for suffix, words in (("md", phrases.ENGLISH), ("vi.md", phrases.VIETNAMESE)):
            (BUILD / f"results.{suffix}").write_text(report.text_of(self.found, self.rounds, words), "utf-8")
        (BUILD / "results.json").write_text(report.json_of(self.found, self.runs), "utf-8")


def _figures(content: Content, able: tuple[Tool, ...], runs: list[Run], left_out: dict[str, str]) -> figures.Measured:
    place = content.place
    sites = {tool.name: sum(1 for _ in place.site(tool.name).rglob("index.html")) for tool in (ours(), *able)}
    sizes = [(place.site(OURS) / "thu-tuc" / code / "index.html").stat().st_size for code in content.codes]
    return figures.Measured(
        real=place.name == REAL,
        procedures=len(sizes),
        differ=round(median(content.differ)),
        pages=figures.pages(sizes, sites[OURS]),
        sites=sites,
        rows={mode: figures.rows(runs, mode) for mode in Mode},
        left_out=left_out,
    )


def _progress() -> Progress:
    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=say, transient=True)


def made(count: int) -> Callable[[Path], None]:
    """Return what writes ``count`` made records; they are kept for the next time."""
    sources = [ROOT / "bench" / f"{name}.py" for name in ("records", "procedures", "province", "plans", "words")]
    key = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]

    def make(data: Path) -> None:
        kept = KEPT_RECORDS / f"{count}-{key}"
        if not kept.exists():
            part = kept.with_suffix(".part")
            shutil.rmtree(part, ignore_errors=True)
            write_data(part, count)
            part.rename(kept)
        shutil.copytree(kept, data)

    return make


def imported(portal: Path) -> Callable[[Path], None]:
    """Return what imports the real records."""

    def make(data: Path) -> None:
        files = map(str, sorted(portal.glob("*.jsonl*")))
        command = [str(HERE / "minhbach"), "import", "portal", *files, "--out", str(data)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ToolError(f"không nhập được bản ghi thật\n{done.stderr.strip()}")

    return make

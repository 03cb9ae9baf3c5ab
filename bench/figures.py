"""From runs to figures: medians, ratios of runs made side by side, and what was aimed at."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from bench.measure import Reading
from bench.rounds import Mode, Run
from bench.tools import OURS

AIMED_SIZE = 6500
SMALLER_SIZE = 2000


@dataclass(frozen=True)
class Ratio:
    """Ours divided by a peer's, run by run: the middle one, the least and the most."""

    middle: float
    least: float
    most: float


@dataclass(frozen=True)
class Row:
    """What a tool took, medians over its runs; ``ratios`` of ours to it in wall time, processor time and memory.

    ``rounds`` is in how many rounds it was run.
    """

    tool: str
    took: Reading
    rounds: int
    ratios: tuple[Ratio, ...] = ()


@dataclass(frozen=True)
class Pages:
    """The HTML of procedure pages, in bytes, and how many pages a site has."""

    middle: int
    nine_of_ten: int
    largest: int
    count: int


@dataclass(frozen=True)
class Measured:
    """All figures of one set of records: how many procedures it has, how many pages differ after one has changed.

    ``sites`` has the number of pages that each tool made, ``left_out`` why a tool is missing.
    """

    real: bool
    procedures: int
    differ: int
    pages: Pages
    sites: dict[str, int]
    rows: dict[Mode, tuple[Row, ...]]
    left_out: dict[str, str]

    def row(self, mode: Mode, tool: str) -> Row | None:
        """Return the figures of a tool, if it was measured."""
        return next((row for row in self.rows.get(mode, ()) if row.tool == tool), None)


@dataclass(frozen=True)
class Aim:
    """Something aimed at: a figure that is to be at most ``limit``; ``reached`` is None when it was not measured."""

    name: str
    limit: float
    figure: float | None

    @property
    def reached(self) -> bool | None:
        """Whether the figure is small enough."""
        return None if self.figure is None else self.figure <= self.limit


def ratio(pairs: Sequence[tuple[float, float]]) -> Ratio:
    """Return how the first of each pair compares with the second."""
    found = sorted(ours / max(theirs, 1e-9) for ours, theirs in pairs)
    return Ratio(median(found), found[0], found[-1])


def rows(runs: Iterable[Run], mode: Mode) -> tuple[Row, ...]:
    """Return a row for ours and one for each peer, in the order in which they were run."""
    wanted = [run for run in runs if run.mode is mode]
    peers = filter(None, dict.fromkeys(run.peer for run in wanted))
    return (_row(OURS, wanted), *(_beside(peer, wanted) for peer in peers)) if wanted else ()


def _row(tool: str, runs: Sequence[Run]) -> Row:
    readings = [run.reading for run in runs if run.tool == tool]
    numbers = {run.number for run in runs if run.tool == tool}
    return Row(tool, Reading(*(median(map(figure, readings)) for figure in FIGURES)), len(numbers))


def _beside(peer: str, runs: list[Run]) -> Row:
    pairs: dict[int, dict[str, Reading]] = {}
    for run in runs:
        if run.peer == peer:
            pairs.setdefault(run.number, {})[run.tool] = run.reading
    ratios = (ratio([(figure(pair[OURS]), figure(pair[peer])) for pair in pairs.values()]) for figure in FIGURES)
    return replace(_row(peer, runs), ratios=tuple(ratios))


FIGURES: tuple[Callable[[Reading], float], ...] = (
    lambda reading: reading.wall_s,
    lambda reading: reading.cpu_s,
    lambda reading: reading.peak_mb,
)


def pages(sizes: Sequence[int], count: int) -> Pages:
    """Return the figures of the procedure pages with these sizes."""
    ordered = sorted(sizes)
    return Pages(round(median(ordered)), ordered[len(ordered) * 9 // 10], ordered[-1], count)


def aims(found: Sequence[Measured]) -> tuple[Aim, ...]:
    """Return what was aimed at for 6,500 procedures, with what was measured."""
    by_size = {each.procedures: each for each in found if not each.real}
    return tuple(Aim(name, limit, figure(by_size)) for name, limit, figure in AIMS)


Sizes = dict[int, Measured]


def _against(mode: Mode, peer: str) -> Callable[[Sizes], float | None]:
    def figure(sizes: Sizes) -> float | None:
        row = sizes[AIMED_SIZE].row(mode, peer) if AIMED_SIZE in sizes else None
        return row.ratios[0].middle if row else None

    return figure


def _own(mode: Mode, figure: Callable[[Reading], float]) -> Callable[[Sizes], float | None]:
    def found(sizes: Sizes) -> float | None:
        row = sizes[AIMED_SIZE].row(mode, OURS) if AIMED_SIZE in sizes else None
        return figure(row.took) if row else None

    return found


def _growth(sizes: Sizes) -> float | None:
    ends = [sizes[size].row(Mode.COLD, OURS) if size in sizes else None for size in (SMALLER_SIZE, AIMED_SIZE)]
    small, large = ends
    return large.took.wall_s / small.took.wall_s if small and large else None


def _page(sizes: Sizes) -> float | None:
    return sizes[AIMED_SIZE].pages.middle / 1024 if AIMED_SIZE in sizes else None


AIMS: tuple[tuple[str, float, Callable[[Sizes], float | None]], ...] = (
    ("cold-hugo", 0.6, _against(Mode.COLD, "hugo")),
    ("cold-mkdocs", 1 / 12, _against(Mode.COLD, "mkdocs")),
    ("cold-hugo-data", 1.0, _against(Mode.COLD, "hugo-data")),
    ("changed-hugo", 0.1, _against(Mode.CHANGED, "hugo")),
    ("changed-seconds", 0.5, _own(Mode.CHANGED, lambda took: took.wall_s)),
    ("cold-memory", 350, _own(Mode.COLD, lambda took: took.peak_mb)),
    ("changed-memory", 350, _own(Mode.CHANGED, lambda took: took.peak_mb)),
    ("growth", 3.4, _growth),
    ("page", 30, _page),
)

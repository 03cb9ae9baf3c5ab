"""Run the tools in rounds: in each, ours beside every peer, who goes first taking turns."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bench.content import Change, Content
from bench.measure import Reading, run
from bench.tools import OURS, Tool, node_path
from generator.errors import ToolError

# What would change what a tool does: our own settings, and Python's habit of keeping what it has compiled.
NOT_OURS = {"SITE_URL", "MINHBACH_DATA", "PYTHONDONTWRITEBYTECODE"}
SLOW_S = 60.0  # a build that takes longer is run in fewer rounds, or nobody would wait for the rest
SLOW_ROUNDS = 2


class Mode(StrEnum):
    """What is measured: a build from nothing, or one after a record has changed."""

    COLD = "cold"
    CHANGED = "changed"


@dataclass(frozen=True)
class Run:
    """One measured run: of ``tool``, beside ``peer``, in a round."""

    mode: Mode
    number: int
    tool: str
    peer: str
    reading: Reading


@dataclass(frozen=True)
class Entrant:
    """A peer, with the seconds that its build took before the rounds, or why it cannot take part."""

    tool: Tool
    took_s: float = 0.0
    why_not: str = ""

    def rounds(self, count: int) -> int:
        """Return in how many of ``count`` rounds it is run: a slow one in fewer."""
        return min(count, SLOW_ROUNDS) if self.took_s > SLOW_S else count


@dataclass(frozen=True)
class Rounds:
    """How one set of records is measured; ``longest_s`` is how long one build may take."""

    content: Content
    ours: Tool
    longest_s: float
    tick: Callable[[str], None]

    def able(self, peers: tuple[Tool, ...]) -> Iterator[Entrant]:
        """Build once with each tool; yield each peer with what that took, or why it is left out."""
        self._once(self.ours, Mode.COLD)
        self._complete(self.ours)
        for peer in peers:
            try:
                took = self._once(peer, Mode.COLD).wall_s
                self._complete(peer)
            except ToolError as error:
                yield Entrant(peer, why_not=str(error))
            else:
                yield Entrant(peer, took)

    def measured(self, entrants: tuple[Entrant, ...], count: int, mode: Mode) -> Iterator[Run]:
        """Yield the runs of ``count`` rounds, ours alone where there are no peers.

        For changes, a round that is not measured goes before.  The slow are left out of the last rounds.
        """
        for number in range(0 if mode is Mode.COLD else -1, count):
            if mode is Mode.CHANGED:
                self.content.change_everywhere()
            peers = [each.tool for each in entrants if number < each.rounds(count)]
            for at, peer in enumerate(peers or ((None,) if not entrants else ())):
                pair = [tool for tool in (self.ours, peer) if tool][:: 1 if (number + at) % 2 == 0 else -1]
                name = peer.name if peer else ""
                runs = [Run(mode, number, tool.name, name, self._once(tool, mode)) for tool in pair]
                yield from runs if number >= 0 else ()

    def _once(self, tool: Tool, mode: Mode) -> Reading:
        self.tick(tool.name)
        place = self.content.place
        if mode is Mode.COLD:
            for path in tool.clean(place):
                shutil.rmtree(path, ignore_errors=True)
        elif tool.name == OURS:
            self.content.be_changed()
        os.sync()  # what was written before is on the disk, and does not slow the run that follows
        command = (tool.cold if mode is Mode.COLD else tool.again)(tool.program)
        reading = run(command, place.folder(tool.name), environment(), self.longest_s)
        if mode is Mode.CHANGED:
            self._shows(tool, self.content.latest if tool.name == OURS else self.content.given)
        return reading

    def _shows(self, tool: Tool, change: Change) -> None:
        page = self.content.place.site(tool.name) / "thu-tuc" / change.code / "index.html"
        if change.shown not in page.read_text(encoding="utf-8"):
            raise ToolError(f"{tool.name}: trang {change.code} không có “{change.shown}” vừa sửa")

    def _complete(self, tool: Tool) -> None:
        site = self.content.place.site(tool.name)
        missing = [code for code in self.content.codes if not (site / "thu-tuc" / code / "index.html").is_file()]
        if missing:
            raise ToolError(f"thiếu {len(missing)} trang thủ tục, ví dụ {missing[0]}")


def environment() -> dict[str, str]:
    """Return what every tool finds in its environment: ours, without what only we would read."""
    kept = {key: value for key, value in os.environ.items() if key not in NOT_OURS}
    path = os.pathsep.join((kept.get("PATH", ""), node_path()))
    return {**kept, "PATH": path, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}

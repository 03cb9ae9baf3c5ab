"""The content of one set of records: laid out for every tool, and changed one record at a time."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.places import PEERS, PROJECT, ROOT, Place
from bench.tools import HERE, OURS, Tool
from generator.errors import ToolError
from generator.model import KINDS
from generator.model.base import Choice

# What Hugo's templates look up, with the key of its id.
SHOWN = frozenset({"procedures", "agencies", "legal", "decisions", "samples", "plans"})
AS_JSON = {kind.name: kind.id_key for kind in KINDS if kind.name in SHOWN}
FEE = re.compile(r"(?<=amount_vnd: )\d+")
TITLE = re.compile(r"(?<=^title: )[^\W\d_][^\n]*$", re.MULTILINE)
STRIDE = 7919  # a prime, so that the records changed one after the other lie far apart
LEAST_FEE = 10_000
Records = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Change:
    """A change of one record: which procedure, and the words that its page shows from then on."""

    code: str
    shown: str


class Content:
    """One set of records, and what each tool is given of it.

    ``latest`` is the last change, ``given`` the last one that all tools were given; ``differ`` says of each of these
    how many pages it met.
    """

    def __init__(self, place: Place, tools: Iterable[Tool]) -> None:
        self.place = place
        self.tools = tuple(tools)
        self.differ: list[int] = []
        self.latest = self.given = Change("", "")
        self._changes = 0
        self._is_new = False
        self._procedures = sorted(place.data.glob("procedures/*/*.yml"))
        self._as_json: dict[str, Records] = {}

    @property
    def codes(self) -> list[str]:
        """The codes of all procedures."""
        return [path.stem for path in self._procedures]

    def lay_out(self) -> None:
        """Give every tool its folder, settings and content."""
        for tool in self.tools:
            _set_up(tool, self.place.folder(tool.name))
        self._as_json = {kind: _load(self.place.data / kind, key) for kind, key in AS_JSON.items()}
        fields = yaml.load((self.place.data / "fields.yml").read_text("utf-8"), yaml.CSafeLoader)["fields"]
        self._as_json["fields"] = {field["id"]: field for field in fields}
        self._as_json["labels"] = labels()
        for kind in self._as_json:
            self._write_json(kind)
        self.spread()

    def change(self) -> Path:
        """Change the fee, or the title, of a record that was not changed before; pass over those that have neither."""
        while True:
            number, self._changes = self._changes, self._changes + 1
            path = self._procedures[number * STRIDE % len(self._procedures)]
            before = path.read_text("utf-8")
            after, shown = changed(before, number)
            if after != before:
                path.write_text(after, "utf-8")
                self.latest = Change(path.stem, shown)
                return path

    def be_changed(self) -> None:
        """Make sure that one record, and no more, has changed since this was last asked for."""
        if not self._is_new:
            self.change()
        self._is_new = False

    def change_everywhere(self) -> None:
        """Change a record and give it to all tools."""
        path = self.change()
        self.given = self.latest
        record = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        self._as_json["procedures"][record["code"]] = record
        self._write_json("procedures")
        self.differ.append(self.spread())
        self._is_new = True

    def spread(self) -> int:
        """Render the Markdown anew and write the pages that differ into the tree of each tool; return how many."""
        fresh = self.place.root / "md.new"
        shutil.rmtree(fresh, ignore_errors=True)
        _render(self.place.data, fresh)
        differ = [path.relative_to(fresh) for path in sorted(fresh.rglob("*.md"))]
        differ = [path for path in differ if not _same(fresh / path, self.place.pages / path)]
        for path in differ:
            for target in [self.place.pages / path, *self._copies(path)]:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(fresh / path, target)
        shutil.rmtree(fresh)
        return len(differ)

    def _copies(self, path: Path) -> list[Path]:
        return [
            self.place.folder(tool.name) / tool.tree / path.with_name(path.name.replace("index.md", tool.section))
            for tool in self.tools
            if tool.tree
        ]

    def _write_json(self, kind: str) -> None:
        for tool in self.tools:
            if tool.data:
                target = self.place.folder(tool.name) / tool.data / f"{kind}.json"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(json.dumps(self._as_json[kind], ensure_ascii=False, default=str), "utf-8")


def changed(text: str, number: int) -> tuple[str, str]:
    """Return a record with another fee, or every second time with another title, and the words that are new in it."""
    title, fee = TITLE.search(text), f"{LEAST_FEE // 1000 + number}"
    if title and (number % 2 or not FEE.search(text)):
        words = f"sửa lần {number}"
        return f"{text[: title.end()]} {words}{text[title.end() :]}", words
    return FEE.sub(f"{fee}000", text, count=1), f"{fee}.000"


def labels() -> dict[str, dict[str, str]]:
    """Return the words of every closed list, for templates that are not ours."""
    return {each.__name__: {member.value: member.label for member in each} for each in Choice.__subclasses__()}


def _set_up(tool: Tool, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if tool.name != OURS:
        shutil.copytree(PEERS / tool.name, folder)
        return
    folder.mkdir(parents=True)
    for name in PROJECT:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, folder / name)


def _load(folder: Path, key: str) -> Records:
    found = (yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in sorted(folder.rglob("*.yml")))
    return {record[key]: record for record in found}


def _render(data: Path, target: Path) -> None:
    command = [str(HERE / "minhbach"), "render", "--data", str(data), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ToolError(f"không ghi được cây Markdown\n{done.stderr.strip()}")


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()

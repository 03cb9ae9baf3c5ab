"""Where things stand: what is installed, and the folders of one set of records."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PEERS = ROOT / "bench" / "peers"
BUILD = ROOT / "build" / "bench"
VENV = BUILD / "venv"
NPM = BUILD / "npm"
PORTAL = ROOT.parent / "shared" / "real" / "portal"
# What our own build needs besides the records; it works in a copy, so that no cache of this repository is touched.
PROJECT = ("mkdocs.yml", "docs", "overrides")


@dataclass(frozen=True)
class Place:
    """The folders of one set of records: its data, its pages in Markdown, and one folder a tool."""

    name: str

    @property
    def root(self) -> Path:
        """The folder of everything that belongs to this set."""
        return BUILD / "sets" / self.name

    @property
    def data(self) -> Path:
        """The records, one YAML file each."""
        return self.root / "data"

    @property
    def pages(self) -> Path:
        """The Markdown that ``minhbach render`` makes of the records."""
        return self.root / "md"

    def folder(self, tool: str) -> Path:
        """Return the folder that a tool works in."""
        return self.root / tool

    def site(self, tool: str) -> Path:
        """Return where a tool puts its site."""
        return self.root / tool / "site"

"""Where things stand: the data, the site, and what a build remembers of both."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.build import inventory
from generator.build.places import last_of, memory_of, trees_of
from generator.build.shards import WHOLE, Shard


@dataclass(frozen=True)
class Project:
    """One site of one data folder."""

    root: Path
    data: Path
    target: Path
    base: str
    shard: Shard = WHOLE

    @classmethod
    def of(cls, config: MkDocsConfig, folder: str, shard: Shard) -> "Project":
        """Return what ``mkdocs.yml`` says."""
        root = Path(config.config_file_path).parent if config.config_file_path else Path()
        return cls(root.resolve(), root / folder, Path(config.site_dir), config.site_url or "/", shard)

    @property
    def memory(self) -> Path:
        """The file of what a build remembers."""
        return memory_of(self.root, self.data, self.target)

    @property
    def trees(self) -> Path:
        """The file of what stands in the published trees."""
        return trees_of(self.root, self.data, self.target)

    @property
    def last(self) -> Path:
        """The file that tells what the last build was."""
        return last_of(self.root, self.data, self.target)

    @cached_property
    def code(self) -> bytes:
        """What tells versions of the code and of the site's address apart."""
        return inventory.code_digest() + self.base.encode()


def is_plain(config: MkDocsConfig, root: Path) -> bool:
    """Return whether all that goes into the site stands where ``inventory`` looks: no hooks, no other folders."""
    usual = {str(root / "docs"), str(root / "overrides")}
    inherits = "INHERIT" in (root / "mkdocs.yml").read_text("utf-8")
    here = {config.docs_dir, *config.theme.dirs[:1]} <= usual
    return here and not inherits and not config.hooks and len(config.plugins) == 1

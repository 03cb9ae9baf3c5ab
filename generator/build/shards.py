"""Shards: parts of a site, built apart on several machines and put together byte for byte as one build makes it.

Every shard reads all records, for it needs their cards; it checks and pages its own share of them.  The first one also
makes what there is once: the indexes, the hand-written pages, the theme's files.  Beside its pages a shard leaves
``shard.json``: what it was built from, what it holds, and where its links lead.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.build.places import trees_of
from generator.build.sitemap import SITEMAP, sitemaps
from generator.digests import digest
from generator.errors import BuildError, ToolError
from generator.publish import Mark, publishing, put
from generator.trees import mark_of

FILE = "shard.json"
_NAME = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")


@dataclass(frozen=True)
class Shard:
    """One part of several; ``number`` counts from 1."""

    number: int = 1
    count: int = 1

    @classmethod
    def parse(cls, text: str) -> "Shard":
        """Return what ``2/4`` means; raise ``ToolError`` when it means nothing."""
        match = _NAME.fullmatch(text)
        if not match or int(match[1]) > int(match[2]):
            message = f"--shard {text} không dùng được: viết phần/tổng số, ví dụ 2/4"
            raise ToolError(message)
        return cls(int(match[1]), int(match[2]))

    @property
    def is_first(self) -> bool:
        """Whether what there is once is made here."""
        return self.number == 1

    @property
    def is_all(self) -> bool:
        """Whether there are no other parts."""
        return self.count == 1

    def has(self, name: str) -> bool:
        """Return whether a record or list is made here: by its name alone, so that every machine agrees."""
        return int.from_bytes(digest(name.encode())[:8]) % self.count == self.number - 1


WHOLE = Shard()


class ShardFile(msgspec.Struct):
    """What a shard says of itself; digests in hexadecimal digits, sizes in bytes."""

    number: int
    count: int
    inputs: str
    day: str
    base: str
    files: dict[str, tuple[str, int]]
    links: list[str]

    @property
    def content(self) -> bytes:
        """The file."""
        return msgspec.json.format(msgspec.json.encode(self, order="sorted"), indent=1) + b"\n"


def merge(parts: Sequence[Path], out: Path, root: Path) -> int:
    """Put the shards in ``parts`` together at ``out`` in one step; return the number of pages.

    Raises ``ToolError`` when they are no shards of one build, ``BuildError`` when one is damaged.
    """
    shards = [_read(part) for part in parts]
    _refuse_strangers(shards)
    with publishing(out, trees_of(root, root, out)) as staging:
        wanted = {}
        for path, content in _files(parts, shards):
            if path in wanted:
                message = f"tệp {path} có ở hai phần"
                raise BuildError(message)
            wanted[path] = put(staging.folder, path, content)
        if dangling := {link for shard in shards for link in shard.links} - wanted.keys():
            message = f"có liên kết tới nơi không có trang nào: {', '.join(sorted(dangling)[:5])}"
            raise BuildError(message)
        for path, content in sitemaps(wanted, shards[0].base):
            wanted[path] = put(staging.folder, path, content)
        staging.finish(wanted, set(wanted))
    return sum(path.endswith("index.html") for path in wanted)


def _read(part: Path) -> ShardFile:
    try:
        return msgspec.json.decode((part / FILE).read_bytes(), type=ShardFile)
    except (OSError, msgspec.DecodeError):
        message = f"{part} không phải một phần do minhbach build --shard tạo ra"
        raise ToolError(message) from None


def _refuse_strangers(shards: Sequence[ShardFile]) -> None:
    """Refuse parts of different builds, and a set of parts that is not whole."""
    if len({(each.count, each.inputs, each.day, each.base) for each in shards}) > 1:
        message = "các phần không cùng một lượt: dữ liệu, mã, ngày hoặc địa chỉ khác nhau"
        raise ToolError(message)
    if sorted(each.number for each in shards) != list(range(1, shards[0].count + 1)):
        message = f"cần đủ {shards[0].count} phần, mỗi phần một lần; đang có {sorted(each.number for each in shards)}"
        raise ToolError(message)


def _files(parts: Sequence[Path], shards: Sequence[ShardFile]) -> Iterator[tuple[str, bytes]]:
    for part, shard in zip(parts, shards, strict=True):
        for path, (name, size) in shard.files.items():
            if path.startswith(SITEMAP):
                continue
            content = _content(part, path)
            if mark_of(content) != Mark(bytes.fromhex(name), size):
                message = f"tệp {path} của {part} đã bị sửa hoặc hỏng"
                raise BuildError(message)
            yield path, content


def _content(part: Path, path: str) -> bytes:
    place = part / path
    if not place.resolve().is_relative_to(part.resolve()) or not place.is_file():
        message = f"{part} thiếu tệp {path}"
        raise BuildError(message)
    return place.read_bytes()

"""Open what people saved, within limits: plain or gzip, 64 MB unpacked, lines of 2 MB, JSON nested 12 deep."""

import gzip
import io
import json
import re
import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import ToolError
from generator.importers.portal.troubles import words_of
from generator.read import harmless

MAX_BYTES = 64 * 1024 * 1024
MAX_LINE = 2 * 1024 * 1024
MAX_DEPTH = 12
# Commas and brackets in one JSON value, those in texts too: each may cost sixty bytes once it is an object.
MAX_SIGNS = 4_000_000
CHUNK = 1024 * 1024
GZIP = b"\x1f\x8b"
BOM = b"\xef\xbb\xbf"
TOKENS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{]|[\]}]', re.DOTALL)
STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


class Unreadable(Exception):  # noqa: N818  (not an error of the program)
    """Why a line or a file is not JSON that we take."""


@dataclass(frozen=True, slots=True)
class Found:
    """One JSON value with the place it stands at, as people read it; ``trouble`` says why there is none.

    ``is_record`` is false for what stands beside records.
    """

    place: str
    value: Any = None
    trouble: str = ""
    is_record: bool = True


def unpack(path: Path) -> Iterator[Found]:
    """Yield the JSON values of a file: one for the whole, or one a line.

    Raises ``ToolError`` when the file cannot be read, is too big or is not UTF-8 from its first line on.
    """
    shown, data = harmless(path.name), _bytes(path).removeprefix(BOM)
    start = data.lstrip()[:1]
    if start not in {b"[", b"{"}:
        raise ToolError(f"{shown}: không phải JSON; cần tệp .json hoặc .jsonl, có thể nén .gz")
    if start == b"[" or _is_one_object(data):
        yield from _whole(data, shown)
    else:
        yield from _lines(data, shown)


def _bytes(path: Path) -> bytes:
    shown = harmless(path.name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ToolError(f"{shown}: không phải một tệp thường")
        with path.open("rb") as file:
            is_packed = file.read(2) == GZIP
            file.seek(0)
            data = _capped(gzip.GzipFile(fileobj=file) if is_packed else file)
    except (OSError, EOFError, zlib.error) as error:
        why = words_of(error) if isinstance(error, OSError) and error.errno else "tệp nén hỏng hoặc thiếu"
        raise ToolError(f"{shown}: không đọc được ({why})") from None
    if len(data) > MAX_BYTES:
        raise ToolError(f"{shown}: lớn hơn {MAX_BYTES // 1024 // 1024} MB khi mở ra; chia thành nhiều tệp nhỏ hơn")
    return data


def _capped(file: Any) -> bytes:
    """Return what ``file`` holds, a little more than ``MAX_BYTES`` at most, however much it would unpack to."""
    data = bytearray()
    while len(data) <= MAX_BYTES and (chunk := file.read(CHUNK)):
        data += chunk
    return bytes(data)


def _is_one_object(data: bytes) -> bool:
    """Whether a file holds one JSON object: it is one line, or its first line is no JSON object by itself."""
    first, _end, more = data.strip().partition(b"\n")
    if not more:
        return True
    try:
        return not isinstance(load(first), dict)
    except Unreadable:
        return not first.rstrip().endswith(b"}")


def _whole(data: bytes, shown: str) -> Iterator[Found]:
    try:
        value = load(data, most=MAX_BYTES)
    except Unreadable as why:
        raise ToolError(f"{shown}: {why}") from None
    yield Found(shown, value)


def _lines(data: bytes, shown: str) -> Iterator[Found]:
    for number, row in enumerate(io.BytesIO(data), 1):
        if row.strip():
            place = f"{shown}, dòng {number}"
            try:
                yield Found(place, load(row))
            except Unreadable as why:
                yield Found(place, trouble=str(why))


def load(data: bytes, most: int = MAX_LINE) -> Any:
    """Return a JSON value whose numbers are text; raise ``Unreadable`` with words for people."""
    if len(data) > most:
        raise Unreadable(f"dài quá {most // 1024 // 1024} MB")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable("có ký tự không thuộc bảng mã UTF-8") from None
    if sum(map(text.count, ",[{")) > MAX_SIGNS:
        raise Unreadable("có quá nhiều phần tử; chia thành nhiều tệp nhỏ hơn")
    if _depth(text) > MAX_DEPTH:
        raise Unreadable(f"lồng nhau quá {MAX_DEPTH} cấp")
    try:
        return json.loads(
            text, strict=False, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_keys
        )
    except (ValueError, RecursionError):
        raise Unreadable("không phải JSON đúng cú pháp") from None


def _depth(text: str) -> int:
    """Return how deep the brackets of ``text`` nest, those inside strings apart."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return 0
    deepest = depth = 0
    for match in TOKENS.finditer(text):
        depth += STEPS.get(match[0], 0)
        deepest = max(deepest, depth)
    return deepest


def _keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; one that says a key twice is refused, for one of the two would be lost."""
    keys = dict(pairs)
    if len(keys) < len(pairs):
        raise Unreadable("có khóa viết hai lần trong một bản ghi")
    return keys

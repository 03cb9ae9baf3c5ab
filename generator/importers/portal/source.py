"""From JSON to records: text by field, each known field by its name here, the rest kept beside them."""

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.importers.portal.keys import FIELDS, field_of
from generator.importers.portal.texts import Ask, tidy
from generator.importers.portal.unpack import Found, unpack
from generator.importers.portal.wrap import opened
from generator.model.codes import LocalProcedureCode, ProcedureCode
from generator.model.values import brief
from generator.read import harmless

MAX_RECORDS = 100_000
# More does not fit into a file that our reader takes.
MAX_TEXT = 400_000
# All texts of one import; as many procedures as the country has take half of it.
MAX_TOTAL = 60_000_000
UNSEEN = frozenset({"Co", "Cn", "Cs"})
# To put marks on one letter in order takes time that grows with their square.
MAX_MARKS = 50
HEAP = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS},}}")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d?);")


@dataclass(frozen=True)
class Record:
    """One procedure as the portal told it: ``texts`` by our field names, tidied; ``raw`` all that it said."""

    code: str
    local_code: str
    place: str
    texts: Mapping[str, str]
    raw: tuple[str, ...]
    asks: tuple[Ask, ...]

    def text(self, field: str) -> str:
        """Return the text of a field; empty when there is none."""
        return self.texts.get(field, "")


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was passed over: where it stands and why, in Vietnamese; whether it was to be a record."""

    place: str
    why: str
    is_record: bool = True


def records(paths: Iterable[Path]) -> Iterator[Record | Skipped]:
    """Yield every record of every file; a code that comes again is passed over."""
    seen: dict[str, Record] = {}
    total = 0
    for count, found in enumerate(each for path in paths for one in unpack(path) for each in opened(one)):
        each = _record(found)
        total += sum(map(len, each.raw)) if isinstance(each, Record) else 0
        if count >= MAX_RECORDS or total > MAX_TOTAL:
            most = f"{MAX_RECORDS} bản ghi" if count >= MAX_RECORDS else f"{MAX_TOTAL // 1_000_000} triệu ký tự"
            yield Skipped(found.place, f"quá {most} một lần nhập; từ đây trở đi không được đọc", is_record=False)
            return
        if isinstance(each, Record) and (first := seen.setdefault(each.code, each)) is not each:
            same = "giống hệt" if first.raw == each.raw else "nội dung khác"
            each = Skipped(each.place, f"mã {each.code} đã có ở {first.place} ({same}), giữ bản trước")
        yield each


def _record(found: Found) -> Record | Skipped:
    value = found.value
    if found.trouble or not isinstance(value, dict):
        why = found.trouble or "không phải một bản ghi (nhóm khóa: giá trị)"
        return Skipped(found.place, why, found.is_record)
    known, others = _sorted_out(value)
    if why := _too_much([*known.values(), *(text for each in others for text in each)]):
        return Skipped(found.place, why)
    texts = {field: tidy(text) for field, text in known.items()}
    code, local = _codes(texts.get("code", ""))
    if not code:
        return Skipped(found.place, f"mã thủ tục {harmless(brief(texts.get('code')))} không hợp lệ")
    extra = [(tidy(key), tidy(text)) for key, text in others]
    raw = tuple(filter(None, [*texts.values(), *(text for _key, text in extra)]))
    asks = [Ask("extra", key or "?", text, keeps=True) for key, text in extra if text]
    asks += [Ask("unseen", key, signs) for key, text in (*known.items(), *others) if (signs := unseen(text))]
    return Record(code, local, found.place, texts, raw, tuple(asks))


def _too_much(texts: list[str]) -> str:
    """Return why texts are too much for a draft; empty when they are not."""
    if sum(map(len, texts)) > MAX_TEXT:
        return f"bản ghi dài quá {MAX_TEXT // 1000}.000 ký tự"
    heaps = (match[0] for text in texts if not text.isascii() for match in HEAP.finditer(text))
    is_heaped = any(sum(map(bool, map(unicodedata.combining, heap))) > MAX_MARKS for heap in heaps)
    return f"có quá {MAX_MARKS} dấu chồng lên một chữ" if is_heaped else ""


def _sorted_out(value: Mapping[str, Any]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return the texts of the fields that we know, and key and text of all else; the portal's own keys go first."""
    known, others = dict[str, str](), list[tuple[str, str]]()
    for key, said in sorted(value.items(), key=lambda each: each[0] not in FIELDS):
        field, text = field_of(key), _said(said)
        if field and field not in known and isinstance(said, str):
            known[field] = text
        else:
            others.append((key, text))
    return known, others


def unseen(text: str) -> str:
    """Return the names of the characters that no font shows, such as ``U+F0FC``; drafts cannot hold them."""
    odd = {char for char in set(text) if unicodedata.category(char) in UNSEEN} if not text.isprintable() else ()
    return ", ".join(f"U+{ord(char):04X}" for char in sorted(odd))


def _codes(text: str) -> tuple[str, str]:
    """Return the code, and the local code with its suffix if that was given; empty when it is neither."""
    if LocalProcedureCode.pattern.fullmatch(text):
        return text[:8], text
    return (text, "") if ProcedureCode.pattern.fullmatch(text) and len(text) <= 60 else ("", "")


def _said(value: Any) -> str:
    """Return what a value says, as JSON if it is no text; ``&nbsp;`` and its like are what they stand for."""
    text = value if isinstance(value, str) else "" if value in (None, [], {}) else json.dumps(value, ensure_ascii=False)
    return ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text

"""From JSON to records: text by field, each known field by its name here, the rest kept beside them."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.importers.portal.texts import Ask, tidy
from generator.importers.portal.unpack import Found, unpack
from generator.model.codes import LocalProcedureCode, ProcedureCode
from generator.model.values import brief

# The portal's name of each field, and ours.
FIELDS = {
    "ma_thu_tuc": "code",
    "detail_url": "url",
    "formality_id": "portal_id",
    "ten_thu_tuc": "title",
    "so_quyet_dinh": "decision",
    "cap_thuc_hien": "levels",
    "loai_thu_tuc": "kind",
    "linh_vuc": "field",
    "doi_tuong_thuc_hien": "audience",
    "co_quan_co_tham_quyen": "competent",
    "co_quan_thuc_hien": "executing",
    "co_quan_duoc_uy_quyen": "authorised",
    "co_quan_phoi_hop": "coordinating",
    "dia_chi_tiep_nhan": "address",
    "thu_tuc_lien_quan": "related",
    "trinh_tu_thuc_hien": "steps",
    "cach_thuc_thuc_hien": "channels",
    "thanh_phan_ho_so": "documents",
    "can_cu_phap_ly": "legal_basis",
    "yeu_cau_dieu_kien": "conditions",
    "ket_qua_xu_ly": "results",
}
MAX_RECORDS = 100_000
UNSEEN = frozenset({"Co", "Cn", "Cs"})


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
    """What was passed over: where it stands and why, in Vietnamese."""

    place: str
    why: str


def records(paths: Iterable[Path]) -> Iterator[Record | Skipped]:
    """Yield every record of every file; a code that comes again is passed over."""
    seen: dict[str, Record] = {}
    for count, found in enumerate(each for path in paths for each in unpack(path)):
        if count >= MAX_RECORDS:
            yield Skipped(found.place, f"quá {MAX_RECORDS} bản ghi một lần nhập; phần còn lại không được đọc")
            return
        each = _record(found)
        if isinstance(each, Record) and (first := seen.setdefault(each.code, each)) is not each:
            same = "giống hệt" if first.raw == each.raw else "nội dung khác"
            each = Skipped(each.place, f"mã {each.code} đã có ở {first.place} ({same}), giữ bản trước")
        yield each


def _record(found: Found) -> Record | Skipped:
    if found.trouble or not isinstance(found.value, dict):
        return Skipped(found.place, found.trouble or "không phải một bản ghi (nhóm khóa: giá trị)")
    texts = {FIELDS[key]: tidy(value) for key, value in found.value.items() if key in FIELDS and _is_text(value)}
    code, local = _codes(texts.get("code", ""))
    if not code:
        return Skipped(found.place, f"mã thủ tục {brief(texts.get('code'))} không hợp lệ")
    extra = {tidy(key): tidy(_said(value)) for key, value in found.value.items() if not _is_known(key, value)}
    raw = tuple(each for each in (*texts.values(), *extra.values()) if each)
    asks = [Ask("extra", key or "?", text, keeps=True) for key, text in extra.items() if text]
    asks += [Ask("unseen", FIELDS[key], signs) for key in texts_of(found.value) if (signs := unseen(found.value[key]))]
    return Record(code, local, found.place, texts, raw, tuple(asks))


def texts_of(value: Mapping[str, Any]) -> list[str]:
    """Return the portal's names of the fields that hold text."""
    return [key for key in value if key in FIELDS and isinstance(value[key], str)]


def unseen(text: str) -> str:
    """Return the names of the characters that no font shows, such as ``U+F0FC``; drafts cannot hold them."""
    odd = {char for char in text if unicodedata.category(char) in UNSEEN} if not text.isprintable() else ()
    return ", ".join(f"U+{ord(char):04X}" for char in sorted(odd))


def _codes(text: str) -> tuple[str, str]:
    """Return the code, and the local code with its suffix if that was given; empty when it is neither."""
    if LocalProcedureCode.pattern.fullmatch(text):
        return text[:8], text
    return (text, "") if ProcedureCode.pattern.fullmatch(text) and len(text) <= 60 else ("", "")


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_known(key: str, value: Any) -> bool:
    return (key in FIELDS and _is_text(value)) or value is None or value == ""


def _said(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)

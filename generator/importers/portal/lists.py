"""Lists between commas: levels, audience, agencies; names may hold commas themselves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.fold import fold
from generator.importers.portal.texts import is_absent, line
from generator.model.choices import Audience, Level, ProcedureKind

C = TypeVar("C")
# The portal's words for each choice; where they are the model's own words, the model has them.
LEVELS = {
    "Cấp bộ": Level.MINISTRY,
    "Cấp tỉnh": Level.PROVINCE,
    "Cấp huyện": Level.DISTRICT,
    "Cấp xã": Level.COMMUNE,
    "Cơ quan khác": Level.OTHER,
}
AUDIENCE = {each.label: each for each in Audience} | {
    "Tổ chức (không bao gồm doanh nghiệp, HTX)": Audience.ORGANISATION,
}
KINDS = {fold(each.label): each for each in ProcedureKind}
# How names of agencies begin, so that a comma inside a name is not taken for one between names; only the first
# letter has to be a capital.
HEADS = (
    "Ban",
    "Bảo hiểm",
    "Báo",
    "Bệnh viện",
    "Biên phòng",
    "Bộ",
    "Các",
    "Cảng vụ",
    "Cảnh sát",
    "Chi cục",
    "Chi nhánh",
    "Chính phủ",
    "Chủ tịch",
    "Công an",
    "Công đoàn",
    "Công ty",
    "Cơ quan",
    "Cơ sở",
    "Cục",
    "Đài",
    "Đại học",
    "Đại sứ quán",
    "Đoàn",
    "Đội",
    "Đồn",
    "Đơn vị",
    "Giám đốc",
    "Hải quan",
    "Hạt",
    "Hiệp hội",
    "Hiệu trưởng",
    "Học viện",
    "Hội",
    "Kho bạc",
    "Khu",
    "Lãnh đạo",
    "Lãnh sự quán",
    "Liên đoàn",
    "Mặt trận",
    "Ngân hàng",
    "Nhà",
    "Người",
    "Phòng",
    "Quân khu",
    "Quốc hội",
    "Quỹ",
    "Sở",
    "Tập đoàn",
    "Thanh tra",
    "Thuế",
    "Thủ trưởng",
    "Thủ tướng",
    "Toà án",
    "Tòa án",
    "Tổ chức",
    "Tổng",
    "Trại",
    "Trạm",
    "Trung tâm",
    "Trường",
    "UBND",
    "Ủy ban",
    "Uỷ ban",
    "Văn phòng",
    "Viện",
    "Vụ",
    "Vườn",
)
_HEADS = "|".join(f"{head[0]}(?i:{re.escape(head[1:])})" for head in HEADS)
BETWEEN = re.compile(rf",\s*(?=(?:{_HEADS})\b)")
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Chosen(Generic[C]):
    """The choices that a text lists, each once; the words that named them; the rest of the text."""

    values: tuple[C, ...] = ()
    labels: tuple[str, ...] = ()
    rest: str = ""


def levels(text: str) -> Chosen[Level]:
    """Return the levels of government."""
    return _chosen(text, LEVELS)


def audience(text: str) -> Chosen[Audience]:
    """Return who may carry out a procedure."""
    return _chosen(text, AUDIENCE)


def kind(text: str) -> ProcedureKind | None:
    """Return the kind when the portal's words are those of our list; TTHC is short for "thủ tục hành chính"."""
    return KINDS.get(re.sub(r"^(?:tthc|thu tuc hanh chinh)\b", "thu tuc", fold(line(text))))


def _chosen(text: str, choices: Mapping[str, C]) -> Chosen[C]:
    words = line(text)
    if is_absent(words):
        return Chosen(labels=(words,))
    names = "|".join(map(re.escape, sorted(choices, key=len, reverse=True)))
    parts = re.split(rf"(?:^|, ?)({names})(?=,|$)", words)
    rest = ", ".join(filter(None, (part.strip(" ,") for part in parts[::2])))
    return Chosen(tuple(dict.fromkeys(choices[part] for part in parts[1::2])), tuple(parts[1::2]), rest)


def agencies(text: str) -> tuple[tuple[str, ...], str]:
    """Return the names of agencies, and what is too long to be names."""
    names = () if is_absent(text) else tuple(filter(None, map(str.strip, BETWEEN.split(line(text)))))
    if any(len(name) > LONGEST_NAME for name in names):
        return (), text
    return names, ""

"""The thirteen items that the law wants public of every procedure, and what a record says of each.

Law: 63/2010/NĐ-CP, art. 8(2); the list of thirteen is the one that agencies are scored by.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from generator.errors import Problem
from generator.filed import Filed
from generator.model.base import models_in
from generator.model.choices import ENDED
from generator.model.procedure import Procedure
from generator.rules.common import OwnRules

Steps = tuple[str | int, ...]
_STEP = re.compile(r"[^.\[\]]+")


@dataclass(frozen=True, slots=True)
class LawItem:
    """One item; ``keys`` are the places in a record where it may stand, the usual one first."""

    label: str
    keys: tuple[str, ...]

    def is_given(self, record: Procedure) -> bool:
        """Whether the record says anything of the item."""
        return any(says(record, steps_of(key)) for key in self.keys)

    def is_named_unknown(self, record: Procedure) -> bool:
        """Whether the record says openly that the item is not known."""
        return any(key == name or key.startswith(f"{name}.") for name in record.unknown for key in self.keys)


LAW_ITEMS: tuple[LawItem, ...] = (
    LawItem("tên thủ tục", ("title",)),
    LawItem("trình tự thực hiện", ("steps",)),
    LawItem("cách thức thực hiện", ("channels",)),
    LawItem("thành phần hồ sơ", ("documents",)),
    LawItem("số lượng hồ sơ", ("dossier_sets",)),
    LawItem("thời hạn giải quyết", ("channels.time_limit", "steps.time_limit")),
    LawItem("cơ quan giải quyết", ("agencies.executing", "agencies.competent")),
    LawItem("đối tượng thực hiện", ("audience",)),
    LawItem("kết quả thực hiện", ("results",)),
    LawItem("phí, lệ phí", ("fees", "channels.fees")),
    LawItem("mẫu đơn, tờ khai", ("forms", "no_forms")),
    LawItem("yêu cầu, điều kiện", ("conditions",)),
    LawItem("căn cứ pháp lý", ("legal_basis",)),
)


def missing_items(record: Procedure) -> Iterator[str]:
    """Yield the label of each item that the record does not give."""
    return (item.label for item in LAW_ITEMS if not item.is_given(record))


@lru_cache(maxsize=1024)
def steps_of(path: str) -> Steps:
    """Return ``channels[0].fees`` as its steps: keys, and places in lists."""
    return tuple(int(step) if step.isdecimal() else step for step in _STEP.findall(path))


def values_at(value: Any, steps: Steps) -> Iterator[Any]:
    """Yield what stands at ``steps`` below ``value``, once for each item of the lists on the way."""
    if not steps:
        yield value
    elif isinstance(value, tuple) and isinstance(steps[0], int):
        yield from values_at(value[steps[0]], steps[1:]) if steps[0] < len(value) else ()
    elif isinstance(value, tuple):
        for item in value:
            yield from values_at(item, steps)
    else:
        yield from values_at(getattr(value, str(steps[0]), None), steps[1:])


def says(value: Any, steps: Steps) -> bool:
    """Whether something is said at ``steps`` below ``value``, in any item of the lists on the way."""
    if not steps:
        return is_filled(value)
    if isinstance(value, tuple):
        return any(says(item, steps) for item in value)
    return says(getattr(value, str(steps[0]), None), steps[1:])


def is_filled(value: Any) -> bool:
    """Whether ``value`` says something: not None, not an empty list, not a group without keys."""
    return value is not None and value != () and bool(getattr(value, "model_fields_set", True))


@lru_cache(maxsize=1024)
def key_exists(model: type[BaseModel], steps: Steps) -> bool:
    """Whether records of ``model`` may have a key at ``steps``."""
    owners = [model]
    for step in (step for step in steps if isinstance(step, str)):
        fields = [owner.model_fields[step] for owner in owners if step in owner.model_fields]
        if not fields:
            return False
        owners = [part for field in fields for part in models_in(field.annotation)]
    return bool(steps)


def items_are_given_or_named(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Mười ba nội dung luật đòi đều được ghi, hoặc được nêu tên ở unknown (trừ thủ tục đã hết hiệu lực)."""
    for item in LAW_ITEMS if filed.record.status not in ENDED else ():
        if not (item.is_given(filed.record) or item.is_named_unknown(filed.record)):
            key = item.keys[0]
            hint = f"ghi {key}; nếu nguồn không nêu thì thêm {key} vào unknown"
            yield filed.warning((key,), "thieu-noi-dung", f"luật đòi có {item.label} mà chưa ghi", hint)


def unknown_names_keys(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Mỗi mục ở unknown là tên một khóa có thật của thủ tục mà bản ghi chưa điền."""
    for index, name in enumerate(filed.record.unknown):
        yield from _misnamed(filed, index, name)


def _misnamed(filed: Filed[Procedure], index: int, name: str) -> Iterator[Problem]:
    steps = steps_of(name)
    if not key_exists(Procedure, steps):
        hint = "viết đúng tên khóa, ví dụ dossier_sets hoặc channels.time_limit"
        yield filed.error(("unknown", index), "khoa-khong-co", f"thủ tục không có khóa “{name}”", hint)
        return
    values = list(values_at(filed.record, steps))
    if values and all(map(is_filled, values)):
        message = f"“{name}” vừa ghi là chưa biết vừa có nội dung"
        yield filed.error(("unknown", index), "da-biet", message, "bỏ mục này khỏi unknown")


OWN: OwnRules = {Procedure: (items_are_given_or_named, unknown_names_keys)}

"""References: what a record names exists."""

import difflib
from collections.abc import Iterator
from typing import Any

from generator.errors import Problem
from generator.facts import Facts
from generator.filed import Filed
from generator.model import KINDS
from generator.model.assessment import Assessment
from generator.model.base import Model
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.report import FrozenReport
from generator.model.sample import Sample
from generator.nodes import Path
from generator.rules.common import CrossRules, record_of


def references_exist(filed: Filed[Any], facts: Facts) -> Iterator[Problem]:
    """Mỗi mã nhắc tới (cơ quan, văn bản, quyết định, lĩnh vực, thủ tục, kế hoạch) có bản ghi."""
    for path, code in filed.codes:
        kind = getattr(code, "kind", None)
        if kind and not facts.exists(kind, code):
            yield _unknown(filed, path, code, facts.ids(kind), f"tạo tệp {kind}/…{code}.yml")


def parts_exist(filed: Filed[Any], facts: Facts) -> Iterator[Problem]:
    """Mỗi mã trường hợp, biểu mẫu, nhóm, chỉ tiêu, nhiệm vụ nhắc tới có trong bản ghi mà nó thuộc về."""
    scoped = [(path, code, scope) for path, code in filed.codes if (scope := getattr(code, "scope", None))]
    owner = _owner(filed.record, facts) if scoped else None
    ids = {scope: {item.id for item in getattr(owner, scope, ())} for _path, _code, scope in scoped}
    for path, code, scope in scoped if owner else ():
        if code not in ids[scope]:
            yield _unknown(filed, path, code, sorted(ids[scope]), f"thêm mục ấy vào danh sách {scope}")


def _owner(record: Model, facts: Facts) -> Any:
    """Return the record whose lists hold what ``record`` refers to; None when there is none that can be read."""
    match record:
        case Progress() | Assessment():
            return record_of(facts, "plans", record.plan)
        case Sample():
            return record_of(facts, "procedures", record.procedure)
    return record


def _unknown(filed: Filed[Model], path: Path, code: str, ids: list[str], otherwise: str) -> Problem:
    near = difflib.get_close_matches(code, ids, n=1, cutoff=0.75)
    hint = f"có phải {near[0]} không? Nếu không thì {otherwise}" if near else otherwise
    return filed.error(path, "khong-thay", f"không có mục nào mã “{code}”", hint)


CROSS: CrossRules = {
    **{kind.model: (references_exist,) for kind in KINDS},
    **dict.fromkeys((Procedure, Plan, Progress, Assessment, Sample, FrozenReport), (references_exist, parts_exist)),
}

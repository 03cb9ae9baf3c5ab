"""References: what a record names exists."""

import difflib
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.errors import Problem
from generator.filed import Filed, Files, Path
from generator.model import KINDS
from generator.model.assessment import Assessment
from generator.model.base import Model
from generator.model.codes import Code
from generator.model.lists import Fields
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.sample import Sample


def codes_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, Code]]:
    """Yield every id, code and reference inside a record with its path in the file."""
    if isinstance(value, Code):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            inner = getattr(value, name)
            if isinstance(inner, Code | BaseModel | tuple):
                yield from codes_in(inner, (*path, info.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from codes_in(item, (*path, index))


def known_ids(files: Files) -> dict[str, set[str]]:
    """Return the ids that exist, by kind of record."""
    ids = {
        kind.name: {str(getattr(filed.record, kind.id_key)) for filed in files.of(kind.name, kind.model)}
        for kind in KINDS
        if not kind.single
    }
    ids["fields"] = {field.id for filed in files.of("fields", Fields) for field in filed.record.fields}
    return ids


def references_exist(files: Files) -> Iterator[Problem]:
    """Mỗi mã nhắc tới (cơ quan, văn bản, quyết định, lĩnh vực, thủ tục, kế hoạch) có bản ghi."""
    ids = known_ids(files)
    for filed in files.everything():
        for path, code in codes_in(filed.record):
            kind = getattr(code, "kind", None)
            if kind and code not in ids[kind]:
                yield _unknown(filed, path, code, ids[kind], f"tạo tệp {kind}/…{code}.yml")


def parts_exist(files: Files) -> Iterator[Problem]:
    """Mỗi mã trường hợp, biểu mẫu, nhóm, chỉ tiêu, nhiệm vụ nhắc tới có trong bản ghi mà nó thuộc về."""
    for filed in files.everything():
        owner = _owner(filed.record, files)
        for path, code in codes_in(filed.record):
            scope = getattr(code, "scope", None)
            if scope and owner is not None:
                ids = {item.id for item in getattr(owner, scope, ())}
                if code not in ids:
                    yield _unknown(filed, path, code, ids, f"thêm mục ấy vào danh sách {scope}")


def _owner(record: BaseModel, files: Files) -> BaseModel | None:
    """Return the record whose lists hold what ``record`` refers to; None when it is missing itself."""
    match record:
        case Procedure() | Plan():
            return record
        case Progress() | Assessment():
            return _find(files.of("plans", Plan), "id", record.plan)
        case Sample():
            return _find(files.of("procedures", Procedure), "code", record.procedure)
    return None


def _find(filed: list[Filed[Any]], key: str, value: str | None) -> BaseModel | None:
    return next((each.record for each in filed if getattr(each.record, key) == value), None)


def _unknown(filed: Filed[Model], path: Path, code: str, ids: set[str], otherwise: str) -> Problem:
    near = difflib.get_close_matches(code, sorted(ids), n=1, cutoff=0.75)
    hint = f"có phải {near[0]} không? Nếu không thì {otherwise}" if near else otherwise
    return filed.error(path, "khong-thay", f"không có mục nào mã “{code}”", hint)


RULES = (references_exist, parts_exist)

"""References: what a record names exists."""

import difflib
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from generator.errors import Problem
from generator.filed import Filed, Files, Path
from generator.model import KINDS
from generator.model.assessment import Assessment
from generator.model.base import Model, classes_in, models_in
from generator.model.codes import Code
from generator.model.lists import Fields
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.sample import Sample
from generator.rules.common import records


def codes_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, Code]]:
    """Yield every id, code and reference inside a record with its path in the file."""
    if isinstance(value, Code):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, key in _keys_with_codes(type(value)):
            yield from codes_in(getattr(value, name), (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from codes_in(item, (*path, index))


@cache
def _keys_with_codes(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return name and key of each field that can hold a code, so that texts and numbers are passed over."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items() if _holds(info.annotation))


def _holds(annotation: Any) -> bool:
    return any(classes_in(annotation, Code)) or any(map(_keys_with_codes, models_in(annotation)))


def known_ids(files: Files) -> dict[str, set[str]]:
    """Return the ids that exist, by kind of record; those in files with mistakes are told by the file's name."""
    ids = {
        kind.name: {str(getattr(filed.record, kind.id_key)) for filed in files.of(kind.name, kind.model)}
        for kind in KINDS
        if not kind.single
    }
    for path in files.broken:
        folder, _, name = path.partition("/")
        ids.get(folder, set()).add(PurePosixPath(name).stem)
    if "fields.yml" not in files.broken:
        ids["fields"] = {field.id for filed in files.of("fields", Fields) for field in filed.record.fields}
    return ids


def references_exist(files: Files) -> Iterator[Problem]:
    """Mỗi mã nhắc tới (cơ quan, văn bản, quyết định, lĩnh vực, thủ tục, kế hoạch) có bản ghi."""
    ids = known_ids(files)
    for filed in files.everything():
        for path, code in codes_in(filed.record):
            kind = getattr(code, "kind", None)
            if kind in ids and code not in ids[kind]:
                yield _unknown(filed, path, code, ids[kind], f"tạo tệp {kind}/…{code}.yml")


def parts_exist(files: Files) -> Iterator[Problem]:
    """Mỗi mã trường hợp, biểu mẫu, nhóm, chỉ tiêu, nhiệm vụ nhắc tới có trong bản ghi mà nó thuộc về."""
    owners = _owners(files)
    for filed in files.everything():
        own = isinstance(filed.record, Procedure | Plan)
        owner = filed.record if own else owners.get(_owner_of(filed.record))
        ids: dict[str, set[str]] = {}
        for path, code in codes_in(filed.record) if owner else ():
            if scope := getattr(code, "scope", None):
                known = ids.setdefault(scope, {item.id for item in getattr(owner, scope, ())})
                if code not in known:
                    yield _unknown(filed, path, code, known, f"thêm mục ấy vào danh sách {scope}")


Owner = tuple[type[BaseModel], str] | None


def _owners(files: Files) -> dict[Owner, BaseModel]:
    """Return the records whose lists others refer to; of two with one id, the first."""
    owned = [*records(files, "plans", "procedures")]
    return {_owner_of(filed.record): filed.record for filed in reversed(owned)}


def _owner_of(record: BaseModel) -> Owner:
    """Return the name of the record whose lists hold what ``record`` refers to."""
    match record:
        case Procedure():
            return Procedure, record.code
        case Plan():
            return Plan, record.id
        case Progress() | Assessment():
            return Plan, record.plan or ""
        case Sample():
            return Procedure, record.procedure
    return None


def _unknown(filed: Filed[Model], path: Path, code: str, ids: set[str], otherwise: str) -> Problem:
    near = difflib.get_close_matches(code, sorted(ids), n=1, cutoff=0.75)
    hint = f"có phải {near[0]} không? Nếu không thì {otherwise}" if near else otherwise
    return filed.error(path, "khong-thay", f"không có mục nào mã “{code}”", hint)


RULES = (references_exist, parts_exist)

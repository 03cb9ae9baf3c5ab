"""From text to records: find each file's kind, let the model type it, say in Vietnamese what does not fit."""

import difflib
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.errors import Problem
from generator.filed import Filed, Files, plain, problem_at
from generator.fold import fold
from generator.model import KINDS, Kind
from generator.model.base import models_in
from generator.read import Document, Raw

# pydantic's error types: our code, what is wrong, what to do.  ``{…}`` comes from the error's context.
WORDS: dict[str, tuple[str, str, str]] = {
    "missing": ("thieu", "thiếu trường bắt buộc", "thêm dòng {field}: …{title}"),
    "enum": ("gia-tri-la", "“{input}” không có trong danh sách", "chọn một trong: {choices}"),
    "literal_error": ("gia-tri-la", "“{input}” không dùng được ở đây", "viết {expected}"),
    "union_tag_invalid": (
        "gia-tri-la",
        "“{input}” không có trong danh sách",
        "chọn {key} là một trong: {expected_tags}",
    ),
    "union_tag_not_found": ("thieu", "thiếu khóa {key} cho biết loại", "thêm dòng {key}: …"),
    "model_type": ("kieu-sai", "cần một nhóm khóa: giá trị", "xuống dòng, thụt vào rồi viết từng khóa"),
    "model_attributes_type": (
        "kieu-sai",
        "cần một nhóm khóa: giá trị",
        "xuống dòng, thụt vào rồi viết từng khóa",
    ),
    "dict_type": ("kieu-sai", "cần một nhóm khóa: giá trị", "xuống dòng, thụt vào rồi viết từng khóa"),
    "tuple_type": ("kieu-sai", "cần một danh sách", "viết mỗi mục một dòng, bắt đầu bằng dấu gạch nối"),
    "too_short": ("trong", "danh sách để trống", "thêm ít nhất một mục, hoặc bỏ cả khóa này nếu chưa biết"),
    "greater_than_equal": (
        "ngoai-khoang",
        "{input} nhỏ hơn mức thấp nhất là {ge}",
        "viết số từ {ge} trở lên",
    ),
    "less_than_equal": ("ngoai-khoang", "{input} lớn hơn mức cao nhất là {le}", "viết số đến {le}"),
}


def shape(raw: Raw) -> tuple[Files, list[Problem]]:
    """Return the records that fit their models, and the problems of those that do not."""
    by_kind: dict[str, list[Filed[Any]]] = {kind.name: [] for kind in KINDS}
    problems: list[Problem] = []
    for document in raw.documents:
        kind = kind_of(document.path)
        if kind is None:
            problems.append(_stray(document))
            continue
        try:
            record = kind.model.model_validate(plain(document.root))
            by_kind[kind.name].append(Filed(record, document))
        except ValidationError as error:
            problems.extend(_problem(document, kind, detail) for detail in error.errors(include_url=False))
    return Files(by_kind, raw.attachments, raw.shown_root), problems


def kind_of(path: str) -> Kind | None:
    """Return the kind of the file at ``path`` (below the data folder), or None when it stands nowhere known."""
    folder, *rest = path.split("/")
    for kind in KINDS:
        if kind.single and path == f"{kind.name}.yml":
            return kind
        if not kind.single and folder == kind.name and len(rest) == kind.depth + 1:
            return kind
    return None


def _stray(document: Document) -> Problem:
    places = ", ".join(kind.name + (".yml" if kind.single else "/" + "…/" * kind.depth) for kind in KINDS)
    return problem_at(document, (), "sai-cho", "tệp nằm ở nơi không dùng", f"chuyển vào một trong: {places}")


def _problem(document: Document, kind: Kind, detail: ErrorDetails) -> Problem:
    path = detail["loc"]
    context: dict[str, Any] = {**(detail.get("ctx") or {})}
    if detail["type"] == "extra_forbidden":
        owner = _owner(kind.model, path[:-1])
        return problem_at(document, path, "khoa-la", "khóa này không có trong mẫu", _nearest(str(path[-1]), owner))
    if detail["type"] not in WORDS:
        return problem_at(
            document, path, detail["type"], detail["msg"], str(context.get("hint", "xem từ điển dữ liệu"))
        )
    code, message, hint = WORDS[detail["type"]]
    words = _words(kind, detail, context)
    return problem_at(document, path, code, message.format_map(words), hint.format_map(words))


class _Blank(dict[str, Any]):
    """Context for messages: a name that is not there reads as nothing."""

    def __missing__(self, key: str) -> str:
        return ""


def _words(kind: Kind, detail: ErrorDetails, context: dict[str, Any]) -> _Blank:
    path = detail["loc"]
    given = detail.get("input")
    key = str(context.get("discriminator", "")).strip("'")
    if isinstance(given, dict) and key:
        given = given.get(key, "")
    title = _title(kind.model, path)
    return _Blank(
        context,
        field=path[-1] if path else "",
        title=f" ({title})" if title else "",
        input=str(given)[:60],
        key=key,
        choices=str(context.get("expected", "")).replace("'", "").replace(" or ", ", "),
        expected=str(context.get("expected", "")).replace("'", "").replace(" or ", " hoặc "),
        expected_tags=str(context.get("expected_tags", "")).replace("'", "").replace("=", ""),
    )


def _title(model: type[BaseModel], path: tuple[str | int, ...]) -> str:
    """Return the Vietnamese title of the field at ``path``, or nothing when it cannot be found."""
    owner = _owner(model, path[:-1])
    field = owner.model_fields.get(str(path[-1])) if owner and path else None
    return (field and field.title) or ""


def _owner(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Return the model that stands at ``path`` below ``model``; None when the path leaves the models."""
    owners = [model]
    for step in path:
        if isinstance(step, int):
            continue
        if step.startswith("=") or not any(step in owner.model_fields for owner in owners):
            owners = [owner for owner in owners if _is_branch(owner, step.lstrip("="))] or owners
            continue
        owners = [
            part
            for owner in owners
            if step in owner.model_fields
            for part in models_in(owner.model_fields[step].annotation)
        ]
    return owners[0] if owners else None


def _is_branch(model: type[BaseModel], tag: str) -> bool:
    """Whether ``model`` is the branch ``tag`` of a union: by a literal field, or by a required field's name."""
    for field in model.model_fields.values():
        if tag in getattr(field.annotation, "__args__", ()) or field.default == tag:
            return True
    return False


def _nearest(key: str, owner: type[BaseModel] | None) -> str:
    """Return a hint that names the likeliest key: by spelling, or by its Vietnamese name."""
    fields = owner.model_fields if owner else {}
    names = {(field.alias or name): field for name, field in fields.items()}
    by_title = {fold(field.title or "").replace(" ", "_"): name for name, field in names.items()}
    close = difflib.get_close_matches(fold(key).replace(" ", "_"), [*names, *by_title], n=1, cutoff=0.6)
    if close:
        return f"có phải {by_title.get(close[0], close[0])} không? Nếu không thì xóa dòng này"
    return "xóa dòng này; các khóa dùng được: " + ", ".join(sorted(names))

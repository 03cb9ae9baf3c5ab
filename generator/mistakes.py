"""Say in Vietnamese what does not fit a model: where, what is wrong, what to do."""

import difflib
from collections.abc import Mapping as Table
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.errors import Problem
from generator.filed import problem_at
from generator.fold import fold
from generator.model.base import Choice, classes_in, models_in
from generator.model.values import brief
from generator.nodes import Mapping, Node, Path, Scalar, Sequence
from generator.read import Document

GROUP = ("kieu-sai", "cần một nhóm khóa: giá trị", "xuống dòng, thụt vào rồi viết từng khóa")
# pydantic's error types: our code, what is wrong, what to do.  ``{…}`` comes from the error's context.
WORDS: dict[str, tuple[str, str, str]] = {
    "missing": ("thieu", "thiếu trường bắt buộc", "thêm dòng {field}: …{title}"),
    "extra_forbidden": ("khoa-la", "khóa này không có trong mẫu", "{keys}"),
    "enum": ("gia-tri-la", "{input} không phải giá trị được nhận", "{choices}"),
    "literal_error": ("gia-tri-la", "{input} không dùng được ở đây", "viết {expected}"),
    "union_tag_invalid": (
        "gia-tri-la",
        "{input} không phải giá trị được nhận",
        "chọn {key} là một trong: {expected_tags}",
    ),
    "union_tag_not_found": ("thieu", "thiếu khóa {key} cho biết loại", "thêm dòng {key}: …"),
    "model_type": GROUP,
    "model_attributes_type": GROUP,
    "dict_type": GROUP,
    "tuple_type": ("kieu-sai", "cần một danh sách", "viết mỗi mục một dòng, bắt đầu bằng dấu gạch nối"),
    "too_short": ("trong", "danh sách để trống", "thêm ít nhất một mục, hoặc bỏ cả khóa này nếu chưa biết"),
    "greater_than_equal": ("ngoai-khoang", "{input} nhỏ hơn mức thấp nhất là {ge}", "viết số từ {ge} trở lên"),
    "less_than_equal": ("ngoai-khoang", "{input} lớn hơn mức cao nhất là {le}", "viết số đến {le}"),
}
OTHER = ("sai-mau", "{input} không hợp mẫu", "xem khóa này ở từ điển dữ liệu")
TAG_KEYS = ("kind", "level")
MOST_LABELS = 12


class _Words(dict[str, Any]):
    """Context for messages: a name that is not there reads as nothing."""

    def __missing__(self, key: str) -> str:
        return ""


def problem_of(document: Document, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    """Return the problem that an error of pydantic is to people."""
    path, owners = resolve(document.root, model, detail["loc"])
    context = detail.get("ctx") or {}
    if "hint" in context:  # raised by our own values, in Vietnamese
        return problem_at(document, path, detail["type"], detail["msg"], context["hint"])
    code, message, hint = WORDS.get(detail["type"], OTHER)
    words = _Words(context, **_said(detail), **_named(path, owners, detail.get("input")))
    return problem_at(document, path, code, message.format_map(words), hint.format_map(words))


def resolve(root: Node, model: type[BaseModel], place: Path) -> tuple[Path, list[type[BaseModel]]]:
    """Return ``place`` without the tags of unions, and the models that may hold its last key."""
    node: Node | None = root
    path: list[str | int] = []
    owners, below = [model], [model]
    for position, step in enumerate(place):
        if isinstance(step, str) and _is_tag(node, step, is_last=position == len(place) - 1):
            below = [owner for owner in below if _is_branch(owner, step)] or below
            continue
        if isinstance(step, str):
            owners = below
            below = [part for field in _fields(owners, step) for part in models_in(field.annotation)]
        path.append(step)
        node = _child(node, step)
    return tuple(path), owners


def _is_tag(node: Node | None, step: str, *, is_last: bool) -> bool:
    """Whether a step names the branch of a union: ours begin with ``=``, others equal the key that tells."""
    if step.startswith("=") or is_last or not isinstance(node, Mapping):
        return step.startswith("=")
    told = (node.values.get(key) for key in TAG_KEYS)
    return any(isinstance(value, Scalar) and value.text == step for value in told)


def _is_branch(model: type[BaseModel], tag: str) -> bool:
    return any(tag in getattr(field.annotation, "__args__", ()) for field in model.model_fields.values())


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.values.get(str(step))
    return node.items[step] if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items) else None


def _by_key(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {(field.alias or name): field for name, field in model.model_fields.items()}


def _fields(owners: list[type[BaseModel]], key: str) -> list[FieldInfo]:
    return [fields[key] for fields in map(_by_key, owners) if key in fields]


def _said(detail: ErrorDetails) -> dict[str, str]:
    """Return the words that come from the error: what was given, what was expected."""
    context = detail.get("ctx") or {}
    told_by = str(context.get("discriminator", "")).strip("'")
    key = told_by if told_by in TAG_KEYS else TAG_KEYS[0]
    given = detail.get("input")
    if isinstance(given, dict) and told_by:
        given = given.get(key)
    expected, tags = str(context.get("expected", "")), str(context.get("expected_tags", ""))
    return {
        "input": brief(given),
        "key": key,
        "expected": expected.replace("'", "").replace(" or ", " hoặc "),
        "expected_tags": tags.replace("'", "").replace("=", ""),
    }


def _named(path: Path, owners: list[type[BaseModel]], given: Any) -> dict[str, str]:
    """Return the words that come from the models: the field's name and title, keys and choices there are."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    fields = _fields(owners, key)
    title = next((field.title for field in fields if field.title), "")
    choices = next((choice for field in fields for choice in classes_in(field.annotation, Choice)), None)
    return {
        "field": key,
        "title": f" ({title})" if title else "",
        "keys": _nearest_key(key, owners),
        "choices": _nearest_choice(str(given), choices) if choices else "",
    }


def _nearest_key(key: str, owners: list[type[BaseModel]]) -> str:
    """Return a hint that names the likeliest key: by spelling, or by its Vietnamese name."""
    fields = {name: field for owner in owners for name, field in _by_key(owner).items()}
    titles = {_underscored(field.title or ""): name for name, field in fields.items()}
    if near := _likeliest(_underscored(key), titles | {name: name for name in fields}):
        return f"có phải {near} không? Nếu không thì xóa dòng này"
    return "xóa dòng này; các khóa dùng được: " + ", ".join(sorted(fields))


def _nearest_choice(given: str, choices: type[Choice]) -> str:
    """Return a hint that names the likeliest value, by spelling or by its Vietnamese words, and all there are."""
    labels = {_underscored(choice.label): choice.value for choice in choices}
    near = _likeliest(_underscored(given), labels | {choice.value: choice.value for choice in choices})
    short = len(choices) <= MOST_LABELS
    listed = ", ".join(f"{each.value} ({each.label})" if short and each.label else each.value for each in choices)
    return (f"có phải {near} không? Nếu không thì " if near else "") + f"chọn một trong: {listed}"


def _underscored(text: str) -> str:
    return fold(text).replace(" ", "_")


def _likeliest(word: str, answers: Table[str, str]) -> str | None:
    close = difflib.get_close_matches(word, answers, n=1, cutoff=0.6)
    return answers[close[0]] if close else None

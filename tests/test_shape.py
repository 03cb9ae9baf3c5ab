"""From text to records: each mistake of shape is told once, in Vietnamese, at the place to change."""

import pathlib
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pydantic import BaseModel

from generator.check import check
from generator.errors import DataError, Problem
from generator.model import KINDS
from generator.model.base import models_in
from generator.nodes import Mapping, Node, Path, Scalar, Sequence
from generator.parse import parse
from generator.read import Document, Raw, read
from generator.shape import kind_of, shaped
from tests.builds import SAMPLE, TODAY
from tests.test_rules import in_vietnamese

READABLE = re.compile(r"[a-z_]\w*(?:\[\d+\]|\.[a-z_]\w*)*", re.ASCII)
ODD = Scalar("zzz ?", 1, 1)
JUNK: dict[str, Node] = {
    "word": ODD,
    "nothing": Scalar("", 1, 1),
    "empty text": Scalar("", 1, 1, plain=False),
    "negative": Scalar("-5", 1, 1),
    "group": Mapping(1, 1, {"x": ODD}, {"x": ODD}),
    "list": Sequence(1, 1, [ODD]),
    "empty list": Sequence(1, 1, []),
}


@pytest.fixture(scope="module")
def sample() -> Raw:
    """Return the sample as read."""
    return read(SAMPLE)


def _mistakes(document: Document) -> list[Problem]:
    return shaped(document)[1]


def _record(path: str, text: str) -> Document:
    return Document(path, f"data/{path}", parse(text))


def _places(node: Node, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every value, group and list below ``node``."""
    if path:
        yield path
    inner = node.values.items() if isinstance(node, Mapping) else enumerate(getattr(node, "items", ()))
    for step, value in inner:
        yield from _places(value, (*path, step))


def _with(node: Node, path: Path, junk: Node) -> Node:
    """Return ``node`` with ``junk`` at ``path``."""
    if not path:
        return junk
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping):
        return replace(node, values={**node.values, str(step): _with(node.values[str(step)], rest, junk)})
    assert isinstance(node, Sequence)
    return replace(node, items=[_with(item, rest, junk) if at == step else item for at, item in enumerate(node.items)])


def _shown(path: Path) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_junk_anywhere_is_told_in_vietnamese_at_its_place(junk: Node, sample: Raw) -> None:
    """Whatever stands where a value of the sample stood, each problem has Vietnamese words and a path at or near it."""
    for document in sample.documents:
        for path in _places(document.root):
            root = _with(document.root, path, junk)
            assert isinstance(root, Mapping)
            for problem in _mistakes(replace(document, root=root)):
                near = _shown(path[:-1])
                assert in_vietnamese(f"{problem.message} {problem.hint}"), problem
                assert READABLE.fullmatch(problem.field), problem
                assert problem.field.startswith(near), (problem, path)


def test_the_sample_shows_every_key() -> None:
    """Each key of each model is used somewhere in the sample, so that what holds for it holds for all keys."""
    files = [shaped(document)[0] for document in read(SAMPLE).documents]
    used = {key for filed in files if filed for key in _keys_used(filed.record)}
    known = {key for kind in KINDS for key in _keys_of(kind.model)}
    assert known - used == {("Span", "kind")}  # never written: it is the default


def _keys_used(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield type(value).__name__, name
            yield from _keys_used(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _keys_used(item)


def _keys_of(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    for name, field in model.model_fields.items():
        yield model.__name__, name
        for part in models_in(field.annotation):
            yield from _keys_of(part)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("site.yml", "site"),
        ("agencies/so.yml", "agencies"),
        ("procedures/so/1.001308.yml", "procedures"),
        ("progress/kh/2024-q3.yml", "progress"),
        ("sub/site.yml", None),
        ("agencies.yml", None),
        ("agencies/sub/so.yml", None),
        ("procedures/1.001308.yml", None),
        ("agencies", None),
    ],
)
def test_the_kind_of_a_file(path: str, kind: str | None) -> None:
    """A file's place tells what record it is; other places hold none."""
    found = kind_of(path)
    assert (found and found.name) == kind


HINTS = [
    ("nane: Thử\n", "có phải name không?"),
    ("ten_day_du: Thử\n", "có phải name không?"),
    ("Tên đầy đủ: Thử\n", "có phải name không?"),
    ("qqq: Thử\n", "các khóa dùng được: code, contact"),
    ("kind: Sở, ban, ngành cấp tỉnh\n", "có phải department không?"),
    ("kind: Xã\n", "chọn một trong: government"),
    ("kind:\n", "thêm dòng kind: … (Loại)"),
    ("illustration: có\n", "viết true (có) hoặc false (không)"),
    ("contact: {phone: [1]}\n", "không viết danh sách hay nhóm khóa"),
]


@pytest.mark.parametrize(("text", "hint"), HINTS)
def test_a_hint_says_what_to_write(text: str, hint: str) -> None:
    """A hint names the likeliest key or value, also from its Vietnamese name."""
    assert hint in " ".join(each.hint for each in _mistakes(_record("agencies/thu.yml", text)))


def test_a_choice_is_found_by_its_vietnamese_words() -> None:
    """A value written in Vietnamese is answered with the value to write."""
    text = "channels:\n  - channel: trực tuyến\n"
    problem = next(each for each in _mistakes(_record("procedures/so/MAU-02.yml", text)) if each.line == 2)
    assert problem.hint.startswith("có phải online không?")


UNIONS = [
    ("{kind: month, month: 13, year: 2026}", "due.month"),
    ("{kind: month, month: 3}", "due.year"),
    ("{kind: year, year: tám}", "due.year"),
    ("{kind: quarter, quarter: 5, year: 2026}", "due.quarter"),
    ("{kind: every, periods: [ngày]}", "due.periods[0]"),
    ("{kind: when, legal: A B, condition: x}", "due.legal"),
    ("{kind: by, dates: 2026-01-01, date: 2026-01-01}", "due.dates"),
]


@pytest.mark.parametrize(("due", "field"), UNIONS)
def test_a_branch_of_a_union_is_no_part_of_the_path(due: str, field: str) -> None:
    """The path of a mistake is what stands in the file, also where a kind is named like a key."""
    text = f"tasks:\n  - id: '1'\n    area: digital\n    text: Thử\n    due: {due}\n"
    problems = [each for each in _mistakes(_record("plans/thu.yml", text)) if each.field.startswith("tasks")]
    assert [(each.field, each.line) for each in problems] == [(f"tasks[0].{field}", 5)]


def test_a_list_with_a_wrong_item_is_not_called_empty() -> None:
    """A mistake in the only item of a list is told once."""
    text = "events:\n  - {id: a, name: A, description: A, procedures: [khong]}\n"
    assert [each.code for each in _mistakes(_record("life-events.yml", text))] == ["ma-sai"]


def test_what_refers_to_a_broken_file_is_not_blamed() -> None:
    """A file with mistakes still counts as being there, so that one mistake is not told many times."""
    broken = _record("agencies/so.yml", "id: so\n")
    naming = _record("agencies/phong.yml", "id: phong\nname: Phòng\nkind: other\nparent: so\n")
    with pytest.raises(DataError) as error:
        check(Raw((naming, broken), {}, (), "data", pathlib.Path("data")), TODAY)
    assert {each.file for each in error.value.problems} == {"data/agencies/so.yml", "data/site.yml"}

"""Chains: nothing stands above itself, holds itself or comes after itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.errors import Problem
from generator.filed import Files, Path
from generator.model.lists import Fields
from generator.model.plan import ParentPlan, Plan
from generator.rules.common import records

Links = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Chain:
    """A key that names other records of the same kind: where it stands and what it says."""

    kind: str
    path: Path
    follow: Callable[[Any], tuple[str, ...]]
    words: str
    id_key: str = "id"


def _parent_plan(plan: Plan) -> tuple[str, ...]:
    return (plan.parent.plan,) if isinstance(plan.parent, ParentPlan) else ()


CHAINS: tuple[Chain, ...] = (
    Chain("agencies", ("parent",), lambda each: (each.parent,) if each.parent else (), "thuộc về"),
    Chain("agencies", ("members",), lambda each: each.members, "gồm"),
    Chain("agencies", ("succeeded_by",), lambda each: each.succeeded_by, "được kế thừa bởi"),
    Chain("legal", ("replaced_by",), lambda each: each.replaced_by, "được thay bằng"),
    Chain("legal", ("amended_by",), lambda each: each.amended_by, "được sửa đổi bởi"),
    Chain("procedures", ("replaced_by",), lambda each: each.replaced_by, "được thay bằng", id_key="code"),
    Chain("plans", ("parent",), _parent_plan, "cụ thể hóa"),
)


def no_record_leads_to_itself(files: Files) -> Iterator[Problem]:
    """Cơ quan, văn bản, thủ tục, kế hoạch không thuộc về, không gồm, không nối tiếp chính nó, dù qua nhiều bước."""
    for chain in CHAINS:
        filed = {str(getattr(each.record, chain.id_key)): each for each in records(files, chain.kind)}
        links = {name: chain.follow(each.record) for name, each in filed.items()}
        for name in _looping(links):
            message = f"đi theo “{chain.words}” thì “{name}” quay về chính nó"
            yield filed[name].error(chain.path, "vong-lap", message, "sửa hoặc bỏ mã gây vòng lặp")


def no_field_leads_to_itself(files: Files) -> Iterator[Problem]:
    """Lĩnh vực không thuộc về chính nó."""
    for filed in files.of("fields", Fields):
        links = {str(field.id): (field.parent,) if field.parent else () for field in filed.record.fields}
        looping = _looping(links)
        for index, field in enumerate(filed.record.fields):
            if field.id in looping:
                message = f"đi theo parent thì “{field.id}” quay về chính nó"
                yield filed.error(("fields", index, "parent"), "vong-lap", message, "sửa hoặc bỏ parent")


def _looping(links: Links) -> list[str]:
    """Return the names from which following the links leads back to the start."""
    return [start for start in links if links[start] and start in _reached(start, links)]


def _reached(start: str, links: Links) -> set[str]:
    reached: set[str] = set()
    todo = [*links[start]]
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            todo.extend(links.get(name, ()))
    return reached


RULES = (no_record_leads_to_itself, no_field_leads_to_itself)

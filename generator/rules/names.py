"""Names: files, folders and ids agree and are unique."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.cards import SampleCard
from generator.errors import Problem
from generator.facts import Facts
from generator.filed import Filed
from generator.model import KINDS
from generator.model.assessment import Assessment
from generator.model.base import Model
from generator.model.lists import Fields, LifeEvents
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.rules.common import CrossRules, FiledAt, OwnRules

IN_FOLDERS = {kind.model: kind for kind in KINDS if not kind.single}
# Kinds with an id of their own, and its key; the records of periods are told apart by folder and period.
WITH_IDS = {kind.name: kind.id_key for kind in KINDS if not kind.single and kind.folder_key not in {"plan", "agency"}}
# Lists whose items carry an id that the rest of the record refers to.
LISTS: dict[type[Model], tuple[str, ...]] = {
    Procedure: ("cases", "forms"),
    Plan: ("groups", "targets", "tasks"),
    Assessment: ("groups",),
    Fields: ("fields",),
    LifeEvents: ("events",),
}


def id_is_file_name(filed: Filed[Model]) -> Iterator[Problem]:
    """Mã trong tệp bằng tên tệp; tên thư mục bằng khóa mà nó đại diện."""
    kind = IN_FOLDERS[type(filed.record)]
    *_folders, folder, file = filed.document.path.split("/")
    expected = {kind.id_key: file.removesuffix(".yml")}
    if kind.folder_key:
        expected[kind.folder_key] = folder
    for key, name in expected.items():
        value = str(getattr(filed.record, key))
        if value != name:
            place = "tệp" if key == kind.id_key else "thư mục"
            hint = f"đổi tên {place} thành {value}, hoặc sửa {key} thành {name}"
            yield filed.error((key,), "ten-tep", f"{key} là “{value}” mà tên {place} là “{name}”", hint)


def item_ids_are_unique(filed: Filed[Model]) -> Iterator[Problem]:
    """Trong một bản ghi, các mục cùng danh sách không trùng mã."""
    for name in LISTS[type(filed.record)]:
        yield from _repeats(filed, name, [item.id for item in getattr(filed.record, name)])


def _repeats(filed: Filed[Model], name: str, ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, value in enumerate(ids):
        if value in seen:
            yield filed.error((name, index, "id"), "ma-trung", f"mã “{value}” đã dùng ở trên", "đặt mã khác")
        seen.add(value)


def procedure_folder_is_an_agency(filed: Filed[Procedure], facts: Facts) -> Iterator[Problem]:
    """Thư mục chứa thủ tục mang mã của một cơ quan có bản ghi."""
    folder = filed.document.path.split("/")[-2]
    if not facts.exists("agencies", folder):
        hint = "đặt tệp vào thư mục mang mã cơ quan thực hiện"
        yield filed.error((), "thu-muc", f"không có cơ quan nào mã “{folder}”", hint)


def ids_are_unique(facts: Facts, filed_at: FiledAt) -> Iterator[Problem]:
    """Không có hai bản ghi cùng loại trùng mã."""
    files: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for file, cards in facts.held.cards.items() if _has_fewer_ids_than_cards(facts) else ():
        kind = file.partition("/")[0]
        for card in cards if kind in WITH_IDS else ():
            files[kind, card.sample if isinstance(card, SampleCard) else card.id].append(file)
    for (kind, value), named in files.items():
        if len(named) > 1:
            first, *others = sorted(named, key=lambda file: file.split("/"))
            message = f"mã “{value}” đã có ở {filed_at(first).document.shown}"
            for other in others:
                yield filed_at(other).error((WITH_IDS[kind],), "ma-trung", message, "đổi mã và tên tệp")


def _has_fewer_ids_than_cards(facts: Facts) -> bool:
    """Whether some id must be there twice: a quick look.  Samples have ids of their own besides their procedure's."""
    samples = facts.samples.cards.values()
    cards = sum(map(len, facts.held.cards.values()))
    return len(facts.paths) < cards or len({each.sample for each in samples}) < len(samples)


OWN: OwnRules = {
    **dict.fromkeys(IN_FOLDERS, (id_is_file_name,)),
    **{
        model: (id_is_file_name, item_ids_are_unique) if model in IN_FOLDERS else (item_ids_are_unique,)
        for model in LISTS
    },
}
CROSS: CrossRules = {Procedure: (procedure_folder_is_an_agency,)}
OF_ALL = (ids_are_unique,)

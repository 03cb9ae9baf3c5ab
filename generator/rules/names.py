"""Names: files, folders and ids agree and are unique."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.errors import Problem
from generator.filed import Filed, Files
from generator.model import KINDS, Kind
from generator.model.base import Model
from generator.model.procedure import Procedure
from generator.rules.references import known_ids


def id_is_file_name(files: Files) -> Iterator[Problem]:
    """Mã trong tệp bằng tên tệp; tên thư mục bằng khóa mà nó đại diện."""
    for kind in KINDS:
        for filed in () if kind.single else files.of(kind.name, kind.model):
            yield from _file_name(kind, filed)


def _file_name(kind: Kind, filed: Filed[Model]) -> Iterator[Problem]:
    path = PurePosixPath(filed.document.path)
    expected = {kind.id_key: path.stem}
    if kind.folder_key:
        expected[kind.folder_key] = path.parent.name
    for key, name in expected.items():
        value = str(getattr(filed.record, key))
        if value != name:
            place = "tệp" if key == kind.id_key else "thư mục"
            hint = f"đổi tên {place} thành {value}, hoặc sửa {key} thành {name}"
            yield filed.error((key,), "ten-tep", f"{key} là “{value}” mà tên {place} là “{name}”", hint)


def ids_are_unique(files: Files) -> Iterator[Problem]:
    """Không có hai bản ghi cùng loại trùng mã."""
    for kind in KINDS:
        if kind.single or kind.folder_key in {"plan", "agency"}:
            continue
        seen: dict[str, str] = {}
        for filed in files.of(kind.name, kind.model):
            value = str(getattr(filed.record, kind.id_key))
            first = seen.setdefault(value, filed.document.shown)
            if first != filed.document.shown:
                yield filed.error((kind.id_key,), "ma-trung", f"mã “{value}” đã có ở {first}", "đổi mã và tên tệp")


# Lists whose items carry an id that the rest of the record refers to.
LISTS = {
    "procedures": ("cases", "forms"),
    "plans": ("groups", "targets", "tasks"),
    "assessments": ("groups",),
    "fields": ("fields",),
    "life-events": ("events",),
}


def item_ids_are_unique(files: Files) -> Iterator[Problem]:
    """Trong một bản ghi, các mục cùng danh sách không trùng mã."""
    for kind in KINDS:
        for filed in files.of(kind.name, kind.model):
            for name in LISTS.get(kind.name, ()):
                yield from _repeats(filed, name, [item.id for item in getattr(filed.record, name)])


def _repeats(filed: Filed[Model], name: str, ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, value in enumerate(ids):
        if value in seen:
            yield filed.error((name, index, "id"), "ma-trung", f"mã “{value}” đã dùng ở trên", "đặt mã khác")
        seen.add(value)


def procedure_folder_is_an_agency(files: Files) -> Iterator[Problem]:
    """Thư mục chứa thủ tục mang mã của một cơ quan có bản ghi."""
    agencies = known_ids(files)["agencies"]
    for filed in files.of("procedures", Procedure):
        folder = PurePosixPath(filed.document.path).parent.name
        if folder not in agencies:
            hint = "đặt tệp vào thư mục mang mã cơ quan thực hiện"
            yield filed.error((), "thu-muc", f"không có cơ quan nào mã “{folder}”", hint)


RULES = (id_is_file_name, ids_are_unique, item_ids_are_unique, procedure_folder_is_an_agency)

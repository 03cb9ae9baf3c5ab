"""Forms and other files: what is named is there, what is there is named."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.errors import Problem, Severity
from generator.filed import Filed, Files, Path
from generator.model.parts import EvidenceFile
from generator.model.progress import Progress
from generator.model.sample import Sample
from generator.rules.common import procedures

MAX_BYTES = 10 * 1024 * 1024
NOT_KNOWN = frozenset({"forms.file", "forms.url"})
YAML_SUFFIXES = frozenset({".yml", ".yaml"})


def forms_can_be_had(files: Files) -> Iterator[Problem]:
    """Biểu mẫu được nhắc tới thì có tệp hoặc địa chỉ tải; nguồn không kèm thì nêu forms.file ở unknown."""
    for filed in procedures(files):
        bare = [index for index, form in enumerate(filed.record.forms) if not (form.file or form.url)]
        if bare and NOT_KNOWN.isdisjoint(filed.record.unknown):
            names = ", ".join(filed.record.forms[index].code or filed.record.forms[index].name for index in bare)
            message = f"biểu mẫu không có tệp, cũng không có địa chỉ tải: {names}"
            place = f"đặt tệp vào thư mục {filed.record.code}/ và ghi file, hoặc ghi url"
            hint = f"{place}; nguồn không kèm thì thêm forms.file vào unknown"
            yield filed.warning(("forms", bare[0]), "bieu-mau-thieu-tep", message, hint)


def named_files(files: Files) -> Iterator[tuple[Filed[Any], Path, str]]:
    """Yield every file that a record names, with the place it must stand at below the data folder."""
    for filed in procedures(files):
        folder = PurePosixPath(filed.document.path).with_suffix("")
        for index, form in enumerate(filed.record.forms):
            if form.file:
                yield filed, ("forms", index, "file"), f"{folder}/{form.file}"
    for sample in files.of("samples", Sample):
        beside = PurePosixPath(sample.document.path).parent
        for index, part in enumerate(sample.record.files):
            yield sample, ("files", index, "file"), f"{beside}/{part.file}"
    yield from _evidence(files)


def _evidence(files: Files) -> Iterator[tuple[Filed[Any], Path, str]]:
    for filed in files.of("progress", Progress):
        beside = PurePosixPath(filed.document.path).parent
        for name in ("targets", "tasks"):
            for row, part in enumerate(getattr(filed.record, name)):
                for index, evidence in enumerate(part.evidence):
                    if isinstance(evidence, EvidenceFile):
                        yield filed, (name, row, "evidence", index, "file"), f"{beside}/{evidence.file}"


def named_file_exists(files: Files) -> Iterator[Problem]:
    """Tệp được nêu tên nằm đúng chỗ: mẫu ở thư mục mang mã thủ tục, tệp khác ở cạnh bản ghi."""
    for filed, path, place in named_files(files):
        if place not in files.attachments:
            message = f"không có tệp {files.shown(place)}"
            yield filed.error(path, "tep-khong-co", message, "đặt tệp vào đúng chỗ ấy, hoặc sửa tên tệp")


def file_is_named(files: Files) -> Iterator[Problem]:
    """Tệp nằm trong thư mục dữ liệu thì có bản ghi nêu tên; tệp YAML có đuôi .yml."""
    named = {place for _filed, _path, place in named_files(files)}
    for path in files.attachments:
        if PurePosixPath(path).suffix.lower() in YAML_SUFFIXES:
            hint = "đổi đuôi tệp thành .yml"
            message = "tệp YAML không có đuôi .yml nên không được đọc"
            yield Problem(files.shown(path), 1, 1, "duoi-tep", "", message, hint)
        elif path not in named and not files.broken:
            hint = "nêu tên tệp ở bản ghi dùng nó, hoặc xóa tệp"
            message = "không có bản ghi nào nêu tên tệp này"
            yield Problem(files.shown(path), 1, 1, "tep-thua", "", message, hint, Severity.WARNING)


def file_is_light(files: Files) -> Iterator[Problem]:
    """Tệp để tải không quá 10 MB."""
    for path, size in files.attachments.items():
        if size > MAX_BYTES:
            hint = "nén lại hoặc chia thành nhiều tệp"
            yield Problem(files.shown(path), 1, 1, "tep-qua-nang", "", "tệp nặng hơn 10 MB", hint)


RULES = (forms_can_be_had, named_file_exists, file_is_named, file_is_light)

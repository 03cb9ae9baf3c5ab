"""Forms and other files: what is named is there, what is there is named."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.errors import Problem, Severity
from generator.facts import Facts
from generator.filed import Filed
from generator.model.parts import EvidenceFile
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.sample import Sample
from generator.nodes import Path
from generator.rules.common import CrossRules, FiledAt, OwnRules, shown_at

MAX_BYTES = 10 * 1024 * 1024
NOT_KNOWN = frozenset({"forms.file", "forms.url"})
YAML_SUFFIXES = frozenset({".yml", ".yaml"})


def forms_can_be_had(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Biểu mẫu được nhắc tới thì có tệp hoặc địa chỉ tải; nguồn không kèm thì nêu forms.file ở unknown."""
    bare = [index for index, form in enumerate(filed.record.forms) if not (form.file or form.url)]
    if bare and NOT_KNOWN.isdisjoint(filed.record.unknown):
        names = ", ".join(filed.record.forms[index].code or filed.record.forms[index].name for index in bare)
        message = f"biểu mẫu không có tệp, cũng không có địa chỉ tải: {names}"
        place = f"đặt tệp vào thư mục {filed.record.code}/ và ghi file, hoặc ghi url"
        hint = f"{place}; nguồn không kèm thì thêm forms.file vào unknown"
        yield filed.warning(("forms", bare[0]), "bieu-mau-thieu-tep", message, hint)


def no_forms_is_so(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Khóa no_forms chỉ ghi true, và chỉ khi danh sách forms trống."""
    told = filed.record.no_forms
    if told is False or (told and filed.record.forms):
        hint = "bỏ no_forms; chỉ ghi no_forms: true khi thủ tục không có mẫu đơn, tờ khai nào"
        yield filed.error(("no_forms",), "mau-mau-thuan", "no_forms trái với danh sách forms", hint)


def _named(record: Any) -> Iterator[tuple[Path, str]]:
    """Yield every file that a record names, with the path of the key that does."""
    match record:
        case Procedure():
            yield from ((("forms", index, "file"), form.file) for index, form in enumerate(record.forms) if form.file)
        case Sample():
            yield from ((("files", index, "file"), part.file) for index, part in enumerate(record.files))
        case Progress():
            yield from (((*path, "file"), proof.file) for path, proof in _evidence(record))


def _evidence(record: Progress) -> Iterator[tuple[Path, EvidenceFile]]:
    """Yield every file that proves something, with its path."""
    for name in ("targets", "tasks", "reports"):
        for row, part in enumerate(getattr(record, name)):
            for index, evidence in enumerate(part.evidence):
                if isinstance(evidence, EvidenceFile):
                    yield (name, row, "evidence", index), evidence


def _folder(path: str) -> str:
    """Return the folder that holds the files of a record: its own for a procedure, else the one it stands in."""
    own = path.startswith("procedures/")
    return path.removesuffix(".yml") if own else path.rpartition("/")[0]


def named_file_exists(filed: Filed[Any], facts: Facts) -> Iterator[Problem]:
    """Tệp được nêu tên nằm đúng chỗ: mẫu ở thư mục mang mã thủ tục, tệp khác ở cạnh bản ghi."""
    folder = _folder(filed.document.path)
    for path, name in _named(filed.record):
        if facts.size(f"{folder}/{name}") is None:
            message = f"không có tệp {shown_at(facts, f'{folder}/{name}')}"
            yield filed.error(path, "tep-khong-co", message, "đặt tệp vào đúng chỗ ấy, hoặc sửa tên tệp")


def evidence_is_unchanged(filed: Filed[Progress], facts: Facts) -> Iterator[Problem]:
    """Tệp minh chứng có đúng mã băm đã ghi: không ai thay tệp sau khi báo cáo."""
    folder = _folder(filed.document.path)
    for path, proof in _evidence(filed.record):
        found = facts.sha256(f"{folder}/{proof.file}")
        if found and found != proof.sha256:
            message = f"tệp {proof.file} có mã băm {found}, khác mã đã ghi"
            hint = "đặt lại đúng tệp đã báo cáo; nếu tệp mới là đúng thì ghi mã băm này và nói rõ ở note"
            yield filed.error((*path, "sha256"), "bam-lech", message, hint)


def file_is_named(facts: Facts, _filed_at: FiledAt) -> Iterator[Problem]:
    """Tệp nằm trong thư mục dữ liệu thì có bản ghi nêu tên; tệp YAML có đuôi .yml."""
    named = {
        f"{_folder(path)}/{name}" for path, cards in facts.held.cards.items() for card in cards for name in card.files
    }
    for path in facts.held.attachments:
        if PurePosixPath(path).suffix.lower() in YAML_SUFFIXES:
            hint = "đổi đuôi tệp thành .yml"
            message = "tệp YAML không có đuôi .yml nên không được đọc"
            yield Problem(shown_at(facts, path), 1, 1, "duoi-tep", "", message, hint)
        elif path not in named and not facts.held.broken:
            hint = "nêu tên tệp ở bản ghi dùng nó, hoặc xóa tệp"
            message = "không có bản ghi nào nêu tên tệp này"
            yield Problem(shown_at(facts, path), 1, 1, "tep-thua", "", message, hint, Severity.WARNING)


def file_is_light(facts: Facts, _filed_at: FiledAt) -> Iterator[Problem]:
    """Tệp để tải không quá 10 MB."""
    for path, size in facts.held.attachments.items():
        if size > MAX_BYTES:
            hint = "nén lại hoặc chia thành nhiều tệp"
            yield Problem(shown_at(facts, path), 1, 1, "tep-qua-nang", "", "tệp nặng hơn 10 MB", hint)


OWN: OwnRules = {Procedure: (forms_can_be_had, no_forms_is_so)}
CROSS: CrossRules = {
    **dict.fromkeys((Procedure, Sample), (named_file_exists,)),
    Progress: (named_file_exists, evidence_is_unchanged),
}
OF_ALL = (file_is_named, file_is_light)

"""Law: what is cited is in force, what has ended says how, and old words for online services carry the new ones."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.cards import LegalCard
from generator.errors import Problem
from generator.facts import Facts
from generator.filed import Filed
from generator.model import KINDS
from generator.model.base import Model
from generator.model.choices import IN_FORCE, Level
from generator.model.codes import LegalRef
from generator.model.legal import Decision, Force, Legal
from generator.model.procedure import Procedure
from generator.nodes import Path
from generator.rules.common import CrossRules, OwnRules, fees_in
from generator.rules.texts import matching

# From this day there are two levels of local government, province and commune.
DISTRICTS_ENDED = date(2025, 7, 1)
OLD_LEVEL = re.compile(r"\b[Mm](?:ức|ỨC|uc)(?:\s+(?:độ|ĐỘ|do))?\s+[1-4]\b(?![.,]\d|\s*(?:%|triệu|tỷ|nghìn|đ))")
# The same but for its edges, in two: a pattern that begins with one letter is looked for many times faster.
HINTS = tuple(re.compile(rf"{letter}(?:ức|ỨC|uc)(?:\s+(?:độ|ĐỘ|do))?\s+[1-4]") for letter in "Mm")
ABOUT_ONLINE = re.compile(r"tr[ựu]c tuy[ếe]n|d[ịi]ch v[ụu] c[ôo]ng|DVC|qua m[ạa]ng", re.IGNORECASE)
NEW_LEVEL = re.compile(r"to[àa]n tr[ìi]nh|m[ộo]t ph[ầa]n", re.IGNORECASE)
QUOTED: dict[type[Model], str] = {Legal: "title", Decision: "title"}


def cited_law_is_in_force(filed: Filed[Procedure], facts: Facts) -> Iterator[Problem]:
    """Thủ tục đang có hiệu lực không dựa vào văn bản đã hết hiệu lực."""
    first: dict[LegalRef, Path] = {}
    for path, code in _cited(filed.record) if filed.record.status in IN_FORCE else ():
        first.setdefault(code, path)
    for code, path in first.items():
        document = facts.legal.get(code)
        if document and document.force is Force.EXPIRED:
            yield _outdated(filed, path, document)


def _cited(record: Procedure) -> Iterator[tuple[Path, LegalRef]]:
    """Yield every legal document that a procedure rests on today, with its path; its history does not count."""
    for index, cited in enumerate(record.legal_basis):
        yield ("legal_basis", index, "document"), cited.document
    for index, form in enumerate(record.forms):
        if form.issued_by:
            yield ("forms", index, "issued_by"), form.issued_by
    for path, fee in fees_in(record):
        for index, code in enumerate(fee.legal_basis):
            yield (*path, "legal_basis", index), code
    for group, papers in enumerate(record.documents):
        for item, paper in enumerate(papers.items):
            for index, code in enumerate(paper.legal_basis):
                yield ("documents", group, "items", item, "legal_basis", index), code


def _outdated(filed: Filed[Procedure], path: Path, document: LegalCard) -> Problem:
    new = ", ".join(document.replaced_by)
    message = f"văn bản {document.number or document.id} đã hết hiệu lực"
    hint = f"đối chiếu lại, thay bằng {new}" if new else "tìm văn bản thay thế rồi đối chiếu lại thủ tục"
    return filed.warning(path, "can-cu-het-hieu-luc", message + (f", được thay bằng {new}" if new else ""), hint)


def ended_law_says_how(filed: Filed[Legal]) -> Iterator[Problem]:
    """Văn bản hết hiệu lực nêu ngày hết hiệu lực hoặc văn bản thay thế; nguồn không nêu thì nói ở gaps hay note."""
    record = filed.record
    told = record.effective_to or record.replaced_by or record.gaps or record.note
    if record.force is Force.EXPIRED and not told:
        hint = "ghi effective_to hoặc replaced_by; nguồn không nêu thì nói ở gaps"
        yield filed.warning(("force",), "het-hieu-luc-vi-sao", "hết hiệu lực mà không rõ từ khi nào", hint)


def replaced_law_is_not_in_force(filed: Filed[Legal], facts: Facts) -> Iterator[Problem]:
    """Văn bản đã được thay thế thì không còn hiệu lực, trừ khi văn bản thay thế chưa có hiệu lực."""
    if filed.record.force in {Force.IN_FORCE, Force.AMENDED}:
        replacing = [facts.legal.get(code) for code in filed.record.replaced_by]
        if not all(each and each.force is Force.NOT_YET for each in replacing):
            hint = "sửa force thành expired hoặc partly-expired; nếu chỉ được sửa đổi thì dùng amended_by"
            yield filed.error(("force",), "con-ma-da-thay", "còn hiệu lực mà lại có văn bản thay thế", hint)


def old_levels_are_translated(filed: Filed[Any]) -> Iterator[Problem]:
    """Nói “mức độ 3”, “mức độ 4” của dịch vụ công thì nói kèm tên gọi nay: một phần, toàn trình."""
    for path, text in matching(filed, _may_name_a_level, OLD_LEVEL.search):
        quoted = path and path[-1] == QUOTED.get(type(filed.record))
        if not quoted and ABOUT_ONLINE.search(text) and not NEW_LEVEL.search(text):
            message = "dịch vụ công trực tuyến không còn chia mức độ 1–4"
            hint = "gọi là toàn trình hoặc một phần; giữ chữ cũ thì ghi thêm tên gọi nay trong ngoặc"
            yield filed.warning(path, "muc-do-cu", message, hint)


def _may_name_a_level(text: str) -> bool:
    return any(hint.search(text) for hint in HINTS)


def old_level_has_a_new_one(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Thủ tục ghi mức độ cũ (1–4) thì ghi cả mức hiện nay ở online."""
    if filed.record.legacy_online_level and not filed.record.online:
        hint = "ghi online: {level: …}; không suy từ mức cũ mà phải đối chiếu nguồn"
        yield filed.warning(("legacy_online_level",), "thieu-muc-moi", "chỉ có mức độ cũ, thiếu mức hiện nay", hint)


def district_level_is_history(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Cấp huyện chỉ có ở thủ tục đã thôi hiệu lực đến ngày 01/7/2025."""
    record = filed.record
    lives_on = record.status in IN_FORCE and (not record.effective_to or record.effective_to > DISTRICTS_ENDED)
    if lives_on and Level.DISTRICT in record.levels:
        path = ("levels", record.levels.index(Level.DISTRICT))
        message = "cấp huyện không còn từ 01/7/2025 mà thủ tục vẫn có hiệu lực"
        yield filed.error(path, "cap-huyen", message, "đối chiếu lại cấp thực hiện: cấp tỉnh hay cấp xã")


OWN: OwnRules = {
    **{kind.model: (old_levels_are_translated,) for kind in KINDS},
    Legal: (ended_law_says_how, old_levels_are_translated),
    Procedure: (old_levels_are_translated, old_level_has_a_new_one, district_level_is_history),
}
CROSS: CrossRules = {Legal: (replaced_law_is_not_in_force,), Procedure: (cited_law_is_in_force,)}

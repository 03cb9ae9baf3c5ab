"""Papers of the dossier: how many of each."""

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.filed import Filed
from generator.model.dossier import Paper
from generator.model.procedure import Procedure
from generator.nodes import Path
from generator.rules.common import OwnRules

# "02 ảnh", "hai (02) bản chính"; the number is the one group.
COUNTED = re.compile(r"(?<![\w,./-])0?(\d{1,2})\)?\s+(?:tấm\s+|chiếc\s+)?(?:ảnh|bản|bộ|tờ)\b", re.IGNORECASE)


# Stands in all that the pattern finds, and is found many times faster.
MAY_COUNT = re.compile(r"\d\)?\s+[ảbtcẢBTC]")


def _papers(record: Procedure) -> Iterator[tuple[Path, Paper]]:
    for group, papers in enumerate(record.documents):
        for index, paper in enumerate(papers.items):
            yield ("documents", group, "items", index), paper


def paper_is_counted(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Giấy tờ phải nộp có ít nhất một bản chính hoặc một bản sao."""
    for path, paper in _papers(filed.record):
        nothing = paper.originals == 0 and paper.copies == 0 and not paper.quantity
        if nothing and not (paper.replaced_by or paper.note):
            hint = "ghi số bản phải nộp; nếu không phải nộp vì đã có dữ liệu thì ghi replaced_by"
            yield filed.warning((*path, "originals"), "khong-ban-nao", "0 bản chính và 0 bản sao", hint)


def count_agrees_with_name(filed: Filed[Procedure]) -> Iterator[Problem]:
    """Số lượng nói trong tên giấy tờ (“02 ảnh”) bằng số bản đã ghi."""
    for path, paper in _papers(filed.record):
        counts = _counts(paper) if MAY_COUNT.search(paper.name) else []
        for said in map(int, COUNTED.findall(paper.name) if counts else ()):
            if said not in {*counts, sum(counts)}:
                hint = "đối chiếu lại nguồn rồi sửa số bản hoặc sửa tên giấy tờ"
                message = f"tên giấy tờ nói {said} mà số bản ghi {' và '.join(map(str, counts))}"
                yield filed.warning((*path, "name"), "so-luong-mau-thuan", message, hint)


def _counts(paper: Paper) -> list[int]:
    return [count for count in (paper.originals, paper.copies, paper.quantity) if count]


OWN: OwnRules = {Procedure: (paper_is_counted, count_agrees_with_name)}

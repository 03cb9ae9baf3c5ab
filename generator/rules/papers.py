"""Papers of the dossier: how many of each."""

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.filed import Filed, Files, Path
from generator.model.dossier import Paper
from generator.model.procedure import Procedure
from generator.rules.common import procedures

# "02 ảnh", "hai (02) bản chính"; the number is the one group.
COUNTED = re.compile(r"(?<![\w,./-])0?(\d{1,2})\)?\s+(?:tấm\s+|chiếc\s+)?(?:ảnh|bản|bộ|tờ)\b", re.IGNORECASE)


def _papers(files: Files) -> Iterator[tuple[Filed[Procedure], Path, Paper]]:
    for filed in procedures(files):
        for group, papers in enumerate(filed.record.documents):
            for index, paper in enumerate(papers.items):
                yield filed, ("documents", group, "items", index), paper


def paper_is_counted(files: Files) -> Iterator[Problem]:
    """Giấy tờ phải nộp có ít nhất một bản chính hoặc một bản sao."""
    for filed, path, paper in _papers(files):
        nothing = paper.originals == 0 and paper.copies == 0 and not paper.quantity
        if nothing and not (paper.replaced_by or paper.note):
            hint = "ghi số bản phải nộp; nếu không phải nộp vì đã có dữ liệu thì ghi replaced_by"
            yield filed.warning((*path, "originals"), "khong-ban-nao", "0 bản chính và 0 bản sao", hint)


def count_agrees_with_name(files: Files) -> Iterator[Problem]:
    """Số lượng nói trong tên giấy tờ (“02 ảnh”) bằng số bản đã ghi."""
    for filed, path, paper in _papers(files):
        counts = [count for count in (paper.originals, paper.copies, paper.quantity) if count]
        for said in map(int, COUNTED.findall(paper.name) if counts else ()):
            if said not in {*counts, sum(counts)}:
                hint = "đối chiếu lại nguồn rồi sửa số bản hoặc sửa tên giấy tờ"
                message = f"tên giấy tờ nói {said} mà số bản ghi {' và '.join(map(str, counts))}"
                yield filed.warning((*path, "name"), "so-luong-mau-thuan", message, hint)


RULES = (paper_is_counted, count_agrees_with_name)

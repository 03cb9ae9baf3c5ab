"""Index scores: no score above its maximum, no rank beyond the last.

The sum of the groups may differ from the published total: that is shown on the page, and is no problem here.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.errors import Problem
from generator.filed import Filed
from generator.model.assessment import Assessment
from generator.nodes import Path
from generator.rules.common import OwnRules, number_words


def _scored(record: Assessment) -> Iterator[tuple[Path, Any]]:
    """Yield each group and each criterion with its path."""
    for row, group in enumerate(record.groups):
        yield ("groups", row), group
        for index, criterion in enumerate(group.criteria):
            yield ("groups", row, "criteria", index), criterion


def score_is_within_the_maximum(filed: Filed[Assessment]) -> Iterator[Problem]:
    """Điểm tự chấm, điểm thẩm định không quá điểm tối đa; tổng điểm không quá thang điểm."""
    for path, value, most in _scores(filed.record):
        if value is not None and most is not None and value > most:
            message = f"{number_words(value)} điểm, cao hơn mức tối đa {number_words(most)}"
            yield filed.error(path, "diem-qua-toi-da", message, "đối chiếu lại điểm và điểm tối đa")


def _scores(record: Assessment) -> Iterator[tuple[Path, Decimal | None, Decimal | None]]:
    yield ("total",), record.total, record.scale
    for path, part in _scored(record):
        for key in ("score", "self_score"):
            yield (*path, key), getattr(part, key, None), part.max


def rank_is_within_the_field(filed: Filed[Assessment]) -> Iterator[Problem]:
    """Hạng không lớn hơn số đơn vị được xếp hạng."""
    for path, part in (((), filed.record), *_scored(filed.record)):
        rank, rank_of = getattr(part, "rank", None), getattr(part, "rank_of", None)
        if rank and rank_of and rank > rank_of:
            message = f"hạng {rank} trên tổng số {rank_of}"
            yield filed.error((*path, "rank"), "hang-qua-tong", message, "đối chiếu lại hạng và tổng số")


OWN: OwnRules = {Assessment: (score_is_within_the_maximum, rank_is_within_the_field)}

"""Shares in files: told where pages tell them, else why not; never the part and the whole of what is hidden."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from generator.derive.ratio import Ratio, untold
from generator.export.records import Exported
from generator.export.tables import Column, Kind

RATIO_COLUMNS = (
    Column("share", "Kết quả (%)", Kind.PERCENT),
    Column("numerator", "Tử số", Kind.NUMBER),
    Column("denominator", "Mẫu số", Kind.NUMBER),
)


class RatioOut(Exported, frozen=True, kw_only=True):
    """A share, or why there is none."""

    share: Annotated[Decimal | None, Meta(title="Kết quả (%)")]
    numerator: Annotated[int | None, Meta(title="Tử số")]
    denominator: Annotated[int | None, Meta(title="Mẫu số")]
    untold: Annotated[str | None, Meta(title="Vì sao không có kết quả")]


def ratio_cells(found: Ratio | None) -> tuple[Decimal | str | None, int | None, int | None]:
    """Return the cells of ``RATIO_COLUMNS``."""
    share = found.share if found else None
    return (untold(found) if share is None else share, *fraction_of(found))


def fraction_of(found: Ratio | None) -> tuple[int | None, int | None]:
    """Return part and whole as far as they are told."""
    return (found.fraction if found else None) or (None, None)


def ratio_out(found: Ratio | None) -> RatioOut:
    """Return a share as open data."""
    numerator, denominator = fraction_of(found)
    return RatioOut(
        share=found.share if found else None,
        numerator=numerator,
        denominator=denominator,
        untold=untold(found) or None,
    )

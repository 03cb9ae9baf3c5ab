"""Form II.06a of Circular 01/2020/TT-VPCP as a workbook: how dossiers were handled, as it is handed in."""

from dataclasses import dataclass, field
from datetime import date

# A figure that is not told (few people would be found out by it) is a text, such as ``dưới 5``.
Figure = int | str | None
# What stands in columns (3) to (13), by the names that the records use.
FIGURES = (
    "received",
    "received_online",
    "received_direct",
    "carried_over",
    "resolved",
    "resolved_early",
    "resolved_on_time",
    "resolved_late",
    "pending",
    "pending_in_time",
    "pending_late",
)


@dataclass(frozen=True)
class FormRow:
    """A field or a procedure, with what stands in columns (3) to (13)."""

    name: str
    figures: tuple[Figure, ...]

    def __post_init__(self) -> None:
        """Refuse a row with a figure too few or too many."""
        if len(self.figures) != len(FIGURES):
            raise ValueError(f"{self.name}: {len(self.figures)} figures for {len(FIGURES)} columns")


@dataclass(frozen=True)
class FormII06a:
    """The form as filled in; totals are given like all else, nothing is added up here."""

    agency: str
    period: str
    as_of: date
    rows: tuple[FormRow, ...]
    total: FormRow
    receiver: str = ""
    first: date | None = None
    last: date | None = None
    source: str = ""
    illustration: bool = field(default=False, kw_only=True)


def form_file(form: FormII06a) -> bytes:
    """Return the form as an XLSX workbook."""
    from generator.export.office import form as office  # noqa: PLC0415  openpyxl takes longer to load than all the rest

    return office.form_file(form)

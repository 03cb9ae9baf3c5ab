"""The cases of a procedure, each with what holds for it."""

from dataclasses import dataclass

from generator.model.channel import Channel
from generator.model.dossier import PaperGroup
from generator.model.procedure import Case, Procedure, Step


@dataclass(frozen=True)
class CaseView:
    """One case with what holds for it: its own and what is common to all."""

    case: Case | None
    papers: tuple[PaperGroup, ...]
    channels: tuple[Channel, ...]
    steps: tuple[Step, ...]


def cases_of(record: Procedure) -> tuple[CaseView, ...]:
    """Return each case with its own and the common papers, channels and steps; one nameless case if there are none."""
    return tuple(_case(case, record) for case in record.cases) or (_case(None, record),)


def only(view: CaseView, record: Procedure) -> Procedure:
    """Return the procedure as it is for one case."""
    own = (view.case,) if view.case else ()
    parts = {"cases": own, "channels": view.channels, "documents": view.papers, "steps": view.steps}
    return record.model_copy(update=parts)


def _case(case: Case | None, record: Procedure) -> CaseView:
    def holds(part: object) -> bool:
        cases = getattr(part, "cases", ())
        return not cases or (case is not None and case.id in cases)

    return CaseView(
        case=case,
        papers=tuple(filter(holds, record.documents)),
        channels=tuple(filter(holds, record.channels)),
        steps=tuple(filter(holds, record.steps)),
    )

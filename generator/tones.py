"""Words that pages set as labels, each with the tone of its colour; the words alone carry the meaning."""

from generator.derive.routines import RoutineState
from generator.derive.scorecard import Standing
from generator.derive.scores import Remedy
from generator.derive.sheets import SheetState
from generator.derive.views import TargetState, TaskState
from generator.model.assessment import Met
from generator.model.choices import ChangeKind, ProcedureStatus
from generator.model.legal import Force

TONES: dict[str, str] = {
    **{state.label: state.tone for state in (*TaskState, *TargetState, *SheetState, *RoutineState, *Remedy, *Standing)},
    Force.IN_FORCE.label: "ok",
    Force.AMENDED.label: "soon",
    Force.PARTLY_EXPIRED.label: "soon",
    Force.EXPIRED.label: "late",
    Force.NOT_YET.label: "soon",
    Force.UNKNOWN.label: "none",
    ProcedureStatus.NEW.label: "ok",
    ProcedureStatus.AMENDED.label: "ok",
    ProcedureStatus.IN_FORCE.label: "ok",
    ProcedureStatus.REPLACED.label: "late",
    ProcedureStatus.ABOLISHED.label: "late",
    ProcedureStatus.EXPIRED.label: "late",
    ProcedureStatus.SUSPENDED.label: "soon",
    ProcedureStatus.UNKNOWN.label: "soon",
    ChangeKind.MAJOR.label.capitalize(): "soon",
    ChangeKind.MINOR.label.capitalize(): "none",
    Met.MET.label: "ok",
    Met.PARTLY.label: "soon",
    Met.NOT_MET.label: "late",
    "Chưa ai gánh": "soon",
    "Minh họa": "late",
    "Chưa được cơ quan duyệt": "soon",
}

"""What the browser needs to show one case of a procedure alone: its first screen, and which parts are for it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from generator.derive.cases import CaseView, only
from generator.derive.summary import summary_of
from generator.derive.views import ProcedureView
from generator.model.procedure import Procedure
from generator.model.times import Span
from generator.notes import Clock
from generator.pages.base import Meta
from generator.words import limit, listed

Answers = Callable[[ProcedureView], list[tuple[str, str, str]]]  # question, answer and note of each


def choices_of(view: ProcedureView, answers: Answers, clock: Clock) -> list[Meta]:
    """Return the cases to choose from, if there are several; parts are told by their places, from 0."""
    return [_choice(each, view, answers, clock) for each in view.cases if each.case] if len(view.cases) > 1 else []


def _choice(each: CaseView, view: ProcedureView, answers: Answers, clock: Clock) -> Meta:
    whole, own = view.record, only(each, view.record)
    alone = replace(view, record=own, summary=summary_of(own, clock), cases=(each,))
    case = own.cases[0]
    return {
        "id": str(case.id),
        "name": case.name,
        "condition": case.condition or "",
        "answers": [[answer, note] for _question, answer, note in answers(alone)],
        "papers": _places(whole.documents, each.papers),
        "steps": _places(whole.steps, each.steps),
        "rows": _places(whole.channels, each.channels),
    }


def _places(parts: tuple[Any, ...], own: tuple[Any, ...]) -> list[int]:
    kept = {id(part) for part in own}
    return [place for place, part in enumerate(parts) if id(part) in kept]


def terms_of(record: Procedure) -> list[Meta]:
    """Return the different time limits to count days with, each with its channels and cases (none: for all)."""
    cases = {str(case.id): case.name for case in record.cases}
    found: dict[tuple[Span, tuple[str, ...]], list[str]] = {}
    for span, own, label in _spans(record):
        found.setdefault((span, own), []).append(label)
    return [
        {
            "value": str(span.value),
            "unit": span.unit.value,
            "start": span.start or "",
            "cases": list(own),
            "text": _text(span, labels, [cases[each] for each in own if each in cases]),
        }
        for (span, own), labels in found.items()
    ]


def _spans(record: Procedure) -> Iterator[tuple[Span, tuple[str, ...], str]]:
    for row in record.channels:
        if isinstance(row.time_limit, Span):
            yield row.time_limit, tuple(map(str, row.cases)), row.channel.label


def _text(span: Span, labels: list[str], cases: list[str]) -> str:
    who = f" ({', '.join(cases)})" if cases else ""
    return f"{limit(span)}: {listed(dict.fromkeys(labels))}{who}"

"""Indicators counted from procedures, by hand: what counts, what only adds to the whole, what is left out and why."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.derive.due import span_of
from generator.derive.figure import Why
from generator.derive.metrics import Figure, Scope, figure_of
from generator.model.plan import Metric
from generator.model.sample import Sample
from generator.model.times import Period
from tests.records import SOURCE, Keys, facts, procedure

TODAY = date(2024, 6, 30)
OURS: Keys = {"agencies": {"executing": ["so-thu"]}}
WEB, BASE, PORTAL = "website", "national-database", "service-portal"
ALL_13: Keys = {
    "steps": [{"text": "Nộp hồ sơ."}],
    "channels": [{"channel": "in-person", "time_limit": {"value": "5", "unit": "working-day"}}],
    "documents": [{"items": [{"name": "Đơn"}]}],
    "dossier_sets": "1",
    "audience": ["citizen"],
    "results": [{"name": "Giấy"}],
    "fees": [{"amount_vnd": "0"}],
    "forms": [{"id": "don", "name": "Đơn"}],
    "conditions": "none",
    "legal_basis": ["01-2025-qd-ubnd-mau"],
}


@dataclass(frozen=True)
class Case:
    """Procedures by number, with what each adds to numerator and denominator, or why it is left out."""

    metric: Metric
    found: tuple[tuple[Keys, tuple[int, int] | Why], ...]
    share: str
    samples: tuple[Sample, ...] = field(default=())


def shown(*places: str, day: str | None = None) -> list[Keys]:
    """Return where a procedure is public."""
    return [{"place": place, **({"date": day} if day else {})} for place in places]


def form(before: int | None, after: int | None) -> Keys:
    """Return a form with its numbers of entries."""
    told = {"fields_before": before, "fields_after": after}
    return {
        "id": f"don-{before or 0}-{after or 0}",
        "name": "Đơn",
        **{key: str(n) for key, n in told.items() if n is not None},
    }


def limits(central: Keys | None, *local: Keys) -> Keys:
    """Return the keys of a central time limit and of local ones."""
    kinds = ("in-person", "online", "post")
    channels = [{"channel": kind, "time_limit": each} for kind, each in zip(kinds, local, strict=False)]
    return {"channels": channels, **({"central_time_limit": central} if central else {})}


def days(value: int, unit: str = "working-day") -> Keys:
    """Return a time limit."""
    return {"value": str(value), "unit": unit}


def sample(code: str, **keys: Any) -> Sample:
    """Return a sample dossier."""
    forms = [{"name": "Đơn", "fields": [{"label": "Họ và tên", "guide": "Ghi như trên thẻ căn cước."}]}]
    return Sample.model_validate({
        "id": "mau", "procedure": code, "title": "Mẫu", "forms": forms, "source": SOURCE, **keys,
    })  # fmt: skip


PROCESS: Keys = {"steps": [{"text": "Tiếp nhận"}]}
SINCE: Keys = {"effective_from": "1/3/2024"}
ONLINE: tuple[Keys, ...] = (
    {"online": {"level": "full"}},
    {"online": {"level": "partial", "reason": "Ký tại quầy", "law": "Điều 3"}},
    {"channels": [{"channel": "online"}]},
    {},
    {"online": {"level": "information"}},
)
CASES = (
    Case(
        Metric.DISCLOSED_ON_TIME,
        (
            # The first place counts, and the day itself is in time.
            ({**SINCE, "disclosure": [*shown(WEB, day="28/2/2024"), *shown("counter", day="5/3/2024")]}, (1, 1)),
            ({**SINCE, "disclosure": shown(WEB, day="1/3/2024")}, (1, 1)),
            ({**SINCE, "disclosure": shown(WEB, day="2/3/2024")}, (0, 1)),
            ({**SINCE, "disclosure": shown(WEB)}, (0, 1)),
            (SINCE, (0, 1)),
            ({"effective_from": "1/9/2024", "disclosure": shown(WEB, day="1/6/2024")}, (1, 1)),
            # Not in force yet and not public yet: there is time until 1/9.
            ({"effective_from": "1/9/2024"}, Why.NOT_DUE),
            ({"effective_from": "30/6/2024"}, Why.NOT_DUE),
            ({"effective_from": "31/12/2023", "disclosure": shown(WEB, day="1/6/2023")}, Why.OTHER_PERIOD),
            ({"disclosure": shown(WEB, day="28/2/2024")}, Why.NO_DATE),
        ),
        "50.0",
    ),
    Case(
        Metric.DISCLOSED_IN_ALL_PLACES,
        (
            ({"disclosure": shown(BASE, PORTAL, WEB, "counter")}, (1, 1)),
            ({"disclosure": shown(BASE, PORTAL, WEB, "one-stop")}, (1, 1)),
            ({"disclosure": shown(BASE, PORTAL, WEB)}, (0, 1)),
            ({"disclosure": shown(BASE, WEB, "counter", "one-stop")}, (0, 1)),
            ({}, (0, 1)),
        ),
        "40.0",
    ),
    Case(
        Metric.COMPLETE_IN_13_ITEMS,
        (
            (ALL_13, (1, 1)),
            ({**ALL_13, "dossier_sets": None}, (0, 1)),
            ({**ALL_13, "legal_basis": []}, (0, 1)),
        ),
        "33.3",
    ),
    Case(
        Metric.PROCEDURES_WITH_SAMPLE,
        (({}, (1, 1)), ({}, (0, 1)), ({}, (0, 1))),
        "33.3",
        (sample("1.000001", approved_by="Sở Thử"), sample("1.000002")),
    ),
    Case(
        Metric.ONLINE_ELIGIBLE,
        tuple(zip(ONLINE, ((1, 1), (1, 1), (1, 1), (0, 1), Why.NO_SERVICE), strict=True)),
        "75.0",
    ),
    Case(
        Metric.ONLINE_FULL,
        tuple(zip(ONLINE, ((1, 1), (0, 1), (0, 1), (0, 1), Why.NO_SERVICE), strict=True)),
        "25.0",
    ),
    Case(
        Metric.PROCESS_CONFIGURED,
        (
            ({"internal_processes": [{**PROCESS, "configured_on": "5/2/2024"}]}, (1, 1)),
            ({"internal_processes": [PROCESS]}, (0, 1)),
            ({}, (0, 1)),
        ),
        "33.3",
    ),
    Case(
        Metric.SIMPLIFIED,
        (({"simplification": [{"kind": "giảm giấy tờ", "proposal": "Bỏ bản sao."}]}, (1, 1)), *(({}, (0, 1)),) * 8),
        "11.1",
    ),
    Case(
        # (22 - 18) + (10 - 15) + (20 - 12) = 7 of 22 + 10 + 20 = 52.
        Metric.DECLARED_FIELDS_REDUCED,
        (
            ({"forms": [form(12, 8), form(10, 10), form(30, None)]}, (4, 22)),
            ({"forms": [form(10, 15)]}, (-5, 10)),
            ({"forms": [form(20, 12)]}, (8, 20)),
            ({"forms": [form(9, None)]}, Why.NOT_COMPARED),
            ({"forms": [form(0, 0)]}, Why.NOT_COMPARED),
            ({}, Why.NOT_COMPARED),
        ),
        "13.5",
    ),
    Case(
        Metric.TIME_CUT,
        (
            (limits(days(10), days(7)), (1, 1)),
            (limits(days(10), days(5), days(10)), (0, 1)),
            (limits(days(10), days(12)), (0, 1)),
            (limits(days(10), days(7, "day")), Why.NO_LIMIT),
            (limits(days(10), days(7), days(7, "day")), Why.NO_LIMIT),
            (limits(None, days(7)), Why.NO_LIMIT),
            (limits(days(10)), Why.NO_LIMIT),
        ),
        "33.3",
    ),
    Case(
        Metric.ISO_PROCESS,
        (({"iso": {"process": "QT-01"}}, (1, 1)), ({}, (0, 1)), ({}, (0, 1))),
        "33.3",
    ),
)
# Left out of every indicator, whatever else they have.
ENDED = {**ALL_13, "code": "2.000001", "status": "abolished", **SINCE}
INTERNAL = {**ALL_13, "code": "2.000002", "kind": "internal", "iso": {"process": "QT-02"}}


def counted(metric: Metric, records: list[Keys], samples: tuple[Sample, ...] = ()) -> Figure:
    """Return the figure of 2024 for one agency, whose procedures are ``records``."""
    made = tuple(procedure(**{**OURS, **each}) for each in records)
    known = facts(procedures=made, samples=samples, today=TODAY)
    return figure_of(metric, Scope("so-thu", span_of(Period("2024"))), known)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.metric.value)
def test_a_figure_holds_what_counts_and_what_is_left_out(case: Case) -> None:
    """Each procedure adds what was worked out by hand; ended and internal ones, and those of others, add nothing."""
    ours = [{"code": f"1.{number:06}", **keys} for number, (keys, _told) in enumerate(case.found, 1)]
    others = {"code": "3.000001", "agencies": {"receiving": ["so-thu"], "executing": ["so-khac"]}}
    figure = counted(case.metric, [*ours, ENDED, INTERNAL, others], case.samples)
    told = {each["code"]: told for each, (_keys, told) in zip(ours, case.found, strict=True)}
    assert {each.id: (each.part, each.whole) for each in figure.entries} == {
        code: each for code, each in told.items() if not isinstance(each, Why)
    }
    assert {each.id: each.why for each in figure.left} == {
        **{code: each for code, each in told.items() if isinstance(each, Why)},
        "2.000001": Why.ENDED,
        "2.000002": Why.INTERNAL,
    }
    assert figure.share == Decimal(case.share)


def test_entries_added_on_the_whole_are_no_share_below_none() -> None:
    """Forms that grew more than others shrank: the figure says 0 %, and its entries show the growth."""
    records = [{"code": "1.000001", "forms": [form(10, 15)]}, {"code": "1.000002", "forms": [form(10, 9)]}]
    figure = counted(Metric.DECLARED_FIELDS_REDUCED, records)
    assert [each.part for each in figure.entries] == [-5, 1]
    assert (figure.numerator, figure.denominator, figure.share) == (0, 20, Decimal(0))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.metric.value)
def test_records_of_today_do_not_speak_for_a_year_that_is_over(case: Case) -> None:
    """On the last day of the time asked about they do."""
    made = (procedure(**{**OURS, **SINCE}),)
    scope = Scope("so-thu", span_of(Period("2024")))
    days = (date(2024, 12, 31), date(2025, 1, 1))
    assert [figure_of(case.metric, scope, facts(procedures=made, today=day)).decides for day in days] == [True, False]

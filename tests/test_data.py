"""Facts that the repository's own records must keep, as far as the issue and its sources give them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest
from pydantic import BaseModel

from generator.derive.dossiers import statistics_view
from generator.derive.plans import plan_view
from generator.derive.procedures import procedure_view
from generator.derive.scores import assessment_view
from generator.derive.views import PlanView, ProcedureView
from generator.facts import Facts
from generator.model.codes import Code
from generator.model.plan import Comparator, Measure, Plan, Unit
from tests.builds import SEEDS

CODES = [
    "1.000811", "1.001308", "1.001456", "1.001612", "1.005280", "1.009645", "1.009647", "1.009664",
    "1.009729", "2.000293", "2.001199", "2.001583", "2.001610", "2.002023", "2.002029", "2.002041",
    "2.002043", "2.002069", "2.002311", "2.002312", "2.002352", "2.002353", "2.002354", "3.000242",
    "AG-5", "AG-6", "AG-7", "PCPNN-1", "PCPNN-2",
]  # fmt: skip
LONGEST_QUOTE = 12


@pytest.fixture(scope="module")
def procedures(real_facts: Facts) -> dict[str, ProcedureView]:
    """Return the published procedures by code."""
    return {code: procedure_view(real_facts.whole("procedures", code), real_facts) for code in real_facts.procedures}


@pytest.fixture(scope="module")
def plans(real_facts: Facts) -> dict[str, PlanView]:
    """Return the published plans by id."""
    return {key: plan_view(real_facts.whole("plans", key), real_facts) for key in real_facts.plans}


@pytest.mark.parametrize("code", CODES)
def test_every_real_procedure_is_there(code: str, procedures: dict[str, ProcedureView]) -> None:
    """The 29 procedures that were found in real life are published, none of them marked as made up."""
    assert not procedures[code].illustration


def test_there_are_plans_and_procedures_enough(
    plans: dict[str, PlanView], procedures: dict[str, ProcedureView]
) -> None:
    """Five plans of real agencies and four to show the rest; 29 real procedures and at least three to show the rest."""
    assert Counter(view.illustration for view in plans.values()) == {False: 5, True: 4}
    assert Counter(view.illustration for view in procedures.values())[False] == len(CODES)
    assert len(procedures) >= 32


def test_real_procedures_have_sample_dossiers(real_facts: Facts, procedures: dict[str, ProcedureView]) -> None:
    """At least eight sample dossiers show how to fill in the forms of real procedures."""
    real = [each for each in real_facts.samples.values() if not procedures[each.procedure].illustration]
    assert len(real) >= 8


@pytest.mark.parametrize(
    ("plan", "tasks", "groups"),
    [("dong-nai-sngv-2024-kiem-soat-tthc", 26, 5), ("thua-thien-hue-skhdt-2019-nang-hang", 30, 7)],
)
def test_plans_have_all_tasks_of_their_documents(
    plan: str, tasks: int, groups: int, plans: dict[str, PlanView]
) -> None:
    """The appendix of a plan is here task by task, under its headings, and each heading has tasks."""
    record = plans[plan].record
    assert (len(record.tasks), len(record.groups)) == (tasks, groups)
    assert {task.group for task in record.tasks} == {group.id for group in record.groups}


def test_the_assessment_shows_its_gap(real_facts: Facts) -> None:
    """Thừa Thiên Huế 2018: eight groups with 40,25 of 62 points, 70 of 100 published, 18th of 21; the gap is shown."""
    record = real_facts.whole("assessments", "so-ke-hoach-dau-tu-thua-thien-hue-2018")
    view = assessment_view(record, real_facts)
    assert (len(view.groups), view.sum_score, view.sum_max) == (8, Decimal("40.25"), Decimal(62))
    assert (view.record.total, view.record.scale) == (Decimal(70), Decimal(100))
    assert (view.record.rank, view.record.rank_of) == (18, 21)
    assert view.gap == Decimal("29.75")


def test_the_budget_of_ha_tinh_is_kept(plans: dict[str, PlanView]) -> None:
    """Hà Tĩnh's department of foreign affairs set 174.000.000 đồng aside for 2020."""
    budget = plans["ha-tinh-sngv-2020-cai-cach"].record.budget
    assert budget is not None
    assert budget.total_vnd == 174_000_000


def measures(plans: dict[str, PlanView]) -> list[Measure]:
    """Return what the targets of all real plans ask for."""
    real = (view.record for view in plans.values() if not view.illustration)
    return [target.measure for plan in real for target in plan.targets if target.measure]


@pytest.mark.parametrize("percent", ["100", "98.5", "97", "94", "91", "80", "70", "20", "10"])
def test_percentages_are_figures(percent: str, plans: dict[str, PlanView]) -> None:
    """The percentages that plans promise can be counted with; they are not only words."""
    found = [each for each in measures(plans) if each.unit is Unit.PERCENT and each.value == Decimal(percent)]
    assert found


@pytest.mark.parametrize(
    ("comparator", "value", "value_to", "unit"),
    [
        (Comparator.BETWEEN, "5", Decimal(10), Unit.PROCEDURE),
        (Comparator.LESS_THAN, "29", None, Unit.PERCENT),
        (Comparator.MORE_THAN, "12500", None, Unit.BILLION_VND),
    ],
    ids=["5 to 10 procedures", "under 29 %", "over 12.500 billion"],
)
def test_other_goals_are_figures(
    comparator: Comparator, value: str, value_to: Decimal | None, unit: Unit, plans: dict[str, PlanView]
) -> None:
    """Goals that are a span, a ceiling or an amount keep their sign and unit."""
    wanted = (comparator, Decimal(value), value_to, unit)
    assert wanted in {(each.comparator, each.value, each.value_to, each.unit) for each in measures(plans)}


def test_a_plan_without_a_report_says_so(plans: dict[str, PlanView]) -> None:
    """Nobody reported on the five real plans: no task of theirs is called late or done by a report."""
    real = [view for view in plans.values() if not view.illustration]
    assert {task.state.key for view in real for task in view.tasks} <= {"no-report", "declared"}
    assert not any(view.reports for view in real)


def test_what_is_made_up_belongs_to_made_up_agencies(real_facts: Facts, plans: dict[str, PlanView]) -> None:
    """No figure or report is published for a real agency that did not publish it."""
    reported = [real_facts.whole("statistics", each) for each in real_facts.reports["statistics"]]
    assert reported
    assert all(statistics_view(each, real_facts).illustration for each in reported)
    told = {real_facts.whole("progress", each).plan for each in real_facts.reports["progress"]}
    assert told
    assert told < {key for key, view in plans.items() if view.illustration}  # one made-up department reports nothing


def test_every_record_names_its_source(procedures: dict[str, ProcedureView]) -> None:
    """A real procedure says where it was taken from, and when it was compared or what could not be."""
    records = [view.record for view in procedures.values() if not view.illustration]
    assert [each.code for each in records if not each.source.name] == []
    assert [each.code for each in records if not (each.source.checked_on or each.source.unverified)] == []


NUMBER = re.compile(r"\d+(?:/\d{4})?[/-][A-ZĐ][A-Za-zĐđ0-9]*(?:[/-][A-ZĐ][A-Za-zĐđ]*)*")


def texts(value: object, skipped: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield each text that a person wrote inside a record; codes and the fields in ``skipped`` are passed over."""
    if isinstance(value, Code):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each, skipped)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in skipped:
                yield from texts(getattr(value, name), skipped)


@pytest.fixture(scope="module")
def seeds() -> str:
    """Return the text of the five source documents, with one form of each letter."""
    if not SEEDS.is_dir():
        pytest.skip("the source documents are not here")
    text = "\n".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return unicodedata.normalize("NFC", text).replace("Ð", "Đ")


@pytest.fixture(scope="module")
def real_plans(plans: dict[str, PlanView]) -> list[Plan]:
    """Return the plans of real agencies."""
    return [view.record for view in plans.values() if not view.illustration]


def test_document_numbers_come_from_the_documents(seeds: str, real_plans: list[Plan]) -> None:
    """Each number of a document that a plan's record mentions stands in one of the source documents."""
    known = re.sub(r"\s+", "", seeds)
    said = {number for plan in real_plans for text in texts(plan) for number in NUMBER.findall(text)}
    assert len(said) > 10
    assert sorted(number for number in said if number not in known) == []


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without signs."""
    return re.findall(r"\w+", text.lower())


# What names documents and people rather than tells what is to be done.
NAMES = frozenset({"source", "recipients", "signer", "title", "number", "product"})
SENTENCE_END = re.compile(r"[.;:](?:\s+|$)|\n")


def test_plans_are_told_in_our_own_words(seeds: str, real_plans: list[Plan], real_facts: Facts) -> None:
    """No sentence of more than twelve words is the source's own, unless it is the name of a document or an agency."""
    source = " ".join(words_of(seeds))
    names = [each.title or "" for each in real_facts.legal.values()]
    names += [each.name for each in real_facts.agencies.values()]
    named = {" ".join(words_of(name)) for name in names}
    sentences = {
        (plan.id, " ".join(words))
        for plan in real_plans
        for text in texts(plan, NAMES)
        for words in map(words_of, SENTENCE_END.split(text))
        if len(words) > LONGEST_QUOTE
    }
    assert [(plan, words) for plan, words in sorted(sentences) if words in source and words not in named] == []

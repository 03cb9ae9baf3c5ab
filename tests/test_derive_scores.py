"""The road to a better score, by hand; two years beside each other."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.derive.scores import AssessmentView, Remedy, assessment_view, compared, years_of
from generator.facts import Facts
from tests.records import assessment, facts, plan, progress, task
from tests.test_derive_plans import PROOF

REAL = "so-ke-hoach-dau-tu-thua-thien-hue-2018"
ENDED = {"kind": "by", "date": "31/1/2024"}
TO_COME = {"kind": "by", "date": "31/12/2024"}
TASKS = (
    task(id="1", due=ENDED),
    task(id="2", due=ENDED),
    task(id="3", due=TO_COME),
    task(id="4", due=ENDED),
    task(id="5", due=ENDED),
)
REPORT = progress(
    date(2024, 4, 30),
    tasks=[
        {"task": "1", "state": "done", "evidence": [PROOF]},
        {"task": "2", "state": "done"},
        {"task": "5", "state": "dropped"},
    ],
)


def criterion(*tasks: str, score: str | None = "0", most: str | None = "1", met: str = "not-met") -> dict[str, Any]:
    """Return a criterion that lost a point, with the tasks that are to bring it back."""
    found = {"id": f"t{'-'.join(tasks) or '0'}", "name": "Tiêu chí", "met": met, "tasks": list(tasks)}
    return found | ({"score": score} if score else {}) | ({"max": most} if most else {})


def seen(*criteria: dict[str, Any], reported: bool = True, **keys: Any) -> AssessmentView:
    """Return a score of 60 of 100, whose one group lost what its criteria lost and two points more."""
    most = len(criteria)
    group = {"id": "n", "name": "Nhóm", "max": most + 2, "score": 0, "criteria": criteria}
    record = assessment(**{"plan": "ke-hoach", "total": 60, "scale": 100, "groups": [group], **keys})
    reports = (REPORT,) if reported else ()
    return assessment_view(
        record, facts(assessments=(record,), plans=(plan(tasks=TASKS),), progress=reports, today=date(2024, 5, 1))
    )


@pytest.mark.parametrize(
    ("tasks", "remedy"),
    [
        (("1",), Remedy.PROVEN),
        (("2",), Remedy.DECLARED),
        (("1", "2"), Remedy.DECLARED),
        (("3",), Remedy.UNDER_WAY),
        (("4",), Remedy.LATE),
        (("1", "4"), Remedy.LATE),
        (("5",), Remedy.NO_TASK),
        (("1", "5"), Remedy.PROVEN),
        ((), Remedy.NO_TASK),
    ],
)
def test_the_least_advanced_task_tells_how_far_a_remedy_is(tasks: tuple[str, ...], remedy: Remedy) -> None:
    """A point comes back when all its tasks are done; what was given up counts only where nothing else is left."""
    assert seen(criterion(*tasks)).criteria[0].remedy is remedy


def test_nobody_reported_is_not_late() -> None:
    """Without any report a task past its day is silent, not late."""
    assert seen(criterion("4"), reported=False).criteria[0].remedy is Remedy.SILENT


def test_the_road_adds_points_from_the_nearest_to_the_farthest() -> None:
    """60, then proven +1, declared +2, late +1, no task +1: 65; of the other 35 two are of the group, 33 nowhere."""
    view = seen(criterion(), criterion("4"), criterion("2"), criterion("1", "2"), criterion("1"))
    assert view.road is not None
    steps = [(step.remedy, int(step.points), int(step.score)) for step in view.road.steps]
    assert steps == [
        (Remedy.PROVEN, 1, 61),
        (Remedy.DECLARED, 2, 63),
        (Remedy.LATE, 1, 64),
        (Remedy.NO_TASK, 1, 65),
    ]
    left = [view.road.end, view.road.rest, view.road.in_groups, view.road.elsewhere]
    assert left == [Decimal(each) for each in (65, 35, 2, 33)]


def test_what_has_no_score_is_counted_apart() -> None:
    """A criterion without a score adds nothing: named where it is not met, counted where it is."""
    view = seen(criterion("1", score=None, most=None), criterion(score=None, met="met"), criterion("1"))
    assert view.road is not None
    assert view.road.end == 61
    assert [each.record.tasks for each in view.unscored] == [("1",)]
    assert view.met_unscored == 1


def test_without_a_total_the_road_starts_from_the_groups() -> None:
    """Where nothing was published, the sum of the groups is where the road starts; without either there is none."""
    group = {"id": "n", "name": "Nhóm", "max": 5, "score": 3}
    view = seen(total=None, groups=[group])
    assert view.road is not None
    assert view.road.start == 3
    assert view.gap is None
    assert seen(total=None, groups=[]).road is None


def test_the_real_road_is_as_computed_by_hand(real_facts: Facts) -> None:
    """Thừa Thiên Huế 2018: 70 of 100, rank 18 of 21.

    The criteria that say what they lost: 0,75 + 1; 1; 1; 1 + 1; 1 + 3; 2,5; 1 + 1 + 0,5 + 2 = 16,75.  Only the task of
    the 0,75 is told to be done, by the plan itself.  The groups lost 21,75, so 5 in groups that do not say by what, and
    of the 30 lost in all 8,25 nowhere.  The first had 70 + 11,7, the last 70 - 26,5.
    """
    view = assessment_view(real_facts.whole("assessments", REAL), real_facts)
    road = view.road
    assert road is not None
    assert [(step.remedy, step.points, step.score) for step in road.steps] == [
        (Remedy.DECLARED, Decimal("0.75"), Decimal("70.75")),
        (Remedy.SILENT, Decimal(16), Decimal("86.75")),
    ]
    assert (road.rest, road.in_groups, road.elsewhere) == (Decimal("13.25"), Decimal(5), Decimal("8.25"))
    assert (view.first, view.last) == (Decimal("81.7"), Decimal("43.5"))
    assert [each.record.id for each in view.unscored] == ["ung-dung-cntt"]
    assert all(each.tasks for each in view.criteria if each.lost)


def test_years_of_one_index_stand_beside_each_other() -> None:
    """Only the same agency and index; a change is told where the maximum is the same, not where it is another."""

    def scored(year: int, kind: str, **scores: tuple[int, int]) -> Any:
        groups = [{"id": key, "name": key, "max": most, "score": score} for key, (score, most) in scores.items()]
        return assessment(id=f"{kind}-{year}", year=str(year), kind=kind, groups=groups)

    old = scored(2022, "department", a=(3, 5), b=(4, 10), c=(1, 1))
    new = scored(2023, "department", a=(4, 5), b=(4, 8), d=(2, 2))
    known = facts(assessments=(new, scored(2022, "pci"), old))
    assert years_of(new, known) == [old, new]
    assert [(each.name, each.change) for each in compared(old, new)] == [
        ("a", 1),
        ("b", None),
        ("d", None),
        ("c", None),
    ]

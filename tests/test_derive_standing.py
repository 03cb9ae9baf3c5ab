"""Where reform stands: lists over all plans, by unit, by area, what is carried by whom, and what is not known."""

from datetime import date
from typing import Any

from generator.derive.plans import plan_view, plan_views
from generator.derive.rollup import rollup
from generator.derive.standing import by_area, by_unit, newly_done, targets_behind, tasks_in
from generator.derive.units import units_of
from generator.derive.views import TaskState
from generator.derive.wanting import wanting
from generator.facts import Facts
from tests.records import facts, plan, progress, target, task

PROOF = {"kind": "document", "number": "12/BC-ST", "date": "1/7/2024"}
TODAY = date(2024, 8, 10)
UNIT = ["so-thu"]


def by(day: str) -> dict[str, str]:
    """Return a last day."""
    return {"kind": "by", "date": day}


TASKS = [
    task(id="1", due=by("31/7/2024"), lead=UNIT),
    task(id="2", due=by("1/3/2024"), lead=UNIT),
    task(id="3", due=by("20/8/2024")),
    task(id="4", due=by("30/6/2024"), area="steering", lead=UNIT),
    task(id="5", due=by("30/4/2024"), area="steering", lead=UNIT),
    task(id="6", due={"kind": "continuous"}, lead=UNIT),
]
DONE = [
    {"task": "4", "state": "done", "done_on": "20/6/2024", "evidence": [PROOF]},
    {"task": "5", "state": "done", "done_on": "30/4/2024", "evidence": [PROOF]},
    {"task": "6", "state": "done"},
]


def known(*, reported: bool = True, **keys: Any) -> Facts:
    """Return the facts of one plan, with a report or without."""
    record = plan(tasks=TASKS, **keys)
    told = (progress(date(2024, 7, 1), tasks=DONE),) if reported else ()
    return facts(plans=(record,), progress=told, today=TODAY)


def ids(found: list[Any]) -> list[str]:
    """Return the numbers of the tasks found."""
    return [each.task.record.id for each in found]


def test_the_longest_overdue_stands_first() -> None:
    """Tasks of one state come with the one that is late for the longest first."""
    assert ids(tasks_in(plan_views(known()), TaskState.OVERDUE)) == ["2", "1"]


def test_a_plan_without_a_report_is_in_no_list() -> None:
    """Nothing is said of the tasks of a plan that was never reported on."""
    views = plan_views(known(reported=False))
    assert tasks_in(views, *TaskState) == []
    assert by_unit(views) == by_area(views) == []


def test_newly_done_is_of_the_last_ninety_days() -> None:
    """What was done with evidence within 90 days is new; what was done before, or only said to be, is not."""
    answers = known()
    assert ids(newly_done(plan_views(answers), answers)) == ["4"]


def test_units_and_areas_count_their_tasks() -> None:
    """A unit has the tasks that it leads; each task stands in its area once, also without a unit."""
    views = plan_views(known())
    (unit,) = by_unit(views)
    assert (len(unit.tasks), unit.count(TaskState.OVERDUE), unit.count(TaskState.PROVEN)) == (5, 2, 2)
    assert {each.name: len(each.tasks) for each in by_area(views)} == {
        "Chỉ đạo, điều hành": 2,
        "Cải cách thủ tục hành chính": 4,
    }


def test_targets_behind_are_those_not_met() -> None:
    """A target that is met, in words only or without data is not in the list; what is missed stands first."""
    targets = [
        target(id="1"),
        target(id="2", due={"kind": "month", "year": "2024", "month": "5"}),
        target(id="3"),
        target(id="4", measure=None),
        target(id="5"),
    ]
    record = plan(targets=targets)
    values = [{"target": "1", "value": "90"}, {"target": "2", "value": "90"}, {"target": "3", "value": "97"}]
    answers = facts(plans=(record,), progress=(progress(date(2024, 6, 1), targets=values),), today=TODAY)
    assert [each.target.record.id for each in targets_behind(plan_views(answers))] == ["2", "1"]


def test_a_target_is_carried_by_plans_below() -> None:
    """Each target tells which targets of plans below serve it; a plan without plans below tells nothing."""
    above = plan(id="tren", targets=[target(id="1"), target(id="2")])
    below = plan(parent={"plan": "tren"}, targets=[target(id="7", carries=["1"]), target(id="8", carries=["1"])])
    answers = facts(plans=(above, below))
    found = {each.target.record.id: each.carriers for each in rollup(plan_view(above, answers), answers)}
    carried = {key: [(view.record.id, one.record.id) for view, one in each] for key, each in found.items()}
    assert carried == {"1": [("ke-hoach", "7"), ("ke-hoach", "8")], "2": []}
    assert rollup(plan_view(below, answers), answers) == ()


def test_a_unit_has_what_it_leads_and_where_it_helps() -> None:
    """Tasks, targets, duties and reports of a unit are found; a task that it leads is no help."""
    record = plan(
        tasks=[task(id="1", lead=UNIT, coordinate=UNIT), task(id="2", coordinate=UNIT), task(id="3")],
        targets=[target(lead=UNIT)],
        duties=[{"unit": "so-thu", "person": "Chánh Văn phòng", "duties": ["Theo dõi.", "Đôn đốc."]}],
        reporting=[{"title": "Báo cáo", "by": UNIT, "every": {"kind": "every", "periods": ["year"]}}],
    )
    answers = facts(plans=(record,))
    (unit,) = units_of(plan_view(record, answers), answers)
    assert [each.record.id for each in unit.tasks] == ["1"]
    assert [each.record.id for each in unit.helps] == ["2"]
    assert (len(unit.targets), unit.duties, unit.people) == (1, ("Theo dõi.", "Đôn đốc."), ("Chánh Văn phòng",))
    assert [each.period for each in unit.routines] == ["2024"]


def test_what_is_not_known_is_told_by_who_would_tell_it() -> None:
    """Targets without a value, tasks never reported and done without evidence are named, by unit."""
    answers = known(targets=[target(id="1", lead=UNIT), target(id="2", measure=None)])
    (missing,) = wanting(plan_views(answers)[0], answers)
    assert (missing.targets, missing.tasks, missing.proofs) == (["1"], ["1", "2", "3"], ["6"])

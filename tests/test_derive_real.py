"""The five real plans as they stand in ``data/``: states worked out by hand, with made reports laid beside them."""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from generator.derive.turns import TurnState
from generator.derive.views import TargetState, TargetView, TaskState, TaskView
from generator.facts import Facts
from tests.records import real_plan

DONG_NAI = "dong-nai-sngv-2024-kiem-soat-tthc"
HUE = "thua-thien-hue-skhdt-2019-nang-hang"
HA_TINH = "ha-tinh-ubnd-2021-cai-cach"
HA_TINH_NV = "ha-tinh-sngv-2020-cai-cach"
BINH_PHUOC = "binh-phuoc-sngv-2022-cai-cach"
PLANS = (DONG_NAI, HUE, HA_TINH, HA_TINH_NV, BINH_PHUOC)
PROOF = {"kind": "document", "number": "12/BC-ST", "date": "1/7/2024"}
OPEN, SOON, LATE = TaskState.OPEN, TaskState.DUE_SOON, TaskState.OVERDUE
DOING, PROVEN, DECLARED = TaskState.IN_PROGRESS, TaskState.PROVEN, TaskState.DECLARED
RECURRING, LAGGING, WAITING = TaskState.RECURRING, TaskState.LAGGING, TaskState.WAITING
MET, MISSED, NOT_YET = TargetState.MET, TargetState.MISSED, TargetState.NOT_YET
BEHIND, ON_TRACK = TargetState.BEHIND, TargetState.ON_TRACK


class Case(NamedTuple):
    """A task with what was reported of it, and on some days its state and how many days it is past its last one."""

    name: str
    plan: str
    task: str
    report: dict[str, Any]
    expected: tuple[tuple[date, TaskState, int | None], ...]


def task_on(known: Facts, plan: str, task: str, day: date, report: dict[str, Any]) -> TaskView:
    """Return a task as of a day, reported in the first days of the plan's year."""
    year = known.plans[plan].period.months[0]
    tasks = [{"task": task, **report}] if report else []
    view = real_plan(known, plan, day, {"as_of": date(year, 1, 5), "tasks": tasks})
    return next(each for each in view.tasks if each.record.id == task)


NOT_STARTED = {"state": "not-started"}
STARTED = {"state": "in-progress"}
DONE = {"state": "done"}


def delivered(*periods: str, proven: bool = True) -> dict[str, Any]:
    """Return what is reported of deliveries."""
    return {**STARTED, "delivered": [*periods], "evidence": [PROOF] if proven else []}


CASES = (
    Case("Đồng Nai 2024, 1.1: trước ngày 31/01/2024", DONG_NAI, "1.1", STARTED, (
        (date(2024, 1, 5), SOON, -25), (date(2024, 1, 30), SOON, 0), (date(2024, 1, 31), LATE, 1),
        (date(2024, 2, 29), LATE, 30),
    )),
    Case("Đồng Nai 2024, 2.6: trước ngày 14/3/2024", DONG_NAI, "2.6", NOT_STARTED, (
        (date(2024, 2, 11), OPEN, -31), (date(2024, 2, 12), SOON, -30), (date(2024, 3, 13), SOON, 0),
        (date(2024, 3, 14), LATE, 1), (date(2024, 3, 31), LATE, 18),
    )),
    Case("Đồng Nai 2024, 2.6: báo xong, có minh chứng", DONG_NAI, "2.6", {**DONE, "evidence": [PROOF]}, (
        (date(2024, 1, 5), PROVEN, -68), (date(2024, 3, 14), PROVEN, 1),
    )),
    Case("Đồng Nai 2024, 2.6: báo xong, không minh chứng", DONG_NAI, "2.6", DONE, (
        (date(2024, 1, 5), DECLARED, -68), (date(2024, 3, 14), DECLARED, 1),
    )),
    Case("Đồng Nai 2024, 2.5: Quý III/2024", DONG_NAI, "2.5", STARTED, (
        (date(2024, 8, 30), DOING, -31), (date(2024, 8, 31), SOON, -30), (date(2024, 9, 30), SOON, 0),
        (date(2024, 10, 1), LATE, 1), (date(2024, 12, 31), LATE, 92),
    )),
    Case("Đồng Nai 2024, 2.8: trước ngày 01/12/2024", DONG_NAI, "2.8", NOT_STARTED, (
        (date(2024, 11, 30), SOON, 0), (date(2024, 12, 1), LATE, 1), (date(2025, 11, 30), LATE, 365),
    )),
    Case("Đồng Nai 2024, 3.1c: khi có hướng dẫn của bộ, ngành", DONG_NAI, "3.1c", NOT_STARTED, (
        (date(2024, 1, 5), WAITING, None), (date(2026, 11, 21), WAITING, None),
    )),
    Case("Đồng Nai 2024, 3.1c: đã có hướng dẫn, đang làm", DONG_NAI, "3.1c", STARTED, (
        (date(2024, 6, 1), DOING, None), (date(2026, 11, 21), DOING, None),
    )),
    Case("Đồng Nai 2024, 3.3: theo kế hoạch UBND tỉnh phê duyệt", DONG_NAI, "3.3", {}, (
        (date(2024, 6, 1), WAITING, None),
    )),
    Case("Đồng Nai 2024, 2.3: thường xuyên", DONG_NAI, "2.3", STARTED, (
        (date(2024, 1, 5), RECURRING, None), (date(2025, 1, 1), RECURRING, None),
    )),
    Case("Đồng Nai 2024, 1.4: hằng quý, năm; đã nộp quý I, II", DONG_NAI, "1.4", delivered("2024-q1", "2024-q2"), (
        (date(2024, 8, 15), RECURRING, -46), (date(2024, 9, 30), RECURRING, 0), (date(2024, 10, 1), LAGGING, 1),
        (date(2025, 1, 1), LAGGING, 93),
    )),
    Case("Huế 2019, II.7: tháng 01/2019", HUE, "II.7", NOT_STARTED, (
        (date(2019, 1, 28), SOON, -3), (date(2019, 1, 31), SOON, 0), (date(2019, 2, 1), LATE, 1),
    )),
    Case("Huế 2019, IV.2: tháng 02/2019", HUE, "IV.2", STARTED, (
        (date(2019, 1, 28), DOING, -31), (date(2019, 2, 28), SOON, 0), (date(2019, 3, 1), LATE, 1),
    )),
    Case("Huế 2019, IV.4: Quý I/2019", HUE, "IV.4", NOT_STARTED, (
        (date(2019, 2, 28), OPEN, -31), (date(2019, 3, 1), SOON, -30), (date(2019, 4, 1), LATE, 1),
    )),
    Case("Huế 2019, III.1: năm 2019", HUE, "III.1", NOT_STARTED, (
        (date(2019, 11, 30), OPEN, -31), (date(2019, 12, 1), SOON, -30), (date(2020, 1, 1), LATE, 1),
    )),
    Case("Huế 2019, II.2: từ đầu năm", HUE, "II.2", NOT_STARTED, (
        (date(2019, 1, 28), RECURRING, None), (date(2020, 6, 1), RECURRING, None),
    )),
    Case("Huế 2019, II.1: khi có kế hoạch của UBND tỉnh", HUE, "II.1", {}, ((date(2019, 12, 31), WAITING, None),)),
    Case("Huế 2019, VI.2: hằng tháng; đã nộp 3 tháng", HUE, "VI.2", delivered("2019-m01", "2019-m02", "2019-m03"), (
        (date(2019, 4, 30), RECURRING, 0), (date(2019, 5, 1), LAGGING, 1),
    )),
    Case("Huế 2019, VI.5: thường xuyên, 2 lần/năm; mới 1 lần", HUE, "VI.5", delivered("2019-m06"), (
        (date(2019, 7, 1), RECURRING, -183), (date(2019, 12, 31), RECURRING, 0), (date(2020, 1, 1), LAGGING, 1),
    )),
    Case("Huế 2019, VI.5: thường xuyên, 2 lần/năm; đủ 2 lần", HUE, "VI.5", delivered("2019-m06", "2019-m11"), (
        (date(2019, 12, 31), RECURRING, 0), (date(2020, 1, 1), RECURRING, 1),
    )),
    Case("Huế 2019, VII.1: đã ban hành", HUE, "VII.1", {}, ((date(2019, 1, 28), DECLARED, None),)),
    Case("Huế 2019, VII.1: đã ban hành, có minh chứng", HUE, "VII.1", {**DONE, "evidence": [PROOF]}, (
        (date(2019, 1, 28), PROVEN, None),
    )),
    Case("Hà Tĩnh 2021, 7.1.8: đến 31/12/2021", HA_TINH, "7.1.8", STARTED, (
        (date(2021, 11, 30), DOING, -31), (date(2021, 12, 1), SOON, -30), (date(2022, 1, 1), LATE, 1),
    )),
    Case("Hà Tĩnh 2021, 3.4: đối thoại 1 lần/năm; đã làm tháng 6", HA_TINH, "3.4", delivered("2021-m06"), (
        (date(2021, 12, 31), RECURRING, 0), (date(2022, 1, 1), RECURRING, 1),
    )),
    Case("Hà Tĩnh 2021, 3.4: đối thoại 1 lần/năm; chưa làm", HA_TINH, "3.4", STARTED, (
        (date(2021, 12, 31), RECURRING, 0), (date(2022, 1, 1), LAGGING, 1),
    )),
    Case("Hà Tĩnh 2021, 4.5: khi có hướng dẫn của bộ, ngành", HA_TINH, "4.5", {}, ((date(2022, 6, 1), WAITING, None),)),
    Case("Hà Tĩnh NV 2020, 2c: thường xuyên", HA_TINH_NV, "2c", DONE, ((date(2020, 6, 1), DECLARED, None),)),
    Case("Hà Tĩnh NV 2020, 1a: văn bản không nêu thời hạn", HA_TINH_NV, "1a", {}, ((date(2021, 6, 1), OPEN, None),)),
    Case("Bình Phước 2022, 1d: thường xuyên", BINH_PHUOC, "1d", {}, ((date(2022, 6, 1), RECURRING, None),)),
    Case("Bình Phước 2022, 2g: văn bản không nêu thời hạn", BINH_PHUOC, "2g", STARTED, (
        (date(2022, 6, 1), DOING, None), (date(2023, 6, 1), DOING, None),
    )),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_task_of_a_real_plan_is_where_its_words_put_it(case: Case, real_facts: Facts) -> None:
    """State and days on the days around each border, as the words of the plan say."""
    seen = [(day, task_on(real_facts, case.plan, case.task, day, case.report)) for day, _state, _days in case.expected]
    assert tuple((day, task.state, task.days) for day, task in seen) == case.expected


def test_reports_of_quarters_half_year_and_year_have_each_their_turn(real_facts: Facts) -> None:
    """Huế 2019, VII.2 "quý, 6 tháng và năm" on 20/7/2019, with the half year only declared and quarter II forgotten."""
    said = [
        {"as_of": date(2019, 4, 2), "tasks": [{"task": "VII.2", **delivered("2019-q1")}]},
        {"as_of": date(2019, 7, 2), "tasks": [{"task": "VII.2", **delivered("2019-h1", proven=False)}]},
    ]
    view = real_plan(real_facts, HUE, date(2019, 7, 20), *said)
    (task,) = [each for each in view.tasks if each.record.id == "VII.2"]
    assert [(str(turn.period), turn.state) for turn in task.turns] == [
        ("2019-q1", TurnState.DELIVERED),
        ("2019-h1", TurnState.DECLARED),
        ("2019-q2", TurnState.MISSED),
        ("2019-q3", TurnState.RUNNING),
        ("2019", TurnState.RUNNING),
        ("2019-q4", TurnState.TO_COME),
    ]
    assert (task.state, task.days, [str(turn.period) for turn in task.missed]) == (LAGGING, 20, ["2019-q2"])


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("year", [0, 1, 7])
def test_a_real_plan_without_reports_is_called_neither_late_nor_done(plan: str, year: int, real_facts: Facts) -> None:
    """In its time and long after: no state but "no report" and what the plan itself says is issued; no share at all."""
    view = real_plan(real_facts, plan, date(real_facts.plans[plan].period.months[0] + year, 7, 1))
    assert {task.state for task in view.tasks} <= {TaskState.NO_REPORT, DECLARED}
    assert [task.record.id for task in view.tasks if task.state is DECLARED] == (
        ["VII.1", "VII.3"] if plan == HUE else []
    )
    assert (view.completion.entries, view.completion.share) == ((), None)
    assert {each.state for each in view.targets} <= {TargetState.NO_DATA, TargetState.WORDS_ONLY}


def target_on(known: Facts, plan: str, target: str, day: date, as_of: date, **value: str) -> TargetView:
    """Return a target as of a day, with a value reported of another."""
    view = real_plan(known, plan, day, {"as_of": as_of, "targets": [{"target": target, **value}]})
    return next(each for each in view.targets if each.record.id == target)


@pytest.mark.parametrize(
    ("plan", "target", "value", "states"),
    [
        pytest.param(HA_TINH, "10e", {"value": "29"}, (NOT_YET, MISSED), id="Hà Tĩnh 10e, Internet < 29 %: 29"),
        pytest.param(HA_TINH, "10e", {"value": "28,9"}, (MET, MET), id="Hà Tĩnh 10e, Internet < 29 %: 28,9"),
        pytest.param(
            HA_TINH, "10e", {"numerator": "2896", "denominator": "10000"}, (MET, MET), id="Hà Tĩnh 10e, < 29 %: 28,96"
        ),
        pytest.param(HA_TINH, "10f", {"value": "35,1"}, (NOT_YET, MISSED), id="Hà Tĩnh 10f, băng rộng < 35 %: 35,1"),
        pytest.param(HA_TINH, "5a", {"value": "98,5"}, (MET, MET), id="Hà Tĩnh 5a, đúng hạn ≥ 98,5 %: 98,5"),
        pytest.param(
            HA_TINH,
            "5a",
            {"numerator": "9846", "denominator": "10000"},
            (NOT_YET, MISSED),
            id="Hà Tĩnh 5a, ≥ 98,5 %: 98,46 làm tròn thành 98,5 vẫn chưa đạt",
        ),
        pytest.param(HA_TINH, "7b", {"value": "50"}, (MET, MET), id="Hà Tĩnh 7b, tuyển mới ≤ 50 %: 50"),
        pytest.param(HA_TINH, "7b", {"value": "50,1"}, (NOT_YET, MISSED), id="Hà Tĩnh 7b, tuyển mới ≤ 50 %: 50,1"),
        pytest.param(HA_TINH, "7d", {"value": "90"}, (NOT_YET, MISSED), id="Hà Tĩnh 7d, chuyển vị trí > 90 %: 90"),
        pytest.param(HA_TINH, "12a", {"value": "12500"}, (NOT_YET, MISSED), id="Hà Tĩnh 12a, > 12.500 tỷ: 12.500"),
        pytest.param(HA_TINH, "12a", {"value": "12501"}, (MET, MET), id="Hà Tĩnh 12a, > 12.500 tỷ: 12.501"),
        pytest.param(HA_TINH, "III.7.1", {"value": "30"}, (NOT_YET, MISSED), id="Hà Tĩnh III.7.1, > 30 %: 30"),
        pytest.param(HA_TINH, "III.7.2a", {"value": "274"}, (MET, MET), id="Hà Tĩnh III.7.2a, 274 cơ quan: 274"),
        pytest.param(HA_TINH_NV, "II.4f", {"value": "7"}, (NOT_YET, MISSED), id="Hà Tĩnh NV II.4f, 8 thủ tục: 7"),
        pytest.param(HUE, "3.1b-2", {"value": "4"}, (NOT_YET, MISSED), id="Huế 3.1b-2, rút ngắn 5–10 thủ tục: 4"),
        pytest.param(HUE, "3.1b-2", {"value": "5"}, (MET, MET), id="Huế 3.1b-2, rút ngắn 5–10 thủ tục: 5"),
        pytest.param(HUE, "3.1b-2", {"value": "10"}, (MET, MET), id="Huế 3.1b-2, rút ngắn 5–10 thủ tục: 10"),
        pytest.param(HUE, "3.1g-5", {"value": "1"}, (NOT_YET, MISSED), id="Huế 3.1g-5, ISO 2 lần/năm: 1"),
        pytest.param(HUE, "3.1g-5", {"value": "2"}, (MET, MET), id="Huế 3.1g-5, ISO 2 lần/năm: 2"),
        pytest.param(DONG_NAI, "3.3", {"value": "94"}, (MET, MET), id="Đồng Nai 3.3, hài lòng ≥ 94 %: 94"),
        pytest.param(DONG_NAI, "5.1b", {"value": "92,9"}, (NOT_YET, MISSED), id="Đồng Nai 5.1b, hài lòng ≥ 93 %: 92,9"),
        pytest.param(
            DONG_NAI,
            "2.1",
            {"numerator": "1999", "denominator": "2000"},
            (NOT_YET, MISSED),
            id="Đồng Nai 2.1, 100 %: 1.999 của 2.000",
        ),
        pytest.param(BINH_PHUOC, "6e", {"value": "100"}, (MET, MET), id="Bình Phước 6e, ISO 100 %: 100"),
    ],
)
def test_a_target_of_a_real_plan_is_met_or_missed(
    plan: str, target: str, value: dict[str, str], states: tuple[TargetState, TargetState], real_facts: Facts
) -> None:
    """On the last day of the plan's year there is still time; on the next day there is none."""
    year = real_facts.plans[plan].period.months[0]
    days = (date(year, 12, 31), date(year + 1, 1, 1))
    seen = [target_on(real_facts, plan, target, day, date(year, 6, 30), **value) for day in days]
    assert tuple(each.state for each in seen) == states


@pytest.mark.parametrize(
    ("target", "day", "state"),
    [
        ("2.5a", date(2024, 9, 30), NOT_YET),
        ("2.5a", date(2024, 10, 1), MISSED),
        ("2.6", date(2024, 3, 13), NOT_YET),
        ("2.6", date(2024, 3, 14), MISSED),
    ],
)
def test_a_target_with_a_day_of_its_own_is_missed_after_it(
    target: str, day: date, state: TargetState, real_facts: Facts
) -> None:
    """Đồng Nai 2024: 2.5 in the third quarter, 2.6 before 14/3/2024; 9 % are less than both ask for."""
    assert target_on(real_facts, DONG_NAI, target, day, date(2024, 1, 31), value="9").state is state


@pytest.mark.parametrize(
    ("as_of", "rank", "state"),
    [
        # From rank 18 on 31/12/2018 to rank 10 on 31/12/2019: 18 - 8 x 181/365 = 14,03 on 30/6.
        (date(2019, 6, 30), "14", ON_TRACK),
        (date(2019, 6, 30), "15", BEHIND),
        # 18 - 8 x 334/365 = 10,68 on 30/11.
        (date(2019, 11, 30), "10", ON_TRACK),
        (date(2019, 11, 30), "11", BEHIND),
        (date(2019, 11, 30), "9", MET),
        (date(2018, 12, 31), "18", ON_TRACK),
        (date(2018, 12, 31), "19", BEHIND),
    ],
)
def test_a_rank_falls_from_its_baseline(as_of: date, rank: str, state: TargetState, real_facts: Facts) -> None:
    """Huế 2019, 2.1: rank 18 in 2018, "dưới 10" in 2019; a rank is better the lower it is."""
    assert target_on(real_facts, HUE, "2.1", date(2019, 12, 1), as_of, value=rank).state is state


def test_rank_ten_is_missed_at_last(real_facts: Facts) -> None:
    """Huế 2019, 2.1: "dưới 10" is not 10."""
    seen = target_on(real_facts, HUE, "2.1", date(2020, 1, 1), date(2019, 12, 31), value="10")
    assert (seen.state, seen.value) == (MISSED, Decimal(10))

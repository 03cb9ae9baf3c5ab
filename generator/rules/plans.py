"""Plans and their progress: measures that can be met, money that adds up, groups that are used."""

from collections.abc import Iterator
from decimal import Decimal

from generator.errors import Problem
from generator.facts import Facts
from generator.filed import Filed
from generator.model.plan import Comparator, Measure, ParentPlan, Plan, Unit
from generator.model.progress import Progress, TargetProgress
from generator.nodes import Path
from generator.rules.common import CrossRules, OwnRules, number_words, record_of

WHOLE = 100
TOLERANCE = Decimal(1)  # in percent: sources round to whole numbers
LEAST_VND = 1000


def _measures(plan: Plan) -> Iterator[tuple[Path, Measure]]:
    for index, target in enumerate(plan.targets):
        if target.measure:
            yield ("targets", index, "measure"), target.measure


def range_has_two_ends(filed: Filed[Plan]) -> Iterator[Problem]:
    """Khoảng “between” có đầu trên value_to lớn hơn value; cách so sánh khác không có value_to."""
    for path, measure in _measures(filed.record):
        between = measure.comparator is Comparator.BETWEEN
        if between and measure.value_to is None:
            yield filed.error(path, "khoang-sai", "between cần cả hai đầu", "thêm value_to là đầu trên")
        elif not between and measure.value_to is not None:
            hint = "bỏ value_to, hoặc sửa comparator thành between"
            yield filed.error((*path, "value_to"), "khoang-sai", "value_to chỉ dùng với between", hint)
        elif measure.value_to is not None and measure.value_to <= measure.value:
            hint = "ghi đầu dưới ở value, đầu trên ở value_to"
            yield filed.error((*path, "value_to"), "khoang-sai", "đầu trên không lớn hơn đầu dưới", hint)


def percent_is_of_a_whole(filed: Filed[Plan]) -> Iterator[Problem]:
    """Phần trăm nằm từ 0 đến 100; chỉ tiêu tự báo cáo vượt 100 % (so với dự toán, cùng kỳ) thì cần xem lại."""
    for path, measure in _measures(filed.record):
        for key in ("value", "value_to"):
            value = getattr(measure, key)
            if measure.unit is Unit.PERCENT and value is not None and not 0 <= value <= WHOLE:
                report = filed.warning if value > WHOLE and not measure.metric else filed.error
                message = f"{number_words(value)} % nằm ngoài khoảng 0–100 %"
                yield report((*path, key), "phan-tram-la", message, "đối chiếu lại con số và đơn vị")


def groups_are_used(filed: Filed[Plan]) -> Iterator[Problem]:
    """Mỗi nhóm nhiệm vụ có ít nhất một nhiệm vụ."""
    used = {task.group for task in filed.record.tasks}
    for index, group in enumerate(filed.record.groups):
        if group.id not in used:
            message = f"nhóm “{group.id}” không có nhiệm vụ nào"
            yield filed.warning(("groups", index), "nhom-trong", message, "bỏ nhóm, hoặc ghi group ở nhiệm vụ")


def budget_adds_up(filed: Filed[Plan]) -> Iterator[Problem]:
    """Các khoản phân bổ cộng lại bằng tổng kinh phí, khi có cả hai."""
    budget = filed.record.budget
    if not budget or not budget.allocation or budget.total_vnd is None:
        return
    summed = sum(line.amount_vnd for line in budget.allocation)
    if summed != budget.total_vnd:
        message = f"các khoản cộng lại {number_words(summed)} đồng, tổng ghi {number_words(budget.total_vnd)} đồng"
        yield filed.error(("budget", "total_vnd"), "kinh-phi-lech", message, "đối chiếu lại từng khoản với văn bản")


def money_is_large_enough(filed: Filed[Plan]) -> Iterator[Problem]:
    """Số tiền của kế hoạch lớn hơn 0 mà dưới 1.000 đồng thường là ghi theo triệu đồng."""
    for path, amount in _amounts(filed.record):
        if amount and amount < LEAST_VND:
            hint = f"viết đủ số đồng; nếu nguồn tính bằng triệu thì viết {number_words(amount * 1_000_000)}"
            yield filed.warning(path, "tien-qua-nho", f"{amount} đồng là quá nhỏ", hint)


def _amounts(plan: Plan) -> Iterator[tuple[Path, int | None]]:
    for index, task in enumerate(plan.tasks):
        yield ("tasks", index, "budget_vnd"), task.budget_vnd
    if plan.budget:
        yield ("budget", "total_vnd"), plan.budget.total_vnd
        yield ("budget", "spent_vnd"), plan.budget.spent_vnd
        for index, line in enumerate(plan.budget.allocation):
            yield ("budget", "allocation", index, "amount_vnd"), line.amount_vnd


def value_is_its_fraction(filed: Filed[Progress], facts: Facts) -> Iterator[Problem]:
    """Giá trị phần trăm báo cáo khớp tử số chia mẫu số, sai lệch không quá 1 %."""
    for index, target in enumerate(filed.record.targets):
        counted, value = _counted(target), target.value or Decimal()
        is_off = counted is not None and abs(counted - value) > TOLERANCE
        if counted is not None and is_off and target.target in _percentages(filed.record.plan, facts):
            told = number_words(round(counted, 1))
            message = f"báo {number_words(value)} % mà {target.numerator}/{target.denominator} là {told} %"
            yield filed.warning(("targets", index, "value"), "ti-le-lech", message, "đối chiếu lại ba số với báo cáo")


def _percentages(plan: str, facts: Facts) -> set[str]:
    """Return the targets of a plan that are measured in percent."""
    record: Plan | None = record_of(facts, "plans", plan)
    targets = record.targets if record else ()
    return {target.id for target in targets if target.measure and target.measure.unit is Unit.PERCENT}


def _counted(target: TargetProgress) -> Decimal | None:
    """Return the percentage that the counts make; None when one of the three figures is missing."""
    if target.value is None or target.numerator is None or not target.denominator:
        return None
    return Decimal(WHOLE * target.numerator) / target.denominator


def part_is_within_whole(filed: Filed[Progress], facts: Facts) -> Iterator[Problem]:
    """Chỉ tiêu tính bằng phần trăm của một tổng: tử số không quá mẫu số, nên tỉ lệ nằm trong 0–100 %."""
    for index, target in enumerate(filed.record.targets):
        part, whole = target.numerator, target.denominator
        if part is None or whole is None or part <= whole or target.target not in _shares(filed.record.plan, facts):
            continue
        message = f"tử số {number_words(part)} lớn hơn mẫu số {number_words(whole)}"
        yield filed.error(("targets", index, "numerator"), "qua-tong", message, "đối chiếu lại hai số với báo cáo")


def share_is_of_a_whole(filed: Filed[Progress], facts: Facts) -> Iterator[Problem]:
    """Giá trị báo cáo của chỉ tiêu tính bằng phần trăm của một tổng nằm trong 0–100 %."""
    for index, target in enumerate(filed.record.targets):
        value = target.value
        if value is None or 0 <= value <= WHOLE or target.target not in _shares(filed.record.plan, facts):
            continue
        message = f"{number_words(value)} % nằm ngoài khoảng 0–100 %"
        yield filed.error(("targets", index, "value"), "phan-tram-la", message, "đối chiếu lại con số với báo cáo")


def _shares(plan: str, facts: Facts) -> set[str]:
    """Return the targets of a plan that are parts of a whole: in percent, and not of what may grow beyond it."""
    record: Plan | None = record_of(facts, "plans", plan)
    return {
        target.id
        for target in (record.targets if record else ())
        if (measure := target.measure) and measure.unit is Unit.PERCENT and (measure.metric or measure.value <= WHOLE)
    }


def upper_target_exists(filed: Filed[Plan], facts: Facts) -> Iterator[Problem]:
    """Chỉ tiêu cấp trên được nêu ở carries có trong kế hoạch cấp trên, và kế hoạch ấy có ở đây."""
    parent = filed.record.parent
    above: Plan | None = record_of(facts, "plans", parent.plan) if isinstance(parent, ParentPlan) else None
    known = {target.id for target in above.targets} if above else set()
    for row, target in enumerate(filed.record.targets):
        for index, upper in enumerate(target.carries):
            if upper not in known:
                where = f"kế hoạch {above.id}" if above else "kế hoạch cấp trên (parent không phải kế hoạch ở đây)"
                message = f"không có chỉ tiêu “{upper}” ở {where}"
                hint = "sửa số mục cho đúng, hoặc ghi parent là kế hoạch có chỉ tiêu ấy"
                yield filed.error(("targets", row, "carries", index), "khong-thay", message, hint)


OWN: OwnRules = {
    Plan: (range_has_two_ends, percent_is_of_a_whole, groups_are_used, budget_adds_up, money_is_large_enough),
}
CROSS: CrossRules = {
    Plan: (upper_target_exists,),
    Progress: (value_is_its_fraction, part_is_within_whole, share_is_of_a_whole),
}

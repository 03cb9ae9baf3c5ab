"""Short plain sentences about figures: each says what was counted, of how many, and where it comes from."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator import words
from generator.derive.views import TargetState, TaskState
from generator.model.codes import Slug
from generator.model.plan import Metric
from generator.model.report import Form, FrozenReport, FrozenTarget, FrozenTask, StateCount, Value, Working
from generator.model.statistics import COLUMNS, Feedback, Satisfaction

LATE = frozenset({TaskState.OVERDUE.key, TaskState.LAGGING.key})
WEAK = frozenset({TargetState.BEHIND.key, TargetState.MISSED.key, TargetState.NOT_YET.key})
TOLD = frozenset({*LATE, TaskState.DUE_SOON.key, TaskState.DECLARED.key, TaskState.DROPPED.key})
NOTHING = "Kỳ này không có số liệu cho mục này."


def counted(states: Iterable[StateCount], noun: str) -> str:
    """Return how many are in which state: ``25 nhiệm vụ: 8 đã xong, có minh chứng; 3 quá hạn``."""
    found = list(states)
    parts = "; ".join(f"{each.count} {_small(each.words)}" for each in found)
    return f"{sum(each.count for each in found)} {noun}: {parts}"


def tasks_said(tasks: Sequence[FrozenTask]) -> str:
    """Return how the tasks of a section stand."""
    states = {each.state: each.words for each in tasks}
    labels = {state.key: state.label for state in TaskState}
    counts = {state: sum(each.state == state for each in tasks) for state in labels if state in states}
    parts = "; ".join(f"{count} {_small(labels[state])}" for state, count in counts.items())
    return f"Kế hoạch có {len(tasks)} nhiệm vụ ở mục này: {parts} (theo báo cáo tiến độ; từng việc ở Phụ lục 2)."


def task_said(task: FrozenTask) -> str:
    """Return a task that somebody has to look at: who has it, when it was due, how it stands."""
    unit = words.listed(task.units) or "văn bản không nêu đơn vị chủ trì"
    missed = f"; thiếu {words.listed(task.missed)}" if task.missed else ""
    return f"Nhiệm vụ {task.task}. {ended(task.text)} Chủ trì: {unit}; hạn: {task.due}. {task.words}{missed}."


def target_said(target: FrozenTarget) -> str:
    """Return a target with its goal, both of its values and what they say."""
    start = f"Chỉ tiêu {target.target}. {ended(target.text)}"
    if target.goal is None:
        return f"{start} Văn bản không nêu con số."
    goal = f"{start} Cần đạt {target.goal}; hạn: {target.due}."
    if target.shown is None and (target.counted or target.reported):
        return f"{goal} Không phát sinh, nên không tính tỉ lệ."
    if target.shown is None:
        who = words.listed(target.units) or "cơ quan thực hiện"
        return f"{goal} Chưa có số liệu; {who} cung cấp."
    values = [
        f"{source} {value_said(value, target.unit)}"
        for source, value in (("Đếm từ bản ghi:", target.counted), ("Cơ quan tự báo cáo:", target.reported))
        if value
    ]
    both = f", xét theo {target.decided_by.label}" if target.decided_by and len(values) > 1 else ""
    return f"{goal} {'. '.join(values)}. Kết quả: {_small(target.words)}{both}."


def value_said(value: Value, unit: str | None) -> str:
    """Return a value with its fraction: ``97,5 % (78/80)``."""
    shown = f"{words.number(value.value)} {unit or ''}".strip() if value.value is not None else "không phát sinh"
    if value.numerator is None or value.denominator is None:
        return shown
    return f"{shown} ({words.number(value.numerator)}/{words.number(value.denominator)})"


def indicators_said(record: FrozenReport, metrics: Iterable[Metric]) -> list[str]:
    """Return a sentence on each of the indicators that the record tells of, and one on those without a figure."""
    workings = {each.id: each for each in record.workings}
    names = [metric.value for metric in metrics if metric.value in record.indicators]
    found = [workings[Slug(name)] for name in names]
    silent = [each for each in found if _is_silent(each)]
    said = [working_said(each) for each in found if not _is_silent(each)]
    for source in dict.fromkeys(each.source for each in silent):
        lacking = words.listed(each.name for each in silent if each.source == source)
        said.append(f"Chưa có số liệu để đếm: {lacking} (đếm từ {source}).")
    return said


def _is_silent(working: Working) -> bool:
    """Whether there was nothing to count from."""
    return not (working.met or working.unmet or working.weighed or working.left)


def working_said(working: Working) -> str:
    """Return an indicator with its fraction and where it was counted from."""
    if not (working.met or working.unmet or working.weighed):
        return f"{working.name}: không có bản ghi nào thuộc diện tính ({working.span})."
    if working.share is None:
        return f"{working.name}: không phát sinh ({working.span})."
    day = f", chốt ngày {words.day(working.as_of)}" if working.as_of else ""
    fraction = f"{words.number(working.numerator)}/{words.number(working.denominator)}"
    return f"{working.name}: {percent(working.share)} ({fraction}), đếm từ {working.source}{day}."


def percent(share: Decimal) -> str:
    """Return ``98,5 %``."""
    return f"{words.number(share)} %"


def form_said(form: Form | None, agency: str) -> str:
    """Return what form II.06a adds up to."""
    if form is None:
        return f"Chưa có số hồ sơ theo biểu II.06a; {agency} cung cấp."
    total = {name: words.number(each) for name, each in zip(COLUMNS, form.total.columns, strict=True)}
    return (
        "Tiếp nhận {received} hồ sơ: {received_online} trực tuyến, {received_direct} trực tiếp và qua bưu chính, "
        "{carried_over} từ kỳ trước chuyển sang. Đã giải quyết {resolved}: {resolved_early} trước hạn, "
        "{resolved_on_time} đúng hạn, {resolved_late} quá hạn. Đang giải quyết {pending}: {pending_in_time} trong hạn, "
        "{pending_late} quá hạn"
    ).format(**total) + f" (biểu II.06a, chốt ngày {words.day(form.as_of)}; Phụ lục 3)."


def feedback_said(feedback: Feedback | None, agency: str) -> str:
    """Return how feedback was handled."""
    if feedback is None:
        return f"Chưa có số phản ánh, kiến nghị; {agency} cung cấp."
    if not feedback.received and not feedback.resolved_on_time and not feedback.resolved_late:
        return "Kỳ này không phát sinh phản ánh, kiến nghị (theo số liệu từng kỳ)."
    satisfied = "" if feedback.satisfied is None else f"; {feedback.satisfied} người gửi hài lòng"
    return (
        f"Tiếp nhận {feedback.received} phản ánh, kiến nghị; xử lý đúng hạn {feedback.resolved_on_time}, quá hạn "
        f"{feedback.resolved_late}{satisfied} (theo số liệu từng kỳ)."
    )


def survey_said(survey: Satisfaction | None, agency: str) -> str:
    """Return what the survey of satisfaction found, with its size."""
    if survey is None:
        return f"Chưa có kết quả khảo sát hài lòng; {agency} cung cấp."
    factors = "; ".join(f"{each.name}: {each.satisfied.count}/{each.satisfied.total}" for each in survey.factors)
    more = f" Theo yếu tố: {factors}." if factors else ""
    ballots = f"{survey.ballots} phiếu hợp lệ, {survey.satisfied} phiếu hài lòng trở lên"
    return f"Khảo sát {ballots} (theo số liệu từng kỳ).{more}"


def budget_said(record: FrozenReport) -> str:
    """Return the money planned and spent."""
    budget, agency = record.budget, record.letterhead.agency
    planned = budget.total_vnd if budget else None
    spent = budget.spent_vnd if budget else None
    plan_words, spent_words = "kế hoạch không nêu số tiền", f"chưa có số đã chi, {agency} cung cấp"
    if planned is not None:
        plan_words = f"{words.number(planned)} đồng (theo kế hoạch)"
    if spent is not None:
        spent_words = f"đã chi {words.number(spent)} đồng (theo báo cáo tiến độ)"
    return f"Kinh phí: {plan_words}; {spent_words}."


def ended(text: str) -> str:
    """Return a text that ends with a mark of its own or a full stop."""
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."


def _small(label: str) -> str:
    """Return a label with a small first letter, as within a sentence."""
    return label[:1].lower() + label[1:]

"""Frozen reports: the page of each version, made of its record alone; the versions of a period; all of them."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from generator import urls, words
from generator.cards import FrozenCard
from generator.derive.frozen import changes, versions_of
from generator.derive.views import TargetState, TaskState
from generator.export.frozen import frozen_json
from generator.facts import Facts
from generator.model.report import FrozenReport, FrozenTarget, FrozenTask, RecordId
from generator.model.statistics import COLUMNS, DossierRow
from generator.model.times import Period
from generator.pages.base import Draft, Meta, Plain, Products, Task, action, badge, crumb, head, shorten

REPORTS = crumb("Báo cáo", urls.REPORTS)
TONES = {state.key: state.tone for state in (*TaskState, *TargetState)}
# The counts on top: what a supervisor asks first.
COUNTED = frozenset(
    state.key for state in (TaskState.OVERDUE, TaskState.LAGGING, TaskState.PROVEN, TaskState.DECLARED, TargetState.MET)
)
WORD_FILE, FORM_FILE, DATA_FILE = "bao-cao.docx", "bieu-ii-06a.xlsx", "bao-cao.json"


def page(record: FrozenReport, _facts: Facts) -> Products:
    """Yield the page of a version and the files beside it: nothing in them comes from any other record."""
    versions = urls.frozen_versions(record.plan, record.period)
    title = f"{record.letterhead.subject}, {record.letterhead.agency} (bản {record.version})"
    meta = head(
        "frozen",
        title,
        shorten(f"Bản {record.version}, số liệu đến {words.day(record.as_of)}: {title}. {record.about.title}."),
        crumbs=[REPORTS, crumb(f"Các bản {words.period(record.period)}", versions)],
        badges=[badge("Đã chốt", "brand"), badge(f"Bản {record.version}"), badge(words.period(record.period))],
        counts=_counts(record),
        actions=_actions(record),
        illustration=record.illustration,
    )
    context = {
        "record": record,
        "versions": versions,
        "names": {each.id: each.name for each in record.records},
        "where": lambda counted: _where(counted, record),
        "state": _state,
        "labels": {each.state: each.words for each in (*record.task_counts, *record.target_counts)},
        "columns": [(DossierRow.model_fields[name].title or "").partition(") ")[2] for name in COLUMNS],
    }
    yield Draft(urls.frozen(record.plan, record.period, record.version), "frozen.md", meta, context)
    yield from _files(record)


def _file(record: FrozenReport, name: str) -> str:
    return urls.frozen_file(record.plan, record.period, record.version, name)


def _actions(record: FrozenReport) -> list[Meta]:
    form = [action("Tải biểu II.06a (XLSX)", _file(record, FORM_FILE))] if record.form else []
    data = action("Tải dữ liệu (JSON)", _file(record, DATA_FILE))
    return [action("Tải báo cáo (DOCX)", _file(record, WORD_FILE), main=True), *form, data]


def _files(record: FrozenReport) -> Iterator[Plain]:
    """Yield what an office takes away."""
    from generator.reporting import papers  # noqa: PLC0415  whoever has no report need not load the makers

    yield Plain(_file(record, WORD_FILE), papers.word_file(record))
    if form := papers.form_of(record):
        yield Plain(_file(record, FORM_FILE), form)
    data = _file(record, DATA_FILE)
    yield Plain(data, frozen_json(record, data))


def _counts(record: FrozenReport) -> list[Meta]:
    """Return the counts that a supervisor asks for first, as the record holds them."""
    tasks, targets = record.task_counts, record.target_counts
    both = ((tasks, ""), (targets, "Chỉ tiêu: "))
    found = [
        {"label": f"{noun}{each.words}", "value": each.count, "tone": TONES[each.state]}
        for counts, noun in both
        for each in counts
        if each.state in COUNTED
    ]
    return [
        {"label": "Nhiệm vụ", "value": sum(each.count for each in tasks), "tone": "none"},
        {"label": "Chỉ tiêu", "value": sum(each.count for each in targets), "tone": "none"},
        *found,
    ]


def _where(counted: RecordId, record: FrozenReport) -> str:
    """Return the page of a record that a figure counts; that of the plan for its tasks."""
    kind, _, key = counted.partition("/")
    match kind:
        case "procedures":
            return urls.procedure(key)
        case "statistics":
            agency, _, period = key.partition("/")
            return urls.statistics(agency, period)
    return urls.plan(record.plan)


def _state(item: FrozenTask | FrozenTarget, labels: dict[str, str]) -> tuple[str, str]:
    """Return the label of a state, and what its words say beyond it: how many days."""
    label = labels.get(item.state, item.words)
    return (label, item.words.removeprefix(label).strip(" ,")) if item.words.startswith(label) else (item.words, "")


def tasks(facts: Facts) -> Iterator[Task]:
    """Yield what makes the lists of versions: one for each plan and period with a frozen report."""
    for plan in facts.plans:
        for period in versions_of(plan, facts):
            yield Task(f"frozen:{plan}/{period}", partial(versions, plan, period))


def versions(plan: str, period: Period, facts: Facts) -> Products:
    """Yield the list of versions of a period, and what each changed."""
    cards = versions_of(plan, facts).get(period, [])
    records: list[FrozenReport] = [facts.whole("reports", card.id) for card in cards]
    if not records:
        return
    last = records[-1]
    title = f"Các bản báo cáo {words.period(period)}: {last.about.title}"
    meta = head(
        "list",
        title,
        shorten(
            f"{len(records)} bản, bản mới nhất là bản {last.version}, số liệu đến {words.day(last.as_of)}: {title}."
        ),
        crumbs=[REPORTS, crumb(facts.plans[plan].title, urls.plan(plan))],
        illustration=any(each.illustration for each in records),
    )
    context = {
        "title": title,
        "records": records[::-1],
        "last": last,
        "changed": [(before, after, changes(before, after)) for before, after in pairwise(records)][::-1],
    }
    yield Draft(urls.frozen_versions(plan, period), "frozen-versions.md", meta, context)


def all_reports(facts: Facts) -> Products:
    """Yield the list of all frozen reports, by plan, the newest period first."""
    plans = [(facts.plans[plan], found) for plan in facts.plans if (found := versions_of(plan, facts))]
    latest = {plan.id: max(cards[-1].as_of for cards in found.values()) for plan, found in plans}
    plans.sort(key=lambda pair: latest[pair[0].id], reverse=True)
    about = "Báo cáo đã chốt theo kỳ: số liệu, cách tính và dữ liệu dùng để lập; đã chốt thì không đổi."
    yield Draft(urls.REPORTS, "frozen-list.md", head("list", "Báo cáo đã chốt", about), {"plans": plans, "last": _last})


def _last(cards: list[FrozenCard]) -> FrozenCard:
    return cards[-1]

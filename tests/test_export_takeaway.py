"""What people take away of figures, comparisons, scores, of where reform stands and of reports: valid, safe, the same.

No file may tell more than its page: two records that differ only in what the page hides have the same files.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from generator import urls
from generator.derive.scorecard import periods_compared
from generator.export.atom import ATOM, MOST_ENTRIES
from generator.export.safe import may_compute
from generator.export.schemas import data_schemas
from generator.facts import Facts
from generator.markdown import Writer
from generator.model.report import FrozenReport
from generator.model.times import Period
from generator.pages import comparisons, figures, scores, standing
from generator.pages.base import Draft, Plain, Products
from generator.pages.everything import RECORDS
from generator.render import fill
from generator.reporting.seal import seal_of
from tests.records import (
    PROVINCE,
    agency,
    assessment,
    facts,
    plan,
    procedure,
    progress,
    row,
    statistics,
    target,
    task,
    typed,
)

FORMULA = "=HYPERLINK(1)"
NUMBER = re.compile(r"-?\d+(\.\d+)?")
QUARTER = Period("2023-q4")
KINDS = ("statistics", "assessments", "progress", "reports")
Files = dict[str, bytes]


def shown(products: Products, known: Facts) -> tuple[list[Any], Files]:
    """Return the pages as they are published, and the files beside them."""
    kept = list(products)
    pages = [fill(each, known, Writer()) for each in kept if isinstance(each, Draft)]
    return [(page.path, page.body, page.meta) for page in pages], {
        each.path: each.content for each in kept if isinstance(each, Plain)
    }


def everything(known: Facts) -> Iterator[Any]:
    """Yield what is made of all records of the kinds that are taken away here, and of the lists of them."""
    for kind in KINDS:
        cards = known.frozen if kind == "reports" else known.reports[kind]
        for key in cards:
            yield from RECORDS[kind](known.whole(kind, key), known)
    for make in (standing.standing, standing.routines, scores.assessments, data_schemas):
        yield from make(known)
    for key in known.agencies:
        if known.pointing("statistics", "agency", key):
            yield from figures.of_agency(key, known)
        for period in periods_compared(key, known):
            yield from comparisons.comparison(key, period, known)


def all_files(known: Facts) -> Files:
    """Return all files of ``everything``."""
    return {each.path: each.content for each in everything(known) if isinstance(each, Plain)}


@pytest.fixture(scope="module")
def files(sample_facts: Facts) -> Files:
    """Return the files made of ``tests/sample``."""
    return all_files(sample_facts)


def schema_named(path: str, value: dict[str, Any], base: str) -> str:
    """Return where the schema of a file stands, below the root of the site."""
    return urljoin(f"{base}{path}", str(value["$schema"])).removeprefix(base)


def test_open_data_keeps_to_the_schema_that_it_names(files: Files, sample_facts: Facts) -> None:
    """Every kind of open data is there, and valid; a day that is none and a key too few are refused."""
    seen = set()
    for path, content in files.items():
        value = json.loads(content) if path.endswith(".json") and not path.endswith("metadata.json") else {}
        if path.startswith("luoc-do/") or not value:
            continue
        name = schema_named(path, value, sample_facts.base)
        seen.add(name)
        schema = json.loads(files[name])
        jsonschema.validate(value, schema)
        for wrong in ({**value, "as_of": 5}, {key: each for key, each in value.items() if key != "as_of"}):
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(wrong, schema)
    listed = {path for path in files if path.startswith("luoc-do/")}
    assert seen == listed - {urls.PLAN_SCHEMA, urls.INDICATORS_SCHEMA}


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (urls.statistics_file("so-khac-mau", "2026-q3", "thong-ke.json"), {"total": {"received": -1}}),
        (urls.comparison_file("ubnd-mau", "2026-q3", "so-sanh.json"), {"rows": [{"rank": "nhất"}]}),
        (urls.assessment_file("so-mau-2025", "chi-so.json"), {"total": "77,5"}),
        (urls.list_file(urls.PROGRESS, "tien-do.json"), {"tasks": [{"state": 1}]}),
        (urls.progress_file("so-mau-2026", "2026-q3", "bao-cao.json"), {"targets": [{"value": "98"}]}),
        (urls.frozen_file("so-mau-2026", "2026-q3", 1, "bao-cao.json"), {"tasks": [{"task": "1", "days": "3"}]}),
        (urls.frozen_file("so-mau-2026", "2026-q3", 1, "bao-cao.json"), {"surprise": 1}),
        (urls.frozen_file("so-mau-2026", "2026-q3", 1, "bao-cao.json"), {"made_on": 20261002}),
    ],
)
def test_a_wrong_value_is_refused(path: str, wrong: dict[str, Any], files: Files, sample_facts: Facts) -> None:
    """The schemas tell types, bounds and keys."""
    value = json.loads(files[path])
    schema = json.loads(files[schema_named(path, value, sample_facts.base)])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**value, **wrong}, schema)


def test_files_are_the_same_each_time(files: Files, sample_facts: Facts) -> None:
    """A second making gives the same bytes."""
    assert all_files(sample_facts) == files


def test_every_file_is_linked_from_its_page(sample_facts: Facts, files: Files) -> None:
    """Whatever is made stands on some page, but for what describes a table to programs."""
    linked = set()
    for draft in (each for each in everything(sample_facts) if isinstance(each, Draft)):
        page = fill(draft, sample_facts, Writer())
        linked |= {urls.published(link, page.path)[0] for link in re.findall(r"\]\(<?([^)>]+)", page.body)}
        linked |= {urls.from_here(each["to"], urls.address(page.path)) for each in page.meta.get("actions", [])}
    names = {path.rpartition("/")[2] for path in files if not path.endswith("-metadata.json")}
    missing = names - {link.rpartition("/")[2] for link in linked}
    assert {each for each in missing if f"luoc-do/{each}" not in files} == set()


# Figures of a period ------------------------------------------------------------------------------------------------

CODES = ("1.000001", "1.000002", "1.000003")


def rows(*received: int, late: int = 0) -> list[dict[str, Any]]:
    """Return rows of the three procedures."""
    return [row(each, procedure=code, late=late) for code, each in zip(CODES, received, strict=False)]


def of_figures(*records: Any, **more: Any) -> tuple[list[Any], Files]:
    """Return the pages and files of the figures of some bodies: of each period, over all, and compared."""
    titles = {code: f"Thủ tục {code[-1]}" for code in CODES}
    known = facts(
        agencies=(PROVINCE, agency("so-mot"), agency("so-hai")),
        procedures=tuple(procedure(code=code, title=title) for code, title in titles.items()),
        statistics=records,
        **more,
    )

    def products() -> Iterator[Any]:
        for record in records:
            yield from figures.statistics(record, known)
        for body in sorted({str(record.agency) for record in records}):
            yield from figures.of_agency(body, known)
        for period in periods_compared("tinh", known):
            yield from comparisons.comparison("tinh", period, known)

    return shown(products(), known)


def factor(count: int, total: int) -> dict[str, Any]:
    """Return a factor of satisfaction."""
    return {"name": "Chỗ chờ", "satisfied": {"count": count, "total": total}}


SMALL: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "rows that are shown as one": ({"rows": rows(40, 2, 10)}, {"rows": rows(40, 4, 8)}),
    "a period of few dossiers": ({"rows": rows(1, 3)}, {"rows": rows(2, 0)}),
    "an outcome of few": (
        {"outcomes": {"paid_online": {"count": 3, "total": 4}}},
        {"outcomes": {"paid_online": {"count": 0, "total": 2}}},
    ),
    "few ballots": (
        {"satisfaction": {"ballots": 4, "satisfied": 4}},
        {"satisfaction": {"ballots": 4, "satisfied": 1}},
    ),
    "a factor with few ballots": (
        {"satisfaction": {"ballots": 20, "satisfied": 9, "factors": [factor(3, 4)]}},
        {"satisfaction": {"ballots": 20, "satisfied": 9, "factors": [factor(1, 2)]}},
    ),
    "little feedback": (
        {"feedback": {"received": 4, "resolved_on_time": 3, "satisfied": 2}},
        {"feedback": {"received": 2, "resolved_on_time": 1, "satisfied": 0}},
    ),
    "feedback of which little was handled": (
        {"feedback": {"received": 9, "resolved_on_time": 3, "satisfied": 2}},
        {"feedback": {"received": 9, "resolved_on_time": 3, "satisfied": 0}},
    ),
}


def period_of(keys: dict[str, Any], period: str = "2023-q4", body: str = "so-mot") -> Any:
    """Return the figures of a body with ``keys``."""
    more = {key: each for key, each in keys.items() if key != "rows"}
    return statistics(body, period, *keys.get("rows", []), **more)


@pytest.mark.parametrize("name", SMALL)
def test_no_file_tells_more_than_the_page(name: str) -> None:
    """Records that differ only in what pages hide have the same pages, and the same files byte for byte.

    Beside them stand a larger period of the same year, whose sum could tell, and another body to be compared with.
    """
    one, other = (
        of_figures(
            period_of(keys),
            period_of({"rows": rows(50, 20, 30), "feedback": {"received": 9, "resolved_on_time": 9}}, "2023-q3"),
            period_of({"rows": rows(40, 30, 20)}, body="so-hai"),
        )
        for keys in SMALL[name]
    )
    assert one[0] == other[0]
    assert one[1] == other[1]


def test_what_is_shown_is_in_the_files() -> None:
    """The same records with other figures that are shown have other files: what is compared above is not nothing."""
    one, other = (of_figures(period_of({"rows": rows(received, 3, 9)})) for received in (40, 41))
    changed = {path.rpartition("/")[2] for path in one[1] if one[1][path] != other[1][path]}
    assert {"bieu-ii-06a.csv", "thong-ke.json", "thong-ke.xlsx", "cac-ky.xlsx", "ti-le.csv"} <= changed


def table(content: bytes) -> list[list[str]]:
    """Return the rows of a CSV file, below its head."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))[1:]


def test_rows_are_those_of_the_page(files: Files) -> None:
    """40, 3 and 9 dossiers are shown as 40 and 12, with their sum."""
    found = table(files[urls.statistics_file("so-khac-mau", "2026-q3", "bieu-ii-06a.csv")])
    assert [(line[2], line[3]) for line in found] == [("MAU-01", "40"), ("", "12"), ("", "52")]
    value = json.loads(files[urls.statistics_file("so-khac-mau", "2026-q3", "thong-ke.json")])
    assert [each["received"] for each in value["rows"]] == [40, 12]
    assert (value["merged"], value["few"], value["total"]["received"]) == (True, False, 52)
    shares = {each["metric"]: each["result"] for each in value["indicators"]}
    assert shares["paid-online"] == {
        "share": None,
        "numerator": None,
        "denominator": None,
        "untold": "dưới 5, không nêu tỉ lệ",
    }
    assert (shares["satisfaction"]["share"], shares["satisfaction"]["denominator"]) == (90, 20)


def test_a_period_of_few_tells_only_that(files: Files) -> None:
    """No rows, no total, no figure."""
    value = json.loads(files[urls.statistics_file("so-khac-mau", "2026-q1", "thong-ke.json")])
    assert (value["rows"], value["total"], value["few"]) == ([], None, True)
    (only,) = table(files[urls.statistics_file("so-khac-mau", "2026-q1", "bieu-ii-06a.csv")])
    assert only == ["Cộng", "", "", "dưới 5", *[""] * 10]


def test_all_periods_and_years_are_tables(files: Files) -> None:
    """Each period has its indicators, one without figures says so, and the year hides what would tell a period."""
    found = table(files[urls.statistics_of_file("so-khac-mau", "ti-le-cac-ky.csv")])
    told = {(line[0], line[3]): line[5:] for line in found}
    assert told["2026-q2", "resolved-on-time"] == ["chưa có số liệu", "", ""]
    assert told["2026-q3", "resolved-on-time"][1:] == ["47", "48"]
    years = table(files[urls.statistics_of_file("so-khac-mau", "ti-le-cac-nam.csv")])
    (hidden,) = [line[4:] for line in years if line[2] == "resolved-on-time"]
    assert hidden == ["không nêu, vì sẽ lộ kỳ có dưới 5", "", ""]


# Comparisons, scores ------------------------------------------------------------------------------------------------


def test_a_comparison_is_one_table() -> None:
    """Every body stands in every indicator with its rank, fraction and note, and how complete its data is."""
    _pages, found = of_figures(
        period_of({"rows": rows(40, 30, 20, late=2)}), period_of({"rows": rows(50, 30, 20)}, body="so-hai")
    )
    lines = table(found[urls.comparison_file("tinh", QUARTER, "so-sanh.csv")])
    best = [line for line in lines if line[1] == "resolved-on-time"]
    assert [line[3:11] for line in best] == [
        ["so-hai", "so-hai", "1", "2", "không", "100.0", "100", "100"],
        ["so-mot", "so-mot", "2", "2", "không", "93.3", "84", "90"],
    ]
    assert [line[13:] for line in best] == [["1", "4", "quý I/2023, quý II/2023, quý III/2023"]] * 2


def test_a_score_has_its_groups_criteria_and_road(files: Files) -> None:
    """What was lost stands with each criterion, and adds up to the road."""
    value = json.loads(files[urls.assessment_file("so-mau-2025", "chi-so.json")])
    lost = sum(each["lost"] or 0 for group in value["groups"] for each in group["criteria"] if each["remedy_state"])
    assert lost == sum(step["points"] for step in value["road"]) > 0
    criteria = table(files[urls.assessment_file("so-mau-2025", "tieu-chi.csv")])
    assert [line[1] for line in criteria] == [each["id"] for group in value["groups"] for each in group["criteria"]]
    (first, *_steps) = table(files[urls.assessment_file("so-mau-2025", "duong-toi-diem.csv")])
    assert first[0] == "Đã được chấm"


def test_indices_over_the_years_have_their_gaps(files: Files) -> None:
    """The year between two that are told is there, and says that nothing is known."""
    lines = table(files[urls.list_file(urls.ASSESSMENTS, "chi-so-qua-cac-nam.csv")])
    by_year = {line[3]: line[4] for line in lines if line[0] == "ubnd-mau"}
    assert list(by_year) == ["2023", "2024", "2025"]
    assert by_year["2024"] == "chưa có số liệu"


# Where reform stands ------------------------------------------------------------------------------------------------

TODAY = date(2024, 8, 10)
ROUTINES = [
    {
        "id": "quy",
        "title": FORMULA,
        "every": {"kind": "every", "periods": ["quarter"]},
        "due_on": {"day": "15", "month": "next"},
    },
    {
        "title": "Báo cáo không mã",
        "every": {"kind": "every", "periods": ["year"]},
        "due_on": {"day": "15", "month": "next"},
    },
]
TASKS = [
    task(id="1", text=FORMULA, due={"kind": "by", "date": "31/7/2024"}, lead=["so-thu"]),
    task(id="2", due={"kind": "by", "date": "20/8/2024"}),
    task(id="3", due={"kind": "by", "date": "20/12/2024"}),
]
GROUP = {"id": "nhom", "name": FORMULA, "max": 5, "score": 3}
CRITERION = {"id": "tc", "name": FORMULA, "max": 5, "score": 3, "met": "partly", "cause": FORMULA, "tasks": ["1"]}


def reform(**more: Any) -> Facts:
    """Return the facts of a plan with periodic reports, a report of progress and a score."""
    record = plan(title=FORMULA, tasks=TASKS, targets=[target(text=FORMULA)], reporting=ROUTINES, **more)
    told = progress(
        date(2024, 7, 1),
        tasks=[{"task": "1", "state": "in-progress", "note": FORMULA}],
        targets=[{"target": "1", "value": "96,5", "note": FORMULA}],
        reports=[{"report": "quy", "period": "2024-q1", "sent_on": "10/4/2024"}],
    )
    score = assessment(plan="ke-hoach", title=FORMULA, total=3, groups=[{**GROUP, "criteria": [CRITERION]}])
    return facts(plans=(record,), progress=(told,), assessments=(score,), today=TODAY)


@pytest.fixture(scope="module")
def reformed() -> Files:
    """Return the files of ``reform()``."""
    return all_files(reform())


def test_lists_of_tasks_are_one_table(reformed: Files) -> None:
    """What is late and what is due soon is there with its days and page; what is neither is not."""
    lines = table(reformed[urls.list_file(urls.PROGRESS, "viec.csv")])
    assert [(line[0], line[10], line[11]) for line in lines] == [("1", "Quá hạn", "10"), ("2", "Sắp đến hạn", "-10")]
    assert lines[0][15].startswith("https://trang.example/ke-hoach/ke-hoach/so-thu/#")
    value = json.loads(reformed[urls.list_file(urls.PROGRESS, "tien-do.json")])
    assert [(each["id"], each["state"], each["days"]) for each in value["tasks"]] == [
        ("1", "overdue", 10),
        ("2", "due-soon", -10),
    ]


def test_the_calendar_has_the_reports_that_are_not_sent(reformed: Files) -> None:
    """What was sent is not in it; of what nobody tells, only days to come are; each has an id of its own."""
    calendar: Any = Calendar.from_ical(reformed[urls.list_file(urls.ROUTINES, "han-gui.ics")].decode())
    found = list(calendar.walk("VEVENT"))
    assert sorted((event["DTSTART"].dt, "không mã" in event["SUMMARY"]) for event in found) == [
        (date(2024, 7, 15), False),
        (date(2024, 10, 15), False),
        (date(2025, 1, 15), False),
        (date(2025, 1, 15), True),
    ]
    assert len({str(event["UID"]) for event in found}) == len(found)


def test_the_feed_is_of_all_plans(sample_facts: Facts, files: Files, reformed: Files) -> None:
    """The newest come first and say whose they are; what is made up is marked; no more than the newest 300."""
    path = urls.list_file(urls.PROGRESS, "theo-doi.xml")
    root = ET.fromstring(reformed[path])  # noqa: S314  (our own)
    entries = list(root.iter(f"{{{ATOM}}}entry"))
    days = [entry.findtext(f"{{{ATOM}}}updated", "") for entry in entries]
    assert days == sorted(days, reverse=True)
    assert len(days) > 2
    assert all("Sở Thử" in entry.findtext(f"{{{ATOM}}}summary", "") for entry in entries)
    made_up = ET.fromstring(files[path])  # noqa: S314
    titles = [entry.findtext(f"{{{ATOM}}}title", "") for entry in made_up.iter(f"{{{ATOM}}}entry")]
    assert sample_facts.is_illustration("so-mau")
    assert all(title.startswith("[Minh họa] ") for title in titles)
    assert 0 < len(titles) <= MOST_ENTRIES


def test_a_report_of_progress_is_taken_away_as_reported(reformed: Files) -> None:
    """Values and states as they were reported, not as they are computed."""
    value = json.loads(reformed[urls.progress_file("ke-hoach", "2024-m07", "bao-cao.json")])
    assert [(each["id"], each["value"]) for each in value["targets"]] == [("1", 96.5)]
    assert [(each["id"], each["state"]) for each in value["tasks"]] == [("1", "in-progress")]
    assert value["reports"][0]["sent_on"] == "2024-04-10"


def test_no_text_is_a_formula(reformed: Files) -> None:
    """Texts that a spreadsheet could compute are texts, in every table and workbook."""
    sheets = [content for path, content in reformed.items() if path.endswith(".csv")]
    cells = [cell for content in sheets for line in table(content) for cell in line]
    assert sum(cell == f"'{FORMULA}" for cell in cells) > 8
    assert [cell for cell in cells if may_compute(cell) and not NUMBER.fullmatch(cell)] == []
    books = [load_workbook(io.BytesIO(content)) for path, content in reformed.items() if path.endswith(".xlsx")]
    placed = [cell for book in books for sheet in book for line in sheet.iter_rows() for cell in line]
    assert [cell for cell in placed if cell.data_type == "f"] == []
    assert sum(cell.value == FORMULA for cell in placed) > 5


# Frozen reports -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [1, 2])
def test_a_frozen_report_is_its_record(version: int, files: Files, sample_facts: Facts) -> None:
    """Who reads the JSON back gets the record, and can reckon its seal."""
    record: FrozenReport = sample_facts.whole("reports", f"so-mau-2026/2026-q3-v{version}")
    content = files[urls.frozen_file("so-mau-2026", "2026-q3", version, "bao-cao.json")]
    value = json.loads(content, parse_float=str, parse_int=str)
    assert value.pop("$schema") == "../../../../luoc-do/bao-cao-da-chot.json"
    again = FrozenReport.model_validate(typed(value))
    assert again == record
    assert seal_of(again) == record.seal

"""What people take away of plans and indicators: tables, open data, calendars, feeds."""

import csv
import io
import json
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from generator import urls
from generator.derive.plans import plan_views
from generator.export.atom import ATOM
from generator.export.schemas import data_schemas
from generator.facts import Facts
from generator.pages.base import Plain
from generator.pages.everything import RECORDS
from generator.pages.indicators import indicators
from tests.records import facts, plan, procedure, progress, target, task

PROOF = {"kind": "document", "number": "12/BC-ST", "date": "1/7/2024"}
TODAY = date(2024, 8, 10)
UNIT = ["so-thu"]
TASKS = [
    task(id="1", text="=HYPERLINK(1)", due={"kind": "by", "date": "31/7/2024"}, lead=UNIT, budget_vnd="5000000"),
    task(id="2", due={"kind": "by", "date": "20/8/2024"}),
    task(id="3", due={"kind": "every", "periods": ["quarter"]}, lead=UNIT),
    task(id="4", due={"kind": "by", "date": "30/6/2024"}, lead=UNIT),
]
TOLD = [
    {"task": "1", "state": "in-progress", "spent_vnd": "2000000"},
    {"task": "3", "state": "in-progress", "delivered": ["2024-q1"], "evidence": [PROOF]},
    {"task": "4", "state": "done", "done_on": "20/6/2024", "evidence": [PROOF]},
]


def known(**keys: Any) -> Facts:
    """Return the facts of a plan with a report, and a procedure."""
    record = plan(tasks=TASKS, targets=[target()], **keys)
    told = progress(date(2024, 7, 1), tasks=TOLD, targets=[{"target": "1", "value": "96,5"}])
    acting = {"executing": ["so-thu"]}
    return facts(plans=(record,), progress=(told,), procedures=(procedure(agencies=acting),), today=TODAY)


def events(content: bytes) -> list[Any]:
    """Return the entries of a calendar."""
    calendar: Any = Calendar.from_ical(content.decode())
    return list(calendar.walk("VEVENT"))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Return the files made beside the pages of the plan, and the schemas."""
    answers = known()
    products = [*RECORDS["plans"](answers.whole("plans", "ke-hoach"), answers), *data_schemas(answers)]
    return {each.path: each.content for each in products if isinstance(each, Plain)}


def test_tasks_are_a_table(files: dict[str, bytes]) -> None:
    """Each task is a row with its state and days; a text that a spreadsheet could compute is kept a text."""
    rows = list(csv.DictReader(io.StringIO(files[urls.plan_file("ke-hoach", "nhiem-vu.csv")].decode("utf-8-sig"))))
    assert [row["Tình trạng"] for row in rows] == [
        "Quá hạn",
        "Sắp đến hạn",
        "Định kỳ, thiếu kỳ",
        "Xong, có minh chứng",
    ]
    assert [row["Số ngày quá hạn"] for row in rows] == ["10", "", "41", ""]
    assert rows[0]["Nhiệm vụ"] == "'=HYPERLINK(1)"
    assert (rows[0]["Kinh phí (đồng)"], rows[0]["Đã chi (đồng)"]) == ("5000000", "2000000")
    assert rows[3]["Ngày xong"] == "2024-06-20"


def test_the_workbook_has_tasks_and_targets(files: dict[str, bytes]) -> None:
    """Both tables are sheets; no cell is a formula."""
    book = load_workbook(io.BytesIO(files[urls.plan_file("ke-hoach", "ke-hoach.xlsx")]))
    assert book.sheetnames[:2] == ["Nhiệm vụ", "Chỉ tiêu"]
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_open_data_keeps_to_its_schema(files: dict[str, bytes]) -> None:
    """The JSON of a plan is valid by the schema at the address that it names, and tells state and values."""
    value = json.loads(files[urls.plan_file("ke-hoach", "ke-hoach.json")])
    schema = json.loads(files[urls.PLAN_SCHEMA])
    assert value["$schema"] == schema["$id"] == f"https://trang.example/{urls.PLAN_SCHEMA}"
    jsonschema.validate(value, schema)
    assert [each["state"] for each in value["tasks"]] == ["overdue", "due-soon", "lagging", "proven"]
    assert value["targets"][0]["reported"] == 96.5
    assert value["targets"][0]["counted"] is None
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**value, "tasks": [{"id": 1}]}, schema)


def test_the_calendar_has_what_is_still_to_be_delivered(files: dict[str, bytes]) -> None:
    """What is done or delivered is not in the calendar; each turn of what recurs is."""
    found = events(files[urls.plan_file("ke-hoach", "lich.ics")])
    days = sorted(event["DTSTART"].dt for event in found)
    assert days == [date(2024, 6, 30), date(2024, 7, 31), date(2024, 8, 20), date(2024, 9, 30), date(2024, 12, 31)]
    uids = [str(event["UID"]) for event in found]
    assert len(uids) == len(set(uids))


def test_a_unit_has_a_calendar_of_its_own(files: dict[str, bytes]) -> None:
    """The calendar of a unit has the tasks that it leads, not those of others."""
    found = events(files[urls.unit_file("ke-hoach", "so-thu", "lich.ics")])
    assert date(2024, 8, 20) not in [event["DTSTART"].dt for event in found]
    assert len(found) == 4


def test_the_feed_tells_what_came(files: dict[str, bytes]) -> None:
    """Deadlines near and passed, work done and reports come as entries, the newest first; nothing that is to come."""
    root = ET.fromstring(files[urls.plan_file("ke-hoach", "theo-doi.xml")])  # noqa: S314  (our own)
    entries = [
        (entry.findtext(f"{{{ATOM}}}updated", "")[:10], entry.findtext(f"{{{ATOM}}}title", "").partition(":")[0])
        for entry in root.iter(f"{{{ATOM}}}entry")
    ]
    assert entries == [
        ("2024-08-01", "Quá hạn"),
        ("2024-07-21", "Sắp đến hạn"),
        ("2024-07-01", "Báo cáo tiến độ tháng 7/2024"),
        ("2024-07-01", "Quá hạn"),
        ("2024-07-01", "Sắp đến hạn"),
        ("2024-06-20", "Xong, có minh chứng"),
        ("2024-05-31", "Sắp đến hạn"),
    ]


def test_indicators_name_every_record_that_they_count() -> None:
    """The open data of an agency's indicators keeps to its schema and holds the procedures in each figure."""
    answers = known()
    period = plan_views(answers)[0].record.period
    made = {each.path: each for each in indicators("so-thu", period, answers) if isinstance(each, Plain)}
    value = json.loads(made[urls.indicators_file("so-thu", period, "so-lieu.json")].content)
    schemas = {each.path: each.content for each in data_schemas(answers) if isinstance(each, Plain)}
    jsonschema.validate(value, json.loads(schemas[urls.INDICATORS_SCHEMA]))
    (found,) = [each for each in value["indicators"] if each["metric"] == "procedures-with-sample"]
    assert found["entries"] == [{"kind": "procedures", "id": "1.000001", "part": 0, "whole": 1}]
    assert (found["share"], found["denominator"]) == (0, 1)


def test_files_are_the_same_each_time() -> None:
    """Two makings of a plan's files give the same bytes."""
    answers = known()
    record = answers.whole("plans", "ke-hoach")
    once, again = (
        {each.path: each.content for each in RECORDS["plans"](record, answers) if isinstance(each, Plain)}
        for _time in range(2)
    )
    assert once == again

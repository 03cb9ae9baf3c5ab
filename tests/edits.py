"""Edits of a project that people make: each is applied to ``tests/sample`` with a few more records."""

from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple

from tests.living import Living
from tests.sealing import reseal

FULL, BARE = "data/procedures/so-mau/MAU-01.yml", "data/procedures/so-mau/MAU-03.yml"
SAMPLE = "data/samples/MAU-01/cap-moi.yml"
PLAN, REPORT = "data/plans/so-mau-2026.yml", "data/progress/so-mau-2026/2026-q3.yml"
LATER_REPORT = REPORT.replace("q3", "q4")
OLD_LAW, LAW, NOTICE = (f"data/legal/{name}-ubnd-mau.yml" for name in ("01-2025-qd", "02-2026-qd", "12-tb"))
AGENCY, UNIT = "data/agencies/so-mau.yml", "data/agencies/phong-mau.yml"
DECISION = "data/decisions/05-qd-sm.yml"
SCORES, FIGURES = "data/assessments/so-mau-2025.yml", "data/statistics/so-mau/2026-q3.yml"
OTHER_FIGURES, OLD_SCORES = "data/statistics/so-khac-mau/2026-q3.yml", "data/assessments/so-mau-2024.yml"
FIELDS, EVENTS, SITE = "data/fields.yml", "data/life-events.yml", "data/site.yml"
HOLIDAYS, SYNONYMS, WAIVERS = "data/holidays.yml", "data/synonyms.yml", "data/exceptions.yml"
LATER_FIGURES = FIGURES.replace("q3", "m10")
GLOSSARY = "data/glossary.yml"
FROZEN = "data/reports/so-mau-2026/2026-q3"
FORM, PROOF = "data/procedures/so-mau/MAU-01/don-de-nghi.pdf", "data/progress/so-mau-2026/bien-ban.pdf"
TO_COME = "\nchanges:\n  - {date: 2026-12-15, kind: minor, what: Thêm một cách nộp.}\n"


class Edit(NamedTuple):
    """What is done to a project; ``shows`` tells whether the site differs afterwards."""

    name: str
    do: Callable[[Living], None]
    shows: bool = True


def plant(home: Living) -> None:
    """Add what the sample lacks: what comes on a later day, a posted sheet, a second sample, a unit that is real."""
    home.append(BARE, TO_COME)
    home.replace(FULL, "disclosure:\n", "disclosure:\n  - {place: counter, date: 2026-02-02, sheet: bkmtwxzp}\n")
    home.replace(PLAN, "date: 30/6/2026", "date: 31/12/2026")
    home.copy(REPORT, LATER_REPORT, ("2026-q3", "2026-q4"), ("2026-09-30", "2026-12-20"))
    home.copy(FIGURES, LATER_FIGURES, ("2026-q3", "2026-m10"), ("2026-09-30", "2026-10-31"))
    home.copy(SAMPLE, "data/samples/MAU-01/cap-lai.yml", ("cap-moi", "cap-lai"), ("    form: don-de-nghi\n", ""))
    home.copy(UNIT, "data/agencies/phong-hai.yml", ("phong-mau", "phong-hai"), ("illustration: true\n", ""))
    home.copy(BARE, "data/procedures/phong-hai/MAU-05.yml", ("MAU-03", "MAU-05"), ("Gia hạn", "Trích lục"))
    home.append("data/procedures/phong-hai/MAU-05.yml", "agencies: {executing: [phong-hai]}\n")
    home.replace("data/procedures/phong-hai/MAU-05.yml", "  - agencies\n", "")
    home.replace("data/procedures/phong-hai/MAU-05.yml", "2026-12-15", "2026-03-01")


def abolish(home: Living) -> None:
    """Replace one procedure by another."""
    home.replace(BARE, "status: suspended", "status: replaced\nreplaced_by: [MAU-01]\neffective_to: 2026-10-01")


def lapse(home: Living) -> None:
    """Let a law that procedures rest on be replaced."""
    home.replace(LAW, "force: in-force", "force: expired\nreplaced_by: [12-tb-ubnd-mau]\neffective_to: 2026-11-01")


def new_law(home: Living) -> None:
    """Add a law, and rest a procedure on it."""
    home.copy(LAW, "data/legal/03-2026-qd-ubnd-mau.yml", ("02-2026", "03-2026"), ("02/2026", "03/2026"))
    home.replace(FULL, "legal_basis:\n  - 02-2026", "legal_basis:\n  - 03-2026-qd-ubnd-mau\n  - 02-2026")


def without_parent_plan(home: Living) -> None:
    """Remove a plan that another one is part of."""
    home.remove("data/plans/ubnd-mau-2021-2026.yml")
    home.replace(PLAN, "parent:\n  plan: ubnd-mau-2021-2026\n", "")
    home.replace(PLAN, '    carries: ["1"]\n', "")


def new_procedure(home: Living) -> None:
    """Add a procedure to the field that had one."""
    home.copy(BARE, "data/procedures/so-mau/MAU-04.yml", ("MAU-03", "MAU-04"), ("xac-nhan\n", "xac-nhan-lai\n"))


def other_form(home: Living) -> None:
    """Name a form by another file name."""
    (home.folder / FORM).rename(home.folder / FORM.replace("don-de-nghi", "don-moi"))
    home.replace(FULL, "file: don-de-nghi.pdf", "file: don-moi.pdf")


def without_form(home: Living) -> None:
    """Remove a form's file."""
    home.remove(FORM)
    home.replace(FULL, "    file: don-de-nghi.pdf\n", "")


def same_size(home: Living) -> None:
    """Put other bytes into a form, as many as there were."""
    content = (home.folder / FORM).read_bytes()
    (home.folder / FORM).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


def other_proof(home: Living) -> None:
    """Replace a file of evidence."""
    before = sha256((home.folder / PROOF).read_bytes()).hexdigest()
    home.append(PROOF, "% thêm một trang\n")
    after = sha256((home.folder / PROOF).read_bytes()).hexdigest()
    for report in (REPORT, LATER_REPORT):
        home.replace(report, before, after)


def other_fields(home: Living) -> None:
    """Give the fields another order and other parents."""
    text = "fields:\n  - {id: xac-nhan-lai, name: Xác nhận lại}\n"
    home.write(FIELDS, f"{text}  - {{id: xac-nhan, name: Xác nhận, parent: xac-nhan-lai}}\n")


def new_report(home: Living) -> None:
    """Add a report of progress that has come."""
    home.copy(REPORT, "data/progress/so-mau-2026/2026-m10.yml", ("2026-q3", "2026-m10"), ("2026-09-30", "2026-10-31"))
    home.replace("data/progress/so-mau-2026/2026-m10.yml", "value: 98", "value: 97,9")


def correct(home: Living) -> None:
    """Freeze a report once more, with other figures."""
    changes = (("2026-q3-v2", "2026-q3-v3"), ("2026-q3-v1", "2026-q3-v2"), ("version: 2", "version: 3"))
    home.copy(f"{FROZEN}-v2.yml", f"{FROZEN}-v3.yml", *changes, ("satisfied: 39", "satisfied: 38"))
    reseal(home.folder / "data")


def without_illustration(home: Living) -> None:
    """Let the agencies be real."""
    for name in ("so-mau", "phong-mau", "ubnd-mau", "so-cu-mau", "so-khac-mau"):
        home.replace(f"data/agencies/{name}.yml", "illustration: true\n", "")


def new_page(home: Living) -> None:
    """Add a hand-written page that links to a record."""
    home.write("docs/hoi-dap.md", "# Hỏi đáp\n\n[Giấy mẫu](thu-tuc/MAU-01.md#cac-buoc)\n")
    home.append("mkdocs.yml", "  - Hỏi đáp: hoi-dap.md\n")


def edit_one(home: Living) -> None:
    """Edit one record."""
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")


def edit(name: str, path: str, old: str, new: str, *, shows: bool = True) -> Edit:
    """Return an edit of words in one file."""
    return Edit(name, lambda home: home.replace(path, old, new), shows)


def on(day: str) -> Edit:
    """Return the coming of a day."""
    return Edit(f"day {day}", lambda home: home.day(day))


def gone(name: str, path: str, *, shows: bool = True) -> Edit:
    """Return the removal of a file or folder."""
    return Edit(name, lambda home: home.remove(path), shows)


def renamed(name: str, old: str, new: str) -> Edit:
    """Return a change of an id in every record and file name."""
    return Edit(name, lambda home: home.everywhere(old, new))


PROCEDURES = (
    edit("title", FULL, "title: Cấp giấy", "title: Cấp mới giấy"),
    edit("fee", FULL, "amount_vnd: 20.000", "amount_vnd: 25.000"),
    edit("new key", BARE, "field: xac-nhan", "purpose: Để khỏi xin lại.\nfield: xac-nhan"),
    edit("moved to a field", BARE, "field: xac-nhan", "field: xac-nhan-lai"),
    edit("other agency", FULL, "executing: [phong-mau]", "executing: [phong-hai]"),
    edit("other sheet on the board", FULL, "sheet: bkmtwxzp", "sheet: zxwvtsrq"),
    edit("comment", FULL, "purpose:", "# ghi chú\npurpose:", shows=False),
    renamed("code", "MAU-01", "MAU-09"),
    Edit("replaced", abolish),
    Edit("new procedure", new_procedure),
    gone("no procedure", BARE),
    gone("last of an agency", "data/procedures/phong-hai"),
    edit("change", BARE, "date: 2026-12-15", "date: 2026-11-15"),
)
AROUND = (
    edit("law lapses", LAW, "force: in-force", "force: expired\neffective_to: 2026-11-01"),
    Edit("law replaced", lapse),
    Edit("new law", new_law),
    edit("title of a law", OLD_LAW, "title: Tổ chức", "title: Sắp xếp"),
    edit("agency renamed", AGENCY, "name: Sở Mẫu", "name: Sở Khuôn Mẫu"),
    edit("unit renamed", UNIT, "name: Phòng Nghiệp vụ", "name: Phòng Chuyên môn"),
    renamed("id of an agency", "phong-mau", "phong-chuyen-mon"),
    gone("no agency", "data/agencies/so-cu-mau.yml"),
    Edit("no illustration", without_illustration),
    edit("decision", DECISION, 'number: "05/QĐ-SM"', 'number: "06/QĐ-SM"'),
    edit("sample", SAMPLE, "title: Xin cấp mới", "title: Xin cấp lần đầu"),
    renamed("id of a sample", "cap-lai", "cap-doi"),
    gone("no sample", "data/samples/MAU-01/cap-lai.yml"),
    edit("field renamed", FIELDS, "name: Xác nhận\n", "name: Chứng nhận\n"),
    Edit("fields in another order", other_fields),
    renamed("id of a field", "xac-nhan-lai", "chung-nhan-lai"),
    edit("life event", EVENTS, "name: Chuyển nhà", "name: Dọn nhà"),
    edit("order of an event", EVENTS, '[MAU-01, "1.000002"]', '["1.000002", MAU-01, MAU-03]'),
)
PLANS = (
    edit("due date", PLAN, "{kind: by, date: 31/12/2026}", "{kind: by, date: 30/11/2026}"),
    edit("text of a task", PLAN, "text: Lập hồ sơ mẫu", "text: Lập đủ hồ sơ mẫu"),
    renamed("id of a plan", "so-mau-2026", "so-mau-nam-2026"),
    Edit("no parent plan", without_parent_plan),
    edit("progress", REPORT, "state: in-progress", "state: done"),
    Edit("new report", new_report),
    gone("no statistics", LATER_FIGURES),
    edit("statistics", FIGURES, "satisfied: 39", "satisfied: 38"),
    edit("assessment", SCORES, 'total: "70,5"', 'total: "71,5"'),
    gone("nobody to compare with", OTHER_FIGURES),
    edit("small numbers are shown", OTHER_FIGURES, "rows:\n", "merge_small: false\nrows:\n"),
    edit("statistics of a later day", FIGURES, "as_of: 2026-09-30", "as_of: 2026-12-01"),
    edit("score of the year before", OLD_SCORES, 'total: "66"', 'total: "67"'),
    gone("no province index of a year", "data/assessments/ubnd-mau-2023.yml"),
    edit("kind of an agency", "data/agencies/so-khac-mau.yml", "kind: department", "kind: commune"),
    renamed("id of an assessment", "so-mau-2025", "so-mau-nam-2025"),
)
REPORTS = (
    Edit("corrected report", correct),
    gone("no second version", f"{FROZEN}-v2.yml"),
    gone("no frozen report", "data/reports"),
)
LISTS = (
    edit("disclaimer", SITE, "đều hư cấu", "đều không có thật"),
    edit("featured", SITE, "featured: [MAU-01]", "featured: [MAU-03, MAU-01]"),
    edit("due soon", SITE, "due_soon_days: 30", "due_soon_days: 60"),
    edit("how long a check lasts", SITE, "checked_max_days: 180", "checked_max_days: 7"),
    edit("holidays", HOLIDAYS, "name: Nghỉ hoán đổi", "name: Nghỉ thay"),
    edit("synonyms", SYNONYMS, "giấy chứng nhận, ", ""),
    edit("meaning of a term", GLOSSARY, "Các giấy tờ phải nộp", "Giấy tờ phải nộp"),
    edit("term", GLOSSARY, "term: hồ sơ", "term: cấp giấy"),
    gone("no glossary", GLOSSARY),
    edit("exceptions", WAIVERS, "2099-12-31", "2026-11-20", shows=False),
    gone("no life events", EVENTS),
)
FILES = (
    Edit("form of the same size", same_size),
    Edit("form renamed", other_form),
    Edit("no form", without_form),
    Edit("proof", other_proof),
)
DAYS = tuple(map(on, ("2026-11-22", "2026-12-15", "2027-01-01", "2027-05-01", "2026-03-13", "2025-12-31")))
THEME = (
    edit("hand-written page", "docs/gioi-thieu.md", "# ", "# Về trang: "),
    Edit("new page", new_page),
    Edit("style", lambda home: home.append("docs/assets/css/base.css", "\np { color: #123 }\n")),
    Edit("slot", lambda home: home.append("overrides/partials/mb/foot.html", "<p>Hết.</p>\n")),
    Edit("part of a slot", lambda home: home.append("overrides/partials/mb/rail.html", "<p>Hết.</p>\n")),
    edit("frame", "overrides/main.html", "{% block footer %}", "{% block footer %}<hr>"),
    edit("header", "overrides/partials/mb/header.html", ">Mục lục<", ">Các mục<"),
    edit("lost page", "overrides/404.html", "Không tìm thấy trang này", "Không có trang này"),
    edit("site name", "mkdocs.yml", "site_name: Minh Bạch", "site_name: Minh Bạch hơn"),
    Edit("address", lambda home: home.variables.update(SITE_URL="https://org.example/kho/")),
)
DATA = (*PROCEDURES, *AROUND, *PLANS, *REPORTS, *LISTS, *FILES)
EDITS = (*DATA, *DAYS, *THEME)

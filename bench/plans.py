"""Six reform plans and a sample dossier for each twentieth procedure, all made up."""

from collections.abc import Iterator

from bench.procedures import code_of
from bench.province import SOURCE, Keys, Province, chance_for
from bench.words import Voice

PLANS = 6
TARGETS = 12
TASKS = 40
EVERY = 20
AREAS = ("steering", "institutions", "procedures", "one-stop", "organisation", "civil-service", "digital", "feedback")
METRICS = ("complete-in-13-items", "procedures-with-sample", "online-full", "online-eligible")


def plans(province: Province, seed: str) -> Iterator[Keys]:
    """Yield the plans, of the size of real ones."""
    for number in range(1, PLANS + 1):
        yield _plan(number, province.departments[number % len(province.departments)], Voice(chance_for(seed, number)))


def _plan(number: int, agency: str, voice: Voice) -> Keys:
    year = 2020 + number
    return {
        "id": f"ke-hoach-vi-du-{year}",
        "agency": agency,
        "number": f"{number}/KH-SVD",
        "date": f"{year}-01-15",
        "title": f"Cải cách hành chính năm {year} (kế hoạch minh họa)",
        "summary": voice.sentence(),
        "kind": "reform",
        "period": str(year),
        "purposes": [voice.sentence() for _ in range(3)],
        "groups": [{"id": area, "title": voice.line(40), "area": area} for area in AREAS],
        "targets": [_target(at, agency, year, voice) for at in range(1, TARGETS + 1)],
        "tasks": [_task(at, agency, year, voice) for at in range(1, TASKS + 1)],
        "source": SOURCE,
    }


def _target(at: int, agency: str, year: int, voice: Voice) -> Keys:
    measure = {"comparator": "at-least", "value": str(50 + at), "unit": "percent"}
    if at <= len(METRICS):
        measure["metric"] = METRICS[at - 1]
    due = {"kind": "by", "date": f"{year}-12-15"}
    area = AREAS[at % len(AREAS)]
    return {"id": f"I.{at}", "area": area, "text": voice.line(90), "measure": measure, "due": due, "lead": [agency]}


def _task(at: int, agency: str, year: int, voice: Voice) -> Keys:
    area = AREAS[at % len(AREAS)]
    return {
        "id": f"II.{at}",
        "group": area,
        "area": area,
        "text": voice.text(voice.length(160, 0.5, 900)),
        "product": voice.line(60),
        "lead": [f"{agency}-don-vi-{1 + at % 3}"],
        "coordinate": [agency],
        "due": {"kind": "quarter", "year": str(year), "quarter": str(1 + at % 4)},
        "serves": [f"I.{1 + at % TARGETS}"],
    }


def samples(procedures: list[Keys], seed: str) -> Iterator[Keys]:
    """Yield a sample dossier of each twentieth procedure, and at least one."""
    for number in range(1, len(procedures) + 1, EVERY):
        yield _sample(procedures[number - 1], Voice(chance_for(seed, "sample", number)), code_of(number))


def _sample(procedure: Keys, voice: Voice, code: str) -> Keys:
    form = procedure["forms"][0]
    return {
        "id": f"{code.lower()}-mau-1",
        "procedure": code,
        "title": f"Hồ sơ mẫu: {procedure['title'][:80]}",
        "summary": "Ông Nguyễn Văn Ví Dụ nộp hồ sơ lần đầu.",
        "forms": [{"name": form["name"], "form": form["id"], "fields": [_field(at, voice) for at in range(1, 13)]}],
        "approved_by": "Sở Ví dụ",
        "approved_on": "2026-10-01",
        "source": SOURCE,
    }


def _field(at: int, voice: Voice) -> Keys:
    return {
        "label": f"{at}. {voice.thing()}",
        "guide": voice.sentence(),
        "example": voice.thing(),
        "mistake": voice.sentence(),
    }

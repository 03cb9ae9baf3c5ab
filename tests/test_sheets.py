"""Which facts make up the version of a posting notice."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic_core import PydanticCustomError

from generator.check import check
from generator.derive.sheets import SheetState, state_of, version_by, version_of
from generator.facts import Facts
from generator.model.codes import SheetVersion
from generator.model.procedure import Procedure
from generator.notices.sheet import sheet_of
from generator.read import read
from tests.builds import SAMPLE, TODAY, copy_project, replace
from tests.hostile import planted
from tests.records import facts, procedure

MAU = SAMPLE / "procedures" / "so-mau" / "MAU-01.yml"
# What a sheet says besides: of the comparison, which changes no fact.
NOT_FACTS = ("Source.",)


def filled(**words: str) -> Procedure:
    """Return the sample's procedure with words in every place for them: the same, or those given for a place."""
    record = yaml.load(MAU.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  (makes only text)
    return Procedure.model_validate(planted(record, Procedure, lambda place: words.get(place, "chữ thường")))


def places() -> list[str]:
    """Return every place for words in a procedure."""
    record = yaml.load(MAU.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  (makes only text)
    found: dict[str, None] = {}

    def say(place: str) -> str:
        found[place] = None
        return "chữ"

    planted(record, Procedure, say)
    return list(found)


def text_on(record: Procedure, known: Facts) -> str:
    """Return what a sheet says, without the version and the code that holds it."""
    sheet = sheet_of(record, known)
    return re.sub(r'd="[^"]*"', "", sheet.html).replace(sheet.version, "")


@pytest.mark.parametrize("place", places())
def test_the_version_follows_what_is_said(place: str, sample_facts: Facts) -> None:
    """Other words in any one place change the version just when they change what the sheet says."""
    before, after = filled(), filled(**{place: "chữ khác"})
    says_other = text_on(before, sample_facts) != text_on(after, sample_facts)
    is_other = version_of(before, sample_facts) != version_of(after, sample_facts)
    assert is_other == (says_other and not place.startswith(NOT_FACTS))


def test_many_places_are_on_the_sheet(sample_facts: Facts) -> None:
    """The test above sees both kinds of places."""
    said = text_on(filled(**{place: f"chữ-{place}" for place in places()}), sample_facts)
    shown = {place for place in places() if f"chữ-{place}" in said}
    assert {"Procedure.title", "Step.text", "Paper.name", "FixedFee.name", "Agencies.address", "Contact.name"} <= shown
    assert {"Question.answer", "Procedure.keywords", "Disclosure.evidence", "Paper.note"} - shown == {
        "Question.answer",
        "Procedure.keywords",
        "Disclosure.evidence",
    }


FEE = {"amount_vnd": "50000"}
CHANNEL = {"channel": "online", "time_limit": {"value": "3", "unit": "day"}, "fees": [FEE]}
PAPER = {"name": "Đơn", "originals": "1"}
PLAIN: dict[str, Any] = {"channels": [CHANNEL], "documents": [{"items": [PAPER]}]}


@pytest.mark.parametrize(
    "changed",
    [
        {"channels": [{**CHANNEL, "fees": [{"amount_vnd": "60000"}]}]},
        {"channels": [{**CHANNEL, "fees": [{**FEE, "valid_until": "2027-01-01"}]}]},
        {"channels": [{**CHANNEL, "fees": [{**FEE, "set_by_council": "true"}]}]},
        {"channels": [{**CHANNEL, "channel": "post"}]},
        {"channels": [{**CHANNEL, "time_limit": {"value": "4", "unit": "day"}}]},
        {"channels": [{**CHANNEL, "time_limit": {"value": "3", "unit": "working-day"}}]},
        {"channels": [{**CHANNEL, "time_limit": {"kind": "immediate"}}]},
        {"channels": [{**CHANNEL, "time_limit": {"kind": "not-regulated"}}]},
        {"documents": [{"items": [{**PAPER, "originals": "2"}]}]},
        {"documents": [{"items": [{**PAPER, "copies": "1"}]}]},
        {"documents": [{"items": [{**PAPER, "required": "false"}]}]},
        {"documents": [{"items": [PAPER, PAPER]}]},
        {"dossier_sets": "1"},
        {"status": "amended"},
        {"provisional_code": "true"},
        {"conditions": "none"},
        {"audience": ["citizen"]},
        {"agencies": {"competent": ["so-thu"]}},
        {"agencies": {"executing": ["so-thu"]}},
        {"effective_from": "2026-01-01"},
        {"online": {"level": "full"}},
    ],
)
def test_any_fact_makes_another_version(changed: dict[str, Any]) -> None:
    """Numbers, choices, dates and who does what count as much as words."""
    known = facts()
    assert version_of(procedure(**{**PLAIN, **changed}), known) != version_of(procedure(**PLAIN), known)


@pytest.mark.parametrize(
    "changed",
    [
        {"keywords": ["đơn"]},
        {"source": {"name": "Bản khác", "checked_on": "2026-11-01"}},
        {"disclosure": [{"place": "counter", "sheet": "bkmtwxzp"}]},
        {"faq": [{"question": "Hỏi", "answer": "Đáp"}]},
        {"unknown": ["forms"]},
        {"channels": [{**CHANNEL, "time_limit": {"value": "3,0", "unit": "day"}}]},
    ],
)
def test_what_a_sheet_does_not_say_makes_no_version(changed: dict[str, Any]) -> None:
    """What stands elsewhere, or is written in another way, leaves the version as it is."""
    known = facts()
    assert version_of(procedure(**{**PLAIN, **changed}), known) == version_of(procedure(**PLAIN), known)


def test_a_version_holds_from_release_to_release() -> None:
    """Sheets hang for years: what makes a version up may not change unless it must."""
    record = procedure(**PLAIN, agencies={"executing": ["so-thu"]})
    assert version_of(record, facts()) == "qkkqmcsz"


def test_a_version_does_not_depend_on_the_day() -> None:
    """A fee that ends is on the sheet with its last day, before and after."""
    record = procedure(**{**PLAIN, "channels": [{**CHANNEL, "fees": [{**FEE, "valid_until": "2026-12-31"}]}]})
    days = date(2026, 11, 1), date(2027, 2, 1)
    before, after = (facts(procedures=(record,), today=day) for day in days)
    assert version_of(record, before) == version_of(record, after)
    assert text_on(record, before) == text_on(record, after)


def versions(data: Path) -> Iterator[str]:
    """Yield the version of the sample's procedure in a folder of data, by the record and by the card."""
    known = check(read(data), TODAY).facts
    yield version_of(known.whole("procedures", "MAU-01"), known)
    card = known.procedures["MAU-01"].posting
    assert card is not None
    yield version_by(card, known)


@pytest.mark.parametrize(
    ("file", "old", "new", "is_other"),
    [
        ("agencies/so-mau.yml", "name: Sở Mẫu", "name: Sở Mới", True),
        ("agencies/so-mau.yml", "website: https://", "website: https://khac.", False),
        ("procedures/so-mau/MAU-01.yml", "keywords:", "keywords:\n  - thêm", False),
    ],
)
def test_names_of_others_count_and_nothing_else_of_them(
    file: str,
    old: str,
    new: str,
    is_other: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    """The name of an agency is on the sheet, its address on the web is not; the card says the same as the record."""
    data = copy_project(tmp_path / "kho") / "data"
    replace(data / "procedures/so-mau/MAU-01.yml", "  - place: website", "  - place: counter\n  - place: website")
    before = set(versions(data))
    assert len(before) == 1
    replace(data / file, old, new)
    after = set(versions(data))
    assert len(after) == 1
    assert (after != before) == is_other


def test_how_a_posted_sheet_stands() -> None:
    """A sheet is current or not by its version; without one nobody knows; one of an ended procedure comes down."""
    assert state_of("bkmtwxzp", "bkmtwxzp", in_force=True) is SheetState.CURRENT
    assert state_of("bkmtwxzp", "zxwvtsrq", in_force=True) is SheetState.OUTDATED
    assert state_of(None, "zxwvtsrq", in_force=True) is SheetState.UNKNOWN
    assert state_of("bkmtwxzp", "bkmtwxzp", in_force=False) is SheetState.ENDED


@pytest.mark.parametrize("wrong", ["bkmtwxz", "bkmtwxzpp", "BKMTWXZP", "aaaaaaaa", "12345678", "bkmt-wxzp"])
def test_a_version_is_written_as_printed(wrong: str) -> None:
    """Anything but the eight letters is refused, with what to write."""
    with pytest.raises(PydanticCustomError, match="mã bản của tờ niêm yết"):
        SheetVersion.parse(wrong)
    assert SheetVersion.parse("bkmtwxzp") == "bkmtwxzp"

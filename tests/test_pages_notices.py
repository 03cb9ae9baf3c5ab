from typing import Any

import pytest

from generator import qr, urls
from generator.derive.sheets import SheetState, version_of
from generator.facts import Facts
from generator.model.procedure import Procedure
from generator.pages.notices import MOST_SHEETS, WORTH_PREPARING, warm
from generator.render import Page, render
from tests.records import facts, procedure

HERE = "https://a.example/kho/"


def pages(*records: Procedure, base: str = "/") -> dict[str, Page]:
    """Return the pages of some procedures."""
    known = facts(procedures=records)
    known.base = base
    return {page.path: page for page in render(known) if isinstance(page, Page)}


def posted(*sheets: str | None, **keys: Any) -> Procedure:
    """Return a procedure of ``so-thu`` with so many sheets at counters, and the versions noted of them."""
    places = [{"place": "counter", "date": "2026-02-03", **({"sheet": sheet} if sheet else {})} for sheet in sheets]
    return procedure(**{"agencies": {"competent": ["so-thu"]}, "disclosure": places, **keys})


def current(record: Procedure) -> str:
    """Return the version that holds."""
    return version_of(record, facts())


def test_a_page_can_be_printed_as_a_sheet() -> None:
    """A procedure's page has version, agency, and the code where the address is known."""
    record = posted()
    page = pages(record)[urls.procedure("1.000001")]
    assert page.meta["sheet"] == {"version": current(record), "agency": "Sở Thử"}
    assert f"Bản hiện hành: `{current(record)}`" in page.body
    assert {"text": "In tờ niêm yết", "to": "#to-niem-yet", "main": False, "outside": True} in page.meta["actions"]
    drawn = pages(record, base=HERE)[urls.procedure("1.000001")].meta["sheet"]
    assert drawn["qr"].startswith("M0 4m4 0h7")
    assert drawn["size"] > 30


def test_many_codes_are_prepared_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lengths that enough codes have are prepared for; the pages are the same, and segno draws none of them."""
    monkeypatch.setattr(qr, "_families", {})
    record = posted()
    alone = pages(record, base=HERE)[urls.procedure("1.000001")].meta["sheet"]["qr"]
    warm(HERE, [*(f"1.{number:06}" for number in range(WORTH_PREPARING)), "AB-1"])
    assert len(qr._families) == 1
    monkeypatch.setattr(qr, "_drawn", lambda _address: pytest.fail("drawn one by one"))
    assert pages(record, base=HERE)[urls.procedure("1.000001")].meta["sheet"]["qr"] == alone


def test_an_ended_procedure_has_no_sheet() -> None:
    """A page of a procedure that has ended says for scanners why there is no version, and offers nothing to print."""
    page = pages(posted("bkmtwxzp", status="abolished"))[urls.procedure("1.000001")]
    assert page.meta["sheet"] == {"ended": "Đã bãi bỏ"}
    assert "Tờ niêm yết\n" not in page.body
    assert all(action["to"] != "#to-niem-yet" for action in page.meta.get("actions", []))
    assert f"**{SheetState.ENDED.label}**" in page.body


def test_the_page_says_how_its_sheets_stand() -> None:
    """The table of places tells for each board whether the sheet there is current."""
    record = posted("bkmtwxzp", None)
    body = pages(posted("bkmtwxzp", None, current(record)))[urls.procedure("1.000001")].body
    assert [line.rsplit("|", 2)[1].strip() for line in body.splitlines() if "3/2/2026" in line] == [
        f"Bản `bkmtwxzp` **{SheetState.OUTDATED.label}**",
        f"**{SheetState.UNKNOWN.label}**",
        f"Bản `{current(record)}` **{SheetState.CURRENT.label}**",
    ]


def test_the_list_says_what_is_to_be_done() -> None:
    """All sheets stand on one page by agency, those to replace first, with their numbers."""
    first = posted("bkmtwxzp", code="1.000001", title="Cấp thẻ một")
    second = posted(None, code="1.000002", title="Cấp thẻ hai")
    third = posted("zxwvtsrq", code="1.000003", title="Cấp thẻ ba", status="abolished")
    fourth = posted(current(posted(code="1.000004")), code="1.000004")
    nowhere = procedure(code="1.000005", title="Cấp thẻ năm")
    page = pages(fourth, third, second, first, nowhere)[urls.POSTED]
    assert page.body.count("## Sở Thử") == 1
    assert "4 tờ: 1 tờ cần thay, 1 tờ cần gỡ, 1 tờ chưa rõ bản, 1 tờ hiện hành." in page.body
    rows = [line for line in page.body.splitlines() if "3/2/2026" in line]
    assert [next(state for state in SheetState if state.label in row) for row in rows] == list(SheetState)
    assert "Cấp thẻ năm" not in page.body
    assert [count["value"] for count in page.meta["counts"]] == [1, 1, 1, 1]


def test_a_list_without_sheets_says_so() -> None:
    """Where nobody noted a sheet the page says that, and shows no zeros."""
    page = pages(procedure())[urls.POSTED]
    assert "Chưa có cơ quan nào ghi nơi dán tờ niêm yết." in page.body
    assert "counts" not in page.meta


@pytest.mark.parametrize("more", [0, 1])
def test_a_long_list_has_a_page_for_each_agency(more: int) -> None:
    """More than 300 sheets stand on the pages of their agencies; the list then leads there."""
    many = [posted("bkmtwxzp", code=f"1.{number:06}") for number in range(MOST_SHEETS + more)]
    found = pages(*many)
    own = urls.posted_by("so-thu")
    assert (own in found) == bool(more)
    assert found[urls.POSTED].body.count("3/2/2026") == (0 if more else MOST_SHEETS)
    assert not more or found[own].body.count("3/2/2026") == MOST_SHEETS + 1
    assert not more or f"]({urls.relative(own, urls.POSTED)})" in found[urls.POSTED].body


def test_the_fictional_agency_shows_every_state(real_facts: Facts) -> None:
    """The illustration has a current sheet and each other kind; no real agency has any.

    When this fails after a change of MH-01, put its new version into ``sheet`` of the place that is to be current.
    """
    page = next(each for each in render(real_facts) if each.path == urls.POSTED)
    assert isinstance(page, Page)
    assert [line for line in page.body.splitlines() if line.startswith("## ")] == ["## Sở Minh họa"]
    assert all(count["value"] > 0 for count in page.meta["counts"])

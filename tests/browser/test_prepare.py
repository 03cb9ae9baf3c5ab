"""A citizen prepares: papers ticked off stay so, the day of the result is counted and goes into a calendar."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Opener
from tests.browser.test_access import STANDARDS, violations

pytestmark = pytest.mark.browser
PASSPORT = "thu-tuc/1.001456/"  # eight working days
COMPANY = "thu-tuc/2.001583/"


@pytest.mark.parametrize(
    ("day", "said", "noted"),
    [
        ("2026-11-20", "Chậm nhất thứ năm, 3/12/2026", "Ngày Văn hóa Việt Nam"),  # over 24 November and two weekends
        ("2026-11-21", "Chậm nhất thứ sáu, 4/12/2026", "như nộp thứ hai, 23/11/2026"),  # a Saturday
        ("2026-12-28", "Chậm nhất thứ sáu, 8/1/2027", "chưa có thông báo chính thức về ngày nghỉ năm 2027"),
        ("2028-01-05", "Chưa tính được: chưa có lịch nghỉ năm 2028.", ""),
        ("", "Chọn một ngày.", ""),
    ],
    ids=["holiday", "weekend", "projected", "unknown", "empty"],
)
def test_the_day_of_the_result(day: str, said: str, noted: str, open_page: Opener) -> None:
    """Working days are counted with the official days off; what is not official, or not known, is said."""
    page = open_page(PASSPORT)
    expect(page.locator(".mb-term .mb-box__answer")).to_contain_text("Chậm nhất")
    page.locator(".mb-term input").fill(day)
    expect(page.locator(".mb-term .mb-box__answer")).to_have_text(said)
    expect(page.locator("[data-mb-term-notes]")).to_contain_text(noted)
    expect(page.locator("[data-mb-term-file]")).to_be_visible(visible=said.startswith("Chậm nhất"))


def test_today_is_vietnams(open_page: Opener) -> None:
    """On a device far away it is the offices' day that the count begins with."""
    page = open_page(PASSPORT, timezone_id="America/Los_Angeles")
    page.clock.set_fixed_time(datetime(2026, 11, 25, 20, tzinfo=UTC))  # noon of the 25th there, the 26th in Hà Nội
    page.reload()
    expect(page.locator(".mb-term input")).to_have_value("2026-11-26")


def test_the_day_goes_into_a_calendar(open_page: Opener, tmp_path: Path) -> None:
    """The file has the day, what it is for and the page's address, in lines that calendars take."""
    page = open_page(PASSPORT, 390)
    page.locator(".mb-term input").fill("2026-11-20")
    with page.expect_download() as download:
        page.get_by_role("link", name="Thêm vào lịch").click()
    file = tmp_path / "lich.ics"
    download.value.save_as(file)
    content = file.read_bytes()
    lines = content.decode("utf-8").split("\r\n")
    assert download.value.suggested_filename.endswith(".ics")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert "DTSTART;VALUE=DATE:20261203" in lines
    assert max(len(line.encode()) for line in lines) <= 75
    whole = content.decode("utf-8").replace("\r\n ", "")
    assert "SUMMARY:Hạn trả kết quả: Cấp hộ chiếu" in whole
    assert re.search(r"URL:http\S+/thu-tuc/1\.001456/", whole)


def test_without_scripts_nothing_is_promised(open_page: Opener) -> None:
    """Without scripts neither the count nor the ticks' memory is offered; the time limit stands on the page."""
    page = open_page(PASSPORT, java_script_enabled=False)
    expect(page.locator(".mb-term")).to_be_hidden()
    expect(page.locator(".mb-ticks")).to_be_hidden()
    expect(page.locator(".mb-intro")).to_contain_text("8 ngày làm việc")


def test_ticks_stay_on_this_page_only(open_page: Opener) -> None:
    """What was ticked is ticked on the next visit, is counted, and is cleared with one button."""
    page = open_page(COMPANY)
    boxes = page.locator(".mb-tick input")
    boxes.nth(0).check()
    boxes.nth(2).check()
    page.reload()
    assert [boxes.nth(n).is_checked() for n in range(3)] == [True, False, True]
    expect(page.locator(".mb-ticks")).to_contain_text(f"2/{boxes.count()} giấy tờ")
    page.goto(page.url.replace(COMPANY, PASSPORT))
    assert page.locator(".mb-tick input:checked").count() == 0
    page.go_back()
    page.get_by_role("button", name="Bỏ hết dấu tích").click()
    expect(page.locator(".mb-tick input:checked")).to_have_count(0)
    page.reload()
    expect(page.locator(".mb-tick input:checked")).to_have_count(0)
    assert page.evaluate("localStorage.getItem(`mb-ticks ${location.pathname}`)") is None


@pytest.mark.parametrize("kept", ["{", "5", '{"a":1}', "[null, {}]", '["1 không có giấy này"]'])
def test_a_spoiled_memory_is_no_harm(kept: str, open_page: Opener) -> None:
    """Whatever another script or an older page has left there, the papers can be ticked."""
    page = open_page(COMPANY)
    page.evaluate("text => localStorage.setItem(`mb-ticks ${location.pathname}`, text)", kept)
    page.reload()
    page.locator(".mb-tick input").first.check()
    expect(page.locator(".mb-ticks")).to_contain_text("Đã có 1/")


def test_ticks_are_printed_and_tools_are_not(open_page: Opener) -> None:
    """On paper the ticks are seen; the counting form and the buttons are not."""
    page = open_page(COMPANY)
    page.locator(".mb-tick input").first.check()
    page.emulate_media(media="print")
    expect(page.locator(".mb-tick input").first).to_be_visible()
    expect(page.locator(".mb-tick input").first).to_be_checked()
    for tool in (".mb-ticks", ".mb-term", ".mb-search"):
        expect(page.locator(tool).first).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_prepared_page_has_no_barrier(width: int, open_page: Opener, axe: str) -> None:
    """With papers ticked and a day counted, WCAG 2.2 AA holds."""
    page = open_page(COMPANY, width, bypass_csp=True)
    page.locator(".mb-tick input").first.check()
    page.locator(".mb-term input").fill("2026-11-20")
    page.evaluate(axe)
    assert violations(page, STANDARDS) == []


CASES = "thu-tuc/3.000242/"  # two cases that share hardly anything
OWN, OTHER = "Làm ở doanh nghiệp khác", "Làm ở doanh nghiệp nhà nước của tỉnh"


def seen(page: Page) -> dict[str, int]:
    """Return how many papers, steps and ways to hand in are shown."""
    parts = {"papers": ".mb-tick", "steps": "#cac-buoc + ol > li", "rows": "#nop-o-dau-bao-lau-bao-nhieu + * tbody tr"}
    return {name: page.locator(f"{selector}:visible").count() for name, selector in parts.items()}


@pytest.mark.parametrize("width", [390, 1280])
def test_a_case_is_shown_alone_and_stands_in_the_address(width: int, open_page: Opener) -> None:
    """Papers, steps, ways to hand in and the first screen follow the choice; a shared link shows the same."""
    page = open_page(CASES, width)
    everything = seen(page)
    page.get_by_label(OWN).check()
    own = seen(page)
    page.get_by_label(OTHER).check()
    other = seen(page)
    assert all(0 < own[name] < everything[name] for name in everything)
    assert all(own[name] + other[name] >= everything[name] for name in everything)  # some are for both
    expect(page.locator(".mb-intro")).to_contain_text(f"{other['papers']} loại")
    assert page.url.endswith("?truong-hop=doanh-nghiep-nha-nuoc")
    again = open_page(page.url.partition("/kho/")[2], width)
    expect(again.get_by_label(OTHER)).to_be_checked()
    assert seen(again) == other
    again.get_by_label("Xem mọi trường hợp").check()
    assert seen(again) == everything
    assert "?" not in again.url
    expect(again.locator(".mb-intro")).to_contain_text("2–7 loại")


def test_the_count_of_days_and_papers_follows_the_case(open_page: Opener) -> None:
    """Only time limits of the case can be counted with, and only its papers are counted."""
    page = open_page(CASES)
    expect(page.locator(".mb-term .mb-box__answer")).to_contain_text("Chậm nhất")
    limits = page.locator("#mb-term-limit option:not([disabled])")
    everything = limits.count()
    page.get_by_label(OWN).check()
    assert 0 < limits.count() < everything
    page.locator(".mb-tick:visible input").first.check()
    expect(page.locator(".mb-ticks")).to_contain_text("1/7 giấy tờ")


def test_a_case_that_is_not_there_changes_nothing(open_page: Opener) -> None:
    """An address with a case that the procedure does not have, or no longer has, shows all of them."""
    page, plain = open_page(f"{CASES}?truong-hop=khong-co"), open_page(CASES)
    expect(page.get_by_label("Xem mọi trường hợp")).to_be_checked()
    assert seen(page) == seen(plain)
    expect(page.locator(".mb-term .mb-box__answer")).to_contain_text("Chậm nhất")
    limits = "#mb-term-limit option:not([disabled])"
    assert page.locator(limits).count() == plain.locator(limits).count() > 1


def test_without_scripts_all_cases_stand_below_each_other(open_page: Opener) -> None:
    """No case is hidden and no choice is offered that does nothing."""
    page = open_page(CASES, java_script_enabled=False)
    expect(page.locator("[data-mb-cases]")).to_be_hidden()
    expect(page.locator("#ban-thuoc-truong-hop-nao")).to_be_visible()
    for name in (OWN, OTHER):
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


def test_a_case_chosen_before_scripts_came_is_kept(open_page: Opener) -> None:
    """On a slow network people choose first; the choice holds, and stands in the address."""
    page = open_page(CASES)
    held: list[Route] = []
    page.route("**/cases.js*", lambda route: held.append(route))  # noqa: PLW0108  (Playwright looks into what it calls)
    page.reload()
    page.get_by_label(OWN).check()
    held[0].continue_()
    page.wait_for_url("**/?truong-hop=*")
    expect(page.get_by_label(OWN)).to_be_checked()
    expect(page.locator(".mb-cases [role=status]")).to_contain_text("Đang xem riêng")

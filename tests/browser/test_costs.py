"""A citizen adds up what a case costs: free of charge, set by a council and not known are told apart."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser
MADE_UP = "thu-tuc/MH-01/"
PASSPORT = "thu-tuc/1.001456/"


def answer(page: Page) -> str:
    """Return the total that the page tells, once it does."""
    told = page.locator(".mb-costs .mb-box__answer")
    expect(told).not_to_be_empty()
    return told.inner_text()


def test_fees_are_counted_and_ticked(open_page: Opener) -> None:
    """The council's amount is called the source's; what is only paid in some case is added when ticked."""
    page = open_page(f"{MADE_UP}?truong-hop=cap-moi", 390)
    page.get_by_label("Cách nộp").select_option(label="Bưu chính công ích")
    assert answer(page) == "Tổng cộng 100.000 đ"
    expect(page.locator("[data-mb-costs-notes]")).to_contain_text("mỗi tỉnh mỗi khác")
    page.get_by_label("Cước bưu chính trả kết quả").check()
    assert answer(page) == "Tổng cộng 130.000 đ"
    page.get_by_label("Số lượng (giấy)").fill("3")
    assert answer(page) == "Tổng cộng 330.000 đ"


def test_a_count_that_is_none_counts_as_one(open_page: Opener) -> None:
    """An empty field, a fraction and a negative number add up to nothing strange; a thousand is cut off."""
    page = open_page(f"{MADE_UP}?truong-hop=cap-moi")
    for typed, said in (("", "50.000"), ("-2", "50.000"), ("1.5", "50.000"), ("100000", "49.950.000")):
        page.get_by_label("Số lượng (giấy)").fill(typed)
        assert answer(page) == f"Tổng cộng {said} đ"


def test_rows_follow_the_case_and_who_is_exempt_is_said(open_page: Opener) -> None:
    """A case offers its own ways to hand in; choosing another case keeps the way where there is one."""
    page = open_page(MADE_UP)
    options = page.locator("#mb-costs-row option")
    expect(options).to_have_count(6)
    page.get_by_role("radio", name="Cấp lần đầu").check()
    assert options.all_inner_texts() == ["Trực tuyến", "Trực tiếp", "Bưu chính công ích"]
    expect(page.locator(".mb-costs__fees")).to_contain_text("miễn cho hộ nghèo")
    page.get_by_label("Cách nộp").select_option(label="Trực tiếp")
    page.get_by_role("radio", name="Cấp lại do mất hoặc hỏng").check()
    assert answer(page) == "Tổng cộng 60.000 đ"
    page.get_by_label("Xác nhận lại thông tin").check()
    assert answer(page) == "Miễn phí"
    expect(page.get_by_label("Cách nộp")).to_be_hidden()


def test_alternatives_wait_for_a_tick(open_page: Opener) -> None:
    """Where each fee depends on something, nothing is claimed before one is ticked."""
    page = open_page(f"{MADE_UP}?truong-hop=cap-lai")
    assert answer(page) == "Tích vào khoản mà bạn phải nộp."
    page.get_by_label("Lệ phí cấp lại miễn phí").check()
    assert answer(page) == "Miễn phí"
    page.get_by_label("Lệ phí cấp lại do làm mất").check()
    assert answer(page) == "Tổng cộng 30.000 đ"


def test_a_real_procedure_and_no_scripts(open_page: Opener) -> None:
    """A lost passport costs more than the first one; without scripts the table tells the fees alone."""
    page = open_page(f"{PASSPORT}?truong-hop=lan-dau")
    first = answer(page)
    page.goto(page.url.replace("lan-dau", "mat-hoac-hong"))
    assert first.startswith("Tổng cộng")
    assert answer(page).startswith("Tổng cộng")
    assert answer(page) != first
    page.get_by_label("Cách nộp").select_option(label="Trực tuyến")
    assert answer(page) == "Chưa rõ: mức nguồn ghi đã hết hạn áp dụng."
    plain = open_page(PASSPORT, java_script_enabled=False)
    expect(plain.locator(".mb-costs")).to_be_hidden()
    expect(plain.get_by_role("table", name="Nộp ở đâu")).to_contain_text("200.000")

"""The whole way of a citizen: find without marks, choose a case, tick, count day and cost, print, go offline."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Opener
from tests.browser.served import served
from tests.browser.test_access import tab_to
from tests.browser.test_offline import COPY, kept

pytestmark = pytest.mark.browser
QUERY = "lam ho chieu"
PASSPORT = "thu-tuc/1.001456/"
CASE = "Cấp hộ chiếu lần đầu"
each_width = pytest.mark.parametrize("width", [390, 1280], ids=["phone", "desk"])


@pytest.fixture
def server() -> Iterator[ExitStack]:
    """Return what a server can be put into, and stopped by."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def context(chromium: Browser, width: int) -> Iterator[BrowserContext]:
    """Return a browser that has seen nothing yet; on a phone it is touched."""
    context = chromium.new_context(viewport={"width": width, "height": 800}, has_touch=width < 800)
    yield context
    context.close()


def find(page: Page, home: str) -> None:
    """Type a question into the box of the home page, and open the first answer."""
    page.goto(home)
    page.get_by_role("combobox").fill(QUERY)
    answer = page.get_by_role("option").first
    expect(answer).to_contain_text("Cấp hộ chiếu phổ thông")
    answer.click()
    page.wait_for_url(f"**/{PASSPORT}")


def prepare(page: Page) -> None:
    """Choose a case, tick what is there, count the day and the cost."""
    page.get_by_label(CASE, exact=True).check()
    page.wait_for_url("**/?truong-hop=lan-dau")
    papers = page.locator(".mb-tick:visible input")
    for at in range(2):
        papers.nth(at).check()
    expect(page.locator(".mb-ticks")).to_contain_text(f"Đã có 2/{papers.count()} giấy tờ")
    page.get_by_label("Ngày nộp đủ hồ sơ").fill("2026-11-20")
    expect(page.locator(".mb-term .mb-box__answer")).to_have_text("Chậm nhất thứ năm, 3/12/2026")
    expect(page.locator(".mb-costs .mb-box__answer")).to_have_text("Tổng cộng 200.000 đ")
    with page.expect_download() as download:
        page.get_by_role("link", name="Thêm vào lịch").click()
    assert "DTSTART;VALUE=DATE:20261203" in download.value.path().read_text("utf-8")


@each_width
def test_from_a_question_to_a_dossier_without_a_network(
    real_build: Path, context: BrowserContext, server: ExitStack, tmp_path: Path
) -> None:
    """On a phone and on a desk; without a network a reload shows the case, the ticks and the day of the copy."""
    home = server.enter_context(served(real_build))
    page = context.new_page()
    find(page, home)
    prepare(page)
    printed = page.pdf(path=tmp_path / "giay-to.pdf", format="A4")
    assert len(printed) > 10_000
    page.emulate_media(media="print")
    expect(page.locator(".mb-tick input:checked")).to_have_count(2)
    expect(page.locator(".mb-header")).to_be_hidden()
    page.emulate_media(media="screen")
    page.reload()
    kept(page, page.url)
    for script in ("cases", "checklist"):
        page.wait_for_function(
            "async (name) => (await Promise.all((await caches.keys()).map(async (each) => (await (await"
            " caches.open(each)).keys()).some(({ url }) => url.includes(`/${name}.js`))))).some(Boolean)",
            arg=script,
        )
    server.close()
    page.reload()
    expect(page.locator(COPY)).to_contain_text("Bạn đang xem bản lưu")
    expect(page.get_by_label(CASE, exact=True)).to_be_checked()
    expect(page.locator(".mb-tick input:checked")).to_have_count(2)


@each_width
def test_the_same_by_keyboard_alone(width: int, open_page: Opener) -> None:
    """No pointer: the box by "/", the answer by an arrow and Enter, the case by arrows, a paper by the space bar."""
    page = open_page("", width)
    page.keyboard.press("/")
    page.keyboard.insert_text(QUERY)
    expect(page.get_by_role("option").first).to_contain_text("Cấp hộ chiếu phổ thông")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{PASSPORT}")
    tab_to(page, "input[name=truong-hop]")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label(CASE, exact=True)).to_be_checked()
    tab_to(page, ".mb-tick input")
    page.keyboard.press("Space")
    expect(page.locator(".mb-ticks")).to_contain_text("Đã có 1/")


@each_width
def test_the_same_without_scripts(width: int, open_page: Opener) -> None:
    """The box is a plain form that leads to lists; from there to the field, the procedure, and all that it asks for."""
    page = open_page("", width, java_script_enabled=False)
    page.locator("input[name=q]:visible").fill(QUERY)
    page.locator("[type=submit]:visible").first.click()
    assert "/tim-kiem/?q=lam+ho+chieu" in page.url
    page.get_by_role("link", name="Quản lý xuất nhập cảnh").click()
    page.locator(f"a[href*='{PASSPORT.split('/')[1]}']").first.click()
    expect(page.get_by_role("heading", name="Giấy tờ cần chuẩn bị")).to_be_visible()
    expect(page.locator("article").get_by_text(CASE).last).to_be_visible()
    box = page.locator(".mb-tick input").first
    box.check()
    expect(box).to_be_checked()
    expect(page.get_by_role("table", name="Nộp ở đâu")).to_contain_text("200.000")

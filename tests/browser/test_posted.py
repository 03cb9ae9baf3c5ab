"""Who scans a posted sheet is told whether it is current; a procedure's page on paper is the sheet."""

import io
import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Opener
from tests.builds import SUBPATH

pytestmark = pytest.mark.browser

PROCEDURE = "thu-tuc/2.001583/"
LONG = "thu-tuc/1.009645/"
EXAMPLE = "thu-tuc/MH-01/"
ENDED = "thu-tuc/MH-03/"
GARBAGE = ("", "1", "%3Cimg%20src%3Dx%20onerror%3D%22window.__pwned%3D1%22%3E", "bkmtwxzp%00", "BKMT-WXZP", "x" * 5000)


def version_on(page: Page) -> str:
    """Return the version that stands on a page as text."""
    found = re.search(r"Bản hiện hành: (\w{8})", page.locator(".mb-content").inner_text())
    assert found
    return found[1]


def told(page: Page) -> str:
    """Return what who scanned a sheet is told at the top."""
    banner = page.locator("[data-mb-posted]")
    expect(banner).to_be_visible()
    return banner.inner_text()


def test_who_did_not_scan_is_told_nothing(open_page: Opener) -> None:
    """Without a version in the address there is no banner."""
    expect(open_page(PROCEDURE).locator("[data-mb-posted]")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_an_old_sheet_is_called_old(width: int, open_page: Opener) -> None:
    """Above all else stands that the sheet is out of date and what to go by; both versions can be compared."""
    page = open_page(f"{PROCEDURE}?ban=bkmtwxzp", width)
    words = told(page)
    assert "Tờ niêm yết bạn quét đã cũ." in words
    assert "bkmtwxzp" in words
    assert version_on(page) in words
    box = page.locator("[data-mb-posted]").bounding_box()
    title = page.locator("h1").bounding_box()
    assert box
    assert title
    assert box["y"] + box["height"] <= title["y"] < 800


def test_a_current_sheet_is_called_current(open_page: Opener) -> None:
    """The version on the page, also in capitals, is told to be current."""
    version = version_on(open_page(PROCEDURE))
    for written in (version, version.upper()):
        assert told(open_page(f"{PROCEDURE}?ban={written}")) == f"Tờ niêm yết bạn quét là bản hiện hành. Bản {version}."


def test_a_sheet_of_an_ended_procedure_is_void(open_page: Opener) -> None:
    """Whatever its version, the sheet of a procedure that has ended counts no more."""
    assert "không còn giá trị. Thủ tục này: đã bãi bỏ." in told(open_page(f"{ENDED}?ban=zxwvtsrq"))


@pytest.mark.parametrize("garbage", GARBAGE)
def test_garbage_is_not_repeated(garbage: str, open_page: Opener) -> None:
    """What is no version is not shown, makes no element, and is answered with the version that holds."""
    page = open_page(f"{PROCEDURE}?ban={garbage}", 390)
    assert told(page) == f"Địa chỉ không có mã bản đúng dạng. Thông tin ở trang này là bản {version_on(page)}."
    assert page.locator("[data-mb-posted] :not(span, strong)").count() == 0
    assert page.evaluate("window.__pwned") is None
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_without_scripts_versions_can_be_compared(open_page: Opener) -> None:
    """Without JavaScript the version stands on the page, and the button leads to where it says how to print."""
    page = open_page(f"{PROCEDURE}?ban=bkmtwxzp", java_script_enabled=False)
    expect(page.locator("[data-mb-posted]")).to_be_hidden()
    assert version_on(page)
    page.get_by_role("link", name="In tờ niêm yết").click()
    assert page.url.endswith("#to-niem-yet")


def test_the_button_prints(open_page: Opener) -> None:
    """With JavaScript the button opens the browser's own printing."""
    page = open_page(PROCEDURE)
    page.evaluate("window.print = () => { window.__printed = true; }")
    page.get_by_role("link", name="In tờ niêm yết").click()
    assert page.evaluate("window.__printed")


def printed(page: Page) -> PdfReader:
    """Return a page as Chromium prints it on A4."""
    return PdfReader(io.BytesIO(page.pdf(format="A4", print_background=True, prefer_css_page_size=True)))


def test_the_printed_page_is_a_sheet(open_page: Opener) -> None:
    """On paper stand the facts with the version; what is for the screen or for the office alone does not."""
    page = open_page(EXAMPLE)
    version = version_on(page)
    text = " ".join(" ".join(each.extract_text() for each in printed(page).pages).split())
    for words in (
        version,
        "Sở Minh họa",
        "Quét mã",
        "Cấp lại do mất hoặc hỏng: Đã được cấp",
        "Đường dây nóng",
        "1 bản chính",
    ):
        assert words in text, words
    for words in (
        "Hỏi đáp",
        "Bên trong cơ quan",
        "Lịch sử thay đổi",
        "Nơi đã công khai",
        "Mục lục",
        "Theo dõi thay đổi",
    ):
        assert words not in text, words


@pytest.mark.parametrize("path", [EXAMPLE, LONG])
def test_every_printed_page_says_whose_it_is(path: str, open_page: Opener) -> None:
    """Each page of a long sheet has the code, the version and its number."""
    page = open_page(path)
    version, code = version_on(page), path.split("/")[1]
    sheets = [each.extract_text() for each in printed(page).pages]
    assert 2 <= len(sheets) <= 6
    for number, text in enumerate(sheets, 1):
        assert f"{code} · bản {version}" in text
        assert f"Trang {number}/{len(sheets)}" in text
    assert path != EXAMPLE or all("minh họa, không có thật" in text for text in sheets)


def test_one_case_alone_is_no_sheet(open_page: Opener) -> None:
    """Who looks at one case prints that case, without version and code, which are of the whole."""
    page = open_page(f"{EXAMPLE}?truong-hop=cap-lai")
    expect(page.locator("[data-mb-cases] input[value=cap-lai]")).to_be_checked()
    text = printed(page).pages[0].extract_text()
    assert "Niêm yết" not in text
    assert "Quét mã" not in text


def test_a_phone_reads_the_printed_code(open_page: Opener, tmp_path: Path) -> None:
    """The code on paper leads to the page's public address, with the version."""
    page = open_page(PROCEDURE, device_scale_factor=3)
    version = version_on(page)
    page.emulate_media(media="print")
    page.locator(".mb-sheet--code svg").screenshot(path=tmp_path / "code.png")
    (found,) = zxingcpp.read_barcodes(Image.open(tmp_path / "code.png"))
    assert found.text == f"{SUBPATH}{PROCEDURE}?ban={version}"

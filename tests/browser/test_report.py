"""A reader tells of a mistake; the letter says which part of the page is meant."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser
MADE_UP = "thu-tuc/MH-01/"


def subject(address: str | None) -> str:
    """Return what a letter is about."""
    assert "+" not in (address or "")
    return parse_qs(urlsplit(address or "").query)["subject"][0]


def test_the_letter_names_the_part(open_page: Opener) -> None:
    """Choosing another part changes its name, and the whole page takes it away again."""
    page = open_page(MADE_UP, 390)
    letter = page.get_by_role("link", name="Gửi thư cho Văn phòng Sở Minh họa")
    whole = subject(letter.get_attribute("href"))
    for part in ("Giấy tờ cần chuẩn bị", "Căn cứ pháp lý"):
        page.get_by_label("Phần nào sai?").select_option(label=part)
        assert subject(letter.get_attribute("href")) == f"{whole} – {part}"
    page.get_by_label("Phần nào sai?").select_option(label="Cả trang")
    assert subject(letter.get_attribute("href")) == whole


def test_without_scripts_the_letter_names_the_page(open_page: Opener) -> None:
    """The choice of a part, which would do nothing, is not offered."""
    page = open_page(MADE_UP, java_script_enabled=False)
    expect(page.get_by_label("Phần nào sai?")).to_be_hidden()
    assert "MH-01" in subject(page.get_by_role("link", name="Gửi thư cho").get_attribute("href"))

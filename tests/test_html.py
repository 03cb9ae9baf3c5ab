from collections.abc import Callable

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

from generator.html import Heading, Rendered, text_of, to_html
from generator.tones import TONES


def rendered(markdown: str, resolve: Callable[[str], str] = str) -> Rendered:
    """Return a page's HTML with the labels of the site."""
    return to_html(markdown, resolve, TONES)


def test_headings_have_ids_without_marks() -> None:
    """A heading's anchor is its folded words, Đ as d; its title is plain text."""
    page = rendered("# Đăng ký *kết hôn*\n\n## Thời hạn, phí & lệ phí\n")
    assert page.headings == (
        Heading(1, "dang-ky-ket-hon", "Đăng ký kết hôn"),
        Heading(2, "thoi-han-phi-le-phi", "Thời hạn, phí & lệ phí"),
    )
    assert '<h1 id="dang-ky-ket-hon">Đăng ký <em>kết hôn</em></h1>' in page.html


def test_no_two_headings_share_an_id() -> None:
    """A repeated heading gets a number, also where that number is taken by another heading."""
    page = rendered("## Bước\n\n## Bước 2\n\n## Bước\n\n## Bước\n\n## …\n\n## …\n")
    assert [heading.anchor for heading in page.headings] == ["buoc", "buoc-2", "buoc-3", "buoc-4", "muc", "muc-2"]


def test_ids_count_anew_on_each_page() -> None:
    """The same headings have the same ids on every page: no page knows of another."""
    pages = [rendered("# Phí\n\n## Phí\n\n## Phí *mới*\n") for _ in range(2)]
    assert pages[0] == pages[1]
    assert [heading.anchor for heading in pages[1].headings] == ["phi", "phi-2", "phi-moi"]


TABLE = "## Phí “A”\n\n| Cách nộp | Phí & lệ phí |\n|---|--:|\n| Trực tiếp | 5 |\n| Trực tuyến | |\n"


def test_each_cell_knows_its_column() -> None:
    """On a phone a row is a card: each cell carries its column's name, an empty cell says that it is empty."""
    page = lxml_html.fromstring(rendered(TABLE).html)
    cells = [(cell.get("data-label"), cell.text_content(), cell.get("data-empty")) for cell in page.iter("td")]
    assert cells == [
        ("Cách nộp", "Trực tiếp", None),
        ("Phí & lệ phí", "5", None),
        ("Cách nộp", "Trực tuyến", None),
        ("Phí & lệ phí", "", ""),
    ]


def test_a_table_has_a_name_and_headings_of_columns() -> None:
    """A table is named after the heading above it and keeps its roles when a phone lays it out as cards."""
    page = lxml_html.fromstring(f"<div>{rendered(TABLE).html}</div>")
    (table,) = page.iter("table")
    assert (table.get("role"), table.get("aria-label")) == ("table", "Phí “A”")
    assert [(cell.get("scope"), cell.get("class")) for cell in page.iter("th")] == [("col", None), ("col", "mb-right")]
    assert {row.get("role") for row in page.iterfind(".//tbody/tr")} == {"row"}
    assert {cell.get("role") for cell in page.iter("td")} == {"cell"}


@pytest.mark.parametrize(("columns", "focus"), [(2, None), (6, None), (7, "0"), (12, "0")])
def test_a_wide_table_scrolls_by_keyboard(columns: int, focus: str | None) -> None:
    """A table of seven columns or more is a region that the keyboard can reach and scroll."""
    row = "| a " * columns + "|\n"
    page = lxml_html.fromstring(rendered(row + "|---" * columns + "|\n" + row).html)
    assert page.get("tabindex") == focus
    assert (page.tag, page.get("aria-label")) == (("section", "Bảng, cuộn ngang") if focus else ("div", None))


def test_tick_boxes_can_be_ticked_and_have_names() -> None:
    """A paper to tick off is a box that works, named by the paper alone."""
    page = rendered('- [ ] Tờ khai "A" **1 bản chính**\n\n    - Mẫu: TK01\n- [ ] Ảnh *nếu có*\n')
    boxes = list(lxml_html.fromstring(f"<div>{page.html}</div>").iter("input"))
    names = ['Đã chuẩn bị: Tờ khai "A" 1 bản chính', "Đã chuẩn bị: Ảnh nếu có"]
    assert [box.get("aria-label") for box in boxes] == names
    assert all(box.get("disabled") is None for box in boxes)


@pytest.mark.parametrize(
    ("paper", "name"),
    [
        ("Đơn `a<b`", "Đơn a<b"),
        ("Đơn\n  hai dòng", "Đơn hai dòng"),
        ("Đơn\n\n    Đoạn sau", "Đơn"),
        ("Đơn\n    - Mẫu", "Đơn"),
        ("[Đơn](a.md) **2** ~~ba~~", "Đơn 2 ba"),
    ],
)
def test_a_tick_box_is_named_by_its_first_paragraph(paper: str, name: str) -> None:
    """What follows the paper's own line, further paragraphs or a list, is not in the name of its box."""
    (box,) = lxml_html.fromstring(f"<div>{rendered(f'- [ ] {paper}').html}</div>").iter("input")
    assert box.get("aria-label") == f"Đã chuẩn bị: {name}"


@pytest.mark.parametrize(
    ("words", "tone"),
    [("Quá hạn", "late"), ("Sắp đến hạn", "soon"), ("Đạt", "ok"), ("Minh họa", "late"), ("Không phải nhãn", None)],
)
def test_known_bold_words_are_labels(words: str, tone: str | None) -> None:
    """Bold words that name a state get its colour; other bold words stay as they are."""
    expected = f'<strong class="mb-tag mb-tag--{tone}">{words}</strong>' if tone else f"<strong>{words}</strong>"
    assert expected in rendered(f"**{words}**").html


def test_every_label_has_a_tone_that_the_styles_know() -> None:
    """Colours come from five tones and no others."""
    assert set(TONES.values()) <= {"ok", "soon", "late", "none", "brand"}


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://a"],
)
def test_only_known_schemes_are_links(address: str) -> None:
    """An address that is not web, mail or telephone is dropped; its text stays."""
    page = rendered(f"[x]({address})")
    assert page.html.strip() == "<p><a>x</a></p>" or 'href=""' in page.html
    assert address.partition(":")[0].lower() not in page.html.lower()


@pytest.mark.parametrize("address", ["https://a.example/?a=1&b=2", "http://a.example", "mailto:a@b.vn", "tel:1022"])
def test_web_mail_and_telephone_are_links(address: str) -> None:
    """Addresses of the web, mail and telephone pass whole."""
    page = rendered(f"[x]({address})")
    assert page.links == (address,)
    assert lxml_html.fromstring(page.html).find("a").get("href") == address


def test_links_are_resolved_and_listed() -> None:
    """Each link's address in Markdown is listed, and the published one stands in the HTML, escaped."""
    page = rendered('[a](../b.md#c) `href="no"`', lambda link: f'{link}?<&"')
    assert page.links == ("../b.md#c",)
    assert 'href="../b.md#c?&lt;&amp;&quot;"' in page.html


def test_words_that_look_like_an_attribute_are_left_alone() -> None:
    """Text that says href="…" is text: nothing in it is resolved or changed."""
    page = rendered('Viết &lt;a href="trang.md"&gt; href="x"')
    assert page.links == ()
    assert lxml_html.fromstring(page.html).text_content().strip() == 'Viết <a href="trang.md"> href="x"'


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<b onclick=alert(1)>x</b>",
        "<!-- x -->",
        "![x](https://a.example/x.png)",
        "<https://a.example>",
        "<svg><script>1</script></svg>",
        "<style>p{color:red}</style>",
        '<a href="javascript:1">x</a>',
        "<h1 id=x>y</h1>",
        "a\n\n<iframe src=//a.example></iframe>\n\nb",
    ],
)
def test_raw_html_and_pictures_are_dropped(raw: str) -> None:
    """No element comes out of raw HTML, and a page loads nothing through Markdown."""
    page = lxml_html.fromstring(f"<div>{rendered(raw).html}</div>")
    assert {element.tag for element in page.iter()} <= {"div", "p", "a"}
    assert {name for element in page.iter() for name in element.attrib} <= {"href"}


def test_text_of_html_is_one_plain_line() -> None:
    """Text without tags, entities or line breaks serves for names and titles."""
    assert text_of("<p>Phí &amp;\n <em>lệ  phí</em></p>") == "Phí & lệ phí"

from urllib.parse import quote, urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from generator import urls

# Ids and codes, of which pages' addresses are made; names of files may have any letter.
STEP = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9.-]{0,8}", fullmatch=True).filter(lambda step: step != "README")
STEPS = st.lists(STEP | st.sampled_from(["a", "b", "index", "so-index"]), max_size=4)
NAME = st.text(st.sampled_from([*"ab.-_ %?+&ăĐ"]), min_size=1, max_size=6).filter(lambda name: name.strip("."))
PLACE = st.tuples(STEPS, NAME).map(lambda place: "/".join([*place[0], place[1]]))
PAGE = st.tuples(STEPS, STEP | st.sampled_from(["index", "so-index"])).map(
    lambda page: "/".join([*page[0], page[1]]) + ".md"
)
ADDRESS = STEPS.map(lambda steps: "".join(f"{step}/" for step in steps))


def as_mkdocs_has_it(path: str) -> File:
    """Return what MkDocs knows of a file of its documents."""
    return File(path, "docs", "site", use_directory_urls=True)


@pytest.mark.parametrize(
    ("page", "path", "address"),
    [
        (urls.HOME, "index.md", ""),
        (urls.PROCEDURES, "thu-tuc/index.md", "thu-tuc/"),
        (urls.DICTIONARY, "tu-dien-du-lieu.md", "tu-dien-du-lieu/"),
        (urls.procedure("1.001456"), "thu-tuc/1.001456.md", "thu-tuc/1.001456/"),
        (urls.by_field("ho-tich"), "thu-tuc/linh-vuc/ho-tich.md", "thu-tuc/linh-vuc/ho-tich/"),
        (urls.by_agency("so-thu"), "thu-tuc/co-quan/so-thu.md", "thu-tuc/co-quan/so-thu/"),
        (urls.by_agency_and_field("so-thu", "y-te"), "thu-tuc/co-quan/so-thu/y-te.md", "thu-tuc/co-quan/so-thu/y-te/"),
        (urls.by_event("cuoi"), "thu-tuc/su-kien/cuoi.md", "thu-tuc/su-kien/cuoi/"),
        (urls.sample("1.001456", "a"), "ho-so-mau/1.001456/a.md", "ho-so-mau/1.001456/a/"),
        (urls.plan("kh"), "ke-hoach/kh.md", "ke-hoach/kh/"),
        (urls.progress("kh", "2024-q3"), "tien-do/kh/2024-q3.md", "tien-do/kh/2024-q3/"),
        (urls.assessment("cs"), "chi-so/cs.md", "chi-so/cs/"),
        (urls.legal("l"), "van-ban/l.md", "van-ban/l/"),
        (urls.decision("qd"), "quyet-dinh/qd.md", "quyet-dinh/qd/"),
        (urls.agency("so-thu"), "co-quan/so-thu.md", "co-quan/so-thu/"),
        (urls.statistics("so-thu", "2024"), "thong-ke/so-thu/2024.md", "thong-ke/so-thu/2024/"),
        (urls.frozen_versions("kh", "2024-q3"), "bao-cao/kh/2024-q3.md", "bao-cao/kh/2024-q3/"),
        (urls.frozen("kh", "2024-q3", 2), "bao-cao/kh/2024-q3/2.md", "bao-cao/kh/2024-q3/2/"),
        (urls.statistics_of("so-thu"), "thong-ke/so-thu.md", "thong-ke/so-thu/"),
        (urls.comparison("tinh", "2024-q3"), "so-sanh/tinh/2024-q3.md", "so-sanh/tinh/2024-q3/"),
        (urls.form_file("1.001456", "to-khai.docx"), "thu-tuc/1.001456/to-khai.docx", "thu-tuc/1.001456/to-khai.docx"),
        (urls.sample_file("1.001456", "a.pdf"), "ho-so-mau/1.001456/a.pdf", "ho-so-mau/1.001456/a.pdf"),
        (urls.evidence_file("kh", "a.pdf"), "tien-do/kh/a.pdf", "tien-do/kh/a.pdf"),
        (urls.frozen_file("kh", "2024-q3", 2, "a.docx"), *["bao-cao/kh/2024-q3/2/a.docx"] * 2),
    ],
)
def test_published_addresses_never_change(page: str, path: str, address: str) -> None:
    """Each record has one page, at the address that design promises."""
    assert page == path
    assert urls.address(page) == address


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("thu-tuc/a.md", "index.md", "thu-tuc/a.md"),
        ("thu-tuc/a.md", "thu-tuc/b.md", "a.md"),
        ("thu-tuc/a.md", "ho-so-mau/1.0/b.md", "../../thu-tuc/a.md"),
        ("index.md", "thu-tuc/b.md", "../index.md"),
        ("thu-tuc/a.md#buoc", "ke-hoach/b.md", "../thu-tuc/a.md#buoc"),
    ],
)
def test_links_are_relative_to_the_page(target: str, page: str, link: str) -> None:
    """A link between two Markdown files works wherever the tree stands; its anchor stays on it."""
    assert urls.relative(target, page) == link


def test_an_anchor_stays_on_an_address() -> None:
    """The anchor comes after the page's published address."""
    assert urls.address("thu-tuc/a.md#buoc") == "thu-tuc/a/#buoc"
    assert urls.address("thu-tuc/index.md#buoc") == "thu-tuc/#buoc"


@given(ADDRESS | PLACE | st.just("./"), ADDRESS)
@example("thu-tuc/1.001456/", "thu-tuc/1.001456/")
@example("thu-tuc/1.001456/to-khai.docx", "thu-tuc/1.001456/")
@example("a/b/", "a/bc/")
@example("./", "")
def test_addresses_are_seen_from_others_as_mkdocs_sees_them(there: str, here: str) -> None:
    """From any page, an address reads as MkDocs would write it."""
    assert urls.from_here(there, here) == get_relative_url(quote(there), here)


@given(PAGE | PLACE, PAGE, st.sampled_from(["", "#buoc"]))
@example("ke-hoach/so-index.md", "index.md", "")
@example("index.md", "ke-hoach/so-index.md", "#a")
@example("thu-tuc/1.0/tờ khai 100%.docx", "thu-tuc/1.0.md", "")
def test_links_are_published_as_mkdocs_publishes_them(target: str, page: str, anchor: str) -> None:
    """A link of a Markdown file reads on its page as MkDocs would write it, and leads to the file that MkDocs makes."""
    expected = as_mkdocs_has_it(target)
    address = expected.url_relative_to(as_mkdocs_has_it(page)) + anchor
    assert urls.published(quote(urls.relative(target, page)) + anchor, page) == (address, expected.dest_uri)


@given(PAGE)
def test_a_page_stands_where_mkdocs_would_put_it(page: str) -> None:
    """The address of a page is MkDocs' own; the home page's is empty, where MkDocs says ``./``."""
    assert (urls.address(page) or "./") == as_mkdocs_has_it(page).url


@given(PAGE)
def test_an_anchor_alone_stays_on_its_page(page: str) -> None:
    """A link that is only an anchor leads to the page that it stands on."""
    address, file = urls.published("#buoc", page)
    place = f"https://org.example/kho/{urls.address(page)}"
    assert file == as_mkdocs_has_it(page).dest_uri
    assert urljoin(place, address) == f"{place}#buoc"

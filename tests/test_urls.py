import pytest

from generator import urls


@pytest.mark.parametrize(
    ("page", "path", "address"),
    [
        (urls.HOME, "index.md", ""),
        (urls.PROCEDURES, "thu-tuc/index.md", "thu-tuc/"),
        (urls.DICTIONARY, "tu-dien-du-lieu.md", "tu-dien-du-lieu/"),
        (urls.procedure("1.001456"), "thu-tuc/1.001456.md", "thu-tuc/1.001456/"),
        (urls.by_field("ho-tich"), "thu-tuc/linh-vuc/ho-tich.md", "thu-tuc/linh-vuc/ho-tich/"),
        (urls.by_agency("so-thu"), "thu-tuc/co-quan/so-thu.md", "thu-tuc/co-quan/so-thu/"),
        (urls.by_event("cuoi"), "thu-tuc/su-kien/cuoi.md", "thu-tuc/su-kien/cuoi/"),
        (urls.sample("1.001456", "a"), "ho-so-mau/1.001456/a.md", "ho-so-mau/1.001456/a/"),
        (urls.plan("kh"), "ke-hoach/kh.md", "ke-hoach/kh/"),
        (urls.progress("kh", "2024-q3"), "tien-do/kh/2024-q3.md", "tien-do/kh/2024-q3/"),
        (urls.assessment("cs"), "chi-so/cs.md", "chi-so/cs/"),
        (urls.legal("l"), "van-ban/l.md", "van-ban/l/"),
        (urls.decision("qd"), "quyet-dinh/qd.md", "quyet-dinh/qd/"),
        (urls.agency("so-thu"), "co-quan/so-thu.md", "co-quan/so-thu/"),
        (urls.statistics("so-thu", "2024"), "thong-ke/so-thu/2024.md", "thong-ke/so-thu/2024/"),
        (urls.form_file("1.001456", "to-khai.docx"), "thu-tuc/1.001456/to-khai.docx", "thu-tuc/1.001456/to-khai.docx"),
        (urls.sample_file("1.001456", "a.pdf"), "ho-so-mau/1.001456/a.pdf", "ho-so-mau/1.001456/a.pdf"),
        (urls.evidence_file("kh", "a.pdf"), "tien-do/kh/a.pdf", "tien-do/kh/a.pdf"),
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

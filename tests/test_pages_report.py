"""A report of a mistake names procedure, page and version, and goes to whoever can be reached."""

from urllib.parse import parse_qs, urlsplit

from generator.pages.report import report_of
from tests.records import SITE, facts, procedure

SOURCE = {"name": "Bản chụp", "checked_on": "2026-05-04"}


def test_the_issue_is_filled_in() -> None:
    """The template's fields hold the page's address and the day of the version; a title of any letters is safe."""
    record = procedure(title="Cấp thẻ & phí? #1 +50%", source=SOURCE)
    report = report_of(record, facts(procedures=(record,), site={**SITE, "repository": "https://kho.example/a"}))
    address = urlsplit(report["issue"])
    asked = {key: values[0] for key, values in parse_qs(address.query, strict_parsing=True).items()}
    assert (address.netloc, address.path, address.fragment) == ("kho.example", "/a/issues/new", "")
    assert asked == {
        "template": "bao-sai.yml",
        "title": "Sai: 1.000001 Cấp thẻ & phí? #1 +50%",
        "page": "https://trang.example/thu-tuc/1.000001/",
        "version": "đối chiếu ngày 4/5/2026",
    }
    assert "+" not in report["issue"]


def test_a_letter_goes_to_the_agency_or_else_to_the_site() -> None:
    """The agency's own contact comes first; its letter names page and version too."""
    contact = {"name": "Văn phòng", "email": "a@so.example", "phone": "0240000000", "url": "https://so.example"}
    record = procedure(contact=contact, source=SOURCE)
    now = facts(procedures=(record,), site={**SITE, "contact": {"email": "trang@example.org"}})
    own, other = report_of(record, now), report_of(procedure(), now)
    letter = urlsplit(own["mail"])
    body = parse_qs(letter.query)["body"][0]
    assert letter.path == "a@so.example"
    assert "https://trang.example/thu-tuc/1.000001/" in body
    assert "4/5/2026" in body
    assert (own["name"], own["url"], own["phones"]) == ("Văn phòng", "https://so.example", ["0240000000"])
    assert other["mail"].startswith("mailto:trang@example.org?")
    assert "ch%C6%B0a%20r%C3%B5%20ng%C3%A0y" in other["mail"]


def test_without_anybody_the_portal_is_left() -> None:
    """Nothing is made up where nothing is known."""
    record = procedure()
    report = report_of(record, facts(procedures=(record,)))
    assert (report["issue"], report["mail"], report["phones"]) == ("", "", [])
    assert report["portal"] == SITE["portal"]

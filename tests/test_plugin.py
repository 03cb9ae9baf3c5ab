import base64
import gzip
import hashlib
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

from tests.builds import SAMPLE, SUBPATH, build, mkdocs
from tests.hostile import plant

HOST, MOUNT = "https://org.example", "/kho/"
LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "link": "href",
    "use": "href",
    "object": "data",
}
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class Built:
    """The pages of a built site, as a browser that knows only their HTML sees them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = {
            "/" + path.relative_to(folder).as_posix().removesuffix("index.html"): lxml_html.parse(str(path)).getroot()
            for path in sorted(folder.rglob("*.html"))
        }
        self.anchors = {address: set(page.xpath("//@id | //a/@name")) for address, page in self.pages.items()}
        self.files = {"/" + path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield each link with the address of its page, both from the root of the host."""
        for address, page in self.pages.items():
            for link in page.xpath("//a/@href | //form/@action | //link[@rel='canonical' or @rel='alternate']/@href"):
                yield address, urljoin(f"{HOST}{MOUNT}{address[1:]}", link)

    def is_there(self, address: str) -> bool:
        """Tell whether an address below the mount leads to a page or file, and its anchor to an element of it."""
        path, anchor = urldefrag(urlsplit(address)._replace(query="").geturl())
        if not path.startswith(HOST + MOUNT):
            return False
        place = "/" + unquote(path.removeprefix(HOST + MOUNT))
        if place in self.pages:
            return not anchor or unquote(anchor) in self.anchors[place]
        return place in self.files and not anchor


@pytest.fixture(scope="module")
def built(real_build: Path) -> Built:
    """Return the site of the repository's own records."""
    return Built(real_build)


def test_every_link_and_anchor_leads_somewhere(built: Built) -> None:
    """No link inside the site is dead, on any page, below any path of a host."""
    inside = {(page, link) for page, link in built.links() if link.startswith(HOST)}
    assert len(inside) > 1000
    assert sorted(link for link in inside if not built.is_there(link[1])) == []


def test_links_out_are_web_mail_or_telephone(built: Built) -> None:
    """A link that leaves the site does so by http, https, mailto or tel."""
    schemes = {urlsplit(link).scheme for _page, link in built.links()}
    assert schemes <= {"https", "http", "mailto", "tel"}


def test_pages_load_nothing_from_elsewhere(built: Built) -> None:
    """Styles, scripts, pictures and fonts all come from the site itself, and are there."""
    loaded = {
        urljoin(f"{HOST}{MOUNT}{address[1:]}", value)
        for address, page in built.pages.items()
        for element in page.iter(*LOADING)
        for value in [element.get(LOADING[element.tag])]
        if value and element.get("rel") not in {"canonical", "alternate"}
    }
    assert loaded
    assert [address for address in loaded if not built.is_there(address)] == []


def test_styles_load_nothing_from_elsewhere(built: Built) -> None:
    """No style sheet imports anything or fetches a picture or font over the network."""
    for path in built.folder.rglob("*.css"):
        text = path.read_text("utf-8")
        assert "@import" not in text, path.name
        assert [each for each in re.findall(r"url\(([^)]*)\)", text) if not each.startswith(('"data:', "data:"))] == []


def test_every_page_has_what_readers_and_programs_need(built: Built) -> None:
    """Each page has Vietnamese as language, one heading of level 1, a title, a description and a viewport."""
    for address, page in built.pages.items():
        assert page.get("lang") == "vi", address
        assert len(page.findall(".//h1")) == 1, address
        assert len(page.findall("./head/title")) == 1, address
        assert page.findtext(".//title").strip(), address
        assert page.xpath("string(//meta[@name='description']/@content)").strip(), address
        assert "width=device-width" in page.xpath("string(//meta[@name='viewport']/@content)"), address
        assert len(page.findall(".//main")) == 1, address


def test_titles_in_tabs_are_unique(built: Built) -> None:
    """Open tabs and bookmarks can be told apart."""
    titles = Counter(page.findtext(".//title").strip() for page in built.pages.values())
    assert [title for title, count in titles.items() if count > 1] == []


def test_no_id_stands_twice_on_a_page(built: Built) -> None:
    """An id names one element, so labels and anchors lead to the right one."""
    for address, page in built.pages.items():
        ids = Counter(page.xpath("//@id"))
        assert [each for each, count in ids.items() if count > 1] == [], address


def test_every_page_has_a_strict_policy(built: Built) -> None:
    """The content security policy comes before any script, allows only our files and hashes, and no inline code."""
    for address, page in built.pages.items():
        policies = page.xpath("//meta[@http-equiv='Content-Security-Policy']")
        assert len(policies) == 1, address
        policy = policies[0].get("content")
        assert "default-src 'none'" in policy, address
        assert not re.search(r"unsafe-|\*|https?:|strict-dynamic", policy), address
        first = next(
            element
            for element in page.find("head")
            if element.tag in {"script", "link", "style", "meta"} and "charset" not in element.attrib
        )
        assert first is policies[0], address


def test_no_page_has_inline_code_of_its_own(built: Built) -> None:
    """No handler or style stands in an attribute; each inline script is one that the policy names by its hash."""
    for address, page in built.pages.items():
        names = {name for element in page.iter() if isinstance(element.tag, str) for name in element.attrib}
        assert not [name for name in names if name.startswith("on") or name in {"style", "srcdoc"}], address
        policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        for script in page.xpath("//script[not(@src) and not(@type)]"):
            digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, address


def test_pages_say_nothing_of_the_program(built: Built) -> None:
    """No value that only the program knows is left on a page."""
    for address, page in built.pages.items():
        if address != "/tu-dien-du-lieu/":
            assert not re.search(
                r"\b(?:None|True|False|Undefined|null)\b",
                page.find("body").text_content().replace(page.xpath("string(//script[@id='__config'])"), ""),
            ), address


def test_addresses_below_a_path_are_right(built: Built) -> None:
    """A site that lives at /kho/ says so: canonical addresses, the sitemap and the page for lost addresses."""
    for address, page in built.pages.items():
        canonical = page.xpath("string(//link[@rel='canonical']/@href)")
        assert canonical == ("" if address == "/404.html" else SUBPATH + address[1:]), address
    sitemap = ET.parse(built.folder / "sitemap.xml")  # noqa: S314  (our own file)
    listed = [element.text for element in sitemap.iter(SITEMAP + "loc")]
    assert {element.tag for element in sitemap.iter()} == {SITEMAP + name for name in ("urlset", "url", "loc")}
    assert len(listed) == len(set(listed))
    assert set(listed) == {SUBPATH + address[1:] for address in built.pages if address != "/404.html"}
    assert (
        gzip.decompress((built.folder / "sitemap.xml.gz").read_bytes()) == (built.folder / "sitemap.xml").read_bytes()
    )


def test_the_page_for_lost_addresses_works_anywhere(built: Built) -> None:
    """404.html is shown at any depth: all it loads and links to is given from the root of the host."""
    page = built.pages["/404.html"]
    inside = [
        value for value in page.xpath("//@href | //@src") if not value.startswith(("http", "#", "mailto:", "tel:"))
    ]
    assert inside
    assert [value for value in inside if not value.startswith(MOUNT)] == []


def test_search_engines_may_read_all_that_is_real(built: Built) -> None:
    """No page asks to be left out of search results but those that say that they are made up."""
    for address, page in built.pages.items():
        assert bool(page.xpath("//meta[@name='robots']")) == bool(page.find_class("mb-notice")), address


def test_the_site_is_the_same_every_time(project: Path, tmp_path: Path) -> None:
    """Two builds of the same records on the same day are equal, byte for byte."""
    for name in ("one", "two"):
        build(tmp_path / name, project)
    one, two = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert one == two


def fails(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a build said that stopped with exit code 1 and without a traceback."""
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    return said


def test_mistakes_in_data_stop_the_build_with_all_of_them(project: Path, tmp_path: Path) -> None:
    """`mkdocs build` names every mistake with its file, line and what to do, and writes nothing."""
    site, plan = project / "data" / "site.yml", project / "data" / "plans" / "so-mau-2026.yml"
    site.write_text(site.read_text("utf-8").replace("name:", "nam:", 1), "utf-8")
    plan.write_text(
        plan.read_text("utf-8").replace("kind: before, date: 2026-03-14", "kind: before, date: 2026-02-31"), "utf-8"
    )
    said = fails(mkdocs("build", "--strict", "--site-dir", str(tmp_path / "out"), folder=project))
    assert "data/site.yml:1:1: [khoa-la]" in said
    assert re.search(r"data/plans/so-mau-2026\.yml:\d+:\d+: \[ngay-khong-co\]", said)
    assert "Cách sửa:" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("[x](khong-co.md)", "a link 'khong-co.md', but the target is not found"),
        ("[x](thu-tuc/MAU-01.md#khong-co)", "the doc 'thu-tuc/MAU-01.md' does not contain an anchor '#khong-co'"),
        ("[x](gioi-thieu.md#khong-co)", "the doc 'gioi-thieu.md' does not contain an anchor '#khong-co'"),
    ],
    ids=["page", "anchor of a record", "anchor of a text"],
)
def test_a_dead_link_in_a_text_stops_the_build(link: str, says: str, project: Path, tmp_path: Path) -> None:
    """A hand-written page cannot link to a page or an anchor that is not there."""
    with (project / "docs" / "tiep-can.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{link}\n")
    said = fails(mkdocs("build", "--strict", "--site-dir", str(tmp_path / "out"), folder=project))
    assert says in said


def test_a_good_link_between_text_and_records_builds(project: Path, tmp_path: Path) -> None:
    """A hand-written page can link to a generated page and to an anchor on it."""
    with (project / "docs" / "tiep-can.md").open("a", encoding="utf-8") as page:
        page.write("\n[Giấy mẫu](thu-tuc/MAU-01.md#cac-buoc)\n")
    build(tmp_path / "out", project)
    (link,) = lxml_html.parse(str(tmp_path / "out/tiep-can/index.html")).xpath("//a[.='Giấy mẫu']/@href")
    assert link == "../thu-tuc/MAU-01/#cac-buoc"


def test_nothing_that_people_write_becomes_an_element(tmp_path: Path) -> None:
    """Words with a tag in every place for words: no page has that element (a browser tries the rest of such words)."""
    plant(lambda _place: "<i onclick=x>vô hại</i>", SAMPLE, tmp_path / "data")
    build(tmp_path / "out", MINHBACH_DATA=str(tmp_path / "data"))
    pages = Built(tmp_path / "out").pages
    assert [address for address, page in pages.items() if page.find(".//i") is not None] == []
    assert sum("<i onclick=x>vô hại</i>" in page.text_content() for page in pages.values()) > 20


def test_the_build_day_stands_where_states_change_with_it(built: Built) -> None:
    """Plans, where reform stands and the home page say of which day their states are, the build's day in Vietnam."""
    feet = {address: page.find(".//footer").text_content() for address, page in built.pages.items()}
    plans = {address for address in feet if re.fullmatch(r"/ke-hoach/[^/]+/", address)}
    assert len(plans) == 6
    assert {address for address, foot in feet.items() if "Tình trạng tính đến" in foot} == {"/", "/tien-do/", *plans}
    assert all("Tình trạng tính đến 21/11/2026." in feet[address] for address in ("/", "/tien-do/", *plans))

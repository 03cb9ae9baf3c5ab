"""What was opened can be read when the network, here the server, is gone; while it is there nothing old is shown."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.served import served

pytestmark = pytest.mark.browser
PROCEDURE = "thu-tuc/2.001583/"
TITLE = "Đăng ký thành lập công ty TNHH một thành viên"
IS_KEPT = "address => caches.match(address).then(Boolean)"
IS_FULL = """async () => {
  const pages = await caches.open((await caches.keys()).find((name) => name.includes(" pages ")));
  return (await pages.keys()).length === 60;
}"""
COPY = "[data-mb-kept-copy]"
BOX = "[data-mb-search] input:visible"


class Site:
    """A site whose server can be stopped and started again at the same address, and whose files can change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open = ExitStack()
        self.home = self._open.enter_context(served(folder))

    def stop(self) -> None:
        """Be gone: connections are refused."""
        self._open.close()

    def start(self) -> None:
        """Be there again."""
        self._open.enter_context(served(self.folder, urlsplit(self.home).port or 0))

    def change(self, path: str, old: str, new: str) -> None:
        """Publish another version of a file."""
        file = self.folder / path
        content = file.read_text("utf-8")
        assert old in content
        file.write_text(content.replace(old, new), "utf-8")


@pytest.fixture
def site(real_build: Path, tmp_path: Path) -> Iterator[Site]:
    """Return a copy of the repository's own site, served."""
    site = Site(shutil.copytree(real_build, tmp_path / "site"))
    yield site
    site.stop()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Return a browser that has seen nothing yet."""
    context = chromium.new_context()
    yield context
    context.close()


def visit(context: BrowserContext, address: str) -> Page:
    """Return a page once it is kept."""
    page = context.new_page()
    page.goto(address)
    kept(page, address)
    return page


def kept(page: Page, address: str) -> None:
    """Wait until the worker is in charge of ``page``, and has kept what stands at ``address``."""
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.wait_for_function(IS_KEPT, arg=address.partition("?")[0])


def test_a_page_is_there_with_its_ticks_after_the_first_visit(site: Site, context: BrowserContext) -> None:
    """One visit is enough: page, styles and scripts are kept; the copy says that it is one, and of which days."""
    page = visit(context, site.home + PROCEDURE)
    page.locator(".mb-tick input").first.check()
    page.wait_for_function(IS_KEPT, arg=page.locator("link[href*='site.css']").evaluate("link => link.href"))
    page.wait_for_function(
        IS_KEPT, arg=page.evaluate("new URL('../../assets/js/checklist.js', location.href).href") + version(page)
    )
    site.stop()
    page.reload()
    expect(page.locator("h1")).to_have_text(TITLE)
    expect(page.locator(COPY)).to_contain_text(
        re.compile(r"bản lưu ngày [\d/]+, vì chưa nối được mạng\. Dữ liệu đối chiếu ngày [\d/]+\.")
    )
    expect(page.locator(".mb-tick input").first).to_be_checked()
    expect(page.locator(".mb-ticks")).to_contain_text("Đã có 1/")
    assert page.locator("body").evaluate("body => getComputedStyle(body).fontFamily") != "Times New Roman"


def version(page: Page) -> str:
    """Return the version in the addresses of a page's files."""
    address = page.locator("link[href*='site.css']").get_attribute("href") or ""
    return f"?{urlsplit(address).query}"


def test_a_page_is_found_whatever_is_asked_of_its_scripts(site: Site, context: BrowserContext) -> None:
    """A query chooses a case or a list; the page is the same."""
    page = visit(context, f"{site.home}{PROCEDURE}?truong-hop=abc")
    site.stop()
    for query in ("", "?truong-hop=khac", "?ban=treo"):
        page.goto(site.home + PROCEDURE + query)
        expect(page.locator("h1")).to_have_text(TITLE)


def test_with_a_network_nothing_old_is_shown(site: Site, context: BrowserContext) -> None:
    """A page that has changed is shown as it is now, at once; what is kept then is the new one."""
    page = visit(context, site.home + PROCEDURE)
    site.change(f"{PROCEDURE}index.html", f">{TITLE}</h1>", ">Tên mới</h1>")
    page.reload()
    expect(page.locator("h1")).to_have_text("Tên mới")
    expect(page.locator(COPY)).to_have_count(0)
    page.wait_for_function(
        "address => caches.match(address).then(a => a.text()).then(t => t.includes('Tên mới</h1>'))", arg=page.url
    )
    site.stop()
    page.reload()
    expect(page.locator("h1")).to_have_text("Tên mới")
    site.start()
    page.locator(f"{COPY} a").click()
    expect(page.locator(COPY)).to_have_count(0)


def test_what_was_never_opened_is_explained(site: Site, context: BrowserContext) -> None:
    """Its address stays; the page says why, lists what is kept, and its links hold from any depth."""
    page = visit(context, site.home + PROCEDURE)
    site.stop()
    for path in ("thu-tuc/1.001456/", "ho-so-mau/2.001583/chu-so-huu-la-ca-nhan/", ""):
        page.goto(site.home + path)
        assert page.url == site.home + path
        expect(page.locator(COPY)).to_contain_text("chưa được lưu trên máy này")
        expect(page.locator("[data-mb-kept] a")).to_have_text([TITLE])
        assert page.locator(".mb-logo").evaluate("link => link.href") == site.home
        assert (
            page.locator(".mb-logo").evaluate("link => getComputedStyle(link).textDecorationLine") == "none"
        )  # styled
    page.locator("[data-mb-kept] a").click()
    expect(page.locator("h1")).to_have_text(TITLE)


def test_search_works_and_says_what_needs_the_network(site: Site, context: BrowserContext) -> None:
    """Once the box was used, index and engine are kept: in the box, and on the page of results."""
    visit(context, site.home + PROCEDURE).close()
    page = visit(context, site.home + "tim-kiem/")
    box = page.locator(".mb-search--page input")
    box.fill("cong ty")
    expect(page.locator(".mb-hit").first).to_contain_text("công ty")
    site.stop()
    page.goto(site.home + "tim-kiem/?q=cong+ty")
    hits = page.locator(".mb-hit")
    here, away = hits.filter(has_text="2.001583"), hits.filter(has_text="cần mạng để mở")
    expect(here).to_be_visible()
    expect(here).not_to_contain_text("cần mạng")
    expect(away.first).to_be_visible()
    page.goto(site.home + "van-ban/")
    page.locator(BOX).first.press_sequentially("ho chieu")
    expect(page.locator("[role=option]").first).to_contain_text("cần mạng để mở")


def test_a_box_used_on_the_very_first_page_is_kept_too(site: Site, context: BrowserContext) -> None:
    """Also when the worker came later than the search."""
    page = context.new_page()
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/sw.js*", hold)
    page.goto(site.home + PROCEDURE)
    page.locator(BOX).first.press_sequentially("ho chieu")
    page.locator("[role=option]").first.wait_for()
    for route in waiting:
        route.continue_()
    kept(page, page.url)
    engine = page.evaluate("new URL('../../assets/js/search/engine.js', location.href).href") + version(page)
    page.wait_for_function(IS_KEPT, arg=engine)
    page.wait_for_function(IS_KEPT, arg=site.home + "tim-kiem/muc-luc.json")
    site.stop()
    page.reload()
    page.locator(BOX).first.press_sequentially("ho chieu")
    expect(page.locator("[role=option]").first).to_contain_text("hộ chiếu", ignore_case=True)


def test_lost_pages_and_detours_are_not_kept(site: Site, context: BrowserContext) -> None:
    """A 404 is shown and forgotten, and takes away what was kept of that page."""
    page = visit(context, site.home + PROCEDURE)
    page.goto(site.home + "khong-co/")
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang này")
    page.goto(site.home + PROCEDURE.rstrip("/"))
    assert page.url == site.home + PROCEDURE
    shutil.rmtree(site.folder / PROCEDURE)
    page.goto(site.home + PROCEDURE)
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang này")
    page.wait_for_function("address => caches.match(address).then(found => !found)", arg=site.home + PROCEDURE)
    site.stop()
    for path in ("khong-co/", PROCEDURE):
        page.goto(site.home + path)
        expect(page.locator(COPY)).to_contain_text("chưa được lưu")


def test_a_new_deployment_brings_its_own_files(site: Site, context: BrowserContext) -> None:
    """A new version of the styles is loaded with the page that names it, and takes the place of the old one."""
    page = visit(context, site.home + PROCEDURE)
    old = page.locator("link[href*='site.css']").evaluate("link => link.href")
    page.wait_for_function(IS_KEPT, arg=old)
    name = version(page)
    for file in (site.folder / PROCEDURE / "index.html", *site.folder.glob("assets/js/**/*.js")):
        file.write_text(file.read_text("utf-8").replace(name, "?v=moi"), "utf-8")
    style = site.folder / "assets/css/site.css"
    style.write_text(style.read_text("utf-8") + "h1 { letter-spacing: 7px !important }", "utf-8")
    page.reload()
    assert page.locator("h1").evaluate("title => getComputedStyle(title).letterSpacing") == "7px"
    page.wait_for_function("old => caches.match(old).then(found => !found)", arg=old)


def test_no_more_pages_are_kept_than_said(site: Site, context: BrowserContext) -> None:
    """Of more than sixty pages those that were opened last stay."""
    first = visit(context, site.home + PROCEDURE)
    paths = sorted(f"{path.parent.relative_to(site.folder)}/" for path in site.folder.glob("van-ban/*/index.html"))[:61]
    first.evaluate(
        "async addresses => { (await navigator.serviceWorker.ready).active.postMessage({ keep: addresses }); }",
        [site.home + path for path in paths],
    )
    first.wait_for_function("address => caches.match(address).then(found => !found)", arg=site.home + PROCEDURE)
    first.wait_for_function(IS_FULL)


def test_sites_of_one_host_do_not_touch_each_other(site: Site, context: BrowserContext) -> None:
    """What others keep on the same host stays, and all names of ours tell the path of the site."""
    page = context.new_page()
    page.goto(site.home)
    others = ["other", "minhbach /khac/ pages 0"]
    page.evaluate("names => Promise.all(names.map((name) => caches.open(name)))", [*others, "minhbach /kho/ pages 0"])
    page.reload()
    kept(page, site.home)
    page.wait_for_function("() => caches.has('minhbach /kho/ pages 0').then(has => !has)")
    names = page.evaluate("caches.keys()")
    assert set(others) < set(names)
    assert all(name.startswith("minhbach /kho/ ") for name in set(names) - set(others))


def test_where_nothing_can_be_kept_pages_come_all_the_same(site: Site, context: BrowserContext) -> None:
    """A full or forbidden store costs the copy, nothing else."""
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })")
    harm: list[str] = []
    page.on("pageerror", lambda error: harm.append(error.message))
    page.goto(site.home + PROCEDURE)
    page.locator(BOX).first.press_sequentially("ho chieu")
    expect(page.locator("[role=option]").first).to_contain_text("hộ chiếu", ignore_case=True)
    assert harm == []
    refusing = "CacheStorage.prototype.open = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));\n"
    worker = site.folder / "sw.js"
    worker.write_text(refusing + worker.read_text("utf-8"), "utf-8")
    page = context.new_page()
    page.goto(site.home + PROCEDURE)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.reload()
    expect(page.locator("h1")).to_have_text(TITLE)
    page.locator(BOX).first.press_sequentially("ho chieu")
    expect(page.locator("[role=option]").first).to_contain_text("hộ chiếu", ignore_case=True)


def test_the_worker_can_be_taken_away(site: Site, context: BrowserContext) -> None:
    """With the other worker in its place, the next visit ends both and leaves nothing kept."""
    page = visit(context, site.home + PROCEDURE)
    shutil.copy(site.folder / "assets/js/no-worker.js", site.folder / "sw.js")
    for script in ("assets/js/offline.js",):
        (site.folder / script).write_text("export const keep = () => {}, keptPages = async () => [];", "utf-8")
    page.evaluate("navigator.serviceWorker.getRegistration().then(registration => registration.update())")
    page.wait_for_function("() => navigator.serviceWorker.getRegistration().then(registration => !registration)")
    page.wait_for_function("() => caches.keys().then(names => !names.length)")


def test_others_are_left_alone(site: Site, context: BrowserContext) -> None:
    """What is no page and no file of one, such as the waiting requests of a live preview, never passes the worker."""
    page = visit(context, site.home)
    for path, passes in {"livereload/1/2": False, "thay-doi/tat-ca.xml": False, "lich/ngay-nghi.json": True}.items():
        (site.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (site.folder / path).touch()
        with page.expect_response(site.home + path) as answer:
            page.evaluate("address => fetch(address).then(answer => answer.text())", site.home + path)
        assert answer.value.from_service_worker is passes

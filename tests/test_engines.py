"""The Markdown tree, built by engines that know nothing of us."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

from tests.builds import DATA, ROOT, SAMPLE, run

CONFIG = """\
site_name: Thử
site_url: https://org.example/kho/
theme: {theme}
plugins: []
validation:
  nav: {{omitted_files: ignore, not_found: warn}}
  links: {{not_found: warn, anchors: info, absolute_links: relative_to_docs, unrecognized_links: warn}}
"""
# Paragraphs and quotations are left out: engines may join or part them without a change of meaning.
STRUCTURE = {"h1", "h2", "h3", "ul", "ol", "li", "table", "tr", "th", "td", "a", "strong", "em", "code"}
OURS = (
    "mb-crumbs mb-badges mb-search mb-counts mb-chart mb-chart__marks mb-filter mb-results mb-cases mb-ticks "
    "mb-boxes mb-report mb-word mb-posted mb-sheet mb-narrow"
)


def write_config(folder: Path, name: str, theme: str) -> None:
    """Write a configuration that has nothing of ours in it."""
    (folder / name).write_text(CONFIG.format(theme=theme), "utf-8")


def rendered(folder: Path, data: Path) -> Path:
    """Return ``folder``, whose ``docs`` is the Markdown tree of some records."""
    done = run(sys.executable, "-m", "generator", "render", str(folder / "docs"), "--data", str(data))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def real_tree(tmp_path: Path) -> Path:
    """Return a folder with the Markdown tree of the repository's own records."""
    return rendered(tmp_path / "real", DATA)


@pytest.fixture
def small_tree(tmp_path: Path) -> Path:
    """Return a folder with the Markdown tree of ``tests/sample``."""
    return rendered(tmp_path / "small", SAMPLE)


def structure(parts: list[lxml_html.HtmlElement]) -> tuple[str, list[tuple[str, int]]]:
    """Return the text without blanks and boxes to tick, and each element that matters with the depth of its list."""
    text = "".join("".join(part.itertext()) for part in parts)
    found = [
        (element.tag, sum(each.tag in {"ul", "ol"} for each in element.iterancestors()))
        for part in parts
        for element in part.iter()
        if element.tag in STRUCTURE
    ]
    return "".join(text.replace("[ ]", "").split()), found


def ours(path: Path) -> list[lxml_html.HtmlElement]:
    """Return the parts of our page that come from its Markdown."""
    article = lxml_html.parse(str(path)).getroot().find(".//article")
    for name in OURS.split():
        for element in article.find_class(name):
            element.drop_tree()
    for told in article.xpath(
        ".//*[@class='mb-fold']/summary/*[not(self::h3)] | .//*[@class='mb-fold']/summary[not(h3)]"
    ):
        told.drop_tree()
    (intro,), (content,) = article.find_class("mb-intro"), article.find_class("mb-content")
    for element in [*intro.find_class("mb-small"), *content.xpath(".//*[contains(@class, 'mb-feed')]")]:
        element.drop_tree()
    return [intro, content]


def test_stock_mkdocs_builds_the_same_content(real_tree: Path, real_build: Path, tmp_path: Path) -> None:
    """MkDocs without our plugin and theme builds the tree strictly; each page says the same in the same structure."""
    write_config(real_tree, "mkdocs.yml", "mkdocs")
    done = run(
        sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "out"), folder=real_tree
    )
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted((tmp_path / "out").rglob("index.html"))
    assert len(pages) > 300
    for path in pages:
        place = path.relative_to(tmp_path / "out")
        stock = lxml_html.parse(str(path)).getroot().xpath("//*[@role='main']")
        assert structure(stock) == structure(ours(real_build / place)), place


def test_properdocs_builds_it(small_tree: Path, tmp_path: Path) -> None:
    """ProperDocs builds the tree strictly, with all pages."""
    write_config(small_tree, "properdocs.yml", "material")
    command = shutil.which("properdocs", path=str(Path(sys.executable).parent)) or "properdocs"
    done = run(command, "build", "--strict", "--site-dir", str(tmp_path / "out"), folder=small_tree)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((tmp_path / "out").rglob("index.html"))) == len(list((small_tree / "docs").rglob("*.md")))


def test_zensical_builds_it(small_tree: Path) -> None:
    """Zensical builds the tree, with all pages and without an issue."""
    command = shutil.which("zensical", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if command is None:
        pytest.skip("Zensical is not installed; to run this: pip install zensical==0.0.73")
    write_config(small_tree, "mkdocs.yml", "material")
    done = run(command, "build", "--strict", folder=small_tree)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((small_tree / "site").rglob("index.html"))) == len(list((small_tree / "docs").rglob("*.md")))


def test_a_dead_link_in_the_tree_is_found(small_tree: Path, tmp_path: Path) -> None:
    """The strict mode that the tests above rely on does find a dead link."""
    write_config(small_tree, "mkdocs.yml", "mkdocs")
    with (small_tree / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\n[x](thu-tuc/khong-co.md)\n")
    done = run(
        sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "out"), folder=small_tree
    )
    assert done.returncode == 1


def test_render_refuses_to_touch_the_repository() -> None:
    """Rendering leaves the hand-written pages alone: no generated page lies in ``docs/``."""
    assert sorted(path.name for path in (ROOT / "docs").glob("*.md")) == [
        "gioi-thieu.md",
        "ngoai-tuyen.md",
        "tiep-can.md",
    ]

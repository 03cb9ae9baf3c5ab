"""Themes and plugins that look at single pages get what MkDocs alone would give them."""

import logging
import sys
from collections.abc import Iterator

import pytest

from tests.builds import run
from tests.edits import edit_one
from tests.living import Living, compiling_once, differing
from tests.publications import Version, content_of

MARK = b"<!-- moc -->"
HOOK = "def on_post_page(output, page, config):\n    return output.replace('</body>', '<!-- moc --></body>')\n"
SILENT = "def on_post_page(output, page, config):\n    return output\n"
OUTSIDE = "{% block footer %}"


@pytest.fixture(scope="module", autouse=True)
def _fast() -> Iterator[None]:
    """Compile no template twice in this module."""
    with compiling_once():
        yield


def listen(home: Living, hook: str) -> None:
    """Let a hook in the project see every page."""
    home.write("moc.py", hook)
    home.append("mkdocs.yml", "hooks: [moc.py]\n")


def by_mkdocs_alone(home: Living) -> Version | str:
    """Return the site when each page goes through MkDocs' own loop, for a hook wants to see it."""
    home.forget()
    listen(home, SILENT)
    return home.result()


@pytest.mark.parametrize(
    "outside",
    [
        "{{ page.url }}",
        "{{ page.meta.title if page }}",
        "{% for each in page.toc %}{{ each.title }}{% endfor %}",
        "{% if page and page.meta.kind == 'legal' %}<hr>{% endif %}",
    ],
    ids=["address", "front matter", "contents", "condition"],
)
def test_a_theme_that_looks_outside_of_the_slots(outside: str, home: Living, caplog: pytest.LogCaptureFixture) -> None:
    """A template that shows of a page what stands in no slot is noticed and said; each page is what MkDocs makes."""
    home.replace("overrides/main.html", OUTSIDE, OUTSIDE + outside)
    with caplog.at_level(logging.INFO, "mkdocs.plugins.minhbach"):
        result = home.result()
    assert "dựng lại mọi trang" in caplog.text
    assert differing(home.result(), result) == []
    assert differing(result, by_mkdocs_alone(home)) == []


def test_an_edit_under_such_a_theme(home: Living) -> None:
    """What is remembered from such a theme is not believed later: neither with it, nor when it is gone."""
    home.replace("overrides/main.html", OUTSIDE, OUTSIDE + "{{ page.url }}")
    home.build()
    edit_one(home)
    assert differing(home.result(), home.cold()) == []
    home.replace("overrides/main.html", OUTSIDE + "{{ page.url }}", OUTSIDE)
    assert differing(home.result(), home.cold()) == []


def test_shells_give_what_mkdocs_gives(home: Living, caplog: pytest.LogCaptureFixture) -> None:
    """With the theme as it is, each page that was joined is the page of MkDocs' own loop, byte for byte."""
    with caplog.at_level(logging.INFO, "mkdocs.plugins.minhbach"):
        joined = content_of(home.site)
        whole = by_mkdocs_alone(home)
    assert "dựng lại mọi trang" not in caplog.text
    assert differing(joined, whole) == []


def unmarked(site: Version) -> list[str]:
    """Return the pages that no hook has seen."""
    pages = [path for path in site if path.endswith("index.html")]
    assert len(pages) > 30
    return [path for path in pages if MARK not in site[path]]


def test_a_hook_sees_every_page(home: Living) -> None:
    """When another plugin or hook listens to pages, the pages of the records go past it too, also after an edit."""
    listen(home, HOOK)
    home.build()
    assert unmarked(content_of(home.site)) == []
    edit_one(home)
    result = home.result()
    assert not isinstance(result, str)
    assert unmarked(result) == []
    assert differing(result, home.cold()) == []


def test_a_hook_that_changes_or_goes(home: Living) -> None:
    """When the hook does something else, or is gone, the pages follow."""
    listen(home, HOOK)
    for mark in ("moc", "móc khác"):
        home.write("moc.py", HOOK.replace("moc", mark))
        done = run(sys.executable, "-m", "generator", "build", folder=home.folder)  # MkDocs loads hooks once a process
        assert done.returncode == 0, done.stderr
        assert f"<!-- {mark} -->" in (home.site / "index.html").read_text("utf-8")
    home.replace("mkdocs.yml", "hooks: [moc.py]\n", "")
    assert differing(home.result(), home.cold()) == []


def test_the_search_plugin_finds_records(home: Living) -> None:
    """A plugin that reads pages, such as MkDocs' search, gets those of the records."""
    home.replace("mkdocs.yml", "plugins:\n", "plugins:\n  - search:\n      lang: en\n")
    result = home.result()
    assert not isinstance(result, str), result
    assert b"thu-tuc/MAU-03/" in result["search/search_index.json"]
    assert differing(result, home.cold()) == []


def test_settings_that_stand_elsewhere(home: Living) -> None:
    """A theme in a folder of another name, and settings taken over from another file, count like any other."""
    (home.folder / "overrides").rename(home.folder / "vo")
    home.replace("mkdocs.yml", "custom_dir: overrides", "custom_dir: vo")
    (home.folder / "mkdocs.yml").rename(home.folder / "goc.yml")
    home.write("mkdocs.yml", "INHERIT: goc.yml\n")
    home.build()
    home.replace("vo/404.html", "Không tìm thấy trang này", "Không có trang này")
    assert differing(home.result(), home.cold()) == []
    home.replace("goc.yml", "site_name: Minh Bạch", "site_name: Minh Bạch hơn")
    assert differing(home.result(), home.cold()) == []

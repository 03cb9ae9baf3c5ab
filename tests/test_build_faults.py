"""Builds that remember, when the theme, the memory, the site or the data are not as expected."""

import logging
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from generator import cli
from generator.digests import digest
from generator.errors import BuildError
from tests.builds import mkdocs
from tests.edits import AGENCY, BARE, FULL, SITE
from tests.living import FIXED, Living, differing
from tests.publications import Version, content_of

MARK = b"<!-- moc -->"
HOOK = "def on_post_page(output, page, config):\n    return output.replace('</body>', '<!-- moc --></body>')\n"
SILENT = "def on_post_page(output, page, config):\n    return output\n"
OUTSIDE = "{% block footer %}"


@pytest.fixture
def home(tmp_path: Path) -> Living:
    """Return a project of the sample, built once."""
    found = Living(tmp_path / "kho")
    found.build()
    return found


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
    assert any("dựng lại mọi trang" in message for message in caplog.messages)
    assert differing(home.result(), result) == []
    assert differing(result, by_mkdocs_alone(home)) == []


def test_an_edit_under_such_a_theme(home: Living) -> None:
    """What is remembered from such a theme is not believed later: neither with it, nor when it is gone."""
    home.replace("overrides/main.html", OUTSIDE, OUTSIDE + "{{ page.url }}")
    home.build()
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
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
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    result = home.result()
    assert not isinstance(result, str)
    assert unmarked(result) == []
    assert differing(result, home.cold()) == []


def test_a_hook_that_changes_or_goes(home: Living) -> None:
    """When the hook does something else, or is gone, the pages follow."""
    listen(home, HOOK)
    home.build()
    home.replace("moc.py", "moc -->", "doi -->")
    changed = home.result()
    assert not isinstance(changed, str)
    assert not any(MARK in content for content in changed.values())
    assert differing(changed, home.cold()) == []
    home.replace("mkdocs.yml", "hooks: [moc.py]\n", "")
    assert differing(home.result(), home.cold()) == []


def test_the_search_plugin_finds_records(home: Living) -> None:
    """A plugin that reads pages, such as MkDocs' search, gets those of the records."""
    home.replace("mkdocs.yml", "plugins:\n", "plugins:\n  - search:\n      lang: en\n")
    result = home.result()
    assert not isinstance(result, str), result
    assert b"thu-tuc/MAU-03/" in result["search/search_index.json"]
    assert differing(result, home.cold()) == []


Spoiler = Callable[[Path], None]


def cut(path: Path) -> None:
    """Keep the first half."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def noise(path: Path) -> None:
    """Write anything."""
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))  # noqa: S311


def flipped(path: Path) -> None:
    """Change one bit near the end."""
    content = bytearray(path.read_bytes())
    content[-3] ^= 1
    path.write_bytes(content)


def other_shape(path: Path) -> None:
    """Write a sound message of another shape, sealed as ours are."""
    body = msgspec.msgpack.encode({"code": 7, "entries": [1]})
    path.write_bytes(digest(body) + body)


def folder(path: Path) -> None:
    """Put a folder with something in it in its place."""
    path.unlink()
    (path / "x").mkdir(parents=True)


def empty(path: Path) -> None:
    """Leave nothing in it."""
    path.write_bytes(b"")


@pytest.mark.parametrize("spoil", [cut, noise, flipped, other_shape, empty, folder, Path.unlink])
@pytest.mark.parametrize("suffix", [".memory", ".trees", ".last", ".cache"])
def test_a_spoiled_memory_costs_time_only(spoil: Spoiler, suffix: str, home: Living) -> None:
    """Whatever became of a file that a build remembers by, the next one is right, and so is the one after it."""
    spoiled = [path for path in home.cache.rglob("*") if path.is_file() and path.suffix == suffix]
    assert spoiled or suffix == ".cache"
    for path in spoiled:
        spoil(path)
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    cold = home.cold()
    assert differing(home.result(), cold) == []
    assert differing(home.result(), cold) == []


def test_memories_of_another_project(home: Living, tmp_path: Path) -> None:
    """A memory that was copied from another project, or is of an older state, misleads nobody."""
    old = tmp_path / "cũ"
    shutil.copytree(home.cache, old)
    home.replace(FULL, "title: Cấp giấy", "title: Cấp mới giấy")
    home.build()
    shutil.rmtree(home.cache)
    shutil.copytree(old, home.cache)
    assert differing(home.result(), home.cold()) == []


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    """Where nothing can be remembered, because a file stands in the way, the site is built all the same."""
    home = Living(tmp_path / "kho")
    home.write(".cache", "một tệp")
    assert differing(home.result(), home.cold()) == []
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    assert differing(home.result(), home.cold()) == []


PAGE = "thu-tuc/MAU-03/index.html"


def change_size(path: Path) -> None:
    """Write more into a file."""
    path.write_bytes(path.read_bytes() + b"<!-- tay -->")


def change_letter(path: Path) -> None:
    """Write something else of the same length."""
    path.write_bytes(path.read_bytes().replace(b"<html", b"<HTML"))


@pytest.mark.parametrize("harm", [Path.unlink, change_size, change_letter, folder])
@pytest.mark.parametrize("path", [PAGE, "404.html", "sitemap.xml.gz", "assets/css/base.css", "gioi-thieu/index.html"])
def test_hands_in_the_site_are_mended(harm: Spoiler, path: str, home: Living) -> None:
    """A file of the site that was deleted or changed by hand is as it was after the next build."""
    before = content_of(home.site)
    harm(home.site / path)
    assert differing(home.result(), before) == []


def test_a_stray_file_goes(home: Living) -> None:
    """What does not belong to the site is not there after a build that changes something."""
    home.write("site/thua/trang.html", "thừa")
    assert differing(home.result(), home.cold()) == []


def test_a_site_that_is_gone_comes_back(home: Living) -> None:
    """A site that was removed is built again, whole."""
    before = content_of(home.site)
    shutil.rmtree(home.site)
    assert differing(home.result(), before) == []


def test_two_targets_share_nothing_wrongly(home: Living) -> None:
    """Sites at two places are each right, in whatever order they are built and edited."""
    first = content_of(home.site)
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    home.build("khac")
    second = home.cold()
    assert differing(content_of(home.folder / "khac"), second) == []
    assert differing(content_of(home.site), first) == []
    home.replace(BARE, "title: Kéo dài", "title: Gia hạn")
    home.build("khac")
    assert differing(content_of(home.folder / "khac"), first) == []
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    assert differing(home.result(), second) == []


def test_mkdocs_and_our_command_share_a_site(home: Living) -> None:
    """`mkdocs build` and `minhbach build` take turns on one site: each goes on from where the other left it."""
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    done = mkdocs("build", "--strict", "--site-dir", "site", folder=home.folder)
    assert done.returncode == 0, done.stderr
    assert differing(content_of(home.site), home.cold()) == []
    assert home.build().made == 0
    home.replace(FULL, "title: Cấp giấy", "title: Cấp mới giấy")
    assert differing(home.result(), home.cold()) == []


def said_by_check(home: Living, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the lines that ``minhbach check`` prints."""
    monkeypatch.chdir(home.folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", FIXED["SOURCE_DATE_EPOCH"])
    capsys.readouterr()
    with pytest.raises(SystemExit):
        cli.run(cli.commands.main, ["check"])
    return capsys.readouterr().out.splitlines()


def wrong_date(home: Living) -> None:
    """Write a day that does not exist, and a fee that is none."""
    home.replace(FULL, "amount_vnd: 20.000", "amount_vnd: hai vạn")
    home.replace("data/decisions/05-qd-sm.yml", "2026-01-20", "2026-02-30")


def no_yaml(home: Living) -> None:
    """Break the file of an agency that others name."""
    home.replace(AGENCY, "kind: department", "kind: [department")


def no_such_agency(home: Living) -> None:
    """Remove an agency that others name."""
    home.remove("data/agencies/phong-mau.yml")


def wrong_code(home: Living) -> None:
    """Give a procedure that others name another code than its file's name."""
    home.replace(FULL, "code: MAU-01\n", "code: MAU-99\n")


def unknown_key(home: Living) -> None:
    """Write a key that is not known, in the settings and in a procedure."""
    home.replace(SITE, "owner:", "chu:")
    home.append(BARE, "mau_sac: đỏ\n")


def missing_form(home: Living) -> None:
    """Remove a file that a record names, and add one that none does."""
    home.remove("data/procedures/so-mau/MAU-01/don-de-nghi.pdf")
    home.write("data/procedures/so-mau/MAU-01/thua.pdf", "%PDF")


MISTAKES = [wrong_date, no_yaml, no_such_agency, wrong_code, unknown_key, missing_form]


@pytest.mark.parametrize("spoil", MISTAKES, ids=lambda spoil: spoil.__name__)
def test_a_mistake_is_told_whole(
    spoil: Callable[[Living], None], home: Living, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build tells the problems that a check tells, all at once, and leaves the site; once mended, all is right."""
    before, place = content_of(home.site), home.site.stat().st_ino
    spoil(home)
    told = home.result()
    assert isinstance(told, str)
    assert told.splitlines() == said_by_check(home, capsys, monkeypatch)
    assert home.result() == told == home.cold()
    assert (differing(content_of(home.site), before), home.site.stat().st_ino) == ([], place)
    home.reset()
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    assert differing(home.result(), home.cold()) == []


def test_a_mistake_beside_an_edit(home: Living) -> None:
    """An edit that was made together with a mistake shows once the mistake is mended."""
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    home.replace(FULL, "status: amended", "status: sua")
    with pytest.raises(BuildError, match="gia-tri-la"):
        home.build()
    home.replace(FULL, "status: sua", "status: amended")
    assert differing(home.result(), home.cold()) == []


def test_warnings_are_told_again(home: Living, caplog: pytest.LogCaptureFixture) -> None:
    """A warning about a record that was not read again is told in every build that makes something."""
    home.replace("data/legal/02-2026-qd-ubnd-mau.yml", "force: in-force", "force: expired")
    home.build()
    caplog.clear()
    home.replace(BARE, "title: Gia hạn", "title: Kéo dài")
    with caplog.at_level(logging.INFO, "mkdocs.plugins.minhbach"):
        home.build()
    assert "can-cu-het-hieu-luc" in caplog.text
    assert "het-hieu-luc-vi-sao" in caplog.text

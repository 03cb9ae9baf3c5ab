"""Builds that remember, when the theme, the memory, the site or the data are not as expected."""

import logging
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import jinja2
import msgspec
import pytest

from generator import cli
from generator.digests import digest
from generator.errors import BuildError
from tests.builds import mkdocs
from tests.edits import AGENCY, BARE, FULL, SITE, edit_one
from tests.living import FIXED, Living, compiling_once, differing
from tests.publications import Version, content_of

COMPILED = {name: getattr(jinja2.FileSystemBytecodeCache, name) for name in ("load_bytecode", "dump_bytecode")}


@pytest.fixture(scope="module", autouse=True)
def _fast() -> Iterator[None]:
    """Compile no template twice in this module."""
    with compiling_once():
        yield


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return the site of the sample, built for the first time."""
    home = Living(tmp_path_factory.mktemp("mẫu") / "kho")
    home.build()
    return content_of(home.site)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return the site of the sample with the edit, built for the first time."""
    home = Living(tmp_path_factory.mktemp("sửa") / "kho")
    edit_one(home)
    home.build()
    return content_of(home.site)


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


@pytest.mark.parametrize("suffix", [".memory", ".trees", ".last"])
def test_a_spoiled_memory_costs_time_only(suffix: str, home: Living, plain: Version, edited: Version) -> None:
    """Whatever became of a file that a build remembers by, the next one is right, and so is the one after it."""
    for spoil in (cut, noise, flipped, other_shape, empty, folder, Path.unlink):
        (spoiled,) = [path for path in home.cache.rglob("*") if path.is_file() and path.suffix == suffix]
        spoil(spoiled)
        edit_one(home)
        assert differing(home.result(), edited) == [], spoil
        home.reset()
        assert differing(home.result(), plain) == [], spoil
        if spoiled.is_dir():
            shutil.rmtree(spoiled)
            home.build(look=False)


@pytest.mark.parametrize("spoil", [cut, noise, flipped, empty])
def test_spoiled_templates_cost_time_only(spoil: Spoiler, home: Living, edited: Version) -> None:
    """A compiled template that is damaged is compiled again."""
    edit_one(home)
    with pytest.MonkeyPatch.context() as patch:
        for name, method in COMPILED.items():
            patch.setattr(jinja2.FileSystemBytecodeCache, name, method)
        home.build()
        spoiled = list(home.cache.rglob("*.cache"))
        assert spoiled
        for path in spoiled:
            spoil(path)
        home.reset()
        home.build()
        edit_one(home)
        assert differing(home.result(), edited) == []


def test_memories_of_another_project(home: Living, tmp_path: Path) -> None:
    """A memory that was copied from another project, or is of an older state, misleads nobody."""
    old = tmp_path / "cũ"
    shutil.copytree(home.cache, old)
    home.replace(FULL, "title: Cấp giấy", "title: Cấp mới giấy")
    home.build()
    shutil.rmtree(home.cache)
    shutil.copytree(old, home.cache)
    assert differing(home.result(), home.cold()) == []


def test_a_cache_that_cannot_be_written(tmp_path: Path, plain: Version, edited: Version) -> None:
    """Where nothing can be remembered, because a file stands in the way, the site is built all the same."""
    home = Living(tmp_path / "kho")
    home.write(".cache", "một tệp")
    assert differing(home.result(), plain) == []
    edit_one(home)
    assert differing(home.result(), edited) == []


HANDS = ("thu-tuc/MAU-03/index.html", "404.html", "sitemap.xml.gz", "assets/css/site.css", "gioi-thieu/index.html")


def change_size(path: Path) -> None:
    """Write more into a file."""
    path.write_bytes(path.read_bytes() + b"<!-- tay -->")


def change_letter(path: Path) -> None:
    """Write something else of the same length."""
    path.write_bytes(path.read_bytes().replace(b"<html", b"<HTML"))


@pytest.mark.parametrize("harm", [Path.unlink, change_size, change_letter, folder])
def test_hands_in_the_site_are_mended(harm: Spoiler, home: Living, plain: Version, edited: Version) -> None:
    """Files of the site that were deleted or changed by hand are as they were after the next build."""
    for path in HANDS:
        harm(home.site / path)
    assert differing(home.result(), plain) == []
    for path in HANDS:
        harm(home.site / path)
    edit_one(home)
    assert differing(home.result(), edited) == []


def test_a_stray_file_goes(home: Living, plain: Version) -> None:
    """What does not belong to the site is not there after a build."""
    home.write("site/thua/trang.html", "thừa")
    assert differing(home.result(), plain) == []


def test_a_site_that_is_gone_comes_back(home: Living) -> None:
    """A site that was removed is built again, whole."""
    before = content_of(home.site)
    shutil.rmtree(home.site)
    assert differing(home.result(), before) == []


def test_two_targets_share_nothing_wrongly(home: Living, plain: Version, edited: Version) -> None:
    """Sites at two places are each right, in whatever order they are built and edited."""
    edit_one(home)
    home.build("khac")
    assert differing(content_of(home.folder / "khac"), edited) == []
    assert differing(content_of(home.site), plain) == []
    home.reset()
    home.build("khac")
    assert differing(content_of(home.folder / "khac"), plain) == []
    edit_one(home)
    assert differing(home.result(), edited) == []


def test_mkdocs_and_our_command_share_a_site(home: Living, edited: Version) -> None:
    """`mkdocs build` and `minhbach build` take turns on one site: each goes on from where the other left it."""
    edit_one(home)
    done = mkdocs("build", "--strict", "--site-dir", "site", folder=home.folder)
    assert done.returncode == 0, done.stderr
    assert differing(content_of(home.site), edited) == []
    assert home.build(look=False).made == 0
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
    spoil: Callable[[Living], None],
    home: Living,
    edited: Version,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A build tells the problems that a check tells, all at once, and leaves the site; once mended, all is right."""
    before, place = content_of(home.site), home.site.stat().st_ino
    spoil(home)
    told = home.result()
    assert isinstance(told, str)
    assert told.splitlines() == said_by_check(home, capsys, monkeypatch)
    assert home.result() == told
    assert (differing(content_of(home.site), before), home.site.stat().st_ino) == ([], place)
    home.reset()
    edit_one(home)
    assert differing(home.result(), edited) == []


def test_a_mistake_beside_an_edit(home: Living, edited: Version) -> None:
    """An edit that was made together with a mistake shows once the mistake is mended."""
    edit_one(home)
    home.replace(FULL, "status: amended", "status: sua")
    with pytest.raises(BuildError, match="gia-tri-la"):
        home.build()
    home.replace(FULL, "status: sua", "status: amended")
    assert differing(home.result(), edited) == []


def test_warnings_are_told_again(home: Living, caplog: pytest.LogCaptureFixture) -> None:
    """A warning about a record that was not read again is told in every build that makes something."""
    home.replace("data/legal/02-2026-qd-ubnd-mau.yml", "force: in-force", "force: expired")
    home.build()
    caplog.clear()
    edit_one(home)
    with caplog.at_level(logging.INFO, "mkdocs.plugins.minhbach"):
        home.build()
    assert "can-cu-het-hieu-luc" in caplog.text
    assert "het-hieu-luc-vi-sao" in caplog.text

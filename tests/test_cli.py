import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator import cli
from generator.cli import commands
from generator.model import KINDS, Kind
from tests.builds import DATA, NOON, SAMPLE, environment, replace

LONGEST_WAIT = 60.0


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Return what runs ``minhbach`` with arguments on the tests' day and gives its exit code."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
    monkeypatch.setenv("MINHBACH_DATA", "")

    def run(*arguments: object) -> int:
        monkeypatch.setattr(sys, "argv", ["minhbach", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        assert isinstance(stop.value.code, int)
        return stop.value.code

    return run


ENGLISH = re.compile(r"\b(?:usage|options?:|commands?:|show|default|exit|the|this|and|with)\b", re.IGNORECASE)


@pytest.mark.parametrize("command", ["", *commands.commands])
def test_help_is_vietnamese(command: str, call: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """Help has no English word, and every option says what it is for."""
    assert call(*command.split(), "--help") == 0
    said = capsys.readouterr().out
    assert said.startswith("Cách dùng: minhbach")
    assert not ENGLISH.search(said)
    assert not re.search(r"^ +--\S+( \S+)?$", said, re.MULTILINE)


def test_version_is_said(call: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """The version is one line."""
    assert call("--version") == 0
    assert re.fullmatch(r"Minh Bạch \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chek"], "không có lệnh chek"),
        (["check", "--khong"], "không có tùy chọn --khong"),
        (["check", "--format", "xml"], "--format phải là một trong: github, json, text"),
        (["check", "a"], "có giá trị thừa"),
        (["serve", "--address"], "--address cần một giá trị"),
        (["render"], "thiếu THƯ_MỤC"),
        (["new", "khac"], "LOẠI phải là một trong: agencies, legal"),
        ([], "chưa viết tên lệnh"),
    ],
)
def test_a_wrong_call_is_explained(
    arguments: list[str], says: str, call: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """A call that is not right ends with code 2 and says why in Vietnamese."""
    assert call(*arguments) == 2
    said = capsys.readouterr().err
    assert says in said
    assert not ENGLISH.search(said.replace("--help", ""))


def test_good_data_passes(call: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """Data without a mistake ends with code 0 and says so."""
    assert call("check", "--data", SAMPLE) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Dữ liệu không có lỗi.\n")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Return a copy of the sample with a key that is not known and a date that does not exist."""
    data = tmp_path / "data"
    shutil.copytree(SAMPLE, data)
    site = data / "site.yml"
    site.write_text("mau_nen: xanh\n" + site.read_text("utf-8"), "utf-8")
    decision = data / "decisions" / "05-qd-sm.yml"
    decision.write_text(decision.read_text("utf-8").replace("2026-01-20", "2026-02-30"), "utf-8")
    return data


def test_problems_as_text(bad: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """Each mistake is one line with file, line, column, code and what to do; the sum comes last; code 1."""
    assert call("check", "--data", bad) == 1
    said = capsys.readouterr()
    assert [line.split(" ", 2)[:2] for line in said.out.splitlines()] == [
        ["data/decisions/05-qd-sm.yml:5:1:", "[ngay-khong-co]"],
        ["data/site.yml:1:1:", "[khoa-la]"],
    ]
    assert all("Cách sửa: " in line for line in said.out.splitlines())
    assert said.err == "2 lỗi, 0 cảnh báo.\n"


def test_problems_as_json(bad: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get a list of objects; without a mistake an empty list."""
    assert call("check", "--data", bad, "--format", "json") == 1
    first = json.loads(capsys.readouterr().out)[0]
    assert (first["file"], first["line"], first["severity"]) == ("data/decisions/05-qd-sm.yml", 5, "error")
    assert call("check", "--data", SAMPLE, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_problems_as_annotations(bad: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """GitHub shows each mistake at its line of a pull request."""
    assert call("check", "--data", bad, "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("::error file=data/decisions/05-qd-sm.yml,line=5,col=1,title=ngay-khong-co::")
    assert len(lines) == 2


@pytest.mark.parametrize("command", ["check", "render", "build"])
def test_no_folder_of_data(
    command: str, in_project: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is not there is one sentence and code 1, not a traceback."""
    more = ["cay"] if command == "render" else []
    assert call(command, "--data", "khong-co", *more) == 1
    assert "không thấy thư mục dữ liệu" in capsys.readouterr().err


def test_an_empty_folder_lacks_its_settings(
    tmp_path: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty folder of data says which file to begin with."""
    assert call("check", "--data", tmp_path) == 1
    assert "site.yml:1:1: [thieu-tep]" in capsys.readouterr().out


def test_build_writes_a_site(in_project: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """Build writes the site, says how many pages, and writes over its own site when something has changed."""
    page = in_project / "trang" / "thu-tuc" / "MAU-01" / "index.html"
    assert call("build", "--out", "trang") == 0
    (pages,) = re.findall(r"Xong: (\d+) trang ở trang/", capsys.readouterr().err)
    assert int(pages) == len(list((in_project / "trang").rglob("index.html")))
    assert "Cấp giấy xác nhận mẫu" in page.read_text("utf-8")
    assert call("build", "--out", "trang") == 0
    assert f"Không có gì thay đổi: {pages} trang ở trang/" in capsys.readouterr().err
    record = in_project / "data" / "procedures" / "so-mau" / "MAU-01.yml"
    replace(record, "title: Cấp giấy xác nhận mẫu", "title: Cấp giấy xác nhận lần hai")
    assert call("build", "--out", "trang") == 0
    assert f"Xong: {pages} trang ở trang/" in capsys.readouterr().err
    assert "Cấp giấy xác nhận lần hai" in page.read_text("utf-8")


def test_build_is_quiet_when_asked(
    in_project: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """With --quiet a build that goes well says nothing, whether it had anything to do or not; a mistake is said."""
    for _again in range(2):
        assert call("build", "--out", "trang", "--quiet") == 0
        assert capsys.readouterr() == ("", "")
    (in_project / "data" / "site.yml").write_text("name: A\n", "utf-8")
    assert call("build", "--out", "trang", "--quiet") == 1
    assert "data/site.yml:1:1: [thieu] tagline" in capsys.readouterr().err


def test_build_says_what_is_wrong(
    in_project: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake in data or a dead link in a text ends a build with code 1 and its place."""
    with (in_project / "docs" / "tiep-can.md").open("a", encoding="utf-8") as page:
        page.write("\n[x](khong-co.md)\n")
    assert call("build", "--out", "trang") == 1
    assert "khong-co.md" in capsys.readouterr().err
    (in_project / "data" / "site.yml").write_text("name: A\n", "utf-8")
    assert call("build", "--out", "trang") == 1
    assert "data/site.yml:1:1: [thieu] tagline" in capsys.readouterr().err


def test_build_refuses_what_is_not_its_own(
    in_project: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder with other files, or a file, is never emptied or overwritten."""
    (in_project / "anh").mkdir()
    (in_project / "anh" / "gia-dinh.jpg").write_bytes(b"1")
    for out in ("anh", "mkdocs.yml"):
        assert call("build", "--out", out) == 1
        assert out in capsys.readouterr().err
    assert (in_project / "anh" / "gia-dinh.jpg").read_bytes() == b"1"


def test_build_outside_of_a_project_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """In a folder without ``mkdocs.yml`` a build says where to stand."""
    monkeypatch.chdir(tmp_path)
    assert call("build", "--data", SAMPLE) == 1
    assert "không thấy mkdocs.yml" in capsys.readouterr().err


NAMES = {"code": "1.999999", "period": "2026-q3", "id": "moi"}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.by_command], ids=lambda kind: kind.name)
def test_a_new_record_only_lacks_its_values(
    kind: Kind, in_project: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """A new file is bound to its schema and read without a mistake but what is still to be filled in."""
    shutil.rmtree(in_project / "data")
    folder = ["--folder", "1.000001" if kind.name == "samples" else "so-thu"] if kind.depth else []
    name = [] if kind.single else [NAMES[kind.id_key]]
    assert call("schema") == 0
    assert call("new", kind.name, *name, *folder) == 0
    (path,) = (in_project / "data").rglob("*.yml")
    first, *lines = path.read_text("utf-8").splitlines()
    schema = path.parent / first.removeprefix("# yaml-language-server: $schema=")
    assert schema.resolve() == (in_project / ".schemas" / f"{kind.name}.json").resolve()
    assert all(re.search(r"# .*\S", line) for line in lines if line)
    capsys.readouterr()
    call("check", "--format", "json")
    codes = {each["code"] for each in json.loads(capsys.readouterr().out)}
    assert codes <= {"thieu", "thieu-tep"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["agencies", "Sở Mới"], "không phải là mã hợp lệ"),
        (["procedures", "1.99", "--folder", "so-mau"], "không phải là mã thủ tục"),
        (["procedures", "1.999999"], "cần --folder"),
        (["progress", "quy-3", "--folder", "so-mau-2026"], "không phải là một kỳ"),
        (["agencies", "../x"], "không phải là mã hợp lệ"),
        (["procedures", "1.999999", "--folder", "../.."], "cần --folder"),
        (["agencies", "so-mau"], "đã có"),
        (["reports", "2026-q3-v1", "--folder", "so-mau-2026"], "lập bằng lệnh minhbach report"),
    ],
)
def test_new_refuses_what_cannot_be(
    arguments: list[str], says: str, in_project: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    """A name of the wrong shape, a missing folder or a record that is there: nothing is written, code 1."""
    before = sorted(in_project.rglob("*"))
    assert call("new", *arguments) == 1
    assert says in capsys.readouterr().err
    assert sorted(in_project.rglob("*")) == before


def test_render_writes_the_tree(tmp_path: Path, call: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """Render writes all pages and says how many."""
    assert call("render", tmp_path / "cay", "--data", SAMPLE) == 0
    pages = len(list((tmp_path / "cay").rglob("*.md")))
    assert f"Đã ghi {pages} trang Markdown" in capsys.readouterr().err


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class Served:
    """A server of a project: its pages, and what it said."""

    def __init__(self, port: int, log: Path) -> None:
        self._address, self._log = f"http://127.0.0.1:{port}/", log

    @property
    def said(self) -> str:
        """Everything that the server has said."""
        return self._log.read_text("utf-8")

    def page(self, path: str) -> str:
        """Return a page, or nothing while the server does not answer."""
        try:
            with urllib.request.urlopen(self._address + path, timeout=5) as answer:  # noqa: S310  (our own server)
                text: bytes = answer.read()
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""
        return text.decode()

    def wait(self, true: Callable[[], bool]) -> None:
        """Wait until something is true, for a minute at most."""
        end = time.monotonic() + LONGEST_WAIT
        while not true():
            assert time.monotonic() < end, self.said
            time.sleep(0.2)


@contextmanager
def serving(project: Path, *command: str) -> Iterator[Served]:
    """Run a serving command in a project until the test is done."""
    port = free_port()
    log = project.parent / "noi.txt"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(  # noqa: S603  (our own command)
            [sys.executable, "-m", *command, f"127.0.0.1:{port}"],
            cwd=project, env=environment(PYTHONUNBUFFERED="1"), stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield Served(port, log)
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.mark.parametrize(
    "command", [("mkdocs", "serve", "-a"), ("generator", "serve", "--address")], ids=["mkdocs", "minhbach"]
)
def test_a_change_shows_and_a_mistake_is_said(command: tuple[str, ...], project: Path) -> None:
    """A served page follows the data; a mistake is said while the last good page stays, and is gone when mended."""
    record = project / "data" / "procedures" / "so-mau" / "MAU-01.yml"
    page = "thu-tuc/MAU-01/"
    with serving(project, *command) as served:
        served.wait(lambda: "Cấp giấy xác nhận mẫu" in served.page(page))
        replace(record, "title: Cấp giấy xác nhận mẫu", "title: Cấp giấy xác nhận lần một")
        served.wait(lambda: "Cấp giấy xác nhận lần một" in served.page(page))
        replace(record, "status: amended", "status: sua")
        served.wait(lambda: "data/procedures/so-mau/MAU-01.yml:" in served.said and "[gia-tri-la]" in served.said)
        assert "Cấp giấy xác nhận lần một" in served.page(page)
        replace(record, "status: sua", "status: amended")
        replace(record, "title: Cấp giấy xác nhận lần một", "title: Cấp giấy xác nhận lần hai")
        served.wait(lambda: "Cấp giấy xác nhận lần hai" in served.page(page))
        assert "Traceback" not in served.said


def test_serving_wrong_data_says_so(project: Path) -> None:
    """A server that cannot begin says what is wrong."""
    (project / "data" / "site.yml").write_text("name: A\n", "utf-8")
    with serving(project, "generator", "serve", "--address") as served:
        served.wait(lambda: "data/site.yml:1:1: [thieu] tagline" in served.said)
        assert "Traceback" not in served.said


def test_the_repository_s_own_data_passes(call: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """The records that are published have no mistake."""
    assert call("check", "--data", DATA) == 0, capsys.readouterr().out

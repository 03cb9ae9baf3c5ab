"""``minhbach report``: what it freezes, from which data, and when it refuses."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator import cli
from generator.check import check
from generator.cli import commands
from generator.facts import Facts
from generator.model.report import FrozenReport
from generator.model.statistics import COLUMNS, DossierRow, Statistics
from generator.read import read
from generator.reporting.figures import joined_rows
from generator.reporting.parts import made, name_on
from generator.reporting.seal import seal_of
from tests.builds import NOON, SAMPLE, TODAY, environment, replace

PLAN, PERIOD = "so-mau-2026", "2026-q3"
FIRST, SECOND = (Path(f"data/reports/{PLAN}/{PERIOD}-v{version}.yml") for version in (1, 2))
FIGURES = Path("data/statistics/so-mau/2026-q3.yml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to work in, with the sample's records in ``data/`` and no report, outside of any repository."""
    shutil.copytree(SAMPLE, tmp_path / "kho" / "data", ignore=shutil.ignore_patterns("reports"))
    monkeypatch.chdir(tmp_path / "kho")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return tmp_path / "kho"


@pytest.fixture
def repository(folder: Path) -> Path:
    """Return the folder as a Git repository in which all is committed."""
    git("init", "--quiet")
    commit("Dữ liệu")
    return folder


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Return what runs ``minhbach report`` and gives its exit code and what it said."""

    def run(*arguments: str, plan: str = PLAN, period: str = PERIOD) -> tuple[int, str]:
        code = cli.run(commands.main, ["report", plan, period, *arguments])
        return code, capsys.readouterr().err

    return run


Report = Callable[..., tuple[int, str]]


def git(*arguments: str) -> str:
    """Return what Git says."""
    who = ("-c", "user.name=Nguyễn Văn Mẫu", "-c", "user.email=mau@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(("git", *who, *arguments), capture_output=True, text=True, check=True)  # noqa: S603, S607
    return done.stdout.strip()


def commit(words: str) -> str:
    """Commit all there is and return the commit."""
    git("add", "--all")
    git("commit", "--quiet", "--message", words)
    return git("rev-parse", "HEAD")


def frozen(path: Path = FIRST) -> FrozenReport:
    """Return the report in a file, read with all others and without a mistake."""
    facts = check(read(Path("data")), TODAY).facts
    record: FrozenReport = facts.record(path.relative_to("data").as_posix())
    return record


def test_a_report_names_the_commit_of_its_data(repository: Path, call: Report) -> None:
    """What was committed last in the data folder is what the report is made of; work elsewhere is no matter."""
    data = git("rev-parse", "HEAD")
    (repository / "khac.txt").write_text("khác", "utf-8")
    commit("Việc khác")
    code, said = call()
    assert (code, frozen().origin.commit) == (0, data)
    assert str(FIRST) in said
    assert "git commit" in said


def test_data_that_are_not_committed_are_refused(repository: Path, call: Report) -> None:
    """A report of data that nobody can find again is refused, or says openly what it is."""
    (repository / "data" / "glossary.yml").write_text("terms: []\n", "utf-8")
    code, said = call()
    assert code == 1
    assert "chưa commit" in said
    assert not FIRST.exists()
    assert call("--uncommitted")[0] == 0
    assert (frozen().origin.uncommitted, frozen().origin.commit) == (True, None)


def test_reports_that_are_not_committed_hinder_no_other(repository: Path, call: Report) -> None:
    """Reports of several periods can be frozen one after the other, of the same commit."""
    assert call(period="2026-q2")[0] == 0
    assert call()[0] == 0
    assert frozen().origin == frozen(Path(str(FIRST).replace("q3", "q2"))).origin


def test_without_git_the_digest_tells_the_data(folder: Path, call: Report) -> None:
    """Outside of a repository there is no commit; the digest changes with the data."""
    assert call()[0] == 0
    origin = frozen().origin
    assert (origin.commit, origin.uncommitted) == (None, False)
    FIRST.unlink()
    replace(folder / FIGURES, "Số liệu hư cấu.", "Số liệu bịa.")
    assert call()[0] == 0
    assert frozen().origin.digest != origin.digest


def test_the_same_data_on_the_same_day_give_the_same_bytes(repository: Path) -> None:
    """Two processes with other hash seeds, time zones and locales write the same file."""
    found = []
    for seed, zone in (("1", "Asia/Ho_Chi_Minh"), ("2", "America/Lima")):
        variables = environment(PYTHONHASHSEED=seed, TZ=zone, LC_ALL="C.UTF-8", PYTHONPATH=os.pathsep.join(sys.path))
        command = (sys.executable, "-m", "generator", "report", PLAN, PERIOD)
        subprocess.run(command, env=variables, check=True, capture_output=True)  # noqa: S603
        found.append(FIRST.read_bytes())
        FIRST.unlink()
    assert found[0] == found[1]


def test_nothing_new_is_no_new_version(
    repository: Path,
    call: Report,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Asked again, on a later day and without the number of the document, nothing is written."""
    assert (
        call("--number", "21/BC-SM", "--date", "2/10/2026", "--signer", "Lê Văn Mẫu", "--position", "Giám đốc")[0] == 0
    )
    before = FIRST.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp()) + 86_400))
    code, said = call()
    assert code == 0
    assert "không có gì đổi" in said
    assert FIRST.read_bytes() == before
    assert not SECOND.exists()


def test_other_figures_need_a_reason(repository: Path, call: Report) -> None:
    """A correction is a new version with its reason, bound to the one before; that one stays as it is."""
    assert call()[0] == 0
    before = FIRST.read_bytes()
    replace(repository / FIGURES, "satisfied: 39", "satisfied: 38")
    commit("Sửa số phiếu")
    code, said = call()
    assert code == 1
    assert "--reason" in said
    assert "Phiếu hài lòng: 39/40 → 38/40" in said
    assert not SECOND.exists()
    assert call("--reason", "Một phiếu đếm hai lần.")[0] == 0
    first, second = frozen(), frozen(SECOND)
    assert FIRST.read_bytes() == before
    assert (second.version, second.reason) == (2, "Một phiếu đếm hai lần.")
    assert second.replaces is not None
    assert (second.replaces.report, second.replaces.seal) == (first.id, first.seal)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ((PLAN, "2026-q4"), "quý IV/2026 chưa hết"),
        ((PLAN, "2021-2025"), "chỉ lập cho tháng, quý"),
        ((PLAN, "quy-3"), "không phải là một kỳ"),
        ((PLAN, "2025-q3"), "nằm ngoài thời kỳ của kế hoạch"),
        (("khong-co", PERIOD), "không có kế hoạch nào mã “khong-co”; các mã: so-mau-2026"),
        ((PLAN, PERIOD, "--as-of", "2026-09-29"), "--as-of phải từ 30/9/2026"),
        ((PLAN, PERIOD, "--as-of", "2026-12-01"), "đến 21/11/2026"),
        ((PLAN, PERIOD, "--number", "a" * 90), "so-hieu-sai"),
    ],
)
def test_what_cannot_be_frozen_is_refused(asked: tuple[str, ...], says: str, folder: Path, call: Report) -> None:
    """What is not over, not of the plan or not known is refused in Vietnamese, and nothing is written."""
    plan, period, *more = asked
    code, said = call(*more, plan=plan, period=period)
    assert code == 1
    assert says in said
    assert not (folder / "data" / "reports").exists()


def test_a_wrong_day_is_a_wrong_call(folder: Path, call: Report) -> None:
    """What is no day is told as the option that is wrong."""
    code, said = call("--as-of", "hôm qua")
    assert code == 2
    assert "--as-of" in said


def test_data_with_errors_are_not_frozen(folder: Path, call: Report) -> None:
    """The data are checked first."""
    replace(folder / FIGURES, "received: 100", "received: 101")
    code, said = call()
    assert code == 1
    assert "tong-sai" in said


def test_what_is_missing_is_said_and_not_made_up(folder: Path, call: Report) -> None:
    """A period without any figure gives a report that says what it lacks, and who would give it."""
    path = Path(str(FIRST).replace("q3", "q1"))
    assert call(period="2026-q1")[0] == 0
    record = frozen(path)
    assert (record.form, record.satisfaction, record.feedback) == (None, None, None)
    assert "Chưa có báo cáo tiến độ quý I/2026; Sở Mẫu cung cấp." in record.missing
    assert "Chưa có số hồ sơ theo biểu II.06a quý I/2026; Sở Mẫu cung cấp." in record.missing
    said = {section.title: " ".join((*section.paragraphs, *section.items)) for section in record.sections}
    assert "Chưa có số phản ánh, kiến nghị; Sở Mẫu cung cấp." in said["Tiếp nhận, xử lý phản ánh, kiến nghị"]
    assert said["Truyền thông về kiểm soát thủ tục hành chính"]
    assert all(said.values())


def test_figures_closed_after_the_period_count(folder: Path, call: Report) -> None:
    """What was closed some days after the last day of the period belongs to it, and sets the day of the report."""
    replace(folder / FIGURES, "as_of: 2026-09-30", "as_of: 2026-10-05")
    assert call()[0] == 0
    assert frozen().as_of == date(2026, 10, 5)
    assert frozen().form is not None


@pytest.mark.parametrize(
    ("kind", "first", "areas"),
    [
        ("procedure-control", "Kiểm soát quy định, đánh giá tác động của thủ tục hành chính", 0),
        ("reform", "Công tác chỉ đạo, điều hành", 9),
    ],
)
def test_the_outline_is_that_of_the_plan(kind: str, first: str, areas: int, folder: Path, call: Report) -> None:
    """Control of procedures has the sections of its decree, reform those by area; each item is told once."""
    replace(folder / f"data/plans/{PLAN}.yml", "kind: procedure-control", f"kind: {kind}")
    assert call()[0] == 0
    record = frozen()
    assert record.sections[0].title == first
    assert sum(section.level == 2 for section in record.sections) == areas
    items = [item for section in record.sections for item in section.items]
    for target in record.targets:
        assert sum(item.startswith(f"Chỉ tiêu {target.target}. ") for item in items) == 1
    assert "Thiếu người làm hồ sơ mẫu." in items
    assert "Tập huấn lại." in items
    assert "Cấp thêm kinh phí." in items


def test_small_rows_are_frozen_as_one(folder: Path, call: Report) -> None:
    """A report that merges small rows does not hold them apart, nor does its file."""
    counts = dict(zip(COLUMNS, (3, 3, 0, 0, 3, 3, 0, 0, 0, 0, 0), strict=True))
    row = "".join(f"    {name}: {count}\n" for name, count in counts.items())
    replace(folder / FIGURES, "outcomes:\n", f"  - procedure: MAU-03\n{row}outcomes:\n")
    assert call()[0] == 0
    form = frozen().form
    assert form is not None
    assert form.merged
    assert [row.name for row in form.rows] == ["Thủ tục, lĩnh vực ít hồ sơ"]
    assert form.rows[0].columns == form.total.columns
    assert form.total.columns[0] == 103


def test_a_seal_knows_every_word(folder: Path, call: Report) -> None:
    """The seal fits what was written and nothing else."""
    assert call()[0] == 0
    record = frozen()
    assert seal_of(record) == record.seal
    assert seal_of(record.model_copy(update={"missing": ()})) != record.seal
    assert seal_of(record.model_copy(update={"seal": "0" * 64})) == record.seal


def test_an_agency_bears_its_name_of_the_day(folder: Path) -> None:
    """Before the day on which it was renamed, an agency is called as it was."""
    path = folder / "data/agencies/phong-mau.yml"
    path.write_text(path.read_text("utf-8") + "former_names:\n  - {name: Phòng Cũ, until: 2026-06-30}\n", "utf-8")
    facts: Facts = check(read(Path("data")), TODAY).facts
    assert name_on("phong-mau", date(2026, 6, 30), facts) == "Phòng Cũ"
    assert name_on("phong-mau", date(2026, 7, 1), facts) == "Phòng Nghiệp vụ"


def test_periods_that_follow_on_one_another_are_one_form() -> None:
    """What was carried over is that of the first period, what is pending that of the last; the form still adds up."""
    first = dict(zip(COLUMNS, (12, 6, 4, 2, 9, 3, 6, 0, 3, 3, 0), strict=True))
    second = dict(zip(COLUMNS, (13, 8, 2, 3, 8, 8, 0, 0, 5, 4, 1), strict=True))
    records = [made(Statistics, agency="so-mau", rows=(made(DossierRow, **row),)) for row in (first, second)]
    (row,) = joined_rows(records)
    assert tuple(getattr(row, name) for name in COLUMNS) == (22, 14, 6, 2, 17, 11, 6, 0, 5, 4, 1)

"""What ``make bench`` rests on: made records like real ones, and figures that are worked out right."""

import json
from pathlib import Path
from statistics import mean, median

import pytest

from bench import figures, phrases, report
from bench.content import changed, labels
from bench.install import PACKAGE_LOCK, PYTHON_LOCK, blocks
from bench.measure import Reading, run
from bench.places import PEERS
from bench.procedures import procedure
from bench.province import Province
from bench.records import SEED, text_of, write_data
from bench.rounds import Entrant, Mode, Run
from bench.tools import peers
from generator.check import check
from generator.errors import ToolError
from generator.read import read
from tests.builds import TODAY

COUNT = 12


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of a dozen made procedures."""
    folder = tmp_path_factory.mktemp("bench") / "data"
    write_data(folder, COUNT)
    return folder


def test_made_records_are_right(made: Path) -> None:
    """Made records pass the check without an error or a warning."""
    checked = check(read(made), TODAY)
    facts = checked.facts
    assert (len(facts.procedures), len(facts.plans), checked.warnings) == (COUNT, 6, ())
    assert facts.samples and facts.legal and facts.decisions and facts.fields


def test_made_agencies_are_said_to_be_fictional(made: Path) -> None:
    """Each agency carries the mark that puts a notice on its pages."""
    assert all(agency.illustration for agency in check(read(made), TODAY).facts.agencies.values())


def test_made_records_are_the_same_each_time(made: Path, tmp_path: Path) -> None:
    """The same count makes the same files, byte by byte."""
    write_data(tmp_path, COUNT)
    files = sorted(path.relative_to(made) for path in made.rglob("*.yml"))
    assert files == sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.yml"))
    assert all((made / file).read_bytes() == (tmp_path / file).read_bytes() for file in files)


def test_made_procedures_have_the_size_of_real_ones() -> None:
    """The 1,768 of the national portal have 7.8 KB of YAML on average, 5.7 in the middle, 14 at nine of ten."""
    province = Province(400)
    sizes = sorted(len(text_of("procedures", procedure(number, province, SEED)).encode()) for number in range(1, 401))
    assert 7_000 < mean(sizes) < 8_600
    assert 5_100 < median(sizes) < 6_300
    assert 12_000 < sizes[360] < 16_500


def test_a_change_changes_a_fee_or_a_title() -> None:
    """Changes take turns, and each one differs from the last."""
    text = "title: Cấp thẻ\nfees:\n  - amount_vnd: 5000\n  - amount_vnd: 7000\n"
    assert changed(text, 0) == (text.replace("5000", "10000"), "10.000")
    assert changed(text, 1) == (text.replace("Cấp thẻ", "Cấp thẻ sửa lần 1"), "sửa lần 1")
    assert changed("title: Cấp thẻ\n", 2) == ("title: Cấp thẻ sửa lần 2\n", "sửa lần 2")


def _runs() -> list[Run]:
    """Return two rounds: ours takes 1 and 3 seconds, the peer 4 and 6."""
    took = {("ours", 0): 1.0, ("hugo", 0): 4.0, ("ours", 1): 3.0, ("hugo", 1): 6.0}
    return [
        Run(Mode.COLD, number, tool, "hugo", Reading(wall, 2 * wall, 100 * wall))
        for (tool, number), wall in took.items()
    ]


def test_ratios_are_of_runs_side_by_side() -> None:
    """A ratio is taken in each pair; its middle is the median of the pairs."""
    ours, hugo = figures.rows(_runs(), Mode.COLD)
    assert (ours.took.wall_s, ours.took.peak_mb, hugo.took.cpu_s) == (2.0, 200.0, 10.0)
    assert ours.ratios == ()
    assert hugo.ratios[0] == figures.Ratio(middle=0.375, least=0.25, most=0.5)
    assert figures.rows(_runs(), Mode.CHANGED) == ()


def test_slow_builds_are_run_in_fewer_rounds() -> None:
    """A peer whose build took more than a minute is run twice; others as often as was asked for."""
    hugo = peers()[0]
    assert [Entrant(hugo, took).rounds(5) for took in (59.0, 61.0)] == [5, 2]
    assert Entrant(hugo, 61.0).rounds(1) == 1


def _measured(procedures: int, *, real: bool = False) -> figures.Measured:
    pages = figures.Pages(middle=20 * 1024, nine_of_ten=30 * 1024, largest=90 * 1024, count=procedures)
    rows = {Mode.COLD: figures.rows(_runs(), Mode.COLD)}
    return figures.Measured(real, procedures, 9, pages, {"ours": 8, "hugo": 7}, rows, {"zensical": "không có"})


def test_aims_are_held_against_what_was_measured() -> None:
    """What was not measured is neither reached nor missed."""
    found = {aim.name: aim.reached for aim in figures.aims([_measured(2000), _measured(6500)])}
    assert found["cold-hugo"] and found["growth"] and found["page"] and found["cold-memory"]
    assert found["changed-seconds"] is None and found["cold-mkdocs"] is None
    assert all(aim.reached is None for aim in figures.aims([_measured(6500, real=True)]))


@pytest.mark.parametrize("words", [phrases.ENGLISH, phrases.VIETNAMESE])
def test_report_has_a_row_a_tool(words: phrases.Phrases) -> None:
    """A row gives medians, ratios with their spread, and how many pages were made."""
    text = report.text_of([_measured(6500)], 2, words)
    expected = "| Hugo, Markdown | 5.00 | 10.0 | 500 | 0.38 (0.25–0.50) | 0.38 (0.25–0.50) | 0.38 (0.25–0.50) | 2 | 7 |"
    assert expected.replace(".", words.point) in text
    assert "Zensical" in text and words.verdicts[True] in text


def test_report_says_of_each_tool_what_it_leaves_out() -> None:
    """Both languages speak of every tool and every aim."""
    names = {"ours", *(tool.name for tool in peers())}
    for words in (phrases.ENGLISH, phrases.VIETNAMESE):
        assert set(words.each) == names == set(phrases.NAMES)
        assert set(words.aims) == {aim.name for aim in figures.aims([])}
        assert set(words.modes) == set(Mode)


def test_json_has_each_run() -> None:
    """Programs find the figures and every single run."""
    found = json.loads(report.json_of([_measured(500)], {"500": _runs()}))
    assert len(found["runs"]["500"]) == 4 and found["sets"][0]["rows"]["cold"][1]["tool"] == "hugo"


def test_a_run_is_measured(tmp_path: Path) -> None:
    """Wall time, processor time and memory are those of the command and all below it."""
    reading = run(["sh", "-c", "sleep 0.1; echo xong"], tmp_path, {"PATH": "/usr/bin:/bin"}, 5)
    assert 0.1 <= reading.wall_s < 5
    assert 0 <= reading.cpu_s < reading.wall_s
    assert reading.peak_mb > 0


def test_a_run_that_fails_says_why(tmp_path: Path) -> None:
    """The last lines that a tool said stand in the message; one that takes too long is stopped."""
    with pytest.raises(ToolError, match=r"không tạo được trang\s+hỏng"):
        run(["sh", "-c", "echo hỏng; exit 3"], tmp_path, {"PATH": "/usr/bin:/bin"}, 5)
    with pytest.raises(ToolError, match="quá lâu"):
        run(["sleep", "5"], tmp_path, {"PATH": "/usr/bin:/bin"}, 0.1)


def test_each_peer_has_a_set_up_and_is_locked() -> None:
    """Every peer has its folder; what is installed has hashes and names no registry."""
    assert all((PEERS / tool.name).is_dir() for tool in peers())
    locked = blocks(PYTHON_LOCK.read_text(encoding="utf-8"))
    assert {"hugo", "zensical"} <= set(locked)
    assert all("--hash=sha256:" in text for text in locked.values())
    packages = json.loads(PACKAGE_LOCK.read_text(encoding="utf-8"))["packages"]
    assert not any("resolved" in package for package in packages.values())


def test_templates_of_others_know_our_words() -> None:
    """Closed lists come with their Vietnamese words."""
    assert labels()["ChannelKind"]["online"] == "Trực tuyến"

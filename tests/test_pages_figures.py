"""Pages of statistics, comparisons and scores: what they say of small numbers, gaps, and the way to a better score."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator import urls
from generator.facts import Facts
from generator.model.times import Period
from generator.pages import comparisons, figures, scores
from generator.pages.base import Draft
from generator.pages.drawings import short_name
from generator.render import Page, render

MERGED = urls.statistics("so-khac-mau", "2026-q3")
FEW = urls.statistics("so-khac-mau", "2026-q1")
OVER_TIME = urls.statistics_of("so-khac-mau")
COMPARED = urls.comparison("ubnd-mau", "2026-q3")


@pytest.fixture(scope="module")
def pages(sample_facts: Facts) -> dict[str, Page]:
    """Return the pages of ``tests/sample`` by path."""
    return {page.path: page for page in render(sample_facts) if isinstance(page, Page)}


def lines_with(page: Page, text: str) -> list[str]:
    """Return the lines of a page in which a text stands, with plain blanks."""
    return [line for line in page.body.replace("&nbsp;", " ").splitlines() if text in line]


def strings(value: Any) -> Iterator[str]:
    """Yield each text inside front matter."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)
    else:
        yield str(value)


def test_small_rows_are_one_on_every_page(pages: dict[str, Page]) -> None:
    """40, 3 and 9 dossiers: 40 and 12 are shown, in the table, in the chart and over the periods; 3 nowhere."""
    page = pages[MERGED]
    (rest,) = lines_with(page, "| Thủ tục, lĩnh vực ít hồ sơ |")
    assert [cell.strip() for cell in rest.split("|")][2:4] == ["12", "5"]
    assert "Xác nhận lại giấy mẫu" not in page.body
    assert not any("Xác nhận lại giấy mẫu" in text for text in strings(page.meta))
    (line,) = lines_with(pages[OVER_TIME], "| Thủ tục, lĩnh vực ít hồ sơ |")
    assert "12 · 91,7 %" in line
    assert "Xác nhận lại giấy mẫu" not in pages[OVER_TIME].body


def test_a_period_of_four_dossiers_tells_no_number(pages: dict[str, Page]) -> None:
    """No table of the form, no numerator, and the words that say why."""
    page = pages[FEW]
    assert "dưới 5 hồ sơ: không nêu từng số" in page.body
    assert lines_with(page, "| Hồ sơ giải quyết đúng hạn |")[0].count("dưới 5, không nêu tỉ lệ") == 1
    assert not re.search(r"\b4/4\b", page.body)


def test_nothing_arose_is_neither_0_nor_100_percent(pages: dict[str, Page]) -> None:
    """A denominator of 0 says so; what was not told says that instead."""
    page = pages[MERGED]
    assert "không phát sinh" in lines_with(page, "| Hồ sơ được số hóa |")[0]
    assert "chưa có số liệu" in lines_with(page, "| Kết quả có bản điện tử |")[0]


def test_a_gap_between_periods_is_said(pages: dict[str, Page]) -> None:
    """The second quarter is missing: the top of the page says so, and each table has its row."""
    page = pages[OVER_TIME]
    assert "**Chưa có số liệu** của quý II/2026" in page.body
    assert len(lines_with(page, "| quý II/2026 | chưa có số liệu |")) == len(figures.SECTIONS)


def test_a_year_does_not_tell_what_a_quarter_hides(pages: dict[str, Page]) -> None:
    """4 resolved in the first quarter are hidden, 48 in the third shown: their sum of 52 stands nowhere."""
    assert "51/52" not in pages[OVER_TIME].body
    (row,) = lines_with(pages[OVER_TIME], "| Hồ sơ giải quyết đúng hạn | không nêu")
    assert "dưới 5" in row


def test_bodies_are_compared_with_their_denominators(pages: dict[str, Page]) -> None:
    """98,9 % of 95 before 97,9 % of 48; completeness beside them; each value leads to its record."""
    page = pages[COMPARED]
    rows = lines_with(page, "](../../thong-ke/so-mau/2026-q3.md)")
    assert "| Sở Mẫu | 1/2 | [98,9 %]" in rows[0]
    assert "| 94/95 |" in rows[0]
    assert "| Sở Khác | 2/2 | [97,9 %](../../thong-ke/so-khac-mau/2026-q3.md) | 47/48 |" in page.body.replace(
        "&nbsp;", " "
    )
    assert "2/3 quý, thiếu quý I/2026" in page.body


def test_small_denominators_stand_apart(pages: dict[str, Page]) -> None:
    """20 ballots beside 40 are alone in their group; 4 paid dossiers tell no share."""
    page = pages[COMPARED]
    assert any("từ 5 đến 29" in line for line in lines_with(page, "18/20"))
    assert any("mẫu số dưới 5" in line for line in lines_with(page, "| Sở Khác |"))
    assert "3/4" not in page.body


def test_a_lost_point_leads_to_its_task_and_proof(pages: dict[str, Page]) -> None:
    """3,5 points lost, the task done with evidence: 70,5 would be 74; the score of the target's rank is not known."""
    page = pages[urls.assessment("so-mau-2025")]
    assert "Việc [1](../ke-hoach/so-mau-2026.md): Lập hồ sơ mẫu **Xong, có minh chứng**" in page.body
    assert "[20/BC-SM ngày 10/3/2026](https://example.org/20)" in page.body
    assert "| Việc khắc phục xong, có minh chứng | +3,5 | 74 |" in page.body
    assert "Điểm của đơn vị hạng 2 không có trong nguồn" in page.body
    assert "Cộng điểm các nhóm được 6,5/10, lệch 64 điểm so với tổng công bố 70,5/100" in page.body


def test_two_years_stand_beside_each_other(pages: dict[str, Page]) -> None:
    """The later year has what changed by group; the earlier one leads to it."""
    assert "| Kiểm soát thủ tục | 5,5/10 | 6,5/10 | +1 |" in pages[urls.assessment("so-mau-2025")].body
    assert "(so-mau-2025.md)" in pages[urls.assessment("so-mau-2024")].body
    assert "Từng nhóm" not in pages[urls.assessment("so-mau-2024")].body


def test_a_year_without_an_index_is_a_gap(pages: dict[str, Page]) -> None:
    """2023 and 2025 are there, 2024 is not: its row says so, and the lines have three periods."""
    page = pages[urls.ASSESSMENTS]
    assert "| 2024 | chưa có số liệu | chưa có số liệu |" in page.body
    (drawn,) = page.meta["charts"].values()
    assert [each["title"] for each in drawn] == ["PAR INDEX: điểm", "PAR INDEX: hạng"]


def test_every_figure_leads_to_its_record(pages: dict[str, Page]) -> None:
    """Over its periods, each period of an agency leads to the record it was taken from."""
    targets = set(re.findall(r"\]\(([^)]*)\)", pages[urls.statistics_of("so-mau")].body))
    assert {"so-mau/2026-q2.md", "so-mau/2026-q3.md"} <= targets


def test_pages_say_whether_they_are_made_up(pages: dict[str, Page]) -> None:
    """All of the sample's agencies are fictional: so are their figures."""
    assert all(pages[each].meta["notice"] for each in (MERGED, OVER_TIME, COMPARED, urls.assessment("so-mau-2025")))


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2026-q3", "QIII/26"),
        ("2026-m03", "T3/26"),
        ("2026-h2", "Cuối 2026"),
        ("2026-9m", "9T/26"),
        ("2026", "2026"),
        ("2021-2025", "2021-2025"),
    ],
)
def test_periods_have_short_names(period: str, name: str) -> None:
    """An axis has room for a few letters."""
    assert short_name(Period(period)) == name


def test_charts_stand_below_headings_of_their_page(sample_facts: Facts) -> None:
    """Each chart names a heading that its page has; the build refuses others."""
    made = (
        *figures.of_agency("so-mau", sample_facts),
        *comparisons.comparison("ubnd-mau", Period("2026-q3"), sample_facts),
        *scores.assessments(sample_facts),
    )
    pages = [each for each in made if isinstance(each, Draft)]
    assert len(pages) == 3
    assert all(each.meta["charts"] for each in pages)

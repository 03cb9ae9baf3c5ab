"""Charts: where things stand in a drawing, what is said of them, and that each has its heading."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html  # type: ignore[import-untyped]

from generator import charts
from generator.charts import (
    Bullet,
    BulletRow,
    Chart,
    Figure,
    Good,
    Part,
    Parts,
    PartsRow,
    Road,
    Series,
    Span,
    Step,
    Timeline,
    Trend,
)
from generator.charts.draw import plain, share, steps, textures
from generator.errors import BuildError
from generator.facts import Facts
from generator.html import to_html
from generator.render import Page, render
from generator.tones import TONES
from tests import gallery
from tests.test_valid import mistakes

numbers = st.decimals(min_value=-(10**15), max_value=10**15, places=6)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def shapes_of(chart: Chart) -> Iterator[list[Any]]:
    """Yield every shape of a chart, with those inside of others."""
    rows = [row["shapes"] for group in chart.get("groups", ()) for row in group["rows"]]
    waiting = [*chart.get("shapes", ()), *chart.get("grid", ()), *(each for row in rows for each in row)]
    while waiting:
        shape = waiting.pop()
        yield shape
        if len(shape) > 2 and not isinstance(shape[2], str):
            waiting += shape[2]


def percents(chart: Chart) -> list[float]:
    """Return every share that a chart draws at."""
    found = [value for shape in shapes_of(chart) for value in shape[1].values() if str(value).endswith("%")]
    return [float(each[:-1]) for each in found]


def named(shapes: list[list[Any]], name: str) -> list[dict[str, str]]:
    """Return the attributes of the shapes of a look."""
    return [each[1] for each in shapes if f"mb-chart__{name}" in each[1].get("class", "").split()]


def row(**keys: Any) -> BulletRow:
    """Return a target of at least 80 percent."""
    usual = {"text": "Trực tuyến", "goal": "≥ 80 %", "goals": (80,), "state": "Chưa đạt", "tone": "soon", "full": 100}
    return BulletRow(**{**usual, **keys})


def drawn(one: BulletRow) -> dict[str, Any]:
    """Return a single row of a bullet chart."""
    found: dict[str, Any] = charts.bullet(Bullet("Thử", (one,)))["groups"][0]["rows"][0]
    return found


def figure(value: str) -> Figure:
    """Return a value said as it is written."""
    return Figure(Decimal(value), value)


@pytest.mark.parametrize(
    ("value", "written"),
    [("0", "0"), ("-0.04", "0"), ("12.25", "12.2"), ("12.35", "12.4"), ("99.96", "100"), ("7", "7"), ("1E+3", "1000")],
)
def test_places_are_written_alike_everywhere(value: str, written: str) -> None:
    """One digit after the point, halves to the even one, no zero that says nothing."""
    assert plain(Decimal(value)) == written


@given(numbers, numbers, numbers)
def test_shares_stay_within_the_drawing(value: Decimal, low: Decimal, high: Decimal) -> None:
    """Whatever the values, nothing is drawn outside."""
    assert 0 <= share(value, low, high) <= 100


@given(numbers, numbers)
def test_axes_hold_what_is_drawn(one: Decimal, other: Decimal) -> None:
    """Round steps of the same size that begin at or below the lowest value and end at or above the highest."""
    low, high = sorted((one, other))
    found = steps(low, high)
    assert found[0] <= low <= high <= found[-1]
    assert len({b - a for a, b in pairwise(found)}) == 1
    assert 2 <= len(found) <= 7


def test_a_target_is_drawn_with_its_goal_and_its_values() -> None:
    """The counted and the reported value lie side by side, the goal is a line, the good side hatched to the end."""
    found = drawn(row(counted=figure("62.5"), reported=figure("70"), baseline=figure("40")))
    (counted,), (reported,) = named(found["shapes"], "counted"), named(found["shapes"], "reported")
    assert (counted["x"], counted["width"], reported["width"]) == ("0%", "62.5%", "70%")
    assert counted["y"] != reported["y"]
    assert [each["x1"] for each in named(found["shapes"], "goal")] == ["80%"]
    (zone,) = named(found["shapes"], "zone")
    assert (zone["x"], zone["width"]) == ("80%", "20%")
    assert [each["x"] for each in named(found["shapes"], "base")] == ["40%"]
    assert found["words"] == "cần ≥ 80 % · đếm được 62.5 · báo cáo 70 · mốc xuất phát 40"
    assert found["tag"] == "Chưa đạt"


@pytest.mark.parametrize(
    ("good", "goals", "zone"),
    [
        (Good.ABOVE, (80,), ("80%", "20%")),
        (Good.BELOW, (5,), ("0%", "5%")),
        (Good.BETWEEN, (10, 5), ("5%", "5%")),
        (Good.AT, (3,), None),
    ],
)
def test_the_good_side_is_hatched(good: Good, goals: tuple[int, ...], zone: tuple[str, str] | None) -> None:
    """Where higher is better, lower is better, or between; an exact goal is its line alone."""
    found = drawn(row(good=good, goals=goals, counted=figure("50")))["shapes"]
    assert [(each["x"], each["width"]) for each in named(found, "zone")] == ([zone] if zone else [])
    assert len(named(found, "goal")) == len(goals)


def test_no_value_does_not_look_like_nothing_done() -> None:
    """Without a value there is the goal alone, and the words; 0 has a track and a stub at its place."""
    silent, zero = drawn(row(tone="none")), drawn(row(reported=figure("0")))
    assert not any(named(silent["shapes"], name) for name in ("track", "zone", "counted", "reported", "cap"))
    assert [each["x1"] for each in named(silent["shapes"], "goal")] == ["80%"]
    assert silent["words"] == "cần ≥ 80 % · chưa có số liệu"
    assert [each["x1"] for each in named(zero["shapes"], "cap")] == ["0%"]
    assert len(named(zero["shapes"], "track")) == 1


def test_values_below_zero_go_to_the_other_side() -> None:
    """The bar ends at 0, which has a line of its own."""
    found = drawn(row(goals=(2,), counted=figure("-3"), full=None))["shapes"]
    (bar,), (zero,) = named(found, "counted"), named(found, "zero")
    assert bar["x"] == "0%"
    assert bar["width"] == zero["x1"] != "0%"


def test_a_percentage_above_a_hundred_still_fits() -> None:
    """The scale grows; the goal moves along."""
    found = drawn(row(counted=figure("160")))["shapes"]
    assert named(found, "counted")[0]["width"] == "100%"
    assert named(found, "goal")[0]["x1"] == "50%"


@given(st.lists(numbers, min_size=1, max_size=2), st.none() | numbers, st.none() | numbers, st.sampled_from(Good))
def test_bullets_stay_within_the_drawing(
    goals: list[Decimal], counted: Decimal | None, baseline: Decimal | None, good: Good
) -> None:
    """Negative, huge and equal values included; the same values give the same drawing."""
    given_row = row(
        goals=tuple(goals),
        good=good,
        full=None,
        counted=None if counted is None else Figure(counted, "a"),
        baseline=None if baseline is None else Figure(baseline, "b"),
    )
    chart = charts.bullet(Bullet("Thử", (given_row,)))
    assert all(0 <= each <= 100 for each in percents(chart))
    assert chart == charts.bullet(Bullet("Thử", (replace(given_row),)))


def whole(*counts: int, total: int | None = None) -> PartsRow:
    """Return a whole with parts of three labels, two of them in one tone."""
    looks = (("Xong", "ok"), ("Báo xong", "soon"), ("Sắp hạn", "soon"))
    found = tuple(Part(label, count, tone) for (label, tone), count in zip(looks, counts, strict=False))
    return PartsRow("Phòng", sum(counts) if total is None else total, found)


def test_parts_lie_end_to_end_and_differ_without_colours() -> None:
    """Each begins where the last one ended; two in one tone have two textures; the key names them all."""
    chart = charts.parts(Parts("Thử", (whole(1, 2, 5, total=10),)))
    (found,) = chart["groups"][0]["rows"]
    boxes = named(found["shapes"], "part")
    assert [(each["x"], each["width"]) for each in boxes] == [("0%", "10%"), ("10%", "20%"), ("30%", "50%")]
    assert len({each["fill"] for each in named(found["shapes"], "texture")}) == 2
    assert [each[2] for each in chart["shapes"] if each[0] == "text"] == ["Xong", "Báo xong", "Sắp hạn"]
    assert found["words"] == "10 việc: 1 xong; 2 báo xong; 5 sắp hạn"


def test_wholes_can_be_drawn_as_long_as_they_are_large() -> None:
    """A whole of 5 is half as long as one of 10; each fills its row where shares are compared."""
    rows = (whole(10), whole(5))
    for absolute, width in ((True, "50%"), (False, "100%")):
        chart = charts.parts(Parts("Thử", rows, absolute=absolute))
        assert named(chart["groups"][0]["rows"][1]["shapes"], "part")[0]["width"] == width


def test_a_whole_of_nothing_says_so() -> None:
    """No track, no division by 0."""
    chart = charts.parts(Parts("Thử", (whole(0, 0),)))
    assert chart["groups"][0]["rows"][0]["shapes"] == []
    assert chart["groups"][0]["rows"][0]["words"] == "không phát sinh"
    assert charts.parts(Parts("Thử", ()))["desc"] == "Chưa có số liệu."


@given(st.lists(st.tuples(*[st.integers(-5, 10**9)] * 3, st.integers(0, 10**9)), max_size=4), st.booleans())
def test_parts_stay_within_the_drawing(counts: list[tuple[int, int, int, int]], absolute: bool) -> None:  # noqa: FBT001
    """More parts than the whole, negative counts, large ones."""
    rows = tuple(whole(*each[:3], total=each[3]) for each in counts)
    assert all(0 <= each <= 100 for each in percents(charts.parts(Parts("Thử", rows, absolute=absolute))))


def test_long_labels_fit_the_key() -> None:
    """Words in a drawing do not wrap, so they are cut; the row says them whole."""
    label = "Nhãn dài " * 20
    chart = charts.parts(Parts("Thử", (PartsRow("Phòng", 1, (Part(label, 1, "ok"),)),)))
    (told,) = [each[2] for each in chart["shapes"] if each[0] == "text"]
    assert len(told) <= 48
    assert label[1:] in chart["groups"][0]["rows"][0]["words"]


def test_textures_are_kept_by_label() -> None:
    """A tone's own texture first, the next free one for another label of the tone."""
    assert textures([("a", "ok"), ("b", "soon"), ("c", "soon"), ("a", "ok")]) == {"a": 0, "b": 1, "c": 2}
    many = textures([(str(number), "ok") for number in range(9)])
    assert len({many[str(number)] for number in range(6)}) == 6


def trend(*values: Decimal | int | None, **keys: Any) -> Chart:
    """Return the chart of one line."""
    periods = tuple(f"năm {2018 + place}" for place in range(len(values)))
    return charts.trend(
        Trend(**{"title": "Thử", "periods": periods, "series": (Series("A", values),), "unit": "%", **keys})
    )


def dots(chart: Chart) -> list[tuple[float, float]]:
    """Return where the values of a line stand, from left to right."""
    found = named(chart["shapes"], "dot")
    return sorted((float(each["x"]), float(each["y"])) for each in found)


def test_a_line_has_gaps_where_there_is_no_value() -> None:
    """Each piece begins anew; each value has its mark; the last known one is said."""
    chart = trend(10, 20, None, 40, None)
    (path,) = named(chart["shapes"], "path")
    assert re.findall(r"[ML]", path["d"]) == ["M", "L", "M"]
    assert len(dots(chart)) == 3
    assert [each[2] for each in chart["shapes"] if "mb-chart__last" in each[1].get("class", "")] == ["40 %"]
    assert chart["desc"] == "Cao nhất 40 % (năm 2021), thấp nhất 10 % (năm 2018), gần nhất 40 % (năm 2021)."


def test_ranks_have_the_first_on_top() -> None:
    """A better rank stands higher, and the words call it better; the axis begins with 1."""
    chart = trend(18, 5, 9, unit="hạng", reversed=True, goal=3)
    ys = [y for _x, y in dots(chart)]
    assert ys[1] < ys[2] < ys[0]
    assert "1" in [each[2] for each in chart["shapes"] if each[0] == "text"]
    assert chart["desc"] == (
        "Kém nhất hạng 18 (năm 2018), tốt nhất hạng 5 (năm 2019), gần nhất hạng 9 (năm 2020). Mục tiêu hạng 3."
    )
    assert float(named(chart["shapes"], "aim")[0]["y1"]) < min(ys)


def test_higher_values_stand_higher() -> None:
    """Without ranks it is the other way round; a goal is within the drawing though it is beyond all values."""
    chart = trend(18, 5, 9, goal=50)
    ys = [y for _x, y in dots(chart)]
    assert ys[0] < ys[2] < ys[1]
    assert 0 < float(named(chart["shapes"], "aim")[0]["y1"]) < ys[0]


def test_one_value_and_none() -> None:
    """One value is a mark in the middle; without any there is nothing to draw but the words."""
    assert len(dots(trend(86))) == 1
    assert dots(trend(0, None)) != []
    nothing = trend(None, None)
    assert (nothing["desc"], nothing["note"]) == ("Chưa có số liệu.", "Chưa có số liệu.")
    assert "shapes" not in nothing


def test_lines_differ_by_their_marks_and_their_ends_do_not_meet() -> None:
    """Three lines that end at the same height: three forms, names at least as far apart as they are high."""
    series = tuple(Series(name, (1, place)) for place, name in enumerate(("A", "B", "C"), 5))
    chart = charts.trend(Trend("Thử", ("a", "b"), series, "%"))
    assert len({each["href"] for each in named(chart["shapes"], "dot")}) == 3
    ys = sorted(float(each["y"]) for each in named(chart["shapes"], "last"))
    assert all(below - above >= 24.9 for above, below in pairwise(ys))
    assert [each["name"] for each in chart["legend"]] == ["A", "B", "C"]


@given(st.lists(st.none() | numbers, min_size=1, max_size=30), st.none() | numbers, st.booleans())
def test_lines_stay_within_the_drawing(values: list[Decimal | None], goal: Decimal | None, ranks: bool) -> None:  # noqa: FBT001
    """Whatever the values, all that has a place is in the picture."""
    chart = trend(*values, goal=goal, reversed=ranks)
    if any(each is not None for each in values):
        assert all(0 <= x <= 340 and 0 <= y <= 180 for x, y in dots(chart))
        assert len(dots(chart)) == sum(each is not None for each in values)


def span(start: date | None, end: date | None, **keys: Any) -> Span:
    """Return something to be done."""
    return Span(
        **{"text": "1. Việc", "who": "Phòng", "start": start, "end": end, "state": "Đang làm", "tone": "brand", **keys}
    )


def spans(*rows: Span, first: date = YEAR[0], last: date = YEAR[1], today: date | None = None) -> Chart:
    """Return a timeline."""
    return charts.timeline(Timeline("Thử", rows, first, last, today))


def test_a_span_lies_between_its_days() -> None:
    """From the beginning of its first day to the end of its last; a day alone is a mark; what has no end is open."""
    july = date(2026, 7, 1)
    chart = spans(span(YEAR[0], YEAR[1]), span(None, YEAR[1]), span(july, None), span(None, None))
    whole_year, alone, open_end, unknown = (each["shapes"] for each in chart["groups"][0]["rows"])
    assert [(each["x"], each["width"]) for each in named(whole_year, "part")] == [("0%", "100%")]
    assert named(alone, "part") == []
    assert named(alone, "mark")[0]["x"] == "100%"
    (box,) = named(open_end, "open")
    assert (box["x"], box["width"]) == ("49.6%", "50.4%")
    assert named(open_end, "mark") == []
    assert unknown == []


@pytest.mark.parametrize(
    ("last", "names"),
    [
        (date(2026, 3, 31), ["tháng 1", "tháng 2", "tháng 3"]),
        (date(2026, 12, 31), ["quý I", "quý II", "quý III", "quý IV"]),
        (date(2028, 12, 31), ["2026", "2027", "2028"]),
        (date(2030, 12, 31), ["2026", "2027", "2028", "2029", "2030"]),
    ],
)
def test_the_axis_names_months_quarters_or_years(last: date, names: list[str]) -> None:
    """What fits a phone; today has a line and its day only where it is within."""
    chart = spans(span(*YEAR), last=last, today=date(2026, 2, 1))
    told = [each[2] for each in chart["shapes"]]
    assert told == [*names, "hôm nay 1/2/2026"]
    outside = spans(span(*YEAR), last=last, today=last + timedelta(days=1))
    assert named(outside["grid"], "now") == []
    assert [each[2] for each in outside["shapes"]] == names


@given(days, st.integers(1, 40_000), st.none() | days)
def test_names_on_the_axis_do_not_meet(first: date, length: int, today: date | None) -> None:
    """Whatever the time, names have room before the next one and before the end; quarters are named rightly."""
    last = min(first + timedelta(days=length), date(9000, 1, 1))
    chart = spans(first=first, last=last, today=today)
    places = [float(each[1]["x"][:-1]) for each in chart["shapes"] if each[1]["y"] == "0.95em"]
    assert all(after - before >= 7.9 for before, after in pairwise([*places, 100.0]))


def test_a_quarter_that_has_begun_is_named_where_it_has_room() -> None:
    """From the middle of a quarter its rest is named; its last days are not."""
    for first, names in (
        (date(2026, 2, 10), ["quý I", "quý II", "quý III", "quý IV"]),
        (date(2026, 3, 25), ["quý II", "quý III", "quý IV"]),
    ):
        chart = spans(first=first)
        assert [each[2] for each in chart["shapes"]] == names


def test_many_rows_are_folded_by_group() -> None:
    """Seventy rows of five groups are folded, with what each group holds; a few are not."""
    rows = tuple(span(None, YEAR[1], group=f"Nhóm {place // 14}") for place in range(70))
    chart = spans(*rows)
    assert chart["folded"]
    assert [len(each["rows"]) for each in chart["groups"]] == [14] * 5
    assert chart["groups"][0]["about"] == "14 việc: 14 đang làm"
    assert not spans(*rows[:20])["folded"]
    assert not spans(*(replace(each, group="") for each in rows))["folded"]


@given(st.none() | days, st.none() | days, days, days, days)
def test_spans_stay_within_the_drawing(
    start: date | None, end: date | None, one: date, other: date, today: date
) -> None:
    """Days before and after the span, ends before starts, and spans of a day included."""
    chart = spans(span(start, end), first=min(one, other), last=max(one, other), today=today)
    assert all(0 <= each <= 100 for each in percents(chart))


def test_a_road_goes_from_score_to_score() -> None:
    """Each step begins where the last one ended, down as well as up; the goal is a line; the words sum up."""
    some = (Step("Một", 5, "+5", "ok"), Step("Hai", -2, "−2", "late"), Step("Ba", 0, "0", "none"))
    chart = charts.road(Road("Thử", figure("70"), some, figure("80")))
    rows = chart["groups"][0]["rows"]
    ends = [[(each["x"], each["width"]) for each in named(one["shapes"], "part")] for one in rows]
    assert ends == [[], [("0%", "50%")], [("30%", "20%")], [], []]
    assert [one["words"] for one in rows] == ["70", "+5 → 75 điểm", "−2 → 73 điểm", "0 → 73 điểm", "73 điểm"]
    assert [each["x1"] for each in named(chart["grid"], "goal")] == ["100%"]
    assert chart["desc"] == "Hiện nay 70; sau 3 bước: 73 điểm. Mục tiêu 80: còn thiếu 7 điểm."


@given(numbers, st.lists(numbers, max_size=6), st.none() | numbers)
def test_roads_stay_within_the_drawing(start: Decimal, values: list[Decimal], goal: Decimal | None) -> None:
    """Whatever the steps; one that leads nowhere has no box."""
    some = tuple(Step("Bước", each, "x", "ok") for each in values)
    chart = charts.road(Road("Thử", Figure(start, "a"), some, None if goal is None else Figure(goal, "b")))
    assert all(0 <= each <= 100 for each in percents(chart))
    assert len(chart["groups"][0]["rows"]) == (len(values) + 2 if values else 1)


def headings_of(markdown: str) -> list[tuple[int, str, str]]:
    """Return the headings of a page as it is published."""
    return [(each.level, each.anchor, each.title) for each in to_html(markdown, str, TONES).headings]


def test_charts_stand_below_the_heading_of_their_title() -> None:
    """Titles become anchors as those of headings do; titles of one anchor share it; ids are unique."""
    chart = gallery.road()
    below = charts.below({"Đường đi": [chart, chart], "đường đi!": [chart], "…": [chart], "Không": []})
    assert list(below) == ["duong-di", "muc"]
    ids = [each["id"] for each_list in below.values() for each in each_list]
    assert ids == ["bd--duong-di-1", "bd--duong-di-2", "bd--duong-di-3", "bd--muc-1"]
    charts.check("a.md", below, headings_of("## Đường đi\n\n## …\n"))


@pytest.mark.parametrize(
    "headings",
    [[], [(1, "a", "A")], [(2, "b", "B")], [(3, "a", "A"), (2, "b", "B")]],
    ids=["none", "title", "other", "in the intro"],
)
def test_a_chart_without_its_heading_fails_the_build(headings: list[tuple[int, str, str]]) -> None:
    """It would be drawn nowhere, so nobody would miss it."""
    with pytest.raises(BuildError, match=r"a\.md: .*: a$"):
        charts.check("a.md", ["a"], headings)


@pytest.mark.parametrize("records", ["real_facts", "sample_facts"])
def test_every_chart_of_every_page_has_its_heading(records: str, request: pytest.FixtureRequest) -> None:
    """Each page of the repository's own records and of the sample; some do have charts."""
    facts: Facts = request.getfixturevalue(records)
    with_charts = [page for page in render(facts) if isinstance(page, Page) and "charts" in page.meta]
    assert {page.meta["kind"] for page in with_charts} >= {"home", "plan"}
    for page in with_charts:
        charts.check(page.path, page.meta["charts"], headings_of(page.body))


def test_drawings_are_valid_html_below_their_headings(gallery_build: Path) -> None:
    """Every kind at once: valid, and each chart is named, described and stands where it should."""
    page = gallery_build / gallery.PAGE / "index.html"
    assert mistakes(page) == (1, [])
    content = lxml_html.parse(str(page)).getroot().find_class("mb-content")[0]
    assert [
        (each.tag, each.get("class"), each.get("id")) for each in content if each.tag in {"h2", "h3", "figure"}
    ] == [
        ("h2", None, "chi-tieu"),
        ("figure", "mb-chart mb-chart--bullet", None),
        ("h3", None, "viec"),
        ("figure", "mb-chart mb-chart--parts", None),
        *[("figure", "mb-chart mb-chart--timeline", None)] * 3,
        ("h3", None, "xu-huong"),
        *[("figure", "mb-chart mb-chart--trend", None)] * 4,
        ("h2", None, "lo-trinh"),
        ("figure", "mb-chart mb-chart--road", None),
        ("h2", None, "khong-ve"),
        ("h2", None, "sau-cung"),
        ("figure", "mb-chart mb-chart--bullet", None),
    ]
    for figure in content.find_class("mb-chart"):
        (drawing,) = figure.xpath(".//svg[@role='img']")
        names = [content.get_element_by_id(each).text_content() for each in drawing.get("aria-labelledby").split()]
        assert len(names) == 2
        assert all(names)
        assert not figure.xpath(".//svg[not(@role) and not(@aria-hidden) and not(ancestor::svg)]")
        assert not figure.xpath(".//*[@style]")


def test_what_a_chart_says_is_text(gallery_build: Path) -> None:
    """Words from records cannot become a part of the page."""
    text = (gallery_build / gallery.PAGE / "index.html").read_text("utf-8")
    assert gallery.HOSTILE not in text
    assert escape(gallery.HOSTILE, quote=True).replace("&quot;", "&#34;").replace("&#x27;", "&#39;") in text

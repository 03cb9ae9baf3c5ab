"""Charts: from typed values to what a page's front matter holds, with every place computed.

A chart is drawn right below a heading of its page, above the table or list that says the same: the page stays plain
Markdown, and no fact stands in the chart alone.  Pages call ``below`` with the charts of each heading.
"""

from collections.abc import Iterable, Mapping
from itertools import dropwhile

from generator.charts.bars import Bullet, BulletRow, Figure, Good, Part, Parts, PartsRow, bullet, parts
from generator.charts.draw import Chart
from generator.charts.spans import Road, Span, Step, Timeline, road, timeline
from generator.charts.trend import Series, Trend, trend
from generator.errors import BuildError
from generator.fold import anchor_of

__all__ = [
    "Bullet",
    "BulletRow",
    "Chart",
    "Figure",
    "Good",
    "Part",
    "Parts",
    "PartsRow",
    "Road",
    "Series",
    "Span",
    "Step",
    "Timeline",
    "Trend",
    "below",
    "bullet",
    "check",
    "parts",
    "road",
    "timeline",
    "trend",
]


def below(charts: Mapping[str, Iterable[Chart]]) -> dict[str, list[Chart]]:
    """Return the front matter entry ``charts`` from the titles of headings and the charts that stand below each."""
    placed: dict[str, list[Chart]] = {}
    for title, each_chart in charts.items():
        anchor = anchor_of(title)
        for chart in each_chart:
            under = placed.setdefault(anchor, [])
            # No anchor of a heading has two hyphens in a row, so no other id of the page is the same.
            under.append({"id": f"bd--{anchor}-{len(under) + 1}", **chart})
    return placed


def check(path: str, charts: Iterable[str], headings: Iterable[tuple[int, str, str]]) -> None:
    """Raise ``BuildError`` for a chart whose heading the page lacks: it would be drawn nowhere."""
    from_first = dropwhile(lambda each: each[0] != 2, headings)  # what stands above the first h2 is the intro
    lost = sorted(set(charts).difference(anchor for level, anchor, _title in from_first if level in {2, 3}))
    if lost:
        message = f"{path}: biểu đồ không có đề mục để đứng dưới: {', '.join(lost)}"
        raise BuildError(message)

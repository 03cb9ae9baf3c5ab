"""Pages that compare the bodies under one agency, indicator by indicator."""

from generator import urls, words
from generator.derive.scorecard import Division, Row, periods_compared, scorecard
from generator.facts import Facts
from generator.model.times import Period
from generator.pages.base import Draft, Products, action, crumb, head, shorten

COMPARISONS = crumb("So sánh", urls.COMPARISONS)


def comparisons(facts: Facts) -> Products:
    """Yield the list of comparisons, by the agency above."""
    found = [(facts.agencies[key], periods_compared(key, facts)) for key in facts.agencies]
    meta = head(
        "comparisons",
        "So sánh các cơ quan",
        "Các cơ quan cùng loại, cùng cấp trên, so từng chỉ số, có mẫu số và mức đầy đủ của dữ liệu.",
    )
    yield Draft(urls.COMPARISONS, "comparisons.md", meta, {"found": [each for each in found if each[1]]})


def comparison(above: str, period: Period, facts: Facts) -> Products:
    """Yield the comparison of the bodies under an agency for a period."""
    card = scorecard(above, period, facts)
    title = f"So sánh các cơ quan thuộc {card.above.name}, {words.period(period)}"
    bodies = sum(len(division.members) for division in card.divisions)
    meta = head(
        "report",
        title,
        shorten(f"{bodies} cơ quan thuộc {card.above.name}, so từng chỉ số {words.period(period)}."),
        crumbs=[COMPARISONS, crumb(card.above.name, urls.agency(above))],
        actions=[action("Mọi kỳ so sánh", urls.COMPARISONS)],
        illustration=facts.is_illustration(above),
    )
    context = {
        "title": title,
        "card": card,
        "period": period,
        "heading": lambda division, table: heading_of(division, table.formula.metric.label, len(card.divisions)),
        "records_of": lambda row: records_of(row, facts),
    }
    yield Draft(urls.comparison(above, period), "comparison.md", meta, context)


def heading_of(division: Division, indicator: str, divisions: int) -> str:
    """Return the title of a table; it names the kind of bodies where there are several."""
    return indicator if divisions == 1 else f"{indicator}: {division.kind.label}"


def records_of(row: Row, facts: Facts) -> list[tuple[str, Period]]:
    """Return the pages of the records that a row counts, with their periods."""
    cards = [facts.reports["statistics"][each] for each in row.records]
    return [(urls.statistics(card.owner, card.period), card.period) for card in cards]

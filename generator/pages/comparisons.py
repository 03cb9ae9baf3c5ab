"""Pages that compare the bodies under one agency, indicator by indicator."""

from generator import charts, urls, words
from generator.derive.scorecard import Division, Row, Table, periods_compared, scorecard
from generator.export.comparisons import comparison_bundle, comparison_files
from generator.facts import Facts
from generator.model.times import Period
from generator.pages import drawings
from generator.pages.base import Draft, Products, action, crumb, head, shorten

COMPARISONS = crumb("So sánh", urls.COMPARISONS)


def comparisons(facts: Facts) -> Products:
    """Yield the list of comparisons, by the agency above."""
    found = [(facts.agencies[key], periods_compared(key, facts)) for key in facts.agencies]
    meta = head(
        "list",
        "So sánh các cơ quan",
        "Các cơ quan cùng loại, cùng cấp trên, so từng chỉ số, có mẫu số và mức đầy đủ của dữ liệu.",
    )
    yield Draft(urls.COMPARISONS, "comparisons.md", meta, {"found": [each for each in found if each[1]]})


def comparison(above: str, period: Period, facts: Facts) -> Products:
    """Yield the comparison of the bodies under an agency for a period."""
    card = scorecard(above, period, facts)
    title = f"So sánh các cơ quan thuộc {card.above.name}, {words.period(period)}"
    bundle = comparison_bundle(card, facts)
    bodies = sum(len(division.members) for division in card.divisions)
    tables = [(division, table) for division in card.divisions for table in division.tables]

    def heading(division: Division, table: Table) -> str:
        label = table.formula.metric.label
        return label if len(card.divisions) == 1 else f"{label}: {division.kind.label}"

    meta = head(
        "report",
        title,
        shorten(f"{bodies} cơ quan thuộc {card.above.name}, so từng chỉ số {words.period(period)}."),
        crumbs=[COMPARISONS, crumb(card.above.name, urls.agency(above))],
        actions=[action("Mọi kỳ so sánh", urls.COMPARISONS)],
        charts=charts.below({heading(division, table): drawings.beside(table) for division, table in tables}),
        illustration=facts.is_illustration(above),
    )
    context = {
        "title": title,
        "card": card,
        "heading": heading,
        "records_of": lambda row: records_of(row, facts),
        "files": bundle,
    }
    yield Draft(urls.comparison(above, period), "comparison.md", meta, context)
    yield from comparison_files(card, bundle, facts)


def records_of(row: Row, facts: Facts) -> list[tuple[str, Period]]:
    """Return the pages of the records that a row counts, with their periods."""
    cards = [facts.reports["statistics"][each] for each in row.records]
    return [(urls.statistics(card.owner, card.period), card.period) for card in cards]

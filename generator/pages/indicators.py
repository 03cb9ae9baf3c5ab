"""Pages about indicators: how each is counted, what an agency reaches, and every record that a figure counts."""

from functools import partial
from itertools import groupby

from generator import urls, words
from generator.derive.figure import Entry, Left
from generator.derive.indicators import Indicator, indicators_of, times_counted
from generator.derive.metrics import FORMULAS
from generator.export.indicators import indicator_files
from generator.facts import Facts
from generator.model.times import Period
from generator.pages.base import Draft, Products, crumb, head, shorten

FORMULAS_CRUMB = crumb("Cách tính", urls.FORMULAS)
INDICATORS = crumb("Số liệu đếm được", urls.INDICATORS)


def formulas(_facts: Facts) -> Products:
    """Yield how each indicator is counted."""
    about = "Tử số, mẫu số, trường hợp không tính và căn cứ của từng chỉ số mà trang này đếm từ bản ghi."
    meta = head("text", "Cách tính các chỉ số", about, crumbs=[INDICATORS])
    yield Draft(urls.FORMULAS, "formulas.md", meta, {"formulas": FORMULAS.values()})


def indicators_list(facts: Facts) -> Products:
    """Yield whose indicators are shown, and for what time."""
    by_agency = groupby(times_counted(facts), key=lambda found: found[0])
    agencies = [
        (facts.agencies[agency], sorted((each for _, each in found), reverse=True)) for agency, found in by_agency
    ]
    about = "Chỉ số của từng cơ quan, đếm từ bản ghi thủ tục và số liệu từng kỳ; bấm vào con số để xem từng bản ghi."
    meta = head("list", "Số liệu đếm được", about)
    yield Draft(urls.INDICATORS, "indicators-list.md", meta, {"agencies": agencies})


def indicators(agency: str, period: Period, facts: Facts) -> Products:
    """Yield the indicators of an agency for a time, and a page for each with the records that it counts."""
    body, found = facts.agencies[agency], indicators_of(agency, period, facts)
    when = words.period(period)
    title = f"Số liệu đếm được của {body.name}, {when}"
    told = [each for each in found if each.is_told]
    meta = head(
        "report",
        title,
        shorten(f"{len(told)} chỉ số của {body.name}, {when}: tử số, mẫu số, cách tính và từng bản ghi được tính."),
        crumbs=[INDICATORS, crumb(body.name, urls.agency(agency))],
        illustration=body.illustration,
    )
    context = {"title": title, "indicators": found, "agency": body, "period": period}
    yield Draft(urls.indicators(agency, period), "indicators.md", meta, context)
    yield from indicator_files(found, body, period, facts)
    for each in told:
        yield _indicator(each, agency, period, facts)


def _indicator(indicator: Indicator, agency: str, period: Period, facts: Facts) -> Draft:
    body, figure, formula = facts.agencies[agency], indicator.figure, indicator.formula
    title = f"{formula.metric.label}: {body.name}, {words.period(period)}"
    meta = head(
        "report",
        title,
        shorten(f"Vì sao {title} là {words.figure(figure)}: từng bản ghi được tính, không được tính và cách tính."),
        crumbs=[INDICATORS, crumb(body.name, urls.indicators(agency, period))],
        illustration=body.illustration,
    )
    context = {
        "title": title,
        "figure": figure,
        "formula": formula,
        "full": [each for each in figure.entries if each.whole and each.part == each.whole],
        "partly": [each for each in figure.entries if 0 < each.part < each.whole],
        "others": [each for each in figure.entries if not each.part],
        "left": _by_reason(figure.left),
        "name": partial(name_of, facts=facts),
        "page": page_of,
    }
    return Draft(urls.indicator(agency, period, formula.metric.label), "indicator.md", meta, context)


def _by_reason(left: tuple[Left, ...]) -> list[tuple[str, list[Left]]]:
    ordered = sorted(left, key=lambda each: each.why.value)
    return [(why, list(found)) for why, found in groupby(ordered, key=lambda each: each.why.value)]


def name_of(entry: Entry | Left, facts: Facts) -> str:
    """Return what a record in a figure is called."""
    if entry.kind == "procedures":
        card = facts.procedures[entry.id]
        return card.short_title or card.title
    report = facts.reports["statistics"][entry.id]
    return f"{facts.agencies[report.owner].name}, {words.period(report.period)}"


def page_of(entry: Entry | Left) -> str:
    """Return the page of a record in a figure."""
    return urls.procedure(entry.id) if entry.kind == "procedures" else urls.statistics(*entry.id.split("/"))

"""The sheet as HTML: from the facts to what WeasyPrint sets; everything from data is escaped."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator import qr, urls, words
from generator.brief import fee_words, time_words, where_words
from generator.derive.procedures import procedure_view
from generator.derive.sheets import heads, version_of
from generator.derive.summary import Summary, fees_of, summary_of
from generator.facts import Facts
from generator.model.procedure import Procedure
from generator.notes import Clock
from generator.pages.base import ILLUSTRATION
from generator.pages.procedures import online_words

FOLDER = Path(__file__).parent
LASTING = Clock(
    date.max
)  # a sheet hangs for months: its head tells no fee that has a last day; the table does, with it


@dataclass(frozen=True)
class Sheet:
    """A sheet that can be printed: ``html`` is all that stands on it."""

    code: str
    title: str
    version: str
    address: str
    html: str


def sheet_of(record: Procedure, facts: Facts) -> Sheet:
    """Return the sheet of a procedure; it says nothing that depends on the day."""
    code, version = str(record.code), version_of(record, facts)
    address = urls.scanned(facts.base, code, version)
    view = procedure_view(record, facts)
    summary = summary_of(record, LASTING)
    context = {
        "record": record,
        "facts": facts,
        "version": version,
        "address": address,
        "qr": qr.code_of(address),
        "agency": words.listed(facts.agencies[each].name for each in heads(record)),
        "illustration": ILLUSTRATION if view.illustration else "",
        "field": view.field.name,
        "decision": view.decision,
        "key": [
            ("Thời hạn", time_words(summary)),
            ("Phí, lệ phí", _fees(summary)),
            ("Cách nộp", where_words(summary)),
        ],
        "fees_of": fees_of,
        "online": online_words(record.online),
        "portal": facts.site.portal,
    }
    return Sheet(code, record.title, version, address, _environment().get_template("sheet.html").render(context))


def _fees(summary: Summary) -> str:
    """Return the lasting fees in a few words; where there are only others, where to look."""
    known = fee_words(summary)
    return "có thời hạn, xem bảng dưới" if known == words.UNKNOWN and summary.ended_fees else known


@cache
def style() -> str:
    """Return the style of all sheets."""
    return (FOLDER / "sheet.css").read_text("utf-8")


@cache
def template() -> str:
    """Return the frame of all sheets."""
    return (FOLDER / "sheet.html").read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in ("day", "limit", "fee", "copies", "inline"):
        environment.filters[name] = getattr(words, name)
    environment.filters["paragraphs"] = paragraphs
    environment.globals["UNKNOWN"] = words.UNKNOWN
    return environment


def paragraphs(value: str) -> Markup:
    """Return text of several lines as lines that begin anew."""
    lines = filter(None, (line.strip() for line in value.split("\n")))
    return Markup("<br>").join(map(escape, lines))

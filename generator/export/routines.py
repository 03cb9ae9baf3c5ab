"""What people take away of the calendar of reports: which is due when, from whom to whom, and whether it was sent."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from generator import urls, words
from generator.derive.routines import Routine, RoutineState
from generator.derive.views import PlanView
from generator.export.agenda import ILLUSTRATION, Agenda, Deadline, agenda_file
from generator.export.bundle import Bundle
from generator.export.reminders import routine_deadlines
from generator.export.tables import About, Cell, Column, Kind, Table
from generator.facts import Facts
from generator.pages.base import Plain

SHEET, BOOK, CALENDAR = "lich-bao-cao.csv", "lich-bao-cao.xlsx", "han-gui.ics"
TITLE = "Lịch báo cáo"
COLUMNS = (
    Column("report", "Báo cáo"),
    Column("period", "Mã kỳ"),
    Column("period_name", "Kỳ"),
    Column("last_day", "Hạn gửi", Kind.DATE),
    Column("by", "Ai gửi"),
    Column("to", "Gửi ai"),
    Column("state", "Tình trạng"),
    Column("sent_on", "Ngày gửi", Kind.DATE),
    Column("evidence", "Số minh chứng", Kind.NUMBER),
    Column("plan", "Mã kế hoạch"),
    Column("plan_title", "Kế hoạch"),
    Column("illustration", "Minh họa", Kind.YES),
    Column("page", "Trang", Kind.LINK),
)
Entry = tuple[PlanView, Routine]


def routines_bundle(entries: Sequence[Entry], facts: Facts) -> Bundle:
    """Return the table of the reports that are followed."""
    page = urljoin(facts.base, urls.address(urls.ROUTINES))
    about = About(TITLE, facts.clock.today, "", page, illustration=_is_made_up(entries))
    table = Table(TITLE, TITLE, COLUMNS, tuple(_row(view, each, facts) for view, each in entries))
    return Bundle(about, urls.list_file(urls.ROUTINES, ""), {SHEET: table}, BOOK)


def _is_made_up(entries: Sequence[Entry]) -> bool:
    return bool(entries) and all(view.illustration for view, _each in entries)


def _named(agencies: Iterable[str], facts: Facts) -> str:
    return "; ".join(facts.agencies[each].name for each in agencies)


def _page(view: PlanView, facts: Facts) -> str:
    return urljoin(facts.base, urls.address(f"{urls.plan(view.record.id)}#bao-cao-dinh-ky"))


def _row(view: PlanView, each: Routine, facts: Facts) -> tuple[Cell, ...]:
    record = each.record
    return (
        record.title,
        str(each.period),
        words.period(each.period),
        each.last_day or record.deadline,
        _named(record.by, facts) or view.agency.name,
        _named(record.to, facts),
        each.state.label,
        each.sent.sent_on if each.sent else None,
        len(each.evidence),
        str(view.record.id),
        view.record.title,
        view.illustration,
        _page(view, facts),
    )


def reports_calendar(path: str, entries: Sequence[Entry], facts: Facts) -> Plain:
    """Return the calendar of all reports that are still to be sent.

    Of a plan that never told what it sent, those of days that have passed are left out: nobody knows.
    """
    open_ones = [(view, each) for view, each in entries if _is_open(each, facts)]
    made_up = _is_made_up(open_ones)
    found = tuple(_deadline(view, each, facts, mark=view.illustration and not made_up) for view, each in open_ones)
    page = urljoin(facts.base, urls.address(urls.ROUTINES))
    agenda = Agenda("Hạn gửi báo cáo", facts.clock.today, found, page, illustration=made_up)
    return Plain(path, agenda_file(agenda))


def _is_open(each: Routine, facts: Facts) -> bool:
    if each.sent or each.last_day is None:
        return False
    return each.state is not RoutineState.UNKNOWN or not facts.clock.is_after(each.last_day)


def _deadline(view: PlanView, each: Routine, facts: Facts, *, mark: bool) -> Deadline:
    (found,) = routine_deadlines(f"lich-{view.record.id}", [each], _page(view, facts))
    who = _named(each.record.by, facts) or view.agency.name
    to = _named(each.record.to, facts) or "nơi văn bản không nêu"
    return replace(
        found,
        title=f"{ILLUSTRATION if mark else ''}{found.title} ({who})",
        words=f"{each.state.label}. {who} gửi {to}, theo {view.record.title}.",
    )

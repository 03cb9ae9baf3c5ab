"""The page of a procedure: the first screen, what to bring, how, where, by which law."""

from collections import Counter
from functools import partial

from generator import urls, words
from generator.brief import fee_words, paper_words, time_words, where_words
from generator.derive.changes import changes_of
from generator.derive.history import history_of
from generator.derive.procedures import procedure_view
from generator.derive.summary import fees_of, has_ended, sure_fees
from generator.derive.views import ProcedureView
from generator.export.feeds import feed
from generator.facts import Facts
from generator.model.channel import Online, OnlineFull, OnlinePartial
from generator.model.choices import ChannelKind
from generator.model.procedure import Procedure
from generator.notes import Clock
from generator.pages.base import Draft, Meta, Plain, Products, action, badge, checked, crumb, head, shorten
from generator.pages.cases import choices_of, terms_of
from generator.pages.costs import costs_of
from generator.pages.machines import service
from generator.pages.notices import hanging, sheet_of
from generator.pages.report import report_of
from generator.tones import TONES

CATALOGUE = crumb("Thủ tục", urls.PROCEDURES)


def procedure(record: Procedure, facts: Facts) -> Products:
    """Yield the page of a procedure, and its feed when it has changed."""
    view = procedure_view(record, facts)
    follow = feed_of(record, facts)
    sheet = sheet_of(view, facts)
    meta = head(
        "procedure",
        record.title,
        shorten(
            f"{shorten(record.title, 90)} (mã {record.code}): {time_words(view.summary)}; {fee_words(view.summary)}."
        ),
        crumbs=[CATALOGUE, crumb(view.field.name, urls.by_field(record.field))],
        badges=_badges(view),
        actions=_actions(view),
        checked=checked(record.source, facts),
        illustration=view.illustration,
        keywords=list(record.keywords),
        code=record.code,
        tag=f"mã {record.code}",
        about=service(view, facts),
        feed=follow.path if follow else "",
        choices=choices_of(view, partial(_summary, facts=facts), facts.clock),
        terms=terms_of(record) if view.in_force else [],
        report=report_of(record, facts),
        costs=costs_of(record, facts.clock) if view.in_force else [],
        sheet=sheet,
    )
    context = {
        "view": view,
        "record": record,
        "summary": _summary(view, facts),
        "history": history_of(record, facts),
        "fees_of": fees_of,
        "has_ended": lambda fee: has_ended(fee, facts.clock),
        "online": online_words(record.online),
        "version": sheet.get("version"),
        "hanging": hanging(view, sheet.get("version")),
    }
    yield Draft(urls.procedure(record.code), "procedure.md", meta, context)
    if follow:
        yield follow


def feed_of(record: Procedure, facts: Facts) -> Plain | None:
    """Return the feed of a procedure; None when nothing has changed."""
    path = urls.feed("thu-tuc", record.code)
    changes = changes_of(facts.procedures[record.code], facts) if record.changes else []
    return feed(path, f"Thay đổi: {record.title}", changes, facts) if changes else None


def _badges(view: ProcedureView) -> list[Meta]:
    record = view.record
    badges = [badge(record.status.label, TONES[record.status.label])]
    if view.in_force and ChannelKind.ONLINE in view.summary.channels:
        badges.append(badge("Nộp được trực tuyến", "brand"))
    code = f"Mã tạm {record.code}" if record.provisional_code else f"Mã {record.local_code or record.code}"
    return [*badges, badge(code)]


def _actions(view: ProcedureView) -> list[Meta]:
    links = view.record.links
    example = " (địa chỉ ví dụ)" if view.illustration else ""
    actions = []
    if view.in_force and links.submit:
        actions.append(action(f"Nộp trực tuyến{example}", links.submit, main=True, outside=True))
    if links.national_portal:
        words_ = f"Xem trên Cổng Dịch vụ công quốc gia{example}"
        actions.append(action(words_, links.national_portal, main=not actions, outside=True))
    if view.samples:
        actions.append(action("Hồ sơ mẫu đã điền", urls.sample(view.record.code, view.samples[0].sample)))
    if view.in_force:
        actions.append(action("In tờ niêm yết", "#to-niem-yet", outside=True))
    return actions


def _summary(view: ProcedureView, facts: Facts) -> list[tuple[str, str, str]]:
    """Return the first screen: what is asked, the answer, and what to know besides."""
    summary = view.summary
    return [
        ("Thời hạn", time_words(summary), _time_note(view)),
        ("Chi phí", fee_words(summary), _fee_note(view, facts.clock)),
        ("Nộp ở đâu", where_words(summary), _where_note(view, facts)),
        ("Giấy tờ", paper_words(summary), _paper_note(view)),
    ]


def _time_note(view: ProcedureView) -> str:
    """Return from when the time runs, or why there are several limits."""
    summary = view.summary
    starts = {limit.start for limit in summary.limits}
    if len(summary.limits) > 1:
        same = Counter((row.channel, row.cases) for row in view.record.channels)
        several = "nguồn ghi nhiều hạn cho cùng một cách nộp, có thể phải cộng lại"
        return several if max(same.values()) > 1 else "tùy trường hợp và cách nộp"
    start = starts.pop() if len(starts) == 1 else None
    return f"từ {start}" if start else ""


def _fee_note(view: ProcedureView, clock: Clock) -> str:
    """Return the fees by channel when they differ, and that an older fee has ended."""
    summary = view.summary
    notes = []
    if len(set(summary.by_channel.values())) > 1:
        start = "nguồn ghi: " if summary.by_council else ""
        notes.append(
            start + ", ".join(f"{kind.label.lower()} {_from(kind, view, clock)}" for kind in summary.by_channel)
        )
    elif ChannelKind.POST in summary.channels and summary.by_channel:
        notes.append("chưa kể cước bưu chính")
    if summary.ended_fees:
        notes.append("nguồn còn ghi mức đã hết hạn áp dụng")
    return "; ".join(notes)


def _from(kind: ChannelKind, view: ProcedureView, clock: Clock) -> str:
    """Return what a channel costs; ``từ`` where that depends on the case."""
    rows = [row for row in view.record.channels if row.channel is kind]
    amounts = {fee.amount_vnd for row in rows for fee in sure_fees(row, view.record, clock)} - {None}
    least = view.summary.by_channel[kind]
    if len(amounts) == 1:
        return words.money(least)
    return f"từ {words.number(least)} đ" if least else "miễn phí hoặc có phí"


def _where_note(view: ProcedureView, facts: Facts) -> str:
    """Return who receives, and the level of the online service where it is known."""
    agencies = view.record.agencies
    role, ids = ("nơi nhận", agencies.receiving) if agencies.receiving else ("cơ quan thực hiện", agencies.executing)
    names = words.listed(facts.agencies[each].name for each in ids[:2])
    who = f"{role}: {names}{' và nơi khác' if len(ids) > 2 else ''}" if names else ""
    return "; ".join(filter(None, (who, online_words(view.record.online) if view.record.online else "")))


def online_words(online: Online | None) -> str:
    """Return the level of the online service in words."""
    match online:
        case None:
            return "mức trực tuyến: chưa có thông tin"
        case OnlineFull():
            return "dịch vụ công trực tuyến toàn trình"
        case OnlinePartial():
            return "dịch vụ công trực tuyến một phần"
    return "chỉ cung cấp thông tin trực tuyến"


def _paper_note(view: ProcedureView) -> str:
    summary = view.summary
    depends = "tùy trường hợp" if summary.papers and len(set(summary.papers)) > 1 else ""
    some = any(paper.when or not paper.required for group in view.record.documents for paper in group.items)
    return ", ".join(filter(None, (depends, "có loại không phải ai cũng nộp" if some else "")))

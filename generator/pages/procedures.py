"""Pages about procedures: each procedure, the catalogue, and the catalogue by field, agency and life event."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator import urls, words
from generator.derive.procedures import current_fees, fees_of, has_ended
from generator.derive.views import ProcedureView, Site, Summary
from generator.model.channel import Online, OnlineFull, OnlinePartial
from generator.model.choices import ChannelKind
from generator.pages.base import Draft, Meta, action, badge, checked, crumb, head, shorten
from generator.tones import TONES

CATALOGUE = crumb("Thủ tục", urls.PROCEDURES)


def drafts(site: Site) -> Iterator[Draft]:
    """Yield every page about procedures."""
    yield _catalogue(site)
    for view in site.procedures.values():
        yield _procedure(view, site)
    yield from _by_field(site)
    yield from _by_agency(site)
    yield from _by_event(site)


def _procedure(view: ProcedureView, site: Site) -> Draft:
    record = view.record
    meta = head(
        "procedure",
        record.title,
        shorten(f"{record.title} (mã {record.code}): {time_words(view.summary)}; {fee_words(view.summary)}."),
        crumbs=[CATALOGUE, crumb(view.field.name, urls.by_field(record.field))],
        badges=_badges(view),
        actions=_actions(view),
        checked=checked(record.source, site),
        illustration=view.illustration,
        keywords=list(record.keywords),
        code=record.code,
        feed=urls.feed("thu-tuc", record.code) if record.changes else "",
    )
    context = {
        "view": view,
        "record": record,
        "site": site,
        "facts": site.facts,
        "summary": _summary(view, site),
        "fees_of": fees_of,
        "has_ended": has_ended,
        "online": online_words(record.online),
    }
    return Draft(urls.procedure(record.code), "procedure.md", meta, context)


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
        actions.append(action("Hồ sơ mẫu đã điền", urls.sample(view.record.code, view.samples[0].id)))
    return actions


def _summary(view: ProcedureView, site: Site) -> list[tuple[str, str, str]]:
    """Return the first screen: what is asked, the answer, and what to know besides."""
    summary = view.summary
    return [
        ("Thời hạn", time_words(summary), _time_note(view)),
        ("Chi phí", fee_words(summary), _fee_note(view, site.today)),
        ("Nộp ở đâu", _where(summary), _where_note(view, site)),
        ("Giấy tờ", paper_words(summary), _paper_note(view)),
    ]


def time_words(summary: Summary) -> str:
    """Return the time limit in a few words: ``3–8 ngày làm việc``."""
    if not summary.limits:
        return "theo từng trường hợp" if summary.other_limit else words.UNKNOWN
    shortest, longest = summary.limits[0], summary.limits[-1]
    link = "hoặc" if shortest.value == longest.value else "đến"
    if len(summary.limits) == 1:
        return words.limit(shortest)
    if shortest.unit is longest.unit:
        return f"{words.number(shortest.value)}–{words.limit(longest)}"
    return f"{words.limit(shortest)} {link} {words.limit(longest)}"


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


def fee_words(summary: Summary) -> str:
    """Return the fee in a few words: ``miễn phí``, ``từ 50.000 đ``; not known is said so."""
    if summary.by_council:
        return "do HĐND cấp tỉnh quy định"
    if summary.least_fee is None or summary.most_fee is None:
        return words.UNKNOWN
    if summary.least_fee == summary.most_fee:
        return words.money(summary.least_fee)
    low = "miễn phí" if summary.least_fee == 0 else words.money(summary.least_fee)
    return f"{low} đến {words.money(summary.most_fee)}"


def _fee_note(view: ProcedureView, today: date) -> str:
    """Return the fees by channel when they differ, and that an older fee has ended."""
    summary = view.summary
    notes = []
    if len(set(summary.by_channel.values())) > 1:
        start = "nguồn ghi: " if summary.by_council else ""
        notes.append(
            start + ", ".join(f"{kind.label.lower()} {_from(kind, view, today)}" for kind in summary.by_channel)
        )
    elif ChannelKind.POST in summary.channels and summary.by_channel:
        notes.append("chưa kể cước bưu chính")
    if summary.ended_fees:
        notes.append("nguồn còn ghi mức đã hết hạn áp dụng")
    return "; ".join(notes)


def _from(kind: ChannelKind, view: ProcedureView, today: date) -> str:
    """Return what a channel costs; ``từ`` where that depends on the case."""
    rows = [row for row in view.record.channels if row.channel is kind]
    amounts = {fee.amount_vnd for row in rows for fee in current_fees(row, view.record, today)} - {None}
    least = view.summary.by_channel[kind]
    return f"từ {words.number(least)} đ" if len(amounts) > 1 else words.money(least)


def _where(summary: Summary) -> str:
    names = [kind.label.lower() for kind in sorted(summary.channels, key=lambda kind: kind is not ChannelKind.ONLINE)]
    return words.listed(names).capitalize() if names else words.UNKNOWN


def _where_note(view: ProcedureView, site: Site) -> str:
    """Return who receives, and the level of the online service where it is known."""
    agencies = view.record.agencies
    role, ids = ("nơi nhận", agencies.receiving) if agencies.receiving else ("cơ quan thực hiện", agencies.executing)
    names = words.listed(site.facts.agencies[each].name for each in ids[:2])
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


def paper_words(summary: Summary) -> str:
    """Return how many papers: ``3–5 loại``."""
    if not summary.papers:
        return words.UNKNOWN
    least, most = summary.papers
    return f"{most} loại" if least == most or not least else f"{least}–{most} loại"


def _paper_note(view: ProcedureView) -> str:
    summary = view.summary
    depends = "tùy trường hợp" if summary.papers and len(set(summary.papers)) > 1 else ""
    some = any(paper.when or not paper.required for group in view.record.documents for paper in group.items)
    return ", ".join(filter(None, (depends, "có loại không phải ai cũng nộp" if some else "")))


def line_of(view: ProcedureView) -> str:
    """Return a procedure's line in lists: time, fee, how to hand in."""
    summary = view.summary
    answers = (("thời hạn", time_words(summary)), ("phí", fee_words(summary)), ("nơi nộp", _where(summary).lower()))
    return " · ".join(f"{name} chưa rõ" if answer == words.UNKNOWN else answer for name, answer in answers)


def _catalogue(site: Site) -> Draft:
    used = [field for field in site.facts.fields.values() if _of_field(field.id, site)]
    meta = head(
        "catalogue", "Thủ tục hành chính", f"Danh mục {len(site.procedures)} thủ tục: giấy tờ, thời hạn, phí, nơi nộp."
    )
    groups = [(field.name, urls.by_field(field.id), _of_field(field.id, site)) for field in used]
    agencies = [view for view in site.agencies.values() if view.procedures]
    context = {"site": site, "groups": groups, "agencies": agencies, "line_of": line_of}
    return Draft(urls.PROCEDURES, "catalogue.md", meta, context)


def _of_field(field: str, site: Site) -> list[ProcedureView]:
    return [view for view in site.procedures.values() if view.record.field == field]


def _list(path: str, title: str, lead: str, found: list[ProcedureView], **more: Any) -> Draft:
    description = shorten(f"{title}: {len(found)} thủ tục. {lead}")
    meta = head("catalogue", title, description, crumbs=[CATALOGUE], **more)
    return Draft(path, "procedure-list.md", meta, {"title": title, "lead": lead, "views": found, "line_of": line_of})


def _by_field(site: Site) -> Iterator[Draft]:
    for field in site.facts.fields.values():
        views = _of_field(field.id, site)
        if views:
            hidden = all(view.illustration for view in views)
            feed = _feed(views, "linh-vuc", field.id)
            lead = field.description or ""
            yield _list(urls.by_field(field.id), field.name, lead, views, illustration=hidden, feed=feed)


def _by_agency(site: Site) -> Iterator[Draft]:
    for agency in site.agencies.values():
        if agency.procedures:
            views = [site.procedures[each.code] for each in agency.procedures]
            title = f"Thủ tục của {agency.record.name}"
            feed = _feed(views, "co-quan", agency.record.id)
            page = urls.by_agency(agency.record.id)
            yield _list(page, title, "", views, illustration=agency.illustration, feed=feed)


def _feed(views: list[ProcedureView], *parts: str) -> str:
    """Return the address of a feed; nothing when no procedure has changed."""
    return urls.feed(*parts) if any(view.record.changes for view in views) else ""


def _by_event(site: Site) -> Iterator[Draft]:
    for event in site.facts.events.values():
        views = [site.procedures[code] for code in event.procedures]
        yield _list(urls.by_event(event.id), event.name, event.description, views)

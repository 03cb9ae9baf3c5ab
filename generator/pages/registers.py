"""Pages about what stands behind procedures and plans: agencies, legal documents, decisions, changes."""

from collections.abc import Iterator
from itertools import groupby

from generator import urls, words
from generator.derive.views import AgencyView, DecisionView, LegalView, Site
from generator.fold import fold
from generator.model.agency import AgencyKind
from generator.model.legal import Legal, LegalKind
from generator.pages.base import Draft, badge, checked, crumb, head, shorten
from generator.tones import TONES

LEGAL = crumb("Văn bản", urls.LEGAL)
DECISIONS = crumb("Quyết định công bố", urls.DECISIONS)
AGENCIES = crumb("Cơ quan", urls.AGENCIES)


def drafts(site: Site) -> Iterator[Draft]:
    """Yield the registers and a page for each of their records."""
    yield _legal_list(site)
    yield _decision_list(site)
    yield _agency_list(site)
    yield _changes(site)
    yield from (_legal(view, site) for view in site.legal.values())
    yield from (_decision(view, site) for view in site.decisions.values())
    yield from (_agency(view, site) for view in site.agencies.values())


def name_of(legal: Legal) -> str:
    """Return what a document is called: its kind and number, else its title."""
    return f"{legal.kind.label} {legal.number}" if legal.number else legal.title or legal.id


def _legal_list(site: Site) -> Draft:
    kinds = list(LegalKind)
    ordered = sorted(site.legal.values(), key=lambda view: (kinds.index(view.record.kind), view.record.id))
    groups = [(kind.label, list(views)) for kind, views in groupby(ordered, key=lambda view: view.record.kind)]
    meta = head(
        "list", "Văn bản pháp luật", f"{len(ordered)} văn bản mà thủ tục và kế hoạch viện dẫn, kèm tình trạng hiệu lực."
    )
    return Draft(urls.LEGAL, "legal-list.md", meta, {"groups": groups, "name_of": name_of})


def _legal(view: LegalView, site: Site) -> Draft:
    record = view.record
    name = name_of(record)
    used = len(view.procedures) + len(view.plans)
    meta = head(
        "legal",
        name,
        shorten(f"{name}: {record.title or record.force.label}. {used} thủ tục và kế hoạch viện dẫn. ({record.id})"),
        crumbs=[LEGAL],
        badges=[badge(record.force.label, TONES[record.force.label])],
        checked=checked(record.source, site),
        illustration=view.illustration,
    )
    context = {"view": view, "record": record, "name": name, "facts": site.facts, "name_of": name_of}
    return Draft(urls.legal(record.id), "legal.md", meta, context)


def _decision_list(site: Site) -> Draft:
    views = sorted(site.decisions.values(), key=lambda view: view.record.id)
    meta = head("list", "Quyết định công bố", f"{len(views)} quyết định công bố thủ tục hành chính.")
    return Draft(urls.DECISIONS, "decisions.md", meta, {"views": views})


def _decision(view: DecisionView, site: Site) -> Draft:
    record = view.record
    title = f"Quyết định {record.number}"
    meta = head(
        "legal",
        title,
        shorten(f"{title} của {view.agency.name}: công bố {len(view.procedures)} thủ tục có trên trang này."),
        crumbs=[DECISIONS],
        checked=checked(record.source, site),
        illustration=view.illustration,
    )
    return Draft(
        urls.decision(record.id),
        "decision.md",
        meta,
        {"view": view, "record": record, "title": title, "facts": site.facts},
    )


def _agency_list(site: Site) -> Draft:
    kinds = list(AgencyKind)
    top = [view for view in site.agencies.values() if view.record.kind not in {AgencyKind.UNIT, AgencyKind.GROUP}]
    ordered = sorted(top, key=lambda view: (kinds.index(view.record.kind), fold(view.record.name)))
    groups = [(kind.label, list(views)) for kind, views in groupby(ordered, key=lambda view: view.record.kind)]
    named = [view for view in site.agencies.values() if view.record.kind is AgencyKind.GROUP]
    meta = head("list", "Cơ quan", f"{len(site.agencies)} cơ quan, đơn vị: thủ tục, kế hoạch, văn bản của từng nơi.")
    return Draft(urls.AGENCIES, "agencies.md", meta, {"groups": groups, "named": named, "holdings": holdings})


def holdings(view: AgencyView) -> str:
    """Return what an agency has here, in a few words; what it has none of is left out."""
    counts = (
        (len(view.procedures), "thủ tục"),
        (len(view.plans), "kế hoạch"),
        (len(view.tasks), "việc chủ trì"),
        (len(view.legal) + len(view.decisions), "văn bản"),
        (len(view.units), "đơn vị"),
    )
    return " · ".join(f"{count} {name}" for count, name in counts if count) or "được nhắc đến trong thủ tục, kế hoạch"


def _agency(view: AgencyView, site: Site) -> Draft:
    record = view.record
    parent = [crumb(view.parent.name, urls.agency(view.parent.id))] if view.parent else []
    ended = [badge(f"Thôi hoạt động từ {words.day(record.effective_to)}", "late")] if record.effective_to else []
    under = f" thuộc {view.parent.name}" if view.parent else ""
    counts = f"{len(view.procedures)} thủ tục, {len(view.plans)} kế hoạch, {len(view.tasks)} việc chủ trì"
    meta = head(
        "agency",
        record.name,
        shorten(f"{record.name}{under}: {counts}. ({record.id})"),
        crumbs=[AGENCIES, *parent],
        badges=ended,
        checked=checked(record.source, site),
        illustration=view.illustration,
    )
    context = {"view": view, "record": record, "facts": site.facts, "name_of": name_of}
    return Draft(urls.agency(record.id), "agency.md", meta, context)


def _changes(site: Site) -> Draft:
    about = "Thủ tục nào thay đổi, khi nào, theo văn bản nào, lớn hay nhỏ."
    meta = head("list", "Thay đổi", about, feed=urls.feed("tat-ca"))
    years = [(year, list(each)) for year, each in groupby(site.changes, key=lambda change: change.record.date.year)]
    return Draft(urls.CHANGES, "changes.md", meta, {"years": years, "facts": site.facts})

"""Pages about what stands behind procedures and plans: agencies, legal documents, decisions, changes."""

from itertools import groupby, islice

from generator import urls, words
from generator.cards import AgencyCard, LegalCard
from generator.derive.changes import newest_changes
from generator.derive.network import agency_view, decision_view, legal_view
from generator.export.feeds import feed
from generator.facts import Facts
from generator.fold import fold
from generator.model.agency import Agency, AgencyKind
from generator.model.legal import Decision, Legal, LegalKind
from generator.pages.base import Draft, Products, badge, checked, crumb, head, shorten
from generator.pages.machines import organisation
from generator.tones import TONES

LEGAL = crumb("Văn bản", urls.LEGAL)
DECISIONS = crumb("Quyết định công bố", urls.DECISIONS)
AGENCIES = crumb("Cơ quan", urls.AGENCIES)
# Longer lists stand on pages of their own.
MOST_PROCEDURES, MOST_CHANGES = 50, 300


def name_of(legal: Legal | LegalCard) -> str:
    """Return what a document is called: its kind and number, else its title."""
    return f"{legal.kind.label} {legal.number}" if legal.number else legal.title or legal.id


def legal_list(facts: Facts) -> Products:
    """Yield the list of legal documents."""
    kinds = list(LegalKind)
    ordered = sorted(facts.legal.values(), key=lambda card: (kinds.index(card.kind), card.id))
    groups = [(kind.label, list(cards)) for kind, cards in groupby(ordered, key=lambda card: card.kind)]
    meta = head(
        "list", "Văn bản pháp luật", f"{len(ordered)} văn bản mà thủ tục và kế hoạch viện dẫn, kèm tình trạng hiệu lực."
    )
    context = {"groups": groups, "name_of": name_of, "fictional": lambda card: facts.is_illustration(card.issuer)}
    yield Draft(urls.LEGAL, "legal-list.md", meta, context)


def legal(record: Legal, facts: Facts) -> Products:
    """Yield the page of a legal document."""
    view = legal_view(record, facts)
    name = name_of(record)
    used = len(view.procedures) + len(view.plans)
    meta = head(
        "legal",
        name,
        shorten(f"{name}: {record.title or record.force.label}. {used} thủ tục và kế hoạch viện dẫn. ({record.id})"),
        crumbs=[LEGAL],
        tag=view.issuer.name if view.issuer and record.number else "",
        badges=[badge(record.force.label, TONES[record.force.label])],
        checked=checked(record.source, facts),
        illustration=view.illustration,
    )
    yield Draft(
        urls.legal(record.id), "legal.md", meta, {"view": view, "record": record, "name": name, "name_of": name_of}
    )


def decision_list(facts: Facts) -> Products:
    """Yield the list of decisions that announce procedures."""
    views = [
        (card, facts.agencies[card.agency], len(facts.pointing("procedures", "decision", card.id)))
        for card in facts.decisions.values()
    ]
    meta = head("list", "Quyết định công bố", f"{len(views)} quyết định công bố thủ tục hành chính.")
    yield Draft(urls.DECISIONS, "decisions.md", meta, {"views": views})


def decision(record: Decision, facts: Facts) -> Products:
    """Yield the page of a decision."""
    view = decision_view(record, facts)
    title = f"Quyết định {record.number}"
    meta = head(
        "legal",
        title,
        shorten(f"{title} của {view.agency.name}: công bố {len(view.procedures)} thủ tục có trên trang này."),
        crumbs=[DECISIONS],
        tag=view.agency.name,
        checked=checked(record.source, facts),
        illustration=view.illustration,
    )
    yield Draft(urls.decision(record.id), "decision.md", meta, {"view": view, "record": record, "title": title})


def agency_list(facts: Facts) -> Products:
    """Yield the list of agencies."""
    kinds = list(AgencyKind)
    cards = list(facts.agencies.values())
    top = [card for card in cards if card.kind not in {AgencyKind.UNIT, AgencyKind.GROUP}]
    ordered = sorted(top, key=lambda card: (kinds.index(card.kind), fold(card.name)))
    groups = [(kind.label, list(found)) for kind, found in groupby(ordered, key=lambda card: card.kind)]
    named = [card for card in cards if card.kind is AgencyKind.GROUP]
    meta = head("list", "Cơ quan", f"{len(cards)} cơ quan, đơn vị: thủ tục, kế hoạch, văn bản của từng nơi.")
    context = {"groups": groups, "named": named, "holdings": lambda card: holdings(card, facts)}
    yield Draft(urls.AGENCIES, "agencies.md", meta, context)


def holdings(agency: AgencyCard, facts: Facts) -> str:
    """Return what an agency has here, in a few words; what it has none of is left out."""

    def pointing(kind: str, relation: str = "agency") -> tuple[str, ...]:
        return facts.pointing(kind, relation, agency.id)

    led = [facts.plans[each] for each in pointing("plans", "lead")]
    counts = (
        (len(pointing("procedures")), "thủ tục"),
        (len(pointing("plans")), "kế hoạch"),
        (sum(agency.id in task.lead for plan in led for task in plan.tasks), "việc chủ trì"),
        (len(pointing("legal")) + len(pointing("decisions")), "văn bản"),
        (len(pointing("agencies", "parent")), "đơn vị"),
    )
    return " · ".join(f"{count} {name}" for count, name in counts if count) or "được nhắc đến trong thủ tục, kế hoạch"


def agency(record: Agency, facts: Facts) -> Products:
    """Yield the page of an agency."""
    view = agency_view(record, facts)
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
        checked=checked(record.source, facts),
        illustration=record.illustration,
        tag=view.parent.name if view.parent else "",
        about=organisation(view),
    )
    context = {
        "view": view,
        "record": record,
        "procedures": [facts.procedures[each] for each in view.procedures[:MOST_PROCEDURES]],
        "name_of": name_of,
    }
    yield Draft(urls.agency(record.id), "agency.md", meta, context)


def changes(facts: Facts) -> Products:
    """Yield the newest changes of procedures, and their feed; illustrations are not in the feed."""
    found = list(islice(newest_changes(facts), MOST_CHANGES))
    meta = head(
        "list",
        "Thay đổi",
        "Thủ tục nào thay đổi, khi nào, theo văn bản nào, lớn hay nhỏ.",
        feed=urls.feed("tat-ca"),
    )
    years = [(year, list(each)) for year, each in groupby(found, key=lambda change: change.record.date.year)]
    yield Draft(urls.CHANGES, "changes.md", meta, {"years": years, "more": len(found) == MOST_CHANGES})
    real = [change for change in found if not change.illustration]
    yield feed(urls.feed("tat-ca"), "Thay đổi của thủ tục hành chính", real, facts)

"""What machines read of a page: a service or an agency in the words of schema.org; only what the record says.

Addresses below the site's root have no scheme here; ``engine.graph`` completes them.  Illustrations, and procedures
under which nobody can hand in, are no services: they have no such data.
"""

from collections.abc import Iterator

from generator import urls
from generator.cards import AgencyCard
from generator.derive.summary import Summary, current_fees
from generator.derive.views import AgencyView, ProcedureView
from generator.facts import Facts
from generator.model.agency import AgencyKind
from generator.model.choices import ChannelKind
from generator.model.procedure import Procedure
from generator.pages.base import Meta

# Groups name many bodies at once; the Party is no part of the state's administration; what is other is not known.
NO_BODIES = {AgencyKind.GROUP}
NOT_OF_THE_STATE = {AgencyKind.PARTY, AgencyKind.OTHER}


def service(view: ProcedureView, facts: Facts) -> Meta:
    """Return a procedure as a service of the state; nothing for one that nobody can use."""
    record = view.record
    if view.illustration or not view.in_force:
        return {}
    doers = record.agencies.executing or record.agencies.competent
    related = [*record.replaced_by, *(record.interlinked.procedures if record.interlinked else ())]
    return _known(
        {
            "@type": "GovernmentService",
            "name": record.title,
            "alternateName": record.short_title,
            "identifier": None if record.provisional_code else str(record.code),
            "description": record.purpose,
            "serviceType": view.field.name,
            "keywords": list(record.keywords),
            "provider": [_named(facts.agencies[each]) for each in doers],
            "audience": [{"@type": "Audience", "audienceType": each.label} for each in record.audience],
            "availableChannel": list(_channels(view)),
            "offers": _offer(view.summary, record, facts),
            "isRelatedTo": [
                {"@type": "GovernmentService", "@id": urls.address(urls.procedure(str(each)))} for each in related
            ],
            "sameAs": record.links.national_portal,
        }
    )


def _named(card: AgencyCard) -> Meta:
    kind = "Organization" if card.kind in NO_BODIES | NOT_OF_THE_STATE else "GovernmentOrganization"
    return {"@type": kind, "@id": urls.address(urls.agency(card.id)), "name": card.name}


def _channels(view: ProcedureView) -> Iterator[Meta]:
    """Yield the ways to hand in, with the address that belongs to each, if there is one."""
    record = view.record
    for kind in view.summary.channels:
        online = record.links.submit if kind is ChannelKind.ONLINE else None
        place = record.agencies.address if kind is ChannelKind.IN_PERSON else None
        yield _known(
            {
                "@type": "ServiceChannel",
                "name": kind.label,
                "serviceUrl": online,
                "serviceLocation": {"@type": "Place", "address": place} if place else None,
            }
        )


def _offer(summary: Summary, record: Procedure, facts: Facts) -> Meta:
    """Return the price where it is one and the same however one hands in; else the page tells it better."""
    least, most = summary.least_fee, summary.most_fee
    alone = all(len(current_fees(row, record, facts.clock)) == 1 for row in record.channels)
    if least is None or least != most or not alone or summary.by_council or summary.ended_fees:
        return {}
    return {"@type": "Offer", "price": str(least), "priceCurrency": "VND"}


def organisation(view: AgencyView) -> Meta:
    """Return an agency as an organisation; nothing for a group of agencies, or one that does not exist."""
    record, contact = view.record, view.record.contact
    if record.illustration or record.kind in NO_BODIES:
        return {}
    return _known(
        {
            "@type": "Organization" if record.kind in NOT_OF_THE_STATE else "GovernmentOrganization",
            "name": record.name,
            "alternateName": [*filter(None, [record.short_name]), *(each.name for each in record.former_names)],
            "identifier": record.code,
            "url": record.website,
            "telephone": contact.phone if contact else None,
            "email": contact.email if contact else None,
            "address": contact.address if contact else None,
            "areaServed": {"@type": "AdministrativeArea", "name": record.province} if record.province else None,
            "parentOrganization": _named(view.parent) if view.parent else None,
            "foundingDate": record.effective_from and record.effective_from.isoformat(),
            "dissolutionDate": record.effective_to and record.effective_to.isoformat(),
        }
    )


def _known(entity: Meta) -> Meta:
    return {key: value for key, value in entity.items() if value not in (None, "", [], {})}

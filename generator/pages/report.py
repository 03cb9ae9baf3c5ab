"""How a reader tells of a mistake on a procedure's page: an issue that is filled in, and whom to write to or call."""

from urllib.parse import quote, urlencode

from generator import urls, words
from generator.facts import Facts
from generator.model.procedure import Procedure
from generator.pages.base import Meta, shorten

TEMPLATE = "bao-sai.yml"  # in .github/ISSUE_TEMPLATE


def report_of(record: Procedure, facts: Facts) -> Meta:
    """Return the addresses to report to, each naming procedure, page and version; whom to reach without an account."""
    contact = record.contact or facts.site.contact
    subject = shorten(f"Sai: {record.code} {record.title}", 120)
    page = facts.base + urls.address(urls.procedure(record.code))
    version = f"đối chiếu ngày {words.day(record.source.checked_on)}" if record.source.checked_on else "chưa rõ ngày"
    body = f"Trang: {page}\nBản: {version}\nTrang đang ghi:\nĐúng ra là:\nBiết từ đâu:\n"
    query = {"template": TEMPLATE, "title": subject, "page": page, "version": version}
    repository = facts.site.repository
    return {
        "issue": f"{repository}/issues/new?{urlencode(query, quote_via=quote)}" if repository else "",
        "mail": _mail(contact.email, subject, body) if contact and contact.email else "",
        "name": (contact.name if contact else None) or "",
        "url": (contact.url if contact else None) or "",
        "phones": [phone for phone in (contact.phone, contact.hotline) if phone] if contact else [],
        "portal": facts.site.portal,
    }


def _mail(email: str, subject: str, body: str) -> str:
    return f"mailto:{quote(email, safe='@')}?{urlencode({'subject': subject, 'body': body}, quote_via=quote)}"

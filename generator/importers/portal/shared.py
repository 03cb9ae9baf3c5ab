"""The records that drafts refer to: agencies, fields, legal documents, decisions, and the settings of the site."""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError

from generator.errors import ToolError
from generator.importers.portal.draft import SOURCE
from generator.importers.portal.names import Decision, Document, Entry, Names, is_number_only
from generator.importers.portal.parts import Parts
from generator.importers.portal.tables import Keys, filled
from generator.importers.portal.texts import chunks, is_long, line
from generator.model.agency import Agency, AgencyKind
from generator.model.base import Model
from generator.model.legal import Decision as DecisionRecord
from generator.model.legal import Legal
from generator.model.lists import Fields
from generator.model.site import SiteSettings
from generator.model.values import WEB

M = TypeVar("M", bound=Model)
SAID_ALSO = "Nguồn còn ghi:"
ONLY_LETTERS = "Nguồn chỉ ghi chữ viết tắt trong số hiệu của quyết định."
SITE: Keys = {
    "name": "Bản nháp thủ tục",
    "tagline": f"Thủ tục hành chính nhập từ {SOURCE}, chờ rà soát",
    "owner": "Chưa ghi đơn vị quản lý",
    "disclaimer": f"Đây là bản nháp nhập từ {SOURCE}. Khi hai nơi khác nhau, làm theo {SOURCE}.",
    "portal": "https://dichvucong.gov.vn",
}
# How the name of an agency tells its kind; the first that fits.
KINDS: tuple[tuple[tuple[str, ...], AgencyKind], ...] = (
    (("chính phủ", "thủ tướng"), AgencyKind.GOVERNMENT),
    (("quốc hội", "ủy ban thường vụ quốc hội"), AgencyKind.ASSEMBLY),
    (("bộ phận", "bộ tham mưu", "bộ chỉ huy", "bộ tổng", "bộ tư lệnh", "bộ,", "bộ trưởng"), AgencyKind.OTHER),
    (("bộ ",), AgencyKind.MINISTRY),
    (("ủy ban nhân dân cấp tỉnh", "ủy ban nhân dân tỉnh"), AgencyKind.PROVINCE),
    (("ủy ban nhân dân cấp xã", "ủy ban nhân dân xã"), AgencyKind.COMMUNE),
    (("hội đồng nhân dân",), AgencyKind.COUNCIL),
    (("sở ",), AgencyKind.DEPARTMENT),
    (("các ",), AgencyKind.GROUP),
    (("trung tâm phục vụ hành chính công",), AgencyKind.SERVICE_CENTRE),
)


def records(names: Names) -> Iterator[tuple[str, Model]]:
    """Yield path and record of everything that drafts refer to."""
    yield "site.yml", _valid(SiteSettings, SITE)
    fields = [{"id": each.id, "name": each.name, **_also("description", each.others)} for each in names.fields.values()]
    yield "fields.yml", _valid(Fields, {"fields": fields})
    for agency in names.agencies.values():
        yield f"agencies/{agency.id}.yml", _valid(Agency, _agency(agency, names))
    for document in names.documents.values():
        yield f"legal/{document.id}.yml", _valid(Legal, _legal(document, names))
    for decision in names.decisions.values():
        yield f"decisions/{decision.id}.yml", _valid(DecisionRecord, _decision(decision, names))


def _valid(kind: type[M], keys: Keys) -> M:
    """Return the record; raise ``ToolError`` when a source says something that no record can hold."""
    try:
        return kind.model_validate(keys)
    except ValidationError as error:
        why = error.errors(include_url=False)[0]["msg"]
        raise ToolError(f"không lập được bản ghi kèm theo {keys.get('id', '')}: {why}") from None


def _also(key: str, others: tuple[str, ...]) -> Keys:
    said = next(chunks("; ".join(f"“{other}”" for other in others)), "")
    return {key: f"{SAID_ALSO} {said}."} if said else {}


def _agency(agency: Entry, names: Names) -> Keys:
    is_letters = any(each.author == agency.name and agency.name.isupper() for each in names.decisions.values())
    return {
        "id": agency.id,
        "name": agency.name,
        "kind": kind_of(agency.name),
        **_also("note", agency.others),
        **({"note": ONLY_LETTERS} if is_letters and not agency.others else {}),
    }


def kind_of(name: str) -> AgencyKind:
    """Return the kind that a name tells."""
    words = line(name).casefold().replace("uỷ", "ủy").replace("ubnd", "ủy ban nhân dân")
    return next((kind for starts, kind in KINDS if words.startswith(starts)), AgencyKind.OTHER)


def _legal(document: Document, names: Names) -> Keys:
    first, *others = document.titles
    title = "" if is_number_only(first, document.number) or is_long(first) else line(first)
    said = "\n".join(f"“{line(other)}”" for other in (others if title else document.titles))
    note, *gaps = [f"{SAID_ALSO} {part}" for part in chunks(said)] if said else [""]
    keys = {
        "id": document.id,
        "number": document.number,
        "kind": document.kind,
        "title": title,
        "issuer": names.agency(document.author) if document.author else "",
        "issued_on": document.issued_on.isoformat() if document.issued_on else "",
        "force": "unknown",
        "gaps": gaps,
        "note": note,
        "source": _source(document.seen_in),
    }
    return filled(keys)


def _decision(decision: Decision, names: Names) -> Keys:
    return {
        "id": decision.id,
        "number": decision.number,
        "agency": names.agency(decision.author),
        **_also("note", decision.others),
        "source": _source(decision.seen_in),
    }


def _source(parts: Parts) -> Keys:
    url = parts.record.text("url")
    named = {"name": f"{SOURCE}, trang thủ tục {parts.record.code}"}
    return {**named, **({"url": url} if WEB.fullmatch(url) else {})}

"""A record's parts become a procedure in our YAML, with the questions that a person has to answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from generator.fold import fold, slug
from generator.importers.canonical import yaml_of
from generator.importers.portal import doubts, tables
from generator.importers.portal.names import NO_AGENCY, Names, decision_number, document_key
from generator.importers.portal.outline import names_steps
from generator.importers.portal.parts import Parts
from generator.importers.portal.questions import questions
from generator.importers.portal.source import Skipped
from generator.importers.portal.tables import Keys, Section, filled, fitting
from generator.importers.portal.texts import Ask, chunks, is_absent, is_long, line, pack
from generator.model.procedure import Procedure
from generator.model.values import WEB
from generator.read import MAX_BYTES
from generator.rules.law_items import LAW_ITEMS

SOURCE = "Cổng Dịch vụ công quốc gia"
KIND_SAID = "Loại thủ tục nguồn ghi:"
NO_CONDITIONS = frozenset({"khong", "khong co", "khong quy dinh", "khong yeu cau"})
FOLDERS = ("executing", "competent", "authorised", "coordinating")


@dataclass(frozen=True)
class Draft:
    """A procedure to be reviewed: where its file stands, what it holds, its text, what is asked about it."""

    parts: Parts
    path: str
    record: Procedure
    text: str
    asks: tuple[Ask, ...]


def draft(parts: Parts, names: Names) -> Draft | Skipped:
    """Return the draft of a record, or why there is none."""
    sections = [section(parts, names) for section in SECTIONS]
    keys: Keys = {key: value for each in sections for key, value in each.keys.items()}
    asks = [*parts.asks, *(ask for each in sections for ask in each.asks)]
    try:
        record = Procedure.model_validate(keys)
        asks += doubts.of_record(record)
        more = {"questions": list(questions(asks)), "unknown": list(unknown(record))}
        record = Procedure.model_validate({**keys, **filled(more)})
    except ValidationError as error:
        return Skipped(parts.record.place, _why(error))
    text = yaml_of(record)
    if len(text.encode()) > MAX_BYTES:
        return Skipped(parts.record.place, f"bản nháp lớn hơn {MAX_BYTES // 1024} KB, quá mức một tệp dữ liệu")
    return Draft(parts, f"procedures/{_folder(parts, names)}/{record.code}.yml", record, text, tuple(asks))


def _why(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    return f"bản nháp không hợp mẫu ở {'.'.join(map(str, first['loc']))}: {first['msg']}"


def unknown(record: Procedure) -> Iterator[str]:
    """Yield the keys that the law asks for and the source does not tell."""
    yield from (item.keys[0] for item in LAW_ITEMS if not item.is_given(record))
    if record.forms:
        yield "forms.file"


def _folder(parts: Parts, names: Names) -> str:
    """Return the id of the agency that carries out the procedure, or is next to doing so."""
    named = (parts.agencies[role][0] for role in FOLDERS if role in parts.agencies)
    number = decision_number(parts)
    announced = names.decisions[slug(number)].author if number else NO_AGENCY
    return names.agency(next(named, announced))


def _identity(parts: Parts, names: Names) -> Section:
    record, asks = parts.record, list[Ask]()
    title = fitting([line(record.text("title"))], "title", asks)
    if not title:
        asks.append(Ask("no-title", "title"))
    field = record.text("field")
    if is_absent(field):
        asks.append(Ask("no-field", "field"))
    if parts.audience.rest:
        asks.append(Ask("audience", "audience", parts.audience.rest))
    keys = {
        "code": record.code,
        "local_code": record.local_code,
        "title": title or record.code,
        "kind": parts.kind,
        "field": names.field_id(field),
        "levels": list(parts.levels.values),
        "audience": list(parts.audience.values),
        "audience_note": fitting([parts.audience.rest], "audience_note", asks),
        "status": "unknown",
    }
    return Section(filled(keys), tuple(asks))


def _agencies(parts: Parts, names: Names) -> Section:
    asks: list[Ask] = []
    address = line(parts.record.text("address"))
    keys: dict[str, Any] = {role: list(dict.fromkeys(map(names.agency, said))) for role, said in parts.agencies.items()}
    keys["address"] = "" if is_absent(address) else fitting([address], "agencies.address", asks)
    return Section(filled({"agencies": filled(keys)}), tuple(asks))


def _origin(parts: Parts, _names: Names) -> Section:
    record, asks = parts.record, list[Ask]()
    url, kind, number = record.text("url"), line(record.text("kind")), decision_number(parts)
    page = url if WEB.fullmatch(url) and not is_long(url) else ""
    kept = {"url": "" if page else url, "extra": record.text("portal_id"), "related": record.text("related")}
    kept["extra"] = "" if pack(kept["extra"]) in pack(page) else kept["extra"]
    kept["decision"] = "" if number else record.text("decision")
    asks += [Ask(about, PLACES[about], text, keeps=True) for about, text in kept.items() if not is_absent(text)]
    said = "" if parts.kind or is_absent(kind) else fitting([f"{KIND_SAID} {kind}"], "kind", asks)
    source = {"name": f"{SOURCE}, trang thủ tục {record.code}", "url": page, "unverified": [said] if said else []}
    keys = {
        "decision": slug(number) if number else "",
        "links": filled({"national_portal": page}),
        "source": filled(source),
    }
    return Section(filled(keys), tuple(asks))


PLACES = {"url": "source.url", "extra": "formality_id", "related": "interlinked", "decision": "decision"}


def _steps(parts: Parts, _names: Names) -> Section:
    points = parts.steps
    asks = [Ask("steps-whole", "steps")] if len(points) == 1 and names_steps(points[0].text) else []
    if len(points) > 1 and not points[1].mark:
        asks.append(Ask("case-order", "steps"))
    texts = [text for point in points for text in chunks(point.text or point.mark)]
    return Section(filled({"steps": [{"text": text} for text in texts]}), tuple(asks))


def _conditions(parts: Parts, _names: Names) -> Section:
    texts = [text for point in parts.conditions for text in chunks(point.text or point.mark)]
    is_none = len(texts) == 1 and fold(texts[0]).strip(" .") in NO_CONDITIONS
    return Section(filled({"conditions": "none" if is_none else texts}))


def _results(parts: Parts, _names: Names) -> Section:
    asks, rows = list[Ask](), list[Keys]()
    for row in parts.results:
        place = f"results[{len(rows)}]"
        name = fitting([row.name], place, asks)
        if not row.code:
            asks.append(Ask("result-code", place))
        if name:
            rows.append(filled({"name": name, "code": row.code}))
        elif row.code:
            asks.append(Ask("leftover", "results", row.code, keeps=True))
    return Section(filled({"results": rows}), tuple(asks))


def _law(parts: Parts, _names: Names) -> Section:
    asks = [Ask("law-rest", "legal_basis", text, keeps=True) for text in parts.law.rest]
    odd = (row for row in parts.law.rows if not row.is_agreed)
    asks += [Ask("law-kind", f"legal_basis, {row.number}", row.prefix, keeps=True) for row in odd]
    ids = list(dict.fromkeys(document_key(row) for row in parts.law.rows))
    return Section(filled({"legal_basis": ids}), tuple(asks))


def _foot(parts: Parts, _names: Names) -> Section:
    asks = [Ask("about", "Mô tả", foot.about, keeps=True) for foot in parts.feet if foot.about]
    words = [word.strip() for foot in parts.feet for word in line(foot.keywords).split(",")]
    keywords = [fitting([word], "keywords", asks) for word in words]
    return Section(filled({"keywords": list(filter(None, keywords))}), tuple(asks))


def _channels(parts: Parts, _names: Names) -> Section:
    return tables.of_channels(parts.channels)


def _papers(parts: Parts, _names: Names) -> Section:
    return tables.of_papers(parts.groups)


SECTIONS = (_identity, _agencies, _origin, _steps, _channels, _papers, _results, _conditions, _law, _foot)

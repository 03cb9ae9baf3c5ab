"""Pages about sample dossiers."""

from itertools import groupby

from generator import urls
from generator.facts import Facts
from generator.model.sample import Sample
from generator.pages.base import Draft, Products, action, badge, checked, crumb, head, shorten

SAMPLES = crumb("Hồ sơ mẫu", urls.SAMPLES)


def samples(facts: Facts) -> Products:
    """Yield the list of sample dossiers."""
    ordered = sorted(facts.samples.values(), key=lambda card: (card.procedure, card.sample))
    groups = [
        (facts.procedures[code], list(cards)) for code, cards in groupby(ordered, key=lambda card: card.procedure)
    ]
    meta = head("list", "Hồ sơ mẫu", f"{len(ordered)} hồ sơ mẫu đã điền từng ô, với người hư cấu và lỗi hay gặp.")
    yield Draft(urls.SAMPLES, "samples.md", meta, {"groups": groups})


def sample(record: Sample, facts: Facts) -> Products:
    """Yield the page of a sample dossier."""
    code = str(record.procedure)
    procedure = facts.procedures[code]
    approved = badge("Đã được duyệt", "ok") if record.approved_by else badge("Chưa được cơ quan duyệt", "soon")
    meta = head(
        "sample",
        record.title,
        shorten(
            f"{shorten(record.title, 70)} (thủ tục mã {code}): cách điền từng ô, ví dụ với người hư cấu, lỗi hay gặp."
        ),
        crumbs=[SAMPLES, crumb(procedure.short_title or procedure.title, urls.procedure(code))],
        badges=[approved, badge("Người trong ví dụ là hư cấu")],
        tag=f"thủ tục mã {code}",
        actions=[action("Về thủ tục", urls.procedure(code), main=True)],
        checked=checked(record.source, facts),
        illustration=facts.is_illustration(*procedure.agencies),
    )
    context = {
        "record": record,
        "procedure": procedure,
        "case": dict(procedure.cases).get(record.case or ""),
        "sizes": {each.file: facts.size(f"samples/{code}/{each.file}") for each in record.files},
    }
    yield Draft(urls.sample(code, record.id), "sample.md", meta, context)

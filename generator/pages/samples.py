"""Pages about sample dossiers."""

from collections.abc import Iterator
from itertools import groupby

from generator import urls
from generator.derive.views import Site
from generator.model.sample import Sample
from generator.pages.base import Draft, action, badge, checked, crumb, head, shorten

SAMPLES = crumb("Hồ sơ mẫu", urls.SAMPLES)


def drafts(site: Site) -> Iterator[Draft]:
    """Yield the list of sample dossiers and each of them."""
    yield _list(site)
    for sample in site.samples.values():
        yield _sample(sample, site)


def _list(site: Site) -> Draft:
    ordered = sorted(site.samples.values(), key=lambda sample: (sample.procedure, sample.id))
    groups = [
        (site.procedures[code], list(samples))
        for code, samples in groupby(ordered, key=lambda sample: sample.procedure)
    ]
    meta = head("list", "Hồ sơ mẫu", f"{len(ordered)} hồ sơ mẫu đã điền từng ô, với người hư cấu và lỗi hay gặp.")
    return Draft(urls.SAMPLES, "samples.md", meta, {"groups": groups})


def _sample(sample: Sample, site: Site) -> Draft:
    view = site.procedures[sample.procedure]
    approved = badge("Đã được duyệt", "ok") if sample.approved_by else badge("Chưa được cơ quan duyệt", "soon")
    meta = head(
        "sample",
        sample.title,
        shorten(f"{sample.title}: cách điền từng ô, ví dụ với người hư cấu, lỗi hay gặp."),
        crumbs=[SAMPLES, crumb(view.record.short_title or view.record.title, urls.procedure(sample.procedure))],
        badges=[approved, badge("Người trong ví dụ là hư cấu")],
        actions=[action("Về thủ tục", urls.procedure(sample.procedure), main=True)],
        checked=checked(sample.source, site),
        illustration=view.illustration,
    )
    case = next((case for case in view.record.cases if case.id == sample.case), None)
    sizes = {each.file: site.facts.attachments.get(f"samples/{sample.procedure}/{each.file}") for each in sample.files}
    context = {"record": sample, "view": view, "case": case, "facts": site.facts, "sizes": sizes}
    return Draft(urls.sample(sample.procedure, sample.id), "sample.md", meta, context)

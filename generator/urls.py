"""Where each page stands: paths of Markdown files, from which MkDocs makes the addresses."""

from posixpath import dirname, join, normpath, relpath
from urllib.parse import quote, unquote

from generator.fold import slug

HOME = "index.md"
PROCEDURES = "thu-tuc/index.md"
SAMPLES = "ho-so-mau/index.md"
PLANS = "ke-hoach/index.md"
PROGRESS = "tien-do/index.md"
ASSESSMENTS = "chi-so/index.md"
LEGAL = "van-ban/index.md"
DECISIONS = "quyet-dinh/index.md"
AGENCIES = "co-quan/index.md"
STATISTICS = "thong-ke/index.md"
COMPARISONS = "so-sanh/index.md"
CHANGES = "thay-doi/index.md"
FORMULAS = "cach-tinh/index.md"
INDICATORS = "so-lieu/index.md"
ROUTINES = "tien-do/lich/index.md"
DICTIONARY = "tu-dien-du-lieu.md"
GLOSSARY = "thuat-ngu/index.md"
SEARCH = "tim-kiem/index.md"
POSTED = "niem-yet/index.md"
REPORTS = "bao-cao/index.md"
DAYS_OFF = "lich/ngay-nghi.json"  # no page: what the browser counts working days with

PLAN_SCHEMA, INDICATORS_SCHEMA = "luoc-do/ke-hoach.json", "luoc-do/so-lieu.json"
STATISTICS_SCHEMA, COMPARISON_SCHEMA = "luoc-do/thong-ke.json", "luoc-do/so-sanh.json"
ASSESSMENT_SCHEMA, STANDING_SCHEMA = "luoc-do/chi-so.json", "luoc-do/tien-do.json"
PROGRESS_SCHEMA, FROZEN_SCHEMA = "luoc-do/bao-cao-tien-do.json", "luoc-do/bao-cao-da-chot.json"

# Pages that are always there, and stand in the menu.
SECTIONS = (
    HOME,
    PROCEDURES,
    SAMPLES,
    PLANS,
    PROGRESS,
    ASSESSMENTS,
    LEGAL,
    DECISIONS,
    AGENCIES,
    STATISTICS,
    COMPARISONS,
    CHANGES,
    FORMULAS,
    INDICATORS,
    ROUTINES,
    DICTIONARY,
    GLOSSARY,
    SEARCH,
    POSTED,
    REPORTS,
)


def procedure(code: str) -> str:
    """Return the page of a procedure."""
    return f"thu-tuc/{code}.md"


def by_field(field: str) -> str:
    """Return the catalogue page of a field."""
    return f"thu-tuc/linh-vuc/{field}.md"


def by_agency(agency: str) -> str:
    """Return the catalogue page of an agency."""
    return f"thu-tuc/co-quan/{agency}.md"


def by_agency_and_field(agency: str, field: str) -> str:
    """Return the catalogue page of an agency's procedures of one field."""
    return f"thu-tuc/co-quan/{agency}/{field}.md"


def by_event(event: str) -> str:
    """Return the catalogue page of a life event."""
    return f"thu-tuc/su-kien/{event}.md"


def posted_by(agency: str) -> str:
    """Return the page of the posting notices of an agency."""
    return f"niem-yet/{agency}.md"


def scanned(base: str, code: str, version: str) -> str:
    """Return the whole address to which the QR code of a posting notice leads."""
    return f"{base}{address(procedure(code))}?ban={version}"


def sample(procedure_code: str, sample_id: str) -> str:
    """Return the page of a sample dossier."""
    return f"ho-so-mau/{procedure_code}/{sample_id}.md"


def plan(plan_id: str) -> str:
    """Return the page of a plan."""
    return f"ke-hoach/{plan_id}.md"


def plan_unit(plan_id: str, unit: str) -> str:
    """Return the page of a unit's work under a plan."""
    return f"ke-hoach/{plan_id}/{unit}.md"


def plan_file(plan_id: str, file: str) -> str:
    """Return where a file made from a plan is published."""
    return f"ke-hoach/{plan_id}/{file}"


def unit_file(plan_id: str, unit: str, file: str) -> str:
    """Return where a file made from the work of a unit is published."""
    return f"ke-hoach/{plan_id}/{unit}/{file}"


def indicators(agency_id: str, period: str) -> str:
    """Return the page of an agency's indicators for a time."""
    return f"so-lieu/{agency_id}/{period}/index.md"


def indicators_file(agency_id: str, period: str, file: str) -> str:
    """Return where a file made from an agency's indicators is published."""
    return f"so-lieu/{agency_id}/{period}/{file}"


def indicator(agency_id: str, period: str, name: str) -> str:
    """Return the page of the records that an indicator counts; ``name`` is its Vietnamese name."""
    return f"so-lieu/{agency_id}/{period}/{slug(name)}.md"


def progress(plan_id: str, period: str) -> str:
    """Return the page of a progress report."""
    return f"tien-do/{plan_id}/{period}.md"


def progress_file(plan_id: str, period: str, file: str) -> str:
    """Return where a file made from a progress report is published."""
    return f"tien-do/{plan_id}/{period}/{file}"


def assessment(assessment_id: str) -> str:
    """Return the page of an assessment."""
    return f"chi-so/{assessment_id}.md"


def assessment_file(assessment_id: str, file: str) -> str:
    """Return where a file made from an assessment is published."""
    return f"chi-so/{assessment_id}/{file}"


def legal(legal_id: str) -> str:
    """Return the page of a legal document."""
    return f"van-ban/{legal_id}.md"


def decision(decision_id: str) -> str:
    """Return the page of a decision."""
    return f"quyet-dinh/{decision_id}.md"


def agency(agency_id: str) -> str:
    """Return the page of an agency."""
    return f"co-quan/{agency_id}.md"


def statistics(agency_id: str, period: str) -> str:
    """Return the page of an agency's figures of a period."""
    return f"thong-ke/{agency_id}/{period}.md"


def statistics_file(agency_id: str, period: str, file: str) -> str:
    """Return where a file made from an agency's figures of a period is published."""
    return f"thong-ke/{agency_id}/{period}/{file}"


def frozen_versions(plan_id: str, period: str) -> str:
    """Return the page that lists the versions of a frozen report."""
    return f"bao-cao/{plan_id}/{period}.md"


def frozen(plan_id: str, period: str, version: int) -> str:
    """Return the page of a version of a frozen report."""
    return f"bao-cao/{plan_id}/{period}/{version}.md"


def frozen_file(plan_id: str, period: str, version: int, file: str) -> str:
    """Return where a file made of a frozen report is published."""
    return f"bao-cao/{plan_id}/{period}/{version}/{file}"


def statistics_of(agency_id: str) -> str:
    """Return the page of an agency's figures over all its periods."""
    return f"thong-ke/{agency_id}.md"


def statistics_of_file(agency_id: str, file: str) -> str:
    """Return where a file made from an agency's figures over all its periods is published."""
    return f"thong-ke/{agency_id}/{file}"


def comparison(above: str, period: str) -> str:
    """Return the page that compares the bodies under an agency for a period."""
    return f"so-sanh/{above}/{period}.md"


def comparison_file(above: str, period: str, file: str) -> str:
    """Return where a file made from a comparison is published."""
    return f"so-sanh/{above}/{period}/{file}"


def list_file(page: str, file: str) -> str:
    """Return where a file made from one of the pages that are always there is published, beside it."""
    return address(page) + file


# One page of each shape of address; pages of one shape differ in their slots only.
SHAPES = (
    *SECTIONS,
    procedure("x"),
    by_field("x"),
    by_agency_and_field("x", "x"),
    posted_by("x"),
    sample("x", "x"),
    plan("x"),
    plan_unit("x", "x"),
    indicators("x", "x"),
    indicator("x", "x", "x"),
    progress("x", "x"),
    assessment("x"),
    legal("x"),
    decision("x"),
    agency("x"),
    statistics("x", "x"),
    frozen_versions("x", "x"),
    frozen("x", "x", 1),
    statistics_of("x"),
    comparison("x", "x"),
)


def shape_of(page: str) -> tuple[str, int]:
    """Return what pages have in common that the theme frames alike: the section and the depth of their address."""
    steps = address(page).split("/")
    return steps[0], len(steps)


def form_file(code: str, file: str) -> str:
    """Return where a form of a procedure is published."""
    return f"thu-tuc/{code}/{file}"


def sample_file(procedure_code: str, file: str) -> str:
    """Return where a file of a sample dossier is published."""
    return f"ho-so-mau/{procedure_code}/{file}"


def evidence_file(plan_id: str, file: str) -> str:
    """Return where a file of evidence is published."""
    return f"tien-do/{plan_id}/{file}"


def feed(*parts: str) -> str:
    """Return the Atom feed of all changes, or of those of a field, an agency or a procedure."""
    return "/".join(("thay-doi", *parts)) + ".xml"


def relative(target: str, page: str) -> str:
    """Return ``target`` as seen from the Markdown file ``page``; an anchor stays on it."""
    path, mark, anchor = target.partition("#")
    return relpath(path, page.rpartition("/")[0] or ".") + mark + anchor


def address(page: str) -> str:
    """Return the address below the site's root: ``ke-hoach/x.md`` -> ``ke-hoach/x/``."""
    path, mark, anchor = page.partition("#")
    if path == HOME or path.endswith("/index.md"):
        path = path.removesuffix("index.md")
    elif path.endswith(".md"):
        path = path.removesuffix(".md") + "/"
    return path + mark + anchor


def published(link: str, page: str) -> tuple[str, str]:
    """Return how a link of the Markdown file ``page`` reads on the published page, and the site's file it points to."""
    path, mark, anchor = link.partition("#")
    target = normpath(join(dirname(page), unquote(path))) if path else page
    there, here = address(target), address(page)
    file = there + "index.html" if target.endswith(".md") else there
    return from_here(there or "./", here) + mark + anchor, file


def from_here(there: str, here: str) -> str:
    """Return one address below the site's root as seen from another, as MkDocs writes it."""
    steps, base = _steps(quote(there)), _steps(here)
    shared = next((n for n, (one, other) in enumerate(zip(steps, base, strict=False)) if one != other), None)
    same = min(len(steps), len(base)) if shared is None else shared
    way = "/".join([".."] * (len(base) - same) + steps[same:]) or "."
    return way + "/" if there.endswith("/") else way


def _steps(address_: str) -> list[str]:
    return [step for step in address_.split("/") if step not in {"", "."}]

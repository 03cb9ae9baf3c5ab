"""Where each page stands: paths of Markdown files, from which MkDocs makes the addresses."""

from posixpath import relpath

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
CHANGES = "thay-doi/index.md"
DICTIONARY = "tu-dien-du-lieu.md"


def procedure(code: str) -> str:
    """Return the page of a procedure."""
    return f"thu-tuc/{code}.md"


def by_field(field: str) -> str:
    """Return the catalogue page of a field."""
    return f"thu-tuc/linh-vuc/{field}.md"


def by_agency(agency: str) -> str:
    """Return the catalogue page of an agency."""
    return f"thu-tuc/co-quan/{agency}.md"


def by_event(event: str) -> str:
    """Return the catalogue page of a life event."""
    return f"thu-tuc/su-kien/{event}.md"


def sample(procedure_code: str, sample_id: str) -> str:
    """Return the page of a sample dossier."""
    return f"ho-so-mau/{procedure_code}/{sample_id}.md"


def plan(plan_id: str) -> str:
    """Return the page of a plan."""
    return f"ke-hoach/{plan_id}.md"


def progress(plan_id: str, period: str) -> str:
    """Return the page of a progress report."""
    return f"tien-do/{plan_id}/{period}.md"


def assessment(assessment_id: str) -> str:
    """Return the page of an assessment."""
    return f"chi-so/{assessment_id}.md"


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
    if path.endswith("index.md"):
        path = path.removesuffix("index.md")
    elif path.endswith(".md"):
        path = path.removesuffix(".md") + "/"
    return path + mark + anchor

"""Sample dossiers: a case and forms that go together, and who approved them."""

from collections.abc import Iterator

from generator.errors import Problem
from generator.facts import Facts
from generator.filed import Filed
from generator.model.procedure import Procedure
from generator.model.sample import Sample
from generator.rules.common import CrossRules, OwnRules, record_of


def form_belongs_to_the_case(filed: Filed[Sample], facts: Facts) -> Iterator[Problem]:
    """Mẫu trong hồ sơ mẫu là mẫu mà trường hợp ấy phải nộp."""
    record = filed.record
    procedure = record_of(facts, "procedures", record.procedure) if record.case and record.forms else None
    wanted = _cases_by_form(procedure) if procedure else {}
    for index, form in enumerate(record.forms):
        cases = wanted.get(form.form)
        if cases and record.case not in cases:
            message = f"mẫu “{form.form}” chỉ dùng cho trường hợp {', '.join(sorted(cases))}"
            hint = "sửa case của hồ sơ mẫu, hoặc chọn mẫu khác"
            yield filed.warning(("forms", index, "form"), "mau-khac-truong-hop", message, hint)


def _cases_by_form(procedure: Procedure) -> dict[str | None, set[str]]:
    """Return the cases whose papers ask for each form; an empty set when the papers of all cases do."""
    cases: dict[str | None, set[str]] = {}
    every = {case.id for case in procedure.cases}
    for group in procedure.documents:
        for paper in group.items:
            cases.setdefault(paper.form, set()).update(group.cases or every)
    return cases


def approval_names_who(filed: Filed[Sample]) -> Iterator[Problem]:
    """Hồ sơ mẫu có ngày duyệt thì nêu cơ quan hoặc người duyệt."""
    if filed.record.approved_on and not filed.record.approved_by:
        hint = "ghi approved_by, hoặc bỏ approved_on"
        yield filed.error(("approved_on",), "thieu-nguoi-duyet", "có ngày duyệt mà không nêu ai duyệt", hint)


OWN: OwnRules = {Sample: (approval_names_who,)}
CROSS: CrossRules = {Sample: (form_belongs_to_the_case,)}

"""Sample dossiers: a case and forms that go together, and who approved them."""

from collections.abc import Iterator

from generator.errors import Problem
from generator.filed import Files
from generator.model.procedure import Procedure
from generator.model.sample import Sample
from generator.rules.common import procedures


def form_belongs_to_the_case(files: Files) -> Iterator[Problem]:
    """Mẫu trong hồ sơ mẫu là mẫu mà trường hợp ấy phải nộp."""
    wanted = {filed.record.code: _cases_by_form(filed.record) for filed in procedures(files)}
    for filed in files.of("samples", Sample):
        forms = wanted.get(filed.record.procedure, {})
        for index, form in enumerate(filed.record.forms if filed.record.case else ()):
            cases = forms.get(form.form, set())
            if cases and filed.record.case not in cases:
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


def approval_names_who(files: Files) -> Iterator[Problem]:
    """Hồ sơ mẫu có ngày duyệt thì nêu cơ quan hoặc người duyệt."""
    for filed in files.of("samples", Sample):
        if filed.record.approved_on and not filed.record.approved_by:
            hint = "ghi approved_by, hoặc bỏ approved_on"
            yield filed.error(("approved_on",), "thieu-nguoi-duyet", "có ngày duyệt mà không nêu ai duyệt", hint)


RULES = (form_belongs_to_the_case, approval_names_who)

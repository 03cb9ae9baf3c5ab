"""What an office takes away of a frozen report: the official document, and form II.06a as a workbook."""

import re
from collections.abc import Iterable

from generator import words
from generator.derive.due import span_of
from generator.export.form_ii06a import FormII06a, form_file
from generator.export.form_ii06a import FormRow as Row
from generator.export.official import OfficialDocument, Section, Signer, official_file
from generator.export.tables import Column, Kind, Table
from generator.model import parts
from generator.model.report import FormRow, FrozenReport, FrozenSection, FrozenTarget, FrozenTask, Value
from generator.model.statistics import COLUMNS, DossierRow
from generator.reporting.sentences import value_said

KIND = "Báo cáo"
Cells = tuple[str | int, ...]
SYMBOL = re.compile(r"[^/]*/KH-(\S+)")
TARGETS = ("Chỉ tiêu", "Cần đạt", "Đếm từ bản ghi", "Tự báo cáo", "Tình trạng")
TASKS = ("Nhiệm vụ", "Chủ trì", "Thời hạn", "Tình trạng", "Minh chứng")
FORM = ("Lĩnh vực, thủ tục", *((DossierRow.model_fields[name].title or "") for name in COLUMNS))
UNKNOWN = "chưa có"


def word_file(record: FrozenReport) -> bytes:
    """Return the report as DOCX, in the layout of official documents."""
    head = record.letterhead
    document = OfficialDocument(
        agency=head.agency,
        kind=KIND,
        about=head.subject,
        as_of=record.as_of,
        sections=(*map(_section, record.sections), _appendix(record)),
        over_agency=head.above or "",
        number=head.number or "",
        symbol=_symbol(record),
        place=head.place or "",
        day=head.date,
        opening=record.opening,
        closing=(_traced(record),),
        recipients=head.recipients,
        signer=_signer(head.signer),
        illustration=record.illustration,
    )
    return official_file(document)


def _symbol(record: FrozenReport) -> str:
    """Return the symbol that a report of the agency bears, as told by the number of its plan: ``BC-SMH``."""
    found = SYMBOL.fullmatch(record.about.number or "")
    return f"BC-{found[1]}" if found else ""


def _signer(signer: parts.Signer | None) -> Signer | None:
    if signer is None:
        return None
    authority = " ".join(filter(None, (signer.authority.label, signer.on_behalf_of)))
    return Signer(signer.position or "", authority, signer.name or "")


def _section(section: FrozenSection) -> Section:
    return Section(section.title, section.level, section.paragraphs, section.items)


def _appendix(record: FrozenReport) -> Section:
    """Return the figures: targets, tasks, and form II.06a where there is one."""
    tables = [
        _table("chi-tieu", "Phụ lục 1. Chỉ tiêu", TARGETS, map(_target, record.targets)),
        _table("nhiem-vu", "Phụ lục 2. Nhiệm vụ", TASKS, map(_task, record.tasks)),
    ]
    if form := record.form:
        rows: Iterable[Cells] = ((row.name, *row.columns) for row in (*form.rows, form.total))
        tables.append(_table("ii-06a", "Phụ lục 3. Biểu II.06a", FORM, rows))
    return Section("Phụ lục số liệu", tables=tuple(each for each in tables if each.rows))


def _table(name: str, title: str, columns: tuple[str, ...], rows: Iterable[Cells]) -> Table:
    kinds = [Kind.TEXT, *(Kind.NUMBER if name == "ii-06a" else Kind.TEXT for _column in columns[1:])]
    heads = tuple(Column(str(at), column, kind) for at, (column, kind) in enumerate(zip(columns, kinds, strict=True)))
    return Table(name, title, heads, tuple(rows))


def _target(target: FrozenTarget) -> tuple[str, ...]:
    return (
        f"{target.target}. {target.text}",
        target.goal or "không có con số",
        _value(target.counted, target),
        _value(target.reported, target),
        target.words,
    )


def _value(value: Value | None, target: FrozenTarget) -> str:
    return value_said(value, target.unit) if value else UNKNOWN


def _task(task: FrozenTask) -> tuple[str, ...]:
    return (
        f"{task.task}. {task.text}",
        "; ".join(task.units) or "văn bản không nêu",
        task.due,
        task.words,
        "; ".join(each.text for each in task.evidence) or UNKNOWN,
    )


def _traced(record: FrozenReport) -> str:
    """Say of which data the report was made, so that anybody can compare."""
    commit = record.origin.commit
    data = f"commit {commit}" if commit else f"mã băm SHA-256 {record.origin.digest}"
    return (
        f"Báo cáo này là bản {record.version}, chốt từ dữ liệu công khai ({data}); "
        f"mã niêm phong {record.seal}. Cách đếm từng con số ở trang công khai của báo cáo."
    )


def form_of(record: FrozenReport) -> bytes | None:
    """Return form II.06a as XLSX; None where the period has no figures."""
    form, head = record.form, record.letterhead
    if form is None:
        return None
    first, last = span_of(record.period)
    filled = FormII06a(
        agency=head.agency,
        period=words.period(record.period),
        as_of=form.as_of,
        rows=tuple(map(_row, form.rows)),
        total=_row(form.total),
        receiver=head.above or "",
        first=first,
        last=last,
        source="; ".join(form.periods),
        illustration=record.illustration,
    )
    return form_file(filled)


def _row(row: FormRow) -> Row:
    return Row(row.name, row.columns)

"""The report of an import in words: a table for people, JSON for programs."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from rich.box import SIMPLE
from rich.table import Table

from generator.errors import Severity
from generator.importers.portal.questions import ABOUT
from generator.importers.portal.report import Report, Share
from generator.importers.portal.source import Skipped
from generator.rules.common import number_words

MOST_SKIPPED = 20
LABELS = {
    "imported": "Bản ghi thành bản nháp",
    "loaded": "Bản nháp kiểm tra không lỗi",
    "shared": "Bản ghi kèm theo (cơ quan, văn bản…)",
    "fields": "Khóa được điền",
    "law_items": "Nội dung luật đòi (13 mỗi thủ tục)",
    "missing": "Ký tự của nguồn không có trong bản nháp",
    "channel_rows": "Dòng cách thức nộp",
    "typed_rows": "  cả thời hạn và phí thành giá trị",
    "unit_rows": "  như trên, trừ dòng nguồn thiếu đơn vị",
    "paper_rows": "Dòng giấy tờ",
    "steps": "Bước",
    "results": "Kết quả có mã",
    "law_rows": "Văn bản căn cứ",
}
FINDINGS = {
    "fee-without-unit": "Phí không có đơn vị hoặc quá nhỏ",
    "limit-without-unit": "Thời hạn không có đơn vị",
    "days-or-working-days": "Ngày khác ngày làm việc",
    "number-against-words": "Số mâu thuẫn với lời",
}
GROUPS: Mapping[str, Sequence[str]] = {
    "Bản ghi": ("imported", "loaded", "shared", "fields", "steps", "law_items", "missing"),
    "Bảng tách trọn": ("channel_rows", "typed_rows", "unit_rows", "paper_rows", "results", "law_rows"),
}
# What the codes of ``check`` mean that drafts may meet; others are shown as they are.
CODES = {
    "con-cau-hoi": "bản nháp còn câu hỏi",
    "so-luong-mau-thuan": "số bản khác số trong tên giấy tờ",
    "phi-qua-nho": "mức phí dưới 1.000 đồng",
    "don-vi-mau-thuan": "đơn vị thời hạn khác lời bên cạnh",
    "dong-trung": "dòng cách thức nộp trùng nhau",
    "muc-do-cu": "mức độ trực tuyến theo cách gọi cũ",
    "cap-huyen": "còn ghi cấp huyện",
    "vua-mien-vua-thu": "vừa miễn phí vừa thu tiền",
    "khong-ban-nao": "giấy tờ ghi 0 bản",
    "du-lieu-ca-nhan": "có vết dữ liệu cá nhân",
}
# Each matter in a few words; the questions in the drafts say it in full.
MATTERS = {
    "about": "Phần mô tả riêng của trang nguồn",
    "audience": "Đối tượng ngoài danh mục",
    "case-order": "Bước của nhiều trường hợp nối nhau",
    "decision": "Số quyết định thiếu ký hiệu cơ quan",
    "extra": "Trường lạ",
    "fee-council": "Mức thu do hội đồng nhân dân",
    "fee-differs": "Mức phí ở cột khác ghi chú",
    "fee-free": "Cột ghi miễn phí, ghi chú có thu",
    "fee-text": "Phí không ghi bằng đồng",
    "form-start": "Tên giấy tờ dính tên biểu mẫu",
    "glued": "Thời gian và phí dính liền",
    "law-kind": "Tên loại văn bản khác ký hiệu",
    "law-rest": "Văn bản không tách được",
    "leftover": "Đoạn không thuộc bảng nào",
    "limit-differs": "Thời hạn ở cột khác mô tả",
    "limit-text": "Thời hạn ghi bằng lời",
    "limit-unit": "Thời hạn không có đơn vị",
    "long": "Đoạn quá dài cho chỗ của nó",
    "no-copies": "0 bản chính, không ghi bản sao",
    "no-fee": "Dòng không có mức phí",
    "no-field": "Thiếu lĩnh vực",
    "no-name": "Có số lượng, thiếu tên giấy tờ",
    "no-title": "Thiếu tên thủ tục",
    "quantity": "Chữ số của tên hay của số lượng",
    "related": "Có thủ tục liên quan",
    "result-code": "Kết quả chưa có mã",
    "row-inside": "Dòng như còn chứa dòng khác",
    "rule": "Bản nháp tự mâu thuẫn",
    "steps-whole": "Các bước không tách được",
    "unclosed": "Ngoặc không đóng",
    "unseen": "Ký tự không hiển thị được",
    "url": "Địa chỉ trang nguồn sai dạng",
}


def table_of(report: Report) -> Table:
    """Return the report as a table, its lines in groups under their headings."""
    table = Table(box=SIMPLE, show_header=False, title="Nhập từ Cổng Dịch vụ công quốc gia", title_justify="left")
    table.add_column()
    table.add_column(justify="right")
    for heading, rows in groups_of(report):
        lines = [(f"  {name}", value if isinstance(value, str) else str(value)) for name, value in rows]
        if lines:
            table.add_row(f"[bold]{heading}[/bold]")
        for line in lines:
            table.add_row(*line, end_section=line is lines[-1])
    return table


Rows = Iterable[tuple[str, str | Share]]


def groups_of(report: Report) -> Iterable[tuple[str, Rows]]:
    """Yield each heading with the names and values of its lines."""
    for heading, names in GROUPS.items():
        yield heading, [(LABELS[name], _shown(getattr(report, name))) for name in names]
    yield (
        "Chỗ nguồn ghi thiếu hoặc mâu thuẫn",
        [(FINDINGS[name], number_words(count)) for name, count in report.findings.items()],
    )
    yield (
        f"Câu hỏi: {number_words(report.questions)} ở {number_words(report.asked)} bản nháp; số bản nháp hỏi về",
        [(MATTERS[about], number_words(count)) for about, count in report.matters.most_common()],
    )
    for severity, name in ((Severity.ERROR, "Lỗi"), (Severity.WARNING, "Cảnh báo")):
        found = report.found(severity)
        rows = [(CODES.get(code, code), number_words(count)) for code, count in found.most_common()]
        yield f"{name} của lệnh kiểm tra: {number_words(found.total())}", rows or [("không có", "")]


def _shown(value: int | Share) -> str | Share:
    return number_words(value) if isinstance(value, int) else value


def json_of(report: Report) -> str:
    """Return the report as JSON: each count by its name, shares as ``part`` and ``whole``."""
    values = {name: getattr(report, name) for name in LABELS}
    counts = {name: asdict(value) if isinstance(value, Share) else value for name, value in values.items()}
    found = {
        "questions": report.questions,
        "drafts_with_questions": report.asked,
        "findings": report.findings,
        "matters": {about: {"drafts": count, "question": ABOUT[about]} for about, count in report.matters.items()},
        "errors": report.found(Severity.ERROR),
        "warnings": report.found(Severity.WARNING),
        "skipped": [{"place": each.place, "why": each.why} for each in report.skipped],
    }
    return json.dumps(counts | found, ensure_ascii=False, indent=2) + "\n"


def skipped_lines(skipped: Sequence[Skipped]) -> list[str]:
    """Return what was passed over, a line each; not all when there are many."""
    lines = [f"Bỏ qua {each.place}: {each.why}" for each in skipped[:MOST_SKIPPED]]
    more = len(skipped) - MOST_SKIPPED
    return [*lines, f"… và {number_words(more)} bản ghi nữa"] if more > 0 else lines

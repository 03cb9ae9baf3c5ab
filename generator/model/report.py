"""A frozen report (báo cáo đã chốt): what was known of a plan on one day, in words and figures, for ever.

``minhbach report`` writes it; nobody else does.  It names other records by their names of that day, so that its page
is made of nothing but itself.
"""

import re
from typing import ClassVar

from pydantic import Field

from generator.model.base import Choice, Model
from generator.model.codes import Code, ItemId, PlanRef, Slug
from generator.model.parts import Signer
from generator.model.plan import Area, PlanKind
from generator.model.statistics import COLUMNS, Feedback, Outcomes, Satisfaction
from generator.model.times import Period
from generator.model.values import (
    Bool,
    Count,
    Date,
    DocumentNumber,
    FileName,
    Line,
    Money,
    Number,
    Positive,
    Sha256,
    Text,
    Url,
    Whole,
)


class Commit(Code):
    """The full name of a commit."""

    pattern = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
    noun = "mã commit"
    hint = "chép đủ 40 ký tự 0–9, a–f mà git log in ra"


class RecordId(Code):
    """A record that a figure counts: its kind and its id, such as ``procedures/1.001308``; ``tasks/`` of the plan."""

    pattern = re.compile(r"(?:procedures|statistics|tasks)(?:/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*){1,2}")
    noun = "bản ghi được đếm"
    hint = "viết loại rồi mã, ví dụ procedures/1.001308, statistics/so-mau/2026-q3 hoặc tasks/1.1"


class CountedRef(RecordId):
    """One of the ``records`` of the same report."""

    scope: ClassVar[str] = "records"


class WorkingRef(Slug):
    """One of the ``workings`` of the same report."""

    scope: ClassVar[str] = "workings"


class DecidedBy(Choice):
    """Which of its two values a target was judged by."""

    COUNTED = "counted", "số đếm từ bản ghi"
    REPORTED = "reported", "số tự báo cáo"


class Origin(Model):
    """Of which data the report was made."""

    commit: Commit | None = Field(None, title="Commit của dữ liệu", description="Lần ghi cuối vào thư mục dữ liệu.")
    uncommitted: Bool = Field(False, title="Có thay đổi chưa commit")
    digest: Sha256 = Field(title="Mã băm của dữ liệu", description="SHA-256 của mọi tệp dữ liệu, trừ báo cáo đã chốt.")


class Replaced(Model):
    """The version before, fixed by its seal."""

    report: Slug = Field(title="Bản trước")
    seal: Sha256 = Field(title="Mã niêm phong của bản trước")


class Letterhead(Model):
    """What stands around the text of an official document. Law: 30/2020/NĐ-CP, Phụ lục I."""

    agency: Line = Field(title="Cơ quan báo cáo", description="Tên vào ngày của số liệu.")
    above: Line | None = Field(None, title="Cơ quan chủ quản")
    number: DocumentNumber | None = Field(None, title="Số, ký hiệu", description="Bỏ trống khi chưa ban hành.")
    place: Line | None = Field(None, title="Nơi ban hành")
    date: Date | None = Field(None, title="Ngày ban hành")
    subject: Line = Field(title="Trích yếu")
    recipients: tuple[Line, ...] = Field((), title="Nơi nhận")
    signer: Signer | None = Field(None, title="Người ký")


class PlanNamed(Model):
    """The plan as it was called."""

    title: Line = Field(title="Tên kế hoạch")
    kind: PlanKind = Field(title="Loại kế hoạch")
    number: DocumentNumber | None = Field(None, title="Số, ký hiệu")
    date: Line | None = Field(None, title="Ngày ban hành")
    period: Period = Field(title="Thời kỳ")


class StateCount(Model):
    """How many tasks or targets are in a state."""

    state: Slug = Field(title="Mã tình trạng")
    words: Line = Field(title="Tình trạng")
    count: Count = Field(title="Số lượng")


class Proof(Model):
    """Evidence, as people read it, and where it is."""

    text: Line = Field(title="Minh chứng")
    url: Url | None = Field(None, title="Địa chỉ")
    file: FileName | None = Field(None, title="Tệp", description="Trong thư mục tiến độ của kế hoạch.")


class FrozenTask(Model):
    """A task as it stood."""

    task: ItemId = Field(title="Số mục")
    area: Area = Field(title="Lĩnh vực cải cách")
    group: Line | None = Field(None, title="Nhóm")
    text: Text = Field(title="Nhiệm vụ")
    units: tuple[Line, ...] = Field((), title="Chủ trì")
    due: Line = Field(title="Thời hạn")
    last_day: Date | None = Field(None, title="Ngày cuối cùng")
    state: Slug = Field(title="Mã tình trạng")
    words: Line = Field(title="Tình trạng")
    days: Whole | None = Field(None, title="Số ngày quá hạn", description="Số âm là số ngày còn lại.")
    delivered: tuple[Line, ...] = Field((), title="Kỳ đã nộp")
    missed: tuple[Line, ...] = Field((), title="Kỳ thiếu")
    spent_vnd: Money | None = Field(None, title="Đã chi (đồng)")
    evidence: tuple[Proof, ...] = Field((), title="Minh chứng")
    note: Text | None = Field(None, title="Ghi chú")


class Value(Model):
    """A value with the fraction that it comes from; without ``value`` nothing arose."""

    value: Number | None = Field(None, title="Giá trị")
    numerator: Count | None = Field(None, title="Tử số")
    denominator: Count | None = Field(None, title="Mẫu số")


class FrozenTarget(Model):
    """A target as it stood."""

    target: ItemId = Field(title="Số mục")
    area: Area = Field(title="Lĩnh vực cải cách")
    text: Text = Field(title="Chỉ tiêu")
    scope: Line | None = Field(None, title="Phạm vi")
    units: tuple[Line, ...] = Field((), title="Chủ trì")
    goal: Line | None = Field(None, title="Cần đạt", description="Bỏ trống khi chỉ tiêu không có con số.")
    unit: Line | None = Field(None, title="Đơn vị tính")
    due: Line = Field(title="Thời hạn")
    counted: Value | None = Field(None, title="Đếm từ bản ghi")
    reported: Value | None = Field(None, title="Tự báo cáo")
    difference: Number | None = Field(None, title="Chênh lệch", description="Số đếm trừ số tự báo cáo.")
    decided_by: DecidedBy | None = Field(None, title="Xét theo")
    shown: Line | None = Field(None, title="Giá trị được xét")
    state: Slug = Field(title="Mã tình trạng")
    words: Line = Field(title="Tình trạng")
    working: WorkingRef | None = Field(None, title="Cách tính")
    evidence: tuple[Proof, ...] = Field((), title="Minh chứng")
    note: Text | None = Field(None, title="Ghi chú")


class Weighed(Model):
    """A record that counts otherwise than by one."""

    record: CountedRef = Field(title="Bản ghi")
    part: Count = Field(title="Góp vào tử số")
    whole: Count = Field(title="Góp vào mẫu số")


class LeftOut(Model):
    """Records that a figure leaves out, and why."""

    why: Line = Field(title="Vì sao không tính")
    records: tuple[CountedRef, ...] = Field(title="Bản ghi", min_length=1)


class Working(Model):
    """How a figure was counted: its formula, and every record that it looked at."""

    id: Slug = Field(title="Mã cách tính")
    name: Line = Field(title="Chỉ số")
    span: Line = Field(title="Của thời gian")
    numerator: Count = Field(title="Tử số")
    numerator_words: Line = Field(title="Tử số là gì")
    denominator: Count = Field(title="Mẫu số")
    denominator_words: Line = Field(title="Mẫu số là gì")
    share: Number | None = Field(None, title="Tỉ lệ (%)", description="Bỏ trống khi không phát sinh.")
    leaves_out: Line = Field(title="Không tính")
    law: Line = Field(title="Theo")
    source: Line = Field(title="Lấy từ")
    as_of: Date | None = Field(None, title="Số liệu chốt ngày")
    met: tuple[CountedRef, ...] = Field((), title="Bản ghi đạt", description="Góp 1 vào tử số và 1 vào mẫu số.")
    unmet: tuple[CountedRef, ...] = Field((), title="Bản ghi chưa đạt", description="Góp 0 vào tử số, 1 vào mẫu số.")
    weighed: tuple[Weighed, ...] = Field((), title="Bản ghi góp số khác")
    left: tuple[LeftOut, ...] = Field((), title="Bản ghi không tính")


class NamedRecord(Model):
    """A record with its name of that day."""

    id: RecordId = Field(title="Bản ghi")
    name: Line = Field(title="Tên")


class FormRow(Model):
    """A row of form II.06a."""

    name: Line = Field(title="Lĩnh vực, thủ tục")
    columns: tuple[Count, ...] = Field(
        title="Cột 3 đến 13", min_length=len(COLUMNS), max_length=len(COLUMNS), description="Theo thứ tự của biểu."
    )


class Form(Model):
    """Form II.06a of the period. Law: 01/2020/TT-VPCP."""

    as_of: Date = Field(title="Số liệu chốt ngày")
    periods: tuple[Line, ...] = Field(title="Gộp từ số liệu của", min_length=1)
    merged: Bool = Field(False, title="Đã gộp dòng ít hồ sơ")
    rows: tuple[FormRow, ...] = Field((), title="Các dòng")
    total: FormRow = Field(title="Dòng cộng")


class FrozenBudget(Model):
    """Money planned and spent."""

    total_vnd: Money | None = Field(None, title="Kinh phí kế hoạch (đồng)")
    spent_vnd: Money | None = Field(None, title="Đã chi (đồng)")
    source: Text | None = Field(None, title="Nguồn kinh phí")


class FrozenSection(Model):
    """A part of the text: its paragraphs, then its items."""

    title: Line = Field(title="Đề mục")
    level: Positive = Field(1, title="Cấp", description="1 là mục lớn, 2 là mục con.")
    paragraphs: tuple[Text, ...] = Field((), title="Đoạn văn")
    items: tuple[Text, ...] = Field((), title="Gạch đầu dòng")


class FrozenReport(Model):
    """The report of a period; the file stands in a folder named after the plan."""

    id: Slug = Field(title="Mã báo cáo", description="Kỳ và số bản, bằng tên tệp, ví dụ 2026-q3-v1.")
    plan: PlanRef = Field(title="Kế hoạch", description="Bằng tên thư mục.")
    period: Period = Field(title="Kỳ")
    version: Positive = Field(title="Bản số")
    replaces: Replaced | None = Field(None, title="Thay cho")
    reason: Text | None = Field(None, title="Lý do lập bản mới", description="Bắt buộc từ bản 2.")
    made_on: Date = Field(title="Ngày lập")
    as_of: Date = Field(title="Số liệu tính đến ngày")
    origin: Origin = Field(title="Dữ liệu dùng để lập")
    illustration: Bool = Field(False, title="Báo cáo minh họa")
    letterhead: Letterhead = Field(title="Thể thức văn bản")
    about: PlanNamed = Field(title="Kế hoạch được báo cáo")
    missing: tuple[Line, ...] = Field((), title="Số liệu còn thiếu")
    opening: tuple[Text, ...] = Field((), title="Lời mở đầu")
    sections: tuple[FrozenSection, ...] = Field((), title="Nội dung theo đề cương")
    task_counts: tuple[StateCount, ...] = Field((), title="Nhiệm vụ theo tình trạng")
    target_counts: tuple[StateCount, ...] = Field((), title="Chỉ tiêu theo tình trạng")
    targets: tuple[FrozenTarget, ...] = Field((), title="Chỉ tiêu")
    tasks: tuple[FrozenTask, ...] = Field((), title="Nhiệm vụ")
    indicators: tuple[WorkingRef, ...] = Field((), title="Chỉ số của kỳ")
    form: Form | None = Field(None, title="Biểu II.06a")
    outcomes: Outcomes | None = Field(None, title="Số hóa, thanh toán, bưu chính")
    satisfaction: Satisfaction | None = Field(None, title="Khảo sát hài lòng")
    feedback: Feedback | None = Field(None, title="Phản ánh, kiến nghị")
    budget: FrozenBudget | None = Field(None, title="Kinh phí")
    workings: tuple[Working, ...] = Field((), title="Cách tính")
    records: tuple[NamedRecord, ...] = Field((), title="Bản ghi được đếm")
    seal: Sha256 = Field(title="Mã niêm phong", description="SHA-256 của nội dung; đổi một chữ là khác.")

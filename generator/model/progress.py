"""What was done under a plan up to a day, with evidence."""

from pydantic import Field

from generator.model.base import Choice, Model
from generator.model.codes import PlanRef, RoutineRef, TargetRef, TaskRef
from generator.model.parts import Evidence, Source
from generator.model.times import Period
from generator.model.values import Count, Date, Line, Money, Number, Text


class ReportedState(Choice):
    """What a unit reports of a task; overdue and due soon are computed, never typed."""

    NOT_STARTED = "not-started", "Chưa làm"
    IN_PROGRESS = "in-progress", "Đang làm"
    DONE = "done", "Đã xong"
    DROPPED = "dropped", "Thôi không làm"


class TargetProgress(Model):
    """The value of a target as reported."""

    target: TargetRef = Field(title="Chỉ tiêu")
    value: Number | None = Field(None, title="Giá trị đạt được")
    numerator: Count | None = Field(None, title="Tử số")
    denominator: Count | None = Field(None, title="Mẫu số")
    evidence: tuple[Evidence, ...] = Field((), title="Minh chứng")
    note: Text | None = Field(None, title="Ghi chú")


class TaskProgress(Model):
    """The state of a task as reported."""

    task: TaskRef = Field(title="Nhiệm vụ")
    state: ReportedState = Field(title="Tình trạng báo cáo")
    done_on: Date | None = Field(None, title="Ngày xong")
    delivered: tuple[Period, ...] = Field(
        (), title="Kỳ đã nộp", description="Cho việc định kỳ, hoặc việc có nhiều thời hạn."
    )
    spent_vnd: Money | None = Field(None, title="Đã chi (đồng)", description="Cộng dồn từ đầu kế hoạch.")
    evidence: tuple[Evidence, ...] = Field((), title="Minh chứng")
    note: Text | None = Field(None, title="Ghi chú")


class SentReport(Model):
    """A periodic report that was sent."""

    report: RoutineRef = Field(title="Báo cáo", description="Mã ở danh sách reporting của kế hoạch.")
    period: Period = Field(title="Kỳ báo cáo")
    sent_on: Date | None = Field(None, title="Ngày gửi")
    evidence: tuple[Evidence, ...] = Field((), title="Minh chứng")


class Progress(Model):
    """One report of progress; the file stands in a folder named after the plan."""

    plan: PlanRef = Field(title="Kế hoạch", description="Bằng tên thư mục.")
    period: Period = Field(title="Kỳ", description="Bằng tên tệp.")
    as_of: Date = Field(title="Số liệu tính đến ngày")
    reported_by: Line | None = Field(None, title="Đơn vị báo cáo")
    targets: tuple[TargetProgress, ...] = Field((), title="Chỉ tiêu")
    tasks: tuple[TaskProgress, ...] = Field((), title="Nhiệm vụ")
    reports: tuple[SentReport, ...] = Field((), title="Báo cáo đã gửi")
    note: Text | None = Field(None, title="Nhận xét chung")
    difficulties: tuple[Text, ...] = Field((), title="Tồn tại, vướng mắc")
    next_steps: tuple[Text, ...] = Field((), title="Phương hướng kỳ sau")
    requests: tuple[Text, ...] = Field((), title="Kiến nghị")
    source: Source = Field(title="Nguồn")

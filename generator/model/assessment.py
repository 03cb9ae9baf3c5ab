"""An index score of an agency in a year: groups, criteria, what was lost, why, and the remedy."""

from typing import Literal

from pydantic import Field

from generator.model.base import Choice, Model
from generator.model.codes import AgencyRef, LegalRef, PlanRef, Slug, TaskRef
from generator.model.parts import Source
from generator.model.values import Count, Line, Number, Positive, Text, Year


class IndexKind(Choice):
    """Which index."""

    DEPARTMENT = "department", "Chỉ số cải cách hành chính của sở, ngành"
    PAR_INDEX = "par-index", "PAR INDEX"
    SIPAS = "sipas", "SIPAS"
    PCI = "pci", "PCI"
    PAPI = "papi", "PAPI"
    ICT = "ict", "ICT Index"


class Met(Choice):
    """Whether a criterion is met."""

    MET = "met", "Đạt"
    PARTLY = "partly", "Đạt một phần"
    NOT_MET = "not-met", "Chưa đạt"


class Criterion(Model):
    """One criterion; ``score`` and ``max`` stay out when the source does not give them."""

    id: Slug = Field(title="Mã tiêu chí")
    name: Text = Field(title="Tiêu chí")
    max: Number | None = Field(None, title="Điểm tối đa")
    self_score: Number | None = Field(None, title="Điểm tự chấm")
    score: Number | None = Field(None, title="Điểm thẩm định")
    met: Met = Field(title="Kết quả")
    rank: Positive | None = Field(None, title="Hạng")
    rank_of: Positive | None = Field(None, title="Trên tổng số")
    parts: tuple[Text, ...] = Field((), title="Nội dung thành phần")
    cause: Text | None = Field(None, title="Nguyên nhân")
    remedy: Text | None = Field(None, title="Cách khắc phục")
    tasks: tuple[TaskRef, ...] = Field((), title="Nhiệm vụ khắc phục", description="Số mục ở kế hoạch khắc phục.")
    note: Line | None = Field(None, title="Ghi chú")


class CriteriaGroup(Model):
    """A group of criteria with its score."""

    id: Slug = Field(title="Mã nhóm")
    name: Line = Field(title="Tên nhóm")
    max: Number | None = Field(None, title="Điểm tối đa")
    score: Number | None = Field(None, title="Điểm đạt")
    criteria_total: Count | None = Field(None, title="Số tiêu chí của nhóm")
    criteria_not_met: Count | None = Field(None, title="Số tiêu chí chưa đạt, nguồn ghi")
    criteria: tuple[Criterion, ...] = Field((), title="Tiêu chí")


class Assessment(Model):
    """A whole assessment. A gap between the sum of the groups and the reported total is shown, not hidden."""

    id: Slug = Field(title="Mã bản chấm điểm", description="Bằng tên tệp.")
    agency: AgencyRef = Field(title="Cơ quan được chấm")
    year: Year = Field(title="Năm")
    kind: IndexKind = Field(title="Chỉ số")
    title: Line = Field(title="Tên")
    scale: Number | None = Field(None, title="Thang điểm")
    total: Number | None = Field(None, title="Tổng điểm công bố")
    rank: Positive | None = Field(None, title="Hạng")
    rank_of: Positive | None = Field(None, title="Trên tổng số")
    grade: Line | None = Field(None, title="Xếp loại")
    behind_first: Number | None = Field(None, title="Kém đơn vị đứng đầu (điểm)")
    ahead_of_last: Number | None = Field(None, title="Hơn đơn vị đứng cuối (điểm)")
    criteria_total: Count | None = Field(None, title="Tổng số tiêu chí, nguồn ghi")
    criteria_met: Count | None = Field(None, title="Số tiêu chí đạt, nguồn ghi")
    criteria_not_met: Count | None = Field(None, title="Số tiêu chí chưa đạt, nguồn ghi")
    target_rank: Positive | None = Field(None, title="Hạng phấn đấu")
    target_rank_kind: Literal["better-than", "at-least"] = Field(
        "at-least",
        title="Cách hiểu hạng phấn đấu",
        description="better-than: hạng nhỏ hơn; at-least: hạng này hoặc nhỏ hơn.",
    )
    target_year: Year | None = Field(None, title="Năm phấn đấu")
    plan: PlanRef | None = Field(None, title="Kế hoạch khắc phục")
    decision: LegalRef | None = Field(None, title="Văn bản công bố")
    summary: Text | None = Field(None, title="Nhận định chung")
    groups: tuple[CriteriaGroup, ...] = Field((), title="Nhóm tiêu chí")
    gaps: tuple[Text, ...] = Field((), title="Chỗ nguồn thiếu hoặc mâu thuẫn")
    source: Source = Field(title="Nguồn")

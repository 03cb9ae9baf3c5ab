"""Dossiers, satisfaction and feedback of an agency in a period. Law: 01/2020/TT-VPCP, form II.06a."""

from pydantic import Field

from generator.model.base import Model
from generator.model.codes import AgencyRef, FieldRef, ProcedureRef
from generator.model.parts import Source
from generator.model.times import Period
from generator.model.values import Bool, Count, Date, Line, Text


class DossierRow(Model):
    """One row of form II.06a; columns 3 to 13."""

    field: FieldRef | None = Field(None, title="Lĩnh vực")
    procedure: ProcedureRef | None = Field(None, title="Thủ tục")
    received: Count = Field(title="(3) Tổng tiếp nhận")
    received_online: Count = Field(title="(4) Tiếp nhận trực tuyến trong kỳ")
    received_direct: Count = Field(title="(5) Tiếp nhận trực tiếp, bưu chính trong kỳ")
    carried_over: Count = Field(title="(6) Từ kỳ trước chuyển sang")
    resolved: Count = Field(title="(7) Tổng đã giải quyết")
    resolved_early: Count = Field(title="(8) Trước hạn")
    resolved_on_time: Count = Field(title="(9) Đúng hạn")
    resolved_late: Count = Field(title="(10) Quá hạn")
    pending: Count = Field(title="(11) Tổng đang giải quyết")
    pending_in_time: Count = Field(title="(12) Trong hạn")
    pending_late: Count = Field(title="(13) Quá hạn")


COLUMNS = tuple(name for name in DossierRow.model_fields if name not in {"field", "procedure"})


class Share(Model):
    """A part of a whole; a whole of 0 means that nothing arose in the period."""

    count: Count = Field(title="Số đạt")
    total: Count = Field(title="Tổng số")


class Outcomes(Model):
    """How dossiers were handled."""

    digitised: Share | None = Field(None, title="Hồ sơ được số hóa")
    electronic_results: Share | None = Field(None, title="Kết quả có bản điện tử")
    paid_online: Share | None = Field(None, title="Thanh toán trực tuyến", description="Trên số hồ sơ phải nộp tiền.")
    by_post: Share | None = Field(None, title="Qua bưu chính công ích")
    apology_letters: Count | None = Field(None, title="Thư xin lỗi")


class Factor(Model):
    """One factor of satisfaction (SIPAS)."""

    name: Line = Field(title="Yếu tố")
    satisfied: Share = Field(title="Hài lòng")


class Satisfaction(Model):
    """A survey of satisfaction; ``ballots`` is the sample size n."""

    ballots: Count = Field(title="Số phiếu hợp lệ")
    satisfied: Count = Field(title="Số phiếu hài lòng trở lên")
    factors: tuple[Factor, ...] = Field((), title="Theo yếu tố")


class Feedback(Model):
    """Feedback and petitions (phản ánh, kiến nghị), counted only."""

    received: Count = Field(title="Tiếp nhận")
    resolved_on_time: Count = Field(title="Xử lý đúng hạn")
    resolved_late: Count = Field(0, title="Xử lý quá hạn")
    satisfied: Count | None = Field(None, title="Hài lòng với kết quả xử lý")


class Statistics(Model):
    """The figures of a period; the file stands in a folder named after the agency."""

    agency: AgencyRef = Field(title="Cơ quan", description="Bằng tên thư mục.")
    period: Period = Field(title="Kỳ", description="Bằng tên tệp.")
    as_of: Date = Field(title="Chốt số liệu ngày")
    merge_small: Bool = Field(True, title="Gộp ô dưới 5", description="Để không lộ người nộp.")
    rows: tuple[DossierRow, ...] = Field((), title="Biểu II.06a")
    outcomes: Outcomes = Field(Outcomes(), title="Số hóa, thanh toán, bưu chính")
    satisfaction: Satisfaction | None = Field(None, title="Khảo sát hài lòng")
    feedback: Feedback | None = Field(None, title="Phản ánh, kiến nghị")
    note: Text | None = Field(None, title="Ghi chú")
    source: Source = Field(title="Nguồn")

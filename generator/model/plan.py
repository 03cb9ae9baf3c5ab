"""A reform plan (kế hoạch): what an agency promised, who does it and by when."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from generator.model.base import Choice, Model
from generator.model.codes import (
    AgencyRef,
    GroupRef,
    ItemId,
    LegalRef,
    PlanRef,
    Slug,
    TargetRef,
    TaskRef,
    UpperTargetRef,
)
from generator.model.parts import Cited, DateOrPart, Signer, Source
from generator.model.times import Due, DueEvery, Period
from generator.model.values import DayOfMonth, DocumentNumber, Line, Money, Number, Text


class PlanKind(Choice):
    """What a plan is about."""

    REFORM = "reform", "Cải cách hành chính"
    PROCEDURE_CONTROL = "procedure-control", "Kiểm soát thủ tục hành chính"
    RANKING = "ranking", "Nâng hạng chỉ số"
    INSPECTION = "inspection", "Kiểm tra"
    COMMUNICATION = "communication", "Tuyên truyền"
    ISO = "iso", "Quản lý chất lượng ISO"
    DIGITAL = "digital", "Chuyển đổi số"
    OTHER = "other", "Kế hoạch khác"


class Area(Choice):
    """The areas of reform. Law: 76/NQ-CP (2021), and the sections of the plans themselves."""

    STEERING = "steering", "Chỉ đạo, điều hành"
    INSTITUTIONS = "institutions", "Cải cách thể chế"
    PROCEDURES = "procedures", "Cải cách thủ tục hành chính"
    ONE_STOP = "one-stop", "Một cửa, một cửa liên thông"
    ORGANISATION = "organisation", "Cải cách tổ chức bộ máy"
    CIVIL_SERVICE = "civil-service", "Cải cách chế độ công vụ"
    PUBLIC_FINANCE = "public-finance", "Cải cách tài chính công"
    DIGITAL = "digital", "Chính quyền điện tử, chính quyền số"
    FEEDBACK = "feedback", "Phản ánh, kiến nghị"
    IMPACT = "impact", "Tác động đến người dân và kinh tế – xã hội"


class Metric(Choice):
    """What can be counted from the records themselves; formulas stand in ``derive``."""

    DISCLOSED_ON_TIME = "disclosed-on-time", "Thủ tục công khai đúng hạn"
    DISCLOSED_IN_ALL_PLACES = "disclosed-in-all-places", "Thủ tục công khai đủ nơi"
    COMPLETE_IN_13_ITEMS = "complete-in-13-items", "Thủ tục đủ 13 nội dung"
    PROCEDURES_WITH_SAMPLE = "procedures-with-sample", "Thủ tục có hồ sơ mẫu"
    ONLINE_ELIGIBLE = "online-eligible", "Thủ tục có dịch vụ công trực tuyến"
    ONLINE_FULL = "online-full", "Thủ tục trực tuyến toàn trình"
    PROCESS_CONFIGURED = "process-configured", "Quy trình điện tử đã cấu hình"
    SIMPLIFIED = "simplified", "Thủ tục được kiến nghị đơn giản hóa"
    DECLARED_FIELDS_REDUCED = "declared-fields-reduced", "Thông tin phải khai được giảm"
    TIME_CUT = "time-cut", "Thủ tục được rút ngắn thời gian"
    RESOLVED_ON_TIME = "resolved-on-time", "Hồ sơ giải quyết đúng hạn"
    OVERDUE_PENDING = "overdue-pending", "Hồ sơ quá hạn đang giải quyết"
    ONLINE_SHARE = "online-share", "Hồ sơ nộp trực tuyến"
    DIGITISED = "digitised", "Hồ sơ được số hóa"
    ELECTRONIC_RESULTS = "electronic-results", "Kết quả có bản điện tử"
    PAID_ONLINE = "paid-online", "Hồ sơ thanh toán trực tuyến"
    BY_POST = "by-post", "Hồ sơ qua bưu chính công ích"
    ISO_PROCESS = "iso-process", "Thủ tục có quy trình ISO"
    SATISFACTION = "satisfaction", "Người dân hài lòng"
    FEEDBACK_ON_TIME = "feedback-on-time", "Phản ánh xử lý đúng hạn"
    FEEDBACK_SATISFIED = "feedback-satisfied", "Hài lòng với việc xử lý phản ánh"
    PLAN_COMPLETION = "plan-completion", "Nhiệm vụ của kế hoạch đã xong"


class Comparator(Choice):
    """How a value is held against the target."""

    AT_LEAST = "at-least", "≥"
    MORE_THAN = "more-than", ">"
    AT_MOST = "at-most", "≤"
    LESS_THAN = "less-than", "<"
    EQUAL = "equal", "="
    BETWEEN = "between", "trong khoảng"


class Unit(Choice):
    """Units of measures."""

    PERCENT = "percent", "%"
    PROCEDURE = "procedure", "thủ tục"
    TASK = "task", "nhiệm vụ"
    AGENCY = "agency", "cơ quan, đơn vị"
    UNIT_SCHOOL = "school", "trường"
    HOSPITAL = "hospital", "bệnh viện"
    PERSON = "person", "người"
    DOCUMENT = "document", "văn bản"
    ARTICLE = "article", "tin, bài"
    TIMES = "times", "lần"
    TIMES_PER_YEAR = "times-per-year", "lần/năm"
    DAY = "day", "ngày"
    WORKING_DAY = "working-day", "ngày làm việc"
    POINT = "point", "điểm"
    RANK = "rank", "hạng"
    MILLION_VND = "million-vnd", "triệu đồng"
    BILLION_VND = "billion-vnd", "tỷ đồng"
    LEVEL = "level", "cấp độ"
    OTHER = "other", ""


class Measure(Model):
    """A figure to reach; without ``metric`` the value is reported by hand."""

    metric: Metric | None = Field(
        None, title="Chỉ số đếm được", description="Bỏ trống khi giá trị do cơ quan tự báo cáo."
    )
    comparator: Comparator = Field(title="So sánh")
    value: Number = Field(title="Giá trị", description="Giá trị cần đạt; với “between” là đầu dưới.")
    value_to: Number | None = Field(None, title="Đến", description="Chỉ cho “between”.")
    unit: Unit = Field(title="Đơn vị")


class Baseline(Model):
    """Where things stood at the start."""

    value: Number = Field(title="Giá trị")
    date: DateOrPart | None = Field(None, title="Thời điểm")
    note: Line | None = Field(None, title="Ghi chú")


class Target(Model):
    """A target (chỉ tiêu) of the plan; without ``measure`` it has words only."""

    id: ItemId = Field(title="Số mục")
    area: Area = Field(title="Lĩnh vực cải cách")
    text: Text = Field(title="Chỉ tiêu")
    scope: Line | None = Field(None, title="Phạm vi", description="Ví dụ: cấp tỉnh, cấp xã.")
    measure: Measure | None = Field(None, title="Con số cần đạt")
    baseline: Baseline | None = Field(None, title="Mốc xuất phát")
    due: Due | None = Field(None, title="Thời hạn")
    lead: tuple[AgencyRef, ...] = Field((), title="Cơ quan, đơn vị chủ trì")
    carries: tuple[UpperTargetRef, ...] = Field(
        (), title="Góp vào chỉ tiêu cấp trên", description="Số mục ở kế hoạch cấp trên, khi kế hoạch ấy có ở đây."
    )
    place: Line | None = Field(None, title="Chỗ trong văn bản", description="Ví dụ: mục II.2.4.")
    note: Text | None = Field(None, title="Ghi chú")


class Group(Model):
    """A heading under which the source lists tasks."""

    id: Slug = Field(title="Mã nhóm")
    title: Line = Field(title="Tên nhóm")
    area: Area = Field(title="Lĩnh vực cải cách")


class Task(Model):
    """A task (nhiệm vụ) of the plan."""

    id: ItemId = Field(title="Số mục")
    group: GroupRef | None = Field(None, title="Nhóm")
    area: Area = Field(title="Lĩnh vực cải cách")
    objective: Text | None = Field(None, title="Mục tiêu")
    text: Text = Field(title="Nhiệm vụ")
    solution: Text | None = Field(None, title="Giải pháp")
    product: Text | None = Field(None, title="Kết quả, sản phẩm")
    lead: tuple[AgencyRef, ...] = Field((), title="Chủ trì", description="Bỏ trống khi văn bản không nêu.")
    coordinate: tuple[AgencyRef, ...] = Field((), title="Phối hợp")
    coordinate_note: Line | None = Field(None, title="Phối hợp, nói rõ thêm")
    due: Due | None = Field(None, title="Thời hạn", description="Bỏ trống khi văn bản không nêu.")
    also_due: tuple[Due, ...] = Field((), title="Thời hạn khác của cùng nhiệm vụ")
    budget_vnd: Money | None = Field(None, title="Kinh phí (đồng)")
    serves: tuple[TargetRef, ...] = Field((), title="Phục vụ chỉ tiêu")
    legal_basis: tuple[Cited, ...] = Field((), title="Văn bản liên quan")
    place: Line | None = Field(None, title="Chỗ trong văn bản")
    note: Text | None = Field(None, title="Ghi chú")


class Allocation(Model):
    """One line of the budget."""

    item: Line = Field(title="Khoản")
    amount_vnd: Money = Field(title="Số tiền (đồng)")
    task: TaskRef | None = Field(None, title="Cho nhiệm vụ")


class Budget(Model):
    """The money of the plan."""

    total_vnd: Money | None = Field(None, title="Tổng kinh phí (đồng)")
    spent_vnd: Money | None = Field(None, title="Đã chi (đồng)")
    source: Text | None = Field(None, title="Nguồn kinh phí")
    allocation: tuple[Allocation, ...] = Field((), title="Phân bổ")
    legal_basis: tuple[Cited, ...] = Field((), title="Văn bản quy định")


class Duty(Model):
    """What one unit has to do."""

    unit: AgencyRef = Field(title="Đơn vị")
    person: Line | None = Field(None, title="Người được giao", description="Chỉ tên nêu theo chức trách trong văn bản.")
    duties: tuple[Text, ...] = Field(title="Việc được giao", min_length=1)


class DueIn(Choice):
    """In which month a periodic report is due."""

    LAST = "last", "tháng cuối kỳ"
    NEXT = "next", "tháng sau kỳ"


class ReportDay(Model):
    """The last day for a periodic report, so that it can be counted; the source's words stay in ``deadline``."""

    month: DueIn = Field(title="Tháng nào", description="last là tháng cuối kỳ, next là tháng ngay sau kỳ.")
    day: DayOfMonth = Field(title="Ngày", description="Ngày cuối cùng; tháng ngắn hơn thì là ngày cuối tháng.")


class Report(Model):
    """A report that is due again and again."""

    id: Slug | None = Field(None, title="Mã báo cáo", description="Để ghi báo cáo đã gửi ở bản ghi tiến độ.")
    title: Line = Field(title="Tên báo cáo")
    by: tuple[AgencyRef, ...] = Field((), title="Ai báo cáo")
    to: tuple[AgencyRef, ...] = Field((), title="Gửi ai")
    every: DueEvery | None = Field(None, title="Định kỳ")
    deadline: Line | None = Field(None, title="Hạn gửi", description="Đúng như văn bản nêu.")
    due_on: ReportDay | None = Field(None, title="Hạn gửi, để tính ngày")
    legal_basis: tuple[Cited, ...] = Field((), title="Theo văn bản")
    note: Line | None = Field(None, title="Ghi chú")


class ParentPlan(Model):
    """The plan above is a record here."""

    plan: PlanRef = Field(title="Kế hoạch cấp trên")


class ParentDocument(Model):
    """The plan above is a legal document."""

    document: LegalRef = Field(title="Văn bản cấp trên")


def _parent_tag(value: Any) -> str:
    return "=plan" if isinstance(value, dict) and "plan" in value else "=document"


Parent = Annotated[
    Annotated[ParentPlan, Tag("=plan")] | Annotated[ParentDocument, Tag("=document")],
    Discriminator(_parent_tag),
]


class Plan(Model):
    """A whole plan, as its document says; what has been done stands in progress records."""

    id: Slug = Field(title="Mã kế hoạch", description="Bằng tên tệp.")
    agency: AgencyRef = Field(title="Cơ quan ban hành")
    number: DocumentNumber | None = Field(None, title="Số, ký hiệu", description="null khi bản nguồn để trống.")
    date: DateOrPart | None = Field(None, title="Ngày ban hành")
    place: Line | None = Field(None, title="Nơi ban hành")
    title: Line = Field(title="Tên kế hoạch")
    summary: Line | None = Field(None, title="Tóm tắt một câu")
    kind: PlanKind = Field(title="Loại kế hoạch")
    period: Period = Field(title="Thời kỳ")
    parent: Parent | None = Field(None, title="Cụ thể hóa văn bản")
    legal_basis: tuple[Cited, ...] = Field((), title="Căn cứ")
    purposes: tuple[Text, ...] = Field((), title="Mục đích")
    requirements: tuple[Text, ...] = Field((), title="Yêu cầu")
    groups: tuple[Group, ...] = Field((), title="Nhóm nhiệm vụ")
    targets: tuple[Target, ...] = Field((), title="Chỉ tiêu")
    tasks: tuple[Task, ...] = Field((), title="Nhiệm vụ")
    budget: Budget | None = Field(None, title="Kinh phí")
    duties: tuple[Duty, ...] = Field((), title="Tổ chức thực hiện")
    reporting: tuple[Report, ...] = Field((), title="Chế độ báo cáo")
    recipients: tuple[Line, ...] = Field((), title="Nơi nhận")
    signer: Signer | None = Field(None, title="Người ký")
    gaps: tuple[Text, ...] = Field((), title="Chỗ nguồn thiếu hoặc mâu thuẫn")
    source: Source = Field(title="Nguồn và đối chiếu")

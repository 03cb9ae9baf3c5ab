"""An administrative procedure (thủ tục hành chính): what a citizen must know. Law: 63/2010/NĐ-CP, art. 8."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from generator.model.base import Choice, Model
from generator.model.codes import (
    AgencyRef,
    CaseRef,
    DecisionRef,
    FieldRef,
    FormRef,
    LegalRef,
    LocalProcedureCode,
    ProcedureCode,
    ProcedureRef,
    Slug,
)
from generator.model.parts import Cited, Contact, Question, Source
from generator.model.times import TimeLimit
from generator.model.values import Bool, Count, Date, FileName, Line, Money, Text, Url


class ProcedureKind(Choice):
    """The kinds that the national database tells apart."""

    ORDINARY = "ordinary", "Thủ tục thông thường"
    SPECIFIC = "specific", "Thủ tục đặc thù"
    INTERLINKED = "interlinked", "Thủ tục liên thông"
    INTERNAL = "internal", "Thủ tục nội bộ"
    INTERNAL_INTERLINKED = "internal-interlinked", "Thủ tục nội bộ liên thông"
    LOCAL = "local", "Thủ tục do địa phương quy định"
    CENTRAL = "central", "Thủ tục do trung ương quy định"
    ASSIGNED = "assigned", "Thủ tục được luật giao cho địa phương quy định"


class Level(Choice):
    """The level of government that handles a procedure."""

    MINISTRY = "ministry", "Cấp bộ"
    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện (đến 30/6/2025)"
    COMMUNE = "commune", "Cấp xã"
    OTHER = "other", "Cơ quan khác"


class Audience(Choice):
    """Who may carry out a procedure."""

    CITIZEN = "citizen", "Công dân Việt Nam"
    OVERSEAS_VIETNAMESE = "overseas-vietnamese", "Người Việt Nam định cư ở nước ngoài"
    FOREIGNER = "foreigner", "Người nước ngoài"
    OFFICIAL = "official", "Cán bộ, công chức, viên chức"
    ENTERPRISE = "enterprise", "Doanh nghiệp"
    FOREIGN_INVESTED_ENTERPRISE = "foreign-invested-enterprise", "Doanh nghiệp có vốn đầu tư nước ngoài"
    ORGANISATION = "organisation", "Tổ chức (không gồm doanh nghiệp, hợp tác xã)"
    FOREIGN_ORGANISATION = "foreign-organisation", "Tổ chức nước ngoài"
    COOPERATIVE = "cooperative", "Hợp tác xã"


class ProcedureStatus(Choice):
    """Where a procedure stands in its life. Law: 63/2010/NĐ-CP, art. 14-15."""

    NEW = "new", "Mới ban hành"
    AMENDED = "amended", "Được sửa đổi, bổ sung"
    IN_FORCE = "in-force", "Đang có hiệu lực"
    REPLACED = "replaced", "Đã được thay thế"
    ABOLISHED = "abolished", "Đã bãi bỏ"
    EXPIRED = "expired", "Hết hiệu lực"
    SUSPENDED = "suspended", "Tạm ngừng"
    UNKNOWN = "unknown", "Chưa rõ hiệu lực"


class ChannelKind(Choice):
    """How a dossier is handed in. Law: 118/2025/NĐ-CP."""

    IN_PERSON = "in-person", "Trực tiếp"
    ONLINE = "online", "Trực tuyến"
    POST = "post", "Bưu chính công ích"


class FeeKind(Choice):
    """Phí and lệ phí are two things in law. Law: 97/2015/QH13, art. 3."""

    FEE = "fee", "Phí"
    CHARGE = "charge", "Lệ phí"
    OTHER = "other", "Khoản khác"


class CopyKind(Choice):
    """What kind of copy a paper may be."""

    CERTIFIED = "certified", "bản sao có chứng thực"
    COMPARED = "compared", "bản sao kèm bản chính để đối chiếu"
    ELECTRONIC = "electronic", "bản điện tử"
    PLAIN = "plain", "bản chụp"


class Medium(Choice):
    """The form of a result."""

    PAPER = "paper", "Bản giấy"
    ELECTRONIC = "electronic", "Bản điện tử"
    BOTH = "both", "Bản giấy và bản điện tử"


class ChangeKind(Choice):
    """How much a change means to a citizen."""

    MINOR = "minor", "thay đổi nhỏ"
    MAJOR = "major", "thay đổi lớn"


class Place(Choice):
    """Where a procedure has to be made public."""

    NATIONAL_DATABASE = "national-database", "Cơ sở dữ liệu quốc gia về thủ tục hành chính"
    SERVICE_PORTAL = "service-portal", "Cổng dịch vụ công"
    WEBSITE = "website", "Trang thông tin điện tử của cơ quan"
    COUNTER = "counter", "Trung tâm phục vụ hành chính công"
    ONE_STOP = "one-stop", "Bộ phận tiếp nhận và trả kết quả"


class Agencies(Model):
    """Which agency does what."""

    competent: tuple[AgencyRef, ...] = Field((), title="Cơ quan có thẩm quyền quyết định")
    executing: tuple[AgencyRef, ...] = Field((), title="Cơ quan thực hiện")
    receiving: tuple[AgencyRef, ...] = Field((), title="Nơi tiếp nhận hồ sơ")
    coordinating: tuple[AgencyRef, ...] = Field((), title="Cơ quan phối hợp")
    authorised: tuple[AgencyRef, ...] = Field((), title="Cơ quan được ủy quyền, phân cấp")
    address: Line | None = Field(None, title="Địa chỉ tiếp nhận")


class Case(Model):
    """A case (trường hợp) that changes papers, time or fees."""

    id: Slug = Field(title="Mã trường hợp")
    name: Line = Field(title="Tên trường hợp")
    condition: Line | None = Field(None, title="Điều kiện để thuộc trường hợp này")


class Step(Model):
    """One step, in order."""

    text: Text = Field(title="Nội dung bước")
    actor: Literal["applicant"] | AgencyRef | None = Field(
        None, title="Ai làm", description="applicant là người nộp; hoặc mã cơ quan."
    )
    time_limit: TimeLimit | None = Field(None, title="Thời hạn của bước")
    cases: tuple[CaseRef, ...] = Field((), title="Chỉ cho trường hợp", description="Bỏ trống là mọi trường hợp.")


class FixedFee(Model):
    """A fee whose amount is known; 0 means free of charge."""

    kind: FeeKind | None = Field(None, title="Loại: phí hay lệ phí")
    name: Line | None = Field(None, title="Tên khoản thu")
    amount_vnd: Money = Field(title="Mức thu (đồng)", description="0 là miễn phí. Chưa biết thì không ghi cả khoản.")
    per: Line | None = Field(None, title="Đơn vị tính", description="Ví dụ: lần, bản, thẻ.")
    exemption: Line | None = Field(None, title="Miễn, giảm")
    valid_until: Date | None = Field(None, title="Áp dụng đến")
    legal_basis: tuple[LegalRef, ...] = Field((), title="Văn bản quy định")
    note: Line | None = Field(None, title="Ghi chú")


class CouncilFee(Model):
    """A fee that the provincial people's council sets; the amount here, if any, is one example."""

    set_by_council: Bool = Field(title="Do HĐND cấp tỉnh quy định", description="Viết true.")
    kind: FeeKind | None = Field(None, title="Loại: phí hay lệ phí")
    name: Line | None = Field(None, title="Tên khoản thu")
    amount_vnd: Money | None = Field(
        None, title="Mức nguồn ghi (đồng)", description="Mức tham khảo; mỗi tỉnh mỗi khác."
    )
    per: Line | None = Field(None, title="Đơn vị tính")
    exemption: Line | None = Field(None, title="Miễn, giảm")
    valid_until: Date | None = Field(None, title="Áp dụng đến")
    legal_basis: tuple[LegalRef, ...] = Field((), title="Văn bản quy định")
    note: Line | None = Field(None, title="Ghi chú")


def _fee_tag(value: Any) -> str:
    return "=council" if isinstance(value, dict) and "set_by_council" in value else "=fixed"


Fee = Annotated[Annotated[FixedFee, Tag("=fixed")] | Annotated[CouncilFee, Tag("=council")], Discriminator(_fee_tag)]


class Channel(Model):
    """One row of "how to hand in": a channel, for some cases, with its time limit and fees."""

    channel: ChannelKind = Field(title="Hình thức nộp")
    cases: tuple[CaseRef, ...] = Field((), title="Chỉ cho trường hợp", description="Bỏ trống là mọi trường hợp.")
    time_limit: TimeLimit | None = Field(None, title="Thời hạn giải quyết")
    fees: tuple[Fee, ...] | None = Field(
        None,
        title="Phí, lệ phí",
        description="Không ghi là chưa biết; miễn phí ghi một khoản 0 đồng.",
        min_length=1,
    )
    note: Text | None = Field(None, title="Ghi chú")


class Paper(Model):
    """One paper of the dossier."""

    name: Text = Field(title="Tên giấy tờ")
    originals: Count | None = Field(None, title="Số bản chính")
    copies: Count | None = Field(None, title="Số bản sao")
    quantity: Count | None = Field(None, title="Số lượng", description="Khi nguồn không chia bản chính, bản sao.")
    copy_kind: CopyKind | None = Field(None, title="Loại bản sao")
    form: FormRef | None = Field(None, title="Biểu mẫu", description="Mã ở danh sách forms.")
    required: Bool = Field(True, title="Bắt buộc", description="false nếu chỉ nộp khi có.")
    when: Line | None = Field(None, title="Chỉ nộp khi")
    replaced_by: Line | None = Field(
        None, title="Không cần nộp nếu đã có trong", description="Tên cơ sở dữ liệu thay giấy tờ."
    )
    legal_basis: tuple[LegalRef, ...] = Field((), title="Văn bản quy định")
    note: Text | None = Field(None, title="Ghi chú")


class PaperGroup(Model):
    """The papers of some cases, or of all."""

    cases: tuple[CaseRef, ...] = Field((), title="Cho trường hợp", description="Bỏ trống là mọi trường hợp.")
    name: Line | None = Field(None, title="Tên nhóm giấy tờ")
    items: tuple[Paper, ...] = Field(title="Giấy tờ", min_length=1)


class Form(Model):
    """A form (biểu mẫu) to fill in."""

    id: Slug = Field(title="Mã biểu mẫu")
    name: Line = Field(title="Tên biểu mẫu")
    code: Line | None = Field(None, title="Ký hiệu", description="Ví dụ: Mẫu CV01.")
    file: FileName | None = Field(None, title="Tệp", description="Tên tệp nằm trong thư mục cùng tên với thủ tục.")
    url: Url | None = Field(None, title="Nơi tải chính thức")
    issued_by: LegalRef | None = Field(None, title="Văn bản ban hành mẫu")
    fields_before: Count | None = Field(None, title="Số trường khai trước khi đơn giản hóa")
    fields_after: Count | None = Field(None, title="Số trường khai sau khi đơn giản hóa")


class Result(Model):
    """What the applicant receives."""

    name: Text = Field(title="Tên kết quả")
    code: Line | None = Field(None, title="Mã kết quả", description="Ví dụ: KQ.G12.001046.")
    medium: Medium | None = Field(None, title="Hình thức")
    validity: Line | None = Field(None, title="Thời hạn hiệu lực")


def _conditions_tag(value: Any) -> str:
    return "=none" if isinstance(value, str) else "=list"


Conditions = Annotated[
    Annotated[Literal["none"], Tag("=none")] | Annotated[tuple[Text, ...], Field(min_length=1), Tag("=list")],
    Discriminator(_conditions_tag),
]


class Change(Model):
    """A change in the life of a procedure."""

    date: Date = Field(title="Ngày")
    kind: ChangeKind = Field(title="Mức độ")
    what: Text = Field(title="Thay đổi gì")
    reason: Line | None = Field(None, title="Vì sao")
    decision: DecisionRef | None = Field(None, title="Quyết định công bố")
    legal: LegalRef | None = Field(None, title="Văn bản làm thay đổi")


class OnlineFull(Model):
    """Wholly online (toàn trình). Law: 224/2026/NĐ-CP, art. 14."""

    level: Literal["full"] = Field(title="Mức", description="Toàn trình.")
    since: Date | None = Field(None, title="Từ ngày")
    decision: Line | None = Field(None, title="Văn bản phê duyệt")


class OnlinePartial(Model):
    """Partly online (một phần): the reason and the special law are required. Law: 224/2026/NĐ-CP, art. 14."""

    level: Literal["partial"] = Field(title="Mức", description="Một phần.")
    reason: Line = Field(title="Lý do chưa toàn trình")
    law: Line = Field(title="Quy định chuyên ngành")
    since: Date | None = Field(None, title="Từ ngày")
    decision: Line | None = Field(None, title="Văn bản phê duyệt")


class OnlineInformation(Model):
    """Information only."""

    level: Literal["information"] = Field(title="Mức", description="Chỉ cung cấp thông tin trực tuyến.")
    since: Date | None = Field(None, title="Từ ngày")
    decision: Line | None = Field(None, title="Văn bản phê duyệt")


Online = Annotated[OnlineFull | OnlinePartial | OnlineInformation, Field(discriminator="level")]


class Boundary(Model):
    """Whether a dossier may be handed in anywhere."""

    free: Bool = Field(title="Nộp không phụ thuộc địa giới")
    scope: Line | None = Field(None, title="Phạm vi")


class Interlinked(Model):
    """Other procedures done in the same go."""

    procedures: tuple[ProcedureRef, ...] = Field((), title="Thủ tục liên thông")
    agencies: tuple[AgencyRef, ...] = Field((), title="Cơ quan liên thông")
    note: Line | None = Field(None, title="Ghi chú")


class Postal(Model):
    """Whether the public post takes dossiers in and results out. Law: 45/2016/QĐ-TTg."""

    receives: Bool | None = Field(None, title="Tiếp nhận hồ sơ")
    returns: Bool | None = Field(None, title="Trả kết quả")


class Links(Model):
    """Official addresses."""

    submit: Url | None = Field(None, title="Nơi nộp trực tuyến")
    national_portal: Url | None = Field(None, title="Trang trên Cổng Dịch vụ công quốc gia")


class ProcessStep(Model):
    """One step inside the agency."""

    text: Line = Field(title="Công việc")
    unit: Line | None = Field(None, title="Đơn vị, người làm")
    role: Line | None = Field(None, title="Vai trò")
    time_limit: TimeLimit | None = Field(None, title="Thời gian")
    product: Line | None = Field(None, title="Sản phẩm")
    hands_over_to: Line | None = Field(None, title="Chuyển đến")


class InternalProcess(Model):
    """How the agency works through a dossier (quy trình nội bộ)."""

    cases: tuple[CaseRef, ...] = Field((), title="Cho trường hợp")
    decision: Line | None = Field(None, title="Quyết định ban hành")
    date: Date | None = Field(None, title="Ngày ban hành")
    configured_on: Date | None = Field(None, title="Ngày cấu hình trên phần mềm một cửa")
    steps: tuple[ProcessStep, ...] = Field(title="Các bước nội bộ", min_length=1)


class Disclosure(Model):
    """One place where the procedure has been made public."""

    place: Place = Field(title="Nơi công khai")
    date: Date | None = Field(None, title="Ngày công khai")
    url: Url | None = Field(None, title="Địa chỉ")
    evidence: Line | None = Field(None, title="Minh chứng")


class Simplification(Model):
    """A proposal to make the procedure simpler."""

    kind: Line = Field(title="Loại", description="Ví dụ: giảm giấy tờ, rút ngắn thời hạn.")
    proposal: Text = Field(title="Phương án")
    decision: Line | None = Field(None, title="Quyết định phê duyệt")
    before: Line | None = Field(None, title="Trước")
    after: Line | None = Field(None, title="Sau")


class Iso(Model):
    """The quality-management process. Standard: TCVN ISO 9001:2015."""

    process: Line = Field(title="Mã quy trình ISO")
    version: Line | None = Field(None, title="Phiên bản")
    date: Date | None = Field(None, title="Ngày áp dụng")


class Procedure(Model):
    """A whole procedure; a key left out is not known, and is shown so when the law asks for it."""

    code: ProcedureCode = Field(title="Mã thủ tục", description="Bằng tên tệp.")
    provisional_code: Bool = Field(
        False, title="Mã tạm", description="true khi chưa biết mã quốc gia và mã ở đây do trang này đặt."
    )
    local_code: LocalProcedureCode | None = Field(None, title="Mã của địa phương")
    title: Line = Field(title="Tên thủ tục")
    short_title: Line | None = Field(None, title="Tên gọi ngắn")
    purpose: Line | None = Field(None, title="Thủ tục để làm gì", description="Một câu, lời thường.")
    kind: ProcedureKind | None = Field(None, title="Loại thủ tục")
    field: FieldRef = Field(title="Lĩnh vực")
    levels: tuple[Level, ...] = Field((), title="Cấp thực hiện")
    audience: tuple[Audience, ...] = Field((), title="Đối tượng thực hiện")
    audience_note: Line | None = Field(None, title="Đối tượng, nói rõ thêm")
    agencies: Agencies = Field(Agencies(), title="Cơ quan")
    status: ProcedureStatus = Field(title="Tình trạng")
    status_note: Line | None = Field(None, title="Ghi chú tình trạng")
    effective_from: Date | None = Field(None, title="Có hiệu lực từ")
    effective_to: Date | None = Field(None, title="Hết hiệu lực từ")
    replaced_by: tuple[ProcedureRef, ...] = Field((), title="Được thay bằng")
    decision: DecisionRef | None = Field(None, title="Quyết định công bố")
    cases: tuple[Case, ...] = Field((), title="Trường hợp")
    steps: tuple[Step, ...] = Field((), title="Trình tự thực hiện")
    channels: tuple[Channel, ...] = Field((), title="Cách thức thực hiện")
    fees: tuple[Fee, ...] | None = Field(
        None,
        title="Phí, lệ phí chung",
        description="Cho mọi cách nộp; dòng nào có phí riêng thì theo dòng đó.",
        min_length=1,
    )
    documents: tuple[PaperGroup, ...] = Field((), title="Thành phần hồ sơ")
    dossier_sets: Count | None = Field(None, title="Số lượng hồ sơ (bộ)", ge=1)
    forms: tuple[Form, ...] = Field((), title="Mẫu đơn, tờ khai")
    results: tuple[Result, ...] = Field((), title="Kết quả thực hiện")
    conditions: Conditions | None = Field(
        None, title="Yêu cầu, điều kiện", description="none khi luật không đặt điều kiện."
    )
    legal_basis: tuple[Cited, ...] = Field((), title="Căn cứ pháp lý")
    changes: tuple[Change, ...] = Field((), title="Lịch sử thay đổi")
    online: Online | None = Field(None, title="Dịch vụ công trực tuyến")
    legacy_online_level: Count | None = Field(
        None, title="Mức độ cũ (1–4)", description="Chỉ cho bản lịch sử.", ge=1, le=4
    )
    boundary_free: Boundary | None = Field(None, title="Không phụ thuộc địa giới")
    interlinked: Interlinked | None = Field(None, title="Liên thông")
    postal: Postal | None = Field(None, title="Bưu chính công ích")
    online_payment: Bool | None = Field(None, title="Thanh toán trực tuyến")
    links: Links = Field(Links(), title="Liên kết chính thức")
    internal_processes: tuple[InternalProcess, ...] = Field((), title="Quy trình nội bộ")
    disclosure: tuple[Disclosure, ...] = Field((), title="Nơi đã công khai")
    simplification: tuple[Simplification, ...] = Field((), title="Phương án đơn giản hóa")
    iso: Iso | None = Field(None, title="Quy trình ISO")
    central_time_limit: TimeLimit | None = Field(
        None, title="Thời hạn theo quy định của trung ương", description="Để tính phần địa phương rút ngắn."
    )
    contact: Contact | None = Field(None, title="Liên hệ, phản ánh")
    keywords: tuple[Line, ...] = Field((), title="Từ khóa tìm kiếm", description="Không hiện trên trang.")
    faq: tuple[Question, ...] = Field((), title="Hỏi đáp")
    gaps: tuple[Text, ...] = Field((), title="Chỗ nguồn thiếu hoặc mâu thuẫn")
    unknown: tuple[Line, ...] = Field(
        (), title="Điều luật đòi mà nguồn không nêu", description="Tên khóa, ví dụ dossier_sets."
    )
    source: Source = Field(title="Nguồn và đối chiếu")

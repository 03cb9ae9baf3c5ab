"""The closed lists that procedures choose from, with the words that people see."""

from generator.model.base import Choice


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


# People hand in dossiers under the first; the second are history.
IN_FORCE = frozenset({ProcedureStatus.NEW, ProcedureStatus.AMENDED, ProcedureStatus.IN_FORCE})
ENDED = frozenset({ProcedureStatus.REPLACED, ProcedureStatus.ABOLISHED, ProcedureStatus.EXPIRED})


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

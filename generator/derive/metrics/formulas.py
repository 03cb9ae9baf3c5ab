"""All formulas, in words and as functions: what pages explain is what is counted."""

from generator.derive.metrics import completion, dossiers, procedures
from generator.derive.metrics.formula import Formula
from generator.model.plan import Metric

LAW_63 = "63/2010/NĐ-CP"
FORM = "01/2020/TT-VPCP, biểu II.06a"
INDEX = "766/QĐ-TTg (2022)"
ONLINE_LAW = "224/2026/NĐ-CP, Điều 14"
OWN = "không có công thức trong luật; trang này đếm từ bản ghi"
PUBLIC = "thủ tục nội bộ và thủ tục không còn hiệu lực"
IN_FORCE = "thủ tục còn hiệu lực của cơ quan, không tính thủ tục nội bộ"
RECORDS = "bản ghi thủ tục"
FIGURES = "số liệu từng kỳ"

_PROCEDURES = (
    (
        Metric.DISCLOSED_ON_TIME,
        procedures.disclosed_on_time,
        "thủ tục có ngày công khai đầu tiên không sau ngày có hiệu lực",
        "thủ tục có hiệu lực trong kỳ",
        f"{PUBLIC}; thủ tục chưa ghi ngày có hiệu lực, có hiệu lực ngoài kỳ, hoặc chưa đến ngày đó mà chưa công khai",
        f"{LAW_63}, Điều 15–16",
    ),
    (
        Metric.DISCLOSED_IN_ALL_PLACES,
        procedures.disclosed_in_all_places,
        "thủ tục đã công khai ở Cơ sở dữ liệu quốc gia, cổng dịch vụ công, trang của cơ quan và nơi tiếp nhận",
        IN_FORCE,
        PUBLIC,
        f"{LAW_63}, Điều 16–17",
    ),
    (
        Metric.COMPLETE_IN_13_ITEMS,
        procedures.complete_in_13_items,
        "thủ tục ghi đủ 13 nội dung",
        IN_FORCE,
        PUBLIC,
        f"{LAW_63}, Điều 8",
    ),
    (
        Metric.PROCEDURES_WITH_SAMPLE,
        procedures.with_sample,
        "thủ tục có ít nhất một hồ sơ mẫu đã duyệt",
        IN_FORCE,
        PUBLIC,
        OWN,
    ),
    (
        Metric.ONLINE_ELIGIBLE,
        procedures.online_eligible,
        "thủ tục nộp trực tuyến được, toàn trình hoặc một phần",
        "thủ tục còn hiệu lực thuộc diện nộp trực tuyến; chưa ghi mức thì tính là chưa có",
        f"{PUBLIC}; thủ tục chỉ cung cấp thông tin",
        ONLINE_LAW,
    ),
    (
        Metric.ONLINE_FULL,
        procedures.online_full,
        "thủ tục trực tuyến toàn trình",
        "thủ tục còn hiệu lực thuộc diện nộp trực tuyến; chưa ghi mức thì tính là chưa có",
        f"{PUBLIC}; thủ tục chỉ cung cấp thông tin",
        ONLINE_LAW,
    ),
    (
        Metric.PROCESS_CONFIGURED,
        procedures.process_configured,
        "thủ tục có quy trình nội bộ kèm ngày cấu hình trên phần mềm một cửa",
        IN_FORCE,
        PUBLIC,
        OWN,
    ),
    (
        Metric.SIMPLIFIED,
        procedures.simplified,
        "thủ tục có ít nhất một phương án đơn giản hóa",
        IN_FORCE,
        PUBLIC,
        OWN,
    ),
    (
        Metric.DECLARED_FIELDS_REDUCED,
        procedures.declared_fields_reduced,
        "số mục phải khai đã bớt trên các tờ khai, trừ đi số mục thêm vào",
        "số mục phải khai trước khi đơn giản hóa",
        f"{PUBLIC}; tờ khai chưa đếm số mục trước và sau",
        OWN,
    ),
    (
        Metric.TIME_CUT,
        procedures.time_cut,
        "thủ tục có thời hạn dài nhất ở địa phương ngắn hơn thời hạn của trung ương",
        "thủ tục biết cả hai thời hạn theo cùng đơn vị",
        f"{PUBLIC}; thủ tục chưa biết một trong hai thời hạn",
        OWN,
    ),
    (
        Metric.ISO_PROCESS,
        procedures.iso_process,
        "thủ tục có quy trình ISO",
        IN_FORCE,
        PUBLIC,
        "TCVN ISO 9001:2015",
    ),
)

NO_FIGURE = "kỳ không ghi số này"
_DOSSIERS = (
    (
        Metric.RESOLVED_ON_TIME,
        dossiers.resolved_on_time,
        "hồ sơ giải quyết trước hạn và đúng hạn: cột 8 + 9",
        "hồ sơ đã giải quyết: cột 7",
        "hồ sơ đang giải quyết",
        FORM,
    ),
    (
        Metric.ONLINE_SHARE,
        dossiers.online_share,
        "hồ sơ tiếp nhận trực tuyến trong kỳ: cột 4",
        "hồ sơ tiếp nhận trong kỳ: cột 4 + 5",
        "hồ sơ từ kỳ trước chuyển sang: cột 6",
        FORM,
    ),
    (
        Metric.DIGITISED,
        dossiers.outcome("digitised"),
        "hồ sơ được số hóa",
        "hồ sơ mà cơ quan tính vào diện số hóa trong kỳ",
        NO_FIGURE,
        INDEX,
    ),
    (
        Metric.ELECTRONIC_RESULTS,
        dossiers.outcome("electronic_results"),
        "hồ sơ đã giải quyết có kết quả điện tử",
        "hồ sơ đã giải quyết",
        NO_FIGURE,
        INDEX,
    ),
    (
        Metric.PAID_ONLINE,
        dossiers.outcome("paid_online"),
        "hồ sơ đã thanh toán trực tuyến",
        "hồ sơ phải nộp tiền",
        f"hồ sơ không phải nộp tiền; {NO_FIGURE}",
        INDEX,
    ),
    (
        Metric.BY_POST,
        dossiers.outcome("by_post"),
        "hồ sơ nhận hoặc trả qua bưu chính công ích",
        "hồ sơ mà cơ quan tính trong kỳ",
        NO_FIGURE,
        "45/2016/QĐ-TTg",
    ),
    (
        Metric.SATISFACTION,
        dossiers.satisfaction,
        "phiếu hài lòng trở lên",
        "phiếu hợp lệ (n)",
        "phiếu không hợp lệ",
        INDEX,
    ),
    (
        Metric.FEEDBACK_ON_TIME,
        dossiers.feedback_on_time,
        "phản ánh, kiến nghị xử lý đúng hạn",
        "phản ánh, kiến nghị tiếp nhận",
        NO_FIGURE,
        INDEX,
    ),
    (
        Metric.FEEDBACK_SATISFIED,
        dossiers.feedback_satisfied,
        "phản ánh mà người gửi hài lòng với kết quả xử lý",
        "phản ánh đã xử lý",
        f"phản ánh chưa xử lý; {NO_FIGURE}",
        INDEX,
    ),
)


def _formulas() -> dict[Metric, Formula]:
    found = {
        metric: Formula(metric, part, whole, out, law, RECORDS, procedures.counted(metric, look))
        for metric, look, part, whole, out, law in _PROCEDURES
    }
    found |= {
        metric: Formula(metric, part, whole, out, law, FIGURES, dossiers.counted(metric, look))
        for metric, look, part, whole, out, law in _DOSSIERS
    }
    found[Metric.OVERDUE_PENDING] = Formula(
        Metric.OVERDUE_PENDING,
        "hồ sơ đang giải quyết đã quá hạn: cột 13",
        "hồ sơ đang giải quyết: cột 11",
        "các kỳ trước: chỉ tính cuối kỳ gần nhất, vì số đang giải quyết không cộng dồn được",
        FORM,
        FIGURES,
        dossiers.counted(Metric.OVERDUE_PENDING, dossiers.overdue_pending, last_only=True),
        lower_is_better=True,
    )
    found[Metric.PLAN_COMPLETION] = Formula(
        Metric.PLAN_COMPLETION,
        "nhiệm vụ đã xong, có minh chứng",
        "nhiệm vụ đã qua ngày hạn (cả việc báo xong mà chưa có minh chứng, việc thôi không làm), hoặc xong sớm hơn",
        "việc thường xuyên, định kỳ; việc không có ngày cuối cùng; việc còn hạn mà chưa có minh chứng là đã xong",
        OWN,
        "kế hoạch và báo cáo tiến độ",
        completion.of_plan,
    )
    return {metric: found[metric] for metric in Metric}


FORMULAS: dict[Metric, Formula] = _formulas()

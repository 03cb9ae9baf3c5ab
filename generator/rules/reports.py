"""Frozen reports: sealed, numbered without a gap, each new version with its reason."""

from collections.abc import Iterator

from generator.errors import Problem
from generator.facts import Facts
from generator.filed import Filed
from generator.model.report import FrozenReport
from generator.reporting.seal import seal_of
from generator.rules.common import CrossRules, OwnRules, record_of

AGAIN = "lấy lại bản cũ từ Git; muốn sửa thì lập bản mới bằng minhbach report"


def id_of(period: str, version: int) -> str:
    """Return the id of a version: ``2026-q3-v1``."""
    return f"{period}-v{version}"


def content_fits_its_seal(filed: Filed[FrozenReport]) -> Iterator[Problem]:
    """Báo cáo đã chốt không bao giờ bị sửa: nội dung khớp mã niêm phong."""
    if seal_of(filed.record) != filed.record.seal:
        record = filed.record
        hint = f"{AGAIN} {record.plan} {record.period} --reason “…”"
        yield filed.error(("seal",), "niem-phong", "báo cáo đã chốt bị sửa", hint)


def id_is_period_and_version(filed: Filed[FrozenReport]) -> Iterator[Problem]:
    """Mã báo cáo là kỳ và số bản, nên mỗi bản chỉ có một tệp."""
    record = filed.record
    expected = id_of(record.period, record.version)
    if record.id != expected:
        yield filed.error(("id",), "so-ban", f"mã “{record.id}” không phải {expected}", AGAIN)


def new_version_says_why(filed: Filed[FrozenReport]) -> Iterator[Problem]:
    """Từ bản 2, báo cáo nêu lý do và thay cho bản liền trước; bản 1 không thay bản nào."""
    record = filed.record
    if record.version == 1:
        if record.replaces:
            yield filed.error(("replaces",), "so-ban", "bản 1 không thay cho bản nào", AGAIN)
        return
    if not record.reason:
        yield filed.error(("version",), "thieu-ly-do", f"bản {record.version} không nêu lý do (reason)", AGAIN)
    before = id_of(record.period, record.version - 1)
    if not record.replaces or record.replaces.report != before:
        message = f"bản {record.version} không ghi là thay cho {before}"
        yield filed.error(("replaces",) if record.replaces else ("version",), "so-ban", message, AGAIN)


def version_follows_the_one_before(filed: Filed[FrozenReport], facts: Facts) -> Iterator[Problem]:
    """Các bản nối tiếp nhau, không thiếu bản nào; bản trước vẫn y nguyên như khi bị thay."""
    record = filed.record
    if record.version == 1:
        return
    key = f"{record.plan}/{id_of(record.period, record.version - 1)}"
    if not facts.exists("reports", key):
        hint = "lấy lại tệp của bản ấy từ Git; báo cáo đã chốt không được xóa"
        yield filed.error(("version",), "thieu-ban", f"không thấy bản {record.version - 1} của kỳ này", hint)
        return
    before: FrozenReport | None = record_of(facts, "reports", key)
    if before and record.replaces and before.seal != record.replaces.seal:
        yield filed.error(("replaces", "seal"), "niem-phong", "bản trước đã bị sửa sau khi bản này thay nó", AGAIN)


def counted_records_are_kept(filed: Filed[FrozenReport], facts: Facts) -> Iterator[Problem]:
    """Bản ghi mà báo cáo đã chốt dẫn tới vẫn còn: địa chỉ đã công bố không được mất."""
    for index, record in enumerate(filed.record.records):
        kind, _, key = record.id.partition("/")
        if kind != "tasks" and not facts.exists(kind, key):
            hint = "giữ lại bản ghi ấy (thủ tục thôi áp dụng thì ghi status), hoặc lấy lại từ Git"
            message = f"báo cáo đã chốt dẫn tới “{record.id}” mà bản ghi ấy không còn"
            yield filed.error(("records", index, "id"), "ban-ghi-mat", message, hint)


OWN: OwnRules = {FrozenReport: (content_fits_its_seal, id_is_period_and_version, new_version_says_why)}
CROSS: CrossRules = {FrozenReport: (version_follows_the_one_before, counted_records_are_kept)}

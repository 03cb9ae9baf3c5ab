"""The records: what agencies write.  One module a record kind; ``KINDS`` lists them all."""

from dataclasses import dataclass

from generator.model.agency import Agency
from generator.model.assessment import Assessment
from generator.model.base import Model
from generator.model.legal import Decision, Legal
from generator.model.lists import Fields, Glossary, Holidays, LifeEvents, Synonyms, Waivers
from generator.model.plan import Plan
from generator.model.procedure import Procedure
from generator.model.progress import Progress
from generator.model.report import FrozenReport
from generator.model.sample import Sample
from generator.model.site import SiteSettings
from generator.model.statistics import Statistics


@dataclass(frozen=True)
class Kind:
    """One kind of record and where its files stand.

    ``folder`` is the path below ``data/``; ``depth`` the number of folders between it and the file;
    ``id_key`` the key that equals the file name, ``folder_key`` the one that equals the folder's name;
    ``by_command`` is what writes the record, where no person does.
    """

    name: str
    label: str
    model: type[Model]
    depth: int = 0
    id_key: str = "id"
    folder_key: str | None = None
    single: bool = False
    by_command: str = ""


KINDS: tuple[Kind, ...] = (
    Kind("agencies", "Cơ quan", Agency),
    Kind("legal", "Văn bản", Legal),
    Kind("decisions", "Quyết định công bố", Decision),
    Kind("procedures", "Thủ tục hành chính", Procedure, depth=1, id_key="code"),
    Kind("samples", "Hồ sơ mẫu", Sample, depth=1, folder_key="procedure"),
    Kind("plans", "Kế hoạch", Plan),
    Kind("progress", "Tiến độ", Progress, depth=1, id_key="period", folder_key="plan"),
    Kind("statistics", "Thống kê", Statistics, depth=1, id_key="period", folder_key="agency"),
    Kind("reports", "Báo cáo đã chốt", FrozenReport, depth=1, folder_key="plan", by_command="minhbach report"),
    Kind("assessments", "Chấm điểm", Assessment),
    Kind("site", "Cấu hình trang", SiteSettings, single=True),
    Kind("fields", "Lĩnh vực", Fields, single=True),
    Kind("life-events", "Việc trong đời", LifeEvents, single=True),
    Kind("synonyms", "Từ đồng nghĩa", Synonyms, single=True),
    Kind("glossary", "Thuật ngữ", Glossary, single=True),
    Kind("holidays", "Lịch nghỉ", Holidays, single=True),
    Kind("exceptions", "Ngoại lệ", Waivers, single=True),
)

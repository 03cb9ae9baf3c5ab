"""The settings of the site: there are some."""

from collections.abc import Iterator

from generator.errors import Problem
from generator.facts import SITE_FILE, Facts
from generator.rules.common import FiledAt


def settings_are_there(facts: Facts, _filed_at: FiledAt) -> Iterator[Problem]:
    """Thư mục dữ liệu có tệp cấu hình trang site.yml."""
    if SITE_FILE not in facts.held.cards and SITE_FILE not in facts.held.broken:
        hint = "tạo tệp này bằng lệnh minhbach new site"
        place = f"{facts.held.root}/{SITE_FILE}"
        yield Problem(place, 1, 1, "thieu-tep", "", "thiếu tệp cấu hình trang", hint)


OF_ALL = (settings_are_there,)

"""The page of search results; what it finds is found in the browser, and without scripts it leads to the lists."""

from generator import urls
from generator.facts import Facts
from generator.pages.base import Draft, Products, head


def search(facts: Facts) -> Products:
    """Yield the page."""
    meta = head("search", "Tìm kiếm", "Tìm thủ tục, hồ sơ mẫu, kế hoạch, văn bản và cơ quan; gõ không dấu cũng được.")
    fields = [each for each in facts.fields.values() if facts.pointing("procedures", "field", each.id)]
    yield Draft(urls.SEARCH, "search.md", meta, {"fields": fields, "events": list(facts.events.values())})

"""JSON-LD for a page: the way to it, and what it is about. Standard: schema.org, json-ld.org 1.1.

It is data, not a script: browsers do not run it, and the content security policy has nothing to allow.  Whatever people
write stays inside: no ``<`` is left in it that could end the element.
"""

from typing import Any
from urllib.parse import quote

import msgspec

from generator import urls

ADDRESSES = ("@id", "url")
Entity = dict[str, Any]


def linked_data(meta: Entity, url: str, base: str | None) -> str:
    """Return what stands in the element; nothing for a page without an address or about nothing."""
    parts = [*_way(meta, url), *_about(meta, url), *_site(meta)] if base else []
    if not parts:
        return ""
    graph = {"@context": "https://schema.org", "@graph": [_whole(part, base or "") for part in parts]}
    return msgspec.json.encode(graph).decode().replace("<", "\\u003c")


def _way(meta: Entity, url: str) -> list[Entity]:
    crumbs = meta.get("crumbs")
    if not crumbs:
        return []
    steps = [("Trang chủ", ""), *((each["text"], each["to"]) for each in crumbs), (meta["title"], url)]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": {"@id": to}}
        for place, (name, to) in enumerate(steps, start=1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _about(meta: Entity, url: str) -> list[Entity]:
    about = meta.get("about")
    return [{"@id": url, "mainEntityOfPage": {"@id": url}, **about}] if about else []


def _site(meta: Entity) -> list[Entity]:
    if meta.get("kind") != "home":
        return []
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": urls.address(urls.SEARCH) + "?q={words}"},
        "query-input": "required name=words",
    }
    return [
        {
            "@type": "WebSite",
            "@id": "",
            "url": "",
            "name": meta["title"],
            "description": meta["description"],
            "inLanguage": "vi",
            "potentialAction": search,
        }
    ]


def _whole(part: Any, base: str) -> Any:
    """Return a part with whole addresses."""
    if isinstance(part, dict):
        return {key: _address(key, value, base) for key, value in part.items()}
    return [_whole(each, base) for each in part] if isinstance(part, list | tuple) else part


def _address(key: str, value: Any, base: str) -> Any:
    if key == "urlTemplate":
        return base + value
    if key in ADDRESSES and isinstance(value, str):
        return value if "://" in value else base + quote(value, safe="/%")
    return _whole(value, base)

"""The map of the site for search engines. Standard: sitemaps.org 0.9."""

import gzip
from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

INDEX = "index.html"
SITEMAP = "sitemap.xml"


def sitemaps(files: Iterable[str], base: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the map of all pages among ``files``, plain and packed."""
    pages = (file for file in files if file == INDEX or file.endswith(f"/{INDEX}"))
    addresses = sorted(escape(base + quote(page.removesuffix(INDEX))) for page in pages)
    lines = "".join(f"<url><loc>{address}</loc></url>\n" for address in addresses)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    plan = f"{head}{lines}</urlset>\n".encode()
    yield SITEMAP, plan
    yield f"{SITEMAP}.gz", gzip.compress(plan, mtime=0)

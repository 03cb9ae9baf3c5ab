"""HTML to PDF/UA by WeasyPrint, which sees no file and no network.

Only the command that makes sheets loads this module: WeasyPrint takes longer to load than all the rest.
"""

import warnings
from contextlib import redirect_stderr, redirect_stdout
from enum import StrEnum
from functools import cache
from io import StringIO
from math import sqrt
from typing import Any, NoReturn

from generator.errors import ToolError

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core"
LACKING = (
    "máy này thiếu thư viện Pango để tạo tệp PDF. "
    f"Trên Debian, Ubuntu: sudo apt install {PACKAGES}; trên macOS: brew install pango"
)


class Paper(StrEnum):
    """The sizes of paper that offices print on."""

    A4 = "A4"
    A3 = "A3"


def weasyprint() -> Any:
    """Return the library; raise ``ToolError`` when what it needs of the system is missing."""
    try:
        # It prints English advice where it cannot load Pango, and warns of what it will need one day.
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            import weasyprint as library  # noqa: PLC0415
    except OSError as error:
        raise ToolError(LACKING) from error
    return library


@cache
def _tools(style: str) -> tuple[Any, Any, Any]:
    """Return what all sheets share: the style, the fonts, and what refuses to fetch."""
    library = weasyprint()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.urls import FatalURLFetchingError, URLFetcher  # noqa: PLC0415

    class Refusing(URLFetcher):  # type: ignore[misc]
        error = FatalURLFetchingError  # no ``Exception``, so that nothing goes on without what it asked for

        def fetch(self, url: str, headers: object = None) -> NoReturn:  # noqa: ARG002
            raise FatalURLFetchingError(url)

    fonts, refusing = FontConfiguration(), Refusing()
    return library.CSS(string=style, font_config=fonts, url_fetcher=refusing), fonts, refusing


def pdf_of(html: str, style: str, paper: Paper) -> bytes:
    """Return a document as PDF/UA-1; raise ``ToolError`` when it would have anything fetched."""
    sheet, fonts, refusing = _tools(style)
    document = weasyprint().HTML(string=html, url_fetcher=refusing)
    zoom = sqrt(2) if paper is Paper.A3 else 1
    try:
        content: bytes = document.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1", zoom=zoom)
    except refusing.error as error:
        raise ToolError(f"không được tải {error}") from None
    return content

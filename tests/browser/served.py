"""Serve a built site as GitHub Pages does: below a path, with the page for lost addresses."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

from bench.web.server import MOUNT, running


class _Pages(SimpleHTTPRequestHandler):
    """Files of one folder below ``MOUNT``; what is not there is answered with ``404.html``."""

    def translate_path(self, path: str) -> str:
        """Return the file of an address; addresses outside of the mount lead nowhere."""
        return super().translate_path(path.removeprefix(MOUNT[:-1])) if path.startswith(MOUNT) else ""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a lost address with the site's own page."""
        lost = Path(self.directory) / "404.html"
        if code != 404 or urlsplit(self.path).path.endswith(".ico"):
            super().send_error(code, message, explain)
            return
        content = lost.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Say nothing."""


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve ``folder`` on a port, any if 0, until done; give the address of its home page."""
    with running(partial(_Pages, directory=str(folder)), port) as address:
        yield address

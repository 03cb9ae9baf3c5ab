"""Serve a site as GitHub Pages does: packed, with marks to ask again by, to be kept for ten minutes; or slowly."""

import gzip
import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Lock, Thread
from urllib.parse import unquote, urlsplit

MOUNT = "/kho/"
KEEP = "max-age=600"
PACKED = ("text/", "application/json", "application/manifest+json", "image/svg+xml", "application/xml")
TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json", ".json": "application/json"}
SLICE = 4096


@dataclass
class Line:
    """A line to the server: seconds until the first byte of an answer, bytes a second for all answers together."""

    latency: float = 0.0
    rate: float = 0.0
    seen: list[tuple[str, int]] = field(default_factory=list)
    _free_at: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def slices(self, content: bytes) -> Iterator[bytes]:
        """Yield the content as fast as the line lets it through, beside whatever else is on it."""
        if not self.rate:
            yield content
            return
        for start in range(0, len(content), SLICE):
            part = content[start : start + SLICE]
            with self._lock:
                now = time.monotonic()
                self._free_at = max(now, self._free_at) + len(part) / self.rate
                wait = self._free_at - now
            time.sleep(wait)
            yield part


SLOW_4G = (0.15, 200 * 1024.0)
FAST = (0.0, 0.0)


@contextmanager
def served(folder: Path, line: Line, port: int) -> Iterator[str]:
    """Serve ``folder`` over a line until done; give the address of its home page."""

    class Pages(_Pages):
        root = folder
        over = line

    with running(Pages, port) as address:
        yield address


@contextmanager
def running(handler: Callable[..., BaseHTTPRequestHandler], port: int) -> Iterator[str]:
    """Run a server on a port, any if 0, until done; give the address of the home page."""
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{MOUNT}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path
    over: Line

    def do_GET(self) -> None:
        """Answer with a file, its mark if that is enough, or the page for lost addresses."""
        time.sleep(self.over.latency)
        path = unquote(urlsplit(self.path).path).removeprefix(MOUNT)
        file = self.root / (path + "index.html" if path == "" or path.endswith("/") else path)
        status = 200 if file.is_file() and self.path.startswith(MOUNT) else 404
        mark, content, kind, packed = _content(file if status == 200 else self.root / "404.html")
        if self.headers.get("If-None-Match") == mark:
            status, content = 304, b""
        self.send_response(status)
        for name, value in {"ETag": mark, "Cache-Control": KEEP, "Content-Type": kind}.items():
            self.send_header(name, value)
        if packed and status != 304:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        for part in self.over.slices(content):
            self.wfile.write(part)
        self.over.seen.append((path, len(content)))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Say nothing."""


@lru_cache(512)
def _content(file: Path) -> tuple[str, bytes, str, bool]:
    """Return the mark of a file, what is sent of it, its type, and whether it is packed."""
    content = file.read_bytes()
    kind = TYPES.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
    mark = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    packed = kind.startswith(PACKED)
    text = "; charset=utf-8" if kind.startswith("text/") else ""
    return mark, gzip.compress(content, 6, mtime=0) if packed else content, kind + text, packed

"""What the first view of a page costs: bytes, requests, and what Lighthouse says of it."""

import json
import os
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from bench.places import NPM
from bench.tools import node_path
from bench.web.server import Line
from generator.errors import ToolError

LIGHTHOUSE = NPM / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
WORKER = ("sw.js", "ngoai-tuyen/")  # come when the page stands, once for the whole site


@dataclass(frozen=True)
class Weight:
    """The first view: KB over the wire until the page stands, requests, those to other hosts, KB fetched after."""

    kilobytes: float
    requests: int
    strangers: tuple[str, ...]
    later: float


@dataclass(frozen=True)
class Verdict:
    """Lighthouse on its phone: scores of 100 by category, LCP in ms, CLS, and what it would have otherwise."""

    scores: dict[str, int]
    lcp: float
    cls: float
    failed: tuple[str, ...]


def weigh(browser: Browser, home: str, path: str, line: Line) -> Weight:
    """Open a page for the first time."""
    line.seen.clear()
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home + path)
    page.wait_for_load_state("networkidle")
    context.close()
    host = urlsplit(home).netloc
    later = [place for place, (name, _size) in enumerate(line.seen) if name in WORKER]
    until = later[0] if later else len(line.seen)
    return Weight(
        kilobytes=sum(size for _name, size in line.seen[:until]) / 1024,
        requests=until,
        strangers=tuple(url for url in asked if urlsplit(url).netloc != host),
        later=sum(size for _name, size in line.seen[until:]) / 1024,
    )


def judge(address: str, chromium: str, *, fails: Callable[[str], None]) -> Verdict:
    """Ask Lighthouse; what it would have otherwise is told as it goes."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={report}"]
        path = os.pathsep.join((os.environ.get("PATH", ""), node_path()))
        done = subprocess.run(
            [*command, f"--chrome-flags={FLAGS}"],
            env={**os.environ, "PATH": path, "CHROME_PATH": chromium},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or not report.is_file():
            raise ToolError(f"Lighthouse không chạy được\n{done.stderr.strip()[-500:]}")
        return _verdict(json.loads(report.read_text("utf-8")), fails)


def _verdict(report: dict[str, Any], fails: Callable[[str], None]) -> Verdict:
    audits = report["audits"]
    weighty = [ref["id"] for name in CATEGORIES for ref in report["categories"][name]["auditRefs"] if ref["weight"]]
    failed = tuple(name for name in weighty if (audits[name].get("score") or 0) < 0.9 and _counts(audits[name]))
    for name in failed:
        fails(f"  {name}: {audits[name].get('displayValue') or audits[name]['title']}")
    return Verdict(
        scores={name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES},
        lcp=audits["largest-contentful-paint"]["numericValue"],
        cls=audits["cumulative-layout-shift"]["numericValue"],
        failed=failed,
    )


def _counts(audit: dict[str, Any]) -> bool:
    return audit["scoreDisplayMode"] in {"binary", "numeric", "metricSavings"}

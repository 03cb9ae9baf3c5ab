"""The command: build, serve, open, weigh, search; print a table and keep the figures.

python -m bench.web [--size 6500] [--visits 5] [--no-lighthouse]
"""

import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path

import click
from playwright.sync_api import Browser, sync_playwright

from bench.install import install_npm
from bench.places import BUILD
from bench.session import say
from bench.web import finding, weights
from bench.web.server import FAST, SLOW_4G, Line, served
from bench.web.site import built, kinds
from generator.errors import MinhBachError, ToolError
from generator.fold import fold

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUERIES = 60
PORT = 8765


@click.command(help="Đo trang trong trình duyệt: nặng bao nhiêu, Lighthouse nói gì, tìm nhanh ra sao.")
@click.option("--size", default=6500, type=click.IntRange(1), metavar="SỐ", help="Số thủ tục. Mặc định: 6500.")
@click.option("--visits", default=5, type=click.IntRange(1), metavar="SỐ", help="Số lần mở để tìm. Mặc định: 5.")
@click.option("--lighthouse/--no-lighthouse", default=True, help="Có hỏi Lighthouse hay không.")
@click.option("--site", type=click.Path(path_type=Path, exists=True), help="Trang đã tạo sẵn, thay cho trang tự tạo.")
def web(size: int, visits: int, site: Path | None, *, lighthouse: bool) -> None:
    """Measure all, print it, and keep it as JSON."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        raise ToolError("chưa có Chromium")
    line = Line(*FAST)
    folder = site or built(size, f"http://127.0.0.1:{PORT}/kho/", say.print)
    figures: dict[str, object] = {}
    with sync_playwright() as playwright, served(folder, line, PORT) as home:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for kind, path in kinds(folder).items():
            figures[kind] = _page(browser, home, path, line, kind)
            if lighthouse:
                figures[f"{kind}, Lighthouse"] = _lighthouse(home + path, chromium)
        queries = _queries(folder)
        for name, (latency, rate) in {"fast": FAST, "slow 4G": SLOW_4G}.items():
            line.latency, line.rate = latency, rate
            place = home + kinds(folder)["procedure"]
            found = finding.find(browser, place, line, queries, visits=visits)
            figures[f"search, {name}"] = asdict(found)
            click.echo(_words(name, found))
        browser.close()
    (BUILD / "web.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def _page(browser: Browser, home: str, path: str, line: Line, kind: str) -> dict[str, object]:
    weight = weights.weigh(browser, home, path, line)
    there = f"{weight.kilobytes:.1f} KB in {weight.requests} requests, {len(weight.strangers)} to others"
    click.echo(f"{kind}: {there}, later {weight.later:.1f} KB")
    return asdict(weight)


def _lighthouse(address: str, chromium: str) -> dict[str, object]:
    if failed := install_npm(say.print):
        raise ToolError(failed)
    verdict = weights.judge(address, chromium, fails=click.echo)
    click.echo(
        f"  Lighthouse {'/'.join(map(str, verdict.scores.values()))}, LCP {verdict.lcp:.0f} ms, CLS {verdict.cls:.3f}"
    )
    return asdict(verdict)


def _queries(folder: Path) -> list[str]:
    """Return the beginnings of titles all over the index, as people type them without marks."""
    name = json.loads((folder / "tim-kiem" / "muc-luc.json").read_text("utf-8"))["index"]
    index = json.loads((folder / "tim-kiem" / name).read_text("utf-8"))
    titles = index["kinds"][0]["titles"]
    chosen = titles[:: max(1, len(titles) // QUERIES)][:QUERIES]
    return [" ".join(fold(title).split()[1:5]) for title in chosen]


def _words(name: str, found: finding.Found) -> str:
    sizes = f"index {found.index:.0f} KB, all {found.fetched:.0f} KB, before the box is used {found.before} requests"
    times = f"{found.usual:.1f} ms an answer, 9 of 10 in {found.slow:.1f} ms"
    return f"search, {name}: first after {_list(found.first)} ms; {sizes}; {times}"


def _list(times: list[float]) -> str:
    return " ".join(f"{time:.0f}" for time in sorted(times))


if __name__ == "__main__":
    try:
        web.main(prog_name="python -m bench.web")
    except MinhBachError as error:
        say.print(str(error), markup=False)
        sys.exit(1)

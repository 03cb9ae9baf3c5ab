"""How quickly the search box answers, from the moment it is used for the first time.

A slow line is one to the server, so that the search's own worker is on it too; a slow phone is the page's process,
stopped three quarters of the time in slices of some milliseconds, so that the worker is as slow as the page.  The
browser's own ways of throttling reach the page alone.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from statistics import median, quantiles

from playwright.sync_api import Browser

from bench.web.server import Line

RUN, REST = 0.01, 0.03  # a quarter of the time
FIRST = """query => new Promise((resolve) => {
  const form = [...document.querySelectorAll("[data-mb-search]")].find((each) => each.offsetParent);
  const input = form.elements.q, list = form.querySelector("[role=listbox]");
  const start = performance.now();
  const told = () => list.children.length && resolve(performance.now() - start);
  new MutationObserver(told).observe(list, { childList: true });
  input.focus();
  input.value = query;
  input.dispatchEvent(new Event("input", { bubbles: true }));
})"""
ANSWERS = """async queries => {
  const address = [...document.scripts].find((each) => each.src.includes("search/client.js")).src;
  const { ask } = await import(address);
  const times = [];
  for (const query of queries) {
    const start = performance.now();
    await ask(query, null, 7);
    times.push(performance.now() - start);
  }
  return times;
}"""


@dataclass(frozen=True)
class Found:
    """ms to the first result of each visit, KB of the index and of all that the search fetched, ms an answer."""

    first: list[float]
    index: float
    fetched: float
    before: int
    answers: list[float]

    @property
    def usual(self) -> float:
        """The answer in the middle."""
        return median(self.answers)

    @property
    def slow(self) -> float:
        """Of ten answers nine are quicker."""
        return quantiles(self.answers, n=10)[-1]


def find(browser: Browser, address: str, line: Line, queries: list[str], *, visits: int) -> Found:
    """Use the box on a page, in so many browsers that have seen nothing; then ask all queries.

    Slow lines have slow phones.
    """
    first, answers = [], []
    index = fetched = 0.0
    before = 0
    for visit in range(visits):
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        before += sum(name.startswith("tim-kiem/") for name, _size in line.seen)
        line.seen.clear()
        with _slowed(browser) if line.rate else nullcontext():
            first.append(page.evaluate(FIRST, queries[visit % len(queries)]))
            index = max(size for name, size in line.seen if name.startswith("tim-kiem/")) / 1024
            fetched = sum(size for _name, size in line.seen) / 1024
            if visit == visits - 1:
                answers = page.evaluate(ANSWERS, queries)
        line.seen.clear()
        context.close()
    return Found(first, index, fetched, before, answers)


@contextmanager
def _slowed(browser: Browser) -> Iterator[None]:
    """Let the pages' processes run a quarter of the time only."""
    over = threading.Event()
    processes = _renderers(browser)
    thread = threading.Thread(target=_hold, args=(processes, over))
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _renderers(browser: Browser) -> list[int]:
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [each["id"] for each in found if each["type"] == "renderer"]


def _hold(processes: list[int], over: threading.Event) -> None:
    while not over.is_set():
        _signal(processes, signal.SIGSTOP)
        time.sleep(REST)
        _signal(processes, signal.SIGCONT)
        time.sleep(RUN)


def _signal(processes: list[int], number: int) -> None:
    for process in processes:
        try:
            os.kill(process, number)
        except ProcessLookupError:
            continue

"""How long posting notices take, and how large they are: ``python -m bench.notices [DATA]``."""

import resource
import sys
import time
from pathlib import Path

from generator.check import check
from generator.clock import today
from generator.derive.sheets import has_sheet
from generator.notices.pdf import Paper, pdf_of
from generator.notices.sheet import sheet_of, style
from generator.read import read


def main(data: Path) -> None:
    """Make all sheets of a data folder in memory, by one process, and print what it took."""
    facts = check(read(data), today()).facts
    facts.base = "https://thutuc.example/"
    records = [facts.whole("procedures", code) for code in facts.procedures]
    sheets = [sheet_of(each, facts).html for each in records if has_sheet(each)]
    pdf_of(sheets[0], style(), Paper.A4)  # loads libraries and fonts
    start, used = time.perf_counter(), time.process_time()
    sizes = [len(pdf_of(html, style(), Paper.A4)) for html in sheets]
    wall, cpu = time.perf_counter() - start, time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(  # noqa: T201  (a report)
        f"{len(sheets)} sheets: {wall / len(sheets):.2f} s, {cpu / len(sheets):.2f} s of a processor, "
        f"{sum(sizes) / len(sizes) / 1024:.0f} KB each; {memory:.0f} MB"
    )


if __name__ == "__main__":
    main(Path(*sys.argv[1:2] or ["data"]))

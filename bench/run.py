"""The command ``make bench``: choose what to compare, measure, print the report."""

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.markdown import Markdown

from bench.install import install
from bench.places import BUILD, PORTAL, ROOT
from bench.session import REAL, Session, imported, made, say
from bench.tools import Tool, peers
from generator.errors import MinhBachError, ToolError

SIZES = "500,2000,6500"


def _chosen(names: str, failed: dict[str, str]) -> tuple[Tool, ...]:
    known = {tool.name: tool for tool in peers()}
    wanted = [name.strip() for name in names.split(",")] if names else list(known)
    if strange := set(wanted) - set(known):
        raise ToolError(f"không có công cụ {', '.join(sorted(strange))}; chọn trong {', '.join(known)}")
    return tuple(known[name] for name in wanted if name not in failed)


def _sizes(text: str) -> list[int]:
    sizes = [size.strip() for size in text.split(",") if size.strip()]
    if not all(size.isdecimal() and int(size) > 0 for size in sizes):
        raise ToolError(f"“{text}” không phải các số cách nhau bằng dấu phẩy")
    return [int(size) for size in sizes]


@click.command(help="Đo thời gian tạo trang, cạnh các công cụ khác và từ cùng nội dung.", add_help_option=True)
@click.option(
    "--sizes", default=SIZES, show_default=False, metavar="SỐ,SỐ…", help=f"Số thủ tục mỗi bộ. Mặc định: {SIZES}."
)
@click.option(
    "--runs", default=5, show_default=False, type=click.IntRange(1), metavar="SỐ", help="Số lượt đo. Mặc định: 5."
)
@click.option("--peers", "names", default="", metavar="TÊN,TÊN…", help="Chỉ so với những công cụ này.")
@click.option(
    "--real",
    default=PORTAL,
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help="Bản ghi thật; không có thì bỏ qua.",
)
@click.option("--keep", is_flag=True, help="Giữ lại nội dung và trang của mọi công cụ, để xem.")
def bench(sizes: str, runs: int, names: str, real: Path, *, keep: bool) -> None:
    """Measure all sets of records and print the report."""
    failed = install(say.print)
    session = Session(_chosen(names, failed), runs, failed, keep)
    for size in _sizes(sizes):
        session.measure(str(size), made(size))
    if real.is_dir():
        session.measure(REAL, imported(real))
    Console().print(Markdown((BUILD / "results.vi.md").read_text("utf-8")))
    say.print(f"Đã ghi {BUILD.relative_to(ROOT)}/results.md, results.vi.md và results.json")


def main() -> None:
    """Run the command; say every error made on purpose in words."""
    try:
        bench.main(prog_name="make bench")
    except MinhBachError as error:
        say.print(str(error), markup=False)
        sys.exit(1)

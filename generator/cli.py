"""The command ``minhbach``: what people call, in Vietnamese."""

import gc
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from generator.clock import today
from generator.command import LazyChoice, VietnameseGroup, explain
from generator.errors import DataError, MinhBachError
from generator.importers.command import importers
from generator.reporting.command import report

DATA = click.option(
    "--data",
    default="data",
    show_default="data",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help="Thư mục dữ liệu.",
)
OUT = click.option(
    "--out",
    default="site",
    show_default="site",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help="Nơi đặt trang.",
)


def _kinds() -> list[str]:
    from generator.model import KINDS

    return [kind.name for kind in KINDS]


say = Console(stderr=True, highlight=False, soft_wrap=True)


@click.group(cls=VietnameseGroup)
@click.version_option(package_name="minhbach", message="Minh Bạch %(version)s", help="Hiện phiên bản rồi thoát.")
def commands() -> None:
    """Minh Bạch: từ tệp dữ liệu đến trang công khai thủ tục và kế hoạch cải cách."""


@commands.command()
@DATA
@click.option(
    "--format",
    "style",
    type=click.Choice(["github", "json", "text"]),
    default="text",
    help="Cách in: text, json hoặc github.",
)
def check(data: Path, style: str) -> None:
    """Kiểm tra dữ liệu; in mọi chỗ sai kèm dòng và cách sửa."""
    from generator import reports
    from generator.check import check as check_records
    from generator.read import read

    try:
        problems = check_records(read(data), today()).warnings
        failed = False
    except DataError as error:
        problems, failed = error.problems, True
    click.echo(reports.STYLES[style](problems), nl=bool(problems) or style == "json")
    if style == "text":
        say.print(reports.summary(problems))
    sys.exit(1 if failed else 0)


@commands.command()
@DATA
@OUT
@click.option("--quiet", is_flag=True, help="Chỉ nói khi có lỗi.")
@click.option("--shard", metavar="PHẦN/TỔNG", help="Chỉ tạo một phần, ví dụ 2/4; ghép lại bằng minhbach merge.")
def build(data: Path, out: Path, shard: str | None, *, quiet: bool) -> None:
    """Tạo trang từ dữ liệu; chỉ làm lại những gì đã đổi."""
    from generator.build.run import run
    from generator.build.shards import Shard

    run(data, out, say, Shard.parse(shard) if shard else Shard(), quiet=quiet)


@commands.command()
@click.argument("parts", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PHẦN…")
@OUT
def merge(parts: tuple[Path, ...], out: Path) -> None:
    """Ghép các phần do build --shard tạo ra thành một trang."""
    from generator.build.shards import merge as merge_shards

    say.print(f"Xong: {merge_shards(parts, out, Path())} trang ở {out}/")


@commands.command()
@DATA
@click.option(
    "--address", default="127.0.0.1:8000", show_default="127.0.0.1:8000", metavar="ĐỊA_CHỈ", help="Nơi mở trang."
)
def serve(data: Path, address: str) -> None:
    """Mở trang trên máy này; tự tạo lại khi dữ liệu, mẫu, kiểu chữ hay mã đổi."""
    from generator.engine.build import serve as serve_site

    say.print(f"Đang tạo trang, rồi mở ở http://{address}/ (Ctrl+C để dừng)")
    serve_site(data, address)


@commands.command()
@DATA
@click.argument("target", type=click.Path(path_type=Path), metavar="THƯ_MỤC")
def render(data: Path, target: Path) -> None:
    """Ghi cây Markdown để công cụ khác dựng trang."""
    from generator.check import check as check_records
    from generator.read import read
    from generator.render import published_files, write_tree
    from generator.render import render as render_pages

    facts = check_records(read(data), today()).facts
    count = write_tree(render_pages(facts), published_files(facts), data, target)
    say.print(f"Đã ghi {count} trang Markdown vào {target}/")


@commands.command()
@click.option(
    "--out",
    default=".schemas",
    show_default=".schemas",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help="Nơi ghi.",
)
@DATA
def schema(out: Path, data: Path) -> None:
    """Ghi JSON Schema cho trình soạn thảo."""
    from generator.schema import editor_settings, write_schemas

    written = write_schemas(out)
    settings = Path(".vscode/settings.json")
    settings.parent.mkdir(exist_ok=True)
    text = json.dumps(editor_settings(out.as_posix(), data.as_posix()), ensure_ascii=False, indent=2)
    settings.write_text(text + "\n", encoding="utf-8")
    say.print(f"Đã ghi {len(written)} tệp vào {out}/ và {settings}")


@commands.command()
@click.argument("kind", type=LazyChoice(_kinds), metavar="LOẠI")
@click.argument("name", metavar="MÃ", default="")
@click.option("--folder", default="", metavar="THƯ_MỤC", help="Thư mục con: mã cơ quan, thủ tục hoặc kế hoạch.")
@DATA
def new(kind: str, name: str, folder: str, data: Path) -> None:
    """Tạo tệp trống cho một bản ghi mới, mỗi khóa kèm tên gọi."""
    from generator.drafts import new_file

    path = new_file(kind, name, folder, data)
    say.print(f"Đã tạo {path}. Điền các dòng, rồi chạy: minhbach check")


@commands.command()
@click.argument("codes", nargs=-1, metavar="[MÃ]…")
@DATA
@click.option(
    "--out",
    default="build/niem-yet",
    show_default="build/niem-yet",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help="Nơi đặt tờ niêm yết.",
)
@click.option("--paper", type=click.Choice(["A4", "A3"]), default="A4", help="Khổ giấy: A4 hoặc A3.")
@click.option("--site-url", "address", default="", metavar="ĐỊA_CHỈ", help="Địa chỉ công khai của trang, cho mã QR.")
@click.option("--all", "every", is_flag=True, help="Tạo lại mọi tờ.")
def notices(codes: tuple[str, ...], data: Path, out: Path, address: str, **how: Any) -> None:
    """Tạo tờ niêm yết PDF của các thủ tục nêu tên, hoặc của những thủ tục đã đổi."""
    from generator.engine.build import site_address
    from generator.notices.pdf import Paper
    from generator.notices.run import Wish, address_of, run

    where = address_of(address, "" if address else site_address(data))
    run(data, out, where, Wish(codes, Paper(how["paper"]), how["every"]), say)


commands.add_command(importers)
commands.add_command(report)


def main() -> None:
    """Run the command; turn every error made on purpose into words and exit code 1."""
    code = run(commands.main, sys.argv[1:])
    gc.freeze()  # what is left goes with the process: it need not be looked through
    sys.exit(code)


def run(command: Callable[..., Any], arguments: list[str]) -> int:
    """Return the exit code of ``command``: 0 done, 1 the data or the machine is not right, 2 the call is wrong."""
    try:
        command(args=arguments, prog_name="minhbach", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        say.print(f"Lệnh viết chưa đúng: {explain(error)}\nXem cách dùng: minhbach --help", markup=False)
        return 2
    except MinhBachError as error:
        say.print(str(error), markup=False)
        return 1
    except (KeyboardInterrupt, click.Abort):
        say.print("Đã dừng.")
        return 130
    return 0

"""The command ``minhbach import``: what others saved becomes drafts in our YAML."""

from pathlib import Path

import click
from rich.console import Console

from generator.clock import today
from generator.command import VietnameseGroup
from generator.track import tracking

PATH = click.Path(path_type=Path)


@click.group("import", cls=VietnameseGroup)
def importers() -> None:
    """Nhập bản ghi từ nơi khác thành bản nháp, để người rà soát."""


@importers.command()
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="TỆP…")
@click.option("--out", required=True, type=PATH, metavar="THƯ_MỤC", help="Thư mục mới, để ghi dữ liệu vào.")
@click.option("--json", "json_file", type=PATH, metavar="TỆP", help="Tệp mới, để ghi bản tổng kết cho chương trình.")
def portal(files: tuple[Path, ...], out: Path, json_file: Path | None) -> None:
    """Nhập bản ghi đã lưu từ Cổng Dịch vụ công quốc gia (.json, .jsonl, có thể nén .gz)."""
    from generator.importers.portal.run import import_portal  # noqa: PLC0415
    from generator.importers.portal.summary import json_of, skipped_lines, table_of  # noqa: PLC0415
    from generator.importers.portal.write import refuse_taken, write_new  # noqa: PLC0415

    say = Console(stderr=True, highlight=False, soft_wrap=True)
    if json_file:
        refuse_taken(json_file)
    with tracking(say) as track:
        report = import_portal(files, out, today(), track)
    Console(highlight=False).print(table_of(report))
    for line in skipped_lines(report.skipped):
        say.print(line, markup=False)
    if json_file:
        write_new(json_file, json_of(report))
    say.print(
        f"Đã ghi {len(report.drafts)} bản nháp vào {out}/. Xem từng chỗ: minhbach check --data {out}", markup=False
    )

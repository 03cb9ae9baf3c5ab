"""The command ``minhbach report`` as people call it."""

from datetime import date
from pathlib import Path
from typing import Any

import click
from pydantic_core import PydanticCustomError
from rich.console import Console

from generator.clock import today
from generator.command import VietnameseCommand


class _Day(click.ParamType[date]):
    """A day, written as in the data."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that is meant."""
        from generator.model.values import parse_date  # noqa: PLC0415

        try:
            return parse_date(value)
        except PydanticCustomError:
            self.fail("", param, ctx)


DAY = _Day()


@click.command(cls=VietnameseCommand)
@click.argument("plan", metavar="KẾ_HOẠCH")
@click.argument("period", metavar="KỲ")
@click.option("--as-of", type=DAY, metavar="NGÀY", help="Số liệu tính đến ngày nào, ví dụ 30/9/2026.")
@click.option("--reason", metavar="LÝ_DO", help="Vì sao lập bản mới, khi kỳ ấy đã có báo cáo.")
@click.option("--number", metavar="SỐ", help="Số, ký hiệu của văn bản, ví dụ 31/BC-SMH.")
@click.option("--date", "day", type=DAY, metavar="NGÀY", help="Ngày ban hành văn bản.")
@click.option("--signer", metavar="TÊN", help="Họ tên người ký.")
@click.option("--position", metavar="CHỨC_VỤ", help="Chức vụ người ký; không ghi thì theo kế hoạch.")
@click.option("--uncommitted", is_flag=True, help="Cho lập khi dữ liệu còn thay đổi chưa commit; báo cáo sẽ ghi rõ.")
@click.option(
    "--data",
    default="data",
    show_default="data",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help="Thư mục dữ liệu.",
)
def report(data: Path, plan: str, period: str, **how: Any) -> None:
    """Chốt báo cáo của một kỳ: tháng, quý, 6 tháng, 9 tháng hoặc năm; đã chốt thì không đổi nữa."""
    from generator.reporting.letterhead import Paper  # noqa: PLC0415
    from generator.reporting.run import Order, run  # noqa: PLC0415

    say = Console(stderr=True, highlight=False, soft_wrap=True)
    paper = Paper(_said(how["number"]), how["day"], _said(how["signer"]), _said(how["position"]))
    order = Order(plan, period, how["as_of"], _said(how["reason"]), paper, how["uncommitted"])
    run(data, order, today(), lambda line: say.print(line, markup=False))


def _said(text: str | None) -> str | None:
    """Return a text without outer blanks; None when nothing is left."""
    return (text or "").strip() or None

"""Click's help in Vietnamese."""

import re
from collections.abc import Callable
from typing import Any

import click

_DEFAULT = re.compile(r"\[default: \(?(.*?)\)?\]")


class _Vietnamese(click.Command):
    """A command whose help has Vietnamese headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Vietnamese heading."""
        records = (each.get_help_record(ctx) for each in self.get_params(ctx))
        rows = [(name, _DEFAULT.sub(r"[mặc định: \1]", words)) for name, words in filter(None, records)]
        with formatter.section("Tùy chọn"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with Vietnamese words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện hướng dẫn này rồi thoát."
        return option


class VietnameseCommand(_Vietnamese):
    """One command."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[TÙY_CHỌN]")
        super().__init__(*args, **kwargs)


class VietnameseGroup(_Vietnamese, click.Group):
    """A group of commands, listed with what each does."""

    command_class = VietnameseCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[TÙY_CHỌN]", "subcommand_metavar": "LỆNH …", **kwargs})

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write options and commands."""
        super().format_options(ctx, formatter)
        rows = [(name, self.commands[name].get_short_help_str(90)) for name in self.list_commands(ctx)]
        with formatter.section("Lệnh"):
            formatter.write_dl(rows)


class LazyChoice(click.ParamType[str]):
    """A choice whose values are looked up only when they are needed."""

    name = "choice"

    def __init__(self, values: Callable[[], list[str]]) -> None:
        self._values = values

    @property
    def choices(self) -> list[str]:
        """The values."""
        return self._values()

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return ``value`` if it is one of the values."""
        return click.Choice(self.choices).convert(value, param, ctx)


def explain(error: click.ClickException) -> str:
    """Return what is wrong with a call, in Vietnamese."""
    return next((words(error) for kind, words in EXPLANATIONS.items() if isinstance(error, kind)), "có giá trị thừa")


def _name(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return (parameter and parameter.metavar) or "một giá trị"


def _bad(error: click.BadParameter) -> str:
    if error.param and isinstance(error.param.type, click.Choice | LazyChoice):
        return f"{_name(error.param)} phải là một trong: {', '.join(map(str, error.param.type.choices))}"
    return f"giá trị của {_name(error.param)} không dùng được"


EXPLANATIONS: dict[type[click.ClickException], Callable[[Any], str]] = {
    click.exceptions.NoArgsIsHelpError: lambda _error: "chưa viết tên lệnh",
    click.exceptions.NoSuchCommand: lambda error: f"không có lệnh {error.command_name}",
    click.NoSuchOption: lambda error: f"không có tùy chọn {error.option_name}",
    click.BadOptionUsage: lambda error: f"{error.option_name} cần một giá trị",
    click.MissingParameter: lambda error: f"thiếu {_name(error.param)}",
    click.BadParameter: _bad,
}

"""The command ``minhbach``."""

import sys
from pathlib import Path

import click

from generator.check import check as check_data
from generator.errors import DataError
from generator.read import read


@click.group()
def main() -> None:
    """Minh Bạch."""


@main.command()
@click.option("--data", default="data", type=click.Path(path_type=Path))
def check(data: Path) -> None:
    """Kiểm tra dữ liệu."""
    try:
        catalogue = check_data(read(data))
    except DataError as error:
        click.echo(str(error))
        sys.exit(1)
    for warning in catalogue.warnings:
        click.echo(str(warning))
    click.echo("ok")

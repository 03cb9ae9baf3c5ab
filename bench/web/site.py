"""The site that is measured: made procedures, built where it is going to be served."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from statistics import median_low

from bench.places import BUILD, PROJECT, ROOT
from bench.session import made
from bench.tools import HERE
from generator.errors import ToolError

FOLDER = BUILD / "web"


def built(count: int, address: str, say: Callable[[str], None]) -> Path:
    """Return the site of ``count`` made procedures; what a former run has built is only brought up to date."""
    place = FOLDER / str(count)
    place.mkdir(parents=True, exist_ok=True)
    if not (place / "data").exists():
        say(f"Đang tạo {count} bản ghi…")
        made(count)(place / "data")
        shutil.copyfile(ROOT / "data" / "holidays.yml", place / "data" / "holidays.yml")
    for name in PROJECT:
        _copy(ROOT / name, place / name)
    say(f"Đang tạo trang từ {count} bản ghi…")
    command = [str(HERE / "minhbach"), "build", "--quiet", "--data", "data", "--out", "site"]
    variables = {**os.environ, "SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=place, env=variables, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ToolError(f"không tạo được trang\n{done.stderr.strip()}")
    return place / "site"


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        shutil.copyfile(source, target)
        return
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


def kinds(site: Path) -> dict[str, str]:
    """Return one page of each kind that people open most, by its name: the one of middle size."""
    return {
        "home": "",
        "catalogue": _middle(site, "thu-tuc/linh-vuc/*/"),
        "procedure": _middle(site, "thu-tuc/*-*/"),
        "plan": _middle(site, "ke-hoach/*/"),
        "sample": _middle(site, "ho-so-mau/*/*/"),
    }


def _middle(site: Path, pattern: str) -> str:
    sizes = sorted((path.stat().st_size, path) for path in site.glob(f"{pattern}index.html"))
    if not sizes:
        raise ToolError(f"trang {pattern} không có trong {site}")
    return f"{median_low(sizes)[1].parent.relative_to(site).as_posix()}/"

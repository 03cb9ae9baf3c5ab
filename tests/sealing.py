"""Seal frozen reports anew: what tests change in them on purpose would be refused otherwise."""

from pathlib import Path
from typing import Any

import yaml

from generator.model.report import FrozenReport
from generator.reporting.seal import seal_of


def reseal(data: Path) -> None:
    """Give every frozen report below ``data`` the seal of its content, and each newer version that of the one before.

    Versions are told apart by single digits here.  The files keep their form but for the seals.
    """
    for path in sorted((data / "reports").rglob("*.yml")):
        text = path.read_text("utf-8")
        record = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  (makes only text)
        resealed = sealed(record, path.parent)
        for old, new in _seals(record, resealed):
            text = text.replace(old, new)
        path.write_text(text, "utf-8")


def sealed(record: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return a report with its seals; the version that it replaces is in ``folder``."""
    if "replaces" in record:
        before = yaml.load((folder / f"{record['replaces']['report']}.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
        record = record | {"replaces": record["replaces"] | {"seal": before["seal"]}}
    return record | {"seal": seal_of(FrozenReport.model_validate(record))}


def _seals(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str]]:
    """Return old and new seals: its own first, for the one before may have from now on the one that it had."""
    found = [(before["seal"], after["seal"])]
    return [*found, (before["replaces"]["seal"], after["replaces"]["seal"])] if "replaces" in before else found

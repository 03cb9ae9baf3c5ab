"""Make a data folder of any size that passes the check: the same records for the same count and seed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.plans import plans, samples
from bench.procedures import department_of, procedure
from bench.province import Keys, Province, records
from generator.importers.canonical import yaml_of
from generator.model import KINDS

SEED = "minh-bach-1"
MODELS = {kind.name: kind.model for kind in KINDS}
Tick = Callable[[], Any]


def write_data(folder: Path, count: int, seed: str = SEED, tick: Tick = lambda: None) -> None:
    """Write ``count`` procedures and all that they refer to; ``tick`` is called after each file."""
    for kind, place, keys in _everything(count, seed):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(kind, keys), encoding="utf-8")
        tick()


def text_of(kind: str, keys: Keys) -> str:
    """Return the file of a record, as an importer would write it."""
    filled = {key: value for key, value in keys.items() if value != []}
    return yaml_of(MODELS[kind].model_validate(filled))


def _everything(count: int, seed: str) -> Iterator[tuple[str, str, Keys]]:
    province = Province(count)
    yield from records(province, seed)
    made = []
    for number in range(1, count + 1):
        made.append(procedure(number, province, seed))
        yield "procedures", f"procedures/{department_of(number, province)}/{made[-1]['code']}.yml", made[-1]
    for sample in samples(made, seed):
        yield "samples", f"samples/{sample['procedure']}/{sample['id']}.yml", sample
    for plan in plans(province, seed):
        yield "plans", f"plans/{plan['id']}.yml", plan

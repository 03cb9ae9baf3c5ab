from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.edits import EDITS, Edit, plant
from tests.living import Living, compiling_once, differing


@pytest.fixture(scope="module", autouse=True)
def _fast() -> Iterator[None]:
    with compiling_once():
        yield


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> tuple[Living, object]:
    home = Living(tmp_path_factory.mktemp("sống") / "kho")
    plant(home)
    home.first = home.result()
    assert not isinstance(home.first, str), home.first
    return home


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_there_and_back(edit: Edit, lasting) -> None:
    home = lasting
    home.reset()
    plant(home)
    assert differing(home.result(), home.first) == []
    edit.do(home)
    warm = home.result()
    cold = home.cold()
    assert not isinstance(cold, str), cold
    assert differing(warm, cold) == []
    assert (cold != home.first) == edit.shows

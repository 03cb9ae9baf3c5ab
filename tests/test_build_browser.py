"""Libraries of others are found where they were installed, and are missed in words."""

from pathlib import Path

import pytest

from generator.build import browser
from generator.errors import BuildError

PATH, NAME = "assets/js/vendor/one.js", "one/dist/index.js"


@pytest.fixture(autouse=True)
def one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pages need one library."""
    monkeypatch.setattr(browser, "LIBRARIES", {PATH: NAME})


def put(root: Path, name: str, content: str) -> Path:
    """Write a file as an installed library."""
    path = root / browser.FOLDER / name
    path.parent.mkdir(parents=True)
    path.write_text(content, "utf-8")
    return path


def test_they_are_found_in_the_project_then_beside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project may bring its own; otherwise those that the generator was installed with are taken."""
    installed = put(tmp_path / "installed", NAME, "1")
    monkeypatch.setattr(browser, "PACKAGE", tmp_path / "installed" / "generator")
    assert browser.libraries(tmp_path / "project") == {PATH: installed}
    own = put(tmp_path / "project", NAME, "2")
    assert browser.libraries(tmp_path / "project") == {PATH: own}


def test_a_missing_library_is_said_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the library and the command that brings it."""
    monkeypatch.setattr(browser, "PACKAGE", tmp_path / "generator")
    with pytest.raises(BuildError, match=r"one.*make install"):
        browser.libraries(tmp_path)

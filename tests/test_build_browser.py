"""Libraries of others are found where they were installed, and are missed in words."""

from pathlib import Path

import pytest

from generator.build import browser
from generator.errors import BuildError
from tests.builds import ROOT


def put(root: Path, name: str, content: str) -> Path:
    """Write a file as an installed library."""
    path = root / browser.FOLDER / name
    path.parent.mkdir(parents=True)
    path.write_text(content, "utf-8")
    return path


def test_they_are_found_in_the_project_then_beside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project may bring its own; otherwise those that the generator was installed with are taken."""
    ((path, name),) = browser.LIBRARIES.items()
    installed = put(tmp_path / "installed", name, "1")
    monkeypatch.setattr(browser, "PACKAGE", tmp_path / "installed" / "generator")
    assert browser.libraries(tmp_path / "project") == {path: installed}
    own = put(tmp_path / "project", name, "2")
    assert browser.libraries(tmp_path / "project") == {path: own}


def test_a_missing_library_is_said_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the library and the command that brings it."""
    monkeypatch.setattr(browser, "PACKAGE", tmp_path / "generator")
    with pytest.raises(BuildError, match=r"minisearch.*make install"):
        browser.libraries(tmp_path)


def test_the_site_has_them_as_they_are(real_build: Path) -> None:
    """What is published is what was installed, byte for byte."""
    for path, source in browser.libraries(ROOT).items():
        assert (real_build / path).read_bytes() == source.read_bytes()

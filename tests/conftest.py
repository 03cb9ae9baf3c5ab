"""What tests share: a fixed day, the records of the repository and of ``sample/``, and sites built once a run."""

from pathlib import Path

import pytest
from hypothesis import settings

from generator.check import check
from generator.facts import Facts
from generator.read import read
from tests.builds import DATA, SAMPLE, SUBPATH, TODAY, build, copy_project, once
from tests.gallery import write_page
from tests.living import Living
from tests.publications import VERSIONS, advance

# The same examples in every run, and nothing written beside the tests.
settings.register_profile("minhbach", derandomize=True, database=None, deadline=None)
settings.load_profile("minhbach")


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def real_facts() -> Facts:
    """Return the repository's own records, checked as of the tests' day."""
    return check(read(DATA), TODAY).facts


@pytest.fixture(scope="session")
def sample_facts() -> Facts:
    """Return the records of ``tests/sample``, checked as of the tests' day."""
    return check(read(SAMPLE), TODAY).facts


@pytest.fixture(scope="session")
def real_build(run_folder: Path) -> Path:
    """Return the site of the repository's own records, built by MkDocs for an address below a host."""
    return once(run_folder / "real", lambda out: build(out, SITE_URL=SUBPATH))


@pytest.fixture(scope="session")
def sample_build(run_folder: Path) -> Path:
    """Return the site of ``tests/sample``, built by MkDocs."""
    return once(run_folder / "sample", lambda out: build(out, MINHBACH_DATA=str(SAMPLE)))


@pytest.fixture(scope="session")
def gallery_build(run_folder: Path) -> Path:
    """Return the site of ``tests/sample`` with a page of charts of every kind."""

    def make(out: Path) -> None:
        folder = copy_project(out.with_name("gallery-project"))
        write_page(folder / "docs")
        build(out, folder)

    return once(run_folder / "gallery", make)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project folder of its own, with the records of ``tests/sample`` in ``data/``, to change at will."""
    return copy_project(tmp_path / "kho")


@pytest.fixture
def in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of ``project``, as the folder that commands run in."""
    monkeypatch.chdir(project)
    return project


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    """Return the place of what is remembered."""
    return tmp_path / "nhớ" / "đã đăng"


@pytest.fixture
def target(tmp_path: Path, memory: Path) -> Path:
    """Return the place of a site, with a site of before in it, and one of before that as the spare."""
    place = tmp_path / "nơi" / "site"
    advance(place, memory, VERSIONS[1])
    advance(place, memory, VERSIONS[0])
    return place


@pytest.fixture
def home(tmp_path: Path) -> Living:
    """Return a project of the sample, built once."""
    found = Living(tmp_path / "kho")
    found.build()
    return found

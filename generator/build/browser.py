"""Libraries of others that pages load: from npm by its lock file, copied into the site as they are."""

from pathlib import Path

from generator.errors import BuildError

PACKAGE = Path(__file__).parent.parent
FOLDER = "node_modules"
# Where each stands in the site, and in the folder of packages.
LIBRARIES = {"assets/js/vendor/minisearch.js": "minisearch/dist/es/index.js"}


def libraries(root: Path) -> dict[str, Path]:
    """Return the files to publish by their path in the site; raise ``BuildError`` when one was not installed.

    They are looked for in the project at ``root``, then beside this package.
    """
    found = {path: _installed(root, name) for path, name in LIBRARIES.items()}
    missing = [LIBRARIES[path].partition("/")[0] for path, file in found.items() if file is None]
    if missing:
        message = f"chưa cài thư viện cho trình duyệt ({', '.join(missing)}); hãy chạy: make install"
        raise BuildError(message)
    return {path: file for path, file in found.items() if file}


def _installed(root: Path, name: str) -> Path | None:
    places = (folder / FOLDER / name for folder in (root, PACKAGE.parent))
    return next((place for place in places if place.is_file()), None)

"""Files of pages carry their version in their address, down to the scripts that scripts import."""

import re
from pathlib import Path

from generator.engine.assets import versioned

ADDRESS = re.compile(r"""["'](\.{1,2}/[^"'?]+\.js)(\?v=[0-9a-f]{10})?["']""")


def test_every_import_names_the_version() -> None:
    """Imports, workers and lists of scripts; addresses elsewhere and other words stay."""
    script = (
        'import { a } from "./a.js";\nconst b = import("../b/c.js"), d = new URL("../../sw.js", x);\n"e.js" "./f.json"'
    )
    assert versioned(script, "0") == (
        'import { a } from "./a.js?v=0";\nconst b = import("../b/c.js?v=0"), d = new URL("../../sw.js?v=0", x);\n'
        '"e.js" "./f.json"'
    )


def test_the_site_has_one_version_and_one_file_of_styles(real_build: Path) -> None:
    """No script asks for another without the version that the pages name, and nothing unused is published."""
    page = (real_build / "index.html").read_text("utf-8")
    (version,) = set(re.findall(r"\.(?:css|js)(\?v=[0-9a-f]{10})", page))
    scripts = list((real_build / "assets/js").rglob("*.js"))
    imports = [found for script in scripts for found in ADDRESS.findall(script.read_text("utf-8"))]
    assert imports
    assert {found[1] for found in imports} == {version}
    assert [path.name for path in (real_build / "assets/css").iterdir()] == ["site.css"]
    assert not list(real_build.rglob("*.map")) + list((real_build / "assets").glob("javascripts/*"))


def test_every_file_that_a_page_names_is_there(real_build: Path) -> None:
    """The joined styles, the theme's and all scripts stand where the home page looks for them."""
    page = (real_build / "index.html").read_text("utf-8")
    named = re.findall(r'<(?:link|script)[^>]* (?:href|src)="(assets/[^"?]+)', page)
    assert len(named) > 8
    assert [name for name in named if not (real_build / name).is_file()] == []

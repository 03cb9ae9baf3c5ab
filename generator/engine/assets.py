"""What pages load: styles joined into one file, and addresses that hold a version, so that browsers may keep both.

The version is a digest of all styles and scripts together.  Pages name it in the query of their files, and scripts in
that of the scripts they import; the files themselves stay where they are, so an old page still finds them.
"""

import re

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.digests import digest

STYLES = "assets/css/site.css"
SCRIPTS = "assets/js/"
# Of the theme's files pages load the styles alone: its scripts, and what they load, are left out.
UNUSED = ("assets/javascripts/", "assets/images/")
MAP = ".map"
_IMPORT = re.compile(r'"(\.{1,2}/[^"?]+\.js)"')


def arrange(files: Files, config: MkDocsConfig) -> None:
    """Join the styles, name versions, and leave out what no page loads."""
    for file in list(files):
        if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(MAP):
            files.remove(file)
    styles = [_file(files, path) for path in map(str, config.extra_css)]
    scripts = [file for file in files if file.src_uri.startswith(SCRIPTS)]
    joined = "\n".join(file.content_string for file in styles)
    version = digest("\0".join([joined, *(file.content_string for file in scripts)]).encode()).hex()[:10]
    _replace(files, config, scripts, version)
    for file in styles:
        files.remove(file)
    files.append(File.generated(config, STYLES, content=joined))
    config.extra_css = [f"{STYLES}?v={version}"]
    config.extra_javascript = [_named(script, version) for script in config.extra_javascript]


def versioned(script: str, version: str) -> str:
    """Return a script whose imports name their version."""
    return _IMPORT.sub(rf'"\1?v={version}"', script)


def _file(files: Files, path: str) -> File:
    file = files.get_file_from_path(path)
    if file is None:
        message = f"mkdocs.yml: extra_css ghi {path} nhưng docs/ không có tệp này"
        raise FileNotFoundError(message)
    return file


def _replace(files: Files, config: MkDocsConfig, scripts: list[File], version: str) -> None:
    for file in scripts:
        content = file.content_string
        if (new := versioned(content, version)) != content:
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=new))


def _named(script: ExtraScriptValue | str, version: str) -> ExtraScriptValue | str:
    if isinstance(script, str):
        return f"{script}?v={version}"
    script.path = f"{script.path}?v={version}"
    return script

"""Links from hand-written pages to pages of records."""

import posixpath
import re

from mkdocs.structure.files import Files

_LINK = re.compile(r"\]\(([^()\s#?:]+\.md)[)#?]|^\[[^\]]+\]:\s*([^\s#?:]+\.md)", re.MULTILINE)


def linked(files: Files) -> set[str]:
    """Return the Markdown pages that hand-written pages point to and that are not there yet."""
    found = set()
    for file in files.documentation_pages():
        for inline, defined in _LINK.findall(file.content_string):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(file.src_uri), inline or defined))
            if not target.startswith("..") and files.get_file_from_path(target) is None:
                found.add(target)
    return found

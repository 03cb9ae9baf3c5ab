"""Find words in all that was typed, fast: most files hold none of them."""

import re
from collections.abc import Iterator
from typing import Any

from generator.filed import Filed, Files, Path, scalars
from generator.nodes import Mapping, Node, Scalar


def matching(files: Files, pattern: re.Pattern[str]) -> Iterator[tuple[Filed[Any], Path, str]]:
    """Yield every typed value that ``pattern`` is found in: its record, its path, its text."""
    for filed in files.everything():
        if pattern.search("\n".join(texts_of(filed.document.root))):
            for path, scalar in scalars(filed.document.root):
                if pattern.search(scalar.text):
                    yield filed, path, scalar.text


def texts_of(root: Node) -> list[str]:
    """Return every value below ``root``, without paths."""
    texts: list[str] = []
    nodes: list[Node] = [root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, Scalar):
            texts.append(node.text)
        else:
            nodes.extend(node.values.values() if isinstance(node, Mapping) else node.items)
    return texts

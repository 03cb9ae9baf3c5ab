"""Find words in all that was typed, fast: most files hold none of them."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.filed import ADDRESS, Filed, Files, Path, scalars


def matching(
    files: Files, hint: re.Pattern[str], found: Callable[[str], object]
) -> Iterator[tuple[Filed[Any], Path, str]]:
    """Yield every typed value that ``found`` finds something in, addresses apart: its record, its path, its text.

    ``hint`` is a quick pattern that stands in every such value; paths are made only for files that hold one.
    """
    for filed, typed in files.typed:
        if hint.search(typed) and any(map(found, typed.split("\n"))):
            for path, scalar in scalars(filed.document.root):
                if found(scalar.text) and not scalar.text.startswith(ADDRESS):
                    yield filed, path, scalar.text

"""Find words in all that was typed, fast: most files hold none of them."""

import re
from collections.abc import Iterator
from typing import Any

from generator.filed import ADDRESS, Filed, Files, Path, scalars


def matching(files: Files, pattern: re.Pattern[str]) -> Iterator[tuple[Filed[Any], Path, str]]:
    """Yield every typed value that ``pattern`` is found in, addresses apart: its record, its path, its text."""
    for filed, typed in files.typed:
        if pattern.search(typed):
            for path, scalar in scalars(filed.document.root):
                if pattern.search(scalar.text) and not scalar.text.startswith(ADDRESS):
                    yield filed, path, scalar.text

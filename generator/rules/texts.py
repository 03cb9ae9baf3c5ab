"""Find words in all that was typed, fast: most files hold none of them."""

from collections.abc import Callable, Iterator
from typing import Any

from generator.filed import ADDRESS, Filed, scalars
from generator.nodes import Path


def matching(
    filed: Filed[Any], hint: Callable[[str], object], found: Callable[[str], object]
) -> Iterator[tuple[Path, str]]:
    """Yield every typed value that ``found`` finds something in, addresses apart: its path, its text.

    ``hint`` looks quickly at all texts of a file at once; paths are made only for files that hold something.
    """
    if hint(filed.typed) and any(map(found, filed.texts)):
        for path, scalar in scalars(filed.document.root):
            if found(scalar.text) and not scalar.text.startswith(ADDRESS):
                yield path, scalar.text

"""JSON for browsers: no byte that is not needed, always the same for the same value."""

import json
from typing import Any


def compact(value: Any) -> bytes:
    """Return a value as JSON in UTF-8, without blanks; keys stay in their order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

"""The seal of a frozen report: a digest of all that it says, so that no word of it changes unseen."""

import hashlib
import json

from generator.importers.canonical import plain_of
from generator.model.report import FrozenReport


def seal_of(record: FrozenReport) -> str:
    """Return the SHA-256 of what is written in a report, but for the seal itself; the order of keys is no matter."""
    content = plain_of(record)
    content.pop("seal", None)
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()

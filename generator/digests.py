"""Digests: what tells two contents apart in a few bytes."""

import hashlib
import os
from pathlib import Path

SIZE = 16
CHUNK = 1 << 16


def digest(content: bytes) -> bytes:
    """Return the digest of a content: 16 bytes of BLAKE2b."""
    return hashlib.blake2b(content, digest_size=SIZE).digest()


def sha256_of(path: Path) -> str | None:
    """Return the SHA-256 of a file as 64 hexadecimal digits; None when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def digest_of(file: int) -> tuple[bytes, int]:
    """Return the digest of an open file, read from where it stands, and how many bytes that were; raise ``OSError``."""
    taken, size = hashlib.blake2b(digest_size=SIZE), 0
    while part := os.read(file, CHUNK):
        taken.update(part)
        size += len(part)
        if len(part) < CHUNK:  # a regular file gives less only at its end
            break
    return taken.digest(), size

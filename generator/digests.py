"""Digests: what tells two contents apart in a few bytes."""

import hashlib
import os

SIZE = 16
CHUNK = 1 << 16


def digest(content: bytes) -> bytes:
    """Return the digest of a content: 16 bytes of BLAKE2b."""
    return hashlib.blake2b(content, digest_size=SIZE).digest()


def digest_of(file: int) -> tuple[bytes, int]:
    """Return the digest of an open file, read from where it stands, and how many bytes that were; raise ``OSError``."""
    taken, size = hashlib.blake2b(digest_size=SIZE), 0
    while part := os.read(file, CHUNK):
        taken.update(part)
        size += len(part)
        if len(part) < CHUNK:  # a regular file gives less only at its end
            break
    return taken.digest(), size

"""Office files are ZIP archives of XML; here they become the same bytes on every day and machine.

What packs them comes with our libraries, not with the system: two systems' zlib give different bytes, and so would the
size that a page tells and the digest that a list of files gives.  ``zipfile`` knows no other than the system's, so that
the few fields of an archive are written here.
"""

from functools import lru_cache
from io import BytesIO
from struct import Struct
from zipfile import ZipFile
from zlib import crc32

from zopfli.zlib import compress

LOCAL, CENTRAL, END = Struct("<4s5H3I2H"), Struct("<4s6H3I5H2I"), Struct("<4s4H2IH")
VERSION, UTF8, DEFLATED = 20, 0x800, 8
MIDNIGHT, FIRST_OF_1980 = 0, 0x21  # the first moment that an archive can tell; Word writes it too


def settled(content: bytes) -> bytes:
    """Return an archive with the same parts in the same order, and nothing of when and where it was made."""
    with ZipFile(BytesIO(content)) as made:
        parts = [(name.encode(), made.read(name)) for name in made.namelist()]
    files, listing = bytearray(), bytearray()
    for name, part in parts:
        packed = _packed(part)
        facts = (UTF8, DEFLATED, MIDNIGHT, FIRST_OF_1980, crc32(part), len(packed), len(part), len(name), 0)
        listing += CENTRAL.pack(b"PK\x01\x02", VERSION, VERSION, *facts, 0, 0, 0, 0, len(files)) + name
        files += LOCAL.pack(b"PK\x03\x04", VERSION, *facts) + name + packed
    end = END.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), len(listing), len(files), 0)
    return bytes(files + listing + end)


@lru_cache(maxsize=32)
def _packed(part: bytes) -> bytes:
    """Return a part packed, without the head and foot that only streams need; many files share styles and themes."""
    packed: bytes = compress(part, numiterations=1, blocksplitting=0)
    return packed[2:-4]

"""Which rare words other dictionaries hold: too many to weigh, but what is listed somewhere is seldom a slip.

A row of bits, one for each checksum: a word of it is always found, of other strings one in thirty is taken for one.
"""

from collections.abc import Iterable
from zlib import crc32

_BITS = 23
_MASK = (1 << _BITS) - 1


def marked(words: Iterable[str]) -> bytes:
    """The row of bits of the words."""
    row = bytearray(1 << (_BITS - 3))
    for word in words:
        place = crc32(word.encode()) & _MASK
        row[place >> 3] |= 1 << (place & 7)
    return bytes(row)


class RareWords:
    """Asked by ``in``; made once, then read."""

    def __init__(self, row: bytes) -> None:
        """Take what ``marked`` made."""
        self._row = row

    def __contains__(self, word: str) -> bool:
        place = crc32(word.encode()) & _MASK
        return bool(self._row[place >> 3] & 1 << (place & 7))

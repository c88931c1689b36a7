"""A PNG of a virtual screen from the frame buffer file that `Xvfb -fbdir` keeps; standard library only."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

_HEADER_WORDS = 25
_COLOUR_BYTES = 12
"""Of an entry in the colour table, which stands between header and pixels."""


def png_of(frame_buffer: bytes) -> bytes:
    """The PNG of an X window dump with 32 bits a pixel, blue first; ValueError for another form."""
    words = struct.unpack(f">{_HEADER_WORDS}I", frame_buffer[: _HEADER_WORDS * 4])
    header_size, width, height, bits, row_bytes, colours = (words[at] for at in (0, 4, 5, 11, 12, 19))
    if bits != 32:
        raise ValueError(f"{bits} bits a pixel")
    start = header_size + colours * _COLOUR_BYTES
    rows = bytearray()
    for line in range(height):
        pixels = frame_buffer[start + line * row_bytes :][: width * 4]
        row = bytearray(width * 3)
        row[0::3], row[1::3], row[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
        rows += b"\0" + row
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def save(frame_buffers: Path, target: Path) -> None:
    """Write what the first screen shows now."""
    target.write_bytes(png_of((frame_buffers / "Xvfb_screen0").read_bytes()))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

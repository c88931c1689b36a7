"""The container of the model files: named rows of bytes and of numbers.

A file is one line of JSON (``packed``, and name, count and coding of each section) and the sections, one after the
other, as a zlib stream if packed. ``bytes`` is as it is; ``numbers`` (of 32 bits) and ``long_numbers`` (of
64) are planes of bytes, lowest first, so that they pack well: the large files leave that to the installer, as unpacking
would take longer than reading.
"""

import json
import zlib
from array import array
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Literal

Coding = Literal["bytes", "numbers", "long_numbers"]
_TYPES: Mapping[Coding, Literal["I", "Q"]] = {"numbers": "I", "long_numbers": "Q"}
"""As ``array`` names them: of four and of eight bytes."""


def write_planes(
    path: Path, sections: Mapping[str, tuple[Coding, bytes | Sequence[int]]], *, packed: bool = True
) -> None:
    """Write a file; the same content gives the same bytes. ``packed`` False is for what an installer packs anyway."""
    head: list[tuple[str, int, Coding]] = []
    body: list[bytes] = []
    for name, (coding, values) in sections.items():
        head.append((name, len(values), coding))
        body.append(bytes(values) if coding == "bytes" else _planes(array(_TYPES[coding], values)))
    data = b"".join(body)
    line = json.dumps({"packed": packed, "sections": head}, ensure_ascii=True).encode()
    path.write_bytes(line + b"\n" + (zlib.compress(data, 9) if packed else data))


def read_planes(path: Path) -> "dict[str, bytes | array[int]]":
    """All sections by name: bytes, or an array of unsigned numbers. Raises ``OSError``, ``ValueError``."""
    sections: dict[str, bytes | array[int]] = {}
    with path.open("rb") as file:
        head = json.loads(file.readline())
        source = BytesIO(zlib.decompress(file.read())) if head["packed"] else file
        for name, count, coding in head["sections"]:
            sections[name] = _read(source, count) if coding == "bytes" else _numbers(source, count, _TYPES[coding])
        if source.read(1):
            raise ValueError(path.name)
    return sections


def _read(source: BinaryIO, size: int) -> bytes:
    part = source.read(size)
    if len(part) != size:
        raise ValueError(size)
    return part


def _planes(numbers: "array[int]") -> bytes:
    raw = numbers.tobytes()
    return b"".join(raw[plane :: numbers.itemsize] for plane in range(numbers.itemsize))


def _numbers(source: BinaryIO, count: int, kind: Literal["I", "Q"]) -> "array[int]":
    numbers = array(kind)
    raw = bytearray(numbers.itemsize * count)
    for plane in range(numbers.itemsize):
        raw[plane :: numbers.itemsize] = _read(source, count)
    numbers.frombytes(raw)
    return numbers

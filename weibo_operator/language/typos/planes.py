"""The container of the model files: named arrays of numbers, delta-coded and packed, read in small steps.

A file is one line of JSON (``packed``, and name, count and coding of each section) and the sections, one after the
other, as a zlib stream if packed. ``bytes`` is as it is; ``rising`` holds differences of a rising sequence, four planes
of bytes (lowest first), so that it packs well: the large files leave that to the installer, as unpacking takes a fifth
of the time and of the memory that loading takes.
"""

import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, Literal

_STEP = 8_000
"""Numbers made at a time: well below a millisecond, after which another thread may run."""

Coding = Literal["bytes", "rising"]


def write_planes(
    path: Path, sections: Mapping[str, tuple[Coding, bytes | Sequence[int]]], *, packed: bool = True
) -> None:
    """Write a file; the same content gives the same bytes. ``packed`` False is for what an installer packs anyway."""
    head: list[tuple[str, int, Coding]] = []
    body: list[bytes] = []
    for name, (coding, values) in sections.items():
        head.append((name, len(values), coding))
        body.append(bytes(values) if coding == "bytes" else _planes(values))
    data = b"".join(body)
    line = json.dumps({"packed": packed, "sections": head}, ensure_ascii=True).encode()
    path.write_bytes(line + b"\n" + (zlib.compress(data, 9) if packed else data))


def read_planes(path: Path) -> "dict[str, bytes | array[int]]":
    """All sections by name: bytes, or an array of unsigned 64-bit numbers. Raises ``OSError``, ``ValueError``."""
    sections: dict[str, bytes | array[int]] = {}
    with path.open("rb") as file:
        head = json.loads(file.readline())
        source = BytesIO(zlib.decompress(file.read())) if head["packed"] else file
        for name, count, coding in head["sections"]:
            sections[name] = _read(source, count) if coding == "bytes" else _rising(_read(source, 4 * count), count)
        if source.read(1):
            raise ValueError(path.name)
    return sections


def _read(source: BinaryIO, size: int) -> bytes:
    part = source.read(size)
    if len(part) != size:
        raise ValueError(size)
    return part


def _planes(values: Iterable[int]) -> bytes:
    before = 0
    differences = array("I")
    for value in values:
        differences.append(value - before)
        before = value
    raw = differences.tobytes()
    return b"".join(raw[plane::4] for plane in range(4))


def _rising(part: bytes, count: int) -> "array[int]":
    raw = bytearray(4 * count)
    for plane in range(4):
        raw[plane::4] = part[plane * count : (plane + 1) * count]
    differences = array("I")
    differences.frombytes(raw)
    del raw
    found = array("Q")
    last = 0
    for start in range(0, count, _STEP):
        rising = list(accumulate(differences[start : start + _STEP], initial=last))
        last = rising[-1]
        # ``accumulate`` gives its starting value first; a list is taken over faster than what is still to be counted.
        del rising[0]
        found.fromlist(rising)
    return found

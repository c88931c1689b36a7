"""The container of the model files: named arrays of numbers, delta-coded and compressed, read in small steps.

A file is one line of JSON (name, count and coding of each section) and the zlib stream of all sections. ``bytes`` is
as it is; ``rising`` holds differences of a rising sequence, four planes of bytes (lowest first), so that it packs well.
"""

import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Literal

_STEP = 50_000
"""Numbers made at a time: a few milliseconds, after which another thread may run."""

Coding = Literal["bytes", "rising"]


def write_planes(path: Path, sections: Mapping[str, tuple[Coding, bytes | Sequence[int]]]) -> None:
    """Write a file; the same content gives the same bytes."""
    head: list[tuple[str, int, Coding]] = []
    body: list[bytes] = []
    for name, (coding, values) in sections.items():
        head.append((name, len(values), coding))
        body.append(bytes(values) if coding == "bytes" else _planes(values))
    packed = zlib.compress(b"".join(body), 9)
    path.write_bytes(json.dumps(head, ensure_ascii=True).encode() + b"\n" + packed)


def read_planes(path: Path) -> "dict[str, bytes | array[int]]":
    """All sections by name: bytes, or an array of unsigned 64-bit numbers. Raises ``OSError``, ``ValueError``."""
    line, packed = path.read_bytes().split(b"\n", 1)
    data = zlib.decompress(packed)
    sections: dict[str, bytes | array[int]] = {}
    start = 0
    for name, count, coding in json.loads(line):
        size = count if coding == "bytes" else 4 * count
        part = data[start : start + size]
        sections[name] = part if coding == "bytes" else _rising(part, count)
        start += size
    if start != len(data):
        raise ValueError(path.name)
    return sections


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
    differences = array("I", bytes(raw))
    found = array("Q")
    last = 0
    for start in range(0, count, _STEP):
        found.extend(accumulate(differences[start : start + _STEP], initial=last))
        last = found[-1]
        # ``accumulate`` gives its starting value first.
        del found[start]
    return found

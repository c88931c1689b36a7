"""Cuts ICU's data in a Linux bundle down to what Qt asks of it for Chinese and English: 32 MB become 5."""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from pathlib import Path

LANGUAGES = ("zh", "en")
CONVERTERS = ("gb18030", "-936-", "-1383_", "-1386_", "-950-", "-1373_")
"""Parts of the names of encodings that Chinese files have; two of the tables only differ from another one."""

_LOCALE = re.compile(r"(?P<language>[a-z]{2,3})(_[A-Za-z0-9]+)*\.res")
_LEFT_OUT_TREES = ("brkitr", "translit", "rbnf")
"""Breaking lines, transliteration, numbers as words: Qt has its own or none."""
_LEFT_OUT_ENDINGS = (".spp", ".cfu")
"""Internet names in old forms, and look-alike characters."""
_NOT_A_LOCALE = ("res_index.res",)
_COUNT = struct.Struct("<I")
_ENTRY = struct.Struct("<II")
_ALIGNMENT = 16
_HEADER = b"\xda\x27\x14\x00\x00\x00\x00\x00\x02\x00CmnD"
"""From the third byte on: the mark of ICU, little-endian, ASCII, two bytes a character, a package."""

_ASSEMBLY = """.section .rodata,"a",@progbits
.globl {symbol}
.type {symbol},@object
.size {symbol},{size}
.balign 16
{symbol}: .incbin "{data}"
.section .note.GNU-stack,"",@progbits
"""


def keeps(name: str) -> bool:
    """Whether an item such as "icudt73l/coll/zh.res" stays."""
    folders = name.split("/")[1:]
    leaf = folders.pop()
    if leaf == "unames.icu" or leaf.endswith(_LEFT_OUT_ENDINGS) or (folders and folders[0] in _LEFT_OUT_TREES):
        return False
    if leaf.endswith(".cnv"):
        return any(part in leaf for part in CONVERTERS)
    locale = _LOCALE.fullmatch(leaf)
    return locale is None or leaf in _NOT_A_LOCALE or locale["language"] in LANGUAGES


def items(data: bytes) -> list[tuple[str, bytes]]:
    """Name and content of every item of a little-endian data package, in its order."""
    start = _start(data)
    (count,) = _COUNT.unpack_from(data, start)
    places = [_ENTRY.unpack_from(data, start + 4 + 8 * at) for at in range(count)]
    ends = [place for _, place in places[1:]] + [len(data) - start]
    names = [data[start + at : data.index(b"\0", start + at)].decode("ascii") for at, _ in places]
    return [
        (name, data[start + place : start + end]) for name, (_, place), end in zip(names, places, ends, strict=True)
    ]


def package(head: bytes, kept: list[tuple[str, bytes]]) -> bytes:
    """A data package with the header `head` and the items `kept`, whose names must be in order."""
    names = b"".join(name.encode("ascii") + b"\0" for name, _ in kept)
    at_name, at_content = 4 + 8 * len(kept), _aligned(4 + 8 * len(kept) + len(names))
    table, contents = bytearray(_COUNT.pack(len(kept))), bytearray()
    for name, content in kept:
        table += _ENTRY.pack(at_name, at_content + len(contents))
        at_name += len(name) + 1
        contents += content.ljust(_aligned(len(content)), b"\0")
    return head + (bytes(table) + names).ljust(at_content, b"\0") + bytes(contents)


def filtered(data: bytes) -> bytes:
    """The data package without the items that nobody asks for."""
    return package(data[: _start(data)], [item for item in items(data) if keeps(item[0])])


def data_in(library: bytes) -> bytes:
    """The data package inside libicudata.so, and what follows it there; ValueError when there is none.

    Where the last item ends is written nowhere, so it has the rest: that is Zulu, which is not kept.
    """
    at = library.find(_HEADER)
    if at < 0:
        raise ValueError("no data of ICU")
    return library[at - 2 :]


def shrink(library: Path) -> None:
    """Write `library` (libicudata.so.N) anew with less in it, by the assembler that PyInstaller's tools come with."""
    data = filtered(data_in(library.read_bytes()))
    symbol = f"icudt{library.name.rpartition('.')[2]}_dat"
    with tempfile.TemporaryDirectory(prefix="weibo-operator-icu-") as name:
        folder = Path(name)
        (folder / "icu.dat").write_bytes(data)
        text = _ASSEMBLY.format(symbol=symbol, size=len(data), data=folder / "icu.dat")
        (folder / "icu.s").write_text(text, encoding="ascii")
        subprocess.run(["as", "-o", str(folder / "icu.o"), str(folder / "icu.s")], check=True)
        link = ["ld", "-shared", "-soname", library.name, "-z", "noexecstack", "-z", "noseparate-code"]
        subprocess.run([*link, "-o", str(folder / library.name), str(folder / "icu.o")], check=True)
        library.write_bytes((folder / library.name).read_bytes())


def _start(data: bytes) -> int:
    """Where the table of contents begins; every place in it is counted from there."""
    return struct.unpack_from("<H", data)[0]


def _aligned(size: int) -> int:
    return (size + _ALIGNMENT - 1) // _ALIGNMENT * _ALIGNMENT

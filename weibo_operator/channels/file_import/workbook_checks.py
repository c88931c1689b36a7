"""Looks a workbook over before it is opened: a damaged one must not make the reading library ask for endless memory.

The library takes sizes, row and column numbers from the file as they are; a wrong one ends the whole program, which
no handler can catch. Whatever passes here asks for at most ``_MOST_CELLS`` cells and no byte beyond the file's end.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from msgspec import Struct

from weibo_operator.channels.file_import.opened import unreadable

_MOST_CELLS = 30_000_000
"""A million rows of 30 columns; the library keeps a place for every cell up to the last one used."""
_MOST_OLD_CELLS = 8_000_000
"""The old format ends at 65,536 rows."""
_LARGEST = 1 << 28
"""Bytes of an unpacked workbook: more is a trick, not a table."""
_MOST_SHEETS, _MOST_STRINGS = 255, 5_000_000
_MOST_READ = 4 * _LARGEST
"""Bytes of sheets: many of them may name one and the same part, which is read for each."""
_MOST_LISTED = 1 << 20
"""Bytes of the archive's list of parts."""
_READ_AT_ONCE = 1 << 20
_OVERLAP = 64
_WORKBOOK_PART, _SHEETS_FOLDER = "xl/workbook.xml", "xl/worksheets/"
_STRINGS_PART = "xl/sharedStrings.xml"
_SHEET, _STRING = (b"<sheet ", b":sheet "), (b"<si", b":si>", b":si/")
_LIST_END = struct.Struct("<4x8xI4xH")
"""At the archive's end: how long its list of parts is, and the remark behind it."""
_PART_HEAD = struct.Struct("<26xHH")
_CELL = re.compile(rb'\br="([A-Z]{1,7})(\d{1,10})"')
_FAR_CELL = re.compile(rb'\br="([A-Z]{2,7}\d|[A-Z]{1,7}\d{6})')
"""Right of column Z, or below row 99,999."""
_NEAR_CELLS = 26 * 99_999
_LETTERS = 26

_HEADER = struct.Struct("<26xHHHH6x9I")
_ENTRY = struct.Struct("<116xIQ")
_ENTRY_SIZE = 128
_HEADER_LIST = 76
_HEADER_LISTED = 109
_END, _UNUSED = 0xFFFFFFFE, 0xFFFFFFFF
"""What stands for a number after a chain's last sector, and in an unused place of a list."""
_SECTOR_SHIFTS = {3: 9, 4: 12}
_SMALL_SHIFT = 6
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""A workbook of the new format with a password lies in a container of the old one."""
_BOOK_NAMES = frozenset({"workbook", "book"})
_SHARED_STRINGS, _DIMENSIONS = 0x00FC, 0x0200
_SHORTEST_STRING = 3
_CELL_RECORDS = frozenset(
    {0x0006, 0x007E, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x0206, 0x027E, 0x0406}
)
_SHEET_BEGINS = frozenset({0x0009, 0x0209, 0x0409, 0x0809})


class _DamagedError(Exception):
    """The file contradicts itself."""


def check_workbook(path: Path, kind: str) -> None:
    """Raises ``FileUnreadableError`` (``damaged``, ``password``, ``too_large``) for what must not be opened."""
    old = path.read_bytes() if kind == "xls" else b""
    if _ENCRYPTED in old:
        raise unreadable(path, "password", detail=kind)
    try:
        cells = _cells_of_old(old) if kind == "xls" else _cells_of_packed(path)
    except (_DamagedError, struct.error, zipfile.BadZipFile, zlib.error, ValueError, EOFError) as error:
        raise unreadable(path, "damaged", detail=kind) from error
    except RuntimeError as error:
        # A part that is encrypted, or packed in a way that is not known.
        raise unreadable(path, "damaged", detail=kind) from error
    if cells > (_MOST_OLD_CELLS if kind == "xls" else _MOST_CELLS):
        raise unreadable(path, "too_large", detail=kind)


def _cells_of_packed(path: Path) -> int:
    """The places of the largest sheet of an XLSX file."""
    with path.open("rb") as file:
        if _list_length(file) > _MOST_LISTED:
            return _MOST_CELLS + 1
        with zipfile.ZipFile(file) as packed:
            parts = packed.infolist()
            if sum(part.file_size for part in parts) > _LARGEST:
                return _MOST_CELLS + 1
            for part in parts:
                _check_true(file, part)
            return _cells_of_parts(packed, parts)


def _cells_of_parts(packed: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo]) -> int:
    named = {part.filename: part for part in parts}
    if _WORKBOOK_PART not in named:
        raise _DamagedError
    sheets = [part for part in parts if part.filename.startswith(_SHEETS_FOLDER)]
    count = _counted(packed, named[_WORKBOOK_PART], _SHEET)
    strings = _counted(packed, named[_STRINGS_PART], _STRING) if _STRINGS_PART in named else 0
    read = count * max((part.file_size for part in sheets), default=0)
    if count > _MOST_SHEETS or strings > _MOST_STRINGS or read > _MOST_READ:
        return _MOST_CELLS + 1
    return max((_cells_of_sheet(packed, part) for part in sheets), default=0)


def _list_length(file: IO[bytes]) -> int:
    """The bytes of an archive's list, as its end says; the list itself is read whole before anything else."""
    file.seek(0, 2)
    file.seek(max(0, file.tell() - (1 << 16) - _LIST_END.size))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        raise _DamagedError
    return int(_LIST_END.unpack_from(tail, at)[0])


def _check_true(file: IO[bytes], part: zipfile.ZipInfo) -> None:
    """A part unpacks to no more than the archive says, for the reading library goes on to its end."""
    if part.compress_type == zipfile.ZIP_STORED:
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise _DamagedError
    file.seek(part.header_offset)
    file.seek(sum(_PART_HEAD.unpack(file.read(_PART_HEAD.size))), 1)
    unpacker, left, room = zlib.decompressobj(-zlib.MAX_WBITS), part.compress_size, part.file_size
    while left > 0 and not unpacker.eof:
        packed = file.read(min(left, _READ_AT_ONCE))
        if not packed:
            raise _DamagedError
        left -= len(packed)
        while packed:
            room -= len(unpacker.decompress(packed, _READ_AT_ONCE))
            if room < 0:
                raise _DamagedError
            packed = unpacker.unconsumed_tail


def _counted(packed: zipfile.ZipFile, part: zipfile.ZipInfo, marks: Sequence[bytes]) -> int:
    """How often one of the marks stands in a part, about: one where two pieces meet may count twice."""
    with packed.open(part) as stream:
        return sum(text.count(mark) for text in _pieces(stream) for mark in marks)


def _cells_of_sheet(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    with packed.open(part) as stream:
        if not any(_FAR_CELL.search(text) for text in _pieces(stream)):
            return _NEAR_CELLS
    rows = columns = 0
    with packed.open(part) as stream:
        for text in _pieces(stream):
            for found in _CELL.finditer(text):
                columns = max(columns, _column(found[1]))
                rows = max(rows, int(found[2]))
    return rows * columns


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """The stream piece by piece, each with the end of the one before it."""
    before = b""
    while chunk := stream.read(_READ_AT_ONCE):
        yield before + chunk
        before = chunk[-_OVERLAP:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - ord("A") + 1
    return number


def _cells_of_old(data: bytes) -> int:
    """The places of the largest sheet of an XLS file, every chain of which has been followed."""
    return max((_cells_of_records(stream) for stream in _book_streams(data)), default=0)


def _book_streams(data: bytes) -> Iterator[bytes]:
    major, order, shift, small_shift, _, fat_length, first_entry, _, cutoff, *rest = _HEADER.unpack_from(data)
    first_small, small_length, first_list, list_length = rest
    if order != 0xFFFE or _SECTOR_SHIFTS.get(major) != shift or small_shift != _SMALL_SHIFT:
        raise _DamagedError
    file = _Sectors(data[1 << shift :], shift)
    listed = list(struct.unpack_from(f"<{_HEADER_LISTED}I", data, _HEADER_LIST))
    # Where the table of chains needs more room than the header has, the file is over seven megabytes.
    listed += file.further_list(first_list, list_length)
    table = [sector for sector in listed if sector != _UNUSED]
    if fat_length != len(table):
        raise _DamagedError
    chains = _numbers(b"".join(map(file.sector, table)))
    entries = file.chain(first_entry, chains)
    small_chains = _numbers(file.chain(first_small, chains))
    if small_length * (1 << shift) > len(data):
        raise _DamagedError
    small = _Sectors(b"", _SMALL_SHIFT)
    for at in range(0, len(entries) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
        first, size = _ENTRY.unpack_from(entries, at)
        size &= 0xFFFFFFFF if major == min(_SECTOR_SHIFTS) else size
        if size > len(data):
            raise _DamagedError
        if not at:
            # The first entry is the root, whatever it says it is.
            small = _Sectors(file.chain(first, chains), _SMALL_SHIFT)
            continue
        if not size:
            continue
        stream = file.chain(first, chains) if size >= cutoff else small.chain(first, small_chains)
        if entries[at : at + 64].decode("utf-16-le", "replace").partition("\0")[0].casefold() in _BOOK_NAMES:
            yield stream[:size]


class _Sectors(Struct, frozen=True):
    """The file cut into pieces of one size; the last may be short."""

    data: bytes
    shift: int

    def sector(self, number: int) -> bytes:
        start = number << self.shift
        if start >= len(self.data):
            raise _DamagedError
        return self.data[start : start + (1 << self.shift)]

    def chain(self, first: int, following: Sequence[int]) -> bytes:
        """The bytes of a chain; raises ``_DamagedError`` where it leaves the file or bites its own tail."""
        parts: list[bytes] = []
        number = first
        while number != _END:
            if number >= len(following) or len(parts) > len(following):
                raise _DamagedError
            parts.append(self.sector(number))
            number = following[number]
        return b"".join(parts)

    def further_list(self, first: int, length: int) -> list[int]:
        """The sectors of the table of chains beyond those named in the header."""
        found: list[int] = []
        number, seen = first, 0
        while number != _END:
            seen += 1
            if seen > length:
                raise _DamagedError
            *numbers, number = _numbers(self.sector(number))
            found += numbers
        return found


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _cells_of_records(stream: bytes) -> int:
    """The places of the largest sheet in a workbook stream, from the positions its cell records name."""
    at = most = rows = columns = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + length]
        if kind in _SHEET_BEGINS:
            rows = columns = 0
        elif kind == _SHARED_STRINGS and len(body) >= 8:
            strings = struct.unpack_from("<I", body, 4)[0]
            if strings * _SHORTEST_STRING > len(stream):
                raise _DamagedError
        elif kind == _DIMENSIONS:
            most = max(most, _cells_announced(body))
        elif kind in _CELL_RECORDS and len(body) >= 4:
            row, column = struct.unpack_from("<HH", body)
            # A record of several cells names its last column at its end.
            last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind in {0x00BD, 0x00BE} else column
            rows, columns = max(rows, row + 1), max(columns, column + 1, last + 1)
            most = max(most, rows * columns)
        at += 4 + length
    return most


def _cells_announced(body: bytes) -> int:
    """The places that a sheet says it has; older files write its rows in two bytes."""
    layout = "<IIHH" if len(body) >= struct.calcsize("<IIHHH") else "<HHHH"
    top, bottom, left, right = struct.unpack_from(layout, body)
    if bottom < top or right < left:
        raise _DamagedError
    return (bottom - top) * (right - left)

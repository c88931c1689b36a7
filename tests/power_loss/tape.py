"""Notes every byte that SQLite gives to the disk, and each time it asks the disk to keep it.

SQLite reaches files through a table of functions (https://www.sqlite.org/vfs.html). While ``recording`` lasts, the
program's own library uses a copy of that table in which writing, cutting, syncing and deleting are noted and then done
as ever: the program runs on, nothing of it is replaced.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, byref, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

OK, CREATES = 0, 0x4
ITSELF, ITS_LOG, ITS_JOURNAL = 0x100, 0x80000, 0x800
"""How SQLite calls the kinds of files that are noted."""
_NAME = b"noting"

# A name is passed on as the very address that came: SQLite's own functions keep it while the file is open.
_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_CLOSE = CFUNCTYPE(c_int, c_void_p)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, third edition."""

    _fields_ = (
        ("version", c_int),
        ("size", c_int),
        ("longest_name", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", _OPEN),
        ("delete", _DELETE),
        ("others", c_void_p * 13),
    )


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, third edition."""

    _fields_ = (
        ("version", c_int),
        ("close", _CLOSE),
        ("read", c_void_p),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("others", c_void_p * 13),
    )


class Did(Enum):
    """What was done to a file."""

    MADE = "made"
    WROTE = "wrote"
    CUT = "cut"
    KEPT = "kept"
    """The disk was asked to keep all that was written, and said it has."""
    DELETED = "deleted"
    NOTHING = "nothing"
    """A moment between two writes that something else made worth noting."""


@dataclass(frozen=True, slots=True)
class Event:
    """One step: ``at`` is an offset, or the new size; ``outside`` how much the world had seen when it began."""

    did: Did
    name: str = ""
    at: int = 0
    data: bytes = b""
    outside: int = 0


@dataclass
class Tape:
    """What happened to the files of one folder since ``before``."""

    before: dict[str, bytes]
    outside: Callable[[], int]
    events: list[Event] = field(default_factory=list[Event])

    def note(self, did: Did, name: str = "", at: int = 0, data: bytes = b"") -> None:
        """Add an event; called before it is done."""
        self.events.append(Event(did, name, at, data, self.outside()))


def sqlite() -> ctypes.CDLL | None:
    """The very library that the sqlite3 module works with; None where a program can't reach into it."""
    import _sqlite3  # its file is what links or holds the library

    found = getattr(_sqlite3, "__file__", None)
    beside = None if found is None else Path(found).with_name("sqlite3.dll")
    for place in (beside, found):
        if place is not None and Path(place).exists():
            library = ctypes.CDLL(str(place))
            if hasattr(library, "sqlite3_vfs_register"):
                library.sqlite3_vfs_find.restype = POINTER(_Vfs)
                return library
    return None


@contextmanager
def recording(folder: Path, outside: Callable[[], int]) -> Iterator[Tape]:
    """Note what is written below ``folder`` during the block; every connection to it is opened and closed in it."""
    library = sqlite()
    assert library is not None
    tape = Tape({each.name: each.read_bytes() for each in folder.glob("*.db*")}, outside)
    plain = library.sqlite3_vfs_find(None)
    noting = _Noting(folder, tape, plain)
    library.sqlite3_vfs_register(byref(noting.table), 1)
    try:
        yield tape
    finally:
        library.sqlite3_vfs_unregister(byref(noting.table))
        library.sqlite3_vfs_register(plain, 1)


class _Noting:
    """The table of functions that note; it must live as long as a file is open."""

    def __init__(self, folder: Path, tape: Tape, plain: "ctypes._Pointer[_Vfs]") -> None:
        self._folder, self._tape, self._plain = folder, tape, plain
        self._known = set(tape.before)
        self._open: dict[int, tuple[str, _Methods]] = {}
        self._tables: dict[int, _Methods] = {}
        self.table = _Vfs.from_buffer_copy(plain.contents)
        self.table.name = _NAME
        self.table.open = _OPEN(self._opened)
        self.table.delete = _DELETE(self._deleted)

    def _opened(self, vfs: int, name: int | None, file: int, flags: int, given: "ctypes._Pointer[c_int]") -> int:
        result = self._plain.contents.open(vfs, name, file, flags, given)
        where = self._mine(name) if flags & (ITSELF | ITS_LOG | ITS_JOURNAL) else None
        if result == OK and where is not None:
            if where not in self._known and flags & CREATES:
                self._known.add(where)
                self._tape.note(Did.MADE, where)
            place = c_void_p.from_address(file)
            assert place.value is not None
            self._open[file] = where, _Methods.from_address(place.value)
            place.value = ctypes.addressof(self._noting_methods(place.value))
        return int(result)

    def _noting_methods(self, address: int) -> _Methods:
        if address not in self._tables:
            table = _Methods.from_buffer_copy(_Methods.from_address(address))
            table.close, table.write = _CLOSE(self._closed), _WRITE(self._wrote)
            table.truncate, table.sync = _TRUNCATE(self._cut), _SYNC(self._kept)
            self._tables[address] = table
        return self._tables[address]

    def _mine(self, name: int | None) -> str | None:
        """The name of a file in the folder that is looked at; None for any other."""
        path = None if name is None else Path(os.fsdecode(ctypes.string_at(name)))
        return path.name if path is not None and path.parent == self._folder else None

    def _deleted(self, vfs: int, name: int, for_sure: int) -> int:
        where = self._mine(name)
        if where is not None and where in self._known:
            self._known.discard(where)
            self._tape.note(Did.DELETED, where, at=for_sure)
        return int(self._plain.contents.delete(vfs, name, for_sure))

    def _closed(self, file: int) -> int:
        _, methods = self._open.pop(file)
        c_void_p.from_address(file).value = ctypes.addressof(methods)
        return int(methods.close(file))

    def _wrote(self, file: int, data: int, size: int, at: int) -> int:
        name, methods = self._open[file]
        self._tape.note(Did.WROTE, name, at, ctypes.string_at(data, size))
        return int(methods.write(file, data, size, at))

    def _cut(self, file: int, size: int) -> int:
        name, methods = self._open[file]
        self._tape.note(Did.CUT, name, size)
        return int(methods.truncate(file, size))

    def _kept(self, file: int, flags: int) -> int:
        name, methods = self._open[file]
        result = int(methods.sync(file, flags))
        if result == OK:
            self._tape.note(Did.KEPT, name)
        return result


UNREACHABLE = sys.platform == "win32" or sqlite() is None
"""Where the loop can't run: there a file is kept by other means, or the library is hidden in the interpreter."""

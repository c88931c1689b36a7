"""Whether another program has the data file open, told without a byte of it being touched."""

import os
import sys
from pathlib import Path

SHARED_FIRST, SHARED_SIZE = 0x40000002, 510
"""The bytes that SQLite locks while a file is open (https://www.sqlite.org/src/doc/trunk/src/os.h); none is stored."""


def is_held(path: Path) -> bool:
    """True while a window or a command has the file open; a program that died holds nothing.

    To be asked where this process has the file nowhere open itself: on POSIX it would lose its locks. Raises
    ``OSError`` where a file that is there can't be opened for writing.
    """
    if sys.platform == "win32":
        return _is_held_on_windows(path)
    # A window holds the file beside it from before the first byte is read until after the last one.
    return _is_locked_whole(path.with_name(f"{path.name}.lock")) or _is_open(path)


if sys.platform == "win32":

    def _is_held_on_windows(path: Path) -> bool:
        """SQLite opens its files so that nobody may rename them, not even to the name they have."""
        try:
            path.rename(path)
        except FileNotFoundError:
            return False
        except PermissionError:
            return True
        return False

else:
    import fcntl

    def _is_locked_whole(lock: Path) -> bool:
        try:
            handle = os.open(lock, os.O_RDWR)
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(handle)
        return False

    def _is_open(path: Path) -> bool:
        try:
            handle = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            return False
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, SHARED_SIZE, SHARED_FIRST)
        except (BlockingIOError, PermissionError):  # POSIX leaves open which of the two says that it is taken
            return True
        finally:
            os.close(handle)
        return False

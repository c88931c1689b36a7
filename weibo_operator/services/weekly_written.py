"""Which reports the command line wrote: only those are written over, as the window does (ARCHITECTURE, six formats)."""

import hashlib
from pathlib import Path

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.settings import WEEKS_WRITTEN
from weibo_operator.services.desk import Desk
from weibo_operator.services.shop import Shop

_REMEMBERED = 60
"""Reports: six formats of ten weeks."""


def check_place(desk: Desk, path: Path) -> None:
    """Raises ``InvalidInputError`` where ``path`` holds what somebody changed, or what this desk did not write."""
    if path.exists() and _digest(desk, path) not in desk.setting(WEEKS_WRITTEN).split():
        raise InvalidInputError(field="path", reason="not_our_week", path=str(path))


def note_written(desk: Desk, path: Path) -> None:
    """This file holds what the program wrote, and may be written over."""
    new = _digest(desk, path)
    known = [each for each in desk.setting(WEEKS_WRITTEN).split() if each != new]
    Shop(desk).change(WEEKS_WRITTEN, " ".join([*known, new][-_REMEMBERED:]))


def _digest(desk: Desk, path: Path) -> str:
    """A fingerprint of a file's content; none of what is no file, can't be read, or is the desk's own.

    The desk's own is not even opened: closing it would give up SQLite's locks on it.
    """
    try:
        if not path.is_file() or (desk.path.exists() and path.samefile(desk.path)):
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""

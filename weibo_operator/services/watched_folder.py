"""The watched folder: files that were put there and have not been imported yet; nothing is imported by itself."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from weibo_operator.domain.file_print import FilePrint
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.settings import WATCHED_FOLDER
from weibo_operator.services.desk import Desk
from weibo_operator.storage import imports
from weibo_operator.storage.journal import changes_of

ENDINGS = frozenset({".csv", ".tsv", ".txt", ".json", ".jsonl", ".xlsx", ".xls", ".db", ".sqlite", ".sqlite3"})
"""Names that an export may have; what is still being downloaded has another ending."""
_HIDDEN = (".", "~")
_BLOCK = 1 << 20
_DIGITS = 32
MOST_FILES = 200
"""A folder with more new files is somebody's archive, not an inbox: the newest ones are offered."""


class KnownPrints:
    """Digests of the files of the last look: one of the same path, size and time is not read again.

    Each look opens the desk anew, so whoever looks again and again keeps them and gives them to each look.
    """

    def __init__(self) -> None:
        self._known: dict[FilePrint, FilePrint] = {}

    def read(self, places: Sequence[FilePrint]) -> Iterator[FilePrint]:
        """Each file with its digest, read where it is not known; what is not among these is forgotten."""
        before, self._known = self._known, {}
        for place in places:
            whole = before.get(place) or print_of(Path(place.path))
            if whole is not None:
                self._known[replace(whole, digest="")] = whole
                yield whole


class WatchedFolder:
    """Finds what is new; a file is known by path, size and time, or by its content under another name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def folder(self) -> Path | None:
        """The folder that is watched; None while watching is off."""
        name = self._desk.setting(WATCHED_FOLDER)
        return Path(name) if name else None

    def find(self, known: KnownPrints | None = None) -> tuple[FilePrint, ...]:
        """The new files, newest first; reads those that are not ``known``. Gone or unreadable ones are none.

        The desk's own file is never looked into.
        """
        folder = self.folder
        if folder is None:
            return ()
        unknown = [each for each in self._files(folder) if not imports.is_seen_place(self._desk.connection, each)]
        unknown.sort(key=lambda each: -each.changed_at)
        found: list[FilePrint] = []
        for whole in (known or KnownPrints()).read(unknown[:MOST_FILES]):
            if any(other.digest == whole.digest for other in found):
                continue
            if not imports.is_seen_content(self._desk.connection, whole.digest):
                found.append(whole)
        return tuple(found)

    def note(self, files: Sequence[FilePrint]) -> Changes:
        """Remember files as seen: imported, or not wanted."""
        with self._desk.bookkeeping() as recorder:
            for each in files:
                recorder.put("seen_file", imports.seen_row(each, self._desk.now()))
        return changes_of(recorder)

    def _files(self, folder: Path) -> Iterator[FilePrint]:
        own = self._desk.path.resolve()
        try:
            entries = sorted(folder.iterdir())
        except OSError:
            return
        for path in entries:
            if path.name.startswith(_HIDDEN) or path.suffix.casefold() not in ENDINGS or path.resolve() == own:
                continue
            found = _place_of(path)
            if found is not None:
                yield found


def print_of(path: Path) -> FilePrint | None:
    """A file with its content's digest; None when it is gone or may not be read."""
    found = _place_of(path)
    if found is None:
        return None
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
    except OSError:
        return None
    return FilePrint(found.path, found.size, found.changed_at, digest.hexdigest()[:_DIGITS])


def _place_of(path: Path) -> FilePrint | None:
    try:
        if not path.is_file():
            return None
        stat = path.stat()
    except OSError:
        return None
    name = str(path.absolute()).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return FilePrint(name, stat.st_size, stat.st_mtime_ns)

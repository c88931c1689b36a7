"""Notices new files in the watched folder; it only tells, nothing is opened or imported by itself."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from ui.support.context import Context
from ui.support.tasks import Handlers, Task
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.file_print import FilePrint
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.settings import PRACTICE
from weibo_operator.services.watched_folder import KnownPrints

SETTLE_MSEC = 1000
"""A file that is still being written changes within this time; it is offered when it has come to rest."""


class FolderWatch(QObject):
    """``found`` carries the new files (``FilePrint``), newest first; an empty tuple when there are none left."""

    found = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MSEC)
        self._last: tuple[FilePrint, ...] = ()
        self._looking = False
        self._known = KnownPrints()
        """Only one look at a time uses them."""
        self._watcher.directoryChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.look)
        context.news.changed.connect(self._on_changed)

    @property
    def folder(self) -> Path | None:
        """The folder that is looked at; None while watching is off, and always on practice data."""
        operator = self._context.operator
        return None if operator.shop.value(PRACTICE) else operator.watched.folder

    @Slot()
    def begin(self) -> None:
        """Watch the folder that is set, and look into it now."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        folder = self.folder
        if folder is None:
            self._last = ()
            self.found.emit(())
            return
        if folder.is_dir():
            self._watcher.addPath(str(folder))
        self.look()

    @Slot()
    def look(self) -> None:
        """Look into the folder in the background; also without a sign of change (a network drive gives none)."""
        if self._looking or self.folder is None:
            return
        self._looking = True
        self._context.runner.run(partial(_find, self._context, self._known), Handlers(self._take, self._take_error))

    def _take(self, found: tuple[FilePrint, ...]) -> None:
        self._looking = False
        at_rest = tuple(each for each in found if each in self._last)
        self._last = found
        if len(at_rest) < len(found):
            self._pause.start()
        if at_rest or not found:
            self.found.emit(at_rest)

    def _take_error(self, error: Exception) -> None:
        self._looking = False
        if not isinstance(error, OperatorError):
            raise error

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        watched = [Path(each) for each in self._watcher.directories()]
        if "setting" in changes.tables and watched != ([self.folder] if self.folder else []):
            self.begin()


def _find(context: Context, known: KnownPrints, _task: Task) -> tuple[FilePrint, ...]:
    with context.second_desk() as operator:
        return operator.watched.find(known)

"""Where exports go: folder and format used last time, and the system's own dialog to choose the file."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from ui.support import file_dialogs
from ui.support.folders import LastFolder
from ui.weekly.words import KIND_FILTERS
from weibo_operator.services.weekly_export import WeekFormat
from weibo_operator.translation import tr

FOLDER, KIND, WRITTEN = "weekly/folder", "weekly/format", "weekly/written"
ChoosePath = Callable[[QWidget, Path], Path | None]
"""Given the page and the path to offer, returns the chosen one, or None when the operator turned it away."""


def ask_path(parent: QWidget, offered: Path) -> Path | None:
    """Ask with the system's dialog; it asks itself before writing over a file."""
    kind = KIND_FILTERS[WeekFormat(offered.suffix.removeprefix("."))]
    return file_dialogs.choose_place(parent, tr("导出周报"), offered, kind)


class LastPlace:
    """Remembers folder, format and the file written last, between starts."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        self._folder = LastFolder(settings, FOLDER)

    @property
    def kind(self) -> WeekFormat:
        """The format used last, the workbook before there is any."""
        value = str(self._settings.value(KIND, ""))
        return WeekFormat(value) if value in set(WeekFormat) else WeekFormat.XLSX

    def folder(self) -> Path | None:
        """The folder used last while it is there; None before the first export."""
        return self._folder.there()

    def offered_folder(self) -> Path:
        """The folder to begin with in a dialog."""
        return self._folder.offered()

    def remember(self, path: Path, kind: WeekFormat) -> None:
        """Export there and like that next time."""
        self._folder.remember(path.parent)
        self._settings.setValue(KIND, kind.value)

    def note_written(self, path: Path) -> None:
        """This file holds what the program wrote, and may be written over without asking."""
        self._settings.setValue(WRITTEN, f"{_digest(path)} {path}")

    def place_for(self, folder: Path, name: str) -> Path:
        """The path to write to without asking: a file that somebody changed, or that isn't ours, is left alone."""
        path = folder / name
        for number in range(2, 1000):
            if not path.exists() or self._settings.value(WRITTEN, "") == f"{_digest(path)} {path}":
                return path
            path = folder / f"{Path(name).stem}_{number}{Path(name).suffix}"
        return path


def _digest(path: Path) -> str:
    """A fingerprint of a file's content; of what can't be read one that nothing else has."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "unreadable"

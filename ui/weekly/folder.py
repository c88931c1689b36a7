"""Where exports go: the folder used last time, and the system's own dialog to choose the file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QWidget

from ui.support import file_dialogs

KEY = "weekly/folder"
FILTERS = {".xlsx": "Excel 工作簿 (*.xlsx)", ".csv": "CSV 表格 (*.csv)", ".txt": "文字文件 (*.txt)"}
ChoosePath = Callable[[QWidget, Path], Path | None]
"""Given the page and the path to offer, returns the chosen one, or None when the operator turned it away."""


def ask_path(parent: QWidget, offered: Path) -> Path | None:
    """Ask with the system's dialog; it asks itself before writing over a file."""
    return file_dialogs.choose_place(parent, "导出周报", offered, FILTERS[offered.suffix])


class LastFolder:
    """Remembers the folder between starts."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def path(self) -> Path:
        """The folder used last, or the documents folder while it is there."""
        remembered = Path(str(self._settings.value(KEY, "")) or ".")
        if remembered.is_absolute() and remembered.is_dir():
            return remembered
        places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(places[0]) if places else Path.home()

    def remember(self, folder: Path) -> None:
        """Offer this folder next time."""
        self._settings.setValue(KEY, str(folder))

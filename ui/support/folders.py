"""Where a dialog begins: the folder chosen last time, else the one for documents."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths


def documents_folder() -> Path:
    """The system's folder for documents, the home folder where it names none."""
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(places[0]) if places else Path.home()


class LastFolder:
    """A folder remembered under ``key`` between starts, as long as it is there."""

    def __init__(self, settings: QSettings, key: str) -> None:
        self._settings = settings
        self._key = key

    def there(self) -> Path | None:
        """The folder chosen last; None before the first time and once it is gone."""
        remembered = Path(str(self._settings.value(self._key, "")) or ".")
        return remembered if remembered.is_absolute() and remembered.is_dir() else None

    def offered(self) -> Path:
        """The folder to begin with in a dialog."""
        return self.there() or documents_folder()

    def remember(self, folder: Path) -> None:
        """Begin there next time."""
        self._settings.setValue(self._key, str(folder))

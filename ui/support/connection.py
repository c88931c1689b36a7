"""Whether Weibo's platform could be reached when it was last asked."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal


class Connection(QObject):
    """Told by whoever talks to the platform; views show it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offline_since: datetime | None = None

    @property
    def offline_since(self) -> datetime | None:
        """Since when the platform can't be reached (aware UTC); None while it can."""
        return self._offline_since

    def lost(self, at: datetime) -> None:
        """The platform can't be reached; the first moment counts."""
        if self._offline_since is None:
            self._offline_since = at
            self.changed.emit()

    def found(self) -> None:
        """It answered."""
        if self._offline_since is not None:
            self._offline_since = None
            self.changed.emit()

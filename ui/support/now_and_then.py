"""Looking soon after the start, and now and then from there on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class NowAndThen:
    """Asks ``look`` once ``soon`` ms after ``begin`` and every ``each`` ms, until ``stop``."""

    def __init__(self, look: Callable[[], object], owner: QObject, *, soon: int, each: int) -> None:
        """``look`` is a slot of ``owner``, with whom the timers end."""
        self._soon, self._each = QTimer(owner), QTimer(owner)
        self._soon.setSingleShot(True)
        for timer, length in ((self._soon, soon), (self._each, each)):
            timer.setInterval(length)
            timer.timeout.connect(look)

    def begin(self) -> None:
        """Look from now on."""
        self._soon.start()
        self._each.start()

    def stop(self) -> None:
        """Look no more."""
        self._soon.stop()
        self._each.stop()

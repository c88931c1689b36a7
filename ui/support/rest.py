"""Tells work in the background when the window's thread has nothing to do, so that a key is answered first."""

import sys
from collections.abc import Callable
from threading import Event
from time import monotonic

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QWindow

SHORT_TURN = 0.001
"""Seconds until the work must hand the interpreter to a window that asks for it (Python's own: 0.005)."""
LOOK_AGAIN = 0.004
"""Seconds; how soon work that holds the file sees that the window has come to wait for it."""
LONGEST_WAIT = 0.02
"""Seconds; a window that is busy for longer shares the interpreter with the work."""


class WindowRest(QObject):
    """Follows the event loop: it rests from the moment it would block until an event comes for one of its windows.

    Python runs one thread at a time and hands over every few milliseconds. Handling a key gives the interpreter up
    some dozen times (each query does), and each time it had to wait for its next turn. The loop's own ``awake`` is not
    enough: on Linux it comes after the events that woke it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rests = Event()
        self._rests.set()
        self._watched: QAbstractEventDispatcher | None = None
        self._turn = sys.getswitchinterval()

    def watch(self) -> None:
        """Begin to follow the loop; there is work, and whoever gave it is still busy."""
        dispatcher = QAbstractEventDispatcher.instance()
        if self._watched is not None or dispatcher is None:
            return
        self._watched = dispatcher
        self._rests.clear()
        self._turn = sys.getswitchinterval()
        sys.setswitchinterval(SHORT_TURN)
        dispatcher.awake.connect(self._on_awake, Qt.ConnectionType.DirectConnection)
        dispatcher.aboutToBlock.connect(self._on_rest, Qt.ConnectionType.DirectConnection)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_window)
            for window in QGuiApplication.topLevelWindows():
                window.installEventFilter(self)

    def leave(self) -> None:
        """Stop following: no work is left, or the loop has ended."""
        if self._watched is not None:
            self._watched.awake.disconnect(self._on_awake)
            self._watched.aboutToBlock.disconnect(self._on_rest)
            self._watched = None
            app = QGuiApplication.instance()
            if isinstance(app, QGuiApplication):
                app.focusWindowChanged.disconnect(self._on_window)
                for window in QGuiApplication.topLevelWindows():
                    window.removeEventFilter(self)
            sys.setswitchinterval(self._turn)
        self._rests.set()

    def wait(self, seconds: float = LONGEST_WAIT) -> None:
        """In the worker, with nothing held: go on when the window rests, or after so many seconds."""
        self._rests.wait(seconds)

    def wait_holding(self, is_waited_for: Callable[[], bool]) -> None:
        """``wait`` in the middle of something the window itself may come to wait for: then go on at once."""
        until = monotonic() + LONGEST_WAIT
        while not self._rests.is_set() and not is_waited_for() and monotonic() < until:
            self._rests.wait(LOOK_AGAIN)

    @Slot(QWindow)
    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    @Slot()
    def _on_awake(self) -> None:
        self._rests.clear()

    @Slot()
    def _on_rest(self) -> None:
        self._rests.set()

    def eventFilter(self, _window: QObject, _event: QEvent) -> bool:
        """A key, a click or a picture: the window has something to do."""
        self._rests.clear()
        return False

"""Waits for the browser to come back, on a thread of its own: ten minutes must hold up nobody else's work."""

from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal, Slot

from weibo_operator.domain.errors import OperatorError
from weibo_operator.services.signing_in import Attempt


class RedirectWatch(QObject):
    """Watches one attempt at a time; what an attempt brings after ``stop`` is heard by nobody."""

    heard = Signal(str)
    failed = Signal(object)
    """``OperatorError``."""
    _told = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attempt: Attempt | None = None
        self._thread: Thread | None = None
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def is_watching(self) -> bool:
        """True while a browser may still come back."""
        return self._attempt is not None

    def watch(self, attempt: Attempt) -> None:
        """Wait for the browser that opened this attempt's page."""
        self.stop()
        self._attempt = attempt
        self._thread = Thread(target=self._wait, args=(attempt,), name="redirect", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Wait no longer; the thread is gone when this returns."""
        attempt, thread = self._attempt, self._thread
        self._attempt = self._thread = None
        if attempt is not None:
            attempt.close()
        if thread is not None:
            thread.join()

    def _wait(self, attempt: Attempt) -> None:
        try:
            self._told.emit(attempt, attempt.wait())
        except OperatorError as error:
            self._told.emit(attempt, error)

    @Slot(object, object)
    def _on_told(self, attempt: Attempt, what: str | OperatorError | None) -> None:
        if attempt is not self._attempt:
            return
        self.stop()
        if isinstance(what, OperatorError):
            self.failed.emit(what)
        elif what is not None:
            self.heard.emit(what)

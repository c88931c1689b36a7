"""When Python collects its garbage: not while the program starts, then on the window's thread only."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MSEC = 1000


def start_without_collecting() -> None:
    """What a start makes stays: looking through it took 4 to 10 of 100 of the time to the first picture.

    The first ``WindowThreadGarbage`` takes it from there.
    """
    gc.disable()


class WindowThreadGarbage(QObject):
    """Stands in for the automatic collection, which runs in whichever thread happens to allocate.

    Collected in the worker, a cycle that holds widgets is taken apart there: Qt then holds its own locks in one
    thread and waits for the interpreter, while the window's thread has the interpreter and waits for those locks
    (seen: both threads stood still for good).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(INTERVAL_MSEC)
        gc.disable()

    def spare_what_is(self) -> None:
        """Look through nothing that is there now until ``stop``: all of it at once took the window's thread 60 ms.

        For the first window only: what is left of one before it would never be collected.
        """
        gc.freeze()

    def stop(self) -> None:
        """Give collection back to Python; call when the worker thread has ended."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation whose threshold is passed, as the automatic collection would."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

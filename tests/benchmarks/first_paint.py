"""A process of its own: opens a bare widget or the desk on a file, and says in JSON when it was painted, holding what.

``python -m tests.benchmarks.first_paint [--db PATH] [--stay SECONDS]``. BEGAN_NS holds the monotonic nanoseconds at
which whoever started it did so.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

BEGAN = "BEGAN_NS"
TICK_MSEC = 5


class FirstPaint(QObject):
    """Waits for the first picture, then for as long as asked, and tells what it saw."""

    def __init__(self, window: QWidget, stay: float) -> None:
        super().__init__(window)
        self._window = window
        self._stay = stay
        self._told: dict[str, object] = {}
        self._gaps: list[float] = []
        self._last = 0.0
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MSEC)
        self._ticker.timeout.connect(self._tick)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The first picture of the window itself; nothing is held back."""
        if event.type() is QEvent.Type.Paint and watched is self._window:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    @Slot()
    def _painted(self) -> None:
        began = int(os.environ.get(BEGAN, "0"))
        self._told = {
            "ms": (time.monotonic_ns() - began) / 1e6,
            "rss_mb": resident_mb(),
            "modules": sorted({name.split(".")[0] for name in sys.modules}),
        }
        if self._stay:
            self._last = time.monotonic()
            self._ticker.start()
        QTimer.singleShot(round(self._stay * 1000), self._end)

    @Slot()
    def _tick(self) -> None:
        now = time.monotonic()
        self._gaps.append((now - self._last) * 1000)
        self._last = now

    @Slot()
    def _end(self) -> None:
        later = {"later_rss_mb": resident_mb(), "gap_ms": max(self._gaps, default=0.0), "ticks": len(self._gaps)}
        sys.stdout.write(json.dumps(self._told | later) + "\n")
        sys.stdout.flush()
        QApplication.quit()


def resident_mb() -> float:
    """Megabytes of this process in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    """Open, wait, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", type=Path, default=None)
    parser.add_argument("--stay", type=float, default=0.0)
    options = parser.parse_args()
    if options.db is None:
        app = QApplication([])
        window = QWidget()
        window.resize(1366, 700)
        watch = FirstPaint(window, options.stay)
        window.show()
        code = app.exec()
        del watch
        return code
    return _open_desk(options.db, options.stay)


def _open_desk(path: Path, stay: float) -> int:
    # Imported here, so that the bare widget is bare; in the order of ui/__main__.py.
    from ui.support.garbage import start_without_collecting

    start_without_collecting()
    from ui.main import Program
    from ui.support.chinese import choose_input_method, speak_chinese

    choose_input_method()
    app = QApplication([])
    speak_chinese(app)
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    program = Program(app, settings, database=path, practice=path.with_name("practice.db"))
    program.open(path)
    assert program.window is not None
    watch = FirstPaint(program.window, stay)
    code = app.exec()
    del watch
    program.close()
    return code


if __name__ == "__main__":
    sys.exit(main())

"""The whole window on the test's own desk, put away before Python forgets its parts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QWidget

from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.support.window_state import WindowState

OpenWindow = Callable[[Context], MainWindow]


@pytest.fixture
def open_window(tmp_path: Path, show_active: Callable[[QWidget], None]) -> Iterator[OpenWindow]:
    """Opens the main window at the size of a common laptop, active."""
    opened: list[MainWindow] = []

    def open_one(context: Context) -> MainWindow:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(context, WindowState(settings), "desk")
        opened.append(window)
        window.resize(1366, 689)
        show_active(window)
        return window

    yield open_one
    for window in opened:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)

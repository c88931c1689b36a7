"""Pictures of exporting the week: on its way, done, and the question before whole names are written."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest

from ui.shell.window import MainWindow
from ui.weekly.folder import FOLDER, KIND

LONGEST, STEP = 20_000, 50
"""Milliseconds an export may take here, and between two looks."""


def take(window: MainWindow, folder: Path, picture: Callable[[str], Path]) -> Iterator[Path]:
    """Photograph each state; the file goes to ``folder``."""
    page = window.pages.weekly
    window.show_page("weekly")
    settings = QSettings()
    settings.setValue(FOLDER, str(folder))
    settings.setValue(KIND, "pdf")
    page.handle("export")
    yield picture("88-week-exporting")
    for _ in range(LONGEST // STEP):
        if page.view.header.export.isEnabled():
            break
        QTest.qWait(STEP)
    yield picture("89-week-exported")
    page.view.header.names.setChecked(True)
    page.handle("export")
    yield picture("90-week-names")
    page.view.names.dismiss()
    page.view.header.names.setChecked(False)
    settings.remove("weekly")

"""Pictures of the week once it is read, of comparing and of exporting it, and the question before whole names."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QSettings

from ui.shell.screenshots_waiting import wait_until
from ui.shell.window import MainWindow
from ui.weekly.folder import FOLDER, KIND


def take(window: MainWindow, folder: Path, picture: Callable[[str], Path]) -> Iterator[Path]:
    """Photograph each state; the file goes to ``folder``."""
    page = window.pages.weekly
    window.show_page("weekly")
    wait_until(lambda: not page.reading)
    yield picture("23-weekly")
    page.view.header.compare.click()
    yield picture("87-week-compare")
    page.handle("back")
    settings = QSettings()
    settings.setValue(FOLDER, str(folder))
    settings.setValue(KIND, "pdf")
    page.handle("export")
    yield picture("88-week-exporting")
    wait_until(page.view.header.export.isEnabled)
    yield picture("89-week-exported")
    page.view.header.names.setChecked(True)
    page.handle("export")
    yield picture("90-week-names")
    page.view.names.dismiss()
    page.view.header.names.setChecked(False)
    settings.remove("weekly")

"""The context a screen is given, with a real desk, a real clipboard and pages that are noted instead of opened."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tests.conftest import OpenDesk
from ui.support.context import Context, News
from ui.support.desktop import Desktop
from ui.support.tasks import TaskRunner
from ui.support.theme import Theme
from weibo_operator.bootstrap import Operator, resources_dir


class OpenedPages(QObject):
    """Stands where the browser would: Qt hands it every address."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    @Slot(QUrl)
    def note(self, url: QUrl) -> None:
        self.addresses.append(url.toString())


@pytest.fixture
def pages() -> Iterator[OpenedPages]:
    """The pages the program asked the browser to open."""
    opened = OpenedPages()
    for scheme in ("http", "https"):
        QDesktopServices.setUrlHandler(scheme, opened, "note")
    yield opened
    for scheme in ("http", "https"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def context(operator: Operator, theme: Theme, open_desk: OpenDesk, pages: OpenedPages) -> Iterator[Context]:
    """A screen's context on the test's own desk."""
    runner = TaskRunner()
    made = Context(
        operator=operator,
        theme=theme,
        runner=runner,
        desktop=Desktop(),
        news=News(),
        open_operator=open_desk,
        resources=resources_dir(),
    )
    yield made
    runner.stop()
    # pytest-qt has closed the test's widgets by now: they go before the desk's file does, and their timers with them.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

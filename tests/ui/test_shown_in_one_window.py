"""Pages and dialogs come up inside the window: none of their parts is a window of its own for a moment."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import Customers
from tests.ui.english_walk import DIALOGS
from tests.ui.window_fixture import OpenWindow
from ui.shell.pages import INBOX
from ui.support.context import Context

ABOUT_A_TICKET = (
    "forward",
    "snooze",
    "labels",
    "card",
    "contact",
    "on_behalf",
    "no_reply",
    "explain_skip",
    "templates",
)
"""Actions whose dialogs are about the open ticket."""


class Windows(QObject):
    """Notes each top-level widget that is told to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        """Only look."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_only_the_window_itself_is_ever_shown(
    context: Context, customers: Customers, open_window: OpenWindow, windows: Windows
) -> None:
    made = context.operator.intake.capture(customers.message("充电宝冒烟了，怎么退货"))
    assert made.value is not None
    window = open_window(context)
    for page in window.pages.keys:
        window.show_page(page)
    for list_key in ("promises", "important", "praise", "helpful"):
        window.pages.followup.show_list(list_key)
    window.pages.leads.show_list("leads")
    for action in DIALOGS:
        window.run(action)
        window.show_page(INBOX)
    for action in ABOUT_A_TICKET:
        window.show_ticket(made.value)
        window.run(action)
    assert windows.shown == ["MainWindow "]

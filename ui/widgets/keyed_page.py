"""A page that takes its keys from the one table of page keys, and reads its lists again whenever it comes up."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.support.page_keys import Deed, bound, deed_of, is_own_key
from ui.support.theme import Theme


def carry_out(actions: Mapping[str, Callable[[], object]], action_id: str) -> bool:
    """Do what a page does for one of the shell's list actions; False when the page has no use for it."""
    action = actions.get(action_id)
    if action is None:
        return False
    action()
    return True


class KeyedPage(QWidget):
    """``read_list`` and ``step`` are each page's own, as are the keys besides J and K.

    Pages override those, never a slot: Qt for Python goes on calling an overridden slot of an object that is gone.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = ""
        self._deeds: Mapping[str, Deed] = {"down": self.down, "up": self.up}

    def bind(self, table: str, deeds: Mapping[str, Deed]) -> None:
        """Say what the page does, by the ids of its table of keys and of the window's actions; J and K go without."""
        self._table = table
        self._deeds = {**bound(table, deeds), "down": self.down, "up": self.up}

    def handle(self, action_id: str) -> bool:
        """Act on one of the shell's list actions; False when the page has no use for it."""
        return carry_out(self._deeds, action_id)

    def read_list(self) -> None:
        """Read what the page lists; overridden by each page."""

    def step(self, by: int) -> None:
        """Go on by so many rows; overridden by each page."""

    @Slot()
    def refresh(self) -> None:
        """Read the list again."""
        self.read_list()

    @Slot()
    def down(self) -> None:
        """J: the next row."""
        self.step(1)

    @Slot()
    def up(self) -> None:
        """K: the row before."""
        self.step(-1)

    def event(self, event: QEvent) -> bool:
        """Keys that only this page knows are not the window's: without this a letter of list mode would take them."""
        claims = self._table and event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if claims and isinstance(event, QKeyEvent) and is_own_key(self._table, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the window's shortcuts leave over: the page's own keys, and all of them while a button has the focus."""
        deed = deed_of(self._table, event, self._deeds, self._theme.keys.rows) if self._table else None
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def showEvent(self, event: QShowEvent) -> None:
        """Due is a question of the moment: read again when the page comes up."""
        super().showEvent(event)
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("app"))
        painter.end()

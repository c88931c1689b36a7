"""The frame of a page that is a list: head, column heads, cards or the empty state, and a panel at the right."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList


def carry_out(actions: Mapping[str, Callable[[], object]], action_id: str) -> bool:
    """Do what a page does for one of the shell's list actions; False when the page has no use for it."""
    action = actions.get(action_id)
    if action is None:
        return False
    action()
    return True


class ListPage(QWidget):
    """A page of one list; ``refresh`` is the page's own, as are the keys besides moving up and down."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stack = QStackedLayout()
        self._cards: CardList | None = None

    def arrange(self, head: QWidget, heads: ColumnHeads, cards: CardList, empty: QWidget, panel: QWidget) -> None:
        """Put the parts in their places; the list gets the page's focus."""
        self._cards = cards
        self.setFocusProxy(cards)
        cards.widened.connect(heads.set_room)
        lists = QWidget()
        column = _tight(QVBoxLayout(lists))
        column.addWidget(heads)
        column.addWidget(cards, 1)
        self._stack.addWidget(lists)
        self._stack.addWidget(empty)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._stack, 1)
        row.addWidget(panel)
        whole = _tight(QVBoxLayout(self))
        whole.addWidget(head)
        whole.addLayout(row, 1)

    def show_filled(self, *, filled: bool) -> None:
        """Show the list, or the empty state where there is nothing to list."""
        self._stack.setCurrentIndex(0 if filled else 1)

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where the shell's bare letters act."""
        return () if self._cards is None else (self._cards,)

    @Slot()
    def refresh(self) -> None:
        """Read the list again."""

    @Slot()
    def down(self) -> None:
        """J: the next row."""
        if self._cards is not None:
            self._cards.move(1)

    @Slot()
    def up(self) -> None:
        """K: the row before."""
        if self._cards is not None:
            self._cards.move(-1)

    def showEvent(self, event: QShowEvent) -> None:
        """Due is a question of the moment: read again when the page comes up."""
        super().showEvent(event)
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("app"))
        painter.end()


def _tight(layout: QVBoxLayout) -> QVBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout

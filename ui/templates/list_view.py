"""A one-column list with painted rows, as both lists of the page use it."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView, QWidget

from ui.support.theme import Theme
from ui.templates.model import Index


class PaintedList(QTableView):
    """Arrows move; ``entered_row`` on Enter, ``delete_asked`` on Delete, ``turned`` when another row is current.

    ``move_asked`` carries -1 or 1 on Alt+↑ or Alt+↓.
    """

    entered_row = Signal()
    delete_asked = Signal()
    move_asked = Signal(int)
    turned = Signal(int)

    def __init__(self, theme: Theme, name: str, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row_height = row_height
        self.setAccessibleName(name)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def choose_row(self, row: int) -> None:
        """Make a row the current one (-1: none)."""
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.selectRow(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is current now."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.turned.emit(current.row())

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """The delegate draws the current row itself; the style would tint the gap between cards too."""
        super().initViewItemOption(option)
        option.showDecorationSelected = False  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        palette = option.palette  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        palette.setBrush(QPalette.ColorRole.Highlight, Qt.BrushStyle.NoBrush)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Delete ask; letters go to the window (no type-ahead)."""
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(self._row_height))

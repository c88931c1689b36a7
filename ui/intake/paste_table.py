"""The table of what was understood: a check box per row, then who, when, what, where from and the result."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.intake.paste_words import PLACES, Choice, result_words, when_words
from ui.intake.thin_table import PAD, Index, ThinDelegate, ThinModel, ThinTable
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_shape import fill_box, stroke_box
from ui.widgets.paint_text import draw_parts, one_line
from weibo_operator.translation import tr

HEADS = ("", tr("客户"), tr("时间"), tr("内容"), tr("来自"), tr("认出来的结果"))
WIDTHS = (40, 118, 140, 0, 62, 172)
CHECK, TEXT, PLACE, RESULT = 0, 3, 4, 5
BOX = 16
BAR = 3
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PasteModel(ThinModel):
    """The rows with their check boxes; they are changed through the dialog, never edited in place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, HEADS)
        self._choices: list[Choice] = []
        self._now: datetime | None = None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every row."""
        return tuple(self._choices)

    def show_choices(self, choices: Sequence[Choice], now: datetime) -> None:
        """Show another text's rows."""
        self.beginResetModel()
        self._choices, self._now = list(choices), now
        self.endResetModel()

    def put(self, row: int, choice: Choice) -> None:
        """Show one row differently."""
        self._choices[row] = choice
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADS) - 1))

    def parts(self, index: Index) -> tuple[str, ...]:
        """A cell's words, joined by painted dots where there are several."""
        choice = self._choices[index.row()]
        message = choice.row.found.message
        when = "" if self._now is None else when_words(choice.row, self._now)
        cells: tuple[tuple[str, ...], ...] = (
            (tr("加入") if choice.checked else tr("不加入"),),
            (message.nickname,),
            (when,),
            (one_line(message.text),),
            (PLACES.get(message.source, ""),),
            result_words(choice.row),
        )
        return cells[index.column()]

    def shown_rows(self) -> int:
        """Return how many rows are shown."""
        return len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words; the whole message as the tooltip of its text."""
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TEXT:
            return self._choices[index.row()].row.found.message.text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr("，").join(self.parts(index))
        return None


class PasteDelegate(ThinDelegate):
    """Paints a cell; the current row is tinted with a bar at its left, what is left out is quiet."""

    def __init__(self, theme: Theme, table: "PasteTable", model: PasteModel) -> None:
        super().__init__(theme, table)
        self._table = table
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme = self._theme
        choice = self._model.choices[index.row()]
        current = index.row() == self._table.currentIndex().row()
        rect = self.ground(painter, option, "selected" if current else None)
        if index.column() == CHECK:
            if current and self._table.hasFocus():
                painter.fillRect(QRectF(rect.left(), rect.top(), theme.px(BAR), rect.height()), theme.color("focus"))
            self._paint_box(painter, rect, checked=choice.checked)
            return
        pad = theme.px(PAD)
        ink: ColorRole = "text" if choice.checked else "text3"
        if index.column() == RESULT and choice.checked:
            ink = "text2"
        words = self._model.parts(index)
        draw_parts(painter, theme, rect.adjusted(pad, 0, -pad, 0), words, theme.font("body"), theme.color(ink))

    def _paint_box(self, painter: QPainter, rect: QRectF, *, checked: bool) -> None:
        theme = self._theme
        side = theme.px(BOX)
        box = QRectF(round(rect.center().x() - side / 2), round(rect.center().y() - side / 2), side, side)
        if checked:
            fill_box(painter, box, theme.px(4), theme.color("accent"))
            theme.paint_icon(painter, box.adjusted(1, 1, -1, -1), "check", "on_accent")
        else:
            fill_box(painter, box, theme.px(4), theme.color("surface"))
            stroke_box(painter, box, theme.px(4), theme.color("control"))


class PasteTable(ThinTable):
    """Keys: Space checks a row, Ctrl+A all or none, Enter takes them in, E edits the row, J and K move."""

    toggled = Signal(int)
    all_toggled = Signal()
    accepted = Signal()
    edit_wanted = Signal()
    moved = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("认出来的消息"), WIDTHS, parent=parent, whole={PLACE: PLACES.values()})
        self.rows = PasteModel(self)
        self.fill(self.rows, PasteDelegate(theme, self, self.rows))
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def current(self) -> int:
        """The current row, -1 without any."""
        return self.currentIndex().row()

    def show_choices(self, choices: Sequence[Choice], now: datetime) -> None:
        """Show another text's rows, the first one current."""
        self.rows.show_choices(choices, now)
        self.scrollToTop()
        self.go_to(0)

    def go_to(self, row: int) -> None:
        """Make a row current, as far as there is one."""
        if self.rows.rowCount():
            row = max(0, min(row, self.rows.rowCount() - 1))
            self.setCurrentIndex(self.rows.index(row, TEXT))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == CHECK:
            self.toggled.emit(index.row())

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() != CHECK:
            self.edit_wanted.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is current; the whole row is painted anew."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.row() != previous.row():
            self.moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the table's keys; the rest goes up to the dialog."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        key = event.key()
        if plain and key == Qt.Key.Key_Space and self.current >= 0:
            self.toggled.emit(self.current)
        elif plain and key in ENTER:
            if not event.isAutoRepeat():
                self.accepted.emit()
        elif plain and key in (Qt.Key.Key_E, Qt.Key.Key_F2):
            self.edit_wanted.emit()
        elif plain and key in (Qt.Key.Key_J, Qt.Key.Key_K):
            self.go_to(self.current + (1 if key == Qt.Key.Key_J else -1))
        elif key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.all_toggled.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp) or (
            key == Qt.Key.Key_PageDown
        ):
            super().keyPressEvent(event)
        else:
            event.ignore()
            return
        event.accept()

"""The table of 设置 › 快捷键: goes from key to key, records the next press as the new one."""

from PySide6.QtCore import (
    QEvent,
    QKeyCombination,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.settings.key_rows import CHANGED, MARK, REACHES, KeyRows, caps_of
from ui.support.actions import ActionSpec, key_words
from ui.support.key_rules import FIXED, MOST_STROKES, Reach
from ui.support.theme import Theme
from ui.widgets.kbd import keycap_width, paint_keycap
from ui.widgets.paint_shape import fill_box, paint_focus, stroke_box
from ui.widgets.paint_text import draw_line
from weibo_operator.translation import tr

Index = QModelIndex | QPersistentModelIndex
ROW, PAD, GAP = 36, 12, 4
WIDTHS = (0, 150, 170, 60)
CHORD_MSEC = 1200
"""So long a second stroke (G, then I) is waited for."""
PRESS = tr("按下新的键……")
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SILENT = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
    Qt.Key.Key_unknown,
)
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -9999,
    Qt.Key.Key_End: 9999,
}


class KeyTable(QTableView):
    """Arrows go from key to key, Enter or a click records; meanwhile every press is a key, Esc and Backspace aside."""

    recorded = Signal(str, object, str)
    """The action, the reach, and the sequence pressed; an empty one takes the key away."""
    recording = Signal(bool)
    reset_asked = Signal(str)
    """Back to the keys the action came with."""

    def __init__(self, theme: Theme, rows: KeyRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = rows
        self.is_recording = False
        self.strokes: list[str] = []
        self._chord = QTimer(self)
        self._chord.setSingleShot(True)
        self._chord.setInterval(CHORD_MSEC)
        self._chord.timeout.connect(self._finish)
        self.setModel(rows)
        self.setItemDelegate(KeyDelegate(theme, self))
        self._settle()
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def chosen(self) -> tuple[str, Reach] | None:
        """The action and the reach whose key is the current one."""
        index = self.currentIndex()
        row = self.rows.held(index.row())
        return (row.id, REACHES[index.column()]) if isinstance(row, ActionSpec) and index.column() in REACHES else None

    def choose(self, action: str, reach: Reach) -> None:
        """Go to a key; where the action is not shown, to the first there is."""
        row = self.rows.place_of(action)
        column = next(column for column, where in REACHES.items() if where is reach)
        self.setCurrentIndex(self.rows.index(max(row, 0), column))
        self._step(0)

    def record(self) -> None:
        """Take the next press for the current key."""
        if self.chosen is not None and not self.is_recording:
            self._listen(on=True)

    def stop(self) -> None:
        """Give recording up."""
        if self.is_recording:
            self._listen(on=False)

    @Slot()
    def _restyle(self) -> None:
        theme, heads = self._theme, self.horizontalHeader()
        heads.setFont(theme.font("secondary"))
        heads.setFixedHeight(theme.px(ROW))
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        for column, width in enumerate(WIDTHS):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            heads.setSectionResizeMode(column, mode)
            if width:
                heads.resizeSection(column, theme.px(width))
        self.setMinimumHeight(theme.px(6 * ROW))
        self.viewport().update()

    @Slot()
    def _finish(self) -> None:
        """The sequence is whole."""
        chosen, keys = self.chosen, ", ".join(self.strokes)
        self._listen(on=False)
        if chosen is not None:
            self.recorded.emit(*chosen, keys)

    def event(self, event: QEvent) -> bool:
        """While recording every key is this table's, those that move the focus and those of the window too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self.is_recording or _is_own(event):
                event.accept()
                return True
        elif self.is_recording and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._take(event)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go about, record by Enter, take away by Backspace, restore by R."""
        key, chosen = Qt.Key(event.key()), self.chosen
        if not _is_own(event) or chosen is None:
            event.ignore()
        elif key in STEPS:
            self._step(STEPS[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.choose(chosen[0], Reach.LISTED if key == Qt.Key.Key_Left else Reach.ANYWHERE)
        elif event.isAutoRepeat():
            event.accept()
        elif key in ENTER:
            self.record()
        elif key == Qt.Key.Key_R:
            self.reset_asked.emit(chosen[0])
        else:
            self.recorded.emit(*chosen, "")

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another key: what was begun for the one before is given up."""
        self.stop()
        super().currentChanged(current, previous)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is pressed now goes elsewhere."""
        self.stop()
        super().focusOutEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a key records it anew."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self.record()

    def _take(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in SILENT or event.isAutoRepeat():
            return
        takes_away = key == Qt.Key.Key_Backspace and not self.strokes
        is_whole = key in ENTER and bool(self.strokes)
        if plain and key == Qt.Key.Key_Escape:
            self.stop()
        elif plain and (takes_away or is_whole):
            self._finish()
        else:
            self.strokes.append(stroke_of(event))
            bare = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            waits = bare and event.text().isprintable() and bool(event.text()) and self._reach() is Reach.LISTED
            if waits and len(self.strokes) < MOST_STROKES:
                self._chord.start()
                self.viewport().update()
            else:
                self._finish()

    def _reach(self) -> Reach | None:
        return None if self.chosen is None else self.chosen[1]

    def _listen(self, *, on: bool) -> None:
        self._chord.stop()
        self.is_recording = on
        self.strokes = []
        self.viewport().update()
        self.recording.emit(on)

    def _step(self, by: int) -> None:
        """Go on by so many rows, over the groups' names."""
        current, last = self.currentIndex(), self.rows.rowCount() - 1
        row = min(max(current.row() + by, 0), last)
        beyond = range(row, last + 1) if by >= 0 else range(row, -1, -1)
        back = range(row, -1, -1) if by >= 0 else range(row, last + 1)
        found = next((each for each in (*beyond, *back) if isinstance(self.rows.held(each), ActionSpec)), -1)
        if found >= 0:
            self.setCurrentIndex(self.rows.index(found, max(current.column(), 1)))
            if found <= 1:
                self.scrollToTop()

    def _settle(self) -> None:
        self.setProperty("frame", "card")
        self.setAccessibleName(tr("全部动作和它们的键"))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)


class KeyDelegate(QStyledItemDelegate):
    """Titles, keycaps, the ring around the current key, what is pressed while recording."""

    def __init__(self, theme: Theme, table: KeyTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return one row's height."""
        return QSize(0, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme = self._theme
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        row = self._table.rows.held(index.row())
        band = rect.adjusted(theme.px(PAD), 0, -theme.px(GAP), 0)
        painter.save()
        if isinstance(row, str):
            painter.fillRect(rect, theme.color("subtle"))
            if index.column() == 0:
                draw_line(painter, band, row, theme.font("secondary", 600), theme.color("text2"))
        elif isinstance(row, ActionSpec):
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("divider"))
            self._paint_action(painter, rect, band, row, index)
        painter.restore()

    def _paint_action(self, painter: QPainter, rect: QRectF, band: QRectF, row: ActionSpec, index: Index) -> None:
        theme, column = self._theme, index.column()
        if column == 0:
            draw_line(painter, band, row.title, theme.font("body"), theme.color("text"))
        elif column == MARK and self._table.rows.is_changed(row):
            draw_line(painter, band, CHANGED, theme.font("meta"), theme.color("info_text"))
        elif column in REACHES:
            current = index == self._table.currentIndex()
            box = rect.adjusted(2, 2, -2, -3)
            if current and self._table.is_recording:
                fill_box(painter, box, theme.size("radius_button"), theme.color("accent_subtle"))
                words = " ".join(map(key_words, self._table.strokes)) or PRESS
                draw_line(painter, band, words, theme.font("body"), theme.color("accent_text"))
            else:
                self._paint_caps(painter, band, row, REACHES[column])
            if current and self._table.hasFocus():
                paint_focus(painter, theme, box, theme.size("radius_button"))
            elif current:  # the field above it, or the question about it, has the keys
                stroke_box(painter, box, theme.size("radius_button"), theme.color("control"))

    def _paint_caps(self, painter: QPainter, band: QRectF, row: ActionSpec, reach: Reach) -> None:
        theme, left = self._theme, band.left()
        caps = caps_of(row, reach)
        if not caps:
            draw_line(painter, band, "—", theme.font("body"), theme.color("text3"))
        for keys in caps:
            width = keycap_width(theme, keys)
            tone = "disabled" if row.id in FIXED else "plain"
            paint_keycap(painter, theme, QRectF(left, band.top(), width, band.height()), keys, tone)
            left += width + theme.px(GAP)


def stroke_of(event: QKeyEvent) -> str:
    """A press as a key sequence is written. A sign that takes Shift to type is that sign: ?, not Shift+?."""
    key = Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    letter = Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9
    if Qt.Key.Key_Space < key <= Qt.Key.Key_AsciiTilde and not letter:
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(held, key)).toString()


def _is_own(event: QKeyEvent) -> bool:
    own = (*ENTER, *STEPS, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_R)
    return event.key() in own and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier

"""The conversation view: rows from top to bottom, newest in sight; long threads page by page."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.reply.conversation_paint import RowPainter
from ui.reply.rows import Leaving, Older, Quote, Row, Said, spoken
from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.paint_shape import paint_focus
from weibo_operator.domain.said import link_words
from weibo_operator.translation import tr

Index = QModelIndex | QPersistentModelIndex
SIDE = 20
TOP = 16
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ConversationModel(QAbstractTableModel):
    """The rows shown, and which of them are unfolded."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._opened: set[Row] = set()

    def show_rows(self, rows: Sequence[Row], *, keep: bool) -> None:
        """Show other rows; ``keep`` remembers what was unfolded."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._opened = {row for row in self._opened if row in self._rows} if keep else set()
        self.endResetModel()

    def replace_last(self, row: Row) -> None:
        """Show other words in the last row."""
        number = len(self._rows) - 1
        self._rows = (*self._rows[:-1], row)
        self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def tell_again(self, rows: Sequence[Row]) -> None:
        """Show other words in the rows that changed."""
        before, self._rows = self._rows, tuple(rows)
        self._opened = {now for was, now in zip(before, rows, strict=True) if was in self._opened}
        for number, (was, now) in enumerate(zip(before, rows, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def row(self, number: int) -> Row:
        """Return one row."""
        return self._rows[number]

    def is_open(self, row: Row) -> bool:
        """Tell whether a row is unfolded."""
        return row in self._opened

    def toggle(self, number: int) -> None:
        """Fold or unfold a row."""
        self._opened ^= {self._rows[number]}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words for screen readers; the delegate reads the row itself."""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return spoken(self._rows[index.row()])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be walked through, never edited."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag.NoItemFlags


class _RowDelegate(QStyledItemDelegate):
    """Hands rows to the painter."""

    def __init__(self, theme: Theme, painter: RowPainter, model: ConversationModel) -> None:
        super().__init__(model)
        self._theme = theme
        self._painter = painter
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row, and the focus ring on the current one."""
        row = self._model.row(index.row())
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        view = option.widget  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        side = self._theme.px(SIDE)
        if index.row() == 0:
            rect.setTop(rect.top() + self._theme.px(TOP))
        if isinstance(view, ConversationView) and index.row() == self._model.rowCount() - 1:
            rect.setBottom(rect.bottom() - view.kept_clear)
        painter.save()
        self._painter.paint(painter, row, rect.adjusted(side, 0, -side, 0), opened=self._model.is_open(row))
        if isinstance(view, ConversationView) and view.hasFocus() and view.currentIndex() == index:
            paint_focus(painter, self._theme, rect.adjusted(8, -4, -8, -6), self._theme.size("radius_row"))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """The view sets heights itself."""
        return QSize(0, 0)


class ConversationView(QTableView):
    """Shows rows; Enter or a click unfolds, Ctrl+C copies a message. Bare letters belong to the window."""

    older_asked = Signal()
    """The operator wants to see the messages before the first one."""

    link_asked = Signal(str)
    """A link of a message is to be opened."""
    behalf_asked = Signal()
    """This is asked for somebody else."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = ConversationModel(self)
        self._painter = RowPainter(theme)
        self._measured = -1
        self._kept_clear = 0
        self._is_unseen = False
        self._released = QPointF()
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(theme, self._painter, self._rows))
        self._settle()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._measure)
        self.clicked.connect(self._click)
        self.activated.connect(self._unfold)
        theme.changed.connect(self._remeasure)

    @property
    def is_unseen(self) -> bool:
        """Other rows were brought and have not been painted yet: nothing jumps wherever they are put."""
        return self._is_unseen

    @property
    def kept_clear(self) -> int:
        """The pixels left free below the newest row."""
        return self._kept_clear

    def keep_clear(self, pixels: int) -> None:
        """Leave room below the newest row for what stands over it, as long as these rows are shown."""
        if pixels != self._kept_clear and self._rows.rowCount():
            self._kept_clear = pixels
            self._set_height(self._rows.rowCount() - 1)
            self._go_to_end()

    def show_rows(self, rows: Sequence[Row], *, keep: bool) -> None:
        """Show rows: at their end, or with ``keep`` where the operator was unless that was the end."""
        if not keep:
            self._is_unseen, self._kept_clear = True, 0
        bar = self.verticalScrollBar()
        at_end, place = bar.value() >= bar.maximum() - 4, bar.value()
        current = self.currentIndex().row()
        self._rows.show_rows(rows, keep=keep)
        self._measured = -1
        self._measure()
        if keep and 0 <= current < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(current, 0))
        if keep and not at_end:
            bar.setValue(place)
        else:
            self._go_to_end()

    def tell_again(self, rows: Sequence[Row]) -> None:
        """Show the same rows in the words of another moment: cursor, scroll place and what is unfolded stay."""
        if len(rows) != self._rows.rowCount():
            self.show_rows(rows, keep=True)
        else:
            self._rows.tell_again(rows)

    def replace_leaving(self, row: Leaving) -> None:
        """Count down above the reply that is on its way, where one is shown."""
        number = self._rows.rowCount() - 1
        if number >= 0 and isinstance(self._rows.row(number), Leaving):
            self._rows.replace_last(row)

    def show_older(self, rows: Sequence[Row]) -> None:
        """Show rows that begin earlier: what is in sight stays in sight, the cursor on the row it was on."""
        bar = self.verticalScrollBar()
        from_end = bar.maximum() - bar.value()
        added = len(rows) - self._rows.rowCount()
        current = self.currentIndex().row()
        self._rows.show_rows(rows, keep=True)
        self._measure()
        self.updateGeometries()
        if current >= 0:
            self.setCurrentIndex(self._rows.index(current + added, 0))
        bar.setValue(bar.maximum() - from_end)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, never a search."""

    def event(self, event: QEvent) -> bool:
        """Enter belongs to a row that can be unfolded; elsewhere it is the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            index = self.currentIndex()
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
            if plain and event.key() in ENTER and index.isValid() and _can_open(self._rows.row(index.row())):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the current message with Ctrl+C, unfold with Enter."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_current()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember where a click was: a link's chip is only a part of its row."""
        self._released = event.position()
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the message under the pointer."""
        index = self.indexAt(event.pos())
        row = self._rows.row(index.row()) if index.isValid() else None
        if isinstance(row, Said):
            self.setCurrentIndex(index)
            menu = QMenu(self)
            menu.addAction(tr("复制这条消息")).triggered.connect(self._copy_current)
            for link in row.links:
                menu.addAction(tr("打开链接 {0}", link_words(link))).triggered.connect(
                    partial(self.link_asked.emit, link)
                )
            keys = self._theme.keys.said(anywhere("on_behalf"))
            menu.addAction(tr("这是替谁问的……\t{0}", keys)).triggered.connect(self.behalf_asked)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """From now on the rows are seen where they are."""
        self._is_unseen = False
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again for another width; keep the end in sight if it was."""
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        super().resizeEvent(event)
        if self.viewport().width() != self._measured:
            self._measure()
        if at_end:
            self._go_to_end()

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        """A click on a link's chip opens it, elsewhere it unfolds the row."""
        row = self._rows.row(index.row())
        link = self._painter.link_at(row, self._area_of(index), self._released) if isinstance(row, Said) else ""
        if link:
            self.link_asked.emit(link)
        elif not isinstance(row, Said) or row.message.chain:
            self._unfold(index)

    @Slot(QModelIndex)
    def _unfold(self, index: QModelIndex) -> None:
        row = self._rows.row(index.row())
        if isinstance(row, Older):
            self.older_asked.emit()
            return
        if isinstance(row, Said) and row.links and not row.message.chain:
            self.link_asked.emit(row.links[0])
            return
        if not _can_open(row):
            return
        self._rows.toggle(index.row())
        self._set_height(index.row())
        self.viewport().update()

    def _go_to_end(self) -> None:
        """The scroll bar learns of other heights later than they are set: its end would be the one before."""
        self.updateGeometries()
        self.scrollToBottom()

    @Slot()
    def _remeasure(self) -> None:
        self._measured = -1
        self._later.start()

    @Slot()
    def _measure(self) -> None:
        self._measured = self.viewport().width()
        for number in range(self._rows.rowCount()):
            self._set_height(number)
        self.viewport().update()

    @Slot()
    def _copy_current(self) -> None:
        index = self.currentIndex()
        row = self._rows.row(index.row()) if index.isValid() else None
        if isinstance(row, Said):
            QGuiApplication.clipboard().setText(row.message.text)

    def _area_of(self, index: QModelIndex) -> QRectF:
        """The area a row is painted in."""
        side = self._theme.px(SIDE)
        top = self._theme.px(TOP) if index.row() == 0 else 0
        return QRectF(self.visualRect(index)).adjusted(side, top, -side, 0)

    def _set_height(self, number: int) -> None:
        row = self._rows.row(number)
        width = self.viewport().width() - 2 * self._theme.px(SIDE)
        height = self._painter.height(row, max(120, width), opened=self._rows.is_open(row))
        above = self._theme.px(TOP) if number == 0 else 0
        below = self._kept_clear if number == self._rows.rowCount() - 1 else 0
        self.verticalHeader().resizeSection(number, above + height + below)

    def _settle(self) -> None:
        header = self.verticalHeader()
        header.hide()
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName(tr("对话"))


def _can_open(row: Row) -> bool:
    """Tell whether a row does something when it is activated."""
    if isinstance(row, Said):
        return bool(row.message.chain or row.links)
    return isinstance(row, Older | Quote)

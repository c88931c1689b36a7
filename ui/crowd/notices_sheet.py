"""公开提醒: all notices, with how many customers got each link."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.crowd.delegates import NoticeDelegate
from ui.crowd.words import NOTICE_COLUMNS, notice_rows, notice_spoken, room_words
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.label import TextLabel
from ui.widgets.sheet import Sheet
from weibo_operator.domain.crowd import Notice
from weibo_operator.domain.operations import Changes
from weibo_operator.translation import tr

WIDTH = 860
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
HINT = tr("提醒由你自己发到微博，程序只提供链接")


class NoticesSheet(Sheet):
    """Enter opens a notice."""

    notice_chosen = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("公开提醒"), WIDTH)
        self._context = context
        theme = context.theme
        rows = GroupedRows(self._spoken, _number_of)
        self.list = CardList(theme, rows, NoticeDelegate(theme, context.operator.desk.now), tr("公开提醒"))
        self._heads = ColumnHeads(theme, NOTICE_COLUMNS)
        self._pages = QStackedWidget()
        self._open_button = KeyButton(theme, tr("打开"), keys="↵", variant="primary")
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heads)
        column.addWidget(self.list, 1)
        self._pages.addWidget(filled)
        self.empty = EmptyState(theme)
        self._pages.addWidget(self.empty)
        self.frame.body.setContentsMargins(0, 0, 0, 0)
        self.frame.body.addWidget(self._pages, 1)
        self._hint = TextLabel(theme, HINT, "secondary", "text2")
        self.frame.fill_foot([self._hint], [self._open_button])
        self.list.opened.connect(self._open)
        self.list.widened.connect(self._heads.set_room)
        self._open_button.clicked.connect(self._open_current)
        context.news.changed.connect(self._hear)

    def open_list(self) -> None:
        """Show the notices as they are now."""
        self._show()
        if self.isHidden():
            self.open_over()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen notice."""
        if event.key() in ENTER:
            self._open_current()
            event.accept()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _open(self, notice: object) -> None:
        if isinstance(notice, Notice):
            self.close_over()
            self.notice_chosen.emit(notice)

    @Slot()
    def _open_current(self) -> None:
        self._open(self.list.current)

    @Slot(object)
    def _hear(self, _changes: Changes) -> None:
        if not self.isHidden():
            self._show()

    def _show(self) -> None:
        found = self._context.operator.notices.listed()
        room = room_words(self._context.operator.notices.broadcast_room())
        self._hint.setText(tr("{0}。{1}", HINT, room) if room else HINT)
        keys = self._context.theme.keys.said(in_lists("crowd"))
        words = tr("有好几位客户说同一件事时，按 {0} 看这一类，\n再按 P 拟一条公开提醒", keys)
        self.empty.show_message("megaphone", tr("还没有公开提醒"), words)
        self._pages.setCurrentIndex(0 if found else 1)
        self._open_button.setEnabled(bool(found))
        self.list.show_rows(notice_rows(found))

    def _spoken(self, record: object) -> str:
        return notice_spoken(record, self._context.operator.desk.now()) if isinstance(record, Notice) else ""


def _number_of(record: object) -> int | None:
    return record.id if isinstance(record, Notice) else None

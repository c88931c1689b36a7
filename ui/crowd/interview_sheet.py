"""问答场: its questions and answers, answering in rotation, its end, its minutes (mission G14)."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from ui.crowd.delegates import QuestionDelegate
from ui.crowd.interview_words import (
    QUESTION_COLUMNS,
    interview_parts,
    interview_title,
    minutes_name,
    question_rows,
    question_spoken,
)
from ui.crowd.sheet_keys import act_on
from ui.support import file_dialogs
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.sheet import Sheet
from weibo_operator.domain.errors import NotFoundError, OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.interview import Interview, OpenedInterview, Question
from weibo_operator.domain.operations import Changes
from weibo_operator.translation import tr

WIDTH = 900
EMPTY = tr("导入、粘贴或同步这条微博的评论，提问就到这里")
KINDS = tr("表格 (*.xlsx);;文本 (*.txt)")


class InterviewSheet(Sheet):
    """Enter opens a question's ticket; ← → show the other sessions."""

    ticket_chosen = Signal(object)
    serve_asked = Signal(object)
    end_asked = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("问答场"), WIDTH)
        self._context = context
        self._host = host
        self._opened: OpenedInterview | None = None
        theme = context.theme
        rows = GroupedRows(self._spoken, _key_of)
        self.list = CardList(theme, rows, QuestionDelegate(theme, context.operator.desk.now), tr("提问"))
        self._heads = ColumnHeads(theme, QUESTION_COLUMNS)
        self._pages = QStackedWidget()
        self._empty = EmptyState(theme)
        self.names = QCheckBox(tr("纪要写出昵称"))
        self.page_button = KeyButton(theme, tr("原帖"), icon="external-link", keys="O")
        self.save_button = KeyButton(theme, tr("导出纪要"), icon="download", keys="S")
        self.end_button = KeyButton(theme, tr("结束这一场"), keys="E")
        self.serve_button = KeyButton(theme, tr("轮流回答"), keys="N", variant="primary")
        self._lay_out()
        self._connect()

    @property
    def opened(self) -> OpenedInterview | None:
        """What is shown, None while closed."""
        return None if self.isHidden() else self._opened

    def open_for(self, interview: Interview) -> None:
        """Show a session as it is now."""
        self._show(self._context.operator.interviews.opened(interview.id))
        if self.isHidden():
            self.open_over()
            self._choose_first()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, N serves, E ends, S saves the minutes, O opens the post, left and right change the session."""
        letters = {
            Qt.Key.Key_N: self._serve,
            Qt.Key.Key_E: self._end,
            Qt.Key.Key_S: self.save,
            Qt.Key.Key_O: self._open_page,
        }
        if not act_on(event, letters, self._step, self._open_current):
            super().keyPressEvent(event)

    @Slot()
    def save(self) -> None:
        """导出纪要: where to, then one file."""
        if self._opened is None:
            return
        interview = self._opened.interview
        offered = Path.home() / minutes_name(interview)
        chosen = file_dialogs.choose_place(self._host, tr("导出问答纪要"), offered, KINDS)
        if chosen is None:
            return
        try:
            self._context.operator.interviews.save_minutes(interview.id, chosen, unmasked=self.names.isChecked())
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.notice.emit(tr("问答纪要存好了：{0}", chosen.name))

    @Slot(object)
    def _open(self, question: object) -> None:
        if isinstance(question, Question):
            self.close_over()
            self.ticket_chosen.emit(question.ticket)

    def _open_current(self) -> None:
        self._open(self.list.current)

    @Slot()
    def _serve(self) -> None:
        if self._opened is not None and self.serve_button.isEnabled():
            self.close_over()
            self.serve_asked.emit(self._opened.interview)

    @Slot()
    def _end(self) -> None:
        if self._opened is not None and self._opened.interview.is_running:
            self.end_asked.emit(self._opened.interview)

    @Slot()
    def _open_page(self) -> None:
        if self._opened is not None and not self._context.desktop.open_page(self._opened.interview.link):
            self._context.news.notice.emit(tr("浏览器没有打开。请在微博上自己找这一条。"))

    @Slot(object)
    def _hear(self, _changes: Changes) -> None:
        if self.isHidden() or self._opened is None:
            return
        try:
            self._show(self._context.operator.interviews.opened(self._opened.interview.id))
        except NotFoundError:  # its beginning was undone
            self.close_over()

    def _choose_first(self) -> None:
        if self._opened is not None and self._opened.questions:
            self.list.choose(next(_key_of(row) for row in question_rows(self._opened) if isinstance(row, Question)))

    def _step(self, step: int) -> None:
        others = self._context.operator.interviews.listed()
        shown = None if self._opened is None else self._opened.interview.id
        place = next((place for place, one in enumerate(others) if one.id == shown), 0)
        if len(others) > 1:
            self._show(self._context.operator.interviews.opened(others[(place + step) % len(others)].id))

    def _show(self, opened: OpenedInterview) -> None:
        self._opened = opened
        running = opened.interview.is_running
        self.frame.set_title(
            interview_title(opened.interview), interview_parts(opened, self._context.operator.desk.now())
        )
        self.list.show_rows(question_rows(opened))
        self._empty.show_message("message-circle", tr("还没有人提问"), EMPTY if running else "")
        self._pages.setCurrentIndex(0 if opened.questions else 1)
        self.end_button.setEnabled(running)
        self.serve_button.setEnabled(running and bool(opened.open))

    def _spoken(self, record: object) -> str:
        now = self._context.operator.desk.now()
        return question_spoken(record, now) if isinstance(record, Question) else ""

    def _lay_out(self) -> None:
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heads)
        column.addWidget(self.list, 1)
        self._pages.addWidget(filled)
        self._pages.addWidget(self._empty)
        self.frame.body.setContentsMargins(0, 0, 0, 0)
        self.frame.body.addWidget(self._pages, 1)
        self.names.setToolTip(tr("不勾时昵称只留第一个字，文中的 @ 和长号码隐去"))
        self.frame.fill_foot([self.names], [self.page_button, self.save_button, self.end_button, self.serve_button])

    def _connect(self) -> None:
        self.list.opened.connect(self._open)
        self.list.widened.connect(self._heads.set_room)
        self.serve_button.clicked.connect(self._serve)
        self.end_button.clicked.connect(self._end)
        self.save_button.clicked.connect(self.save)
        self.page_button.clicked.connect(self._open_page)
        self._context.news.changed.connect(self._hear)


def _key_of(record: object) -> tuple[TicketId, datetime] | None:
    return (record.ticket, record.asked_at) if isinstance(record, Question) else None

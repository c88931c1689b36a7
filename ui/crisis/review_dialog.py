"""复盘: which missed or late ticket it began with, why, what was done, what changes, who and by when (mission B12)."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.crisis.commands import CrisisCommands
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.support.texts import sentence
from ui.support.when import parse_when
from ui.widgets.button import KeyButton
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.clock import china_day
from weibo_operator.domain.crisis_case import MissedTicket, Review
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.services.wording import clock_words, duration_words
from weibo_operator.translation import for_others, tr

FIELD_HEIGHT = 58  # two lines


class ReviewDialog(FormDialog):
    """Takes the post-mortem of one crisis; the first missed or late ticket is chosen beforehand."""

    def __init__(self, context: Context, commands: CrisisCommands, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("危机复盘"), tr("保存复盘"), width=640)
        self._context = context
        self._commands = commands
        self._ticket: TicketId | None = None
        self._candidates: list[TicketId | None] = []
        self._began: list[Callable[[], str]] = []
        """What is said of each candidate, in the language of the moment."""
        self.missed = QComboBox()
        self.missed.setAccessibleName(tr("从哪张工单开始"))
        self.cause = self._field(tr("原因"), tr("为什么会变成危机，写事实"))
        self.done = self._field(tr("我们做了什么"), tr("按时间写"))
        self.change = self._field(tr("以后改什么"), tr("流程、人手、话术、产品"))
        self.owner = QLineEdit()
        self.owner.setAccessibleName(tr("负责人"))
        self.due = QLineEdit()
        self.due.setAccessibleName(tr("完成日期"))
        self.due.setPlaceholderText(tr("下周五、12-1"))
        self.copy_button = KeyButton(context.theme, tr("复制文字"), icon="copy", height="control_32")
        self.copy_button.clicked.connect(self._copy)
        self._lay_out()
        self.submitted.connect(self._save)

    def open_for(self, ticket: TicketId) -> None:
        """Show the post-mortem of a ticket's crisis, or an empty one with the ticket it may have begun with."""
        view = self._context.operator.crises.view(ticket)
        if view is None:
            keys = self._context.theme.keys.said(in_lists("crisis_confirm"))
            self._context.news.notice.emit(tr("这张工单没有危机记录，先按 {0} 确认为危机。", keys))
            return
        self._ticket = ticket
        found = self._context.operator.crises.missed(ticket)
        stored = view.review
        self._offer(found, None if stored is None else stored.missed_ticket)
        chosen: TicketId | None = found[0].ticket if found else None
        if stored is not None:
            chosen = stored.missed_ticket
        self.missed.setCurrentIndex(self._candidates.index(chosen))
        values = ("", "", "") if stored is None else (stored.cause, stored.done, stored.change)
        for field, text in zip((self.cause, self.done, self.change), values, strict=True):
            field.setPlainText(text)
        self.owner.setText("" if stored is None else stored.owner)
        self.due.setText("" if stored is None or stored.due_on is None else f"{stored.due_on:%Y-%m-%d}")
        self.frame.set_title(tr("危机复盘"), (f"@{view.row.nickname}", tr("工单 #{0}", ticket)))
        self.say(tr("对照清单的时间来写"))
        self.open_over()
        self.cause.setFocus(Qt.FocusReason.PopupFocusReason)

    def text(self) -> str:
        """The post-mortem as plain text, for a chat or a mail."""
        with for_others():
            parts = (
                (tr("从哪里开始"), self._began[self.missed.currentIndex()]() if self._began else ""),
                (tr("原因"), self.cause.toPlainText()),
                (tr("我们做了什么"), self.done.toPlainText()),
                (tr("以后改什么"), self.change.toPlainText()),
                (tr("负责人"), self.owner.text()),
                (tr("完成日期"), self.due.text()),
            )
            return "\n".join(tr("{0}：{1}", name, value.strip()) for name, value in parts if value.strip())

    @Slot()
    def _copy(self) -> None:
        self._context.desktop.copy(self.text())
        self.say(tr("复盘的文字已复制"))

    @Slot()
    def _save(self) -> None:
        due = self._due()
        if due is None and self.due.text().strip():
            self.say(tr("没看懂这个日期，试试“下周五”“12-1”"), wrong=True)
            return
        if self._ticket is None:
            return
        review = Review(
            missed_ticket=self._candidates[self.missed.currentIndex()],
            cause=self.cause.toPlainText(),
            done=self.done.toPlainText(),
            change=self.change.toPlainText(),
            owner=self.owner.text(),
            due_on=due,
        )
        wrong: OperatorError | None = self._commands.save_review(self._ticket, review)
        if wrong is not None:
            self.say(sentence(wrong), wrong=True)
            return
        self.close_over()

    def _due(self) -> date | None:
        moment = parse_when(self.due.text(), self._context.operator.desk.now())
        return None if moment is None else china_day(moment)

    def _offer(self, found: Sequence[MissedTicket], stored: TicketId | None) -> None:
        now = self._context.operator.desk.now()
        self.missed.clear()
        self._candidates = [each.ticket for each in found]
        self._began = [partial(missed_words, each, now) for each in found]
        if stored is not None and stored not in self._candidates:
            self._candidates.append(stored)
            self._began.append(partial("#{}".format, stored))
        self._candidates.append(None)
        self._began.append(no_missed_words)
        self.missed.addItems([words() for words in self._began])

    def _field(self, name: str, hint: str) -> WritingField:
        field = WritingField()
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        field.setTabChangesFocus(True)
        field.setFixedHeight(self._theme.px(FIELD_HEIGHT))
        return field

    def _lay_out(self) -> None:
        body = self.frame.body
        body.setSpacing(6)
        self.missed.setMinimumContentsLength(20)
        self.missed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for title, field in (
            (tr("从哪张漏回、晚回的工单开始（自动找的，可以改）"), self.missed),
            (tr("原因"), self.cause),
            (tr("我们做了什么"), self.done),
            (tr("以后改什么"), self.change),
        ):
            body.addWidget(TextLabel(self._theme, title, "secondary", "text2"))
            body.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(12)
        for title, field in ((tr("负责人"), self.owner), (tr("完成日期"), self.due)):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(TextLabel(self._theme, title, "secondary", "text2"))
            column.addWidget(field)
            row.addLayout(column, 1)
        row.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignBottom)
        body.addLayout(row)


def no_missed_words() -> str:
    """The crisis began otherwise."""
    return tr("不是从漏回、晚回开始的")


def missed_words(missed: MissedTicket, now: datetime) -> str:
    """One ticket that may have been the beginning: whose, when, and how late it was answered."""
    after = missed.answered_after
    late = tr("一直没回") if after is None else tr("{0} 才回", duration_words(after))
    words = " ".join(missed.text.split())[:16]
    when = clock_words(missed.opened_at, now)
    return tr("#{0} @{1} {2}，{3}：{4}", missed.ticket, missed.nickname, when, late, words)

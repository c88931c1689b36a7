"""What the operator does about crises, from the page, the sheet, the banner and the keys alike."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.support import file_dialogs
from ui.support.context import Context
from ui.support.crisis_steps import shown_steps
from ui.support.texts import sentence
from weibo_operator.domain.clock import china
from weibo_operator.domain.crisis_case import CrisisRow, Review
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.operations import Outcome
from weibo_operator.translation import label, tr


class CrisisCommands(QObject):
    """Carries out one decision each; a failure is said in a notice. Nothing here sends anything."""

    dismiss_wanted = Signal(object)
    """(ticket): 不是危机 asks for its reason."""
    review_wanted = Signal(object)
    """(ticket): the post-mortem's form is wanted."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host

    @Slot(object)
    def confirm(self, ticket: TicketId) -> None:
        """确认为危机."""
        try:
            outcome = self._context.operator.crises.confirm(ticket)
        except OperatorError as error:
            self._fail(error)
            return
        if outcome.operation is None:
            self._context.news.notice.emit(tr("已经确认为危机了。"))
        else:
            self._done(outcome, tr("@{0} 确认为危机，按清单一步步来", outcome.value.nickname))

    @Slot(object)
    def ask_dismiss(self, ticket: TicketId) -> None:
        """不是危机: the reason is asked first."""
        row = self._context.operator.crises.row(ticket)
        if row is None:
            self._context.news.notice.emit(tr("这张工单没有危机信号。"))
        else:
            self.dismiss_wanted.emit(ticket)

    def dismiss(self, ticket: TicketId, reason: str) -> None:
        """不是危机, with its reason."""
        try:
            outcome = self._context.operator.crises.dismiss(ticket, reason)
        except OperatorError as error:
            self._fail(error)
            return
        self._done(outcome, tr("@{0} 记为不是危机：{1}", outcome.value.nickname, label(reason)))

    @Slot(object)
    def close(self, ticket: TicketId) -> None:
        """危机结束."""
        try:
            outcome = self._context.operator.crises.close(ticket)
        except OperatorError as error:
            self._fail(error)
            return
        self._done(outcome, tr("@{0} 的危机已结束", outcome.value.nickname))

    def tick(self, ticket: TicketId, key: str, *, done: bool) -> None:
        """Tick a step, or take the tick back."""
        try:
            outcome = self._context.operator.crises.tick(ticket, key, done=done)
        except OperatorError as error:
            self._fail(error)
            return
        step = next(each for each in shown_steps(self._context) if each.key == key)
        self._done(outcome, tr("{0}：{1}", tr("做完") if done else tr("还没做"), step.title))

    def save_review(self, ticket: TicketId, review: Review) -> OperatorError | None:
        """Store the post-mortem; returns what is wrong with it, which the form then says."""
        try:
            outcome = self._context.operator.crises.save_review(ticket, review)
        except OperatorError as error:
            return error
        self._done(outcome, tr("复盘已保存"))
        return None

    @Slot(object)
    def save_evidence(self, ticket: TicketId) -> None:
        """导出证据包 of any ticket, a crisis or not: where to, then one zip."""
        operator = self._context.operator
        try:
            nickname = operator.inbox.view(ticket).customer.nickname
        except OperatorError as error:
            self._fail(error)
            return
        offered = Path.home() / evidence_name(nickname, ticket, f"{china(operator.desk.now()):%Y-%m-%d}")
        chosen = file_dialogs.choose_place(self._host, tr("导出证据包"), offered, tr("压缩包 (*.zip)"))
        if chosen is None:
            return
        try:
            operator.crises.save_evidence(ticket, chosen)
        except OperatorError as error:
            self._fail(error)
            return
        self._context.news.notice.emit(tr("证据包存好了：{0}", chosen.name))

    def _done(self, outcome: Outcome[CrisisRow], words: str) -> None:
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(words)

    def _fail(self, error: OperatorError) -> None:
        self._context.news.notice.emit(sentence(error))


def evidence_name(nickname: str, ticket: TicketId, day: str) -> str:
    """The file name offered: only characters that every system takes."""
    name = "".join(character for character in nickname if character.isalnum()) or "客户"
    return f"证据包_{name}_工单{ticket}_{day}.zip"

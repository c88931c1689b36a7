"""What the operator does with hits and leads, from the pages and from the inbox alike."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.leads.words import LEAD_STATES
from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import CustomerId, MessageId, SearchId
from weibo_operator.domain.lead import Lead, LeadState
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.saved_search import SavedSearch
from weibo_operator.translation import tr


class LeadCommands(QObject):
    """Carries out one decision each; a failure is said in a notice. Nothing here writes to anybody."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def add_lead(self, customer: CustomerId, *, message: MessageId | None = None, found_by: str = "") -> None:
        """记为线索."""
        try:
            outcome = self._context.operator.leads.add(customer, message=message, found_by=found_by)
        except OperatorError as error:
            self._fail(error)
            return
        nickname = self._context.operator.leads.get(outcome.value).nickname
        if outcome.operation is None:
            self._context.news.notice.emit(tr("@{0} 已经在线索里了。", nickname))
        else:
            self._done(outcome.changes, tr("@{0} 记为线索，先观察", nickname))

    def mark_seen(self, messages: Sequence[MessageId]) -> None:
        """看过."""
        outcome = self._context.operator.searches.mark_seen(messages)
        if outcome.operation is not None:
            self._done(outcome.changes, tr("{0} 条标为看过", len(messages)))

    def mark_all_seen(self, search: SearchId) -> None:
        """全部看过."""
        try:
            outcome = self._context.operator.searches.mark_all_seen(search)
        except OperatorError as error:
            self._fail(error)
            return
        if outcome.operation is not None:
            self._done(outcome.changes, tr("这个搜索里的都标为看过"))

    def delete_search(self, search: SavedSearch) -> None:
        """Delete a search; 撤销 brings it back."""
        try:
            outcome = self._context.operator.searches.delete(search.id)
        except OperatorError as error:
            self._fail(error)
            return
        self._done(outcome.changes, tr("删除了搜索“{0}”，找到的消息都还在", search.name))

    def set_state(self, lead: Lead, state: LeadState) -> None:
        """Another state for a lead."""
        try:
            outcome = self._context.operator.leads.set_state(lead.id, state)
        except OperatorError as error:
            self._fail(error)
            return
        if outcome.operation is not None:
            self._done(outcome.changes, tr("@{0} 改为{1}", lead.nickname, LEAD_STATES[state]))

    def may_touch(self, lead: Lead) -> bool:
        """Whether the lead may be spoken to now; else says why not (mission F5)."""
        why = self._context.operator.leads.why_not(lead)
        if why:
            self._context.news.notice.emit(tr("@{0}：{1}。天数和人数在设置里改。", lead.nickname, why))
        return not why

    def _done(self, changes: Changes, words: str) -> None:
        self._context.news.tell(changes)
        self._context.news.undoable.emit(words)

    def _fail(self, error: OperatorError) -> None:
        self._context.news.notice.emit(sentence(error))

"""The operator's commands on the inbox: next, send, forward, put off, finish, levels, undo (keyboard.md)."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.reply.recall_toast import RECALLED
from ui.shell.desk_words import say_progress
from ui.shell.inbox_page import InboxPage
from ui.shell.serving import Served, ServedCrowd, ServedInterview
from ui.shell.turns import Turns
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.support.seen import Seen
from ui.support.texts import operation_label, sentence
from ui.support.window_state import WindowState
from weibo_operator.domain.errors import InvalidInputError, OperatorError
from weibo_operator.domain.ids import IntentId, TicketId
from weibo_operator.domain.interview import Interview
from weibo_operator.domain.labels import Audience, Level, State
from weibo_operator.domain.matters import Cluster
from weibo_operator.domain.operations import Changes, Operation, OperationKind
from weibo_operator.domain.reply import AfterSend
from weibo_operator.services.inbox import NextUp
from weibo_operator.services.why_words import LEVEL_NAMES
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import label, tr

_NOTHING = Changes()
CATCH_UP_MS = 20
"""Between two pieces of judging many tickets again, so that keys are answered in between."""
_REMEMBERED = 50
"""So many tickets 上一位 can go back through."""


class DeskCommands(QObject):
    """Carries out what the operator asks of the inbox page."""

    reason_wanted = Signal(object)
    """(tickets): 无需回复 asks for a reason."""
    forward_wanted = Signal(object)
    plan_wanted = Signal(object)
    labels_wanted = Signal(object)
    card_requested = Signal(object)
    """The customer whose card is to be written."""
    contact_requested = Signal(object)
    """The customer with whom we spoke."""
    behalf_requested = Signal(object)
    """The ticket of which is to be said for whom it asks."""
    serving_changed = Signal()
    """Another crowd or session is answered in rotation, or none."""
    shown = Signal()
    """Another ticket is shown, or none."""
    text_came_back = Signal(object)
    """The ticket whose reply was taken back: its text is in the editor again."""

    def __init__(self, context: Context, page: InboxPage, state: WindowState, file_key: str) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._state = state
        self._file_key = file_key
        self._before: list[TicketId] = []
        self._next: NextUp | None = None
        self._serving: Served | None = None
        self.turns = Turns(context, page, self.open_ticket, self._go_on)
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.setInterval(CATCH_UP_MS)
        self._catch_up.timeout.connect(self.tick)
        session, board = page.session, page.board
        session.after_send = state.after_send
        board.opened.connect(self.open_ticket)
        session.served.connect(self._on_served)
        session.gone.connect(self._on_gone)
        session.ticket_requested.connect(self.open_ticket)
        session.forward_requested.connect(self.forward)
        session.snooze_requested.connect(self.plan)
        session.finish_requested.connect(self.finish)
        session.no_reply_requested.connect(self.ask_no_reply)
        session.level_chosen.connect(self.set_level)
        session.card_requested.connect(self.card)
        session.contact_requested.connect(self.contact)
        session.behalf_requested.connect(self.on_behalf)
        page.top_bar.next.connect(self.next)
        page.top_bar.back.connect(self.to_board)
        context.news.changed.connect(self._on_changed)

    @property
    def current(self) -> TicketId | None:
        """The ticket a command is about, taken at the key press."""
        if self._page.in_session:
            return self._page.session.current_ticket
        return self._page.board.current

    @property
    def serving(self) -> Cluster | None:
        """The crowd whose members 下一位 is restricted to, None for everybody."""
        return self._serving.cluster if isinstance(self._serving, ServedCrowd) else None

    @property
    def interview(self) -> Interview | None:
        """The 问答场 whose askers 下一位 is restricted to, None for everybody."""
        return self._serving.interview if isinstance(self._serving, ServedInterview) else None

    @property
    def chosen(self) -> Sequence[TicketId]:
        """The marked tickets of the board, or the current one."""
        if self._page.in_session:
            return () if self.current is None else (self.current,)
        return self._page.board.chosen

    def start(self) -> None:
        """Show what was open when the program was closed, or the board."""
        self.refresh()
        undecided = self._context.operator.replies.undecided()
        kept = self._state.open_ticket(self._file_key)
        if undecided:
            self.open_ticket(undecided[0].ticket_id)
        elif kept is not None and self._context.operator.inbox.cards((kept,)):
            self.open_ticket(kept)
        else:
            self._page.show_board()

    def refresh(self, changes: Changes = _NOTHING) -> None:
        """Show what a commit changed, who is next and which ticket is open."""
        inbox = self._context.operator.inbox
        self._next = inbox.next_up()
        upcoming = None if self._next is None else self._next.card.id
        open_ticket = self._page.session.current_ticket if self._page.in_session else None
        if self._serving is not None:
            upcoming = self._serving.next_up(but=open_ticket)
        self._page.board.refresh(
            changes, open_ticket=open_ticket, next_ticket=upcoming, buffered=inbox.buffered_customers()
        )
        # Within a crowd or a session the next one is its next member: the banner says so.
        say_progress(self._context, self._page, None if self._serving is not None else self._next)

    @Slot()
    def next(self) -> None:
        """下一位: pass over the open ticket if its answer is still owed, then show who is next."""
        session = self._page.session
        ticket = session.current_ticket if self._page.in_session else None
        session.flush()
        if ticket is None or not self.turns.skip(ticket):
            self._go_on(ticket)

    def skip(self) -> None:
        """跳过并写原因: the current ticket, its reason first."""
        self.turns.ask_skip(self.current)

    def next_topic(self) -> None:
        """下一位：同一话题 as the current ticket."""
        self.turns.same_topic(self.current)

    def next_important(self) -> None:
        """下一位：重要客户."""
        self.turns.important(self.current)

    @Slot(object)
    def serve(self, cluster: Cluster) -> None:
        """轮流回答这些人: 下一位 gives members of this crowd until none waits or it is ended."""
        self._serve(ServedCrowd(self._context.operator.crowds, cluster))

    @Slot(object)
    def serve_interview(self, interview: Interview) -> None:
        """轮流回答这一场: 下一位 gives its askers until none waits or it is ended."""
        self._serve(ServedInterview(self._context.operator.interviews, interview))

    @Slot()
    def stop_serving(self) -> bool:
        """Go on with everybody; True when a crowd or a session was being answered."""
        if self._serving is None:
            return False
        self._serving = None
        self.refresh()
        self.serving_changed.emit()
        return True

    def previous(self) -> None:
        """Back to the ticket before, its draft kept."""
        if not self._before:
            self._context.news.notice.emit(tr("前面没有看过别的工单。"))
            return
        ticket = self._before.pop()
        self._show(ticket)

    @Slot(object)
    def open_ticket(self, ticket: TicketId) -> None:
        """Show a ticket in the reply session."""
        now_open = self._page.session.current_ticket if self._page.in_session else None
        if now_open is not None and now_open != ticket:
            self._before = [*self._before[-_REMEMBERED:], now_open]
        self._show(ticket)

    @Slot()
    def to_board(self) -> None:
        """看板: the panes side by side; the draft is kept."""
        self.stop_serving()
        self._page.session.flush()
        ticket = self._page.session.current_ticket
        self._page.session.clear()
        self._state.keep_open_ticket(self._file_key, None)
        self._page.show_board()
        self.refresh()
        if ticket is not None:
            self._page.board.select(ticket)
        self._page.focus_list()

    @Slot()
    def forward(self) -> None:
        """转交 the current ticket."""
        if self.current is not None and self._is_seen():
            self._page.session.flush()
            self.forward_wanted.emit(self.current)

    @Slot()
    def plan(self) -> None:
        """稍后 or 安排回访 for the current ticket."""
        if self.current is not None and self._is_seen():
            self.plan_wanted.emit(self.current)

    def labels(self) -> None:
        """Change the labels of the current ticket."""
        if self.current is not None:
            self.labels_wanted.emit(self.current)

    @Slot()
    def card(self) -> None:
        """客户卡 of the current ticket's customer."""
        if self.current is not None:
            self._page.session.flush()
            self.card_requested.emit(self._context.operator.inbox.view(self.current).customer.id)

    @Slot()
    def contact(self) -> None:
        """记一次联系 with the current ticket's customer."""
        if self.current is not None:
            self._page.session.flush()
            self.contact_requested.emit(self._context.operator.inbox.view(self.current).customer.id)

    @Slot()
    def on_behalf(self) -> None:
        """这是替谁问的: the current ticket."""
        if self.current is not None:
            self._page.session.flush()
            self.behalf_requested.emit(self.current)

    @Slot()
    def finish(self) -> None:
        """完成; while an answer is owed the reason of 无需回复 is asked instead (mission A5)."""
        ticket = self.current
        if ticket is None or not self._is_seen():
            return
        self._page.session.flush()
        try:
            outcome = self._context.operator.inbox.finish(ticket)
        except InvalidInputError:
            self.reason_wanted.emit((ticket,))
            return
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(self._visited_first(ticket) or tr("工单 #{0} 完成了", ticket))
        self._leave(ticket)

    def _is_seen(self) -> bool:
        """False when the open ticket's customer has just written: that is shown instead of deciding without it."""
        return not (self._page.in_session and self._page.session.shows_what_is_new())

    def _visited_first(self, ticket: TicketId) -> str:
        """What is said when a ticket is visited before it is finished; '' where it is not."""
        (card,) = self._context.operator.inbox.cards((ticket,))
        if card.state is not State.FOLLOW_UP or card.follow_up_at is None:
            return ""
        due = clock_words(card.follow_up_at, self._context.operator.desk.now())
        keys = self._context.theme.keys.said(in_lists("finish"))
        return tr("{0}要先回访：已安排 {1} 回访，再按一次 {2} 就直接完成", label(card.kind.value), due, keys)

    @Slot()
    def ask_no_reply(self) -> None:
        """无需回复 for the marked tickets or the current one."""
        if self.chosen and self._is_seen():
            self.reason_wanted.emit(tuple(self.chosen))

    def no_reply(self, tickets: Sequence[TicketId], reason: str, seen: Seen) -> None:
        """Close tickets that need no answer, with the reason given, unless a customer wrote after what was seen."""
        try:
            outcome = self._context.operator.inbox.no_reply(tickets, reason=reason, seen_to=seen.to)
        except OperatorError as error:
            seen.look_again(error, tickets)
            self._context.news.notice.emit(sentence(error))
            return
        self._page.board.clear_marks()
        self._context.news.tell(outcome.changes)
        many = tr("{0} 张工单", len(tickets)) if len(tickets) > 1 else tr("工单 #{0} ", tickets[0])
        self._context.news.undoable.emit(tr("{0}记为无需回复：{1}", many, label(reason)))
        self._leave(tickets[0])

    @Slot(object)
    def set_level(self, level: Level | None) -> None:
        """1–4 override the level of the marked tickets or the current one, 0 gives it back."""
        tickets = self.chosen
        if not tickets:
            return
        outcome = self._context.operator.inbox.set_levels(tickets, level)
        self._context.news.tell(outcome.changes)
        many = tr("{0} 张工单", len(tickets)) if len(tickets) > 1 else tr("工单 #{0} ", tickets[0])
        words = tr("改为 P{0} {1}", int(outcome.value[0]), LEVEL_NAMES[outcome.value[0]])
        if level is None:
            now = tr("，现在是 P{0}", int(outcome.value[0])) if len(tickets) == 1 else ""
            words = tr("交还程序判断{0}", now)
        self._context.news.undoable.emit(tr("{0}的级别{1}", many, words))

    def undo(self) -> None:
        """撤销 the last operation; a reply that was confirmed gives its text back."""
        try:
            outcome = self._context.operator.history.undo()
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        operation = outcome.value
        if operation.kind is OperationKind.SKIP:
            self.turns.taken_back()
        said = RECALLED if self._was_leaving(operation) else tr("已撤销：{0}", operation_label(operation))
        self._context.news.notice.emit(said)
        if operation.kind is OperationKind.REPLY and operation.ticket_id is not None:
            self.text_came_back.emit(operation.ticket_id)

    def _was_leaving(self, operation: Operation) -> bool:
        """A reply that the program had not sent yet was called back."""
        if operation.kind is not OperationKind.REPLY:
            return False
        return self._context.operator.outbox.get(IntentId(operation.data["intent"])).sending is not None

    def redo(self) -> None:
        """重做 what was taken back."""
        try:
            outcome = self._context.operator.history.redo()
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.notice.emit(tr("已重做：{0}", operation_label(outcome.value)))

    @Slot(object, object, str)
    def hand_over(self, ticket: TicketId, audience: Audience, text: str) -> None:
        """The holding reply of a handoff: copied at once, confirmed in the session like every reply."""
        operator = self._context.operator
        try:
            intent = operator.replies.copy(ticket, audience=audience, text=text, after=AfterSend(State.IN_PROGRESS))
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.desktop.copy(intent.text)
        self._context.desktop.open_page(intent.link)
        self._show(ticket)

    def tick(self) -> None:
        """A while has passed: bring back what is due, count the waiting times anew."""
        operator = self._context.operator
        changes = operator.inbox.wake()
        silent = operator.follow_ups.make_for_silence()
        if changes.tickets or silent.tickets:
            self._context.news.tell(Changes(changes.tickets | silent.tickets, changes.tables | silent.tables))
        else:
            self._page.board.tick()
            self.refresh()
        if self._page.in_session:
            self._page.session.tick()
        if operator.inbox.is_behind():
            # A night's sleep or a changed target: the rest follows piece by piece, keys in between.
            self._catch_up.start()

    def remember(self) -> None:
        """Keep what a restart brings back."""
        self._page.session.flush()
        ticket = self._page.session.current_ticket if self._page.in_session else None
        self._state.keep_open_ticket(self._file_key, ticket)
        self._state.keep_after_send(self._page.session.after_send)

    @Slot(object, str)
    def _on_served(self, ticket: TicketId, then: str) -> None:
        after_send = self._page.session.after_send
        self._state.keep_after_send(after_send)
        if then == "finish" or after_send.state is State.CLOSED:
            said = self._visited_first(ticket)
            if said:
                self._context.news.undoable.emit(said)
        if then == "stay":
            self._show(ticket)
            return
        if self._serving is not None:
            self._serve_next(self._serving, ticket)
            return
        found = self._context.operator.inbox.next_up()
        if found is None:
            self._all_done()
        else:
            self.open_ticket(found.card.id)

    def _go_on(self, ticket: TicketId | None) -> None:
        """Show who is next; ``ticket`` is open until then."""
        if self._serving is not None and ticket is not None:
            self._serve_next(self._serving, ticket)
            return
        found = self._context.operator.inbox.next_up()
        if found is None:
            self._all_done()
        elif found.card.id == ticket:
            self._context.news.notice.emit(tr("没有别的客户在等，就是这一位。"))
        else:
            self.open_ticket(found.card.id)

    def _serve(self, served: Served) -> None:
        found = served.next_up()
        if found is None:
            self._context.news.notice.emit(served.nobody)
            return
        self._serving = served
        self.open_ticket(found)
        self.serving_changed.emit()

    def _serve_next(self, served: Served, ticket: TicketId) -> None:
        """The next of them; when all are answered, everybody else's turn."""
        found = served.next_up(but=ticket)
        if found is not None:
            self.open_ticket(found)
        elif served.next_up() == ticket:
            self._context.news.notice.emit(served.only_one)
        else:
            self.stop_serving()
            self._context.news.notice.emit(served.done)
            self._on_served(ticket, "next")

    @Slot()
    def _on_gone(self) -> None:
        self._state.keep_open_ticket(self._file_key, None)
        self._page.show_board(take_keys=self._page.isVisible())

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        self.refresh(changes)

    def _show(self, ticket: TicketId) -> None:
        self._page.session.show_ticket(ticket)
        self._page.show_session()
        self._state.keep_open_ticket(self._file_key, ticket)
        self.refresh()
        self._page.board.select(ticket)
        self._page.session.focus_editor()
        self.shown.emit()

    def _leave(self, ticket: TicketId) -> None:
        """After a ticket is done with: the session goes on to the next customer, the board stays."""
        if self._page.in_session and self._page.session.current_ticket == ticket:
            self._on_served(ticket, "next")

    def _all_done(self) -> None:
        self._page.session.flush()
        self._page.session.clear()
        self._state.keep_open_ticket(self._file_key, None)
        self._page.show_board()
        self.refresh()
        gathered = self._context.operator.gathered.count()
        keys = self._context.theme.keys.said(in_lists("page_gathered"))
        more = tr("还有 {0} 条闲聊与广告，按 {1} 看一眼。", gathered, keys) if gathered else ""
        self._context.news.notice.emit(tr("都回复完了，没有客户在等。{0}", more))

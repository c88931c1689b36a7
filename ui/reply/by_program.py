"""The replies that the program sends itself: which road a reply takes, queueing it, and the one that is on its way."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from ui.reply.composer import Composer
from ui.reply.conversation import ConversationView
from ui.reply.outgoing_words import Answer, is_waiting, strip_words
from ui.reply.press_guard import PressGuard
from ui.reply.road import Road, advised_line, limit_line, road_of, why_words
from ui.reply.rows import leaving_row
from ui.reply.stop_line import Place, StopLine
from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.account import Account
from weibo_operator.domain.errors import NotFoundError, OperatorError, ReplyBlockedError
from weibo_operator.domain.ids import AccountId, MessageId, TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.message import Direction, Message
from weibo_operator.domain.open_platform import Delivered
from weibo_operator.domain.operations import Changes, Outcome
from weibo_operator.domain.reply import AfterSend, Hold, Intent, IntentState
from weibo_operator.services.outbox import Letter
from weibo_operator.services.routes import Route
from weibo_operator.translation import tr

TICK_MSEC = 250
"""Seconds are counted down; each is shown within a quarter of one."""
ROUTE_TABLES = frozenset({"account", "account_feature", "account_pause", "intent", "message"})


class ByProgram(QObject):
    """Knows the shown ticket's road and its reply on its way; asks nobody before the operator pressed."""

    answered = Signal(object)
    """The ``Intent`` about which the operator decided: the next customer may come."""
    returned = Signal(object)
    """The ``Intent`` that was called back: its text is the draft again."""
    road_changed = Signal()
    look_wanted = Signal(object)
    """The ``AccountId`` whose own comments are to be read for a reply of unknown outcome."""

    def __init__(self, context: Context, composer: Composer, line: StopLine, conversation: ConversationView) -> None:
        super().__init__(composer)
        self._context = context
        self._composer = composer
        self._line = line
        self._conversation = conversation
        self.guard = PressGuard()
        self._ticket: TicketId | None = None
        self._audience = Audience.PUBLIC
        self._chosen: AccountId | None = None
        self._advised: Account | None = None
        self._route = Route()
        self._intent: Intent | None = None
        self._asked: tuple[object, ...] = ()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MSEC)
        self._tick.timeout.connect(self._count_down)
        composer.outgoing.answered.connect(self._answer)
        composer.strip.account.chosen.connect(self.choose)
        context.connection.changed.connect(self._read_road)
        context.news.changed.connect(self._hear)

    @property
    def route(self) -> Route:
        """The road of a reply to the ticket and audience shown."""
        return self._route

    @property
    def road(self) -> Road:
        """What becomes of a reply that is sent now."""
        return road_of(self._route, offline=self._context.connection.offline_since is not None)

    @property
    def intent(self) -> Intent | None:
        """The reply on its way whose strip stands in the editor's place."""
        return self._intent if self._composer.question is self._composer.outgoing else None

    def check_free(self) -> None:
        """Raises ``ReplyBlockedError`` (on_its_way) while the ticket has one on its way, a mere 信息已收到 too."""
        if self._intent is not None:
            raise ReplyBlockedError(reason="on_its_way", detail="")

    def leaving(self, ticket: TicketId) -> Intent | None:
        """The ticket's reply on its way, for its bubble; None for a copied one."""
        found = self._context.operator.outbox.of_ticket(ticket)
        return None if found is None or found.sending is None else found

    def watch(self, ticket: TicketId | None) -> None:
        """Another ticket is shown; the account is chosen anew for each."""
        self._ticket, self._chosen, self._asked = ticket, None, ()
        self.refresh()
        self._read_road()

    def use_audience(self, audience: Audience) -> None:
        """Another audience is written for."""
        self._audience = audience
        self._read_road()

    def queue(
        self,
        text: str,
        *,
        after: AfterSend,
        seen: MessageId | None,
        is_ack: bool,
        open_typos: int,
        part: str = "",
    ) -> Outcome[Intent] | None:
        """Put a reply to the ticket shown into the outbox; None while it must be copied.

        Raises ``ReplyBlockedError`` like ``Outbox.queue``.
        """
        account, target = self._route.account, self._route.target
        if self._ticket is None or account is None or target is None:
            return None
        hold = Hold.NONE
        if self.road is Road.KEEP:
            hold = Hold.EXPIRED if self._route.is_expired else Hold.OFFLINE
        letter = Letter(self._ticket, account.id, target, text, after, seen, is_ack, open_typos, hold, part)
        outcome = self._context.operator.outbox.queue(letter)
        self.guard.close()
        return outcome

    def refresh(self) -> None:
        """Show the ticket's reply on its way as it stands by now, or the editor where there is none."""
        self._intent = None if self._ticket is None else self.leaving(self._ticket)
        intent, composer = self._intent, self._composer
        if intent is not None and is_waiting(intent):
            self._tick.start()
        else:
            self._tick.stop()
        shown = composer.question is composer.outgoing
        if intent is None or (not shown and self._may_write_on(intent)):
            if shown:
                self._back_to_writing()
            return
        had_keys = composer.isAncestorOf(QApplication.focusWidget() or composer.window())
        self._show(intent)
        meaning = (intent.id, intent.state, intent.is_held)
        if meaning != self._asked:
            # A key pressed for what stood here a moment ago must not answer this.
            self.guard.close()
            self._asked = meaning
        composer.show_outgoing()
        self._line.hush(on=True)
        if had_keys and not shown:
            composer.outgoing.setFocus()

    @Slot()
    def change_account(self) -> None:
        """Take the advised account where one is offered above, else choose from the menu."""
        line = self._line.line
        if self._advised is not None and line == advised_line(self._advised):
            self.choose(self._advised.id)
        else:
            self._composer.strip.account.open_menu()

    @Slot(object)
    def choose(self, account: AccountId) -> None:
        """Answer through this account."""
        self._chosen = account
        self._read_road()

    @Slot()
    def _read_road(self) -> None:
        if self._ticket is None:
            self._route, self._advised = Route(), None
            return
        operator, chosen = self._context.operator, self._chosen
        try:
            self._route = operator.routes.route(self._ticket, self._audience, chosen)
        except NotFoundError:
            self._route = Route()
        account, senders = self._route.account, operator.routes.senders()
        self._advised = None
        if account is not None and len(senders) > 1 and chosen is None:
            advised = operator.accounts.advised(self._ticket)
            usable = advised is not None and advised.id != account.id and advised.id in [each.id for each in senders]
            self._advised = advised if usable else None
        self._composer.strip.show_accounts(senders, account)
        self._composer.foot.show_road(self.road, self._audience, why_words(self._route, self.road))
        self._show_lines(account)
        self.road_changed.emit()

    def _show_lines(self, account: Account | None) -> None:
        if self._advised is None:
            self._line.drop(Place.ACCOUNT)
        else:
            self._line.put(Place.ACCOUNT, advised_line(self._advised))
        budget = None if account is None else self._context.operator.accounts.budget(account.id)
        if budget is None or not budget.writes_are_near_limit:
            self._line.drop(Place.LIMIT)
        else:
            self._line.put(Place.LIMIT, limit_line(budget))

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self._ticket is not None and changes.tables & ROUTE_TABLES:
            self._read_road()

    @Slot()
    def _count_down(self) -> None:
        if self._intent is None:
            return
        self._conversation.replace_leaving(leaving_row(self._intent, self._context.operator.desk.now()))
        if self.intent is not None:
            self._show(self._intent)

    @Slot(str)
    def _answer(self, answer: str) -> None:
        intent = self.intent
        if intent is None or intent.sending is None:
            return
        if answer == Answer.PAGE:
            if not self._context.desktop.open_page(intent.link):
                self._context.news.notice.emit(tr("没有原帖链接，请自己打开微博"))
        elif answer == Answer.LOOK:
            self._context.news.notice.emit(tr("正在看我们最近的评论……"))
            self.look_wanted.emit(intent.sending.account)
        elif not self.guard.is_closed:
            self._decide(intent, Answer(answer))

    def _decide(self, intent: Intent, answer: Answer) -> None:
        outbox = self._context.operator.outbox
        ways = {
            Answer.RECALL: lambda: outbox.recall(intent.id),
            Answer.RELEASE: lambda: outbox.release(intent.id),
            Answer.AGAIN: lambda: outbox.send_again(intent.id),
            Answer.SENT: lambda: outbox.sent(intent.id, Delivered()),
        }
        try:
            outcome = ways[answer]()
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            self.refresh()
            return
        self.guard.close()
        self._context.news.tell(outcome.changes)
        if answer is Answer.RECALL:
            self.returned.emit(outcome.value)
            self._composer.editor.setFocus()
        else:
            self.answered.emit(outcome.value)

    def _show(self, intent: Intent) -> None:
        new_words = self._new_words(intent) if intent.is_held else ""
        words = strip_words(intent, self._context.operator.desk.now(), new_words)
        self._composer.outgoing.show_words(words, intent.text)

    def _may_write_on(self, intent: Intent) -> bool:
        """A mere 信息已收到 on its way leaves the editor as it is; nor is writing interrupted by what became of it."""
        return intent.is_ack and (
            is_waiting(intent) or intent.state is IntentState.SENDING or self._composer.editor.hasFocus()
        )

    def _back_to_writing(self) -> None:
        composer = self._composer
        strip = composer.outgoing
        had_keys = strip.hasFocus() or strip.isAncestorOf(QApplication.focusWidget() or composer)
        self._asked = ()
        composer.show_writing()
        self._line.hush(on=False)
        if had_keys:
            composer.editor.setFocus()

    def _new_words(self, intent: Intent) -> str:
        """What the customer wrote after the operator pressed."""
        later = _after(self._context.operator.inbox.messages(intent.ticket_id), intent.seen)
        said = [message.text for message in later if message.direction is Direction.IN]
        return said[-1] if said else ""


def _after(messages: Sequence[Message], seen: MessageId | None) -> Sequence[Message]:
    """The messages that came to us later than the one that was seen last."""
    return [message for message in messages if seen is None or message.id > seen]

"""Sending: check, write the intent, then queue it, or copy it and ask whether it was sent (product.md, Reply 3–5)."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from ui.reply.by_program import ByProgram
from ui.reply.caught import CaughtNotes
from ui.reply.composer import Composer
from ui.reply.draft_keeper import DraftKeeper
from ui.reply.proofing import Proofing
from ui.reply.stop_line import Line, Place, StopLine
from ui.reply.stops import stop_line, stopping
from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError, ReplyBlockedError
from weibo_operator.domain.findings import Finding
from weibo_operator.domain.ids import IntentId, MessageId, TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend, Intent, IntentState
from weibo_operator.domain.template import VARIABLE, fill
from weibo_operator.translation import tr

Decided = TypeVar("Decided")
COMPOSING = Line(tr("输入法里还有没选好的字，先选好再按一次"), tone="info", icon="keyboard")


class Sending(QObject):
    """One reply at a time; nothing leaves without the intent in the file, nothing is sent twice."""

    confirmed = Signal(object, str)
    """The decided ``Intent`` and what comes after it: next, stay or finish."""
    returned = Signal(object)
    """The withdrawn ``Intent``: its text is the draft again."""
    stale = Signal()
    """The ticket holds more than the operator has seen: nothing was sent."""

    def __init__(
        self,
        context: Context,
        composer: Composer,
        line: StopLine,
        keeper: DraftKeeper,
        proofing: Proofing,
        program: ByProgram,
    ) -> None:
        super().__init__(composer)
        self._context = context
        self._composer = composer
        self._line = line
        self._keeper = keeper
        self._proofing = proofing
        self._program = program
        self._intent: Intent | None = None
        self._then = "next"
        self._told: tuple[Audience, str] | None = None
        self._caught = CaughtNotes(context)
        self._nickname = ""
        composer.confirm.sent.connect(self.confirm)
        composer.confirm.not_sent.connect(self.withdraw)
        composer.confirm.open_again.connect(self._open_again)
        composer.confirm.copy_again.connect(self._copy_again)
        composer.editor.edited.connect(self._forget_stop)
        program.returned.connect(self.returned)
        proofing.followed.connect(self._note_followed)

    @property
    def intent(self) -> Intent | None:
        """The reply whose question stands in the editor's place."""
        return self._intent or self._program.intent

    def watch(self, ticket: TicketId | None, nickname: str) -> None:
        """Work for another ticket from now on; a reply that was never decided is asked about at once."""
        self._intent, self._told, self._nickname = None, None, nickname
        self._program.watch(ticket)
        waiting = self._context.operator.replies.undecided(ticket) if ticket is not None else ()
        if waiting:
            self._ask(waiting[0], "next", opened=False, reminder=True)
        elif self._program.intent is None:
            self._composer.show_writing()

    def send(self, then: str, *, after: AfterSend, seen: MessageId | None, part: str = "") -> None:
        """Stop once for what the check finds, for good for what must be fixed; else queue, or copy and ask.

        ``seen`` is the newest message that the operator has seen; ``part`` the question that alone is answered.
        """
        owner, editor = self._keeper.owner, self._composer.editor
        if owner is None or self.intent is not None:
            return
        if editor.composing:
            self._line.put(Place.COMPOSING, COMPOSING)
            return
        findings = self._proofing.check()
        if self._stopped(owner, editor.text, findings):
            return
        self._keeper.flush()
        ticket, _ = owner
        self._caught.let_stand(ticket, findings)
        typos = sum(finding.is_certain_typo for finding in findings)
        if self._program.route.is_copy:
            self._copy(owner, editor.text, after=after, then=then, seen=seen, open_typos=typos, part=part)
        else:
            self._queue(editor.text, after=after, then=then, seen=seen, open_typos=typos, part=part)

    def press_again(self) -> None:
        """Sending was pressed while the last reply has no outcome: nothing is sent, and that is counted."""
        if self.intent is not None:
            self._caught.press_again(self.intent)

    def acknowledge(self, seen: MessageId | None) -> None:
        """Offer the next wording of 信息已收到 the same way (mission D6)."""
        owner = self._keeper.owner
        if owner is None or self.intent is not None:
            return
        if self._composer.editor.composing:
            self._line.put(Place.COMPOSING, COMPOSING)
            return
        ticket, _ = owner
        operator = self._context.operator
        try:
            wording = operator.replies.acknowledgement(ticket, operator.templates.acknowledgements())
        except OperatorError as error:
            self._note(error)
            return
        self._keeper.flush()
        text = VARIABLE.sub("", fill(wording, operator.replies.variables(ticket)))
        after = AfterSend(State.IN_PROGRESS)
        if self._program.route.is_copy:
            self._copy(owner, text, after=after, then="stay", seen=seen, is_ack=True)
        else:
            self._queue(text, after=after, then="stay", seen=seen, is_ack=True)

    @Slot()
    def confirm(self) -> None:
        """1 已发出: stored once, however often it is pressed."""
        intent = self._intent
        outcome = self._decide(self._context.operator.replies.confirm)
        if intent is None or outcome is None:
            return
        self._let_go(intent)
        self._context.news.tell(outcome.changes)
        self.confirmed.emit(outcome.value, self._then)

    @Slot()
    def withdraw(self) -> None:
        """2 没发: back to the text, the caret where it was."""
        given_up = self._decide(self._context.operator.replies.withdraw)
        if given_up is not None:
            self.returned.emit(given_up)
            self._composer.editor.setFocus()

    def _decide(self, decide: Callable[[IntentId], Decided]) -> Decided | None:
        """Answer the question in the editor's place and show the editor; None where nothing was asked, or it fails."""
        intent, self._intent = self._intent, None
        if intent is None:
            return None
        try:
            decided = decide(intent.id)
        except OperatorError as error:
            self._intent = intent
            self._context.news.notice.emit(sentence(error))
            return None
        self._composer.show_writing()
        return decided

    def refresh(self, ticket: TicketId) -> None:
        """Ask, or stop asking, after an answer given elsewhere."""
        self._program.refresh()
        waiting = self._context.operator.replies.undecided(ticket)
        if self._intent is None and waiting:
            self._ask(waiting[0], "next", opened=False, reminder=True)
        elif self._intent is not None and self._intent.id not in [intent.id for intent in waiting]:
            self._intent = None
            self._composer.show_writing()

    @Slot()
    def _forget_stop(self) -> None:
        self._line.drop(Place.STOP, Place.COMPOSING, Place.NOTE)

    @Slot(object)
    def _note_followed(self, findings: tuple[Finding, ...]) -> None:
        if self._keeper.owner is not None:
            self._caught.take(self._keeper.owner[0], findings)

    @Slot()
    def _open_again(self) -> None:
        if self._intent is not None and not self._context.desktop.open_page(self._intent.link):
            self._context.news.notice.emit(tr("页面打不开，请自己打开微博"))

    @Slot()
    def _copy_again(self) -> None:
        if self._intent is not None:
            self._context.desktop.copy(self._intent.text)
            self._context.news.notice.emit(tr("已再次复制"))

    def _stopped(self, owner: tuple[TicketId, Audience], text: str, findings: Sequence[Finding]) -> bool:
        stops = stopping(findings)
        must = [finding for finding in stops if finding.must_fix]
        told = self._told == (owner[1], text)
        shown = must if told else stops
        if not shown:
            return False
        self._told = (owner[1], text)
        self._caught.take(owner[0], shown)
        self._proofing.check_now()
        self._line.put(Place.STOP, stop_line(shown, text, owner[1], self._nickname, self._context.theme.keys))
        return True

    def _queue(
        self,
        text: str,
        *,
        after: AfterSend,
        then: str,
        seen: MessageId | None,
        is_ack: bool = False,
        open_typos: int = 0,
        part: str = "",
    ) -> None:
        try:
            # The outbox itself would take the same text for a second press.
            self._program.check_free()
            outcome = self._program.queue(text, after=after, seen=seen, is_ack=is_ack, open_typos=open_typos, part=part)
        except OperatorError as error:
            self._refused(error)
            return
        if outcome is not None:
            self._let_go(outcome.value)
            self._context.news.tell(outcome.changes)
            self.confirmed.emit(outcome.value, then)

    def _let_go(self, intent: Intent) -> None:
        """The text has left the editor."""
        self._told = None
        self._caught.settle(intent)
        if not intent.is_ack and self._keeper.owner == (intent.ticket_id, intent.audience):
            self._keeper.forget()
        self._line.clear()

    def _copy(
        self,
        owner: tuple[TicketId, Audience],
        text: str,
        *,
        after: AfterSend,
        then: str,
        seen: MessageId | None,
        is_ack: bool = False,
        open_typos: int = 0,
        part: str = "",
    ) -> None:
        try:
            intent = self._context.operator.replies.copy(
                owner[0],
                audience=owner[1],
                text=text,
                after=after,
                is_ack=is_ack,
                open_typos=open_typos,
                part=part,
                seen=seen,
            )
        except OperatorError as error:
            self._refused(error)
            return
        if intent.state is IntentState.COPIED:
            self._line.drop(Place.STOP, Place.NOTE, Place.COMPOSING)
            self._context.desktop.copy(intent.text)
            opened = bool(intent.link) and self._context.desktop.open_page(intent.link)
            self._ask(intent, then, opened=opened)

    def _ask(self, intent: Intent, then: str, *, opened: bool, reminder: bool = False) -> None:
        then = then if intent.serves_turn else "stay"
        self._intent, self._then = intent, then
        self._composer.show_confirm()
        self._composer.confirm.ask(intent, opened=opened, then=then, reminder=reminder)

    def _refused(self, error: OperatorError) -> None:
        if isinstance(error, ReplyBlockedError) and error.data.get("reason") == "wrote_again":
            self.stale.emit()
        else:
            self._note(error)

    def _note(self, error: OperatorError) -> None:
        self._line.put(Place.NOTE, Line(sentence(error), tone="info", icon="circle-alert"))

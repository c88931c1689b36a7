"""The outbox 待发箱: replies the program sends itself, each exactly once (product.md, Reply 5; issue 6, point 1).

Every step is one transaction that checks the state it leaves: queued → sending → sent, refused or unknown. What is in
``sending`` when the program dies becomes unknown, never queued again.
"""

from datetime import datetime, timedelta

from msgspec import Struct

from weibo_operator.domain.errors import ReplyBlockedError, UndoBarrierError
from weibo_operator.domain.ids import AccountId, IntentId, MessageId, TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.open_platform import Delivered, PlatformError, Reaction, ReplyTarget
from weibo_operator.domain.operations import Changes, Operation, OperationKind, Outcome
from weibo_operator.domain.reply import AfterSend, Hold, Intent, IntentState, OutboxCounts, Sending
from weibo_operator.domain.settings import RECALL_SECONDS
from weibo_operator.services.desk import Desk
from weibo_operator.services.new_intents import NewId, intent_values, random_id
from weibo_operator.services.promise_keeping import Promised, nothing_promised
from weibo_operator.services.refusals import LONGEST_REST
from weibo_operator.services.sent_replies import SentReplies, check_acknowledgeable
from weibo_operator.services.turns import serve_turn
from weibo_operator.storage import customers, intents, messages, outbox, tickets
from weibo_operator.storage.journal import Recorder, Value, changes_of
from weibo_operator.storage.times import to_ms

_RESTED = frozenset({Reaction.RETRY, Reaction.RATE_LIMIT, Reaction.PAUSE_WRITES, Reaction.STOP})
"""After these a reply is tried again by itself, later."""


class Letter(Struct, frozen=True):
    """A reply the operator pressed for: what, to whom, through which account, and what was seen of the ticket."""

    ticket: TicketId
    account: AccountId
    target: ReplyTarget
    text: str
    after: AfterSend
    seen: MessageId | None
    is_ack: bool = False
    open_typos: int = 0
    hold: Hold = Hold.NONE
    part: str = ""
    """The one question of several that it answers (mission C9); the turn stays open for the others."""

    @property
    def serves_turn(self) -> bool:
        """Whether the turn is served with it."""
        return not self.is_ack and not self.part


class Outbox:
    """Queues, calls back, releases and settles replies; the network side is ``services.sending``."""

    def __init__(self, desk: Desk, new_id: NewId | None = None, promised: Promised = nothing_promised) -> None:
        self._desk = desk
        self._sent = SentReplies(desk, promised)
        self._new_id = new_id or random_id

    def listed(self) -> tuple[Intent, ...]:
        """Everything on its way, held or of unknown outcome, in the order of pressing."""
        return outbox.listed(self._desk.connection)

    def counts(self) -> OutboxCounts:
        """How many replies are on their way, by what they need."""
        return outbox.counts(self._desk.connection)

    def of_ticket(self, ticket: TicketId) -> Intent | None:
        """The ticket's one reply that has not come to its end, copied ones included."""
        return outbox.of_ticket(self._desk.connection, ticket)

    def get(self, intent_id: IntentId) -> Intent:
        """One reply; raises ``NotFoundError``."""
        return intents.get(self._desk.connection, intent_id)

    def queue(self, letter: Letter) -> Outcome[Intent]:
        """Write the intent; it leaves when the recall window is over. A second press gives the same intent back.

        Raises ``ReplyBlockedError``: empty, undecided (another reply of the ticket has not come to its end),
        wrote_again (the ticket has a message newer than ``letter.seen``), and for one acknowledgement too many.
        """
        if not letter.text.strip():
            raise ReplyBlockedError(reason="empty", detail="")
        found = tickets.get(self._desk.connection, letter.ticket)
        kind = OperationKind.ACKNOWLEDGE if letter.is_ack else OperationKind.REPLY
        intent_id = IntentId(self._new_id())
        nickname = customers.get(self._desk.connection, found.customer_id).nickname
        data = {"intent": intent_id, "customer": nickname, "audience": Audience.PUBLIC.value}
        waiting = self.of_ticket(letter.ticket)
        if waiting is None:
            with self._desk.operation(kind, ticket=letter.ticket, data=data) as recorder:
                self._write(recorder, letter, intent_id)
            return Outcome(self.get(intent_id), changes_of(recorder), recorder.operation)
        if waiting.text == letter.text and waiting.sending is not None and _is_same(waiting, letter):
            return Outcome(waiting, Changes())
        raise ReplyBlockedError(reason="undecided", detail=waiting.text)

    def recall(self, intent_id: IntentId) -> Outcome[Intent]:
        """撤回: the text is the draft again. Raises ``ReplyBlockedError`` (already_leaving) when it has begun to leave.

        Also gives up a held reply and one of unknown outcome.
        """
        with self._desk.bookkeeping() as recorder:
            intent = self.get(intent_id)
            if intent.sending is None or intent.state not in (IntentState.QUEUED, IntentState.UNKNOWN):
                raise ReplyBlockedError(reason="already_leaving", detail="")
            self._give_up(recorder, intent)
        return Outcome(self.get(intent_id), changes_of(recorder))

    def release(self, intent_id: IntentId) -> Outcome[Intent]:
        """The operator's word for a held reply: it goes now, with what the ticket holds by now as seen.

        Nothing happens to one whose ticket is another customer's by now: it can only be given up.
        """
        with self._desk.bookkeeping() as recorder:
            intent = self.get(intent_id)
            if intent.sending is not None and intent.sending.hold not in (Hold.NONE, Hold.RECIPIENT):
                if intent.sending.hold is Hold.WROTE_AGAIN:
                    self._serve(recorder, intent)
                seen = messages.newest(self._desk.connection, intent.ticket_id)
                values: dict[str, Value] = {"hold": "", "send_from": self._ms(), "seen_message_id": seen}
                self._amend(recorder, intent, values)
        return Outcome(self.get(intent_id), changes_of(recorder))

    def send_again(self, intent_id: IntentId) -> Outcome[Intent]:
        """没发出，重新发送: the operator looked on Weibo; it is queued once more, with its recall window."""
        with self._desk.bookkeeping() as recorder:
            intent = self.get(intent_id)
            if intent.state is IntentState.UNKNOWN and intent.sending is not None:
                values: dict[str, Value] = {
                    "state": IntentState.QUEUED.value,
                    "seq": outbox.next_seq(self._desk.connection),
                    "attempts": 0,
                    "send_from": to_ms(self._leaves_at()),
                    "seen_message_id": messages.newest(self._desk.connection, intent.ticket_id),
                }
                self._serve(recorder, intent)
                self._amend(recorder, intent, values)
                self._desk.journal.bar(intent.sending.operation, barred=False)
        return Outcome(self.get(intent_id), changes_of(recorder))

    def next_of(self, account: AccountId) -> Intent | None:
        """The account's next reply, whether or not its time has come."""
        return outbox.head(self._desk.connection, account)

    def rests_too_long(self, intent: Intent) -> bool:
        """True when its rest is longer than it was when it began: the clock has been set back since."""
        return intent.sending is not None and intent.sending.send_from > self._desk.now() + self._rest_of(
            intent.sending
        )

    def rest_anew(self, intent_id: IntentId) -> Changes:
        """Count the rest of a queued reply from now on, where the clock was set back; else nothing happens."""
        with self._desk.bookkeeping() as recorder:
            intent = self.get(intent_id)
            if intent.state is IntentState.QUEUED and intent.sending is not None and self.rests_too_long(intent):
                values: dict[str, Value] = {"send_from": to_ms(self._desk.now() + self._rest_of(intent.sending))}
                if intent.sending.started_at is not None:
                    values |= {"started_at": self._ms()}
                self._amend(recorder, intent, values)
        return changes_of(recorder)

    def begin(self, intent_id: IntentId) -> Outcome[Intent | None]:
        """From here on it may be on Weibo: called right before the request leaves. None when it must not leave.

        It must not when it was called back, its time has not come, the customer wrote or was answered since
        (``Hold.WROTE_AGAIN``), or the ticket is somebody else's by now (``Hold.RECIPIENT``).
        """
        now = self._desk.now()
        with self._desk.bookkeeping() as recorder:
            intent = self.get(intent_id)
            sending = intent.sending
            begun = None
            if intent.state is IntentState.QUEUED and not intent.is_held and sending is not None:
                hold = self._reason_to_hold(intent, sending.target)
                if hold is not Hold.NONE:
                    self._amend(recorder, intent, {"hold": hold.value})
                elif sending.send_from <= now:
                    begun = intent
                    values: dict[str, Value] = {
                        "state": IntentState.SENDING.value,
                        "started_at": to_ms(now),
                        "looked_at": None,
                        "reaction": "",
                        "platform_code": "",
                    }
                    self._amend(recorder, intent, values)
                    self._desk.journal.bar(sending.operation, barred=True)
        return Outcome(None if begun is None else self.get(intent_id), changes_of(recorder))

    def sent(self, intent_id: IntentId, delivered: Delivered) -> Outcome[Intent]:
        """It is on Weibo: by the platform's answer, by our own comments, or by the operator's word. Once only."""
        intent = self.get(intent_id)
        sending = intent.sending
        if sending is None or intent.state not in (IntentState.SENDING, IntentState.UNKNOWN):
            return Outcome(intent, Changes())
        with self._desk.journal.continue_operation(sending.operation) as recorder:
            intent = self.get(intent_id)
            if intent.state in (IntentState.SENDING, IntentState.UNKNOWN):
                self._amend(recorder, intent, {"state": IntentState.SENT.value, "decided_at": self._ms()})
                at = None if delivered.posted_at is None else min(delivered.posted_at, self._desk.now())
                self._sent.store(recorder, intent, platform_id=delivered.platform_id, at=at)
        return Outcome(self.get(intent_id), changes_of(recorder), sending.operation)

    def refused(self, intent_id: IntentId, error: PlatformError) -> Outcome[Intent]:
        """The platform said no: the text is the draft again, with the reason."""
        with self._desk.bookkeeping() as recorder:
            intent = self.get(intent_id)
            if intent.state is IntentState.SENDING:
                self._amend(recorder, intent, _why(intent, error) | {"state": IntentState.REFUSED.value})
                self._end_without_sending(recorder, intent)
        return Outcome(self.get(intent_id), changes_of(recorder))

    def unknown(self, intent_id: IntentId, error: PlatformError) -> Outcome[Intent]:
        """Nobody knows whether it is on Weibo: 待核实."""
        with self._desk.bookkeeping() as recorder:
            intent = self.get(intent_id)
            if intent.state is IntentState.SENDING:
                self._amend(recorder, intent, _why(intent, error) | {"state": IntentState.UNKNOWN.value})
        return Outcome(self.get(intent_id), changes_of(recorder))

    def not_left(
        self, intent_id: IntentId, error: PlatformError, *, hold: Hold = Hold.NONE, again_at: datetime | None = None
    ) -> Outcome[Intent]:
        """It certainly did not leave: queued again, held or to be tried from ``again_at`` on."""
        with self._desk.bookkeeping() as recorder:
            intent = self.get(intent_id)
            if intent.state is IntentState.SENDING and intent.sending is not None:
                values = _why(intent, error) | {"state": IntentState.QUEUED.value, "hold": hold.value}
                if again_at is not None:
                    values |= {"send_from": to_ms(again_at)}
                self._amend(recorder, intent, values)
                self._desk.journal.bar(intent.sending.operation, barred=False)
        return Outcome(self.get(intent_id), changes_of(recorder))

    def hold_all(self, hold: Hold, account: AccountId | None = None) -> Changes:
        """Everything queued (of one account) waits for the operator's word from now on."""
        with self._desk.bookkeeping() as recorder:
            for intent in self.listed():
                mine = account is None or (intent.sending is not None and intent.sending.account == account)
                if intent.state is IntentState.QUEUED and not intent.is_held and mine:
                    self._amend(recorder, intent, {"hold": hold.value})
        return changes_of(recorder)

    def settle(self) -> Changes:
        """At the program's start: what was leaving is of unknown outcome, what was queued waits for a word."""
        with self._desk.bookkeeping() as recorder:
            for intent in self.listed():
                if intent.state is IntentState.SENDING:
                    values: dict[str, Value] = {"state": IntentState.UNKNOWN.value, "reaction": Reaction.UNKNOWN.value}
                    self._amend(recorder, intent, values)
                elif intent.state is IntentState.QUEUED and not intent.is_held:
                    self._amend(recorder, intent, {"hold": Hold.RESTART.value})
        return changes_of(recorder)

    def looked(self, intent_id: IntentId) -> Changes:
        """Our own comments were read and it was not among them."""
        with self._desk.bookkeeping() as recorder:
            intent = self.get(intent_id)
            if intent.state is IntentState.UNKNOWN:
                self._amend(recorder, intent, {"looked_at": self._ms()})
        return changes_of(recorder)

    def undone(self, recorder: Recorder, operation: Operation) -> None:
        """撤销 within the recall window; afterwards it has left, and the journal refuses."""
        intent = self.get(IntentId(operation.data["intent"]))
        if intent.state is not IntentState.QUEUED:
            raise UndoBarrierError(operation=operation.id, reason="left_the_machine", kind=operation.kind.value)
        self._give_up(recorder, intent)

    def _write(self, recorder: Recorder, letter: Letter, intent_id: IntentId) -> None:
        connection = self._desk.connection
        # Asked inside the transaction: a second window may be pressing the same key.
        waiting = self.of_ticket(letter.ticket)
        if waiting is not None:
            raise ReplyBlockedError(reason="undecided", detail=waiting.text)
        if messages.newest(connection, letter.ticket) != letter.seen:
            raise ReplyBlockedError(reason="wrote_again", detail="")
        found = tickets.get(connection, letter.ticket)
        if letter.is_ack:
            check_acknowledgeable(found)
        values = intent_values(
            intent_id,
            letter.ticket,
            audience=Audience.PUBLIC,
            text=letter.text,
            after=letter.after,
            is_ack=letter.is_ack,
            open_typos=letter.open_typos,
            part=letter.part,
        )
        sending: dict[str, Value] = {
            "turn_id": found.open_turn_id,
            "seen_message_id": letter.seen,
            "seq": outbox.next_seq(connection),
            "account_id": letter.account,
            "operation_id": recorder.operation,
            "post_id": letter.target.post_id,
            "comment_id": letter.target.comment_id,
            "customer_uid": letter.target.customer_uid,
            "state": IntentState.QUEUED.value,
            "hold": letter.hold.value,
            "send_from": to_ms(self._leaves_at()),
            "created_at": self._ms(),
        }
        if letter.serves_turn:
            serve_turn(connection, recorder, found, at=self._desk.now())
        recorder.add("intent", values | sending)
        recorder.touch((letter.ticket,))
        self._sent.forget_draft(recorder, letter.ticket, Audience.PUBLIC, letter.text)

    def _serve(self, recorder: Recorder, intent: Intent) -> None:
        """The ticket stood in the rotation for a decision about this reply, which was made."""
        if intent.serves_turn:
            found = tickets.get(self._desk.connection, intent.ticket_id)
            serve_turn(self._desk.connection, recorder, found, at=self._desk.now())

    def _reason_to_hold(self, intent: Intent, target: ReplyTarget) -> Hold:
        connection = self._desk.connection
        if outbox.customer_uid(connection, intent.ticket_id) != target.customer_uid:
            return Hold.RECIPIENT
        return Hold.NONE if messages.newest(connection, intent.ticket_id) == intent.seen else Hold.WROTE_AGAIN

    def _give_up(self, recorder: Recorder, intent: Intent) -> None:
        self._amend(recorder, intent, {"state": IntentState.WITHDRAWN.value, "decided_at": self._ms()})
        self._end_without_sending(recorder, intent)

    def _end_without_sending(self, recorder: Recorder, intent: Intent) -> None:
        self._sent.keep_as_draft(recorder, intent)
        if intent.sending is not None:
            # Nothing was done, so there is nothing to take back or to do again.
            self._desk.journal.bar(intent.sending.operation, barred=False)
            self._desk.journal.close_for_redo(intent.sending.operation)

    def _amend(self, recorder: Recorder, intent: Intent, values: dict[str, Value]) -> None:
        recorder.amend("intent", intent.id, values)
        recorder.touch((intent.ticket_id,))

    def _rest_of(self, sending: Sending) -> timedelta:
        """How long it was to rest: after an attempt as that ended, before the first one for the recall window."""
        if sending.started_at is None or sending.reaction not in _RESTED:
            return timedelta(seconds=self._desk.setting(RECALL_SECONDS))
        return max(timedelta(), min(sending.send_from - sending.started_at, LONGEST_REST))

    def _leaves_at(self) -> datetime:
        return self._desk.now() + timedelta(seconds=self._desk.setting(RECALL_SECONDS))

    def _ms(self) -> int:
        return to_ms(self._desk.now())


def _is_same(waiting: Intent, letter: Letter) -> bool:
    return waiting.is_ack == letter.is_ack and waiting.part == letter.part


def _why(intent: Intent, error: PlatformError) -> dict[str, Value]:
    before = 0 if intent.sending is None else intent.sending.attempts
    return {
        "reaction": error.reaction.value,
        "platform_code": error.platform_code,
        "attempts": before + (error.reaction is Reaction.RETRY),
    }

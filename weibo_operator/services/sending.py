"""The network side of the outbox: one reply of one account at a time, and what each answer of the platform means.

Runs off the window's thread on a desk of its own. The request leaves between two commits (``Outbox.begin`` and the
outcome), so that whatever happens in between is known afterwards to have been possible.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct, field

from weibo_operator.domain.ids import AccountId, IntentId
from weibo_operator.domain.labels import Platform
from weibo_operator.domain.open_platform import (
    Delivered,
    OwnComment,
    PlatformError,
    PlatformSession,
    Reaction,
)
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.own_comments import found_among
from weibo_operator.domain.reply import Hold, Intent, IntentState
from weibo_operator.services.accounts import Accounts
from weibo_operator.services.desk import Desk
from weibo_operator.services.outbox import Outbox
from weibo_operator.storage.messages import is_known

TRIES = 3
"""Times a reply is offered that the platform was too busy to take (weibo.md 4.2)."""
_BETWEEN_TRIES = timedelta(seconds=4)
LOOK_AFTER = timedelta(minutes=2)
"""A new comment may show a minute or two late (20032), so nothing follows from its absence before."""

_HELD_BY = {
    Reaction.OFFLINE: Hold.OFFLINE,
    Reaction.UNTRUSTED: Hold.OFFLINE,
    Reaction.RELOGIN: Hold.EXPIRED,
}
"""The whole account waits, and asks before it goes on."""
_LATER = (Reaction.RATE_LIMIT, Reaction.PAUSE_WRITES, Reaction.STOP)
_UNDECIDED = (Reaction.UNKNOWN, Reaction.MAYBE_SENT, Reaction.UNREADABLE)


class Step(Struct, frozen=True):
    """What one step did: the reply it settled, if any, what changed, and when to come again (None: when pressed)."""

    intent: Intent | None = None
    changes: Changes = field(default_factory=Changes)
    again_at: datetime | None = None
    error: PlatformError | None = None


class Sender:
    """Sends what is due, and looks for what is of unknown outcome."""

    def __init__(self, desk: Desk, outbox: Outbox, accounts: Accounts) -> None:
        self._desk = desk
        self._outbox = outbox
        self._accounts = accounts

    def step(self, account: AccountId) -> Step:
        """Send the account's next reply, if its time has come; never raises ``PlatformError``."""
        head = self._outbox.next_of(account)
        if head is None or head.sending is None:
            return Step()
        if self._outbox.rests_too_long(head):
            return Step(changes=self._outbox.rest_anew(head.id), again_at=self._desk.now())
        now = self._desk.now()
        wait = max(head.sending.send_from, self._rests_until(account) or now)
        if wait > now:
            return Step(again_at=wait)
        try:
            session = self._accounts.session(self._accounts.get(account))
        except PlatformError as error:
            held = self._outbox.hold_all(_HELD_BY.get(error.reaction, Hold.OFFLINE), account)
            return Step(changes=held.joined(self._accounts.refused(account, error)), error=error)
        try:
            return self._send(session, head.id)
        finally:
            session.close()

    def look(self, account: AccountId) -> Step:
        """Read our own latest comments for the replies of unknown outcome; what is found there was sent.

        What is not found stays of unknown outcome: hidden and late comments are missing there too.
        """
        waiting = [
            intent
            for intent in self._outbox.listed()
            if intent.state is IntentState.UNKNOWN and intent.sending is not None and intent.sending.account == account
        ]
        if not waiting:
            return Step()
        try:
            session = self._accounts.session(self._accounts.get(account))
        except PlatformError as error:
            return Step(changes=self._accounts.refused(account, error), error=error)
        try:
            comments = session.own_comments()
        except PlatformError as error:
            return Step(changes=self._accounts.refused(account, error), error=error)
        finally:
            session.close()
        return Step(changes=Changes().joined(*(self._compare(intent, comments) for intent in waiting)))

    def _send(self, session: PlatformSession, intent_id: IntentId) -> Step:
        begun = self._outbox.begin(intent_id)
        intent = begun.value
        if intent is None or intent.sending is None:
            # Called back, or held for a reason of its ticket's: the next one may go at once.
            return Step(changes=begun.changes, again_at=self._desk.now())
        try:
            delivered = session.send(intent.sending.target, intent.text)
        except PlatformError as error:
            return self._after(intent, error, begun.changes)
        outcome = self._outbox.sent(intent_id, delivered)
        return Step(outcome.value, begun.changes.joined(outcome.changes), self._desk.now())

    def _after(self, intent: Intent, error: PlatformError, before: Changes) -> Step:
        sending = intent.sending
        if sending is None:
            raise ValueError(intent.id)
        now = self._desk.now()
        stored = self._accounts.refused(sending.account, error)
        again_at: datetime | None = now
        held = Changes()
        if error.reaction is Reaction.SENT:
            outcome = self._outbox.sent(intent.id, Delivered())
        elif error.reaction in _UNDECIDED:
            outcome = self._outbox.unknown(intent.id, error)
        elif error.reaction in _HELD_BY:
            hold = _HELD_BY[error.reaction]
            outcome = self._outbox.not_left(intent.id, error, hold=hold)
            held, again_at = self._outbox.hold_all(hold, sending.account), None
        elif error.reaction in _LATER or (error.reaction is Reaction.RETRY and sending.attempts + 1 < TRIES):
            pause = self._rests_until(sending.account) or error.retry_at
            again_at = max(pause or now, now + _BETWEEN_TRIES * (sending.attempts + 1))
            outcome = self._outbox.not_left(intent.id, error, again_at=again_at)
        else:
            outcome = self._outbox.refused(intent.id, error)
        return Step(outcome.value, before.joined(stored, held, outcome.changes), again_at, error)

    def _rests_until(self, account: AccountId) -> datetime | None:
        """When the account may write again; None for now."""
        return max((pause.until for pause in self._accounts.pauses(account)), default=None)

    def _compare(self, intent: Intent, comments: Sequence[OwnComment]) -> Changes:
        # What another reply is known to be can't be this one, however alike they are.
        free = [each for each in comments if not is_known(self._desk.connection, Platform.WEIBO, each.platform_id)]
        found = found_among(intent, free)
        if found is not None:
            return self._outbox.sent(intent.id, Delivered(found.platform_id, found.posted_at)).changes
        sending = intent.sending
        if sending is None or sending.started_at is None or self._desk.now() - sending.started_at < LOOK_AFTER:
            return Changes()
        return self._outbox.looked(intent.id)

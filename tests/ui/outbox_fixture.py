"""A desk with accounts of our own, comments whose numbers are known, and the network's side played by hand."""

from dataclasses import dataclass

import pytest

from tests.conftest import Customers, SetClock
from tests.services.platform_box import APP, insert_account
from ui.reply.press_guard import PressGuard
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.account import AccountRole, AccountState
from weibo_operator.domain.ids import AccountId, TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.message import Direction
from weibo_operator.domain.open_platform import Delivered, PlatformError, Reaction
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.reply import AfterSend, Hold, Intent
from weibo_operator.services.outbox import Letter

POST, COMMENT = 4_900_000_000_000_001, 4_900_000_000_000_010
COMPLAINT = "快递三天没动了"


class Seconds:
    """A clock of presses that stands still until it is moved on."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at

    def let(self, guard: PressGuard) -> None:
        """Have a guard go by this clock, and be open."""
        guard.now = self
        self.at += 10


@dataclass
class Desk:
    """What the tests of sending do to a desk."""

    operator: Operator
    clock: SetClock
    customers: Customers
    comments: int = 0

    def account(
        self,
        nickname: str = "橙果客服",
        uid: str = "900",
        role: AccountRole = AccountRole.SERVICE,
        state: AccountState = AccountState.ACTIVE,
    ) -> AccountId:
        return insert_account(self.operator.desk, APP, uid=uid, nickname=nickname, role=role, state=state)

    def expire(self, account: AccountId) -> Changes:
        error = PlatformError(Reaction.RELOGIN, path="comments/reply", platform_code="21327")
        return self.operator.accounts.refused(account, error)

    def comment(self, text: str = COMPLAINT, uid: str = "1001", nickname: str = "") -> TicketId:
        self.comments += 1
        message = self.customers.message(
            text, uid=uid, nickname=nickname, under=str(POST), platform_id=str(COMMENT + self.comments)
        )
        ticket = self.operator.intake.capture(message).value
        assert ticket is not None
        return ticket

    def press(self, ticket: TicketId, text: str, *, hold: Hold = Hold.NONE) -> Intent:
        """Queue without a window."""
        route = self.operator.routes.route(ticket, Audience.PUBLIC)
        assert route.account is not None
        assert route.target is not None
        seen = self.operator.replies.opened(ticket).newest
        letter = Letter(ticket, route.account.id, route.target, text, AfterSend(State.IN_PROGRESS), seen, hold=hold)
        return self.operator.outbox.queue(letter).value

    def begin(self, intent: Intent) -> Changes:
        self.clock.advance(seconds=6)
        outcome = self.operator.outbox.begin(intent.id)
        assert outcome.value is not None
        return outcome.changes

    def sent(self, intent: Intent) -> Changes:
        return self.begin(intent).joined(self.operator.outbox.sent(intent.id, Delivered("5000000000000001")).changes)

    def refused(self, intent: Intent, reaction: Reaction = Reaction.VARY_TEXT) -> Changes:
        error = PlatformError(reaction, path="comments/reply")
        return self.begin(intent).joined(self.operator.outbox.refused(intent.id, error).changes)

    def unknown(self, intent: Intent, reaction: Reaction = Reaction.UNKNOWN) -> Changes:
        error = PlatformError(reaction, path="comments/reply")
        return self.begin(intent).joined(self.operator.outbox.unknown(intent.id, error).changes)

    def waiting(self, ticket: TicketId) -> Intent:
        found = self.operator.outbox.of_ticket(ticket)
        assert found is not None
        return found

    def said(self, ticket: TicketId) -> list[str]:
        found = self.operator.inbox.view(ticket).messages
        return [message.text for message in found if message.direction is Direction.OUT]

    def drafts(self, ticket: TicketId) -> dict[Audience, str]:
        return dict(self.operator.replies.drafts(ticket))


@pytest.fixture
def desk(operator: Operator, clock: SetClock, customers: Customers) -> Desk:
    return Desk(operator, clock, customers)

"""A desk that sends its replies itself, to a stand-in of the platform."""

from dataclasses import dataclass

from msgspec.structs import replace

from tests.conftest import Customers, SetClock
from tests.services.platform_box import PlatformBox
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.ids import AccountId, TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.message import Direction
from weibo_operator.domain.open_platform import OwnComment
from weibo_operator.domain.reply import AfterSend, Intent, IntentState, Sending
from weibo_operator.services.accounts import Accounts
from weibo_operator.services.outbox import Letter
from weibo_operator.services.routes import Routes
from weibo_operator.services.sending import Sender, Step
from weibo_operator.storage import messages

POST, COMMENT = "4900000000000001", "4900000000000010"
AFTER = AfterSend(State.IN_PROGRESS, 3)


@dataclass
class Sends:
    """A desk with one account, and the keys an operator presses."""

    operator: Operator
    clock: SetClock
    customers: Customers
    box: PlatformBox
    accounts: Accounts
    account: AccountId

    def __post_init__(self) -> None:
        self.sender = Sender(self.operator.desk, self.operator.outbox, self.accounts)
        self.routes = Routes(self.operator.desk, self.accounts)
        self._comments = 0

    def comment(self, text: str = "快递三天没动了", uid: str = "1001") -> TicketId:
        self._comments += 1
        number = str(int(COMMENT) + self._comments)
        found = self.operator.intake.capture(self.customers.message(text, uid=uid, under=POST, platform_id=number))
        assert found.value is not None
        return found.value

    def press(self, ticket: TicketId, text: str = "马上为您查", *, is_ack: bool = False) -> Intent:
        letter = self.letter(ticket, text)
        return self.operator.outbox.queue(replace(letter, is_ack=is_ack)).value

    def letter(self, ticket: TicketId, text: str = "马上为您查") -> Letter:
        route = self.routes.route(ticket, Audience.PUBLIC)
        assert route.account is not None
        assert route.target is not None
        seen = messages.newest(self.operator.desk.connection, ticket)
        return Letter(ticket, route.account.id, route.target, text, AFTER, seen)

    def step(self) -> Step:
        return self.sender.step(self.account)

    def later_step(self) -> Step:
        self.clock.advance(seconds=5)
        return self.step()

    def state(self, intent: Intent) -> IntentState:
        return self.operator.outbox.get(intent.id).state

    def own_words(self, ticket: TicketId) -> list[str]:
        found = self.operator.inbox.view(ticket).messages
        return [message.text for message in found if message.direction is Direction.OUT]

    def served(self) -> TicketId | None:
        found = self.operator.inbox.next_up()
        return None if found is None else found.card.id

    def sending(self, intent: Intent) -> Sending:
        found = self.operator.outbox.get(intent.id).sending
        assert found is not None
        return found

    def as_posted(self, intent: Intent) -> OwnComment:
        target = self.sending(intent).target
        return OwnComment("77", f"回复@客户:{intent.text}", target.post_id, target.comment_id, self.clock.at)

"""A shop on the practice Weibo and the desk that is signed in there, over real sockets."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import SetClock
from tests.practice_browser import pressed
from tests.practice_weibo import App, Post, PracticeWeibo, User, World
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.channels.weibo_api.transport import Patience
from weibo_operator.domain.account import Account, AccountRole
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.open_platform import AppKey, SecretStore
from weibo_operator.domain.reply import AfterSend, Intent
from weibo_operator.domain.settings import API_DAILY_CALLS, RECALL_SECONDS
from weibo_operator.services.outbox import Letter
from weibo_operator.services.sending import Step
from weibo_operator.services.sync import SyncReport
from weibo_operator.storage import messages
from weibo_operator.storage.connection import MEMORY

REDIRECT = "http://127.0.0.1:9/weibo"


class Shop:
    """What customers, the platform and the operator do."""

    def __init__(self, server: PracticeWeibo, operator: Operator, clock: SetClock) -> None:
        self.server = server
        self.operator = operator
        self.clock = clock
        self.world: World = server.world
        self.us: User = self.world.account("小店客服")
        self.app: App = self.world.app(owner=self.us)
        self.post: Post = self.world.post(self.us, "我们的新品到货了")
        self.operator.shop.change(API_DAILY_CALLS, 1000)
        self.operator.shop.change(RECALL_SECONDS, 0)

    def customer(self, number: int) -> User:
        return self.world.user(f"客户{number % 5}")

    def sign_in(self) -> Account:
        key = AppKey(self.app.key, redirect_uri="", server=self.server.address)
        begun = self.operator.accounts.begin(key, self.app.secret, redirect_uri=REDIRECT)
        address = pressed(begun.address, self.us.uid)
        return self.operator.accounts.finish(begun, address, role=AccountRole.SERVICE).value

    def account(self) -> Account:
        (account,) = self.operator.accounts.all()
        return account

    def pass_minutes(self, minutes: float) -> None:
        self.world.set_clock(self.clock.advance(minutes=minutes))

    def fetch(self, *, by_hand: bool = True) -> SyncReport:
        return self.operator.sync.fetch(self.account(), by_hand=by_hand).value

    def stored(self) -> list[str]:
        rows = self.operator.desk.connection.execute("SELECT platform_id FROM message ORDER BY platform_id")
        return [row[0] for row in rows]

    def press(self, text: str) -> Intent:
        """Ctrl+Enter on the one ticket that waits."""
        (ticket,) = self.operator.inbox.pane(State.NEW)
        route = self.operator.routes.route(ticket, Audience.PUBLIC)
        assert route.account is not None
        assert route.target is not None
        seen = messages.newest(self.operator.desk.connection, ticket)
        letter = Letter(ticket, route.account.id, route.target, text, AfterSend(State.CLOSED), seen)
        return self.operator.outbox.queue(letter).value

    def step(self) -> Step:
        return self.operator.sender.step(self.account().id)


@contextmanager
def opened_shop(
    clock: SetClock, language: Language, *, file: Path = MEMORY, secrets: SecretStore | None = None
) -> Iterator[Shop]:
    """A shop of which nobody has signed in yet."""
    platform = WeiboPlatform(clock, patience=Patience(connect=5, read=5, whole=10))
    with PracticeWeibo(World(clock.now())) as server:
        operator = build(file, clock=clock, language=language, platform=platform, secrets=secrets or MemorySecrets())
        try:
            yield Shop(server, operator, clock)
        finally:
            operator.close()

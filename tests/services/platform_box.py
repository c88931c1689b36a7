"""A written stand-in for the open platform (a network peer): it keeps what was posted, and answers as it is told."""

from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta

from tests.conftest import SetClock
from weibo_operator.domain.account import AccountRole, AccountState
from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.labels import Platform
from weibo_operator.domain.open_platform import (
    AppKey,
    Delivered,
    Feature,
    FeedPage,
    OnCall,
    OwnComment,
    PlatformError,
    Profile,
    Reaction,
    ReplyTarget,
    Token,
    Unread,
)
from weibo_operator.services import account_secrets
from weibo_operator.services.accounts import Accounts
from weibo_operator.services.desk import Desk
from weibo_operator.storage.times import to_ms

APP = AppKey("2005", server="http://127.0.0.1:1")


@dataclass
class Answer:
    """What the next request meets: the comment is stored (``taken``) or not, and an error may come back."""

    taken: bool = True
    error: PlatformError | None = None


@dataclass
class PlatformBox:
    """Implements ``OpenPlatform``; its sessions share the box."""

    clock: SetClock
    posted: list[OwnComment] = field(default_factory=list)
    answers: deque[Answer] = field(default_factory=deque)
    own_comments_error: PlatformError | None = None
    hides: bool = False
    """What was posted does not show among our own comments."""

    def authorise_address(self, app: AppKey, *, redirect_uri: str, state: str) -> str:
        return f"{app.server}/oauth2/authorize?client_id={app.key}&redirect_uri={redirect_uri}&state={state}"

    def exchange(self, app: AppKey, secret: str, *, code: str, redirect_uri: str) -> Token:
        return Token(f"token-{code}", "900", self.clock.now() + timedelta(days=30))

    def revoke(self, app: AppKey, token: Token) -> None:
        return

    def session(self, app: AppKey, token: Token, *, public_ip: str = "", on_call: OnCall | None = None) -> "BoxSession":
        return BoxSession(self, on_call)

    def will(self, reaction: Reaction, *, taken: bool = False, code: str = "", **data: object) -> None:
        """Let the next request end so."""
        self.answers.append(Answer(taken, PlatformError(reaction, path="comments/reply", platform_code=code, **data)))


@dataclass
class BoxSession:
    """Implements ``PlatformSession``."""

    box: PlatformBox
    on_call: OnCall | None

    def profile(self) -> Profile:
        return Profile("900", "橙果客服")

    def unread(self) -> Unread:
        return Unread(0, 0, 0, 0)

    def page(self, feed: Feature, *, since_id: int = 0, max_id: int = 0, count: int = 50) -> FeedPage:
        return FeedPage((), ())

    def own_comments(self, *, since_id: int = 0, count: int = 50) -> tuple[OwnComment, ...]:
        self._count(Feature.OWN_COMMENTS)
        if self.box.own_comments_error is not None:
            raise self.box.own_comments_error
        return () if self.box.hides else tuple(reversed(self.box.posted))[:count]

    def send(self, target: ReplyTarget, text: str) -> Delivered:
        self._count(Feature.REPLY)
        answer = self.box.answers.popleft() if self.box.answers else Answer()
        now = self.box.clock.now()
        number = str(5_000_000_000_000_000 + len(self.box.posted))
        if answer.taken:
            shown = f"回复@某人:{text}" if target.comment_id else text
            self.box.posted.append(OwnComment(number, shown, target.post_id, target.comment_id, now))
        if answer.error is not None:
            raise answer.error
        return Delivered(number, now)

    def close(self) -> None:
        return

    def _count(self, feature: Feature) -> None:
        if self.on_call is not None:
            self.on_call(feature)


def add_account(accounts: Accounts, desk: Desk, *, uid: str = "900", nickname: str = "橙果客服") -> AccountId:
    """An account that is signed in, as a finished authorisation leaves it."""
    account_secrets.keep(accounts.secrets, APP, "secret", Token("token", uid, desk.now() + timedelta(days=30)))
    values = {
        "platform": Platform.WEIBO.value,
        "uid": uid,
        "nickname": nickname,
        "role": AccountRole.SERVICE.value,
        "app_key": APP.key,
        "redirect_uri": APP.redirect_uri,
        "server": APP.server,
        "state": AccountState.ACTIVE.value,
        "state_since": to_ms(desk.now()),
        "authorised_at": to_ms(desk.now()),
        "expires_at": to_ms(desk.now() + timedelta(days=30)),
        "is_default": int(not accounts.all()),
        "added_at": to_ms(desk.now()),
    }
    with desk.bookkeeping() as recorder:
        return AccountId(recorder.add("account", values))

"""The written stand-in for the open platform (a network peer): lists with rows, what was posted, answers as told."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.conftest import SetClock
from weibo_operator.domain.account import AccountRole, AccountState
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.labels import Audience, Platform, Source
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
from weibo_operator.storage import accounts as stored
from weibo_operator.storage.times import to_ms

APP = AppKey("2005", server="http://127.0.0.1:1")
LIFE = timedelta(days=30)
_SOURCES = {
    Feature.MENTIONS: Source.MENTION,
    Feature.COMMENTS: Source.COMMENT,
    Feature.COMMENT_MENTIONS: Source.COMMENT,
}


@dataclass(frozen=True)
class Call:
    """One request as it came in."""

    feature: Feature
    since_id: int = 0
    max_id: int = 0


@dataclass
class Answer:
    """What the next reply meets: the comment is stored (``taken``) or not, and an error may come back."""

    taken: bool = True
    error: PlatformError | None = None


@dataclass
class PlatformBox:
    """Implements ``OpenPlatform``; its sessions share the box. ``rows`` and ``hidden`` are by list and id."""

    clock: SetClock
    uid: str = "900"
    """Whose permission a code gives that is not in ``codes``."""
    codes: dict[str, str] = field(default_factory=lambda: {"code-900": "900", "code-901": "901"})
    names: dict[str, str] = field(default_factory=lambda: {"900": "橙果客服", "901": "橙果品牌"})
    exchanged: list[str] = field(default_factory=list)
    exchange_error: PlatformError | None = None
    revoked: list[str] = field(default_factory=list)
    revoke_error: PlatformError | None = None
    open_sessions: int = 0
    calls: list[Call] = field(default_factory=list)
    before_call: Callable[[int], None] | None = None
    errors: deque[tuple[Feature, PlatformError]] = field(default_factory=deque)
    cut: PlatformError | None = None
    """Raised by every request."""
    rows: dict[Feature, dict[int, IncomingMessage]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    page_size: int = 50
    counts: Unread | None = None
    private: int = 0
    resets: bool = False
    """Reading a list sets its counter back."""
    read_up_to: dict[Feature, int] = field(default_factory=dict)
    posted: list[OwnComment] = field(default_factory=list)
    hides: bool = False
    """What was posted does not show among our own comments."""
    answers: deque[Answer] = field(default_factory=deque)
    gate: threading.Event | None = None
    """Holds a reply back until it is set."""

    def write(
        self,
        feed: Feature,
        number: int,
        *,
        uid: str = "",
        text: str = "收到的水杯漏水，怎么办",
        posted_at: datetime | None = None,
    ) -> None:
        """A customer's row in a list."""
        uid = uid or f"5{number % 7}"
        self.take(
            feed,
            IncomingMessage(
                platform=Platform.WEIBO,
                platform_id=str(number),
                uid=uid,
                nickname=f"客户{uid}",
                text=f"{text} {number}",
                posted_at=posted_at or self.clock.now() - timedelta(minutes=5),
                source=_SOURCES[feed],
                audience=Audience.PUBLIC,
                link=f"https://weibo.com/{uid}/{number}",
                parent_platform_id=f"9{number}",
            ),
        )

    def take(self, feed: Feature, message: IncomingMessage) -> None:
        """A row of any words in a list."""
        self.rows.setdefault(feed, {})[int(message.platform_id)] = message

    def will_fail(self, feature: Feature, reaction: Reaction, *, code: str = "", **data: object) -> None:
        """Let the next call for a feature end so."""
        self.errors.append((feature, PlatformError(reaction, path=feature.value, platform_code=code, **data)))

    def will(self, reaction: Reaction, *, taken: bool = False, code: str = "", **data: object) -> None:
        """Let the next reply end so."""
        self.answers.append(Answer(taken, PlatformError(reaction, path="comments/reply", platform_code=code, **data)))

    def go_offline(self) -> None:
        self.cut = PlatformError(Reaction.OFFLINE, path="remind/unread_count", platform_code="connect")

    def asked(self, feature: Feature) -> list[Call]:
        """The calls for one feature."""
        return [call for call in self.calls if call.feature is feature]

    def authorise_address(self, app: AppKey, *, redirect_uri: str, state: str) -> str:
        return f"{app.server}/oauth2/authorize?client_id={app.key}&redirect_uri={redirect_uri}&state={state}"

    def exchange(self, app: AppKey, secret: str, *, code: str, redirect_uri: str) -> Token:
        if self.exchange_error is not None:
            raise self.exchange_error
        if code in self.exchanged:
            raise PlatformError(Reaction.SETUP, path="oauth2/access_token", platform_code="21325")
        self.exchanged.append(code)
        return Token(f"value-{code}", self.codes.get(code, self.uid), self.clock.now() + LIFE)

    def revoke(self, app: AppKey, token: Token) -> None:
        self.revoked.append(token.value)
        if self.revoke_error is not None:
            raise self.revoke_error

    def session(self, app: AppKey, token: Token, *, public_ip: str = "", on_call: OnCall | None = None) -> "BoxSession":
        self.open_sessions += 1
        return BoxSession(self, token, on_call)


@dataclass
class BoxSession:
    """Implements ``PlatformSession``."""

    box: PlatformBox
    token: Token
    on_call: OnCall | None

    def profile(self) -> Profile:
        self._called(Call(Feature.PROFILE))
        return Profile(self.token.uid, self.box.names[self.token.uid])

    def unread(self) -> Unread:
        self._called(Call(Feature.UNREAD))
        if self.box.counts is not None:
            return self.box.counts
        read = self.box.read_up_to
        counts = (sum(n > read.get(feed, 0) for n in self.box.rows.get(feed, ())) for feed in _SOURCES)
        return Unread(*counts, self.box.private)

    def page(self, feed: Feature, *, since_id: int = 0, max_id: int = 0, count: int = 50) -> FeedPage:
        self._called(Call(feed, since_id, max_id))
        rows = self.box.rows.get(feed, {})
        if self.box.resets and not max_id:
            self.box.read_up_to[feed] = max(rows, default=0)
        found = sorted((n for n in rows if n > since_id and (not max_id or n <= max_id)), reverse=True)
        ids = tuple(n for n in found[: min(count, self.box.page_size)] if n not in self.box.hidden)
        return FeedPage(tuple(rows[n] for n in ids), ids)

    def own_comments(self) -> tuple[OwnComment, ...]:
        self._called(Call(Feature.OWN_COMMENTS))
        return () if self.box.hides else tuple(reversed(self.box.posted))[:50]

    def send(self, target: ReplyTarget, text: str) -> Delivered:
        if self.box.gate is not None:
            self.box.gate.wait()
        self._called(Call(Feature.REPLY if target.comment_id else Feature.COMMENT))
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
        self.box.open_sessions -= 1

    def _called(self, call: Call) -> None:
        if self.on_call is not None:
            self.on_call(call.feature)
        self.box.calls.append(call)
        if self.box.before_call is not None:
            self.box.before_call(len(self.box.calls))
        if self.box.cut is not None:
            raise self.box.cut
        for waiting in tuple(self.box.errors):
            if waiting[0] is call.feature:
                self.box.errors.remove(waiting)
                raise waiting[1]


def add_account(accounts: Accounts, desk: Desk, *, uid: str = "900", nickname: str = "橙果客服") -> AccountId:
    """An account that is signed in, as a finished authorisation leaves it."""
    account_secrets.keep(accounts.secrets, APP, "secret", Token("token", uid, desk.now() + LIFE))
    return insert_account(desk, APP, uid=uid, nickname=nickname)


def insert_account(
    desk: Desk,
    app: AppKey,
    *,
    uid: str,
    nickname: str,
    role: AccountRole = AccountRole.SERVICE,
    state: AccountState = AccountState.ACTIVE,
) -> AccountId:
    """An account's row alone; no keyring is touched."""
    now = desk.now()
    values = {
        "platform": Platform.WEIBO.value,
        "uid": uid,
        "nickname": nickname,
        "role": role.value,
        "app_key": app.key,
        "redirect_uri": app.redirect_uri,
        "server": app.server,
        "state": state.value,
        "state_since": to_ms(now),
        "authorised_at": to_ms(now),
        "expires_at": to_ms(now + LIFE),
        "is_default": int(not stored.everyone(desk.connection)),
        "added_at": to_ms(now),
    }
    with desk.bookkeeping() as recorder:
        return AccountId(recorder.add("account", values))

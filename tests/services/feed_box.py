"""A written stand-in for the platform's lists (a network peer): rows by list, hidden rows, faults at chosen calls."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.conftest import SetClock
from weibo_operator.domain.channel import IncomingMessage
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

SOURCES = {
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
class FeedBox:
    """Implements ``OpenPlatform``; its sessions share the box. ``rows`` and ``hidden`` are by list and id."""

    clock: SetClock
    rows: dict[Feature, dict[int, IncomingMessage]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    counts: Unread | None = None
    resets: bool = False
    """Reading a list sets its counter back."""
    read_up_to: dict[Feature, int] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    errors: deque[tuple[Feature, PlatformError]] = field(default_factory=deque)
    before_call: Callable[[int], None] | None = None
    codes: dict[str, str] = field(default_factory=lambda: {"code-900": "900", "code-901": "901"})
    names: dict[str, str] = field(default_factory=lambda: {"900": "橙果客服", "901": "橙果品牌"})
    life: timedelta = timedelta(days=30)
    page_size: int = 50
    open_sessions: int = 0
    revoked: list[str] = field(default_factory=list)
    revoke_error: PlatformError | None = None

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
        self.rows.setdefault(feed, {})[number] = IncomingMessage(
            platform=Platform.WEIBO,
            platform_id=str(number),
            uid=uid,
            nickname=f"客户{uid}",
            text=f"{text} {number}",
            posted_at=posted_at or self.clock.now() - timedelta(minutes=5),
            source=SOURCES[feed],
            audience=Audience.PUBLIC,
            link=f"https://weibo.com/{uid}/{number}",
            parent_platform_id=f"9{number}",
        )

    def will_fail(self, feature: Feature, reaction: Reaction, *, code: str = "", **data: object) -> None:
        """Let the next call for a feature end so."""
        self.errors.append((feature, PlatformError(reaction, path=feature.value, platform_code=code, **data)))

    def asked(self, feature: Feature) -> list[Call]:
        """The calls for one feature."""
        return [call for call in self.calls if call.feature is feature]

    def authorise_address(self, app: AppKey, *, redirect_uri: str, state: str) -> str:
        return f"{app.server}/oauth2/authorize?client_id={app.key}&redirect_uri={redirect_uri}&state={state}"

    def exchange(self, app: AppKey, secret: str, *, code: str, redirect_uri: str) -> Token:
        if code not in self.codes:
            raise PlatformError(Reaction.SETUP, path="oauth2/access_token", platform_code="21325")
        uid = self.codes.pop(code)
        return Token(f"value-{code}", uid, self.clock.now() + self.life)

    def revoke(self, app: AppKey, token: Token) -> None:
        self.revoked.append(token.value)
        if self.revoke_error is not None:
            raise self.revoke_error

    def session(
        self, app: AppKey, token: Token, *, public_ip: str = "", on_call: OnCall | None = None
    ) -> "FeedSession":
        self.open_sessions += 1
        return FeedSession(self, token, on_call)


@dataclass
class FeedSession:
    """Implements ``PlatformSession``."""

    box: FeedBox
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
        counts = (sum(n > read.get(feed, 0) for n in self.box.rows.get(feed, ())) for feed in SOURCES)
        mentions, comments, comment_mentions = counts
        return Unread(mentions, comments, comment_mentions, 0)

    def page(self, feed: Feature, *, since_id: int = 0, max_id: int = 0, count: int = 50) -> FeedPage:
        self._called(Call(feed, since_id, max_id))
        rows = self.box.rows.get(feed, {})
        if self.box.resets and not max_id:
            self.box.read_up_to[feed] = max(rows, default=0)
        found = sorted((n for n in rows if n > since_id and (not max_id or n <= max_id)), reverse=True)
        ids = tuple(n for n in found[: min(count, self.box.page_size)] if n not in self.box.hidden)
        return FeedPage(tuple(rows[n] for n in ids), ids)

    def own_comments(self, *, since_id: int = 0, count: int = 50) -> tuple[OwnComment, ...]:
        return ()

    def send(self, target: ReplyTarget, text: str) -> Delivered:
        self._called(Call(Feature.REPLY))
        return Delivered("1", self.box.clock.now())

    def close(self) -> None:
        self.box.open_sessions -= 1

    def _called(self, call: Call) -> None:
        if self.on_call is not None:
            self.on_call(call.feature)
        self.box.calls.append(call)
        if self.box.before_call is not None:
            self.box.before_call(len(self.box.calls))
        for waiting in tuple(self.box.errors):
            if waiting[0] is call.feature:
                self.box.errors.remove(waiting)
                raise waiting[1]

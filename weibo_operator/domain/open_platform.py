"""The contract between the desk and Weibo's open platform (weibo.md parts 2–4): what it is asked, what it answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from urllib.parse import urlsplit

from msgspec import Struct

from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.errors import OperatorError

WEIBO_SERVER = "https://api.weibo.com"
DEFAULT_REDIRECT = "https://api.weibo.com/oauth2/default.html"
"""The platform's own page for clients without one: it shows the code, which the operator pastes (weibo.md 2.1)."""
_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})


class Feature(StrEnum):
    """Each thing the platform may refuse an app by itself."""

    UNREAD = "remind/unread_count"
    MENTIONS = "statuses/mentions"
    COMMENTS = "comments/to_me"
    COMMENT_MENTIONS = "comments/mentions"
    OWN_COMMENTS = "comments/by_me"
    COMMENT = "comments/create"
    REPLY = "comments/reply"
    PROFILE = "users/show"
    LIMITS = "account/rate_limit_status"


FEEDS = (Feature.MENTIONS, Feature.COMMENTS, Feature.COMMENT_MENTIONS)
"""The lists that bring customers' messages, in the order they are fetched."""


class Reaction(StrEnum):
    """What an answer of the platform calls for (weibo.md 4.2, last column)."""

    RETRY = "retry"
    """It was certainly not done: try again after a pause, three times at most."""
    UNKNOWN = "unknown"
    """A write whose outcome nobody knows: 待核实, never sent again by itself."""
    SENT = "sent"
    """20032: done, though it may show a minute or two late."""
    MAYBE_SENT = "maybe_sent"
    """20019, 20111: the same text is there already, probably ours: 待核实."""
    OFFLINE = "offline"
    """The platform could not be reached; nothing left the machine."""
    UNTRUSTED = "untrusted"
    """TLS failed, or the answer came from another host."""
    UNREADABLE = "unreadable"
    """An answer that is no JSON of the platform's, or too large."""
    NO_PERMISSION = "no_permission"
    """10005, 10014, 21326, 403: the feature is switched off, visibly, and not called again."""
    RELOGIN = "relogin"
    SETUP = "setup"
    """The app's own settings or the request are wrong: shown with code and path, not tried again."""
    RATE_LIMIT = "rate_limit"
    PAUSE_WRITES = "pause_writes"
    STOP = "stop"
    """This network address is refused: polling stops until the operator asks again."""
    VARY_TEXT = "vary_text"
    EDIT_TEXT = "edit_text"
    TOO_LONG = "too_long"
    OPEN_PAGE = "open_page"
    """A captcha or an overlay: it can be done in the browser only."""
    TARGET_GONE = "target_gone"
    COMMENT_GONE = "comment_gone"
    """The comment is deleted: answer the post instead."""
    NOT_ALLOWED = "not_allowed"
    """The author does not let us comment: another way is needed."""
    BLOCKED = "blocked"
    """We are on the author's blacklist: leave them alone."""
    CUSTOMER_GONE = "customer_gone"


class PlatformError(OperatorError):
    """The platform refused, or could not be reached: data has reaction, platform_code, path, detail.

    ``retry_at`` (aware UTC) says from when it may be asked again, where the platform said so. No text of a request
    and no token is ever in the data.
    """

    code = "platform"

    def __init__(
        self,
        reaction: Reaction,
        *,
        path: str,
        platform_code: str = "",
        detail: str = "",
        retry_at: datetime | None = None,
    ) -> None:
        super().__init__(reaction=reaction.value, path=path, platform_code=platform_code, detail=detail)
        self.reaction = reaction
        self.path = path
        self.platform_code = platform_code
        self.detail = detail
        self.retry_at = retry_at


class AppKey(Struct, frozen=True):
    """An app of the open platform as the console shows it; its secret lies in the keyring, never here.

    ``redirect_uri`` is empty for the loopback road (http://127.0.0.1:port chosen when asked).
    """

    key: str
    redirect_uri: str = DEFAULT_REDIRECT
    server: str = WEIBO_SERVER


@dataclass(frozen=True, slots=True)
class Token:
    """Permission for one account; the value shows in no ``repr``, hence in no log or traceback."""

    value: str = field(repr=False)
    uid: str
    expires_at: datetime


class Profile(Struct, frozen=True):
    """Our own account as the platform names it."""

    uid: str
    nickname: str


class Unread(Struct, frozen=True):
    """What waits since the lists were last read there (remind/unread_count), by list."""

    mentions: int
    comments: int
    comment_mentions: int
    private: int

    def of(self, feed: Feature) -> int:
        """How many wait in one of ``FEEDS``."""
        return {
            Feature.MENTIONS: self.mentions,
            Feature.COMMENTS: self.comments,
            Feature.COMMENT_MENTIONS: self.comment_mentions,
        }[feed]


class FeedPage(Struct, frozen=True):
    """One answer of a list. ``ids`` are all row ids in it, read or not; ``unreadable`` rows could not be understood."""

    messages: tuple[IncomingMessage, ...]
    ids: tuple[int, ...]
    unreadable: int = 0


class ReplyTarget(Struct, frozen=True):
    """What a public reply is put under: a post, or a comment under a post. ``customer_uid`` guards the recipient."""

    post_id: str
    comment_id: str = ""
    customer_uid: str = ""


class Delivered(Struct, frozen=True):
    """What the platform gave back for a reply; ``platform_id`` is empty where it only said yes (20032)."""

    platform_id: str = ""
    posted_at: datetime | None = None


class OwnComment(Struct, frozen=True):
    """A comment of ours as comments/by_me has it; ``reply_to`` is the comment it answers, or empty."""

    platform_id: str
    text: str
    post_id: str
    reply_to: str
    posted_at: datetime


def is_on_this_machine(address: str) -> bool:
    """The address is this machine's own, as a practice server's is; False for what is no address."""
    try:
        return urlsplit(address).hostname in _THIS_MACHINE
    except ValueError:
        return False


OnCall = Callable[[Feature], None]
"""Called before each request leaves; may raise ``PlatformError`` to keep it from leaving (the day's budget)."""


class PlatformSession(Protocol):
    """One account's access. Every method raises ``PlatformError``; ``close`` gives up the connections."""

    def profile(self) -> Profile:
        """Our own uid and nickname."""
        ...

    def unread(self) -> Unread:
        """What waits, by list: the cheap first call."""
        ...

    def page(self, feed: Feature, *, since_id: int = 0, max_id: int = 0, count: int = 50) -> FeedPage:
        """One answer of a list, newest first: ids above ``since_id`` and, where given, up to ``max_id`` inclusive."""
        ...

    def own_comments(self) -> tuple[OwnComment, ...]:
        """Our own latest comments, newest first."""
        ...

    def send(self, target: ReplyTarget, text: str) -> Delivered:
        """Put a comment under a post or reply to a comment. The request leaves at most once, whatever happens.

        Raises ``PlatformError``: OFFLINE and RETRY only when it is certain that nothing was done, UNKNOWN when not.
        """
        ...

    def close(self) -> None:
        """Give up the connections."""
        ...


class OpenPlatform(Protocol):
    """The platform before anybody is signed in. Every method that calls raises ``PlatformError``."""

    def authorise_address(self, app: AppKey, *, redirect_uri: str, state: str) -> str:
        """The page on which the account's owner agrees."""
        ...

    def exchange(self, app: AppKey, secret: str, *, code: str, redirect_uri: str) -> Token:
        """The token for a code, which works once."""
        ...

    def revoke(self, app: AppKey, token: Token) -> None:
        """Give the permission back."""
        ...

    def session(
        self, app: AppKey, token: Token, *, public_ip: str = "", on_call: OnCall | None = None
    ) -> PlatformSession:
        """Access for one account."""
        ...


class SecretStore(Protocol):
    """Where tokens and app secrets are kept: the system's keyring, or memory where there is none."""

    @property
    def lasts(self) -> bool:
        """False when what is kept is gone with the program (the operator is told)."""
        ...

    def read(self, name: str) -> str | None:
        """What is kept under a name."""
        ...

    def keep(self, name: str, value: str) -> None:
        """Keep a value, replacing an older one."""
        ...

    def forget(self, name: str) -> None:
        """Remove it; nothing there is no error."""
        ...

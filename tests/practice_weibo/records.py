"""What the practice Weibo keeps: accounts, apps, posts, comments, and every write that reached it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict

DEFAULT_PAGE = "https://api.weibo.com/oauth2/default.html"
"""The redirect address of apps without a page of their own; here it leads to the practice server's own page."""

OWN_APP_SECONDS = 157_679_999
"""A token's life when the app's owner authorises his own app: five years (weibo.md 2.3)."""
TEST_SECONDS = 86_400
"""A token's life at the test level."""
ORDINARY_SECONDS = 7 * 86_400


class RefusedError(Exception):
    """The platform says no: a code of weibo.md 4.2 and the HTTP status of the answer."""

    def __init__(self, code: str, *, status: int = 0, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.status = status
        self.detail = detail


@dataclass(frozen=True, slots=True)
class User:
    """Somebody on the practice Weibo; ``is_ours``: may be chosen on the authorise page."""

    uid: str
    name: str
    followers: int = 120
    verified_type: int = -1
    verified_reason: str = ""
    location: str = "浙江 杭州"
    is_ours: bool = False


class UserFacts(TypedDict, total=False):
    """What may be said of somebody besides name and uid; as ``User`` has them."""

    followers: int
    verified_type: int
    verified_reason: str
    location: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class App:
    """An app as the console shows it. ``loopback``: any http://127.0.0.1:port is a good redirect address as well."""

    key: str
    secret: str = field(repr=False)
    name: str
    owner_uid: str
    redirect_uris: tuple[str, ...] = (DEFAULT_PAGE,)
    loopback: bool = True
    token_seconds: int = TEST_SECONDS

    def seconds_for(self, uid: str) -> int:
        """How long a token lives that ``uid`` gives this app."""
        return OWN_APP_SECONDS if uid == self.owner_uid else self.token_seconds


@dataclass(frozen=True, slots=True)
class Post:
    """A post. ``retweet_of`` is the post it passes on, if any."""

    id: int
    uid: str
    text: str
    at: datetime
    retweet_of: int | None = None
    reposts: int = 0
    comments: int = 0
    likes: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment under a post. ``reply_to`` is the comment it answers, if any."""

    id: int
    uid: str
    post_id: int
    text: str
    at: datetime
    reply_to: int | None = None
    likes: int = 0


@dataclass(frozen=True, slots=True)
class Write:
    """One write request that reached the platform: ``outcome`` is "stored" or the code it was refused with.

    ``given`` is the text as it was sent, ``text`` as it was stored (with 回复@昵称: where the platform put it).
    """

    number: int
    at: datetime
    uid: str
    path: str
    post_id: str
    comment_id: str
    given: str
    text: str
    outcome: str
    stored_id: int | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """A token that was given out."""

    value: str = field(repr=False)
    app_key: str
    uid: str
    created_at: datetime
    expires_at: datetime
    is_revoked: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A code on its way to a token: good once and for ten minutes."""

    value: str = field(repr=False)
    app_key: str
    uid: str
    redirect_uri: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Limits:
    """Calls allowed (None: without limit): by an account in an hour and a day, comments of an account in an hour."""

    user_hour: int | None = 150
    user_day: int | None = None
    comments_hour: int | None = 60


NO_LIMITS = Limits(user_hour=None, user_day=None, comments_hour=None)


@dataclass(frozen=True, slots=True)
class Exhausted:
    """Calls of ``path`` (or ``*``) are refused with ``code`` before ``until``."""

    path: str
    code: str
    until: datetime

"""The world of the practice Weibo: who is there, what they wrote, and what our accounts wrote; safe among threads."""

import secrets
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar, Unpack

from tests.practice_weibo import texts
from tests.practice_weibo.records import (
    DEFAULT_PAGE,
    TEST_SECONDS,
    App,
    Code,
    Comment,
    Exhausted,
    Grant,
    Limits,
    Post,
    RefusedError,
    User,
    UserFacts,
    Write,
)

_Item = TypeVar("_Item", Post, Comment)

_EPOCH = 515_483_463
"""Seconds since 1970 at which post ids begin (weibo.md 3.2)."""
_COMMENT_SERIES = 1 << 21
"""Comments have ids of another series: theirs have this bit of the lower half set."""


class World:
    """Accounts, apps, posts and comments under one lock; its clock stands still at ``at``, or runs when None.

    ``refuses_repeats``: 20019 for the text of one's last comment. ``wants_rip``: a write without ``rip`` is 10016.
    ``unread_resets``: reading a list sets its unread counter to nothing, as reading it on the site does.
    ``largest_page``: so many rows a list gives at once, however many are asked for.
    """

    def __init__(
        self,
        at: datetime | None = None,
        *,
        limits: Limits | None = None,
        refuses_repeats: bool = True,
        wants_rip: bool = False,
        unread_resets: bool = True,
        largest_page: int = 200,
    ) -> None:
        self.lock = threading.RLock()
        self.limits = limits or Limits()
        self.refuses_repeats = refuses_repeats
        self.wants_rip = wants_rip
        self.unread_resets = unread_resets
        self.largest_page = largest_page
        self.users: dict[str, User] = {}
        self.apps: dict[str, App] = {}
        self.posts: dict[int, Post] = {}
        self.comments: dict[int, Comment] = {}
        self.gone: set[int] = set()
        self.hidden: set[int] = set()
        self.grants: dict[str, Grant] = {}
        self.codes: dict[str, Code] = {}
        self.exhausted: list[Exhausted] = []
        self._refused: dict[str, str] = {}
        self._writes: list[Write] = []
        self._read_up_to: dict[tuple[str, str], int] = {}
        self._calls: list[tuple[str, datetime]] = []
        self._at = at
        self._shift = timedelta()

    # The clock

    def now(self) -> datetime:
        """The practice Weibo's time, aware UTC."""
        with self.lock:
            return (self._at or datetime.now(UTC)) + self._shift

    def advance(self, **length: float) -> datetime:
        """Move the clock on by timedelta's keywords."""
        with self.lock:
            self._shift += timedelta(**length)
            return self.now()

    def set_clock(self, at: datetime) -> None:
        """Let the clock stand still at ``at``."""
        with self.lock:
            self._at, self._shift = at, timedelta()

    # Who is there

    def user(self, name: str, uid: str = "", **facts: Unpack[UserFacts]) -> User:
        """Somebody, known by the nickname: the same name gives the same person."""
        with self.lock:
            known = next((found for found in self.users.values() if found.name == name), None)
            if known is None:
                known = User(uid=uid or str(7_700_000_001 + 137 * len(self.users)), name=name)
            known = replace(known, **facts)
            self.users[known.uid] = known
            return known

    def account(self, name: str, uid: str = "", **facts: Unpack[UserFacts]) -> User:
        """One of our own accounts."""
        ours: UserFacts = {"verified_type": 2, "followers": 38_600, **facts, "is_ours": True}
        return self.user(name, uid, **ours)

    def rename(self, user: User, name: str) -> User:
        """Give somebody another nickname."""
        with self.lock:
            self.users[user.uid] = replace(user, name=name)
            return self.users[user.uid]

    def app(
        self,
        name: str = "客服台",
        *,
        owner: User | None = None,
        key: str = "",
        secret: str = "",
        redirect_uris: tuple[str, ...] = (DEFAULT_PAGE,),
        loopback: bool = True,
        token_seconds: int = TEST_SECONDS,
    ) -> App:
        """An app of the open platform; its owner's tokens live five years, others' ``token_seconds``."""
        with self.lock:
            made = App(
                key=key or str(1_352_200_061 + len(self.apps)),
                secret=secret or secrets.token_hex(16),
                name=name,
                owner_uid=owner.uid if owner else "",
                redirect_uris=redirect_uris,
                loopback=loopback,
                token_seconds=token_seconds,
            )
            self.apps[made.key] = made
            return made

    def token(self, account: User, app: App | None = None, *, seconds: int | None = None) -> str:
        """A token without the authorise page: of ``app``, or of the only one (made when there is none)."""
        with self.lock:
            app = app or next(iter(self.apps.values()), None) or self.app(owner=account)
            life = app.seconds_for(account.uid) if seconds is None else seconds
            value = f"2.00{secrets.token_urlsafe(22)}"
            now = self.now()
            self.grants[value] = Grant(value, app.key, account.uid, now, now + timedelta(seconds=life))
            return value

    def revoke(self, token: str) -> None:
        """End a token before its time."""
        with self.lock:
            self.grants[token] = replace(self.grants[token], is_revoked=True)

    # What is written

    def post(self, user: User, text: str, *, at: datetime | None = None, retweet_of: Post | None = None) -> Post:
        """A post, now or at an earlier time (its id then is smaller, too)."""
        with self.lock:
            at = at or self.now()
            made = Post(self._new_id(at, 0, self.posts), user.uid, text, at, retweet_of.id if retweet_of else None)
            self.posts[made.id] = made
            return made

    def mention(self, user: User, account: User, text: str, *, at: datetime | None = None) -> Post:
        """A post of ``user`` that names ``account``; the name is put in front unless the text has it."""
        return self.post(user, text if texts.names(text, account.name) else f"@{account.name} {text}", at=at)

    def comment(
        self, user: User, post: Post, text: str, *, reply_to: Comment | None = None, at: datetime | None = None
    ) -> Comment:
        """A comment under a post, or a reply to a comment there."""
        with self.lock:
            at = at or self.now()
            number = self._new_id(at, _COMMENT_SERIES, self.comments)
            made = Comment(number, user.uid, post.id, text, at, reply_to.id if reply_to else None)
            self.comments[made.id] = made
            return made

    def delete(self, item: Post | Comment) -> None:
        """Its author deletes it: lists no longer have it, and nothing can be written under it."""
        with self.lock:
            self.gone.add(item.id)

    def hide(self, item: Post | Comment) -> None:
        """The platform hides it from lists: the page that would have held it is shorter."""
        with self.lock:
            self.hidden.add(item.id)

    def refuse(self, under: Post | User, code: str) -> None:
        """Comments under this post, or to this person, are refused with ``code`` (20130, 20205 to 20207, ...)."""
        with self.lock:
            self._refused[str(under.id) if isinstance(under, Post) else under.uid] = code

    def exhaust(self, path: str, code: str, seconds: int) -> None:
        """Calls of ``path`` (``*``: all) are over the limit for the next ``seconds``."""
        with self.lock:
            self.exhausted.append(Exhausted(path, code, self.now() + timedelta(seconds=seconds)))

    # What the platform shows an account

    def mentions(self, uid: str) -> list[Post]:
        """Posts of others that name the account, newest first."""
        with self.lock:
            name = self.users[uid].name
            return _newest(post for post in self.posts.values() if post.uid != uid and texts.names(post.text, name))

    def comments_to(self, uid: str) -> list[Comment]:
        """Comments of others under the account's posts, and their replies to its comments, newest first."""
        with self.lock:
            return _newest(one for one in self.comments.values() if one.uid != uid and self._is_to(one, uid))

    def comment_mentions(self, uid: str) -> list[Comment]:
        """Comments of others that name the account, newest first."""
        with self.lock:
            name = self.users[uid].name
            return _newest(one for one in self.comments.values() if one.uid != uid and texts.names(one.text, name))

    def comments_by(self, uid: str) -> list[Comment]:
        """The account's own comments, newest first."""
        with self.lock:
            return _newest(one for one in self.comments.values() if one.uid == uid)

    def unread(self, uid: str, path: str) -> int:
        """How many of a list came since it was last read (all, when reading resets nothing)."""
        with self.lock:
            lists: dict[str, Callable[[str], list[Post] | list[Comment]]] = {
                "statuses/mentions": self.mentions,
                "comments/to_me": self.comments_to,
                "comments/mentions": self.comment_mentions,
            }
            last = self._read_up_to.get((uid, path), 0)
            return sum(one.id > last and one.id not in self.gone for one in lists[path](uid))

    def mark_read(self, uid: str, path: str, newest: int) -> None:
        """The account has read a list up to an id, here or on the site."""
        with self.lock:
            if self.unread_resets:
                self._read_up_to[uid, path] = max(newest, self._read_up_to.get((uid, path), 0))

    # What our accounts wrote

    def replies(self) -> list[Write]:
        """Every write that was accepted, in order: a text twice in here was sent twice."""
        with self.lock:
            return [one for one in self._writes if one.outcome == "stored"]

    def writes(self) -> list[Write]:
        """Every write that reached the platform, the refused ones too."""
        with self.lock:
            return list(self._writes)

    def write(self, uid: str, path: str, *, post: int, comment: int, given: str, prefix: str) -> Comment:
        """Take a comment of one of our accounts, or raise ``RefusedError``; either way it is in ``writes``."""
        with self.lock:
            text, outcome, stored = prefix + given, "stored", None
            try:
                self._judge_write(uid, post, comment, given, text)
                made = self.comment(self.users[uid], self.posts[post], text, reply_to=self.comments.get(comment))
                stored = made.id
            except RefusedError as refusal:
                outcome = refusal.code
                raise
            finally:
                entry = Write(
                    len(self._writes) + 1,
                    self.now(),
                    uid,
                    path,
                    str(post or ""),
                    str(comment or ""),
                    given,
                    text,
                    outcome,
                    stored,
                )
                self._writes.append(entry)
            return made

    # Limits

    def count_call(self, uid: str, path: str) -> None:
        """Count a call; raises ``RefusedError`` when a limit is reached or was declared so."""
        with self.lock:
            now = self.now()
            for one in self.exhausted:
                if now < one.until and one.path in ("*", path):
                    raise RefusedError(one.code)
            hour, day = self.calls_since(uid, now - _into_hour(now)), self.calls_since(uid, now - timedelta(days=1))
            if _reached(self.limits.user_hour, hour) or _reached(self.limits.user_day, day):
                raise RefusedError("10023")
            self._calls.append((uid, now))

    def calls_since(self, uid: str, since: datetime) -> int:
        """Counted calls of an account from a moment on."""
        with self.lock:
            return sum(who == uid and at >= since for who, at in self._calls)

    def resets_at(self) -> datetime:
        """When the hour's limits begin anew: the next full hour, later where a limit was declared so."""
        with self.lock:
            now = self.now()
            full_hour = now - _into_hour(now) + timedelta(hours=1)
            declared = [one.until for one in self.exhausted if one.until > now]
            return max(declared) if declared else full_hour

    # Private

    def _judge_write(self, uid: str, post: int, comment: int, given: str, text: str) -> None:
        if post not in self.posts or post in self.gone:
            raise RefusedError("20101")
        if comment and (comment not in self.comments or comment in self.gone):
            raise RefusedError("20201")
        if comment and self.comments[comment].post_id != post:
            raise RefusedError("20201")
        if not given.strip():
            raise RefusedError("20008")
        if texts.length(text) > texts.LIMIT:
            raise RefusedError("20012")
        person = self.comments[comment].uid if comment else self.posts[post].uid
        for key in (str(post), person):
            if key in self._refused:
                raise RefusedError(self._refused[key])
        mine = [one for one in self._writes if one.uid == uid and one.outcome == "stored"]
        if self.refuses_repeats and mine and mine[-1].given == given:
            raise RefusedError("20019")
        since = self.now() - _into_hour(self.now())
        if _reached(self.limits.comments_hour, sum(one.at >= since for one in mine)):
            raise RefusedError("10024")

    def _is_to(self, one: Comment, uid: str) -> bool:
        if self.posts[one.post_id].uid == uid:
            return True
        return one.reply_to is not None and self.comments[one.reply_to].uid == uid

    def _new_id(self, at: datetime, series: int, taken: dict[int, Post] | dict[int, Comment]) -> int:
        number = ((int(at.timestamp()) - _EPOCH) << 22) + series
        while number in taken:
            number += 1
        return number


def _newest(items: Iterable[_Item]) -> list[_Item]:
    return sorted(items, key=lambda one: one.id, reverse=True)


def _into_hour(at: datetime) -> timedelta:
    return timedelta(minutes=at.minute, seconds=at.second, microseconds=at.microsecond)


def _reached(limit: int | None, used: int) -> bool:
    return limit is not None and used >= limit

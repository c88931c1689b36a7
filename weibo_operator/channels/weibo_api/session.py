"""One account's access to the platform: its lists, its own comments, and one reply at a time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

from weibo_operator.channels.file_import.json_values import JsonObject, as_object
from weibo_operator.channels.weibo_api.addresses import resource, unread_resource
from weibo_operator.channels.weibo_api.dates import exact_time
from weibo_operator.channels.weibo_api.objects import (
    author_of,
    comment_from,
    is_deleted,
    mention_from,
    nickname_of,
    own_comment_from,
)
from weibo_operator.channels.weibo_api.transport import Request, Transport
from weibo_operator.channels.weibo_api.values import id_of, text_at, whole_number
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.clock import Clock
from weibo_operator.domain.open_platform import (
    Delivered,
    Feature,
    FeedPage,
    OnCall,
    OwnComment,
    PlatformError,
    Profile,
    Reaction,
    ReplyTarget,
    Unread,
)

_FULL_PAGE = 50
_READERS: dict[Feature, tuple[str, Callable[..., IncomingMessage | None]]] = {
    Feature.MENTIONS: ("statuses", mention_from),
    Feature.COMMENTS: ("comments", comment_from),
    Feature.COMMENT_MENTIONS: ("comments", comment_from),
}
_PAGE_KEYS = ("total_number", "next_cursor", "previous_cursor", "hasvisible")
_UNREAD_KEYS = ("mention_status", "cmt", "mention_cmt", "dm")
_LONGEST_WAIT = 24 * 3600
_LIMITS_OF_THE_HOUR = frozenset({"10022", "10023", "10024"})
"""Over the limit of an address, an account or one call: ``account/rate_limit_status`` tells until when."""


class WeiboSession:
    """Implements ``PlatformSession``; made by ``WeiboPlatform.session``."""

    def __init__(
        self,
        transport: Transport,
        clock: Clock,
        *,
        server: str,
        uid: str,
        public_ip: str = "",
        on_call: OnCall | None = None,
    ) -> None:
        self._transport = transport
        self._clock = clock
        self._server = server
        self._uid = uid
        self._public_ip = public_ip
        self._on_call = on_call

    def profile(self) -> Profile:
        """Our own uid and nickname."""
        user = self._object(Feature.PROFILE, {"uid": self._uid})
        uid, nickname = id_of(user), nickname_of(user)
        if not uid or not nickname:
            raise _unreadable(Feature.PROFILE)
        return Profile(uid, nickname)

    def unread(self) -> Unread:
        """What waits, by list: the cheap first call."""
        counts = self._object(Feature.UNREAD, {"uid": self._uid})
        if not any(key in counts for key in _UNREAD_KEYS):
            raise _unreadable(Feature.UNREAD)
        mentions, comments, comment_mentions, private = (whole_number(counts.get(key)) or 0 for key in _UNREAD_KEYS)
        return Unread(mentions, comments, comment_mentions, private)

    def page(self, feed: Feature, *, since_id: int = 0, max_id: int = 0, count: int = 50) -> FeedPage:
        """One answer of a list, newest first: ids above ``since_id`` and, where given, up to ``max_id`` inclusive.

        What we wrote ourselves and shells of deleted rows are no messages; their ids still count.
        """
        key, reader = _READERS[feed]
        rows = self._rows(feed, key, since_id=since_id, max_id=max_id, count=count)
        now = self._clock.now()
        messages: list[IncomingMessage] = []
        ids: list[int] = []
        unreadable = 0
        for row in rows:
            number = int(id_of(row) or 0) if row is not None else 0
            if number and (number <= since_id or (max_id and number > max_id)):
                continue  # Not asked for: a list that forgets its bounds must not send us through the whole past.
            if number:
                ids.append(number)
            if row is None or not (is_deleted(row) or author_of(row) == self._uid):
                message = None if row is None else reader(row, now)
                if message is None:
                    unreadable += 1
                else:
                    messages.append(message)
        return FeedPage(tuple(messages), tuple(ids), unreadable)

    def own_comments(self) -> tuple[OwnComment, ...]:
        """Our own latest comments, newest first.

        Rows that can't be understood are left out: that a comment is missing here proves nothing, in any case.
        """
        now = self._clock.now()
        rows = self._rows(Feature.OWN_COMMENTS, "comments")
        read = (own_comment_from(row, now) for row in rows if row is not None and not is_deleted(row))
        return tuple(comment for comment in read if comment is not None)

    def send(self, target: ReplyTarget, text: str) -> Delivered:
        """Put a comment under a post or reply to a comment. The request leaves at most once, whatever happens.

        Raises ``PlatformError``: OFFLINE and RETRY only when it is certain that nothing was done, UNKNOWN when not.
        """
        feature = Feature.REPLY if target.comment_id else Feature.COMMENT
        form = {"id": target.post_id, "comment": _sendable(feature, text)}
        if target.comment_id:
            form |= {"cid": target.comment_id, "without_mention": "0"}
        if self._public_ip:
            form["rip"] = self._public_ip
        if not all(whole_number(form[key]) for key in ("id", "cid") if key in form):
            raise PlatformError(Reaction.SETUP, path=feature.value, platform_code="no_target")
        request = Request(feature.value, resource(self._server, feature.value), form=form, is_write=True)
        try:
            answer = as_object(self._asked(feature, request))
        except PlatformError as error:
            if error.reaction is Reaction.SENT:
                return Delivered()
            raise
        number = "" if answer is None else id_of(answer)
        if answer is None or not number:
            raise PlatformError(Reaction.UNKNOWN, path=feature.value, detail="no comment")
        return Delivered(number, exact_time(text_at(answer, "created_at"), self._clock.now()))

    def close(self) -> None:
        """Give up the connections."""
        self._transport.close()

    def _rows(
        self, feed: Feature, key: str, *, since_id: int = 0, max_id: int = 0, count: int = _FULL_PAGE
    ) -> list[JsonObject | None]:
        """The rows of a list, None for what is no object; raises UNREADABLE for what is no list."""
        query = {"count": str(max(1, min(count, _FULL_PAGE)))}
        if since_id:
            query["since_id"] = str(since_id)
        if max_id:
            query["max_id"] = str(max_id)
        document = self._read(feed, query)
        answer = as_object(document)
        rows = document if answer is None else answer.get(key)
        if rows is None and answer is not None and any(known in answer for known in _PAGE_KEYS):
            return []
        if not isinstance(rows, list):
            raise _unreadable(feed)
        return [as_object(row) for row in cast("list[object]", rows)]

    def _object(self, feature: Feature, query: dict[str, str]) -> JsonObject:
        answer = as_object(self._read(feature, query))
        if answer is None:
            raise _unreadable(feature)
        return answer

    def _read(self, feature: Feature, query: dict[str, str]) -> object:
        address = unread_resource if feature is Feature.UNREAD else resource
        return self._asked(feature, Request(feature.value, address(self._server, feature.value), query=query))

    def _asked(self, feature: Feature, request: Request) -> object:
        try:
            return self._called(feature, request)
        except PlatformError as error:
            if error.platform_code not in _LIMITS_OF_THE_HOUR or error.retry_at is not None:
                raise
            refused = error
        refused.retry_at = self._limit_ends_at()
        raise refused

    def _called(self, feature: Feature, request: Request) -> object:
        if self._on_call is not None:
            self._on_call(feature)
        return self._transport.ask(request)

    def _limit_ends_at(self) -> datetime | None:
        """When the limit that was reached begins anew, as the platform tells; None where it doesn't."""
        path = Feature.LIMITS.value
        try:
            limits = as_object(self._called(Feature.LIMITS, Request(path, resource(self._server, path))))
        except PlatformError:
            return None
        if limits is None:
            return None
        now = self._clock.now()
        # Counted from our own clock, which may be wrong, and then so is the platform's date on it.
        seconds = whole_number(limits.get("reset_time_in_seconds"))
        if seconds is not None and seconds <= _LONGEST_WAIT:
            return now + timedelta(seconds=seconds)
        return exact_time(text_at(limits, "reset_time"), now)


def _sendable(feature: Feature, text: str) -> str:
    """``text`` where it can be written in UTF-8; raises EDIT_TEXT for half a character, before anything leaves."""
    if not text.strip() or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise PlatformError(Reaction.EDIT_TEXT, path=feature.value)
    return text


def _unreadable(feature: Feature) -> PlatformError:
    return PlatformError(Reaction.UNREADABLE, path=feature.value, detail="shape")

"""Whatever the open platform, or something in between, may answer: objects, errors, pages of HTML, other bytes."""

import ssl
from collections.abc import Callable, Mapping
from random import Random

import httpx

from tests.fuzz import samples
from tests.fuzz.invariants import WrongError, check_message, demand, expected
from tests.fuzz.mutator import damaged_bytes, damaged_text
from tests.fuzz.targets.base import Input, Place, StandingClock, file_bytes
from tests.fuzz.words import document, nasty, tree
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.channels.weibo_api.session import WeiboSession
from weibo_operator.channels.weibo_api.transport import Patience, Transport
from weibo_operator.domain.open_platform import AppKey, Feature, PlatformError, Reaction, ReplyTarget, Token

_APP = AppKey("2005", server="http://127.0.0.1:9")
_STATUSES = (200, 200, 200, 200, 201, 204, 301, 302, 400, 401, 403, 404, 418, 429, 500, 502, 503, 599)
_TARGETS = (ReplyTarget("5100000000000001", ""), ReplyTarget("5100000000000001", "5100000000009001"))
_HTML = b"<!DOCTYPE html><html><head><title>502</title></head><body>nginx</body></html>"
_OBJECTS: tuple[object, ...] = (
    *samples.DOCUMENTS,
    {"error": "expired_token", "error_code": 21327, "request": "/2/comments/to_me.json"},
    {"error": "rate limit", "error_code": 10023},
    {"ok": -100, "msg": "请先登录"},
    {"cmt": 3, "mention_status": "2", "mention_cmt": 0, "dm": 1},
    {"access_token": "2.00abc", "uid": "900", "expires_in": 157679999, "remind_in": "157679999"},
    {"idstr": "900", "screen_name": "橙果客服"},
    {"reset_time": "2026-11-19 15:00:00", "reset_time_in_seconds": 3000},
    {"idstr": "5100000000009900", "created_at": "Thu Nov 19 14:10:00 +0800 2026", "text": "回复@甲:好"},
)


class PlatformTarget:
    """The client with a network that answers anything; the first line of an input tells call, status and headers."""

    def __init__(self, place: Place) -> None:
        self._answer: Callable[[], httpx.Response] = lambda: httpx.Response(200)
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        client = httpx.Client(transport=httpx.MockTransport(lambda _: self._answer()))
        self._platform = _Platform(client, trust)
        self._session = WeiboSession(
            self._platform.transport(), StandingClock(), server=_APP.server, uid="900", public_ip="203.0.113.7"
        )
        self._good = [document(each, Random(0)).encode() for each in _OBJECTS]
        self._calls = self._named_calls()

    def make(self, random: Random) -> Input:
        """A head line and a body."""
        retry = random.choice(
            ("", "", "", "30", "Wed, 21 Oct 2099 07:28:00 GMT", "-1", "9" * 30, "x", "Thu, 99 Foo 0000")
        )
        call, status, coding = (random.choice(each) for each in (tuple(self._calls), _STATUSES, ("", "gzip", "br")))
        return f"{call}|{status}|{retry}|{coding}".encode() + b"\n" + self._body(random)

    def check(self, data: Input) -> None:
        """Ask; what comes is an object of the desk's or a ``PlatformError`` that says what to do."""
        head, _, body = file_bytes(data).partition(b"\n")
        call, status, retry, coding = [*head.decode("latin-1").split("|"), "", "", ""][:4]
        headers = {"content-type": "application/json"}
        headers |= {"retry-after": retry} if retry.isascii() and retry.isprintable() else {}
        headers |= {"content-encoding": "gzip"} if coding == "gzip" else {}
        headers |= {"location": "https://example.org/"} if status.startswith("3") else {}
        number = int(status) if status.isdecimal() and len(status) == 3 else 200
        self._answer = lambda: httpx.Response(number, headers=headers, stream=_Body(body))
        with expected() as caught:
            self._calls.get(call, self._session.profile)()
        if call in {"send", "reply"} and isinstance(caught.error, PlatformError):
            demand(caught.error.reaction is not Reaction.OFFLINE, "a write that left is said to have stayed here")

    def close(self) -> None:
        """Give up the client."""
        self._session.close()

    def _named_calls(self) -> Mapping[str, Callable[[], object]]:
        session, platform = self._session, self._platform
        return {
            "profile": session.profile,
            "unread": session.unread,
            "mentions": lambda: self._page(Feature.MENTIONS),
            "comments": lambda: self._page(Feature.COMMENTS),
            "named": lambda: self._page(Feature.COMMENT_MENTIONS),
            "own": session.own_comments,
            "send": lambda: session.send(_TARGETS[0], "已为您补发"),
            "reply": lambda: session.send(_TARGETS[1], "已为您补发"),
            "exchange": lambda: platform.exchange(_APP, "secret", code="c", redirect_uri="http://127.0.0.1/"),
            "revoke": lambda: platform.revoke(_APP, Token("value", "900", StandingClock().now())),
        }

    def _page(self, feed: Feature) -> None:
        page = self._session.page(feed, since_id=1)
        for message in page.messages:
            check_message(message)
        if any(not 1 < number < 2**63 for number in page.ids):
            raise WrongError("an id that was not asked for")

    def _body(self, random: Random) -> bytes:
        chosen = random.random()
        if chosen < 0.35:
            return damaged_bytes(random, random.choice(self._good), self._good)
        if chosen < 0.6:
            texts = [each.decode() for each in self._good]
            return damaged_text(random, random.choice(texts), texts).encode("utf-8", "surrogatepass")
        if chosen < 0.9:
            return document(tree(random, samples.JSON_KEYS), random).encode("utf-8", "surrogatepass")
        return random.choice(
            (_HTML, b"", b"null", b"[" * 5000, nasty(random).encode("utf-8", "surrogatepass"), b"\x1f\x8b\x08")
        )


class _Body(httpx.SyncByteStream):
    """A body that comes in pieces."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __iter__(self):
        for at in range(0, len(self._content), 1000):
            yield self._content[at : at + 1000]


class _Platform(WeiboPlatform):
    """The platform's client over a network of our own."""

    def __init__(self, client: httpx.Client, trust: ssl.SSLContext) -> None:
        super().__init__(StandingClock(), trust=trust)
        self._client = client
        self._ssl = trust

    def transport(self) -> Transport:
        """A transport whose network is the test's."""
        made = Transport(_APP.server, StandingClock(), patience=Patience(), trust=self._ssl)
        made.close()
        made._client = self._client
        return made

    def _transport(self, app: AppKey, token: str = "") -> Transport:
        return _Lasting(self.transport())


class _Lasting(Transport):
    """A transport that stays open for the next input."""

    def __init__(self, other: Transport) -> None:
        for name in ("_clock", "_patience", "_token", "_client"):
            setattr(self, name, getattr(other, name))

    def close(self) -> None:
        """Nothing is given up."""

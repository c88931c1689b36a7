"""The one place that talks HTTP to the platform: one request, one bounded answer, one reading of what went wrong."""

import json
import ssl
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import cast

import httpx
from msgspec import Struct

from weibo_operator.channels.deadline import Deadline
from weibo_operator.channels.weibo_api.addresses import same_host
from weibo_operator.channels.weibo_api.errors import is_certain, reaction_to, refusal_in
from weibo_operator.channels.weibo_api.values import whole_number
from weibo_operator.domain.clock import Clock
from weibo_operator.domain.open_platform import PlatformError, Reaction, is_on_this_machine

LARGEST_ANSWER = 4 * 1024 * 1024
_LONGEST_REST = timedelta(days=1)
_OK = 200
_SHORTEST_HIDDEN = 4
_NOTHING_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError, httpx.PoolTimeout)
_NEVER_BEGUN = (httpx.UnsupportedProtocol, httpx.LocalProtocolError)


class Patience(Struct, frozen=True):
    """How long to wait, in seconds: for a connection, for the next piece of an answer, and for the whole request.

    The window says that it waits for a minute at most when it is closed.
    """

    connect: float = 10
    read: float = 20
    whole: float = 60


@dataclass(frozen=True, slots=True)
class Request:
    """One request. ``form`` makes it a POST; ``is_write`` says that it changes something others can see."""

    path: str
    address: str
    query: Mapping[str, str] = field(default_factory=dict[str, str])
    form: Mapping[str, str] | None = field(default=None, repr=False)
    is_write: bool = False


class Transport:
    """Sends requests to one server. Every failure is a ``PlatformError`` that holds no word of the request.

    Redirects are never followed. No connection is kept for the next request: one that the server has dropped in the
    meantime would leave open whether a reply went out. Proxies of the system are used, for some offices have no other
    way out, but never for this machine's own addresses.
    """

    def __init__(
        self,
        server: str,
        clock: Clock,
        *,
        token: str = "",
        patience: Patience,
        trust: ssl.SSLContext,
    ) -> None:
        self._clock = clock
        self._patience = patience
        self._token = token
        self._client = _client(server, token, patience, trust)

    def ask(self, request: Request) -> object:
        """The answer's JSON; raises ``PlatformError`` for refusals, for failures and for what is no JSON."""
        status, headers, body = self._answer(request)
        document, readable = _read_json(body)
        refusal = refusal_in(document) if readable else None
        if refusal is not None:
            reaction = reaction_to(refusal.code, status, is_write=request.is_write)
            detail = self._hidden(refusal.detail, request)
            raise self._error(request, reaction, code=refusal.code, detail=detail, headers=headers, status=status)
        if status != _OK:
            reaction = reaction_to("", status, is_write=request.is_write)
            raise self._error(request, reaction, headers=headers, status=status)
        if not readable:
            raise self._error(request, _unless_write(request, Reaction.UNREADABLE), detail="no JSON")
        return document

    def close(self) -> None:
        """Give up the connections."""
        self._client.close()

    def _answer(self, request: Request) -> tuple[int, httpx.Headers, bytes]:
        # Raised outside the handlers: a chained exception would carry the request with all its words.
        built = self._built(request)
        if built is None:
            raise self._error(request, Reaction.SETUP, detail="request")
        with Deadline(self._patience.whole) as deadline:
            built.extensions["trace"] = deadline.hear
            try:
                with closing(self._client.send(built, stream=True)) as response:
                    if response.is_redirect:
                        failure = self._redirected(request, response)
                    else:
                        body = self._body(response, deadline)
                        if body is not None:
                            return response.status_code, response.headers, body
                        failure = self._error(request, _unless_write(request, Reaction.UNREADABLE), detail="too large")
            except _NEVER_BEGUN:
                failure = self._error(request, Reaction.SETUP, detail="request")
            except httpx.HTTPError as error:
                failure = self._broken(request, error)
        raise failure

    def _built(self, request: Request) -> httpx.Request | None:
        """The request as it will leave; None where its address or words can't be written."""
        method = "GET" if request.form is None else "POST"
        with suppress(UnicodeError, httpx.InvalidURL):
            return self._client.build_request(method, request.address, params=request.query or None, data=request.form)
        return None

    @staticmethod
    def _body(response: httpx.Response, deadline: Deadline) -> bytes | None:
        """The whole body, or None where it is larger than any answer of the platform's; a refusal's may be cut."""
        body = bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > LARGEST_ANSWER:
                return b"" if is_certain(response.status_code) else None
        if deadline.is_over:  # cut off, which looks like an end
            raise httpx.ReadTimeout("the answer takes too long")
        return bytes(body)

    def _redirected(self, request: Request, response: httpx.Response) -> PlatformError:
        target = response.headers.get("location", "")
        reaction = Reaction.UNREADABLE if same_host(target, request.address) else Reaction.UNTRUSTED
        return self._error(request, _unless_write(request, reaction), detail="redirect")

    def _broken(self, request: Request, error: httpx.HTTPError) -> PlatformError:
        kind = type(error).__name__
        left = not isinstance(error, _NOTHING_LEFT)
        if left and request.is_write:
            return self._error(request, Reaction.UNKNOWN, detail=kind)
        if _is_tls(error):
            return self._error(request, Reaction.UNTRUSTED, detail="TLS")
        if isinstance(error, httpx.DecodingError):
            return self._error(request, Reaction.UNREADABLE, detail=kind)
        return self._error(request, Reaction.RETRY if left else Reaction.OFFLINE, detail=kind)

    def _error(
        self,
        request: Request,
        reaction: Reaction,
        *,
        code: str = "",
        detail: str = "",
        headers: httpx.Headers | None = None,
        status: int = 0,
    ) -> PlatformError:
        shown = code or (f"HTTP {status}" if status else "")
        rest = None if headers is None else _rest_until(headers.get("retry-after", ""), self._clock.now())
        return PlatformError(reaction, path=request.path, platform_code=shown, detail=detail, retry_at=rest)

    def _hidden(self, detail: str, request: Request) -> str:
        """What the platform said, without the token, secret or words that it may repeat."""
        for word in (self._token, *(request.form or {}).values()):
            if len(word) >= _SHORTEST_HIDDEN:
                detail = detail.replace(word, "…")
        return detail


def _client(server: str, token: str, patience: Patience, trust: ssl.SSLContext) -> httpx.Client:
    headers = {"Accept": "application/json", "Accept-Encoding": "identity", "Connection": "close"}
    if token:
        headers["Authorization"] = f"OAuth2 {token}"
    client: httpx.Client | None = None
    # Proxies of a kind that this program can't use (SOCKS), or written wrongly, raise here.
    with suppress(ImportError, ValueError, httpx.InvalidURL):
        client = httpx.Client(
            headers=headers,
            verify=trust,
            trust_env=not is_on_this_machine(server),
            follow_redirects=False,
            timeout=httpx.Timeout(patience.read, connect=patience.connect),
            limits=httpx.Limits(max_connections=4, max_keepalive_connections=0),
        )
    if client is None:
        raise PlatformError(Reaction.OFFLINE, path="", platform_code="proxy")
    return client


def _unless_write(request: Request, reaction: Reaction) -> Reaction:
    """A write whose answer can't be understood may have been done."""
    return Reaction.UNKNOWN if request.is_write else reaction


def _read_json(body: bytes) -> tuple[object, bool]:
    try:
        return cast("object", json.loads(body)), True
    except (ValueError, RecursionError):
        return None, False


def _is_tls(error: BaseException) -> bool:
    """A certificate or a protocol that can't be trusted; a handshake that only broke off is a lost connection."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return not isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError)
        cause = cause.__cause__ or cause.__context__
    return False


def _rest_until(written: str, now: datetime) -> datetime | None:
    """Retry-After: seconds, or a date; a day at most."""
    seconds = whole_number(written)
    if seconds is not None:
        return now + min(timedelta(seconds=min(seconds, 10**6)), _LONGEST_REST)
    try:
        moment = parsedate_to_datetime(written)
        moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
        return min(max(moment, now), now + _LONGEST_REST)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None

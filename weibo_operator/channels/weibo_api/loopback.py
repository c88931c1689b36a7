"""Listens on this machine, once, for the browser that brings the platform's answer to "may this program in?"."""

import hmac
import os
import re
import selectors
import socket
import threading
import time
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from msgspec import Struct, field

from weibo_operator.channels.weibo_api.errors import OAUTH_NAMES, reaction_to_code
from weibo_operator.domain.open_platform import PlatformError, Reaction
from weibo_operator.translation import tr

PATH = "oauth2/authorize"
_HOST = "127.0.0.1"
_LONGEST_HEAD = 16 * 1024
_MOST_CALLERS = 32
_CODE = re.compile(r"[A-Za-z0-9._~-]{6,256}")
_PAGE = (
    '<!doctype html><html><head><meta charset="utf-8"><title>' + tr("微博客服台") + "</title></head>"
    '<body style="font-family:sans-serif;text-align:center;padding-top:20vh"><h1>{head}</h1><p>{body}</p></body></html>'
)
_DONE = _PAGE.format(head=tr("已经授权"), body=tr("可以关上这一页，回到微博客服台了。"))
_REFUSED = _PAGE.format(head=tr("没有授权"), body=tr("可以关上这一页，回到微博客服台了。"))
_OTHER = _PAGE.format(head=tr("不是这一次的授权"), body=tr("请回到微博客服台，从那里重新打开授权页。"))
_NOTHING = _PAGE.format(head=tr("这里没有内容"), body=tr("请回到微博客服台。"))


class RedirectListener:
    """Listens on 127.0.0.1 for one redirect. ``wait`` may run on any thread; ``cancel`` ends it from another.

    It listens from the beginning, so that its ``redirect_uri`` can stand in the address of the authorise page. With a
    ``redirect_uri`` of this machine (``http://127.0.0.1:8765/weibo``) its port and path are used; without one a free
    port is chosen. Raises ``PlatformError`` (SETUP, ``port``) when the port is taken, (SETUP, 21322) for another
    machine's address.
    """

    def __init__(self, redirect_uri: str = "") -> None:
        port, self._path = _place(redirect_uri)
        self._listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # Elsewhere it would let another program listen on the same port.
            self._listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken = False
        try:
            self._listening.bind((_HOST, port))
        except OSError:
            taken = True
        if taken:
            self._listening.close()
            raise _setup("port")
        self._listening.listen(_MOST_CALLERS)
        self._listening.setblocking(False)
        self._redirect_uri = redirect_uri or f"http://{_HOST}:{self._listening.getsockname()[1]}"
        self._bell, self._rung = socket.socketpair()
        self._bell.setblocking(False)
        self._rung.setblocking(False)
        self._lock = threading.Lock()
        self._waiting = self._closed = False

    @property
    def redirect_uri(self) -> str:
        """What to give the platform as redirect_uri, on the authorise page and in the exchange alike."""
        return self._redirect_uri

    def wait(self, state: str, seconds: float) -> str | None:
        """The code, or None when cancelled; closes the listener either way.

        Raises ``PlatformError``: SETUP with the platform's code when the owner refused (21330), RETRY (``timed_out``)
        after ``seconds``. An answer with another state is turned away, and waiting goes on.
        """
        with self._lock:
            if self._closed or self._waiting:
                return None
            self._waiting = True
        ends_at = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            selector.register(self._listening, selectors.EVENT_READ)
            selector.register(self._rung, selectors.EVENT_READ)
            try:
                while (left := ends_at - time.monotonic()) > 0:
                    for key, _ in selector.select(left):
                        if key.fileobj is self._rung:
                            return None
                        outcome = self._serve(selector, key, state)
                        if outcome is not None:
                            return outcome.code_or_raise()
            finally:
                self._hang_up(selector)
        raise PlatformError(Reaction.RETRY, path=PATH, platform_code="timed_out")

    def cancel(self) -> None:
        """End ``wait`` from another thread; later calls do nothing. Never blocks."""
        try:
            self._bell.send(b"x")
        except OSError:
            return

    def close(self) -> None:
        """Give up the port, at once or as soon as ``wait`` has seen it; never blocks."""
        with self._lock:
            if self._waiting:
                self.cancel()
                return
            self._closed = True
            for each in (self._listening, self._bell, self._rung):
                each.close()

    def _serve(self, selector: selectors.BaseSelector, key: selectors.SelectorKey, state: str) -> "_Outcome | None":
        if key.fileobj is self._listening:
            self._accept(selector)
            return None
        caller: _Caller = key.data
        request = caller.read()
        if request is None:
            return None
        selector.unregister(caller.connection)
        outcome = _answered(caller, request, path=self._path, state=state)
        caller.connection.close()
        return outcome

    def _accept(self, selector: selectors.BaseSelector) -> None:
        try:
            connection, _ = self._listening.accept()
        except OSError:
            return
        if len(selector.get_map()) > _MOST_CALLERS:
            connection.close()
            return
        connection.setblocking(False)
        selector.register(connection, selectors.EVENT_READ, _Caller(connection))

    def _hang_up(self, selector: selectors.BaseSelector) -> None:
        for key in list(selector.get_map().values()):
            if isinstance(key.data, _Caller):
                key.data.connection.close()
        with self._lock:
            self._waiting = False
        self.close()


class _Outcome(Struct, frozen=True):
    code: str
    refusal: PlatformError | None

    def code_or_raise(self) -> str:
        if self.refusal is not None:
            raise self.refusal
        return _plain_code(self.code)


class _Caller(Struct):
    """A connection of the browser's, some of which it opens ahead and never speaks on."""

    connection: socket.socket
    heard: bytearray = field(default_factory=bytearray)

    def read(self) -> str | None:
        """The request's first line once its whole head is there, "" for what is no request, None until then."""
        try:
            piece = self.connection.recv(_LONGEST_HEAD)
        except BlockingIOError:
            return None
        except OSError:
            return ""
        self.heard += piece
        if b"\r\n\r\n" in self.heard:
            return bytes(self.heard.partition(b"\r\n")[0]).decode("ascii", "replace")
        return "" if not piece or len(self.heard) > _LONGEST_HEAD else None

    def say(self, status: str, page: str) -> None:
        """Answer and end the conversation; a browser that has gone away does not matter."""
        body = page.encode()
        head = (
            f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
            "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n"
        )
        try:
            self.connection.sendall(head.encode("ascii") + body)
            self.connection.shutdown(socket.SHUT_WR)
        except OSError:
            return


def _answered(caller: _Caller, request: str, *, path: str, state: str) -> _Outcome | None:
    method, _, rest = request.partition(" ")
    asked, _, written = rest.partition(" ")[0].partition("?")
    query = dict(parse_qsl(written)) if method == "GET" and asked == path else {}
    code, refusal = query.get("code", ""), _refusal(query)
    if not (code or refusal):
        caller.say("404 Not Found", _NOTHING)
        return None
    if not _same(query.get("state", ""), state):
        caller.say("400 Bad Request", _OTHER)
        return None
    caller.say("200 OK", _REFUSED if refusal is not None else _DONE)
    return _Outcome(code, refusal)


def _place(redirect_uri: str) -> tuple[int, str]:
    if not redirect_uri:
        return 0, "/"
    try:
        parts = urlsplit(redirect_uri)
        port = parts.port
    except ValueError:
        port, parts = None, urlsplit("")
    if parts.scheme != "http" or parts.hostname not in {_HOST, "localhost"} or port is None:
        raise _setup("21322")
    return port, parts.path or "/"


def _same(given: str, expected: str) -> bool:
    return bool(expected) and hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def _plain_code(code: str) -> str:
    if _CODE.fullmatch(code) is None:
        raise _setup("no_code")
    return code


def _refusal(query: Mapping[str, str]) -> PlatformError | None:
    name = query.get("error", "")
    code = query.get("error_code", "") or OAUTH_NAMES.get(name, "")
    if not name and not code:
        return None
    if not (code.isascii() and code.isdecimal()):
        code = ""
    return PlatformError(reaction_to_code(code) or Reaction.SETUP, path=PATH, platform_code=code)


def _setup(code: str) -> PlatformError:
    return PlatformError(Reaction.SETUP, path=PATH, platform_code=code)

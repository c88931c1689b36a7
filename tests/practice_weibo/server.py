"""The practice Weibo's server on 127.0.0.1: HTTP, the faults, and closing everything it opened."""

import contextlib
import json
import socket
import struct
import sys
import threading
from collections.abc import Iterable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlsplit

from tests.practice_weibo import api, errors, oauth, pages, practice, texts
from tests.practice_weibo.answers import Answer, json_answer, page_answer
from tests.practice_weibo.api import Call
from tests.practice_weibo.faults import HOLDING, SHAPING, Faults, Kind, Rule
from tests.practice_weibo.records import RefusedError
from tests.practice_weibo.world import World

_LONGEST_BODY = 1024 * 1024
_CHUNK = 64 * 1024


class PracticeWeibo:
    """Serves a world on a free port of 127.0.0.1 (or ``port``) while it is entered; ``close`` ends all of it."""

    def __init__(self, world: World, *, port: int = 0) -> None:
        self.world = world
        self.faults = Faults()
        self.closing = threading.Event()
        self.mistakes: list[BaseException] = []
        self._calls: list[Call] = []
        self._lock = threading.Lock()
        self._server = _Server(self, port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="practice Weibo")

    @property
    def address(self) -> str:
        """http://127.0.0.1:PORT"""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def calls(self) -> list[Call]:
        """Every request for /2/ and /oauth2/ that was read, in order, also those that met a fault; without tokens."""
        with self._lock:
            return list(self._calls)

    def paths(self) -> list[str]:
        """The paths of ``calls``, such as "remind/unread_count"."""
        return [call.path for call in self.calls()]

    def note(self, call: Call) -> None:
        """Remember a request."""
        with self._lock:
            self._calls.append(call)

    def start(self) -> Self:
        """Serve in the background."""
        self._thread.start()
        return self

    def close(self) -> None:
        """Cut what is open, let go what is held, and wait for every thread."""
        if self.closing.is_set():
            return
        self.closing.set()
        self.faults.clear()
        if self._thread.ident is not None:
            self._server.shutdown()
            self._thread.join()
        self._server.cut_all()
        self._server.server_close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
        if self.mistakes and error is None:
            raise self.mistakes[0]


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def __init__(self, practice_weibo: PracticeWeibo, port: int) -> None:
        self.practice_weibo = practice_weibo
        self._open: set[socket.socket] = set()
        self._open_lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Handler)

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        with self._open_lock:
            self._open.add(connection)
        return connection, address

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        with self._open_lock:
            self._open -= {request}
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is its own affair; anything else is a mistake of this server."""
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, OSError):
            self.practice_weibo.mistakes.append(error)

    def cut_all(self) -> None:
        """End every connection, so that no thread waits for the next request."""
        with self._open_lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "practice"
    sys_version = ""
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, *_: object, **__: object) -> None:
        """Nothing is printed: requests carry tokens."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The world's time, not the machine's."""
        return texts.http_date(self._weibo.world.now() + self._skew)

    @property
    def _weibo(self) -> PracticeWeibo:
        assert isinstance(self.server, _Server)
        return self.server.practice_weibo

    def _serve(self) -> None:
        self._skew = timedelta()
        address = urlsplit(self.path)
        path = _name(address.path)
        is_own = address.path.startswith(("/practice/", "/favicon")) or address.path == "/"
        met = [] if is_own else self._weibo.faults.meeting(path)
        before = _first(met, [Kind.CUT_BEFORE])
        if before is not None:
            self._cut(before)
            return
        fields = dict(parse_qsl(address.query, keep_blank_values=True))
        if self.command == "POST":
            fields |= self._body()
        if is_own:
            self._send(practice.answer(self._weibo.world, self._weibo.faults, self.command, address.path, fields))
        else:
            self._with_faults(path, address.path, fields, met)

    def _body(self) -> dict[str, str]:
        length = int(self.headers.get("Content-Length") or 0)
        if length > _LONGEST_BODY:
            self.close_connection = True
            return {}
        raw = self.rfile.read(length).decode("utf-8", "replace")
        if self.headers.get("Content-Type", "").startswith("application/json"):
            try:
                parsed = json.loads(raw)
            except ValueError:
                return {}
            return {str(name): value for name, value in parsed.items()} if isinstance(parsed, dict) else {}
        return dict(parse_qsl(raw, keep_blank_values=True))

    def _with_faults(self, path: str, request: str, fields: dict[str, str], met: list[Rule]) -> None:
        clock = _first(met, [Kind.WRONG_CLOCK])
        if clock is not None:
            self._skew = timedelta(seconds=clock.seconds)
        rest = [rule for rule in met if rule.kind not in SHAPING]
        self._hold([rule for rule in rest if not rule.taken])
        main = next((rule for rule in rest if rule.kind not in HOLDING), None)
        given: Answer | None = None
        if main is None or main.taken:
            given = self._platform(path, request, fields, frozenset(rule.kind for rule in met) & SHAPING)
        else:
            self._weibo.note(self._call(path, fields))
        for rule in met:
            if rule.kind in SHAPING or rule is main:
                rule.reached.set()
        self._hold([rule for rule in rest if rule.taken])
        if main is None and given is not None:
            self._send(given)
        elif main is not None:
            self._fail(main, given, path, request)

    def _hold(self, rules: Iterable[Rule]) -> None:
        for rule in rules:
            if rule.kind in HOLDING:
                rule.reached.set()
            if rule.kind is Kind.SLOW:
                rule.release.wait()
            elif rule.kind is Kind.DELAY:
                self._weibo.closing.wait(rule.seconds)

    def _fail(self, rule: Rule, given: Answer | None, path: str, request: str) -> None:
        if rule.kind is Kind.CUT_AFTER:
            self._cut(rule)
        elif rule.kind is Kind.HALF and given is not None:
            self._send(given, share=0.5)
        elif rule.kind is Kind.HUGE:
            self._send_huge(rule.size)
        else:
            if rule.kind is Kind.RATE_LIMIT:
                self._weibo.world.exhaust(path if rule.code == "10024" else "*", rule.code, int(rule.seconds))
            self._send(practice.fault_answer(rule, request))

    def _call(self, path: str, fields: dict[str, str], uid: str = "") -> Call:
        hidden = ("access_token", "client_secret", "code")
        return Call(path, self.command, {name: text for name, text in fields.items() if name not in hidden}, uid)

    def _token(self, fields: dict[str, str]) -> str:
        kind, _, value = self.headers.get("Authorization", "").partition(" ")
        return value.strip() if kind.lower() == "oauth2" else fields.get("access_token", "")

    def _platform(self, path: str, request: str, fields: dict[str, str], shaping: frozenset[Kind]) -> Answer:
        """The answer without any fault but those of a list's rows."""
        world, call = self._weibo.world, self._call(path, fields)
        try:
            if request.startswith("/oauth2/"):
                self._weibo.note(call)
                return self._permission(path, fields)
            try:
                grant = api.grant_of(world, self._token(fields))
                call = self._call(path, fields, grant.uid)
            finally:
                self._weibo.note(call)
            return json_answer(api.answer(world, call, grant, shaping, self._skew))
        except RefusedError as refusal:
            if path in ("oauth2/authorize", "oauth2/default.html"):
                return page_answer(pages.refused(refusal), 400)
            return json_answer(errors.body_of(refusal, request), errors.status_of(refusal))

    def _permission(self, path: str, fields: dict[str, str]) -> Answer:
        world = self._weibo.world
        if path == "oauth2/authorize" and self.command == "GET":
            return page_answer(pages.authorise(world, oauth.asked_app(world, fields), fields))
        if path == "oauth2/authorize":
            return Answer(302, b"", headers=(("Location", oauth.decide(world, fields)),))
        if path == "oauth2/default.html":
            return page_answer(pages.code_shown(fields))
        if path == "oauth2/access_token" and self.command == "POST":
            return json_answer(oauth.access_token(world, fields))
        if path == "oauth2/get_token_info" and self.command == "POST":
            return json_answer(oauth.token_info(world, self._token(fields)))
        if path == "oauth2/revokeoauth2":
            return json_answer(oauth.revoke(world, self._token(fields)))
        raise RefusedError("10020", status=404)

    def _send(self, given: Answer, *, share: float = 1.0) -> None:
        self.send_response(given.status)
        self.send_header("Content-Type", given.content_type)
        self.send_header("Content-Length", str(len(given.body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in given.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(given.body[: int(len(given.body) * share)])
        if share < 1.0:
            self.close_connection = True

    def _send_huge(self, size: int) -> None:
        start, end = b'{"comments":[],"statuses":[],"filler":"', b'"}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json;charset=UTF-8")
        self.send_header("Content-Length", str(size))
        self.end_headers()
        self.wfile.write(start)
        left = size - len(start) - len(end)
        while left > 0 and not self._weibo.closing.is_set():
            self.wfile.write(b"x" * min(left, _CHUNK))
            left -= _CHUNK
        self.wfile.write(end)

    def _cut(self, rule: Rule) -> None:
        """End the connection without a word; ``reset`` ends it the hard way."""
        self.close_connection = True
        if rule.reset:
            self.connection.setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
            )
        rule.reached.set()


def _name(path: str) -> str:
    """ "/2/comments/reply.json" as comments/reply, "/oauth2/access_token" as oauth2/access_token."""
    return path.removeprefix("/2/").removesuffix(".json").strip("/") if path.startswith("/2/") else path.strip("/")


def _first(rules: list[Rule], kinds: list[Kind]) -> Rule | None:
    return next((rule for rule in rules if rule.kind in kinds), None)

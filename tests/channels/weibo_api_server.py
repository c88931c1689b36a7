"""A server on 127.0.0.1 that says exactly the bytes a test gives it, and remembers what it heard."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from typing import Self

Say = bytes | Callable[[socket.socket], None]
"""What is said to one caller: bytes, then the end; or whatever a function does with the connection."""


class ScriptedServer:
    """Answers one connection after another with ``script`` (the last one again when it is used up)."""

    def __init__(self, script: Sequence[Say], *, tls: ssl.SSLContext | None = None) -> None:
        self.heard: list[bytes] = []
        self.callers = 0
        self.closing = threading.Event()
        self._script = script
        self._tls = tls
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="scripted server")

    @property
    def host(self) -> str:
        """127.0.0.1:PORT"""
        return f"127.0.0.1:{self._listening.getsockname()[1]}"

    @property
    def address(self) -> str:
        """http://127.0.0.1:PORT, or https."""
        return f"{'http' if self._tls is None else 'https'}://{self.host}"

    def say(self, *script: Say) -> None:
        """Another script, which may know the server's own address."""
        self._script = script

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        while not self.closing.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with contextlib.suppress(OSError), connection:
                connection.settimeout(5)
                self._speak(connection)

    def _speak(self, connection: socket.socket) -> None:
        number = self.callers
        self.callers += 1
        if self._tls is not None:
            connection = self._tls.wrap_socket(connection, server_side=True)
        with connection:
            say = self._script[min(number, len(self._script) - 1)]
            request = _whole_request(connection)
            if not request:
                return
            self.heard.append(request)
            if callable(say):
                say(connection)
            else:
                connection.sendall(say)


def answer(body: bytes | str, status: str = "200 OK", *headers: str) -> bytes:
    """An HTTP answer of JSON."""
    body = body.encode() if isinstance(body, str) else body
    lines = (f"HTTP/1.1 {status}", "Content-Type: application/json", f"Content-Length: {len(body)}", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def reset(connection: socket.socket) -> None:
    """End the connection the hard way, without a word."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


def _whole_request(connection: socket.socket) -> bytes:
    heard = b""
    while b"\r\n\r\n" not in heard:
        piece = connection.recv(65536)
        if not piece:
            return b""
        heard += piece
    head, _, body = heard.partition(b"\r\n\r\n")
    length = next(
        (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
    )
    while len(body) < length:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body

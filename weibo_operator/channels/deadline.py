"""One deadline for a whole question: when it passes, the connections are ended, whatever is being waited for."""

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Protocol, Self, runtime_checkable


@runtime_checkable
class _Stream(Protocol):
    """What a client tells of a connection it has made."""

    def get_extra_info(self, info: str) -> object:
        """Return what is known of it by name; ``socket`` is the connection itself."""
        ...


class Deadline:
    """``hear`` is given to the client as its ``trace``: it learns of each connection there.

    A limit for each piece is not enough: a server that sends a byte now and then keeps within it for hours.
    """

    def __init__(self, seconds: float) -> None:
        self._lock = threading.Lock()
        self._held: list[socket.socket] = []
        self._over = False
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    @property
    def is_over(self) -> bool:
        """The time is up: what came may have been cut off."""
        return self._over

    def hear(self, event: str, info: Mapping[str, object]) -> None:
        """Remember a connection as soon as it stands, before anything is said on it."""
        stream = info.get("return_value")
        if event != "connection.connect_tcp.complete" or not isinstance(stream, _Stream):
            return
        made = stream.get_extra_info("socket")
        if not isinstance(made, socket.socket):
            return
        # A second handle, for the encryption takes the first one over while it is still being agreed upon.
        handle = made.dup()
        with self._lock:
            self._held.append(handle)
            over = self._over
        if over:
            _shut(handle)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()
        for handle in self._held:
            handle.close()

    def _end(self) -> None:
        with self._lock:
            self._over = True
            held = tuple(self._held)
        for handle in held:
            _shut(handle)


def _shut(handle: socket.socket) -> None:
    with suppress(OSError):  # the other side was quicker
        handle.shutdown(socket.SHUT_RDWR)

"""A QtBot for machines that do several things at once."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

LONGEST = 30_000
"""Milliseconds until what has to come in the background counts as missing; only a failing test waits so long."""


class PatientBot(QtBot):
    """Waits as long as the slowest machine may need where a test names no time of its own."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONGEST) -> None:  # noqa: N802  pytest-qt's
        """Wait until the callback is true."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LONGEST, **how: Any) -> Any:  # noqa: N802  pytest-qt's
        """A block that waits for a signal."""
        return super().waitSignal(signal, timeout=timeout, **how)

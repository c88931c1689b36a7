"""Waits for what the background brings into a picture."""

from collections.abc import Callable

from PySide6.QtTest import QTest

LONGEST, STEP = 20_000, 50
"""Milliseconds that it may take, and between two looks."""


def wait_until(reached: Callable[[], bool]) -> None:
    """Let the window go on until then; what has not come after ``LONGEST`` is missing in the picture."""
    for _ in range(LONGEST // STEP):
        if reached():
            break
        QTest.qWait(STEP)

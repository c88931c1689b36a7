"""Ignores presses that were meant for what stood on the screen a moment ago (product.md, Reply: double press)."""

import time
from collections.abc import Callable

SECONDS = 0.6


class PressGuard:
    """Closed for ``SECONDS`` after ``close``; ``now`` gives seconds that never go back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.now = now
        self._until = 0.0

    @property
    def is_closed(self) -> bool:
        """Whether a press comes too soon to be about what is shown."""
        return self.now() < self._until

    def close(self) -> None:
        """Something else is shown from now on."""
        self._until = self.now() + SECONDS

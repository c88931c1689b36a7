"""Telling how far a piece of work is, giving way in it, and stopping it between two steps when nobody wants it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Takes done and total; raises ``StoppedError`` when the work is to end here."""
Report = Callable[[int, int], bool]
"""Takes done and total; False asks the work to stop."""
GiveWay = Callable[[], None]
"""Called for each row while nothing is held; returns when somebody more urgent has been served."""
_WHOLE = 100
_EVERY = 64


class StoppedError(Exception):
    """The work was asked to stop; nothing of it stays."""


class Stages:
    """The parts of one piece of work, each so many hundredths of the whole, in their order."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._done = 0

    def reached(self, hundredths: int) -> None:
        """Say that so much is done; raises ``StoppedError``."""
        self._done = hundredths
        if not self._report(hundredths, _WHOLE):
            raise StoppedError

    def part(self, until: int) -> Progress:
        """The progress of a part that ends at ``until`` hundredths, told for every 64th of its rows."""
        start = self._done

        def progress(done: int, total: int) -> None:
            if done % _EVERY == 0:
                self.reached(start + (until - start) * done // max(total, 1))

        return progress


def go_on() -> None:
    """Nobody is more urgent."""


def unwatched(_done: int, _total: int) -> bool:
    """A report nobody listens to; never asks to stop."""
    return True

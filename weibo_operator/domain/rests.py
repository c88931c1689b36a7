"""A rest between two tries, that a clock which is set back can't make longer."""

from datetime import datetime

from msgspec import Struct


class Rest(Struct, frozen=True):
    """From when until when nothing is tried (aware UTC)."""

    since: datetime
    until: datetime

    def is_over(self, now: datetime) -> bool:
        """True from its end on, and where the clock stands before its beginning: it was set back meanwhile."""
        return not self.since <= now < self.until

"""Calls the operator back to the desk: told once, in one notice, not in the quiet hours."""

from weibo_operator.domain.alerts import Alert, Told, call, is_quiet
from weibo_operator.domain.settings import NOTIFY, QUIET_FROM_HOUR, QUIET_TO_HOUR
from weibo_operator.services.desk import Desk
from weibo_operator.storage import alerts


class Alerts:
    """Remembers what the operator has been told of or has seen since the program began."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._told: Told = frozenset()

    def new(self, *, is_watched: bool) -> tuple[Alert, ...]:
        """What to tell now; ``is_watched``: the operator looks at the desk, and sees it there."""
        now = self._desk.now()
        quiet = is_quiet(now, self._desk.setting(QUIET_FROM_HOUR), self._desk.setting(QUIET_TO_HOUR))
        pending = alerts.pending(self._desk.connection, now)
        # Switched off, everything counts as seen: nothing old is told when it is switched on again.
        is_watched = is_watched or self._desk.setting(NOTIFY) == 0
        found = call(self._told, pending, is_watched=is_watched, is_quiet=quiet)
        self._told = found.told
        return found.alerts

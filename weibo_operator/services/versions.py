"""Whether there is a later version: asked only when switched on, once a day, and never twice for one told of."""

from collections.abc import Callable
from datetime import datetime, timedelta

from weibo_operator.domain.errors import VersionCheckError
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.release import Release, is_newer, is_safe_address, read_release, written
from weibo_operator.domain.settings import (
    PRACTICE,
    VERSION_ADDRESS,
    VERSION_ASKED,
    VERSION_CHECK,
    VERSION_FOUND,
    VERSION_SKIPPED,
    Setting,
    V,
)
from weibo_operator.services.desk import Desk
from weibo_operator.storage import settings
from weibo_operator.storage.journal import changes_of
from weibo_operator.storage.times import from_ms, to_ms

AskRelease = Callable[[str], Release]
"""Asks an address for the newest version; raises ``VersionCheckError``."""
DAY = timedelta(days=1)


class Versions:
    """``version`` tells the one that runs. What was found is kept in the file, so a restart asks nobody."""

    def __init__(self, desk: Desk, ask: AskRelease, version: Callable[[], str]) -> None:
        self._desk = desk
        self._ask = ask
        self._version = version

    @property
    def has_address(self) -> bool:
        """There is an address that may be asked."""
        return is_safe_address(self._desk.setting(VERSION_ADDRESS))

    @property
    def is_on(self) -> bool:
        """It asks by itself: switched on, with an address, and not on practice data."""
        return self._desk.setting(VERSION_CHECK) == 1 and self.has_address and not self._desk.setting(PRACTICE)

    def is_due(self) -> bool:
        """A day has passed since it was asked last (or the clock was set back behind that)."""
        asked = self.asked_at()
        return self.is_on and (asked is None or not asked <= self._desk.now() < asked + DAY)

    def asked_at(self) -> datetime | None:
        """When it was asked last, with whatever result."""
        asked = self._desk.setting(VERSION_ASKED)
        return from_ms(asked) if asked else None

    def look(self) -> Changes:
        """Ask now, whatever the time; raises ``VersionCheckError``. Failed or not, the day's question is used up."""
        if self._desk.setting(PRACTICE):
            raise VersionCheckError(reason="practice")
        if not self.has_address:
            raise VersionCheckError(reason="no_address")
        self._store(VERSION_ASKED, to_ms(self._desk.now()))
        release = self._ask(self._desk.setting(VERSION_ADDRESS))
        return self._store(VERSION_FOUND, written(release))

    def newer(self) -> Release | None:
        """The later version that was found, whether or not it was passed over."""
        release = read_release(self._desk.setting(VERSION_FOUND))
        return release if release is not None and is_newer(release.version, self._version()) else None

    def to_tell(self) -> Release | None:
        """The later version that is worth a line: looking is switched on, and it was not passed over."""
        release = self.newer() if self.is_on else None
        return None if release is None or release.version == self._desk.setting(VERSION_SKIPPED) else release

    def skip(self, release: Release) -> Changes:
        """Say no more of this version."""
        return self._store(VERSION_SKIPPED, release.version)

    def stop(self) -> Changes:
        """Ask no more."""
        return self._store(VERSION_CHECK, 0)

    def _store(self, setting: Setting[V], value: V) -> Changes:
        with self._desk.bookkeeping() as recorder:
            recorder.put("setting", settings.row_of(setting, value))
        return changes_of(recorder)

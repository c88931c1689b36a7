"""The shop's own words by purpose, kept in memory: triage asks for them at every message of an import."""

from weibo_operator.services.desk import Desk
from weibo_operator.storage import templates, tickets
from weibo_operator.storage.times import to_ms


class WordBook:
    """Purposes: ``term`` (never a typo), ``ignore`` (waved through), ``urgent`` and ``crisis`` (triage).

    What is kept is read again after a change made here, and after any write of another program or thread.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._writers = -1
        self._kept: dict[str, tuple[str, ...]] = {}

    def words(self, purpose: str) -> tuple[str, ...]:
        """The words of one purpose, in their own order."""
        writers = tickets.other_writers(self._desk.connection)
        if writers != self._writers:
            self._writers = writers
            self._kept.clear()
        if purpose not in self._kept:
            self._kept[purpose] = templates.user_words(self._desk.connection, purpose)
        return self._kept[purpose]

    def remember(self, word: str, purpose: str) -> None:
        """Add a word; one that is there already is no error."""
        with self._desk.bookkeeping() as recorder:
            recorder.put("user_word", {"word": word, "purpose": purpose, "added_at": to_ms(self._desk.now())})
        self._kept.pop(purpose, None)

    def forget(self, word: str, purpose: str) -> None:
        """Take a word out; one that isn't there is no error."""
        with self._desk.bookkeeping() as recorder:
            recorder.discard("user_word", word=word, purpose=purpose)
        self._kept.pop(purpose, None)

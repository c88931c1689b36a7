"""The shop's own words by purpose, kept in memory: triage asks for them at every message of an import."""

from collections.abc import Sequence

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.findings import Finding
from weibo_operator.domain.own_words import TIMES_TO_SILENCE, OwnWord, plain_pairs
from weibo_operator.services.desk import Desk
from weibo_operator.storage import templates, tickets
from weibo_operator.storage.journal import Recorder
from weibo_operator.storage.times import to_ms


class WordBook:
    """Purposes: ``term`` (never a typo), ``ignore`` (waved through), ``always`` (put right), ``urgent``, ``crisis``.

    ``plain`` is a word of the trade with the plain one, ``plain_off`` one of the program's that is not wanted.

    What is kept is read again after a change made here, and after any write of another program or thread.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._writers = -1
        self._kept: dict[str, tuple[OwnWord, ...]] = {}

    def entries(self, purpose: str) -> tuple[OwnWord, ...]:
        """Everything of one purpose, in the words' own order."""
        writers = tickets.other_writers(self._desk.connection)
        if writers != self._writers:
            self._writers = writers
            self._kept.clear()
        if purpose not in self._kept:
            self._kept[purpose] = templates.own_words(self._desk.connection, purpose)
        return self._kept[purpose]

    def words(self, purpose: str) -> tuple[str, ...]:
        """The words of one purpose that stand by themselves, in their own order."""
        return tuple(entry.word for entry in self.entries(purpose) if not entry.replacement)

    def silences(self, finding: Finding) -> bool:
        """Whether the operator has waved this remark through for good."""
        return any(entry.speaks_of(finding) for entry in self.entries("ignore"))

    def remember(self, word: str, purpose: str, replacement: str = "") -> None:
        """Add a word; one that is there already is no error. A word of the dictionary is put right no more."""
        with self._desk.bookkeeping() as recorder:
            if purpose == "term":
                recorder.discard("user_word", word=word, purpose="always")
            self._put(recorder, OwnWord(word, replacement), purpose)
        self._kept.clear()

    def put_right_always(self, word: str, replacement: str) -> None:
        """总是这样改: from now on ``word`` is a sure typo; another correction of it is replaced.

        Raises ``InvalidInputError`` where there is nothing to put right.
        """
        if not word.strip() or not replacement.strip() or word == replacement:
            raise InvalidInputError(field="word", reason="no_correction")
        with self._desk.bookkeeping() as recorder:
            for purpose in ("term", "ignore"):
                recorder.discard("user_word", word=word, purpose=purpose)
            self._put(recorder, OwnWord(word, replacement), "always")
        self._kept.clear()

    def plain_pairs(self, built_in: Sequence[OwnWord]) -> tuple[OwnWord, ...]:
        """Every word of the trade with the plain one; ``built_in`` are the program's own pairs (mission D10)."""
        return plain_pairs(built_in, self.entries("plain"), self.words("plain_off"))

    def say_plainly(self, word: str, plain: str) -> None:
        """行话换大白话: from now on ``plain`` is offered for ``word``, in place of what was offered before.

        Raises ``InvalidInputError`` where there is nothing to put in its place.
        """
        if not word.strip() or not plain.strip() or word == plain:
            raise InvalidInputError(field="word", reason="no_correction")
        with self._desk.bookkeeping() as recorder:
            recorder.discard("user_word", word=word, purpose="plain_off")
            self._put(recorder, OwnWord(word, plain), "plain")
        self._kept.clear()

    def say_as_before(self, word: str, built_in: Sequence[OwnWord]) -> None:
        """Nothing is offered for ``word`` any more, be the pair the operator's or the program's."""
        with self._desk.bookkeeping() as recorder:
            recorder.discard("user_word", word=word, purpose="plain")
            if any(pair.word == word for pair in built_in):
                self._put(recorder, OwnWord(word), "plain_off")
        self._kept.clear()

    def note_ignored(self, word: str, replacement: str) -> bool:
        """忽略这次: count it; True when it was once too often and the suggestion is silenced for good."""
        slip = OwnWord(word, replacement)
        with self._desk.bookkeeping() as recorder:
            times = templates.times_ignored(self._desk.connection, slip) + 1
            if times < TIMES_TO_SILENCE:
                recorder.put("ignored_pair", {"word": word, "replacement": replacement, "times": times})
                return False
            recorder.discard("ignored_pair", word=word, replacement=replacement)
            self._put(recorder, slip, "ignore")
        self._kept.clear()
        return True

    def forget(self, word: str, purpose: str, replacement: str = "") -> None:
        """Take a word out; one that isn't there is no error."""
        with self._desk.bookkeeping() as recorder:
            recorder.discard("user_word", word=word, purpose=purpose, replacement=replacement)
        self._kept.clear()

    def _put(self, recorder: Recorder, entry: OwnWord, purpose: str) -> None:
        values = {"word": entry.word, "purpose": purpose, "replacement": entry.replacement}
        recorder.put("user_word", {**values, "added_at": to_ms(self._desk.now())})

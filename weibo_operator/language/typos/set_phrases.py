"""Phrases that replies repeat word for word: where a character is missing, doubled or misplaced, it is a slip."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from weibo_operator.language.forms import Forms

_SHORTEST = 4


class PhraseSlip(Struct, frozen=True):
    """``right`` instead of ``start:end``."""

    start: int
    end: int
    right: str
    reason: str


class SetPhrases:
    """The phrases by every way to spoil one; made once, then read."""

    def __init__(self, path: Path) -> None:
        """Read one phrase a line, # for comments; raises ``OSError``."""
        phrases = {
            line for line in path.read_text(encoding="utf-8").splitlines() if len(line) >= _SHORTEST and line[0] != "#"
        }
        self._spoilt: dict[str, tuple[str, str]] = {}
        for phrase in sorted(phrases):
            for spoilt, reason in _spoilt(phrase):
                self._spoilt.setdefault(spoilt, (phrase, reason))
        self._spoilt = {spoilt: found for spoilt, found in self._spoilt.items() if spoilt not in phrases}
        self._forms = Forms(self._spoilt)

    def slips(self, clause: str) -> Iterator[PhraseSlip]:
        """Every spoilt phrase of the clause, the longest first, unless the whole phrase stands there."""
        for start, end in self._forms.places(clause):
            found = self._spoilt.get(clause[start:end])
            if found is not None and found[0] not in clause[max(0, start - 1) : end + 1]:
                yield PhraseSlip(start, end, *found)


def _spoilt(phrase: str) -> Iterator[tuple[str, str]]:
    for at in range(1, len(phrase) - 1):
        # Without its first or last character a phrase is mostly another one.
        yield phrase[:at] + phrase[at + 1 :], f"漏了“{phrase[at]}”"
    for at in range(len(phrase)):
        yield phrase[:at] + phrase[at] + phrase[at:], "多打了一个字"
    for at in range(len(phrase) - 1):
        if phrase[at] != phrase[at + 1]:
            yield phrase[:at] + phrase[at + 1] + phrase[at] + phrase[at + 2 :], "字序颠倒"

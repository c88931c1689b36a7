"""Cuts a text into what the learner of triage weighs: its runs of characters, traditional ones read as simplified."""

from collections.abc import Mapping
from pathlib import Path

from weibo_operator.language.tables import read_rows

LONGEST_PIECE = 4
_READ_AT_THE_BEGINNING, _READ_AT_THE_END = 240, 120
_START, _END = "^", "$"
_DIGITS = "0123456789"


class Folding:
    """Writes characters that mean the same alike, one for one, so that places in the text stay what they are."""

    def __init__(self, traditional: Path) -> None:
        """Read the table of characters (simplified, tab, its traditional forms); raises ``OSError`` when missing."""
        self._simplified: Mapping[int, str] = {
            ord(other): simple for simple, others in read_rows(traditional, 2) for other in others
        }
        wide = {0xFF01 + place: chr(0x21 + place) for place in range(0x5E)}
        lower = {ord("A") + place: chr(ord("a") + place) for place in range(26)}
        narrow = {code: lower.get(ord(char), char) for code, char in wide.items()}
        same_digit = {ord(digit): "0" for digit in _DIGITS} | {0xFF10 + place: "0" for place in range(10)}
        self._alike = {**self._simplified, **narrow, **lower, **same_digit}

    def simplified(self, text: str) -> str:
        """The text in simplified characters, as the word lists are written."""
        return text.translate(self._simplified)

    def alike(self, text: str) -> str:
        """Besides: small letters, narrow marks, and every digit a 0."""
        return text.translate(self._alike)


def pieces(folded: str) -> tuple[str, ...]:
    """The distinct runs of one to four characters, in the order of the text; of a long one its beginning and end."""
    if len(folded) > _READ_AT_THE_BEGINNING + _READ_AT_THE_END:
        folded = folded[:_READ_AT_THE_BEGINNING] + "\n" + folded[-_READ_AT_THE_END:]
    text = f"{_START}{folded}{_END}"
    found: dict[str, None] = {}
    for length in range(1, LONGEST_PIECE + 1):
        found.update(dict.fromkeys(text[start : start + length] for start in range(len(text) - length + 1)))
    return tuple(found)

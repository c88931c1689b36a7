"""Pinyin initials of Chinese text: 物流延迟 → wlyc, for finding templates, commands and customers by short keys."""

from pathlib import Path

from weibo_operator.language.tables import read_rows


class Initials:
    """First letters of the usual readings, from ``sounds.tsv``."""

    def __init__(self, resources: Path) -> None:
        self._letters: dict[str, str] = {}
        for syllable, characters in read_rows(resources / "dictionaries" / "sounds.tsv", 2):
            letter = _base_letter(syllable)
            for character in characters:
                self._letters.setdefault(character, letter)

    def of(self, text: str) -> str:
        """One letter per character; Latin letters and digits stay, everything else is dropped."""
        letters = (self._letters.get(character) or _latin(character) for character in text.lower())
        return "".join(letters)


def _base_letter(syllable: str) -> str:
    return syllable[0].translate(_TONELESS)


def _latin(character: str) -> str:
    return character if character.isascii() and character.isalnum() else ""


_TONELESS = str.maketrans("āáǎàēéěèōóǒòḿńň", "aaaaeeeeoooomnn")

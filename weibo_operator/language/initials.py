"""Pinyin initials of Chinese text: 物流延迟 → wlyc, for finding templates, commands and customers by short keys."""

from pathlib import Path

from weibo_operator.language.tables import read_rows

_OTHERWISE = {
    "重要": "zy",
    "重点": "zd",
    "重大": "zd",
    "重量": "zl",
    "贵重": "gz",
    "严重": "yz",
    "音乐": "yy",
    "会计": "kj",
    "调整": "tz",
    "调解": "tj",
    "空调": "kt",
    "便宜": "py",
    "系统": "xt",
}
"""Words of the desk in which a character is read otherwise than usual."""


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
        for word, initials in _OTHERWISE.items():
            text = text.replace(word, initials)
        letters = (self._letters.get(character) or _latin(character) for character in text.lower())
        return "".join(letters)


def _base_letter(syllable: str) -> str:
    return syllable[0].translate(_TONELESS)


def _latin(character: str) -> str:
    return character if character.isascii() and character.isalnum() else ""


_TONELESS = str.maketrans("āáǎàēéěèōóǒòḿńň", "aaaaeeeeoooomnn")

"""The words of what customers wrote that may name a matter: cut by the segmenter, without the words everybody uses."""

import re
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from weibo_operator.language.clean import plain
from weibo_operator.language.segment import Segmenter
from weibo_operator.language.tables import read_groups

_MOST_KEPT = 60_000
"""Texts whose words are kept: five weeks of a busy desk, some 40 MB."""
_MARKED = re.compile("[@＠#＃/:]")
"""Only a text with one of these has something that ``plain`` takes out."""


class TopicWords:
    """What it has cut once it keeps, so that another look at the same week costs next to nothing.

    The segmenter reads its dictionary with the first text. Any thread may ask.
    """

    def __init__(self, resources: Path, segmenter: Segmenter | None = None) -> None:
        self._stop_file = resources / "dictionaries" / "topic_stop_words.tsv"
        self._segmenter = segmenter or Segmenter()
        self._lock = Lock()
        self._stop: frozenset[str] | None = None
        self._kept: dict[str, frozenset[str]] = {}

    def of(self, text: str) -> frozenset[str]:
        """The words of one readable text (``readable``): two characters at least, no numbers, no everyday words."""
        found = self._kept.get(text)
        if found is None:
            with self._lock:
                if len(self._kept) > _MOST_KEPT:
                    self._kept.clear()
                found = self._kept.get(text)  # another thread may have been quicker
                if found is None:
                    found = self._kept[text] = self._cut(text)
        return found

    def allowed(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the shop's own words that may name a matter."""
        return frozenset(word.lower() for word in words if _names_something(word.lower()))

    def _cut(self, text: str) -> frozenset[str]:
        if self._stop is None:
            self._stop = frozenset().union(*read_groups(self._stop_file).values())
        words = {word.text for word in self._segmenter.words(text)}
        return frozenset(word for word in words if _names_something(word)) - self._stop


def readable(text: str) -> str:
    """The customer's own words in small letters, without names and links: what topics are looked for in."""
    return (plain(text) if _MARKED.search(text) else text).lower()


def _names_something(word: str) -> bool:
    return len(word) > 1 and not word.isdecimal() and all(letter.isalnum() for letter in word)

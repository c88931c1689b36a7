"""How likely a stretch of Chinese is, word by word: decides whether a correction reads better than what was typed."""

from collections.abc import Iterable
from math import log

from weibo_operator.language.segment import Segmenter

_LONGEST_WORD = 8
_SERVICE_COUNT = 1500
"""Service words count at least this often: jieba's counts come from newspapers, where 退款 hardly occurs."""


class Likelihood:
    """Word-by-word log probabilities over jieba's dictionary, with the words of customer service raised."""

    def __init__(self, segmenter: Segmenter, service_words: Iterable[str]) -> None:
        self._segmenter = segmenter
        self._service_words = frozenset(service_words)

    def count(self, word: str) -> int:
        """How often ``word`` occurs in the dictionary's text, 0 if it is no word."""
        count = self._segmenter.frequencies().get(word, 0)
        return max(count, _SERVICE_COUNT) if word in self._service_words else count

    def of(self, text: str) -> float:
        """The log probability of the best way to cut ``text`` into words; 0.0 for nothing."""
        total = log(self._segmenter.total())
        frequencies = self._segmenter.frequencies()
        best = [0.0] * (len(text) + 1)
        for start in range(len(text) - 1, -1, -1):
            choices: list[float] = []
            for end in range(start + 1, min(start + _LONGEST_WORD, len(text)) + 1):
                word = text[start:end]
                count = frequencies.get(word, 0)
                if word in self._service_words:
                    count = max(count, _SERVICE_COUNT)
                if count or end == start + 1:
                    choices.append(log(count or 1) - total + best[end])
            best[start] = max(choices)
        return best[0]

    def stands_alone(self, before: str, middle: str, after: str) -> bool:
        """Whether cutting at both ends of ``middle`` costs nothing: no word of the context reaches into it."""
        whole = self.of(before + middle + after)
        return self.of(before) + self.of(middle) + self.of(after) >= whole - 1e-9

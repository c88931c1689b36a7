"""Reads one raw text for triage: its words, the signals of the word lists in them, and what the learner weighs."""

import re
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from weibo_operator.language.clean import plain, split_chain, strip_html
from weibo_operator.language.triage_features import Folding, pieces
from weibo_operator.language.triage_rules import Hit, Hits, read_signals

_SIGNAL_LISTS = ("signals", "crisis", "acts", "products")
_THING, _DAMAGE = "about.thing", "act.damage"
_READ_AT_MOST = 2_000
_LENGTHS = (6, 12, 20, 30, 45, 70, 110)
_MARKS = {
    "form.mention": re.compile("@"),
    "form.asks": re.compile(r"[?？]|[吗呢么嘛不][。~～]*$"),
    "form.ends_asking": re.compile(r"[?？吗呢么嘛]$"),
    "form.link": re.compile(r"https?://|t\.cn/"),
    "form.emoji": re.compile(r"\[\w{1,6}\]"),
}


class Reading(Struct, frozen=True, dict=True):
    """One text, read: ``words`` as the customer wrote them, ``simple`` the same in simplified characters.

    ``simple`` and ``alike`` have a character for each of ``words``.
    """

    words: str
    simple: str
    alike: str
    hits: Hits
    forms: tuple[str, ...]

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The runs of characters, as the learner weighs them."""
        return pieces(self.alike)

    @property
    def signals(self) -> tuple[str, ...]:
        """What else the learner weighs: the signals found, the length and the form of the text."""
        return (*self.hits, *self.forms)

    def as_written(self, word: str) -> str:
        """A word of ``simple`` or ``alike`` as it stands in the text."""
        for text in (self.simple, self.alike):
            at = text.find(word)
            if at >= 0:
                return self.words[at : at + len(word)]
        return word


class Reader:
    """The word lists of signals and the table of traditional characters."""

    def __init__(self, resources: Path) -> None:
        """Read ``dictionaries`` under ``resources``; raises ``OSError`` when a list is missing."""
        lists = resources / "dictionaries"
        self._signals = read_signals(*(lists / f"triage_{name}.tsv" for name in _SIGNAL_LISTS))
        self._folding = Folding(lists / "traditional.tsv")

    def read(self, text: str) -> Reading:
        """Read a raw text (HTML and a ``//@`` chain allowed); only the part before the first ``//@`` counts."""
        own, chain = _own_part(text)
        words = plain(own)
        simple = self._folding.simplified(words)
        hits = _without_loose_damage(self._signals.find(simple))
        return Reading(words, simple, self._folding.alike(words), hits, _forms(own, words, is_forward=bool(chain)))


def _own_part(text: str) -> tuple[str, str]:
    """The customer's own words and the chain; of a very long text its beginning and end, as time must be bounded."""
    if len(text) > 2 * _READ_AT_MOST:
        text = text[:_READ_AT_MOST] + "\n" + text[-_READ_AT_MOST:]
    return split_chain(strip_html(text))


def _forms(own: str, words: str, *, is_forward: bool) -> tuple[str, ...]:
    lengths = tuple(f"form.longer_than_{length}" for length in _LENGTHS if len(words) > length)
    marks = tuple(name for name, mark in _MARKS.items() if mark.search(own))
    return (*lengths, *marks, *(("form.forward",) if is_forward else ()))


def _without_loose_damage(hits: dict[str, Hit]) -> dict[str, Hit]:
    """Drop words of damage ("断了", "黑了") where no thing is named that could be damaged."""
    if _DAMAGE in hits and _THING not in hits:
        del hits[_DAMAGE]
    return hits

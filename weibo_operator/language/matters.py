"""Reads what exactly a text is about: its issue and its product, by which customers who say the same are found."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from weibo_operator.domain.labels import Nature
from weibo_operator.domain.matters import NATURES, SAFETY, Issue
from weibo_operator.language.tables import read_groups
from weibo_operator.language.triage_labels import Placement
from weibo_operator.language.triage_rules import Hits, read_signals

_THING = "about.thing"
_OF_ITS_NATURE = 1.0
_ENDANGERS = 2.0
_SHORTEST_PRODUCT = 2
_NO_CROWD = (Nature.ADVERTISING,)


class MatterRules:
    """The lists of issues and product names, read once; asking has no state and never raises."""

    def __init__(self, lists: Path) -> None:
        """Read the lists in the folder ``lists``; raises ``OSError`` when one is missing."""
        self._issues = read_signals(lists / "triage_issues.tsv")
        self._things = read_signals(lists / "triage_products.tsv")
        names = read_groups(lists / "product_names.tsv")
        self._canonical = {other: name for name, others in names.items() for other in others}
        self._names = tuple(sorted({*names, *self._canonical}, key=len, reverse=True))
        groups = read_groups(lists / "product_parts.tsv")
        self._parts, self._none = groups["零件"], groups["不算"]

    def issue(self, words: str, placed: Placement) -> str:
        """The issue of a text that triage has placed; empty where it is of no sort that crowds form by.

        What endangers people wins, then an issue of the nature that triage found, then the one with most words.
        Where no list heard anything it is empty: texts of one nature alone do not say the same.
        """
        if placed.nature in _NO_CROWD:
            return ""
        best, best_points = "", 0.0
        for name, hit in self._issues.find(words).items():
            issue = Issue(name)
            points = hit.strength + _OF_ITS_NATURE * (NATURES[issue] is placed.nature) + _ENDANGERS * (issue in SAFETY)
            if points > best_points:
                best, best_points = issue.value, points
        return best

    def product(self, words: str, parent_words: str = "", terms: Iterable[str] = ()) -> str:
        """The product named in the text, else one of the shop's own ``terms``, else the one the post above names.

        Other names of a product come out as its usual one; a part counts only where the whole thing is not named.
        """
        own = self._named(words)
        if own and own not in self._parts:
            return own
        return _term(words, terms) or self._whole(parent_words) or _term(parent_words, terms) or own

    def _whole(self, words: str) -> str:
        found = self._named(words) if words else ""
        return "" if found in self._parts else found

    def _named(self, words: str) -> str:
        """The first thing named in the text; parts only where nothing else is."""
        found = {word: words.find(word) for word in self._names if word in words}
        hits: Hits = self._things.find(words)
        if _THING in hits:
            found |= {word: words.find(word) for word in hits[_THING].words if len(word) >= _SHORTEST_PRODUCT}
            found = {word: at for word, at in found.items() if word not in self._none}
        kept = [word for word in found if not any(word != other and word in other for other in found)]
        if not kept:
            return ""
        first = min(kept, key=lambda word: (word in self._parts, found[word]))
        return self._canonical.get(first, first)


def _term(words: str, terms: Iterable[str]) -> str:
    """The longest of the shop's own words that stands in the text."""
    folded = words.casefold()
    found: Sequence[str] = [term for term in terms if len(term) >= _SHORTEST_PRODUCT and term.casefold() in folded]
    return max(found, key=len, default="")

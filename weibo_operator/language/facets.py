"""Which of 质量、价格、服务、性价比 a customer asks about, by the words of the turn (mission D12)."""

import re
from pathlib import Path

from weibo_operator.domain.facets import Facet
from weibo_operator.language.tables import read_rows


class FacetWords:
    """Reads ``facets.tsv``: a facet, then its words separated by spaces."""

    def __init__(self, dictionaries: Path) -> None:
        rows = read_rows(dictionaries / "facets.tsv", 2)
        self._facets = {word: Facet(name) for name, words in rows for word in words.split()}
        # The longest first: 性价比 is not about 价.
        longest = sorted(self._facets, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest)))

    def asked(self, text: str) -> tuple[Facet, ...]:
        """The facets asked about, each once, in the order in which they are named."""
        return tuple(dict.fromkeys(self._facets[found] for found in self._pattern.findall(text)))

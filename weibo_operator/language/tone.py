"""The tone of a reply: phrases, mocking emoji, too much 亲, and what is out of place when the customer is upset."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from weibo_operator.domain.findings import Finding, FindingKind
from weibo_operator.language.addressing import find_overused_address
from weibo_operator.language.phrases import PhraseRules
from weibo_operator.language.tables import read_rows


class ToneRules:
    """Reads a reply as an angry customer would; asking keeps no state."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is that of the dictionaries."""
        self._phrases = PhraseRules(folder / "tone", FindingKind.TONE)
        self._emoji = PhraseRules(folder / "tone_emoji.tsv", FindingKind.TONE)
        self._out_of_place = PhraseRules(folder / "tone_upset.tsv", FindingKind.TONE)
        self._signs = tuple(re.compile(sign) for (sign,) in read_rows(folder / "upset_signs.tsv", 1))

    def load(self) -> None:
        """Read the phrases now (0.7 s), for a background thread; otherwise the first reply waits for them."""
        self._phrases.load()

    def find(self, text: str, readable: str, customer_texts: Sequence[str] = ()) -> tuple[Finding, ...]:
        """Findings in reading order; of several about the same words the first.

        ``readable`` is ``text`` without what others say in it; emoji are our own voice and read in ``text``.
        ``customer_texts`` is what the customer wrote since our last answer.
        """
        found = [*self._phrases.find(text, readable), *self._emoji.find(text, text), *find_overused_address(readable)]
        if self.is_upset(customer_texts):
            found += self._out_of_place.find(text, text)
        return tuple(_without_overlaps(found))

    def is_upset(self, customer_texts: Sequence[str]) -> bool:
        """Whether the customer's words show anger: then a nickname, a laugh or a bare 收到 offends."""
        return any(sign.search(text) for text in customer_texts for sign in self._signs)


def _without_overlaps(findings: list[Finding]) -> Iterator[Finding]:
    done = 0
    for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
        if finding.start >= done:
            done = finding.end
            yield finding

"""The operator's own words: what the check and the triage are taught."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from weibo_operator.domain.findings import Finding


class OwnWord(Struct, frozen=True):
    """``replacement`` is empty where the words alone are meant, else what is written (or suggested) instead."""

    word: str
    replacement: str = ""

    def speaks_of(self, finding: Finding) -> bool:
        """Whether a remark is about these words and, where there is one, makes this suggestion first."""
        return self.word == finding.text and self.replacement in ("", *finding.suggestions[:1])


def plain_pairs(built_in: Iterable[OwnWord], own: Iterable[OwnWord], off: Collection[str]) -> tuple[OwnWord, ...]:
    """What is said plainly, by word: the operator's own pairs in place of ours, ours without those taken out."""
    ours = {pair.word: pair for pair in built_in if pair.word not in off}
    return tuple(sorted((ours | {pair.word: pair for pair in own}).values(), key=lambda pair: pair.word))


TIMES_TO_SILENCE = 3
"""A suggestion waved through so often is made no more."""

"""The operator's own corrections (总是这样改): sure typos wherever they stand in running text."""

import re
from collections.abc import Iterable, Iterator, Sequence

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.own_words import OwnWord
from weibo_operator.language.spans import Span, overlaps

REASON = "你定的改法"
_WORDS = (FindingKind.TYPO, FindingKind.PUNCTUATION)


def with_own_pairs(
    text: str, found: Sequence[Finding], pairs: Iterable[OwnWord], safe: Sequence[Span]
) -> tuple[Finding, ...]:
    """``found`` with every mistake of ``pairs`` outside the spans ``safe``, in place of what else is said of it."""
    own = _without_overlaps(_places(text, pairs, safe))
    taken = [(finding.start, finding.end) for finding in own]
    kept = [one for one in found if one.kind not in _WORDS or not overlaps(one.start, one.end, taken)]
    return (*own, *kept)


def _places(text: str, pairs: Iterable[OwnWord], safe: Sequence[Span]) -> Iterator[Finding]:
    for pair in pairs:
        for match in re.finditer(re.escape(pair.word), text):
            start, end = match.span()
            if not overlaps(start, end, safe) and not _stands_right(text, start, pair):
                yield Finding(start, end, FindingKind.TYPO, Grade.CERTAIN, pair.word, (pair.replacement,), 1.0, REASON)


def _stands_right(text: str, start: int, pair: OwnWord) -> bool:
    """A correction that contains the mistake (橙果 → 橙果数码) may be there already."""
    return any(
        text.startswith(pair.replacement, start - match.start())
        for match in re.finditer(re.escape(pair.word), pair.replacement)
        if match.start() <= start
    )


def _without_overlaps(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda one: (one.start, -one.end)):
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
    return tuple(kept)

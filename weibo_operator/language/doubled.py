"""Characters and words typed twice: 的的, 我们我们, 请问请问."""

from collections.abc import Iterator, Mapping

from weibo_operator.domain.late_pattern import LatePattern

_PARTICLES = "的了是在我您你他就都也和与给把被将请会要能已为于到及或但而很更最这那有无请对从向吗呢吧"
_PARTICLE_TWICE = LatePattern(f"([{_PARTICLES}])\\1+")
_RIGHT_PAIRS = LatePattern(r"最最|对对|很很|要要|行行|吗吗|呢呢|吧吧|有有")
_MEETING_PAIRS = LatePattern(r"会会|能能|了了|你你|我我|这这|那那|就就|在在|都都|是是|到到|把把")
_WORD_TWICE = LatePattern(r"([\u3400-\u9fff]{2,4})\1+")


def doubled(text: str, groups: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, int, str, bool]]:
    """(start, end, single form, certain) for each repetition that is no reduplication of the language.

    A repeated function character is certain unless the two can meet at a word border (会会, 都都); a repeated word is
    one that nobody says twice for emphasis (verbs are: 拍打拍打). ``groups`` are the lists of ``word_groups.tsv``.
    """
    for match in _PARTICLE_TWICE.finditer(text):
        pair = match.group(1) * 2
        if not _RIGHT_PAIRS.fullmatch(pair):
            yield (
                match.start(),
                match.end(),
                match.group(1),
                match.group() == pair and not _MEETING_PAIRS.fullmatch(pair),
            )
    for match in _WORD_TWICE.finditer(text):
        word = match.group(1)
        if word in groups["不叠"] and len(set(word)) > 1:
            yield match.start(), match.end(), word, True

"""的, 地, 得: the one mistake everybody makes, told quietly (possible grade only)."""

from collections.abc import Iterator, Mapping

from weibo_operator.language.segment import Word


def wrong_particles(
    words: tuple[Word, ...], groups: Mapping[str, frozenset[str]]
) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, right particle, reason): 的 or 得 between adverb and verb, 的 or 地 between verb and degree.

    ``groups`` are the lists of ``word_groups.tsv``.
    """
    for left, particle, right in zip(words, words[1:], words[2:], strict=False):
        if particle.text in ("的", "得") and left.text in groups["状语"] and right.text in groups["动作"]:
            yield particle.start, particle.end, "地", "动作前面一般用“地”"
        elif particle.text in ("的", "地") and left.text in groups["评说"] and right.text in groups["程度"]:
            yield particle.start, particle.end, "得", "说明程度一般用“得”"

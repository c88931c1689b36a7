"""的, 地, 得 and, at the end of a clause, 把 and 嘛: mistakes everybody makes, told quietly unless they are sure."""

import re
from collections.abc import Iterator, Mapping

from weibo_operator.language.segment import Word

_COUNTED_OR_NAMED = frozenset("一二三四五六七八九十两几数多大小半整每按论拖摇表车门火手刀枪扫个")
"""What stands before 把 where it is a measure word (三把) or the end of a noun (拖把)."""
_MARKS = ("", *"，。！？!?,～~…；;、\n")
_ASKS = re.compile("[哪几啥谁咋怎]|什么|多少|为何|不是|不就|就是")
"""Questions that may end with 嘛, as they are none or ask for more than yes or no."""


def asks_with_ba(clause: str, after: str) -> bool:
    """True for a clause that ends with 把 where 吧 is meant (您先用着把); ``after`` is what stands behind, if any."""
    return len(clause) > 2 and after in _MARKS and clause[-1] == "把" and clause[-2] not in _COUNTED_OR_NAMED


def asks_with_ma(clause: str, after: str) -> bool:
    """True for a yes-or-no question that ends with 嘛 (还转嘛？)."""
    return len(clause) > 2 and clause[-1] == "嘛" and after in ("?", "？") and not _ASKS.search(clause)


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

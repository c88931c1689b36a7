"""Reads from a customer's words and emoji whether they are satisfied with what we did (mission E10)."""

import re
from collections.abc import Iterable
from pathlib import Path

from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.verdict import Verdict
from weibo_operator.language.tables import read_rows

_SENTENCE = re.compile(r"[^。！？!?~\n；;]+(?:\[[^\]]{1,6}\])*[。！？!?~；;]*")
_TURNED = re.compile(r"不(?:太|是很|怎么|够|算)?$|没(?:有)?$|别$|谈不上$|算不上$|哪里$|何来$|才$")
_ASKED = re.compile(r"[吗么呢][？?]?$|[？?]$|什么时候|多久|怎么|能不能|可以吗")
_PRAISING = re.compile(r"好评|推荐|安利|晒|回购|再来|五星|点赞|太棒|超(?:级)?好|给力|暖心|贴心|良心")
_IRONIC = re.compile(r"(?:真|好|可)?(?:谢谢|感谢)(?:你们)?(?:全家|了啊|哦)|呵呵|\[(?:微笑|呵呵|再见|拜拜)\]")
_SHOWN = 12
"""So many characters of the telling words are given as the reason."""


class Verdicts:
    """The table of telling words; asking keeps no state."""

    def __init__(self, folder: Path) -> None:
        """Read ``verdicts.tsv`` in the folder of dictionaries."""
        rows = tuple(read_rows(folder / "verdicts.tsv", 2))
        self._bad = tuple(re.compile(pattern) for found, pattern in rows if found == "差")
        self._good = tuple(re.compile(pattern) for found, pattern in rows if found == "好")

    def verdict(self, text: str) -> Verdict | None:
        """What the customer finds, or None where the words tell nothing; displeasure outweighs thanks.

        Praise beyond thanks is 好评分享. A question is no verdict, nor are thanks said in irony.
        """
        sentences = [match.group().strip() for match in _SENTENCE.finditer(text) if match.group().strip()]
        for sentence in sentences:
            bad = (
                None if _ASKED.search(sentence) else _first(match for p in self._bad for match in p.finditer(sentence))
            )
            if bad is not None:
                return Verdict(VisitOutcome.DISSATISFIED, _shown(sentence, bad))
        if _IRONIC.search(text):
            return None
        for sentence in sentences:
            good = None if _ASKED.search(sentence) else self._good_at(sentence)
            if good is not None:
                praise = _PRAISING.search(sentence) is not None
                outcome = VisitOutcome.PRAISE_SHARED if praise else VisitOutcome.SATISFIED
                return Verdict(outcome, _shown(sentence, good))
        return None

    def _good_at(self, sentence: str) -> int | None:
        found = (match for pattern in self._good for match in pattern.finditer(sentence))
        return _first(match for match in found if not _TURNED.search(sentence[: match.start()]))


def _first(found: Iterable[re.Match[str]]) -> int | None:
    """Where the first of the telling words stands."""
    return min((match.start() for match in found), default=None)


def _shown(sentence: str, place: int) -> str:
    """The telling words from the beginning of their clause on."""
    begin = max(sentence.rfind(mark, 0, place) for mark in "，, ") + 1
    words = " ".join(sentence[begin:].split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"

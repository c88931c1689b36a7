"""Reads from a customer's words and emoji whether they are satisfied with what we did (mission E10)."""

import re
from pathlib import Path

from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.verdict import Verdict
from weibo_operator.language.tables import read_rows

_SENTENCE = re.compile(r"[^。！？!?~\n；;]+(?:\[[^\]]{1,6}\])*[。！？!?~；;]*")
_TURNED = re.compile(r"不(?:太|是很|怎么|够|算)?$|没(?:有)?$|别$|谈不上$|算不上$|哪里$|何来$|才$")
_ASKED = re.compile(r"[吗么呢][？?]?$|[？?]$|什么时候|多久|怎么|能不能|可以吗")
_PRAISING = re.compile(r"好评|推荐|安利|晒|回购|再来|五星|点赞|太棒|超(?:级)?好|给力|暖心|贴心|良心")
_IRONIC = re.compile(r"(?:真|好|可)?(?:谢谢|感谢)(?:你们)?(?:全家|了啊|哦)|呵呵|\[(?:微笑|呵呵|再见|拜拜)\]")
_SHOWN = 24


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
            if not _ASKED.search(sentence) and any(pattern.search(sentence) for pattern in self._bad):
                return Verdict(VisitOutcome.DISSATISFIED, _shown(sentence))
        if _IRONIC.search(text):
            return None
        for sentence in sentences:
            if not _ASKED.search(sentence) and self._is_good(sentence):
                praise = _PRAISING.search(sentence) is not None
                return Verdict(VisitOutcome.PRAISE_SHARED if praise else VisitOutcome.SATISFIED, _shown(sentence))
        return None

    def _is_good(self, sentence: str) -> bool:
        return any(
            not _TURNED.search(sentence[: match.start()])
            for pattern in self._good
            for match in pattern.finditer(sentence)
        )


def _shown(sentence: str) -> str:
    words = " ".join(sentence.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"

"""``来自 iPhone客户端``, ``来自广东``, ``发布于 广东``, ``IP属地：广东``: by what and from where somebody wrote."""

import re

from msgspec import Struct

from weibo_operator.channels.paste.counts import Count, counts_in
from weibo_operator.channels.paste.words import BUTTONS, REGIONS
from weibo_operator.domain.late_pattern import LatePattern

_PIECE = LatePattern(
    r"(?P<mark>来自|发布于|IP属地[:：]?|IP[:：]|转赞人数超过|已编辑|编辑过|置顶)(?P<value>.*?)"
    r"(?=(?: |^)(?:来自|发布于|IP属地|转赞人数|已编辑|编辑过)|$)",
    re.DOTALL,
)
_SENTENCE = LatePattern(r"[，。！？!?；;“”~]")
_DEVICE = LatePattern(r"[A-Za-z]|客户端|网页|手机|微博|超话|视频号|端$|版$")
_LONGEST = 40


class Where(Struct, frozen=True):
    """Device and place as the page names them, and the counts that stood on the same line."""

    device: str = ""
    location: str = ""
    counts: tuple[Count, ...] = ()


def where_of(text: str) -> Where | None:
    """What the line says of device and place; None when it is no such line."""
    text = text.strip()
    if not text or len(text) > 2 * _LONGEST or _SENTENCE.search(text):
        return None
    device = location = ""
    counts: tuple[Count, ...] = ()
    at = 0
    while at < len(text):
        found = _PIECE.match(text, at)
        if found is None:
            return None
        value, rest = _without_buttons(found["value"].strip())
        counts = rest or counts
        if found["mark"].startswith(("发布于", "IP")) or (found["mark"] == "来自" and value in REGIONS):
            location = value
        elif found["mark"] == "来自":
            if not found["value"].startswith(" ") and _DEVICE.search(value) is None:
                return None
            device = value
        if len(value) > _LONGEST:
            return None
        at = found.end()
        while at < len(text) and text[at] == " ":
            at += 1
    return Where(device, location, counts)


def _without_buttons(value: str) -> tuple[str, tuple[Count, ...]]:
    """The value without the buttons and counts that follow it on the line."""
    words = value.split(" ")
    for keep in range(1, len(words)):
        tail = " ".join(words[keep:])
        counts = counts_in(tail)
        if counts is not None and any(word in BUTTONS or word[:1] in "赞转评回" for word in words[keep : keep + 1]):
            return " ".join(words[:keep]), counts
    return value, ()

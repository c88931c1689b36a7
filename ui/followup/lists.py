"""The lists of the page 回访: visits to make and made, promises, important customers, praise, helpful users."""

from ui.support.theme import Theme
from ui.widgets.seg import Seg, SegItem

LISTS = {
    "due": "待回访",
    "done": "已回访",
    "promises": "承诺",
    "important": "重要客户",
    "praise": "好评",
    "helpful": "博友",
}


def list_seg(theme: Theme, current: str) -> Seg:
    """The choice between the lists; each list's head holds one of its own."""
    seg = Seg(theme, [SegItem(key, words) for key, words in LISTS.items()], "哪些客户")
    seg.set_current(current)
    return seg

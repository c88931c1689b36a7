"""The lists of the page 回访: visits to make and made, promises, important customers, praise, helpful users."""

from ui.support.theme import Theme
from ui.widgets.seg import Seg, SegItem
from weibo_operator.translation import tr

LISTS = {
    "due": tr("待回访"),
    "done": tr("已回访"),
    "promises": tr("承诺"),
    "important": tr("重要客户"),
    "praise": tr("好评"),
    "helpful": tr("博友"),
}


def list_seg(theme: Theme, current: str) -> Seg:
    """The choice between the lists; each list's head holds one of its own."""
    seg = Seg(theme, [SegItem(key, words) for key, words in LISTS.items()], tr("哪些客户"))
    seg.set_current(current)
    return seg

"""The two lists of the page 线索: what was searched for, and who may become a customer."""

from ui.support.theme import Theme
from ui.widgets.seg import Seg, SegItem
from weibo_operator.translation import tr

LISTS = {"searches": tr("搜索"), "leads": tr("线索")}


def list_seg(theme: Theme, current: str) -> Seg:
    """The choice between the lists; each list's head holds one of its own."""
    seg = Seg(theme, [SegItem(key, words) for key, words in LISTS.items()], tr("搜索还是线索"))
    seg.set_current(current)
    return seg

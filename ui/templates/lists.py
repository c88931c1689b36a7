"""The two libraries behind 模板 on the rail: templates, and knowledge cards."""

from ui.support.theme import Theme
from ui.widgets.seg import Seg, SegItem

LISTS = {"templates": "模板", "knowledge": "知识卡"}


def list_seg(theme: Theme, current: str) -> Seg:
    """The choice between the libraries; each page's head holds one of its own."""
    seg = Seg(theme, [SegItem(key, words) for key, words in LISTS.items()], "模板或知识卡")
    seg.set_current(current)
    return seg
